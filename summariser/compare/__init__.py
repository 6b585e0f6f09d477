"""Several articles side by side: what they share, change and leave out, each with the words that prove it."""

from __future__ import annotations

from dataclasses import replace

from summariser.compare.actors import share_actors
from summariser.compare.claims import share_claims
from summariser.compare.copies import share_copies
from summariser.compare.findings import find_findings
from summariser.compare.numbers import share_numbers
from summariser.compare.quotes import share_quotes
from summariser.comparison import Comparison
from summariser.model import Article, Budget
from summariser.summary.multi import digest, news_in

__all__ = ["compare"]

MOST = 12


def compare(
    articles: tuple[Article, ...], words: int | None = None, query: str | None = None, news_of: int | None = None
) -> Comparison:
    """Set two to twelve ``articles`` side by side; ``words`` is the budget of the one summary of them all (150).

    With a ``query`` that summary holds only what answers it; with ``news_of`` only what the article with that number
    says and the others do not.

    Raises ValueError for fewer than two or more than twelve articles, a budget that is not positive, or both a query
    and the news of one.
    """
    if not 2 <= len(articles) <= MOST:
        raise ValueError(f"compare takes 2 to {MOST} articles; not {len(articles)}")
    if words is not None and words <= 0:
        raise ValueError(f"words must be positive; not {words}")
    if query and news_of is not None:
        raise ValueError(f"a summary answers a query or tells one's news; not both {query!r} and {news_of}")
    budget = Budget(words=words or 150)
    summary = digest(articles, budget, query) if news_of is None else news_in(articles, news_of, budget)
    actors = share_actors(articles)
    quotes = share_quotes(articles, actors)
    claims = share_claims(articles, actors, quotes)
    numbers = share_numbers(articles, claims, actors)
    found = Comparison(articles, summary, actors, quotes, claims, numbers, share_copies(articles))
    return replace(found, findings=find_findings(found))
