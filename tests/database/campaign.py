"""kill -9 at random moments, and many writers at once: what was acknowledged must be there, once.

By hand, from the project's folder: ``python tests/database/campaign.py kills 200``, ``... servers 60``,
``... writers 20``.  The tests run shorter ones.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import sqlalchemy as sa
from cluster import Cluster

from dashboard.store import Store
from summariser.model import Corrections, Document

FORK = multiprocessing.get_context("fork")
CLIENTS = 5  # threads of one server process


def write(place: str, log: Path, client: str, store: Store | None = None) -> None:
    """One client: articles, corrections and shares without end; each is logged when begun and when acknowledged.

    The log is one ``write`` a line, so it holds whatever the system was handed before the process was killed.
    """
    store, file = store or Store(place), os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def told(*words: str) -> None:
        os.write(file, (" ".join(words) + "\n").encode())

    for n in range(10**9):
        name = f"{client}x{n}"
        document = Document("", "x", f"The mayor closed pier{name} on Saturday.", name)
        told("begun", "article", name)
        key = store.keep("me", document)
        told("done", "article", name, key)
        assert store.keep("me", document) == key  # a repeated submit
        for day in ("2026-01-01", "2026-01-02"):
            told("begun", "correction", key, day)
            store.correct("me", key, Corrections(published=day))
            told("done", "correction", key, day)
        told("begun", "share", name)
        told("done", "share", name, store.share("me", name, f"<p>{name}</p>", "[]"))


def serve(place: str, log: Path, number: str) -> None:
    """A server process: one store, several clients."""
    store = Store(place)
    clients = [threading.Thread(target=write, args=(place, log, f"{number}c{c}", store)) for c in range(CLIENTS)]
    for client in clients:
        client.start()


class Campaign:
    """Processes that write to ``place``, are killed, and are followed by others."""

    def __init__(self, place: str, folder: Path, target: Callable[[str, Path, str], None], seed: int) -> None:
        self.place, self.log, self.target = place, folder / "log", target
        self.chance, self.started, self.killed = random.Random(seed), 0, 0
        self.running: list[BaseProcess] = []

    def start(self) -> None:
        process = FORK.Process(target=self.target, args=(self.place, self.log, f"p{self.started}"), daemon=True)
        process.start()
        self.started += 1
        self.running.append(process)

    def kill(self) -> None:
        """Kill one of those at work, at any moment."""
        victim = self.running.pop(self.chance.randrange(len(self.running)))
        os.kill(victim.pid or 0, signal.SIGKILL)
        victim.join()
        self.killed += 1

    def run(self, kills: int, at_once: int, between: tuple[float, float]) -> None:
        """So many kills, while ``at_once`` processes are at work."""
        for _ in range(at_once):
            self.start()
        for _ in range(kills):
            before = self.log.stat().st_size if self.log.exists() else 0
            end = time.monotonic() + 30
            while (not self.log.exists() or self.log.stat().st_size == before) and time.monotonic() < end:
                time.sleep(0.005)
            time.sleep(self.chance.uniform(*between))
            self.kill()
            self.start()
        while self.running:
            self.kill()

    def check(self) -> dict[str, int]:
        """What was written, counted; raises AssertionError where anything acknowledged is lost or doubled."""
        lines = [line.split() for line in self.log.read_text().splitlines()]
        store = Store(self.place)
        told = {"kills": self.killed, "articles": articles(store, lines), "corrections": corrections(store, lines)}
        told["shares"] = shares(store, lines)
        whole(store)
        store.engine.dispose()
        return told


def articles(store: Store, lines: list[list[str]]) -> int:
    """Acknowledged articles are in the library and in the index once; nothing else but what was begun is."""
    done = {line[2]: line[3] for line in lines if line[:2] == ["done", "article"]}
    begun = {line[2] for line in lines if line[:2] == ["begun", "article"]}
    there = Counter(e.title for e in store.entries("me"))
    assert set(done) <= set(there) <= begun
    assert set(there.values()) == {1}
    assert store.count("me", "mayor") == len(there)
    for name in list(done)[:: max(1, len(done) // 200)]:
        assert [e.id for e in store.entries("me", f"pier{name}") if e.title == name] == [done[name]]
    return len(done)


def corrections(store: Store, lines: list[list[str]]) -> int:
    """Each article has the correction that was acknowledged last, or one begun after it."""
    allowed: dict[str, set[str | None]] = {}
    for state, what, key, *more in lines:
        if what == "correction":
            allowed[key] = {more[0]} | (allowed.get(key, {None}) if state == "begun" else set())
    for kept in store.library("me"):
        assert kept.corrections.published in allowed.get(kept.id, {None})
    return sum(line[:2] == ["done", "correction"] for line in lines)


def shares(store: Store, lines: list[list[str]]) -> int:
    """Acknowledged links open, and each was made once."""
    done = {line[2]: line[3] for line in lines if line[:2] == ["done", "share"]}
    begun = {line[2] for line in lines if line[:2] == ["begun", "share"]}
    there = Counter(share.title for share in store.shares("me"))
    assert set(done) <= set(there) <= begun
    assert not there or set(there.values()) == {1}
    for name in list(done)[:: max(1, len(done) // 300)]:
        assert store.shared(done[name]) == f"<p>{name}</p>"
    return len(done)


def whole(store: Store) -> None:
    """The database's own check, and that index and articles agree."""
    with store.reading() as db:
        if store.kind == "sqlite":
            assert db.scalar(sa.text("PRAGMA integrity_check")) == "ok"
            db.execute(sa.text("INSERT INTO article_words (article_words) VALUES ('integrity-check')"))
        joined = "articles a FULL JOIN article_words w ON a.id = w.id WHERE a.id IS NULL OR w.id IS NULL"
        assert db.scalar(sa.text(f"SELECT count(*) FROM {joined}")) == 0


