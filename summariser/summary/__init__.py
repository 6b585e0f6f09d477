"""Summaries: sentences of the article chosen and kept in reading order.

A summariser is a plain function ``(Article, Budget) -> tuple[Pick, ...]``; a new one is one file and one line here.
"""

from __future__ import annotations

from collections.abc import Callable

from summariser.model import Article, Budget, Pick

Summariser = Callable[[Article, Budget], tuple[Pick, ...]]


def lead(article: Article, budget: Budget) -> tuple[Pick, ...]:
    """The first sentences."""
    count = min(budget.sentences or 3, len(article.sentences))
    return tuple(Pick(i, i + 1, 1 / (i + 1), "opens the story") for i in range(count))


SUMMARISERS: dict[str, Summariser] = {"lead": lead, "news": lead}


def summarise(
    article: Article,
    algorithm: str = "news",
    sentences: int | None = None,
    words: int | None = None,
    share: float | None = None,
) -> tuple[Pick, ...]:
    """Sentences of ``article`` within one budget (five sentences when none is named), in reading order.

    Raises ValueError when the algorithm is unknown or a budget is not positive.
    """
    if algorithm not in SUMMARISERS:
        raise ValueError(f"algorithm must be one of {', '.join(SUMMARISERS)}; not {algorithm!r}")
    if sentences is None and words is None and share is None:
        sentences = 5
    return SUMMARISERS[algorithm](article, Budget(sentences, words, share))
