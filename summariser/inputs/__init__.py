"""Bytes -> Documents.  One file a format; limits in one place; READERS says which reader takes which ending."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from summariser.model import Document


def open_path(path: Path) -> Iterator[Document]:
    """The articles of one file or of a folder.  Raises UnreadableFile."""
    if path.is_dir():
        for child in sorted(path.iterdir()):
            yield from open_path(child)
    else:
        yield from open_bytes(path.read_bytes(), str(path))


def open_bytes(data: bytes, name: str) -> Iterator[Document]:
    """The articles in ``data``; ``name`` (with its ending) is what the user calls it.  Raises UnreadableFile."""
    text = data.decode("utf-8", "replace")
    if name.endswith(".jsonl"):
        for line in filter(str.strip, text.splitlines()):
            row = json.loads(line)
            yield Document(row["id"], name, row.get("text") or "", row.get("title"), published=row.get("published"))
    else:
        yield Document(name, name, text)