def kills(kills: int, folder: Path, seed: int = 8) -> dict[str, int]:
    """A writer of a SQLite file is killed so often, beside another that goes on."""
    campaign = Campaign(str(folder / "library.sqlite"), folder, write, seed)
    Store(campaign.place).engine.dispose()
    campaign.run(kills, 2, (0.0, 0.2))
    return campaign.check()


def servers(kills: int, folder: Path, cluster: Cluster, place: str, at_once: int = 6) -> dict[str, int]:
    """Server processes on PostgreSQL are killed so often; now and then the database server's own processes are too."""
    campaign = Campaign(place, folder, serve, 8)
    Store(place).engine.dispose()
    crashes = 0
    stopped = threading.Event()

    def crash() -> None:
        nonlocal crashes
        while not stopped.wait(2.5):
            crashes += kill_backend(cluster)

    crasher = threading.Thread(target=crash)
    crasher.start()
    try:
        campaign.run(kills, at_once, (0.05, 0.6))
    finally:
        stopped.set()
        crasher.join()
    return campaign.check() | {"database crashes": crashes}


def kill_backend(cluster: Cluster) -> int:
    """Kill one of PostgreSQL's processes: it throws out all the others and recovers from its log."""
    parent = (cluster.data / "postmaster.pid").read_text().split()[0]
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    named = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children if Path(f"/proc/{pid}").exists()}
    busy = [int(pid) for pid, line in named.items() if b"127.0.0.1" in line]
    if not busy:
        return 0
    os.kill(random.choice(busy), signal.SIGKILL)
    return 1


def queue(place: str, seconds: float, number: int, told: object) -> None:
    """One of several writers: how long each of its commits took."""
    store, taken, end = Store(place), [], time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.monotonic()
        store.keep("me", Document("", "x", f"Writer {number} closed pier {len(taken)}."))
        taken.append(time.monotonic() - start)
    told.put((number, taken))  # type: ignore[attr-defined]


def writers(seconds: float, folder: Path, many: int = 8) -> dict[str, float]:
    """Processes that write to one SQLite file at once: commits, the worst wait in milliseconds, the fewest of one."""
    place, told = str(folder / "library.sqlite"), FORK.Queue()
    Store(place).engine.dispose()
    running = [FORK.Process(target=queue, args=(place, seconds, n, told)) for n in range(many)]
    for process in running:
        process.start()
    taken = dict(told.get(timeout=seconds + 60) for _ in running)
    for process in running:
        process.join()
    assert [p.exitcode for p in running] == [0] * many, "a writer met an error"
    every = sorted(t for each in taken.values() for t in each)
    store = Store(place)
    assert store.count("me") == store.count("me", "writer") == len(every)
    whole(store)
    counts = {"commits": len(every), "fewest of one writer": min(map(len, taken.values()))}
    return counts | {"median ms": 1000 * every[len(every) // 2], "worst ms": 1000 * every[-1]}


def main(what: str, number: str) -> None:
    """One campaign in a folder that is thrown away."""
    folder = Path(tempfile.mkdtemp(prefix="news-campaign-"))
    start = time.monotonic()
    if what == "servers":
        shutil.rmtree(folder)
        cluster = Cluster(folder, fsync="on")
        cluster.create()
        cluster.start()
        (folder / "logs").mkdir()
        try:
            found: object = servers(int(number), folder / "logs", cluster, cluster.url())
        finally:
            cluster.stop("immediate")
    else:
        found = kills(int(number), folder) if what == "kills" else writers(float(number), folder)
    print(found, f"{time.monotonic() - start:.0f} s")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
