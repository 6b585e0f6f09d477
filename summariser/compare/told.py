"""What each sentence of a set tells: its weighed words, whom it names, what it counts, whose speech it holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from summariser.columns import quote_of
from summariser.compare.figures import SMALL, Figure, figures
from summariser.comparison import SharedActor, SharedQuote
from summariser.lexicon import entries
from summariser.model import Article
from summariser.summary.alike import Place, places, text_of
from summariser.summary.terms import Vector, stem, terms, vectors

POSSESSIVES = frozenset({"his", "her", "its", "their"})  # "her union" tells of the union
T = TypeVar("T", int, str)


class Told(NamedTuple):
    """One sentence: ``topic`` are its words but for names and what people are called, ``actors`` and ``quotes`` are
    indices into what the set shares, ``told_of`` the actors that more than a possessive names, ``said`` is how much of
    it stands in quotation marks, ``depth`` how far down its article it stands (0 to 1)."""

    place: Place
    bag: Vector
    topic: frozenset[str]
    actors: frozenset[int]
    told_of: frozenset[int]
    quotes: frozenset[int]
    figures: tuple[Figure, ...]
    days: frozenset[str]
    said: float
    depth: float


@cache
def like_words() -> dict[str, str]:
    """Stem -> the stem that stands for its group; number words -> digits."""
    found = {stem(word): str(value) for word, value in SMALL.items() if stem(word)}
    for group in entries("like-words"):
        stems = [s for word in group.split() if (s := stem(word))]
        for s in stems:
            found.setdefault(s, stems[0])
    return found


def content(text: str) -> list[str]:
    """The stems of ``text``, words for one thing made one."""
    alike = like_words()
    return [alike.get(s, s) for s in terms(text)]


def told(articles: Sequence[Article], actors: Sequence[SharedActor], quotes: Sequence[SharedQuote]) -> list[Told]:
    """Every sentence of the set, article by article."""
    where = places(articles)
    texts = [text_of(articles, p) for p in where]
    bags = vectors([content(t) for t in texts])
    names = {w for a in actors for words in (a.name, a.role or "") for w in content(words)}
    named = [spread(a, owners(n, a, actors)) for n, a in enumerate(articles)]
    told_of = [spread(a, owners(n, a, actors, POSSESSIVES)) for n, a in enumerate(articles)]
    heard = [spread(a, utterances(n, a, quotes)) for n, a in enumerate(articles)]
    days = [spread(a, ((d.start, d.value[:10]) for d in a.dates if d.type in ("DATE", "TIME"))) for a in articles]
    said = [quoted(a) for a in articles]
    return [
        Told(
            (n, i),
            bag,
            frozenset(bag) - names,
            frozenset(named[n][i]),
            frozenset(told_of[n][i]),
            frozenset(heard[n][i]),
            tuple(figures(text)),
            frozenset(d for d in days[n][i] if len(d) == 10 and d[4] == "-"),
            said[n][i],
            i / len(articles[n].sentences),
        )
        for (n, i), text, bag in zip(where, texts, bags, strict=True)
    ]


def owners(
    n: int, article: Article, actors: Sequence[SharedActor], but: frozenset[str] = frozenset()
) -> Iterable[tuple[int, int]]:
    """(offset, shared actor) of every mention in article ``n`` ``but`` for these words."""
    for k, actor in enumerate(actors):
        for at, i in actor.members:
            if at == n:
                mentions = article.actors[i].mentions
                yield from ((m.start, k) for m in mentions if article.text[m.start : m.end].lower() not in but)


def utterances(n: int, article: Article, quotes: Sequence[SharedQuote]) -> Iterable[tuple[int, int]]:
    """(offset, shared quotation) of every part of what article ``n`` shares."""
    for k, shared in enumerate(quotes):
        for at, i in shared.members:
            if at == n and len(shared.members) > 1:
                yield from ((p.start, k) for p in quote_of(article, i).parts)


def spread(article: Article, found: Iterable[tuple[int, T]]) -> list[set[T]]:
    """What was ``found`` at offsets, sentence by sentence."""
    starts = [s.start for s in article.sentences]
    rows: list[set[T]] = [set() for _ in starts]
    for offset, what in found:
        at = bisect_right(starts, offset) - 1
        if at >= 0 and offset < article.sentences[at].end:
            rows[at].add(what)
    return rows


def quoted(article: Article) -> list[float]:
    """How much of each sentence stands in quotation marks."""
    parts = sorted(p for q in article.quotes if q.kind != "indirect" for p in q.parts)
    ends = [p.end for p in parts]
    shares = []
    for start, end, _ in article.sentences:
        held = 0
        for p in parts[bisect_left(ends, start) :]:
            if p.start >= end:
                break
            held += min(p.end, end) - max(p.start, start)
        shares.append(max(0, min(held, end - start)) / max(1, end - start))
    return shares
