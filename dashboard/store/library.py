"""The library: each owner's articles, what they put right in them, and search."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from dashboard.store.database import Database, patient
from dashboard.store.rows import (
    Entry,
    Kept,
    clean,
    corrections_of,
    corrections_row,
    digest,
    document_of,
    document_row,
    first_line,
    short_name,
)
from dashboard.store.schema import ARTICLES
from dashboard.store.search import forget, index, matching
from summariser.model import Corrections, Document

A = ARTICLES.c
LISTED = sa.select(A.id, A.name, A.title, A.added, A.card, (A.corrections != "{}").label("corrected"))
KEPT_DAYS = 30


class Library(Database):
    """What is asked with an owner touches the articles of that owner only."""

    @patient
    def keep(self, owner: str, document: Document, card: str = "") -> str:
        """Put an article into the library; the same text and title twice is kept once.  Its id.

        What was put right before the file was exported comes with it, unless the article here has corrections.
        """
        key = digest("\0".join([owner, document.title or "", document.published or "", document.text]))
        row: dict[str, Any] = {
            "id": key,
            "owner": owner,
            "document": document_row(document),
            "corrections": corrections_row(document.corrections) if document.corrections != Corrections() else "{}",
            "card": card,
        }
        row |= {"added": time.time(), "name": short_name(document), "title": first_line(document)}
        with self.writing() as db:
            if not self.insert(db, ARTICLES, row):
                db.execute(_own(ARTICLES.update(), owner, key).values(removed=None))
                if row["corrections"] != "{}":
                    bare = _own(ARTICLES.update(), owner, key).where(A.corrections == "{}")
                    db.execute(bare.values(corrections=row["corrections"], card=card))
            else:
                index(db, key, owner, document)
        return key

    def insert(self, db: sa.Connection, table: sa.Table, row: dict[str, Any]) -> bool:
        """Put a row in where its key is not taken yet; whether it was not."""
        from sqlalchemy.dialects import postgresql, sqlite

        made = (sqlite.insert if self.kind == "sqlite" else postgresql.insert)(table)
        key = next(iter(table.primary_key))
        return db.execute(made.values(**row).on_conflict_do_nothing().returning(key)).first() is not None

    @patient
    def library(self, owner: str, limit: int | None = None, words: str = "") -> list[Kept]:
        """The owner's articles, the latest first; with ``words`` those that hold them all."""
        rows = self._shelf(sa.select(ARTICLES), owner, words).order_by(A.added.desc(), A.id).limit(limit)
        with self.reading() as db:
            return [_kept(row) for row in db.execute(rows)]

    @patient
    def entries(self, owner: str, words: str = "", limit: int | None = None, skip: int = 0) -> list[Entry]:
        """What a list needs of the owner's articles, the latest first, without their texts."""
        rows = self._shelf(LISTED, owner, words).order_by(A.added.desc(), A.id).limit(limit).offset(skip)
        with self.reading() as db:
            return [Entry(*row) for row in db.execute(rows)]

    @patient
    def named(self, owner: str, names: Sequence[str]) -> list[Entry]:
        """Those of the owner's articles that have these short names, the latest first."""
        found: list[Entry] = []
        with self.reading() as db:
            for start in range(0, len(names), 500):
                some = A.name.in_([clean(name)[:64] for name in names[start : start + 500]])
                found += (Entry(*row) for row in db.execute(self._shelf(LISTED, owner).where(some)))
        return sorted(found, key=lambda entry: -entry.added)

    @patient
    def count(self, owner: str, words: str = "") -> int:
        """How many articles the owner has; with ``words`` how many hold them all."""
        with self.reading() as db:
            return int(db.scalar(self._shelf(sa.select(sa.func.count()).select_from(ARTICLES), owner, words)) or 0)

    @patient
    def get(self, owner: str, article: str) -> Kept | None:
        """The owner's article with this id, also one just taken out."""
        with self.reading() as db:
            row = db.execute(_own(sa.select(ARTICLES), owner, article)).first()
            return _kept(row) if row is not None else None

    @patient
    def find(self, owner: str, name: str) -> Kept | None:
        """The owner's article with this short name."""
        rows = self._shelf(sa.select(ARTICLES), owner).where(A.name == clean(name)[:64]).limit(1)
        with self.reading() as db:
            row = db.execute(rows).first()
            return _kept(row) if row is not None else None

    @patient
    def owns(self, owner: str) -> bool:
        """Whether this owner ever kept an article."""
        with self.reading() as db:
            return db.scalar(sa.select(A.id).where(A.owner == owner).limit(1)) is not None

    @patient
    def correct(self, owner: str, article: str, corrections: Corrections, card: str = "") -> None:
        """Keep what a person put right in one of their articles, and what lists say of it then."""
        with self.writing() as db:
            row = {"corrections": corrections_row(corrections), "card": clean(card)}
            db.execute(_own(ARTICLES.update(), owner, article).values(**row))

    @patient
    def describe(self, owner: str, cards: Mapping[str, str]) -> None:
        """Keep what lists say of articles, by their ids."""
        with self.writing() as db:
            for article, card in cards.items():
                db.execute(_own(ARTICLES.update(), owner, article).values(card=clean(card)))

    @patient
    def remove(self, owner: str, article: str) -> None:
        """Take an article out of the library; ``restore`` brings it back, for some weeks."""
        with self.writing() as db:
            db.execute(_own(ARTICLES.update(), owner, article).values(removed=time.time()))

    @patient
    def restore(self, owner: str, article: str) -> None:
        """Bring a removed article back."""
        with self.writing() as db:
            db.execute(_own(ARTICLES.update(), owner, article).values(removed=None))

    @patient
    def forget_removed(self, days: float = KEPT_DAYS) -> int:
        """Delete for good what was removed longer ago than this; how many articles."""
        with self.writing() as db:
            gone = list(db.scalars(sa.select(A.id).where(A.removed < time.time() - days * 86400).limit(10_000)))
            for start in range(0, len(gone), 500):
                some = gone[start : start + 500]
                forget(db, some)
                db.execute(ARTICLES.delete().where(A.id.in_(some)))
        return len(gone)

    def _shelf(self, rows: Any, owner: str, words: str = "") -> Any:
        """The rows of this owner that are not removed; with ``words`` those that hold them."""
        condition = matching(self.kind, owner, words)
        mine = rows.where(A.owner == owner, A.removed.is_(None))
        return mine if condition is None else mine.where(condition)


def _own(statement: Any, owner: str, article: str) -> Any:
    return statement.where(A.id == article, A.owner == owner)


def _kept(row: Any) -> Kept:
    return Kept(row.id, document_of(row.document), corrections_of(row.corrections), row.added, row.name)
