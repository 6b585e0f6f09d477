"""Library and shares: kept once, private, expiring, revocable; no token in the database."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from dashboard.store import PasswordNeeded, Store, digest
from dashboard.store.passwords import TRIES
from dashboard.store.schema import META, SHARES
from summariser.model import Block, Corrections, Document

DOCUMENT = Document("a", "a.txt", "The mayor closed the pier.", "Pier closed", warnings=("odd \ud800",))


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


def test_the_token_is_not_in_the_database(store: Store) -> None:
    token = store.share("me", "a", "x", "[]", password="open sesame")
    with store.reading() as db:
        kept = "".join(str(row) for table in META.sorted_tables for row in db.execute(table.select()))
    assert digest(token) in kept
    assert token not in kept
    assert "sesame" not in kept


def test_a_password_opens_and_a_wrong_one_does_not(store: Store) -> None:
    token = store.share("me", "a", "x", "[]", password="sésame \ud800")
    with pytest.raises(PasswordNeeded) as asked:
        store.shared(token)
    assert (asked.value.tried, asked.value.wait) == (False, False)
    with pytest.raises(PasswordNeeded) as asked:
        store.shared(token, "sesame")
    assert asked.value.tried
    assert store.shares("me")[0].views == 0
    assert store.shared(token, "sésame \ud800") == "x"
    assert (store.shares("me")[0].views, store.shares("me")[0].locked) == (1, True)


def test_passwords_are_tried_only_so_often(store: Store) -> None:
    token, other = (store.share("me", "a", "x", "[]", password="right") for _ in range(2))
    for n in range(TRIES):
        with pytest.raises(PasswordNeeded):
            store.shared(token, f"wrong {n}")
    with pytest.raises(PasswordNeeded) as asked:
        store.shared(token, "right")
    assert asked.value.wait
    assert store.shared(other, "right") == "x"


def test_a_closed_share_forgets_its_page(store: Store) -> None:
    store.share("me", "a", "the page", "the data")
    over = store.share("me", "b", "old page", "old data", days=-40)
    key = next(s.hash for s in store.shares("me") if s.title == "a")
    assert store.revoke("me", key)
    assert not store.revoke("me", key)
    store.forget_expired()
    with store.reading() as db:
        assert [tuple(r) for r in db.execute(sa.select(SHARES.c.html, SHARES.c.data))] == [("", ""), ("", "")]
    assert store.shared(over) is None
    assert len(store.shares("me")) == 2


def test_scripts_are_kept_as_they_were(store: Store) -> None:
    store.share("me", "a", "x", "[]", assets={"draw-1.js": "old"})
    store.share("me", "b", "x", "[]", assets={"draw-1.js": "other", "draw-2.js": "new"})
    assert [store.asset(n) for n in ("draw-1.js", "draw-2.js", "draw-3.js", "\0")] == ["old", "new", None, None]


def test_all_servers_on_a_database_have_the_same_key(open_store: Callable[[], Store]) -> None:
    keys = {open_store().key("cookie") for _ in range(3)}
    assert len(keys) == 1
    assert len(keys.pop()) >= 43
    assert open_store().key("other") != open_store().key("cookie")


def test_lists_need_no_text(store: Store) -> None:
    key = store.keep("me", DOCUMENT, card="2 quotes")
    store.keep("me", DOCUMENT._replace(title=None, text="\n  First line\nSecond"))
    second, first = store.entries("me")
    assert (first.id, first.title, first.card, first.corrected) == (key, "Pier closed", "2 quotes", False)
    assert (second.title, second.card) == ("First line", "")
    store.correct("me", key, Corrections(published="2026-01-01"))
    assert [(e.card, e.corrected) for e in store.entries("me", skip=1)] == [("", True)]
    store.describe("me", {key: "3 quotes"})
    store.describe("you", {key: "4 quotes"})
    assert store.entries("me", limit=2)[1].card == "3 quotes"
    assert store.count("me") == 2
    found = store.find("me", first.name)
    assert found is not None
    assert found.document == DOCUMENT
    assert store.find("you", first.name) is None
    assert store.get("me", key) == found
    assert store.get("you", key) is None
    assert [e.id for e in store.named("me", [second.name, "x", first.name])] == [second.id, key]
    assert store.named("you", [first.name]) == []


def test_what_was_removed_long_ago_is_forgotten(store: Store) -> None:
    gone, kept = (
        store.keep("me", DOCUMENT),
        store.keep("me", DOCUMENT._replace(text="The mayor opened it.", title=None)),
    )
    store.remove("me", gone)
    assert store.forget_removed() == 0
    assert store.forget_removed(days=-1) == 1
    store.restore("me", gone)
    assert [k.id for k in store.library("me")] == [kept]
    assert store.count("me", "closed") == 0
    assert store.keep("me", DOCUMENT) == gone
    assert store.count("me", "closed") == 1


def test_several_writers_lose_nothing(open_store: Callable[[], Store]) -> None:
    stores = [open_store() for _ in range(4)]

    def write(who: int) -> None:
        for n in range(5):
            stores[who].keep("me", DOCUMENT._replace(text=f"article {who} {n}"))
            stores[who].keep("me", DOCUMENT._replace(text=f"article of all, {n}"))

    threads = [threading.Thread(target=write, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert stores[0].count("me") == 25
    assert stores[0].count("me", "article") == 25
