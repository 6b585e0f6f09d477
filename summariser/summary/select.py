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
Leans = Callable[[int], bool]  # whether a sentence stands only after its predecessor


def never(sentence: int) -> bool:
    """No sentence leans, for who does not ask."""
    return False


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
    """What each sentence is worth by itself, the ``words`` it holds, for a word the sentences that hold it, each with
    what it ``adds`` there, and for a sentence what it ``costs`` that it leans on another: nothing, or less."""

    scores: Sequence[float]
    words: Callable[[int], Iterable[Word]]
    adds: Callable[[Word], Iterable[tuple[int, float]]]
    costs: Callable[[int], float] = lambda sentence: 0.0


def in_order(values: Values[Word], leans: Leans, refused: Collection[int] = ()) -> Iterator[int]:
    """Sentence numbers, best first, each adding something new; one that leans on its predecessor comes only after it.

    A word that a chosen sentence has told adds nothing to the others.  Greedy, with lazy evaluation, since values only
    fall (Minoux 1978); whether a sentence leans is asked when its turn comes.  A leaning sentence is worth no more than
    it and its predecessor on average.  Who draws from it puts into ``refused`` what found no room: that tells nothing.
    """
    left, told, chosen = list(values.scores), set[Word](), set[int]()
    lowered = set[int]()  # those that are worth more again when their predecessor is chosen

    def worth(i: int) -> float:
        alone = left[i] + values.costs(i)
        if leans(i) and i - 1 not in chosen:
            lowered.add(i)
            return min(alone, (alone + left[i - 1] + values.costs(i - 1)) / 2) if i else alone - 1.0
        return alone

    def tell(i: int) -> None:
        chosen.add(i)
        for word in values.words(i):
            if word not in told:
                told.add(word)
                for k, much in values.adds(word):
                    left[k] -= much

    heap = [(-much, i) for i, much in enumerate(left)]
    heapq.heapify(heap)
    while heap:
        old, i = heapq.heappop(heap)
        if i in chosen:
            continue
        now = worth(i) if not heap or left[i] >= -heap[0][0] else left[i]  # no need to ask whether it leans
        if heap and now < -old - 1e-12 and -heap[0][0] > now:
            heapq.heappush(heap, (-now, i))
            continue
        for k in chain(i, leans, chosen):
            yield k
            if k in refused:
                break
            tell(k)
            if k + 1 in lowered and k + 1 not in chosen:
                heapq.heappush(heap, (-worth(k + 1), k + 1))


def chain(i: int, leans: Leans, chosen: set[int]) -> list[int]:
    """``i`` after the sentences that it leans on, at most three back."""
    first = i
    while first > 0 and i - first < 3 and first - 1 not in chosen and leans(first):
        first -= 1
    return list(range(first, i + 1))


def fill(
    order: Iterator[int], lengths: Sequence[int], leans: Leans, limit: Room, refused: set[int] | None = None
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
        if lengths[i] > left or (refused and i - 1 not in taken and leans(i)):
            refused.add(i)
            continue
        taken.append(i)
        left -= lengths[i]
    return taken
