"""Summaries: sentences of the article chosen and kept in reading order.

A summariser is a plain function ``(Article, Budget) -> tuple[Pick, ...]``; a new one is one file and one line here.
"""

from __future__ import annotations

from collections.abc import Callable

from summariser.model import Article, Budget, Pick
from summariser.summary.news import news
from summariser.summary.query import answers
from summariser.summary.select import fill, never, room
from summariser.summary.sumy import ADAPTERS

__all__ = ["SUMMARISERS", "Summariser", "lead", "news", "summarise"]

Summariser = Callable[[Article, Budget], tuple[Pick, ...]]


def lead(article: Article, budget: Budget) -> tuple[Pick, ...]:
    """The first sentences, as far as they fit; a word budget smaller than the first sentence gives none."""
    lengths = [len(article.text[s.start : s.end].split()) for s in article.sentences]
    taken = fill(iter(range(len(lengths))), lengths, never, room(article, budget))
    return tuple(Pick(i, n + 1, 1 / (n + 1), "opens the story") for n, i in enumerate(sorted(taken)))


SUMMARISERS: dict[str, Summariser] = {"news": news, "lead": lead, **ADAPTERS}


def summarise(
    article: Article,
    algorithm: str = "news",
    sentences: int | None = None,
    words: int | None = None,
    share: float | None = None,
    query: str | None = None,
) -> tuple[Pick, ...]:
    """Sentences of ``article`` within one budget (five sentences when none is named), in reading order; with a
    ``query`` only sentences that answer it.

    Raises ValueError when the algorithm is unknown, a budget is not positive, a query is put to another algorithm
    than ``news``, or the text is too long for the algorithm.
    """
    if algorithm not in SUMMARISERS:
        raise ValueError(f"algorithm must be one of {', '.join(SUMMARISERS)}; not {algorithm!r}")
    if sentences is None and words is None and share is None:
        sentences = 5
    budget = Budget(sentences, words, share)
    if query is None or not query.strip():
        return SUMMARISERS[algorithm](article, budget)
    if algorithm != "news":
        raise ValueError(f"a query is answered by the algorithm news; not {algorithm!r}")
    wanted = answers(article, query)
    return tuple(p for p in news(article, budget, wanted) if wanted[p.sentence] > 0) if any(wanted) else ()
