"""The library that a notebook shares with the app behind JupyterLab's tile."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.entries import described
from dashboard.settings import the_store
from summariser.correct import correct
from summariser.model import Article, Corrections, Document
from summariser.read import read
from summariser.table import Articles

OWNER = "local"


def kept() -> Articles[Article]:
    """Every article of the library as it was put right, the latest first."""
    store = the_store()
    found = [store.get(OWNER, entry.id) for entry in store.entries(OWNER)]
    return Articles(
        correct(read(k.document.text, k.document.published, document=k.document), k.corrections) for k in found if k
    )


def keep(articles: Sequence[Article], corrections: Sequence[Corrections]) -> int:
    """Put articles as the program read them, with what was put right in each, into the library; how many."""
    store = the_store()
    for article, right in zip(articles, corrections, strict=True):
        id = store.keep(OWNER, document(article), described(correct(article, right)))
        if right != Corrections():
            store.correct(OWNER, id, right, described(correct(article, right)))
    return len(articles)


def document(article: Article) -> Document:
    """An article as a file would hold it: what was decided of its lines goes with it."""
    about = (article.title, article.byline, article.outlet, article.published)
    return Document(article.id, article.source, article.text, *about, None, article.language, article.blocks)
