"""A copy of everything in one ZIP, and back: of either kind of database into either kind.

The copy is one moment's; restoring adds what is missing and never overwrites what is there, so it may be done twice.
"""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from dashboard.store.migrations import VERSION, TooNew
from dashboard.store.rows import document_of
from dashboard.store.schema import TABLES
from dashboard.store.search import index
from dashboard.store.shares import Shares

BATCH = 200


class NoBackup(Exception):
    """Raised when a file is not a backup of ours."""


def back_up(store: Shares, path: Path) -> dict[str, int]:
    """Write everything to ``path``, which appears only when it is whole; how many rows of each table."""
    part = path.with_name(path.name + ".part")
    counts: dict[str, int] = {}
    try:
        with open(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, _one_moment(store) as db:
                for name, table in TABLES.items():
                    with archive.open(f"{name}.jsonl", "w", force_zip64=True) as lines:
                        counts[name] = 0
                        for row in db.execution_options(yield_per=BATCH).execute(table.select()).mappings():
                            lines.write(json.dumps(dict(row)).encode() + b"\n")
                            counts[name] += 1
                archive.writestr("about.json", json.dumps({"schema": VERSION, "rows": counts}))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return counts


def _one_moment(store: Shares) -> sa.Connection:
    """A connection that sees the database as it is now, whatever others write meanwhile."""
    db = store.engine.connect()
    if store.kind == "sqlite":
        return db.execution_options(one_moment=True)
    return db.execution_options(isolation_level="REPEATABLE READ")


def restore(store: Shares, path: Path) -> dict[str, int]:
    """Put the rows of a backup into the database, all or none; how many it lacked.  Raises NoBackup, TooNew."""
    counts: dict[str, int] = {}
    with _opened(path) as archive, store.writing() as db:
        for name, table in TABLES.items():
            counts[name] = 0
            for row in _rows(archive, name):
                if not store.insert(db, table, {k: v for k, v in row.items() if k in table.c}):
                    continue
                counts[name] += 1
                if name == "articles":
                    index(db, row["id"], row["owner"], document_of(row["document"]))
    return counts


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
        about = json.loads(archive.read("about.json"))
        missing = {f"{name}.jsonl" for name in TABLES} - set(archive.namelist())
        schema = int(about["schema"])
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise NoBackup(f"{path}: this is no backup of News Summariser ({error})") from None
    if schema > VERSION:
        raise TooNew(f"{path}: the backup was written by a later version of the program: install that, then restore")
    if missing:
        raise NoBackup(f"{path}: the backup is not whole, it lacks {', '.join(sorted(missing))}")
    return archive


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    try:
        with archive.open(f"{name}.jsonl") as lines:
            for line in lines:
                yield dict(json.loads(line))
    except (ValueError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise NoBackup(f"{archive.filename}: the backup is damaged in {name} ({type(error).__name__})") from None
