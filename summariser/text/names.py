"""What the names model sees of a word: much of a capitalised word, little of any other.

Beside the word and its neighbours it sees the run of capitalised words that the word stands in: how it begins and
ends ("... Works", "University of ..."), what comes before and after it.  Words are seen as themselves, as what our
lists say of them, and as the classes of words that are used alike.

What is seen comes in parts: a function below with its arguments, which spells the part out as strings that the model
knows.  So what the strings of a part add to each label has to be worked out but once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from summariser.text.alike import UNKNOWN, word_classes
from summariser.text.crf import best_labels, model
from summariser.text.features import clean, shape
from summariser.text.gazetteer import classes
from summariser.text.sums import Sums

LINKS = frozenset({"of", "for", "the", "and", "&", "on", "in", "de", "van", "von", "der", "al", "bin", "-", "'s", "’s"})
EDGES = ("<", ">")  # stand for the words before and after a sentence
ROOM = 40_000  # parts kept
Strings = tuple[str, ...]
Part = tuple[Any, ...]  # one of the functions below, its arguments


class Sight(NamedTuple):
    """A word in small letters and its classes among words that are used alike."""

    low: str
    sense: str
    sort: str


@lru_cache(maxsize=60_000)
def see(word: str) -> Sight:
    """What of a word hangs on its spelling alone."""
    low = clean(word).lower()
    return Sight(low, *word_classes().get(low, UNKNOWN))


# ------------------------------------------------------------------ the parts
def plain(word: str) -> Strings:
    """A word far from any name: little to see."""
    return (f"w={see(word).low}",)


def beside(word: str, before: str, after: str) -> Strings:
    """A word beside a run of capitalised words, and the kinds of its neighbours."""
    low = see(word).low
    return f"w={low}", f"-g={before}", f"+g={after}", f"j={before}|{low}|{after}"


def itself(word: str, kind: str, tag: str, shouted: bool) -> Strings:
    """A capitalised word by itself; ``shouted``: most words of the sentence are capitalised."""
    low, sense, sort = see(word)
    cut = clean(word)
    return (
        f"w={low}",
        f"s={shape(cut)}{min(len(cut), 5)}",
        f"3={low[-3:]}",
        f"2={low[-2:]}",
        f"p={low[:3]}",
        f"sh={shouted}{word.isupper()}|{kind}",
        "cap",
        *(["H"] if shouted else []),
        f"t={tag}",
        f"g={kind}",
        f"k={sense}",
        f"y={sort}",
    )


def left(word: str, kind: str, mine: str, sort: str) -> Strings:
    """The neighbour on the left of a capitalised word whose own kind is ``mine``."""
    low, its_sense, its_sort = see(word)
    return f"-g={kind}", f"-gg={kind}|{mine}", f"-w={low}", f"-k={its_sense}", f"-y={its_sort}|{sort}"


def right(word: str, kind: str, mine: str, sort: str) -> Strings:
    """The neighbour on the right."""
    low, its_sense, its_sort = see(word)
    return f"+g={kind}", f"+gg={mine}|{kind}", f"+w={low}", f"+k={its_sense}", f"+y={sort}|{its_sort}"


def place(before: int, after: int) -> Strings:
    """How many words of the run stand before and after a word."""
    return (f"ri={min(before, 3)}|{min(after, 3)}",)


def end_of_run(word: str, kind: str, size: int) -> Strings:
    """The last word of a run."""
    low, sense, sort = see(word)
    return f"rl={low}", f"rlg={kind}", f"rls={sense}", f"rly={sort}|{min(size, 3)}"


def ends_of_run(first: str, last: str, first_sort: str, last_sort: str, size: int) -> Strings:
    """The kinds and classes of the first and the last word of a run."""
    return f"rf={first}|{min(size, 4)}", f"rg={first}|{last}|{min(size, 3)}", f"rfy={first_sort}|{last_sort}"


def after_run(word: str, next_word: str) -> Strings:
    """The two words after a run."""
    low, sense, _ = see(word)
    return f"ra={low}", f"rd={low} {see(next_word).low}", f"ras={sense}"


def before_run(word: str, word_before: str) -> Strings:
    """The two words before a run."""
    low, sense, _ = see(word)
    return f"rb={low}", f"rc={see(word_before).low} {low}", f"rbs={sense}"


def linked(word: str, kind: str, last: str) -> Strings:
    """A link before a run ("Bank | of | England"), the kinds of the word before it and of the run's last."""
    return (f"rp={see(word).low}|{kind}|{last}",)


