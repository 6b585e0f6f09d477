"""Short campaigns of ``campaign.py``: killed writers lose nothing acknowledged, many writers wait for each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from campaign import kills, servers, writers
from cluster import Cluster


def test_a_writer_killed_loses_nothing(tmp_path: Path) -> None:
    told = kills(10, tmp_path, seed=3)
    assert told["kills"] == 12
    assert min(told.values()) > 5


@pytest.mark.database
def test_servers_killed_lose_nothing(tmp_path: Path, cluster: Cluster, fresh: str) -> None:
    told = servers(8, tmp_path, cluster, fresh, at_once=2)
    assert told["kills"] == 10
    assert min(told["articles"], told["corrections"], told["shares"]) > 5


def test_eight_writers_take_turns(tmp_path: Path) -> None:
    told = writers(3, tmp_path)
    assert told["fewest of one writer"] > 5
    assert told["worst ms"] < 1000  # 500 on a machine that does nothing else
