"""Parts of speech (Penn Treebank tags) for all sentences of an article at once.

What a word adds to the score of each tag hangs on spellings alone: its own, and how its neighbours look.  That is
worked out once for each spelling and kept, so that the scores of an article are sums of rows looked up by number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from threading import Lock

import numpy as np

from summariser.text.crf import SPREAD, Model, Numbers, Scores, best_labels, key, model
from summariser.text.features import BESIDE, END, START, look, own
from summariser.text.sums import Sums

ROOM = 20_000  # spellings kept
EDGE = 2  # words looked at on either side
PARTS = ("-{}", "{}", "{}+")  # of the strings "-a b", which b sees, and "a b+", which a sees


class Looks:
    """How words look to their neighbours: ``numbers`` of looks by spelling; by number, the rows of the model for a
    neighbour that looks so, at each place of BESIDE, and the keys of the parts of pairs, in the order of PARTS.

    A row is written before its number is given out, and stays: threads may share it."""

    def __init__(self, chosen: Model, room: int) -> None:
        self.model, self.room, self.lock = chosen, room, Lock()
        self.numbers: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        most = 2 * room + 2  # twice the room: threads may fill it side by side
        self.beside, self.parts = np.empty((most, len(BESIDE)), np.intp), np.empty((most, len(PARTS)), np.uint64)
        self.learn([START, END])

    def learn(self, looks: Iterable[str]) -> None:
        """Give numbers to looks that have none."""
        new = [seen for seen in dict.fromkeys(looks) if seen not in self.seen]
        first, after = len(self.seen), len(self.seen) + len(new)
        rows = self.model.rows(mark + seen for seen in new for _, mark in BESIDE)
        self.beside[first:after] = rows.reshape(-1, len(BESIDE))
        parts = [key(part.format(seen)) for seen in new for part in PARTS]
        self.parts[first:after] = np.array(parts, np.uint64).reshape(-1, len(PARTS))
        self.seen.update(zip(new, range(first, after), strict=True))

    def of(self, words: Sequence[str]) -> Numbers:
        """The number of the look of each word."""
        if not all(map(self.numbers.__contains__, words)):
            with self.lock:
                looks = {word: look(word) for word in words}
                self.learn(looks.values())
                self.numbers.update((word, self.seen[seen]) for word, seen in looks.items())
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
def alone() -> Sums:
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
    opening, itself, closing = met.parts[looks].T
    for first, second, at in ((opening, itself, place - 1), (itself, closing, place)):
        pairs = met.model.rows_of(first[at] * np.uint64(SPREAD) + second[at + 1])
        known = np.flatnonzero(pairs)
        found[known] += rows[pairs[known]]
    return found


def spaced(met: Looks, looks: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """The looks of all words with two of a sentence's start before and two of its end after each sentence, and where
    the words stand among them."""
    place = np.arange(len(looks)) + np.repeat(np.arange(len(lengths)), lengths) * 2 * EDGE + EDGE
    row = np.full(len(looks) + len(lengths) * 2 * EDGE, met.seen[END])
    first = place[lengths.cumsum() - lengths]
    row[first - 1] = row[first - 2] = met.seen[START]
    row[place] = looks
    return place, row
