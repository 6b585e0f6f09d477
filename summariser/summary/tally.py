"""Which content words stand in which sentences, as arrays: what ``features`` and ``worth`` count.

One entry a pair of a stem and a sentence that holds it, ordered by stem, then by sentence: what a sentence shares with
all those after it or before it is then a running sum, and 10,000 sentences take no longer a sentence than 30.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


class Tally(NamedTuple):
    """The stems of an article, and in ``said`` their numbers in reading order, those of each sentence from one of
    ``ends`` to the next; for each pair its stem, its sentence and its weight (TF-IDF, a sentence's vector is of length
    one); ``starts`` is each stem's first pair, ``held`` its number of sentences; ``sizes`` is how many different stems
    each sentence holds."""

    names: list[str]
    sentences: int
    said: Whole
    ends: list[int]
    stems: Whole
    places: Whole
    weights: Real
    starts: Whole
    held: Whole
    sizes: Whole

    def summed(self, values: Any) -> Real:
        """A number a pair, summed over each sentence."""
        return np.bincount(self.places, values, self.sentences).astype(np.float64, copy=False)

    def over(self, values: Any) -> Real:
        """A number a pair, summed over each stem."""
        return np.add.reduceat(values, self.starts) if len(self.starts) else np.zeros(0)


def tally(sentences: Sequence[Sequence[str]]) -> Tally:
    """Counts the stems of each sentence."""
    words, count = list(chain.from_iterable(sentences)), len(sentences)
    number = {word: n for n, word in enumerate(dict.fromkeys(words))}
    said = np.fromiter(map(number.__getitem__, words), np.int64, len(words))
    lengths = [len(sentence) for sentence in sentences]
    rows, ends = np.arange(count).repeat(lengths), [0, *accumulate(lengths)]
    pairs, times = different(said * count + rows)
    stems, places = np.divmod(pairs, count or 1)
    held = np.bincount(stems, minlength=len(number))
    weights = times * np.log(1 + (count + 1) / np.maximum(held, 1))[stems]
    length, sizes = np.sqrt(np.bincount(places, weights * weights, count)), np.bincount(places, minlength=count)
    starts = held.cumsum() - held
    return Tally(list(number), count, said, ends, stems, places, weights / length[places], starts, held, sizes)


def different(numbers: Whole) -> tuple[Whole, Whole]:
    """The different ``numbers`` in order, and how often each is there: ``np.unique`` without what it asks of shapes and
    kinds, which takes longer than the sorting of a few hundred."""
    numbers = np.sort(numbers)
    begins = np.empty(len(numbers) + 1, np.bool_)
    begins[0] = begins[-1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=begins[1:-1])
    at = begins.nonzero()[0]
    return numbers[at[:-1]], at[1:] - at[:-1]


def directed(found: Tally) -> tuple[Real, Real]:
    """How much each sentence resembles all those after it, and all those before it; the highest of each is 1.

    Directed centrality (Zheng and Lapata 2019, PacSum) without a threshold is linear: the sum of cosines with many
    sentences is one product with the sum of their vectors.
    """
    weights, stems = found.weights, found.stems
    running = weights.cumsum() - weights
    before = running - running[found.starts][stems]
    after = found.over(weights)[stems] - before - weights
    return topped(found.summed(weights * after)), topped(found.summed(weights * before))


def commonness(found: Tally) -> Real:
    """How widely the words of each sentence are spread over the others, on average; the highest is 1."""
    spread = found.summed(np.log(found.held)[found.stems])
    return topped(spread / np.maximum(1, found.sizes))


def topped(values: Real) -> Real:
    """``values`` with the highest brought to 1; tiny differences below nought, of the running sums, are nought."""
    top = np.maximum.reduce(values, initial=0.0)
    return np.maximum(values, 0.0) / (top if top > 1e-9 else 1.0)


def side_by_side(columns: Sequence[Any], height: int) -> Real:
    """``columns`` (a sequence of numbers, or one for every row) as the columns of one table."""
    table = np.empty((height, len(columns)))
    for n, column in enumerate(columns):
        table[:, n] = column
    return table
