"""From scores to a summary: what is new, what can stand alone, and what fits the budget.

The order of choice does not depend on the budget, so a longer summary holds the shorter one; only the short sentences
that fill up the last words of a word budget may change.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summariser.model import Article, Budget
from summariser.summary.terms import Vector


class Room(NamedTuple):
    """A budget in numbers: at most so many sentences and so many words."""

    sentences: int
    words: int


def room(article: Article, budget: Budget) -> Room:
    """What ``budget`` allows in ``article``.  Raises ValueError when it is not positive."""
    given = [x for x in budget if x is not None]
    if len(given) != 1 or given[0] <= 0:
        asked = ", ".join(f"{name} {value}" for name, value in budget._asdict().items() if value is not None)
        raise ValueError(f"a budget is one positive number of sentences, words or a share; not {asked or 'none'}")
    if budget.sentences is not None:
        return Room(budget.sentences, 1 << 60)
    if budget.words is not None:
        return Room(1 << 60, budget.words)
    total = sum(len(article.text[s.start : s.end].split()) for s in article.sentences)
    return Room(1 << 60, int(total * min(1.0, budget.share or 0.0) + 0.5))


def in_order(
    scores: Sequence[float], bags: Sequence[Vector], leans: Sequence[bool], price: float, pair: float
) -> Iterator[int]:
    """Sentence numbers, best first, each adding something new; one that leans on its predecessor comes only after it.

    Greedy on score minus ``price`` times the share of a sentence's words already told (after Carbonell and Goldstein
    1998), with lazy re-evaluation.  Where a leaning sentence is worth its predecessor too (``pair``), that comes first.
    """
    told: set[str] = set()
    chosen: set[int] = set()

    def value(i: int) -> float:
        bag = bags[i]
        seen = sum(bag[w] ** 2 for w in bag if w in told) if told else 0.0
        return scores[i] - price * seen

    def worth(i: int) -> float:
        if leans[i] and i - 1 not in chosen:
            return min(value(i), (value(i) + value(i - 1)) / 2 - pair) if i else value(i) - 1.0
        return value(i)

    heap = [(-worth(i), i) for i in range(len(scores))]
    heapq.heapify(heap)
    while heap:
        old, i = heapq.heappop(heap)
        if i in chosen:
            continue
        now = worth(i)
        if heap and now < -old - 1e-12 and -heap[0][0] > now:
            heapq.heappush(heap, (-now, i))
            continue
        for k in chain(i, leans, chosen):
            chosen.add(k)
            told.update(bags[k])
            yield k
            if k + 1 < len(scores) and leans[k + 1] and k + 1 not in chosen:
                heapq.heappush(heap, (-worth(k + 1), k + 1))


def chain(i: int, leans: Sequence[bool], chosen: set[int]) -> list[int]:
    """``i`` after the sentences that it leans on, at most three back."""
    first = i
    while leans[first] and first > 0 and first - 1 not in chosen and i - first < 3:
        first -= 1
    return list(range(first, i + 1))


def fill(order: Iterator[int], lengths: Sequence[int], leans: Sequence[bool], limit: Room) -> list[int]:
    """The first of ``order`` that fit ``limit``; then, for the words left over, later ones that still fit."""
    taken: list[int] = []
    left, skipped = limit.words, 0
    for i in order:
        if len(taken) >= limit.sentences or left < 3 or skipped > 30:
            break
        if lengths[i] > left or (leans[i] and skipped and i - 1 not in taken):
            skipped += 1
            continue
        taken.append(i)
        left -= lengths[i]
    return taken
