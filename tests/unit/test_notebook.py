"""The dashboard in a cell, without a browser: the widgets are turned by hand and what they hold is read."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import summariser as ns
from dashboard.notebook import show
from summariser.model import Corrections
from tests.unit.harbour import TEXT

pytest.importorskip("ipywidgets", reason="pip install 'news-summariser[notebook]'")
SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
GAZETTE, WIRE = SAMPLES / "bridge-harbour-gazette.txt", SAMPLES / "bridge-north-coast-wire.txt"


@pytest.fixture
def panel() -> Any:
    return show([GAZETTE, WIRE])


def parts(widget: Any) -> Iterator[Any]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts(child)


def said(panel: Any) -> str:
    """All HTML that the panel holds."""
    return " ".join(str(p.value) for p in parts(panel.widget) if type(p).__name__ == "HTML")


def named(panel: Any, description: str) -> Any:
    return next(p for p in parts(panel.widget) if getattr(p, "description", None) == description)


def handed(name: str, data: bytes) -> dict[str, Any]:
    """A file as the browser hands it in."""
    day = datetime(2026, 3, 14, tzinfo=UTC)
    return {"name": name, "type": "", "size": len(data), "content": memoryview(data), "last_modified": day}


def kinds(panel: Any) -> set[str]:
    """Of what kinds the outputs of the open tab are."""
    tab = panel._tabs[panel._board.selected_index]
    return {kind for out in tab.pictures.outputs for kind in out["data"]}


def test_the_summary_is_as_long_as_the_slider_says(panel: Any) -> None:
    for length in (2, 6, 1):
        named(panel, "Sentences").value = length
        assert said(panel).count('class="ns-summary"') == length
    named(panel, "Chosen by").value = "lead"
    assert "1 sentence of" in said(panel)


def test_a_tab_is_drawn_when_it_is_looked_at(panel: Any) -> None:
    assert not kinds(panel)
    for at in (1, 2, 3, 4):
        assert not panel._tabs[at].answers.value
        panel._board.selected_index = at
        assert panel._tabs[at].answers.value
        assert "application/vnd.plotly.v1+json" in kinds(panel)
    assert "What stands out" in said(panel)


def test_an_upload_is_read_and_opened(panel: Any) -> None:
    data = (SAMPLES / "museum-theft-daily-courier.html").read_bytes()
    files = named(panel, "Upload files")
    files.value = (handed("theft.html", data),)
    assert len(panel.articles) == 3
    assert panel.article.source == "theft.html"
    assert files.value == ()
    files.value = (handed("empty.pdf", b""),)
    assert "empty.pdf" in said(panel)
    assert len(panel.articles) == 3


def test_a_paste_is_read_once(panel: Any) -> None:
    for _ in range(2):
        panel._adding.box.value = TEXT
        named(panel, "Read it").click()
        assert len(panel.articles) == 3
        assert panel.article.text == TEXT.strip() or panel.article.text == TEXT
    panel._adding.box.value = " . "
    named(panel, "Read it").click()
    assert "there is no article in it" in said(panel)


def test_a_correction_makes_another_article_and_is_undone(panel: Any) -> None:
    before = panel.article
    named(panel, "Quote").value = 1
    named(panel, "Said by").value = "Somebody Else"
    named(panel, "Set the speaker").click()
    assert panel.article.quotes.frame()["speaker"][0] == "Somebody Else"
    assert panel.articles[0] == panel.article == ns.correct(before, panel.corrections)
    assert "said by Somebody Else; was " in said(panel)
    panel._board.selected_index = 1
    assert "put right; the program’s guess was" in said(panel)
    named(panel, "This is no quote").click()
    assert len(panel.article.quotes) == len(before.quotes) - 1
    named(panel, "Undo").click()
    named(panel, "Undo").click()
    assert panel.article == before
    assert "You put right" not in said(panel)


def test_each_article_keeps_its_corrections(panel: Any) -> None:
    named(panel, "This is no quote").click()
    named(panel, "Article").value = 1
    assert panel.article == ns.read(WIRE)
    assert panel.corrections == ns.Corrections()
    named(panel, "Article").value = 0
    assert len(panel.corrections.not_quotes) == 1


@pytest.mark.parametrize("text", ["", "\ud800\0 “<img src=x onerror=alert(1)>” said Ms Bell. \u202e", "x" * 5000])
def test_anything_shows(text: str) -> None:
    panel = show([ns.read(text), GAZETTE])
    for at in range(5):
        panel._board.selected_index = at
    assert "<img" not in said(panel)


def test_nothing_opens_the_place_to_paste() -> None:
    panel = show([])
    assert panel.article is None
    assert len(panel.articles) == 0
    assert panel._adding.button.value
    panel._adding.box.value = TEXT
    named(panel, "Read it").click()
    assert panel.article is not None
    assert "1 article, open" in repr(panel)


def test_what_is_handed_in() -> None:
    assert len(show().articles) == len(list(SAMPLES.iterdir()))
    assert len(show(str(SAMPLES)).articles) == len(list(SAMPLES.iterdir()))
    assert len(show(ns.compare(ns.read(GAZETTE), ns.read(WIRE))).articles) == 2
    assert show(TEXT).article == ns.read(TEXT)
    with pytest.raises(TypeError, match="int"):
        show(3)


def test_it_is_up_at_once_and_turns_at_once() -> None:
    article = ns.read(GAZETTE)
    show(article)
    began = time.process_time()
    panel = show(article)
    assert time.process_time() - began < 0.5
    slider = named(panel, "Sentences")
    began = time.process_time()
    for length in (3, 9, 4, 8, 2):
        slider.value = length
    assert (time.process_time() - began) / 5 < 0.1


def test_no_screen_of_another_kind_is_loaded() -> None:
    code = "import sys, dashboard.notebook.panel; print('streamlit' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_the_library_is_shared_with_the_tile(panel: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.notebook import library
    from dashboard.settings import DATABASE

    monkeypatch.setenv(DATABASE, str(tmp_path / "library.sqlite"))
    assert list(library()) == []
    first = panel.article
    panel.correct(Corrections(not_quotes=(first.quotes[0].parts[0].start,)))
    assert panel.keep() == "2 articles in the library"
    panel.keep()
    back = {a.text: a for a in library()}
    assert len(back) == 2
    assert back[first.text].quotes == panel.article.quotes
    assert len(back[first.text].quotes) == len(first.quotes) - 1
    assert back[first.text].title == first.title
