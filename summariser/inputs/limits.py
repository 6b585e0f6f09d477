"""What one file or upload may hold: the only place where limits are written.

``Limits()`` has the defaults.  ``configured()`` are those of this process: the environment variable
``NEWS_SUMMARISER_LIMITS`` changes some of them, as in ``file=20_000_000 pdf_seconds=30``.
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from summariser.model import UnreadableFile

MEGABYTE = 1_000_000
VARIABLE = "NEWS_SUMMARISER_LIMITS"
NUMBER = re.compile(r"[\d_]*\d[\d_]*")


class Limits(NamedTuple):
    """Sizes in bytes, times in seconds."""

    file: int = 5 * MEGABYTE  # one file
    html: int = 2 * MEGABYTE  # one web page
    upload: int = 50 * MEGABYTE  # all files of an upload or archive, and a table of many articles
    files: int = 200  # files of an upload or archive, entries of a feed
    articles: int = 5_000  # articles of one table
    characters: int = 200_000  # the text of one article
    nesting: int = 200  # levels of a web page that is read by its tree
    values: int = 4_000_000  # lists, objects and values of JSON
    columns: int = 1_000  # columns of a table
    parts: int = 2_000  # parts of a mail
    xml: int = 10 * MEGABYTE  # the unpacked markup of a DOCX
    zip_ratio: int = 100  # unpacked size / packed size
    zip_entries: int = 5_000  # entries of an archive, those that hold no article too
    zip_depth: int = 2  # archives within archives, the outermost counted
    pdf_pages: int = 500
    pdf_seconds: int = 10
    pdf_memory: int = 1_000 * MEGABYTE


def check(name: str, what: str, amount: int, limit: int, way_out: str) -> None:
    """Raise UnreadableFile, naming the limit, where ``amount`` is past it."""
    if amount > limit:
        raise UnreadableFile(name, f"{what}: {amount:,}, and the limit is {limit:,}", way_out)


def several(bad: list[str], of: int, what: str) -> str:
    """What went wrong with some of many: ``3 of 9 files could not be read: ...``, the first five by name."""
    more = f"; and {len(bad) - 5} more" if len(bad) > 5 else ""
    return f"{len(bad)} of {of} {what}: " + "; ".join(bad[:5]) + more


def configured() -> Limits:
    """The limits of this process.  Raises ValueError for a limit that there is not, or that is no number."""
    return parse_limits(os.environ.get(VARIABLE, ""))


def parse_limits(told: str) -> Limits:
    """``file=20_000_000 files=500`` -> the defaults with these changed.  Raises ValueError."""
    changed: dict[str, int] = {}
    for pair in told.replace(",", " ").split():
        name, _, number = pair.partition("=")
        if name not in Limits._fields or not NUMBER.fullmatch(number):
            names = ", ".join(Limits._fields)
            raise ValueError(f"{VARIABLE}: {pair!r} is no limit; write NAME=NUMBER, NAME one of {names}")
        changed[name] = int(number)
    return Limits(**changed)
