"""Parts of speech (Penn Treebank tags) for all sentences of an article at once.

What a word adds to the score of each tag hangs on spellings alone: its own, and how its neighbours look.  That is
worked out once for each spelling and kept, so that the scores of an article are sums of rows looked up by number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from threading import Lock

import numpy as np

from summariser.text.crf import Model, Numbers, Scores, best_labels, model
from summariser.text.features import BESIDE, END, START, look, own, parted
from summariser.text.sums import Sums

ROOM = 20_000  # spellings kept
EDGE = 2  # words looked at on either side


class Looks:
    """How words look to their neighbours: ``numbers`` of looks by spelling, and by number the rows of the model for a
    neighbour that looks so, at each place of BESIDE.

    A row is written before its number is given out, and stays: threads may share it."""

    def __init__(self, chosen: Model, room: int) -> None:
        self.model, self.room, self.lock = chosen, room, Lock()
        self.numbers: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        pairs = [(parted(string), row) for string, row in chosen.rows.items() if " " in string]
        most = 2 * room + 2 * len(pairs) + 2  # twice the room: threads may fill it side by side
        self.beside = np.empty((most, len(BESIDE)), np.intp)
        self.start, self.end = self.number_of(START), self.number_of(END)
        self.before = self.table([(a, b, row) for (a, b, to_left), row in pairs if to_left])
        self.after = self.table([(a, b, row) for (a, b, to_left), row in pairs if not to_left])

    def number_of(self, seen: str) -> int:
        """The number of a look, a new one where it is met for the first time."""
        number = self.seen.get(seen)
        if number is None:
            number = len(self.seen)
            self.beside[number] = [self.model.rows.get(mark + seen, 0) for _, mark in BESIDE]
            self.seen[seen] = number
        return number

    def table(self, pairs: list[tuple[str, str, int]]) -> tuple[Numbers, Numbers]:
        """Pairs of looks as one number each, in order, and their rows of the model."""
        coded = sorted((self.number_of(a) * len(self.beside) + self.number_of(b), row) for a, b, row in pairs)
        codes, rows = zip(*coded, (np.iinfo(np.intp).max, 0), strict=True)
        return np.array(codes), np.array(rows)

    def of(self, words: Sequence[str]) -> Numbers:
        """The number of the look of each word."""
        if not all(map(self.numbers.__contains__, words)):
            with self.lock:
                for word in dict.fromkeys(words):
                    self.numbers[word] = self.number_of(look(word))
        return np.array(list(map(self.numbers.__getitem__, words)))


class Memory:
    """The looks met in the articles read last; begun anew when there is no more room."""

    def __init__(self) -> None:
        self.looks: Looks | None = None

    def room_for(self, words: Sequence[str]) -> Looks:
        """Looks that have room for these words."""
        found = self.looks
        if found is None or len(found.numbers) + len(words) > found.room:
            found = self.looks = Looks(model("tags"), max(ROOM, 2 * len(words)))
        return found


MEMORY = Memory()


@cache
def alone() -> Sums[str]:
    """What words show by themselves."""
    return Sums(model("tags"), own, ROOM)


def tags(sentences: Sequence[Sequence[str]]) -> list[str]:
    """The part of speech of every word of all sentences in a row."""
    lengths = np.array([len(words) for words in sentences if words], np.intp)
    if not len(lengths):
        return []
    words = list(chain.from_iterable(sentences))
    return best_labels(model("tags"), scores(MEMORY.room_for(words), words, lengths), lengths)


def scores(met: Looks, words: Sequence[str], lengths: Numbers) -> Scores:
    """What speaks for each tag of each word: a row a word, a column a tag."""
    place, looks = spaced(met, met.of(words), lengths)
    found, rows = alone().of(words), met.model.scores
    for k, (offset, _) in enumerate(BESIDE):
        found += rows[met.beside[looks[place + offset], k]]
    pairs = looks[:-1] * len(met.beside) + looks[1:]
    for (codes, its_rows), at in ((met.before, place - 1), (met.after, place)):
        where = codes.searchsorted(pairs[at])
        known = np.flatnonzero(codes[where] == pairs[at])
        found[known] += rows[its_rows[where[known]]]
    return found


def spaced(met: Looks, looks: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """The looks of all words with two of a sentence's start before and two of its end after each sentence, and where
    the words stand among them."""
    place = np.arange(len(looks)) + np.repeat(np.arange(len(lengths)), lengths) * 2 * EDGE + EDGE
    row = np.full(len(looks) + len(lengths) * 2 * EDGE, met.end)
    first = place[lengths.cumsum() - lengths]
    row[first - 1] = row[first - 2] = met.start
    row[place] = looks
    return place, row
