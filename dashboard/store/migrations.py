"""How a database grows from version to version: one function a step, in order, in plain SQL that never changes again.

A new database takes all the steps, so what is tested on a new one holds for an old one.  All steps run in one
transaction: a database is at one version or at the next, never between.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from dashboard.store.rows import document_of, first_line, short_name
from dashboard.store.schema import ABOUT, ARTICLES
from dashboard.store.search import create_index, index

Step = Callable[[sa.Connection], None]
LOCK = 7_302_615_448  # any number of ours: replicas that start together wait for each other
BATCH = 500


class TooNew(Exception):
    """Raised when the database was written by a later version of the program."""


def first(db: sa.Connection) -> None:
    """Version 1: articles and shares."""
    for statement in (
        "CREATE TABLE articles (id VARCHAR(64) NOT NULL PRIMARY KEY, owner VARCHAR(64) NOT NULL, "
        "document TEXT NOT NULL, corrections TEXT NOT NULL, added FLOAT NOT NULL, removed FLOAT)",
        "CREATE INDEX ix_articles_owner ON articles (owner)",
        "CREATE TABLE shares (hash VARCHAR(64) NOT NULL PRIMARY KEY, owner VARCHAR(64) NOT NULL, title TEXT NOT NULL, "
        "html TEXT NOT NULL, data TEXT NOT NULL, created FLOAT NOT NULL, expires FLOAT, revoked FLOAT, "
        "views INTEGER NOT NULL)",
        "CREATE INDEX ix_shares_owner ON shares (owner)",
    ):
        db.exec_driver_sql(statement)


def second(db: sa.Connection) -> None:
    """Version 2: search, lists that need not read, passwords, frozen scripts, keys."""
    for statement in (
        "ALTER TABLE articles ADD COLUMN name VARCHAR(12) NOT NULL DEFAULT ''",
        "ALTER TABLE articles ADD COLUMN title TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE articles ADD COLUMN card TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE shares ADD COLUMN password TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE assets (name VARCHAR(80) NOT NULL PRIMARY KEY, body TEXT NOT NULL)",
        "CREATE TABLE keys (name VARCHAR(40) NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE INDEX articles_shelf ON articles (owner, added)",
        "CREATE INDEX articles_name ON articles (owner, name)",
        "DROP INDEX ix_articles_owner",
    ):
        db.exec_driver_sql(statement)
    create_index(db)
    ids = list(db.scalars(sa.select(ARTICLES.c.id)))
    for start in range(0, len(ids), BATCH):
        some = sa.select(ARTICLES.c.id, ARTICLES.c.owner, ARTICLES.c.document)
        for row in list(db.execute(some.where(ARTICLES.c.id.in_(ids[start : start + BATCH])))):
            document = document_of(row.document)
            named = {"name": short_name(document), "title": first_line(document)}
            db.execute(ARTICLES.update().where(ARTICLES.c.id == row.id).values(**named))
            index(db, row.id, row.owner, document)


STEPS: tuple[Step, ...] = (first, second)
VERSION = len(STEPS)


def migrate(db: sa.Connection) -> None:
    """Bring the database up to VERSION, inside the transaction of ``db``.  Raises TooNew."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
    ABOUT.create(db, checkfirst=True)
    found = db.scalar(sa.select(ABOUT.c.version))
    if (found or 0) > VERSION:
        raise TooNew(
            f"the database was written by a later version of the program (schema {found}, this one knows "
            f"{VERSION}): install the newer version, or choose another database with --database"
        )
    for step in STEPS[found or 0 :]:
        step(db)
    if found is None:
        db.execute(ABOUT.insert().values(version=VERSION))
    elif found < VERSION:
        db.execute(ABOUT.update().values(version=VERSION))
