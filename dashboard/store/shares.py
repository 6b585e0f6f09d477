"""Shares: frozen pages behind links that cannot be guessed.

Of a token only the hash is kept: who reads the database cannot open a share.  The page is kept as HTML with its data
beside it, and the scripts it needs under the hash of their text, so an upgrade does not change what was shared.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from dashboard.store.database import patient
from dashboard.store.library import Library
from dashboard.store.passwords import Guard, locked, opens
from dashboard.store.rows import Share, clean, digest
from dashboard.store.schema import ASSETS, KEYS, SHARES

TOKEN_BYTES = 32
S = SHARES.c
LISTED = (S.hash, S.title, S.created, S.expires, S.revoked, S.views, (S.password != "").label("locked"))
GUARD = Guard()


class PasswordNeeded(Exception):
    """Raised when an open share needs a password: ``tried`` says that the one given was wrong, ``wait`` that there
    were too many wrong ones just now."""

    def __init__(self, tried: bool = False, wait: bool = False) -> None:
        super().__init__("this page needs a password")
        self.tried, self.wait = tried, wait


class Shares(Library):
    """The shares of one database."""

    def share(
        self,
        owner: str,
        title: str,
        html: str,
        data: str,
        days: float | None = None,
        password: str | None = None,
        assets: Mapping[str, str] | None = None,
    ) -> str:
        """Freeze a page; the token that opens it, which is not kept anywhere."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = time.time()
        row = {"hash": digest(token), "owner": owner, "title": clean(title), "html": clean(html), "data": clean(data)}
        row |= {"password": locked(password) if password else ""}
        self._freeze(row | {"created": now, "expires": now + days * 86400 if days is not None else None}, assets or {})
        return token

    @patient
    def _freeze(self, row: dict[str, Any], assets: Mapping[str, str]) -> None:
        with self.writing() as db:
            for name, body in assets.items():
                if db.scalar(sa.select(ASSETS.c.name).where(ASSETS.c.name == name)) is None:
                    self.insert(db, ASSETS, {"name": name, "body": body})
            self.insert(db, SHARES, row | {"views": 0})

    @patient
    def shared(self, token: str, password: str | None = None) -> str | None:
        """The frozen page behind a token, counted as seen; None when wrong, expired or revoked alike.

        Raises PasswordNeeded.
        """
        key = digest(token)
        with self.reading() as db:
            row = db.execute(sa.select(*LISTED, S.password).where(S.hash == key)).first()
        found = Share(*row[:7]) if row is not None else None
        if row is None or found is None or not secrets.compare_digest(row.hash, key) or found.state != "open":
            return None
        if row.password:
            _ask(key, password, row.password)
        with self.writing() as db:
            db.execute(SHARES.update().where(S.hash == key).values(views=S.views + 1))
            return str(db.scalar(sa.select(S.html).where(S.hash == key)))

    @patient
    def asset(self, name: str) -> str | None:
        """A script of shared pages, as it was when they were frozen."""
        with self.reading() as db:
            found = db.scalar(sa.select(ASSETS.c.body).where(ASSETS.c.name == clean(name)[:80]))
            return str(found) if found is not None else None

    @patient
    def shares(self, owner: str) -> list[Share]:
        """The owner's shares, the latest first."""
        with self.reading() as db:
            rows = db.execute(sa.select(*LISTED).where(S.owner == owner).order_by(S.created.desc()))
            return [Share(*row) for row in rows]

    @patient
    def revoke(self, owner: str, key: str) -> bool:
        """Close a share for good, and forget its page; whether there was an open one."""
        with self.writing() as db:
            mine = (S.hash == key, S.owner == owner, S.revoked.is_(None))
            gone = {"revoked": time.time(), "html": "", "data": ""}
            return bool(db.execute(SHARES.update().where(*mine).values(**gone)).rowcount)

    @patient
    def forget_expired(self, days: float = 30) -> None:
        """Forget the pages of links that ran out longer ago than this; the list still names them."""
        with self.writing() as db:
            over = (S.expires < time.time() - days * 86400, S.html != "")
            db.execute(SHARES.update().where(*over).values(html="", data=""))

    @patient
    def key(self, name: str) -> str:
        """A secret of this database, made when it is first asked for; all servers on it have the same."""
        with self.reading() as db:
            found = db.scalar(sa.select(KEYS.c.value).where(KEYS.c.name == name))
        if found is None:
            with self.writing() as db:
                self.insert(db, KEYS, {"name": name, "value": secrets.token_urlsafe(TOKEN_BYTES)})
                found = db.scalar(sa.select(KEYS.c.value).where(KEYS.c.name == name))
        return str(found)


def _ask(key: str, password: str | None, kept: str) -> None:
    """Raise PasswordNeeded unless the password is right."""
    if password is None:
        raise PasswordNeeded()
    if GUARD.busy(key):
        raise PasswordNeeded(wait=True)
    if not opens(password, kept):
        GUARD.failed(key)
        raise PasswordNeeded(tried=True)
