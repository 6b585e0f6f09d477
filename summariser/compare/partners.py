"""Which sentence of one article answers to which of another: the assignment with the highest sum of scores, so that a
good pair is not lost to a slightly better one that leaves both its rivals without a partner (Kuhn 1955)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

Pair = tuple[float, int, int]


def partners(home: Sequence[int], pairs: Sequence[Pair]) -> list[Pair]:
    """The ``pairs`` that stay when each sentence has at most one partner in each other article; best first.

    ``home`` is the article of each sentence."""
    between: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for score, i, j in pairs:
        between[home[i], home[j]].append((score, i, j))
    return sorted((kept for found in between.values() for kept in assigned(found)), reverse=True)


def assigned(pairs: Sequence[Pair]) -> list[Pair]:
    """The best assignment between two articles."""
    plain, left = undisputed(pairs)
    return plain + disputed(left) if left else plain


def undisputed(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs that the best assignment surely holds, and those it has to choose from: a sentence with one suitor,
    that is the best of that suitor's, belongs to it, for nobody else asks for it.  Most often none is left."""
    kept: list[Pair] = []
    left = sorted(pairs, reverse=True)
    while True:
        asked = Counter(k for _, i, j in left for k in (i, j))
        best = {k: pair for pair in reversed(left) for k in pair[1:]}
        sure = [p for p in left if best[p[1]] == best[p[2]] == p and 1 in (asked[p[1]], asked[p[2]])]
        if not sure:
            return kept, left
        kept += sure
        taken = {k for _, i, j in sure for k in (i, j)}
        left = [p for p in left if taken.isdisjoint(p[1:])]


def disputed(pairs: Sequence[Pair]) -> list[Pair]:
    """The best assignment where two sentences want the same two."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # a third of a second to load

    rows = {i: n for n, i in enumerate(sorted({i for _, i, _ in pairs}))}
    columns = {j: n for n, j in enumerate(sorted({j for _, _, j in pairs}))}
    worth = np.zeros((len(rows), len(columns)))
    for score, i, j in pairs:
        worth[rows[i], columns[j]] = score
    chosen = set(zip(*linear_sum_assignment(worth, maximize=True), strict=True))
    return [(s, i, j) for s, i, j in pairs if (rows[i], columns[j]) in chosen]
