"""Old databases are brought up to date with all that is in them; newer ones and what is none are refused."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from dashboard.cli import main
from dashboard.store import VERSION, Store, TooNew, Unusable, digest
from dashboard.store.database import url_of
from dashboard.store.migrations import STEPS
from dashboard.store.schema import ABOUT, META
from summariser.model import Corrections

OLD = {
    "id": "0", "source": "pier.txt", "text": "The mayor closed the pier \ud800.", "title": "Pier", "byline": None,
    "outlet": None, "published": "2026-03-14", "url": None, "language": None,
    "blocks": [[0, 25, "body", "by_hand"]], "warnings": ["odd"],
}  # fmt: skip


@pytest.fixture
def old(place: str) -> str:
    """A database as version 1 left it, with two articles, corrections and a share."""
    url = url_of(place)
    engine = sa.create_engine(url)
    with engine.begin() as db:
        ABOUT.create(db)
        db.execute(ABOUT.insert().values(version=1))
        STEPS[0](db)
        rows: list[dict[str, Any]] = [
            {"id": "a", "document": json.dumps(OLD), "corrections": json.dumps({"speakers": [[5, None]]}), "at": 5.0},
            {"id": "b", "document": json.dumps(OLD | {"text": "A barge sank.", "title": None}), "corrections": "{}",
             "at": 6.0},
        ]  # fmt: skip
        for row in rows:
            db.execute(
                sa.text("INSERT INTO articles VALUES (:id, 'me', :document, :corrections, :at, NULL)").bindparams(**row)
            )
        db.execute(
            sa.text("INSERT INTO shares VALUES (:hash, 'me', 'T', '<p>frozen</p>', '[]', 1.0, NULL, NULL, 7)"),
            {"hash": digest("old token")},
        )
    engine.dispose()
    return place


def test_old_data_are_kept_and_found(old: str, open_store: Callable[[], Store]) -> None:
    store = open_store()
    later, earlier = store.library("me")
    assert earlier.document.text == OLD["text"]
    assert earlier.corrections == Corrections(speakers=((5, None),))
    assert earlier.document.blocks is not None
    assert [e.title for e in store.entries("me")] == ["A barge sank.", "Pier"]
    assert store.count("me", "closing pier") == 1
    assert store.find("me", later.name) == later
    assert store.shared("old token") == "<p>frozen</p>"
    assert [(s.views, s.state, s.locked) for s in store.shares("me")] == [(8, "open", False)]


def test_a_step_that_fails_changes_nothing(
    old: str, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(db: sa.Connection) -> None:
        STEPS[1](db)
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("dashboard.store.migrations.STEPS", (STEPS[0], broken))
        with pytest.raises(RuntimeError):
            open_store()
    assert open_store().count("me") == 2


def test_several_servers_may_start_at_once(old: str, open_store: Callable[[], Store]) -> None:
    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(open_store().count("me"))) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert counts == [2] * 4


def test_the_steps_end_in_the_tables_that_queries_name(store: Store) -> None:
    found = sa.inspect(store.engine)
    for table in META.sorted_tables:
        there = {c["name"]: str(c["type"]).split("(")[0] for c in found.get_columns(table.name)}
        assert set(there) == set(table.columns.keys())
    with store.reading() as db:
        assert db.scalar(sa.select(ABOUT.c.version)) == VERSION == len(STEPS)


def test_a_newer_database_is_refused(
    store: Store, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.writing() as db:
        db.execute(ABOUT.update().values(version=99))
    with pytest.raises(TooNew, match="later version"):
        Store(place)
    story = tmp_path / "story.txt"
    story.write_text("The mayor of Strandhaven closed the pier.", encoding="utf-8")
    for command in (["dashboard", "--no-browser"], ["share", str(story)]):
        assert main([*command, "--database", place]) == 1
        told = capsys.readouterr().err
        assert "install the newer version" in told
        assert "Traceback" not in told


def test_what_is_no_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"This is a letter to my aunt, and no database at all. " * 40)
    with pytest.raises(Unusable, match="cannot be opened"):
        Store(tmp_path / "x.sqlite")
    assert (tmp_path / "x.sqlite").read_bytes().startswith(b"This is a letter")
    for place in ("mysql://a@b/c", "postgresql://a@b:port/c"):
        with pytest.raises(Unusable):
            Store(place)


@pytest.mark.database
def test_a_password_of_the_database_is_never_told(fresh: str) -> None:
    secret = fresh.split(":")[2].split("@")[0]
    for wrong in (fresh.replace("/postgres?", "/nowhere?"), fresh.replace(secret, "wr0ng")):
        with pytest.raises(Unusable) as refused:
            Store(wrong)
        assert secret not in str(refused.value)
        assert "wr0ng" not in str(refused.value)
