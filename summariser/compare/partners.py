"""Which sentence of one article answers to which of another: the assignment with the highest sum of scores, so that a
good pair is not lost to a slightly better one that leaves both its rivals without a partner (Kuhn 1955)."""

from __future__ import annotations

from collections import defaultdict
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
    """The best assignment between two articles.  Most often no sentence has two suitors, and nothing is to decide."""
    rows = {i: n for n, i in enumerate(sorted({i for _, i, _ in pairs}))}
    columns = {j: n for n, j in enumerate(sorted({j for _, _, j in pairs}))}
    if len(rows) == len(columns) == len(pairs):
        return list(pairs)
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # a third of a second to load

    worth = np.zeros((len(rows), len(columns)))
    for score, i, j in pairs:
        worth[rows[i], columns[j]] = score
    chosen = set(zip(*linear_sum_assignment(worth, maximize=True), strict=True))
    return [(s, i, j) for s, i, j in pairs if (rows[i], columns[j]) in chosen]
