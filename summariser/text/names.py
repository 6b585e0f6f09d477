"""What the names model sees of a word: strings for CRFsuite, many for a capitalised word, few for any other.

Beside the word and its neighbours it sees the run of capitalised words that the word stands in: how it begins and
ends ("... Works", "University of ..."), what comes before and after it.  Words are seen as themselves, as what our
lists say of them, and as the classes of words that are used alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summariser.text.alike import word_class
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
    sights = list(map(see, words))
    rows = [[sight.string] for sight in sights]  # far from any name: little to see, quick to tag
    spans = runs(found)
    if not spans:
        return rows
    view = viewed(sights, tags, found)
    for i in {spot for start, end in spans for spot in (start - 1, end) if 0 <= spot < len(words)}:
        rows[i] += beside_name(view, i)
    shouted = sum(map(bool, found)) * 2 > len(words) > 3
    for start, end in spans:
        shared = of_run(view, start, end)
        if shouted:
            shared.append("H")
        for i in range(start, end):
            own = f"sh={shouted}{words[i].isupper()}|{view.kind[i + 1]}"
            rows[i] = [*alone(words[i]), own, *shared, f"t={tags[i]}", *of_word(view, i)]
            rows[i].append(f"ri={min(i - start, 3)}|{min(end - 1 - i, 3)}")
    return rows


class Sight(NamedTuple):
    """A word in small letters, the string that says so, its classes among words that are used alike."""

    low: str
    string: str
    sense: str
    sort: str


@lru_cache(maxsize=60_000)
def see(word: str) -> Sight:
    """What of a word hangs on its spelling alone."""
    low = clean(word).lower()
    return Sight(low, f"w={low}", *word_class(low))


def viewed(sights: Sequence[Sight], tags: Sequence[str], found: Sequence[str]) -> View:
    """The words of a sentence as the strings below see them."""
    low, _, sense, sort = map(list, zip(see("<"), *sights, see(">"), strict=True))
    kind = ["<", *[letters or tag for letters, tag in zip(found, tags, strict=True)], ">"]
    return View(["<", *low, ">"], kind, sense, sort)


def beside_name(view: View, i: int) -> list[str]:
    """What word ``i`` sees beside a run of capitalised words."""
    low, before, after = view.low[i + 2], view.kind[i], view.kind[i + 2]
    return [f"-g={before}", f"+g={after}", f"j={before}|{low}|{after}"]


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
