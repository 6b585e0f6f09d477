"""PostgreSQL restarts beneath a running program: calls wait, and nothing acknowledged is lost or done twice."""

from __future__ import annotations

import threading
import time

import pytest
from cluster import Cluster

from dashboard.store import Store
from summariser.model import Document

pytestmark = pytest.mark.database


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_calls_wait_for_a_server_that_restarts(cluster: Cluster, fresh: str, mode: str) -> None:
    store = Store(fresh)
    kept: list[str] = []
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            kept.append(store.keep("me", Document("", "x", f"Article {len(kept)}.")))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(2):
            time.sleep(0.3)
            cluster.stop(mode)
            time.sleep(0.3)
            cluster.start()
    finally:
        over.set()
        writer.join()
    assert len(kept) > 4
    assert sorted(kept) == sorted(e.id for e in store.entries("me"))
    assert store.count("me", "article") == len(kept)


def test_a_health_check_tells_of_a_server_that_is_gone(cluster: Cluster, fresh: str) -> None:
    store = Store(fresh)
    assert store.answers()
    cluster.stop("fast")
    try:
        assert not store.answers()
    finally:
        cluster.start()
    assert store.answers()
