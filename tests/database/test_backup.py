"""Backup and restore: everything comes back, into either kind of database, once; a half file is refused."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.store import Store, TooNew
from dashboard.store.backup import NoBackup, back_up, restore
from summariser.model import Block, Corrections, Document

ODD = Document("a", "a.txt", "The mayor\0 closed the pier \ud800.", "Pier", blocks=(Block(0, 9, "body", "by_hand"),))
RIGHT = Corrections(speakers=((5, None),), published="2026-03-14")


@pytest.fixture
def filled(store: Store) -> Store:
    store.correct("me", store.keep("me", ODD, card="a card"), RIGHT)
    store.remove("me", store.keep("me", Document("", "b", "A barge sank.")))
    store.share("me", "Pier", "<p>frozen</p>", "[]", password="sesame", assets={"draw-1.js": "old"})
    return store


def test_everything_comes_back_into_an_empty_database(filled: Store, tmp_path: Path) -> None:
    token = filled.share("me", "Open", "<p>open</p>", "[]")
    key = filled.key("cookie")
    assert back_up(filled, tmp_path / "x.zip") == {"articles": 2, "shares": 2, "assets": 1, "keys": 1}
    other = Store(tmp_path / "other.sqlite")
    assert restore(other, tmp_path / "x.zip") == {"articles": 2, "shares": 2, "assets": 1, "keys": 1}
    (kept,) = other.library("me")
    assert (kept.document, kept.corrections) == (ODD, RIGHT)
    assert other.count("me", "closing pier") == 1
    assert other.entries("me") == filled.entries("me")
    assert other.shared(token) == "<p>open</p>"
    assert other.asset("draw-1.js") == "old"
    assert other.key("cookie") == key
    assert [(s.title, s.locked) for s in other.shares("me")] == [("Open", False), ("Pier", True)]


def test_a_copy_goes_from_a_file_to_a_server_and_back(filled: Store, place: str, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "x.zip")
    other = Store(tmp_path / "other.sqlite")
    restore(other, tmp_path / "x.zip")
    back_up(other, tmp_path / "y.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as one, zipfile.ZipFile(tmp_path / "y.zip") as two:
        for name in one.namelist():
            assert sorted(one.read(name).splitlines()) == sorted(two.read(name).splitlines())


def test_restoring_adds_what_is_missing_and_overwrites_nothing(filled: Store, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "x.zip")
    (kept,) = filled.library("me")
    filled.correct("me", kept.id, Corrections())
    later = filled.keep("me", Document("", "c", "A later article."))
    assert restore(filled, tmp_path / "x.zip")["articles"] == 0
    assert filled.find("me", kept.name) == kept._replace(corrections=Corrections())
    assert {e.id for e in filled.entries("me")} == {kept.id, later}
    assert filled.count("me", "pier") == 1


def test_a_backup_is_one_moment_while_others_write(
    open_store: Callable[[], Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, writer = open_store(), open_store()
    store.keep("me", ODD)
    dumps = json.dumps

    def meanwhile(row: object) -> str:
        writer.share("me", "later", "x", "[]")
        return dumps(row)

    monkeypatch.setattr("dashboard.store.backup.json.dumps", meanwhile)
    assert back_up(store, tmp_path / "x.zip")["shares"] == 0
    assert len(store.shares("me")) >= 1


def test_what_is_no_backup_changes_nothing(filled: Store, tmp_path: Path) -> None:
    whole = tmp_path / "x.zip"
    back_up(filled, whole)
    empty, bad = Store(tmp_path / "other.sqlite"), tmp_path / "bad.zip"
    bad.write_bytes(whole.read_bytes()[:-200])
    with pytest.raises(NoBackup):
        restore(empty, bad)
    with zipfile.ZipFile(whole) as one, zipfile.ZipFile(bad, "w") as two:
        two.writestr("about.json", one.read("about.json"))
        two.writestr("articles.jsonl", one.read("articles.jsonl"))
    with pytest.raises(NoBackup, match="shares.jsonl"):
        restore(empty, bad)
    with zipfile.ZipFile(bad, "w") as two:
        two.writestr("about.json", '{"schema": 99}')
    with pytest.raises(TooNew):
        restore(empty, bad)
    with pytest.raises(NoBackup):
        restore(empty, tmp_path / "none.zip")
    assert empty.entries("me") == []


@pytest.mark.parametrize("damage", [b'{"hash": ', b"[1]", b"7", b"\xff"])
def test_damage_half_way_brings_nothing_in(tmp_path: Path, damage: bytes) -> None:
    whole, bad = tmp_path / "x.zip", tmp_path / "bad.zip"
    store, empty = Store(tmp_path / "store.sqlite"), Store(tmp_path / "other.sqlite")
    store.keep("me", ODD)
    back_up(store, whole)
    with zipfile.ZipFile(whole) as one, zipfile.ZipFile(bad, "w") as two:
        for name in one.namelist():
            two.writestr(name, damage if name == "shares.jsonl" else one.read(name))
    with pytest.raises(NoBackup, match="damaged in shares"):
        restore(empty, bad)
    assert empty.entries("me") == []


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    store, empty = Store(tmp_path / "store.sqlite"), Store(tmp_path / "other.sqlite")
    store.keep("me", Document("", "x", " ".join(f"w{n * n}" for n in range(2000))))
    back_up(store, tmp_path / "x.zip")
    data = bytearray((tmp_path / "x.zip").read_bytes())
    data[2000] ^= 8
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(NoBackup, match="damaged in articles"):
        restore(empty, tmp_path / "x.zip")
    assert empty.entries("me") == []


def test_the_commands_copy_and_bring_back(
    filled: Store, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = str(tmp_path / "x.zip"), str(tmp_path / "other.sqlite")
    assert main(["backup", file, "--database", place]) == 0
    assert "2 articles, 1 shares" in capsys.readouterr().out
    assert main(["restore", file, "--database", other]) == 0
    assert "2 articles and 1 shares were missing" in capsys.readouterr().out
    assert main(["restore", file, "--database", other]) == 0
    assert "0 articles and 0 shares" in capsys.readouterr().out
    assert (tmp_path / "x.zip").stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob("*.part"))
    assert Store(other).entries("me") == filled.entries("me")
    assert [(s.title, s.locked) for s in Store(other).shares("me")] == [("Pier", True)]


def test_a_bad_file_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = str(tmp_path / "other.sqlite")
    assert main(["restore", str(tmp_path / "none.zip"), "--database", other]) == 1
    assert main(["backup", str(tmp_path / "no" / "x.zip"), "--database", other]) == 1
    told = capsys.readouterr().err
    assert "no backup of News Summariser" in told
    assert "cannot be written" in told
    assert "Traceback" not in told
