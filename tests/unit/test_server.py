"""Share routes, ports and the command line, without a browser."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dashboard import cli, routes, server
from dashboard.report import scripts
from dashboard.samples import samples

TEXT = "Pier closed\n\nThe mayor of Strandhaven closed the pier on Saturday, Ruth Adeyemi said.\n"


class Asked:
    """What a route looks at in a request."""

    def __init__(self, **path_params: str) -> None:
        self.path_params = path_params


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    place = str(tmp_path / "library.sqlite")
    monkeypatch.setenv(server.DATABASE, place)
    return place


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def answer(route: Any, **asked: str) -> Any:
    return route(Asked(**asked))


def test_a_share_answers_with_strict_headers(database: str) -> None:
    token = server.the_store().share("me", "t", "<p>x</p>", "[]")
    found = answer(routes.show_share, token=token)
    assert (found.status_code, found.body) == (200, b"<p>x</p>")
    for header in ("cache-control", "referrer-policy", "x-robots-tag", "x-content-type-options"):
        assert header in found.headers
    assert "script-src 'self'" in found.headers["content-security-policy"]
    assert "unsafe-eval" not in found.headers["content-security-policy"]


def test_wrong_expired_and_revoked_answer_alike(database: str) -> None:
    store = server.the_store()
    closed, over = store.share("me", "a", "x", "[]"), store.share("me", "b", "x", "[]", days=-1)
    store.revoke("me", next(s.hash for s in store.shares("me") if s.title == "a"))
    answers = [answer(routes.show_share, token=t) for t in (closed, over, "wrong")]
    assert {a.status_code for a in answers} == {404}
    assert len({(a.body, tuple(a.headers.items())) for a in answers}) == 1


def test_only_the_scripts_are_served(database: str) -> None:
    for name, text in scripts().items():
        found = answer(routes.show_asset, name=name)
        assert found.body.decode() == text
        assert "immutable" in found.headers["cache-control"]
    assert b"Plotly" in answer(routes.show_asset, name="report.js").body
    for name in ("../store.py", "report.css", "draw-0.js", ""):
        assert answer(routes.show_asset, name=name).status_code == 404


def test_a_taken_port_gives_the_next() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = busy.getsockname()[1]
        found, port = server.bind("127.0.0.1", taken)
        found.close()
    assert taken < port < taken + server.TRIES


def test_share_prints_a_link_that_opens(database: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["share", file, "--database", database, "--base-url", "https://news.example/x/"]) == 0
    link = capsys.readouterr().out.strip()
    assert link.startswith("https://news.example/x/share/")
    assert "Strandhaven" in (server.the_store().shared(link.rsplit("/", 1)[1]) or "")


def test_share_of_nothing_fails_and_says_why(
    database: str, file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    binary = tmp_path / "x.bin"
    binary.write_bytes(bytes(range(256)) * 40)
    code = cli.main(["share", str(binary), "--database", database])
    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert "x.bin" in err
    assert "Traceback" not in err


def test_export_by_the_ending_of_the_name(file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "pier.json"
    assert cli.main(["export", file, "--to", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))[0]["text"].startswith("Pier closed")
    assert cli.main(["export", file, "--to", str(tmp_path / "pier.xyz")]) == 2
    assert "must end in" in capsys.readouterr().err


def test_a_missing_file_and_an_odd_port_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["dashboard", "no-such-file.txt"]) == 2
    assert "there is no such file" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        cli.main(["dashboard", "--port", "99999"])
    assert stopped.value.code == 2


def test_reading_needs_no_screen(file: str) -> None:
    program = (
        "import sys; from dashboard.cli import main; main(['read', sys.argv[1], '--format', 'json']);"
        "sys.exit(bool({'streamlit', 'plotly', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, cwd=Path(cli.__file__).parents[1])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_there_are_samples() -> None:
    assert len(samples()) >= 6
