"""Writers take turns: a lock file that a dying process lets go of, so nobody waits for the dead."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such locks: there SQLite's own waiting must do
    fcntl = None  # type: ignore[assignment]


class Turns:
    """A queue at ``path``: first the threads of this process, then the processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.threads = threading.Lock()

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Until the end of the block no other writer is at work."""
        with self.threads:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            try:
                if fcntl is not None:
                    fcntl.flock(file, fcntl.LOCK_EX)
                yield
            finally:
                os.close(file)  # lets the lock go
