"""Library and shares in a database: a SQLite file of one machine, or a PostgreSQL server that several share.

What is written is durable before the call returns.  The rooms: ``database`` opens and waits, ``migrations`` keep old
data, ``library`` holds articles and ``search`` finds them, ``shares`` are the frozen pages, ``backup`` copies it all.
"""

from __future__ import annotations

from dashboard.store.database import Unusable
from dashboard.store.migrations import VERSION, TooNew
from dashboard.store.rows import Entry, Kept, Share, digest, short_name
from dashboard.store.shares import PasswordNeeded, Shares

__all__ = ["VERSION", "Entry", "Kept", "PasswordNeeded", "Share", "Store", "TooNew", "Unusable", "digest", "short_name"]


class Store(Shares):
    """The database at ``place``: a path of a SQLite file, or a ``postgresql://`` address."""
