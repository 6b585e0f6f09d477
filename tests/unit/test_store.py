"""Library and shares: kept once, private, expiring, revocable; no token in the database."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from dashboard.store import ABOUT, Store, TooNew
from summariser.model import Block, Corrections, Document

DOCUMENT = Document("a", "a.txt", "The mayor closed the pier.", "Pier closed", warnings=("odd \ud800",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "new folder" / "library.sqlite")


def test_an_article_comes_back_and_is_kept_once(store: Store) -> None:
    document = DOCUMENT._replace(blocks=(Block(0, 26, "body", "by_hand"),))
    assert store.keep("me", document) == store.keep("me", document)
    (kept,) = store.library("me")
    assert kept.document == document
    assert kept.corrections == Corrections()


def test_nobody_sees_or_changes_the_library_of_another(store: Store) -> None:
    key = store.keep("me", DOCUMENT)
    store.remove("you", key)
    store.correct("you", key, Corrections(published="2026-01-01"))
    assert store.library("you") == []
    assert store.library("me")[0].corrections == Corrections()


def test_removing_is_undone(store: Store) -> None:
    key = store.keep("me", DOCUMENT)
    store.remove("me", key)
    assert store.library("me") == []
    store.restore("me", key)
    assert len(store.library("me")) == 1


def test_corrections_come_back_as_they_were(store: Store) -> None:
    wrong = Corrections(
        roles=((3, "body"),), speakers=((5, None), (9, "A")), merged=(("a", "b"),), published="2026-01-02"
    )
    store.correct("me", store.keep("me", DOCUMENT), wrong)
    assert store.library("me")[0].corrections == wrong


def test_a_share_opens_by_its_token_and_counts_views(store: Store) -> None:
    token = store.share("me", "Pier", "<p>frozen</p>", "[]")
    assert len(token) >= 43
    assert store.shared(token) == "<p>frozen</p>"
    assert store.shared(token) == "<p>frozen</p>"
    assert [(s.title, s.views, s.state) for s in store.shares("me")] == [("Pier", 2, "open")]
    assert store.shares("you") == []


def test_wrong_expired_and_revoked_all_give_nothing(store: Store) -> None:
    over, closed = store.share("me", "a", "x", "[]", days=-1), store.share("me", "b", "x", "[]")
    mine = {s.title: s.hash for s in store.shares("me")}
    store.revoke("you", mine["b"])
    assert store.shared(closed) == "x"
    store.revoke("me", mine["b"])
    assert [store.shared(t) for t in (over, closed, "wrong", "", "\ud800")] == [None] * 5
    assert {s.title: s.state for s in store.shares("me")} == {"a": "expired", "b": "revoked"}


def test_the_token_is_not_in_the_database(store: Store, tmp_path: Path) -> None:
    token = store.share("me", "a", "x", "[]")
    store.engine.dispose()
    files = list((tmp_path / "new folder").iterdir())
    assert files
    assert not any(token.encode() in f.read_bytes() for f in files)


def test_a_newer_database_is_refused(store: Store, tmp_path: Path) -> None:
    with store.writing() as db:
        db.execute(ABOUT.update().values(version=99))
    with pytest.raises(TooNew, match="later version"):
        Store(tmp_path / "new folder" / "library.sqlite")


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    Store(place)
    worst: list[float] = []

    def write(who: int) -> None:
        mine = Store(place)
        for n in range(5):
            began = time.monotonic()
            mine.keep("me", DOCUMENT._replace(text=f"article {who} {n}"))
            worst.append(time.monotonic() - began)

    threads = [threading.Thread(target=write, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(Store(place).library("me")) == 20
    assert len(worst) == 20
