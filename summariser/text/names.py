"""What the names model sees of a word: strings for CRFsuite, many for a capitalised word, few for any other.

Beside the word and its neighbours it sees the run of capitalised words that the word stands in: how it begins and
ends ("... Works", "University of ..."), what comes before and after it.  Words are seen as themselves, as what our
lists say of them, and as the classes of words that are used alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summariser.text.alike import UNKNOWN, word_classes
from summariser.text.features import clean, shape
from summariser.text.gazetteer import classes

LINKS = frozenset({"of", "for", "the", "and", "&", "on", "in", "de", "van", "von", "der", "al", "bin", "-", "'s", "’s"})


class View(NamedTuple):
    """The words of a sentence with two more at either end of ``low``, one of ``kind``, ``sense`` and ``sort``.

    ``low``: in small letters; ``kind``: the letters of our lists, else the part of speech; ``sense`` and ``sort``: the
    classes of words that are used alike."""

    low: list[str]
    kind: list[str]
    sense: list[str]
    sort: list[str]


@lru_cache(maxsize=60_000)
def alone(word: str) -> tuple[str, ...]:
    """What one capitalised word shows by itself."""
    word = clean(word)
    low = word.lower()
    outline = f"{shape(word)}{min(len(word), 5)}"
    return f"w={low}", f"s={outline}", f"3={low[-3:]}", f"2={low[-2:]}", f"p={low[:3]}"


def runs(found: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of capitalised words: those with a class (see ``classes``)."""
    spans: list[tuple[int, int]] = []
    for i, letters in enumerate(found):
        if letters and spans and spans[-1][1] == i:
            spans[-1] = spans[-1][0], i + 1
        elif letters:
            spans.append((i, i + 1))
    return spans


def name_features(words: Sequence[str], tags: Sequence[str]) -> list[list[str]]:
    """The strings of each word of a sentence, given its parts of speech."""
    found = classes(words)
    view = viewed(words, tags, found)
    low, kind = view.low, view.kind
    near = ["", *found, ""]
    rows = [
        [f"w={low[i + 2]}", f"-g={kind[i]}", f"+g={kind[i + 2]}", f"j={kind[i]}|{low[i + 2]}|{kind[i + 2]}"]
        if near[i] or near[i + 2]
        else [f"w={low[i + 2]}"]  # far from any name: little to see, quick to tag
        for i in range(len(words))
    ]
    shouted = sum(map(bool, found)) * 2 > len(words) > 3
    for start, end in runs(found):
        shared = of_run(view, start, end)
        if shouted:
            shared.append("H")
        for i in range(start, end):
            own = f"sh={shouted}{words[i].isupper()}|{kind[i + 1]}"
            rows[i] = [*alone(words[i]), own, *shared, f"t={tags[i]}", *of_word(view, i)]
            rows[i].append(f"ri={min(i - start, 3)}|{min(end - 1 - i, 3)}")
    return rows


def viewed(words: Sequence[str], tags: Sequence[str], found: Sequence[str]) -> View:
    """The words of a sentence as the strings below see them."""
    alike = word_classes()
    low = ["<", "<", *[clean(word).lower() for word in words], ">", ">"]
    pairs = [alike.get(word, UNKNOWN) for word in low[1:-1]]
    kind = ["<", *[letters or tag for letters, tag in zip(found, tags, strict=True)], ">"]
    return View(low, kind, [sense for sense, _ in pairs], [sort for _, sort in pairs])


def of_run(view: View, start: int, end: int) -> list[str]:
    """What every word of the run of capitalised words ``start`` to ``end`` sees of it."""
    low, kind, sense, sort = view
    size = min(end - start, 3)
    shared = [
        "cap",
        f"rl={low[end + 1]}",
        f"rlg={kind[end]}",
        f"rf={kind[start + 1]}|{min(end - start, 4)}",
        f"rg={kind[start + 1]}|{kind[end]}|{size}",
        f"ra={low[end + 2]}",
        f"rb={low[start + 1]}",
        f"rc={low[start]} {low[start + 1]}",
        f"rd={low[end + 2]} {low[end + 3] if end + 3 < len(low) else '>'}",
        f"rls={sense[end]}",
        f"ras={sense[end + 1]}",
        f"rbs={sense[start]}",
        f"rly={sort[end]}|{size}",
        f"rfy={sort[start + 1]}|{sort[end]}",
    ]
    if low[start + 1] in LINKS and start > 1:
        shared.append(f"rp={low[start + 1]}|{kind[start - 1]}|{kind[end]}")
    return shared


def of_word(view: View, i: int) -> list[str]:
    """What the capitalised word ``i`` sees of itself and of its neighbours."""
    low, kind, sense, sort = view
    return [
        f"g={kind[i + 1]}",
        f"-g={kind[i]}",
        f"+g={kind[i + 2]}",
        f"-gg={kind[i]}|{kind[i + 1]}",
        f"+gg={kind[i + 1]}|{kind[i + 2]}",
        f"-w={low[i + 1]}",
        f"+w={low[i + 3]}",
        f"k={sense[i + 1]}",
        f"-k={sense[i]}",
        f"+k={sense[i + 2]}",
        f"y={sort[i + 1]}",
        f"-y={sort[i]}|{sort[i + 1]}",
        f"+y={sort[i + 1]}|{sort[i + 2]}",
    ]
