"""An exported JSON handed in again is the same dashboard: by the shell and by an upload; what is no export is told."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.exports import dashboard_of, to_json, to_zip
from dashboard.settings import DATABASE, FILES, the_store
from summariser.correct import correct
from summariser.inputs import open_bytes
from summariser.model import Corrections, Dashboard, Document, UnreadableFile
from summariser.read import read

TEXT = (
    "Pier closed\n\n14 March 2026\n\nThe mayor of Strandhaven, Ruth Adeyemi, closed the pier on Saturday.\n\n"
    "“=We had no choice at all,” Ms Adeyemi said.\n\n“The boats will be back in June,” said Tom Hallam, the minister.\n"
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE, str(tmp_path / "library.sqlite"))
    monkeypatch.setenv(FILES, "")


@pytest.fixture
def board() -> Dashboard:
    """An article with four things put right."""
    article = read(TEXT, document=Document("", "pasted text", TEXT))
    first, second = (q.parts[0].start for q in article.quotes[:2])
    right = Corrections(
        speakers=((first, "Zoë Quince"),),
        not_quotes=(second,),
        renamed=(("Ruth Adeyemi", "Ruth B. Adeyemi"),),
        published="2026-03-15",
    )
    return Dashboard("Pier", (article,), (right,))


def test_the_shell_reads_its_export_as_the_same_article(board: Dashboard, tmp_path: Path) -> None:
    path = tmp_path / "pier.json"
    path.write_text(to_json(board), encoding="utf-8")
    back, failed = dashboard_of([str(path)], "Pier")
    assert failed == 0
    assert back.corrections == board.corrections
    assert to_json(back) == to_json(board)
    assert main(["export", str(path), "--to", str(tmp_path / "again.json")]) == 0
    assert json.loads((tmp_path / "again.json").read_text("utf-8")) == json.loads(to_json(board))


@pytest.mark.parametrize("field", ["speakers", "not_quotes", "renamed", "published"])
def test_each_thing_put_right_can_be_undone_afterwards(board: Dashboard, field: str) -> None:
    (document,) = open_bytes(to_json(board).encode(), "pier.json")
    less = replace(document.corrections, **{field: getattr(Corrections(), field)})
    again = read(document.text, document.published, document=document)
    assert correct(again, less).quotes == correct(board.articles[0], less).quotes
    assert correct(again, less).actors == correct(board.articles[0], less).actors
    assert correct(again, less).published == correct(board.articles[0], less).published


def test_an_upload_brings_what_was_put_right(board: Dashboard) -> None:
    from dashboard.views.uploads import keep_all

    told = keep_all("pier.json", to_json(board).encode())
    assert told.startswith("read, ")
    assert "what was put right" in told
    (kept,) = the_store().library(*the_owner())
    assert kept.corrections == board.corrections[0]
    assert kept.document.text == TEXT


def test_an_upload_leaves_what_was_put_right_here(board: Dashboard) -> None:
    from dashboard.views.uploads import keep_all

    keep_all("pier.json", to_json(board).encode())
    (kept,) = the_store().library(*the_owner())
    mine = Corrections(published="2026-03-20")
    the_store().correct(*the_owner(), kept.id, mine)
    keep_all("pier.json", to_json(board).encode())
    (kept,) = the_store().library(*the_owner())
    assert kept.corrections == mine


def the_owner() -> tuple[str]:
    """Whose library an upload goes to here."""
    from dashboard.views.desk import owner

    return (owner(),)


def broken(board: Dashboard) -> dict[str, bytes]:
    whole = to_json(board).encode()
    return {
        "cut": whole[: len(whole) // 2],
        "foreign": b'{"name": "nothing of ours", "size": 3}',
        "numbers": b"[1, 2, 3]",
    }


@pytest.mark.parametrize("kind", ["cut", "foreign", "numbers"])
def test_what_is_no_export_is_told_in_one_sentence(board: Dashboard, kind: str) -> None:
    with pytest.raises(UnreadableFile, match=r"pier\.json.*: .+\. .+") as told:
        list(open_bytes(broken(board)[kind], "pier.json"))
    assert "\n" not in str(told.value)


def test_a_damaged_export_is_read_as_the_text_it_holds(board: Dashboard) -> None:
    (row,) = json.loads(to_json(board))
    blocks: list[Any] = [{**row["blocks"][0], "end": 10**9}]
    (document,) = open_bytes(json.dumps([{**row, "blocks": blocks, "uncorrected": None}]).encode(), "pier.json")
    assert document.text == TEXT
    assert document.blocks is None


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(board: Dashboard) -> None:
    plain = Dashboard("Pier", board.articles)
    archive = zipfile.ZipFile(io.BytesIO(to_zip(plain)))
    rows = list(csv.DictReader(io.StringIO(archive.read("quotes.csv").decode("utf-8-sig"))))
    assert rows[0]["Words"].startswith("'=We had")
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())
    assert archive.testzip() is None
