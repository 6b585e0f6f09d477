"""Running text that two articles share: wire copy, by containment of five-word shingles (Broder 1997)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from summariser.comparison import Copy
from summariser.model import Article, Span

WORD = re.compile(r"\w+")
WIDTH = 5
LEAST = 0.1  # containment below which articles share set phrases and quotations, not copy
LONG = 12  # words from which a shared passage is shown


class Shingles(NamedTuple):
    """The body words of an article with their offsets, and the hash of each run of five."""

    spans: list[tuple[int, int]]
    marks: list[int]
    known: frozenset[int]


def share_copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The pairs of articles that share running text, most first."""
    shingled = [shingles(a) for a in articles]
    found = [c for i, j in combinations(range(len(articles)), 2) if (c := copied(articles, shingled, i, j))]
    return tuple(sorted(found, key=lambda c: (-c.containment, c.articles)))


def shingles(article: Article) -> Shingles:
    """The shingles of the body sentences; what people said is left out, for two reporters may hear the same speech."""
    said = [p for q in article.quotes for p in q.parts if q.kind != "indirect"]
    spans = [m.span() for s in article.sentences for m in WORD.finditer(article.text, s.start, s.end)]
    spans = without(spans, said)
    words = [article.text[a:b].casefold() for a, b in spans]
    marks = [hash(tuple(words[k : k + WIDTH])) for k in range(len(words) - WIDTH + 1)]
    return Shingles(spans, marks, frozenset(marks))


def without(spans: list[tuple[int, int]], said: Sequence[Span]) -> list[tuple[int, int]]:
    """The ``spans`` that lie outside ``said``."""
    starts = sorted(said)
    begins = [p.start for p in starts]
    kept = []
    for span in spans:
        at = bisect_right(begins, span[0]) - 1
        if at < 0 or starts[at].end <= span[0]:
            kept.append(span)
    return kept


def copied(articles: Sequence[Article], shingled: Sequence[Shingles], i: int, j: int) -> Copy | None:
    """What articles ``i`` and ``j`` share; None below the least containment."""
    a, b = shingled[i], shingled[j]
    common = a.known & b.known
    containment = len(common) / (min(len(a.known), len(b.known)) or 1)
    if containment < LEAST or len(common) < LONG:
        return None
    passages = tuple((n, *span) for n, s in ((i, a), (j, b)) for span in runs(s, common))
    return Copy((i, j), round(containment, 3), earlier(articles, i, j), passages)


def runs(shingled: Shingles, common: frozenset[int]) -> list[tuple[int, int]]:
    """The passages of shared shingles that are long enough to show."""
    found: list[tuple[int, int]] = []
    first = None
    for k in range(len(shingled.marks) + 1):
        if k < len(shingled.marks) and shingled.marks[k] in common:
            first = k if first is None else first
        elif first is not None:
            last = k + WIDTH - 2
            if last - first + 1 >= LONG:
                found.append((shingled.spans[first][0], shingled.spans[last][1]))
            first = None
    return found


def earlier(articles: Sequence[Article], i: int, j: int) -> int | None:
    """The article that was published first, where both say when."""
    one, two = articles[i].published, articles[j].published
    if not one or not two or one[: len(two)] == two[: len(one)]:
        return None
    return i if one < two else j
