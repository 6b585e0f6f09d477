"""What one upload may hold: the only place where limits are written.

``Limits()`` has the defaults; hand another one to ``open_bytes`` or ``open_path`` to change them.
"""

from __future__ import annotations

from typing import NamedTuple

from summariser.model import UnreadableFile

MEGABYTE = 1_000_000


class Limits(NamedTuple):
    """Sizes in bytes, times in seconds."""

    file: int = 5 * MEGABYTE
    html: int = 2 * MEGABYTE
    upload: int = 50 * MEGABYTE
    files: int = 200
    characters: int = 200_000
    nesting: int = 200
    zip_ratio: int = 100
    zip_depth: int = 2
    pdf_seconds: int = 10
    pdf_memory: int = 1_000 * MEGABYTE


def check(name: str, what: str, amount: int, limit: int, way_out: str) -> None:
    """Raise UnreadableFile, naming the limit, where ``amount`` is past it."""
    if amount > limit:
        raise UnreadableFile(name, f"{what}: {amount:,}, and the limit is {limit:,}", way_out)
