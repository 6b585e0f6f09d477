"""Library and shares in a database (SQLAlchemy 2 Core).

What is written is durable before the call returns.  A share is kept as frozen HTML, with the data beside it, under the
hash of its token: who reads the database cannot open a share, and an upgrade does not change what was shared.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from summariser.model import Corrections, Document

VERSION = 1
TOKEN_BYTES = 32
META = sa.MetaData()
ABOUT = sa.Table("about", META, sa.Column("version", sa.Integer, nullable=False))
ARTICLES = sa.Table(
    "articles",
    META,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(64), nullable=False, index=True),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("corrections", sa.Text, nullable=False, default="{}"),
    sa.Column("added", sa.Float, nullable=False),
    sa.Column("removed", sa.Float),
)
SHARES = sa.Table(
    "shares",
    META,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(64), nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("html", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("created", sa.Float, nullable=False),
    sa.Column("expires", sa.Float),
    sa.Column("revoked", sa.Float),
    sa.Column("views", sa.Integer, nullable=False, default=0),
)


class TooNew(Exception):
    """Raised when the database was written by a later version of the program."""


class Kept(NamedTuple):
    """One article in a library."""

    id: str
    document: Document
    corrections: Corrections
    added: float


class Share(NamedTuple):
    """One share as its owner sees it; the token is not kept, so a lost link cannot be shown again."""

    hash: str
    title: str
    created: float
    expires: float | None
    revoked: float | None
    views: int

    @property
    def state(self) -> str:
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= time.time() else "open"


def digest(text: str) -> str:
    """The SHA-256 of a text, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Store:
    """The database at ``place``: a path of a SQLite file, or an SQLAlchemy URL."""

    def __init__(self, place: str | Path) -> None:
        url = str(place)
        if "://" not in url:
            Path(url).parent.mkdir(parents=True, exist_ok=True)
            url = f"sqlite:///{url}"
        self.engine = sa.create_engine(url, pool_pre_ping=True)
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _careful)
            sa.event.listen(self.engine, "begin", _begin)
        self._prepare()

    def _prepare(self) -> None:
        with self.writing() as db:
            META.create_all(db)
            found = db.scalar(sa.select(ABOUT.c.version))
            if found is None:
                db.execute(ABOUT.insert().values(version=VERSION))
            elif found > VERSION:
                raise TooNew(
                    f"the database was written by a later version of the program (schema {found}, this one knows "
                    f"{VERSION}): install the newer version, or choose another file with --database"
                )

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction, committed at the end."""
        with self.engine.begin() as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that takes no lock."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            yield db

    def keep(self, owner: str, document: Document) -> str:
        """Put an article into the library; the same text and title twice is kept once.  Its id."""
        key = digest("\0".join([owner, document.title or "", document.published or "", document.text]))
        with self.writing() as db:
            if db.scalar(sa.select(ARTICLES.c.id).where(ARTICLES.c.id == key)):
                db.execute(ARTICLES.update().where(ARTICLES.c.id == key).values(removed=None))
            else:
                row = json.dumps(document._asdict())
                db.execute(ARTICLES.insert().values(id=key, owner=owner, document=row, added=time.time()))
        return key

    def library(self, owner: str) -> list[Kept]:
        """The owner's articles, the latest first."""
        rows = sa.select(ARTICLES).where(ARTICLES.c.owner == owner, ARTICLES.c.removed.is_(None))
        with self.reading() as db:
            return [_kept(row) for row in db.execute(rows.order_by(ARTICLES.c.added.desc()))]

    def correct(self, owner: str, article: str, corrections: Corrections) -> None:
        """Keep what a person put right in one of their articles."""
        row = json.dumps({name: getattr(corrections, name) for name in Corrections.__slots__})
        with self.writing() as db:
            db.execute(_own(ARTICLES.update(), owner, article).values(corrections=row))

    def remove(self, owner: str, article: str) -> None:
        """Take an article out of the library; ``restore`` brings it back."""
        with self.writing() as db:
            db.execute(_own(ARTICLES.update(), owner, article).values(removed=time.time()))

    def restore(self, owner: str, article: str) -> None:
        """Bring a removed article back."""
        with self.writing() as db:
            db.execute(_own(ARTICLES.update(), owner, article).values(removed=None))

    def share(self, owner: str, title: str, html: str, data: str, days: float | None = None) -> str:
        """Freeze a page; the token that opens it, which is not kept anywhere."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = time.time()
        row = {"owner": owner, "title": title, "html": _clean(html), "data": data, "created": now}
        with self.writing() as db:
            ends = now + days * 86400 if days is not None else None
            db.execute(SHARES.insert().values(hash=digest(token), expires=ends, **row))
        return token

    def shared(self, token: str) -> str | None:
        """The frozen page behind a token, counted as seen; None when wrong, expired or revoked alike.

        Looking the hash up needs no constant time: who guesses tokens learns nothing from how near a hash was.
        """
        key = digest(token)
        with self.reading() as db:
            row = db.execute(sa.select(SHARES).where(SHARES.c.hash == key)).first()
        if row is None or not secrets.compare_digest(row.hash, key) or _share(row).state != "open":
            return None
        with self.writing() as db:
            db.execute(SHARES.update().where(SHARES.c.hash == key).values(views=SHARES.c.views + 1))
        return str(row.html)

    def shares(self, owner: str) -> list[Share]:
        """The owner's shares, the latest first."""
        with self.reading() as db:
            rows = db.execute(sa.select(SHARES).where(SHARES.c.owner == owner).order_by(SHARES.c.created.desc()))
            return [_share(row) for row in rows]

    def revoke(self, owner: str, key: str) -> None:
        """Close a share for good."""
        with self.writing() as db:
            mine = (SHARES.c.hash == key, SHARES.c.owner == owner, SHARES.c.revoked.is_(None))
            db.execute(SHARES.update().where(*mine).values(revoked=time.time()))


def _careful(connection: Any, _record: object) -> None:
    """SQLite: durable writes, readers beside a writer, patience with other writers."""
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=15000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once: a reader that turns writer half way would fail instead of waiting."""
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _own(statement: Any, owner: str, article: str) -> Any:
    return statement.where(ARTICLES.c.id == article, ARTICLES.c.owner == owner)


def _clean(text: str) -> str:
    """Text that any database takes: no lone surrogates, no zero characters."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _kept(row: Any) -> Kept:
    return Kept(row.id, _document(json.loads(row.document)), _corrections(json.loads(row.corrections)), row.added)


def _document(row: dict[str, Any]) -> Document:
    from summariser.model import Block

    blocks = row.get("blocks")
    known = {k: v for k, v in row.items() if k in Document._fields}
    return Document(
        **known | {"blocks": tuple(Block(*b) for b in blocks) if blocks else None, "warnings": tuple(row["warnings"])}
    )


def _corrections(row: dict[str, Any]) -> Corrections:
    def frozen(value: Any) -> Any:
        return tuple(frozen(v) for v in value) if isinstance(value, list) else value

    return Corrections(**{k: frozen(v) for k, v in row.items() if k in Corrections.__slots__})


def _share(row: Any) -> Share:
    return Share(row.hash, row.title, row.created, row.expires, row.revoked, row.views)
