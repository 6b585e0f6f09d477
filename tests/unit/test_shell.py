"""The shares command: lists the links made from the shell and closes them, and never another's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import cli
from dashboard.store import PasswordNeeded, Store

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Pier closed\n\nThe mayor of Strandhaven closed the pier on Saturday, Ruth Adeyemi said.\n"


@pytest.fixture
def place(tmp_path: Path) -> str:
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf-8")
    return str(tmp_path / "library.sqlite")


def shared(place: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """The token of a link that ``share`` prints."""
    file = str(Path(place).parent / "pier.txt")
    assert cli.main(["share", file, "--database", place, *options]) == 0
    return capsys.readouterr().out.strip().rsplit("/", 1)[1]


def listed(place: str, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    assert cli.main(["shares", "--database", place, *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_links_are_listed_and_closed_by_name(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = (shared(place, capsys, "--title", t) for t in ("First", "Second"))
    store = Store(place)
    store.share("somebody", "Not yours", "x", "[]")
    assert store.shared(one) is not None
    lines = listed(place, capsys)
    assert [line.rsplit("  ", 1)[1] for line in lines] == ["Second", "First"]
    assert "seen 1" in lines[1]
    assert one not in "".join(lines)
    lines = listed(place, capsys, "--revoke", lines[1].split()[0])
    assert "revoked" in lines[1]
    assert store.shared(one) is None
    assert store.shared(two) is not None
    assert all("revoked" in line for line in listed(place, capsys, "--revoke", "all"))
    assert store.shared(two) is None
    assert [s.state for s in store.shares("somebody")] == ["open"]


def test_a_name_that_is_none_closes_nothing(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    token = shared(place, capsys)
    for wrong in ("zzz", ""):
        shared(place, capsys)
        assert cli.main(["shares", "--database", place, "--revoke", wrong]) == 1
        assert "no one link is called" in capsys.readouterr().err
    assert Store(place).shared(token) is not None


def test_days_and_password_of_a_link(
    place: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cli.PASSWORD, "sesame")
    token = shared(place, capsys, "--days", "0.5", "--password")
    with pytest.raises(PasswordNeeded):
        Store(place).shared(token)
    assert "Strandhaven" in (Store(place).shared(token, "sesame") or "")
    (line,) = listed(place, capsys)
    assert "  password  " in line
    monkeypatch.setenv(cli.PASSWORD, "")
    assert cli.main(["share", str(Path(place).parent / "pier.txt"), "--database", place, "--password"]) == 2
    assert "protects nothing" in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f"{sys.executable} -m dashboard.cli read data/samples data/samples | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
