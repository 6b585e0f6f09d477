"""What the strings of a word add to the score of each label, worked out once for each spelling and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from threading import Lock
from typing import NamedTuple

import numpy as np

from summariser.text.crf import Model, Scores


class Kept(NamedTuple):
    """``rows[numbers[key]]`` are the scores of a key.  A row is written before its number is given out, and stays:
    threads may share them."""

    numbers: dict[str, int]
    rows: Scores


class Sums:
    """Scores of keys by a model; ``spell`` gives the strings of a key, at least one.  When ``room`` is full, it begins
    anew."""

    def __init__(self, chosen: Model, spell: Callable[[str], Sequence[str]], room: int) -> None:
        self.model, self.spell, self.room, self.lock = chosen, spell, room, Lock()
        self.kept = self.empty(room)

    def empty(self, room: int) -> Kept:
        """Room for so many keys."""
        return Kept({}, np.empty((room, len(self.model.labels))))

    def of(self, keys: Sequence[str]) -> Scores:
        """The scores of each key: a row a key, a column a label."""
        kept = self.kept
        if not all(map(kept.numbers.__contains__, keys)):
            with self.lock:
                kept = self.kept = self.with_all(list(dict.fromkeys(keys)))
        return kept.rows[list(map(kept.numbers.__getitem__, keys))]

    def with_all(self, keys: list[str]) -> Kept:
        """What is kept, these keys among it."""
        kept = self.kept
        new = [key for key in keys if key not in kept.numbers]
        if len(kept.numbers) + len(new) > len(kept.rows):
            kept, new = self.empty(max(self.room, len(keys))), keys
        if new:
            first, after = len(kept.numbers), len(kept.numbers) + len(new)
            kept.rows[first:after] = self.summed(list(map(self.spell, new)))
            kept.numbers.update(zip(new, range(first, after), strict=True))
        return kept

    def summed(self, spelt: list[Sequence[str]]) -> Scores:
        """The scores of each row of strings."""
        rows = self.model.rows(chain.from_iterable(spelt))
        sizes = np.array(list(map(len, spelt)))
        found: Scores = np.add.reduceat(self.model.scores[rows], sizes.cumsum() - sizes, dtype=float)
        return found
