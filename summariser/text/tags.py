"""Parts of speech (Penn Treebank tags) for all sentences of an article at once.

What a word adds to the score of each tag hangs on spellings alone: its own, and how its neighbours look.  That is
worked out once for each spelling and kept, so that the scores of an article are sums of rows looked up by number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from threading import Lock

import numpy as np

from summariser.text.crf import Model, Numbers, Scores, best_labels, model
from summariser.text.features import BESIDE, END, START, look, own, parted

ROOM = 20_000  # spellings kept
MOST_OWN = 6  # strings of one word by itself
EDGE = 2  # words looked at on either side


class Spellings:
    """The spellings met so far, each with its number: ``own`` are the scores it has by itself, ``looks`` the number of
    how it looks, ``beside`` the rows of the model for a neighbour that looks so, at each place of BESIDE.

    A row is written before its number is given out, and stays: threads may share it."""

    def __init__(self, chosen: Model, room: int) -> None:
        self.model, self.room, self.lock = chosen, room, Lock()
        self.numbers: dict[str, int] = {}
        self.own = np.empty((room, len(chosen.labels)))
        self.looks = np.empty(room, np.intp)
        pairs = [(parted(string), row) for string, row in chosen.rows.items() if " " in string]
        self.seen: dict[str, int] = {}
        self.beside = np.empty((room + 2 * len(pairs) + 2, len(BESIDE)), np.intp)
        self.start, self.end = self.number_of_look(START), self.number_of_look(END)
        self.before = self.table([(a, b, row) for (a, b, to_left), row in pairs if to_left])
        self.after = self.table([(a, b, row) for (a, b, to_left), row in pairs if not to_left])

    def number_of_look(self, seen: str) -> int:
        """The number of a look, a new one where it is met for the first time."""
        number = self.seen.get(seen)
        if number is None:
            number = len(self.seen)
            self.beside[number] = [self.model.rows.get(mark + seen, 0) for _, mark in BESIDE]
            self.seen[seen] = number
        return number

    def table(self, pairs: list[tuple[str, str, int]]) -> tuple[Numbers, Numbers]:
        """Pairs of looks as one number each, in order, and their rows of the model."""
        coded = sorted((self.number_of_look(a) * len(self.beside) + self.number_of_look(b), row) for a, b, row in pairs)
        codes, rows = zip(*coded, (np.iinfo(np.intp).max, 0), strict=True)
        return np.array(codes), np.array(rows)

    def of(self, words: Sequence[str]) -> Numbers:
        """The number of each word."""
        if any(word not in self.numbers for word in words):
            with self.lock:
                self.learn([word for word in dict.fromkeys(words) if word not in self.numbers])
        return np.fromiter(map(self.numbers.__getitem__, words), np.intp, len(words))

    def learn(self, new: Sequence[str]) -> None:
        """Give numbers to spellings that have none."""
        if not new:
            return
        rows, first, after = self.model.rows, len(self.numbers), len(self.numbers) + len(new)
        strings = [own(word) for word in new]
        found = [[*(rows.get(s, 0) for s in its), *[0] * (MOST_OWN - len(its))] for its in strings]
        self.own[first:after] = self.model.scores[found].sum(axis=1, dtype=float)
        self.looks[first:after] = [self.number_of_look(look(word)) for word in new]
        self.numbers.update(zip(new, range(first, after), strict=True))


class Memory:
    """The spellings of the articles read last; begun anew when there is no more room."""

    def __init__(self) -> None:
        self.spellings: Spellings | None = None

    def room_for(self, words: Sequence[str]) -> Spellings:
        """Spellings that have room for these words."""
        found = self.spellings
        if found is None or len(found.numbers) + len(words) > found.room:
            found = self.spellings = Spellings(model("tags"), max(ROOM, 2 * len(words)))
        return found


MEMORY = Memory()


def tags(sentences: Sequence[Sequence[str]]) -> list[str]:
    """The part of speech of every word of all sentences in a row."""
    lengths = np.array([len(words) for words in sentences if words], np.intp)
    if not len(lengths):
        return []
    words = list(chain.from_iterable(sentences))
    met = MEMORY.room_for(words)
    return best_labels(met.model, scores(met, words, lengths), lengths)


def scores(met: Spellings, words: Sequence[str], lengths: Numbers) -> Scores:
    """What speaks for each tag of each word: a row a word, a column a tag."""
    numbers = met.of(words)
    place, looks = spaced(met, met.looks[numbers], lengths)
    found, rows = met.own[numbers], met.model.scores
    for k, (offset, _) in enumerate(BESIDE):
        found += rows[met.beside[looks[place + offset], k]]
    pairs = looks[:-1] * len(met.beside) + looks[1:]
    for (codes, its_rows), at in ((met.before, place - 1), (met.after, place)):
        where = codes.searchsorted(pairs[at])
        known = np.flatnonzero(codes[where] == pairs[at])
        found[known] += rows[its_rows[where[known]]]
    return found


def spaced(met: Spellings, looks: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """The looks of all words with two of a sentence's start before and two of its end after each sentence, and where
    the words stand among them."""
    place = np.arange(len(looks)) + np.repeat(np.arange(len(lengths)), lengths) * 2 * EDGE + EDGE
    row = np.full(len(looks) + len(lengths) * 2 * EDGE, met.end)
    first = place[lengths.cumsum() - lengths]
    row[first - 1] = row[first - 2] = met.start
    row[place] = looks
    return place, row
