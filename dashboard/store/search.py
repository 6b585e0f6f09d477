"""Search in the articles' words: FTS5 in SQLite, tsvector in PostgreSQL.

Both stem English and take the beginning of a word.  Words are cut and accents dropped here, so that both databases find
the same; the articles themselves are not touched.
"""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa

from dashboard.store.rows import clean
from dashboard.store.schema import ARTICLES
from summariser.model import Document

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 12
MOST_BYTES = 400_000  # PostgreSQL takes a megabyte of stems and places for one article
TABLES = {
    "sqlite": (
        "CREATE VIRTUAL TABLE article_words USING fts5(id UNINDEXED, owner, title, text, tokenize='porter unicode61')",
    ),
    "postgresql": (
        # English stems, but without a list of words too common to look for
        "CREATE TEXT SEARCH DICTIONARY news_stem (TEMPLATE = snowball, Language = english)",
        "CREATE TEXT SEARCH CONFIGURATION news (COPY = english)",
        "ALTER TEXT SEARCH CONFIGURATION news ALTER MAPPING REPLACE english_stem WITH news_stem",
        "CREATE TABLE article_words (id VARCHAR(64) NOT NULL PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX article_words_gin ON article_words USING gin (words)",
    ),
}
INSERT = {
    "sqlite": "INSERT INTO article_words (id, owner, title, text) VALUES (:id, :owner, :title, :text)",
    "postgresql": "INSERT INTO article_words (id, words) VALUES (:id, to_tsvector('news', :title || ' ' || :text))",
}
MATCH = {
    "sqlite": "SELECT id FROM article_words WHERE article_words MATCH :words",
    "postgresql": "SELECT id FROM article_words WHERE words @@ to_tsquery('news', :words)",
}


def create_index(db: sa.Connection) -> None:
    """Make the empty index."""
    for statement in TABLES[db.dialect.name]:
        db.exec_driver_sql(statement)


def index(db: sa.Connection, key: str, owner: str, document: Document) -> None:
    """Make one article findable."""
    title, text = " ".join(words_of(document.title or "")), " ".join(words_of(document.text))
    cut = text.encode()[:MOST_BYTES].decode("utf-8", "ignore")
    db.execute(sa.text(INSERT[db.dialect.name]), {"id": key, "owner": owner, "title": title[:1000], "text": cut})


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents."""
    apart = unicodedata.normalize("NFKD", clean(text).casefold())
    return WORD.findall("".join(c for c in apart if not unicodedata.combining(c)))


def forget(db: sa.Connection, keys: list[str]) -> None:
    """Take articles out of the index."""
    db.execute(
        sa.text("DELETE FROM article_words WHERE id IN :keys").bindparams(sa.bindparam("keys", keys, expanding=True))
    )


def matching(dialect: str, owner: str, asked: str) -> sa.ColumnElement[bool] | None:
    """The condition that an article holds all these words, each at least as a beginning; None when there are none."""
    words = words_of(asked[:1000])[:MOST_WORDS]
    if not words:
        return None
    if dialect == "sqlite":
        terms = " AND ".join(f'"{w}"*' for w in words)
        query = f'owner : "{owner}" AND {{title text}} : ({terms})'
    else:
        query = " & ".join(f"'{w}':*" for w in words)
    found = sa.text(MATCH[dialect]).bindparams(words=query).columns(ARTICLES.c.id)
    return ARTICLES.c.id.in_(found)
