"""Passwords of shares: kept as scrypt with a salt each, and tried only so often."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import defaultdict, deque

COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and some 40 ms a try (RFC 7914)
TRIES, WITHIN = 6, 60.0


def locked(password: str) -> str:
    """What is kept of a password."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{_scrypt(password, salt).hex()}"


def opens(password: str, kept: str) -> bool:
    """Whether the password is the one that was kept, compared in constant time."""
    salt, _, wanted = kept.partition(":")
    return secrets.compare_digest(_scrypt(password, bytes.fromhex(salt)).hex(), wanted)


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, **COST)


class Guard:
    """Counts the wrong tries at each share in this process; after some a minute, all tries must wait."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.wrong: dict[str, deque[float]] = defaultdict(deque)

    def busy(self, key: str) -> bool:
        """Whether this share was tried wrongly too often just now."""
        with self.lock:
            tries = self.wrong.get(key, deque())
            while tries and tries[0] < time.monotonic() - WITHIN:
                tries.popleft()
            return len(tries) >= TRIES

    def failed(self, key: str) -> None:
        """One wrong try."""
        with self.lock:
            self.wrong[key].append(time.monotonic())
