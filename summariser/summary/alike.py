"""How much alike the sentences of several articles are: cosines of TF-IDF vectors over the whole set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summariser.model import Article
from summariser.summary.terms import Vector, terms, vectors

Place = tuple[int, int]  # article index, sentence index


def places(articles: Sequence[Article]) -> list[Place]:
    """Every sentence of the set, article by article."""
    return [(n, i) for n, a in enumerate(articles) for i in range(len(a.sentences))]


def text_of(articles: Sequence[Article], place: Place) -> str:
    """The words of one sentence of the set."""
    article = articles[place[0]]
    sentence = article.sentences[place[1]]
    return article.text[sentence.start : sentence.end]


def set_vectors(articles: Sequence[Article]) -> list[Vector]:
    """A vector for each of ``places``; how rare a word is, is counted over the whole set."""
    return vectors([terms(text_of(articles, p)) for p in places(articles)])


def alike(where: Sequence[Place], bags: Sequence[Vector], least: float) -> list[tuple[float, int, int]]:
    """(cosine, i, j) of the sentences of different articles that are at least that alike; i before j.

    By an inverted index: only sentences that share a word are ever looked at.
    """
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found = []
    for j, bag in enumerate(bags):
        sums: dict[int, float] = defaultdict(float)
        for word, x in bag.items():
            for i, y in index[word]:
                sums[i] += x * y
            index[word].append((j, x))
        found += [(s, i, j) for i, s in sums.items() if s >= least and where[i][0] != where[j][0]]
    return found
