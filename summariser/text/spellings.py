"""What a word shows by its spelling alone: worked out once for each spelling, and kept.

The words of an article are looked up once; after that they are numbers, and what the models of tags and names see of
them are columns of numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summariser.text.alike import word_class
from summariser.text.crf import Model, Numbers, keys, model
from summariser.text.features import BESIDE, END, START, Sight, look, own, see
from summariser.text.gazetteer import letters, phrases

ROOM = 20_000  # spellings kept
EDGE = 2  # words looked at on either side
MARKED = (*(f"{mark}{{}}" for _, mark in BESIDE), "{}", "{}+")  # a look as the strings of its neighbours have it
PARTS = (0, 4, 5)  # those of the strings "-a b", which b sees, and "a b+", which a sees
LINKS = frozenset({"of", "for", "the", "and", "&", "on", "in", "de", "van", "von", "der", "al", "bin", "-", "'s", "’s"})


class Facts(NamedTuple):
    """Strings: the word in small letters, its outline and length, its last three and two and first three letters, its
    classes among words that are used alike, by our lists ("" for a word without a capital)."""

    low: str
    outline: str
    three: str
    two: str
    front: str
    sense: str
    sort: str
    letters: str


def facts(word: str, sight: Sight) -> tuple[str, ...]:
    """What the names model sees of a word: Facts."""
    low, known = sight.low, letters(word) if word[:1].isupper() else ""
    return low, f"{sight.outline}{min(len(sight.word), 5)}", low[-3:], low[-2:], low[:3], *word_class(low), known


class Signs(NamedTuple):
    """Yes or no: it has a capital, nothing but capitals, links the words of names; names of several words in our lists
    begin with it."""

    capital: bool
    upper: bool
    links: bool
    opens: bool


def signs(word: str, sight: Sight) -> tuple[bool, ...]:
    """What is so of a word or is not: Signs."""
    return word[:1].isupper(), word.isupper(), sight.low in LINKS, word in phrases()


class Spellings:
    """Numbers of spellings; by number, what each adds to the score of every tag (``own``), the rows of the tags model
    for a neighbour that looks so, at each place of BESIDE, the keys of PARTS, the
    keys of its facts and its signs.  Numbers 0 and 1 are the ends of a sentence.

    A row is written before its number is given out, and stays: threads may share it."""

    def __init__(self, chosen: Model, room: int) -> None:
        self.model, self.room, self.lock = chosen, room, Lock()
        self.numbers: dict[str, int] = {}
        self.looks: dict[str, int] = {}  # the number of a spelling that looks so
        self.filled = 0
        most = 2 * room + 2  # twice the room: threads may fill it side by side
        self.own = np.empty((most, len(chosen.labels)), np.float32)
        self.beside = np.empty((most, len(BESIDE)), np.intp)
        self.parts = np.empty((most, len(PARTS)), np.uint64)
        self.facts = np.empty((most, len(Facts._fields)), np.uint64)
        self.signs = np.empty((most, len(Signs._fields)), bool)
        ends = [START, END]
        self.fill(ends, list(map(see, ends)), ends)

    def fill(self, words: Sequence[str], sights: Sequence[Sight], looks: Sequence[str]) -> Iterable[int]:
        """Fill the next rows; the answer is their numbers."""
        first, self.filled = self.filled, self.filled + len(words)
        rows = slice(first, self.filled)
        self.own[rows] = sums(self.model, list(map(own, sights)))
        self.fill_looks(first, looks)
        self.facts[rows] = keys(chain.from_iterable(map(facts, words, sights))).reshape(-1, len(Facts._fields))
        self.signs[rows] = list(map(signs, words, sights))
        return range(first, self.filled)

    def fill_looks(self, first: int, looks: Sequence[str]) -> None:
        """Fill what hangs on looks alone, from row ``first`` on; a look met before is copied."""
        new = {seen: first + k for k, seen in reversed([*enumerate(looks)]) if seen not in self.looks}
        marked = keys([marked.format(seen) for seen in new for marked in MARKED]).reshape(-1, len(MARKED))
        known = list(new.values())
        self.beside[known], self.parts[known] = self.model.rows_of(marked[:, : len(BESIDE)]), marked[:, PARTS]
        self.looks |= new
        rows, same = slice(first, first + len(looks)), list(map(self.looks.__getitem__, looks))
        self.beside[rows], self.parts[rows] = self.beside[same], self.parts[same]

    def of(self, words: Sequence[str]) -> Numbers:
        """The number of each word."""
        try:
            return np.fromiter(map(self.numbers.__getitem__, words), np.intp, len(words))
        except KeyError:
            self.learn(words)
        return np.fromiter(map(self.numbers.__getitem__, words), np.intp, len(words))

    def learn(self, words: Sequence[str]) -> None:
        """Give numbers to words that have none."""
        with self.lock:
            new = [word for word in dict.fromkeys(words) if word not in self.numbers]
            if new:
                sights = list(map(see, new))
                self.numbers.update(zip(new, self.fill(new, sights, list(map(look, sights))), strict=True))


def sums(chosen: Model, spelt: list[Sequence[str]]) -> NDArray[np.float32]:
    """The scores of each row of strings, none of them empty."""
    sizes = np.array(list(map(len, spelt)))
    found: NDArray[np.float32] = np.add.reduceat(
        chosen.scores[chosen.rows(chain.from_iterable(spelt))], sizes.cumsum() - sizes
    )
    return found


class Memory:
    """The spellings met in the articles read last; begun anew when there is no more room."""

    def __init__(self) -> None:
        self.kept: Spellings | None = None

    def room_for(self, words: Sequence[str]) -> Spellings:
        """Spellings that have room for these words."""
        found = self.kept
        if found is None or len(found.numbers) + len(words) > found.room:
            found = self.kept = Spellings(model("tags"), max(ROOM, 2 * len(words)))
        return found


MEMORY = Memory()


class Laid(NamedTuple):
    """The words of all sentences in a row, with two of a sentence's start before and two of its end after each:
    ``numbers`` of their spellings, ``place`` of the words among them, ``lengths`` of the sentences."""

    met: Spellings
    numbers: Numbers
    place: Numbers
    lengths: Numbers


def laid_out(met: Spellings, words: Sequence[str], lengths: Numbers) -> Laid:
    """The words of sentences of these lengths, none of them 0."""
    place = np.arange(len(words)) + np.repeat(np.arange(len(lengths)), lengths) * 2 * EDGE + EDGE
    numbers = np.full(len(words) + len(lengths) * 2 * EDGE, 1)
    first = place[lengths.cumsum() - lengths]
    numbers[first - 1] = numbers[first - 2] = 0
    numbers[place] = met.of(words)
    return Laid(met, numbers, place, lengths)
