"""From scores to a summary: what is new, what can stand alone, and what fits the budget.

The order of choice does not depend on the budget, so a longer summary holds the shorter one; only the short sentences
that fill up the last words of a word budget may change.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from summariser.model import Article, Budget

Word = TypeVar("Word", str, int)


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


class Values(NamedTuple, Generic[Word]):
    """What each sentence is worth standing alone, the ``words`` it holds, and for a word the sentences that hold it,
    each with what it ``adds`` there."""

    scores: Sequence[float]
    words: Callable[[int], Iterable[Word]]
    adds: Callable[[Word], Iterable[tuple[int, float]]]


def in_order(values: Values[Word], leans: Sequence[bool], refused: Collection[int] = ()) -> Iterator[int]:
    """Sentence numbers, best first, each adding something new; one that leans on its predecessor comes only after it.

    A word that a chosen sentence has told adds nothing to the others.  Greedy, with lazy re-evaluation, since values
    only fall (Minoux 1978).  A leaning sentence is worth no more than it and its predecessor on average.  Who draws
    from it puts into ``refused`` what found no room: that tells nothing.
    """
    left = list(values.scores)
    told: set[Word] = set()
    chosen: set[int] = set()

    def worth(i: int) -> float:
        if leans[i] and i - 1 not in chosen:
            return min(left[i], (left[i] + left[i - 1]) / 2) if i else left[i] - 1.0
        return left[i]

    def tell(i: int) -> None:
        chosen.add(i)
        for word in values.words(i):
            if word not in told:
                told.add(word)
                for k, much in values.adds(word):
                    left[k] -= much

    heap = [(-worth(i), i) for i in range(len(left))]
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
            yield k
            if k in refused:
                break
            tell(k)
            if k + 1 < len(left) and leans[k + 1] and k + 1 not in chosen:
                heapq.heappush(heap, (-worth(k + 1), k + 1))


def chain(i: int, leans: Sequence[bool], chosen: set[int]) -> list[int]:
    """``i`` after the sentences that it leans on, at most three back."""
    first = i
    while leans[first] and first > 0 and first - 1 not in chosen and i - first < 3:
        first -= 1
    return list(range(first, i + 1))


def fill(
    order: Iterator[int], lengths: Sequence[int], leans: Sequence[bool], limit: Room, refused: set[int] | None = None
) -> list[int]:
    """The first of ``order`` that fit ``limit``; then, for the words left over, later ones that still fit.

    What does not fit is put into ``refused``.
    """
    taken: list[int] = []
    refused = set() if refused is None else refused
    left = limit.words
    for i in order:
        if len(taken) >= limit.sentences or left < 3 or len(refused) > 30:
            break
        if lengths[i] > left or (leans[i] and refused and i - 1 not in taken):
            refused.add(i)
            continue
        taken.append(i)
        left -= lengths[i]
    return taken
