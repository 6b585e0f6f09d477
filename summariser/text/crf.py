"""A linear-chain conditional random field at work: the labels that suit all words of each sentence best together.

The textbook way is Viterbi's: at each word and for each label the best label before it, one sentence after the other.
Here all sentences of an article go side by side, and the maxima are sums of exponentials, so that a step is one product
of matrices: chances raised to a high power (``sharp``), of which the best path has by far the most.  A path that has
more than half of all there is must be the best one; sentences where none has, because two paths are nearly as good,
are gone through again the textbook way.  So the answer is always that of Viterbi.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import log
from typing import NamedTuple
from zlib import adler32, crc32

import numpy as np
from numpy.typing import NDArray

from summariser.lexicon import weights

Numbers = NDArray[np.intp]
Keys = NDArray[np.uint64]
Scores = NDArray[np.floating]

REACH = 600.0  # of exponents: a float64 holds no less than e to the -700th, and labels twice as far behind never win
SPREAD = 0x9E3779B97F4A7C15  # 2 to the 64th by the golden ratio
DRAWERS = 18  # of keys: two to the 18th, some of two empty, so that few hold more than three
MAJORITY = log(0.51)
AT_ONCE = 64  # sentences: products of larger matrices would wake the threads of the algebra library, which then spin


def key(string: str) -> int:
    """The number that a string is known by, of 64 bits; that of several words comes from those of each: see
    ``joined``."""
    first, space, last = string.rpartition(" ")
    if space:
        return (key(first) * SPREAD + key(last)) % 2**64
    data = string.encode()
    return adler32(data) << 32 | crc32(data)


def keys(words: Iterable[str]) -> Keys:
    """The key of each of many strings without a space."""
    data = list(map(str.encode, words))
    upper, lower = (np.fromiter(map(check, data), np.uint64, len(data)) for check in (adler32, crc32))
    return upper << np.uint64(32) | lower


def joined(first: Keys, last: Keys) -> Keys:
    """The key of each string with a word put to its end, given those of both."""
    return first * np.uint64(SPREAD) + last


class Model(NamedTuple):
    """``keys`` are those of the strings that the model knows; each has a row of ``scores``, one number a label, from
    row 1 on: row 0, all zeros, is for all other strings.  ``steps[a, b]`` is the score of label b after label a,
    ``raised`` its exponential as ``sharp`` as goes.

    The keys lie in drawers: ``drawers`` says where each begins, ``sizes`` how many are in it."""

    labels: list[str]
    keys: Keys
    scores: NDArray[np.float32]
    steps: Scores
    raised: Scores
    sharp: float
    drawers: NDArray[np.int32]
    sizes: NDArray[np.uint8]

    def rows(self, words: Iterable[str]) -> Numbers:
        """The row of each string without a space."""
        return self.rows_of(keys(words))

    def rows_of(self, sought: Keys) -> Numbers:
        """The row of the string of each key."""
        place = drawer(sought)
        at, left = self.drawers.take(place), self.sizes.take(place)
        found = np.where(self.keys.take(at, mode="clip") == sought, at + 1, 0)
        for k in range(1, int(left.max(initial=0))):
            more = np.nonzero(left > k)
            here = at[more] + k
            found[more] += np.where(self.keys.take(here) == sought[more], here + 1, 0)
        return found


def drawer(sought: Keys) -> Numbers:
    """The drawer of each key: its upper bits, well mixed."""
    return (sought * np.uint64(SPREAD) >> np.uint64(64 - DRAWERS)).astype(np.intp)


@cache
def model(name: str) -> Model:
    """The trained model ``name``, opened once a process.

    The file: a line of labels, the number of strings, a line end, then as little-endian numbers: the scores of the
    steps (float32), the keys (uint64), how many labels each string has a score for (uint8), those labels (uint8), their
    scores (float32)."""
    first, second, numbers = weights(f"{name}.crf").split(b"\n", 2)
    labels, count = first.decode().split(" "), int(second)
    size = len(labels)
    steps = np.frombuffer(numbers, "<f4", size * size).reshape(size, size).astype(float)
    known = np.frombuffer(numbers, "<u8", count, steps.size * 4).astype(np.uint64)  # a copy, as numbers lie in memory
    counts = np.frombuffer(numbers, "u1", count, steps.size * 4 + count * 8)
    said = np.frombuffer(numbers, "u1", counts.sum(), steps.size * 4 + count * 9)
    scores = np.zeros((count + 1, size), np.float32)
    scores[np.repeat(np.arange(1, count + 1), counts), said] = np.frombuffer(numbers[-4 * len(said) :], "<f4")
    return prepared(labels, known, scores, steps)


def prepared(labels: list[str], known: Keys, scores: NDArray[np.float32], steps: Scores) -> Model:
    """The model with what hangs on its steps, none of which is above 0, which changes no comparison of paths, and on
    its keys, which are in the order of their drawers."""
    steps = steps - steps.max()
    sharp = REACH / max(1.0, -2 * float(steps.min()))
    sizes = np.bincount(drawer(known), minlength=2**DRAWERS)
    drawers = (sizes.cumsum() - sizes).astype(np.int32)
    return Model(labels, known, scores, steps, np.exp(sharp * steps), sharp, drawers, sizes.astype(np.uint8))


def best_labels(chosen: Model, scores: Scores, lengths: Numbers) -> Numbers:
    """The number of the label of every word; ``scores`` has a row a word and a column a label, ``lengths`` the sizes of
    the sentences, none of them empty."""
    ends, path = lengths.cumsum(), np.empty(len(scores), np.intp)
    for first in range(0, len(lengths), AT_ONCE):
        few = slice(first, first + AT_ONCE)
        words = slice(ends[first] - lengths[first], ends[few][-1])
        path[words], certain = by_products(chosen, scores[words], lengths[few])
        for k in (np.flatnonzero(~certain) + first).tolist():
            start, end = ends[k] - lengths[k], ends[k]
            path[start:end] = by_maxima(scores[start:end], chosen.steps)
    return path


class Order(NamedTuple):
    """The words of all sentences by their place: first the first words, those of the longest sentences in front, then
    the second words ...; ``bounds`` are where each place begins and ends among ``words``."""

    words: Numbers
    bounds: list[tuple[int, int]]


def by_place(lengths: Numbers) -> Order:
    """The order in which the words of sentences side by side are gone through."""
    starts = lengths.cumsum() - lengths
    place = np.arange(lengths.sum()) - np.repeat(starts, lengths)
    rank = np.empty_like(lengths)
    rank[np.argsort(-lengths, kind="stable")] = np.arange(len(lengths))
    sizes = np.bincount(place)
    ends = sizes.cumsum()
    bounds = zip((ends - sizes).tolist(), ends.tolist(), strict=True)
    return Order(np.lexsort((np.repeat(rank, lengths), place)), list(bounds))


def by_products(chosen: Model, scores: Scores, lengths: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """The likeliest path, and for each sentence whether it is surely the best."""
    order = by_place(lengths)
    lead = np.subtract(scores, scores.max(axis=1, keepdims=True), dtype=float)
    shares = np.exp(chosen.sharp * lead[order.words])
    totals = forward(shares, order.bounds, chosen.raised)
    path = np.empty(len(scores), np.intp)
    path[order.words] = backward(shares, order.bounds, chosen.raised.T)
    gained = chosen.sharp * lead[np.arange(len(path)), path]
    gained[order.words] -= np.log(totals[:, 0])
    moves = chosen.sharp * chosen.steps[path[:-1], path[1:]]
    starts = lengths.cumsum() - lengths
    moves[starts[1:] - 1] = 0  # from one sentence to the next
    gained[1:] += moves
    return path, np.add.reduceat(gained, starts) > MAJORITY


def forward(shares: Scores, bounds: list[tuple[int, int]], raised: Scores) -> Scores:
    """Turn the shares of single words into those of all paths that end in them, which sum to 1 for each word; the
    answer is what they summed to."""
    totals, each = np.empty((len(shares), 1)), np.ones((len(raised), 1))
    before = None
    for start, end in bounds:
        here, total = shares[start:end], totals[start:end]
        if before is not None:
            here *= np.dot(before[: end - start], raised)
        np.dot(here, each, out=total)
        here /= total
        before = here
    return totals


def backward(shares: Scores, bounds: list[tuple[int, int]], back: Scores) -> Numbers:
    """The likeliest path, found from its end; ``shares`` are used up."""
    path = np.empty(len(shares), np.intp)
    after = path[:0]
    for start, end in reversed(bounds):
        here = shares[start:end]
        if len(after):
            here[: len(after)] *= back.take(after, axis=0)
        after = here.argmax(axis=1, out=path[start:end])
    return path


def by_maxima(scores: Scores, steps: Scores) -> Numbers:
    """The best path of one sentence (Viterbi 1967)."""
    best, came = scores[0], []
    for row in scores[1:]:
        ways = best[:, None] + steps
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return np.array(path[::-1], np.intp)
