"""Rows of the database <-> the program's types."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict
from typing import NamedTuple

from summariser.codec import decode_corrections
from summariser.model import Block, Corrections, Document


class Kept(NamedTuple):
    """One article in a library."""

    id: str
    document: Document
    corrections: Corrections
    added: float
    name: str = ""


class Entry(NamedTuple):
    """What a list says of one article, without its text; ``card`` is what ``describe`` put down, else empty."""

    id: str
    name: str
    title: str
    added: float
    card: str
    corrected: bool


class Share(NamedTuple):
    """One share as its owner sees it; the token is not kept, so a lost link cannot be shown again."""

    hash: str
    title: str
    created: float
    expires: float | None
    revoked: float | None
    views: int
    locked: bool = False

    @property
    def state(self) -> str:
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= time.time() else "open"


def digest(text: str) -> str:
    """The SHA-256 of a text, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def clean(text: str) -> str:
    """Text that any database takes: no lone surrogates, no zero characters."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def short_name(document: Document) -> str:
    """A short name of an article for the address line, the same on every visit."""
    return digest(f"{document.title or ''}\0{document.text}")[:12]


def first_line(document: Document) -> str:
    """What lists call an article that was not read yet: its title, else its first line."""
    lines = (line.strip() for line in (document.title or document.text[:2000]).splitlines())
    return clean(next(filter(None, lines), ""))[:200]


def document_row(document: Document) -> str:
    """A document as JSON."""
    row = document._asdict()
    del row["corrections"]  # kept in a column of their own
    return json.dumps(row)


def document_of(text: str) -> Document:
    """The document of a row; fields that this version does not know are passed over."""
    row = json.loads(text)
    blocks = row.get("blocks")
    known = {k: v for k, v in row.items() if k in Document._fields}
    frozen = {"blocks": tuple(Block(*b) for b in blocks) if blocks else None, "warnings": tuple(row["warnings"])}
    return Document(**known | frozen)


def corrections_row(corrections: Corrections) -> str:
    """Corrections as JSON."""
    return json.dumps(asdict(corrections))


def corrections_of(text: str) -> Corrections:
    """The corrections of a row; fields that this version does not know are passed over."""
    return decode_corrections(json.loads(text))