# ------------------------------------------------------------------ the words of a sentence
def runs(found: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of capitalised words: those with a class (see ``classes``)."""
    spans: list[tuple[int, int]] = []
    for i, letters in enumerate(found):
        if letters and spans and spans[-1][1] == i:
            spans[-1] = spans[-1][0], i + 1
        elif letters:
            spans.append((i, i + 1))
    return spans


def name_parts(words: Sequence[str], tags: Sequence[str]) -> list[list[Part]]:
    """The parts of each word of a sentence, given its parts of speech."""
    found = classes(words)
    rows: list[list[Part]] = [[(plain, word)] for word in words]
    spans = runs(found)
    if not spans:
        return rows
    first, last = EDGES
    seen = [first, first, *words, last, last]
    kinds = [first, *[letters or tag for letters, tag in zip(found, tags, strict=True)], last]
    for i in {spot for start, end in spans for spot in (start - 1, end) if 0 <= spot < len(words)}:
        rows[i] = [(beside, words[i], kinds[i], kinds[i + 2])]
    shouted = sum(map(bool, found)) * 2 > len(words) > 3
    for start, end in spans:
        shared = of_run(seen, kinds, start, end)
        for i in range(start, end):
            mine, sort = kinds[i + 1], see(words[i]).sort
            rows[i] = [
                (itself, words[i], mine, tags[i], shouted),
                (left, seen[i + 1], kinds[i], mine, sort),
                (right, seen[i + 3], kinds[i + 2], mine, sort),
                (place, i - start, end - 1 - i),
                *shared,
            ]
    return rows


def of_run(seen: Sequence[str], kinds: Sequence[str], start: int, end: int) -> list[Part]:
    """What every word of the run of capitalised words ``start`` to ``end`` sees of it."""
    first, last, size = kinds[start + 1], kinds[end], end - start
    shared: list[Part] = [
        (end_of_run, seen[end + 1], last, min(size, 3)),
        (ends_of_run, first, last, see(seen[start + 2]).sort, see(seen[end + 1]).sort, min(size, 4)),
        (after_run, seen[end + 2], seen[end + 3] if end + 3 < len(seen) else EDGES[1]),
        (before_run, seen[start + 1], seen[start]),
    ]
    if start > 1 and see(seen[start + 1]).low in LINKS:
        shared.append((linked, seen[start + 1], kinds[start - 1], last))
    return shared


def spell(part: Part) -> Strings:
    """A part as strings."""
    strings: Strings = part[0](*part[1:])
    return strings


# Training sees the strings of a word in this order: then the same gold makes the same weights.
ORDER = (
    "w s 3 2 p sh cap rl rlg rf rg ra rb rc rd rls ras rbs rly rfy rp H t g -g +g j -gg +gg -w +w k -k +k y -y +y ri"
)
RANKS = {name: k for k, name in enumerate(ORDER.split())}


def name_features(words: Sequence[str], tags: Sequence[str]) -> list[list[str]]:
    """The strings of each word of a sentence, for training."""
    return [
        sorted(chain.from_iterable(map(spell, parts)), key=lambda string: RANKS[string.partition("=")[0]])
        for parts in name_parts(words, tags)
    ]


# ------------------------------------------------------------------ the words of an article
@cache
def sums() -> Sums[Part]:
    """What the parts add to the score of each label."""
    return Sums(model("names"), spell, ROOM)


def names(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> list[str]:
    """The name label of every word of all sentences in a row (``B-PER``, ``I-ORG``, ... or ``O``)."""
    lengths = np.array([len(words) for words in sentences if words], np.intp)
    if not len(lengths):
        return []
    rows = [row for words, its_tags in zip(sentences, tags, strict=True) for row in name_parts(words, its_tags)]
    sizes = np.array(list(map(len, rows)))
    found = sums().of(list(chain.from_iterable(rows)))
    return best_labels(model("names"), np.add.reduceat(found, sizes.cumsum() - sizes), lengths)
