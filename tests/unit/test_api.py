"""What a notebook calls: a text or a path in, results that show themselves and turn into pandas."""

from __future__ import annotations

import json
import pickle
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import summariser as ns
from summariser.codec import encode
from summariser.columns import COLUMNS
from summariser.comparison import COMPARED
from summariser.table import LAYERS, Table
from tests.unit.harbour import harbour

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
GAZETTE = SAMPLES / "bridge-harbour-gazette.txt"
WIRE = SAMPLES / "bridge-north-coast-wire.txt"


@pytest.fixture(scope="module")
def pair() -> tuple[ns.Article, ns.Article]:
    return ns.read(GAZETTE), ns.read(WIRE)


def test_a_path_a_name_and_a_text_are_read_alike() -> None:
    by_path, by_name, by_text = ns.read(GAZETTE), ns.read(str(GAZETTE)), ns.read(GAZETTE.read_text("utf-8"))
    assert by_path == by_name
    assert by_path.quotes == by_text.quotes
    assert by_path.source.endswith(GAZETTE.name)


@pytest.mark.parametrize("text", ["", ".", "/", "\0", "\ud800", "x" * 5000, "tests\n", "~"])
def test_a_text_that_is_no_file_is_a_text(text: str) -> None:
    assert ns.read(text).text == text


@pytest.mark.parametrize(
    ("text", "told"), [("no such page.html", "no file"), ("https://example.org/a-story", "nothing is fetched")]
)
def test_a_name_of_nothing_is_read_as_text_and_told(text: str, told: str) -> None:
    article = ns.read(text)
    assert article.text == text
    assert told in " ".join(article.warnings)


def test_a_path_of_nothing_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ns.UnreadableFile, match="nothing.txt"):
        ns.read(tmp_path / "nothing.txt")


def test_a_file_of_several_articles_is_for_read_all(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(GAZETTE, "a.txt")
        archive.write(WIRE, "b.txt")
    with pytest.raises(ns.UnreadableFile, match="2 articles.*read_all"):
        ns.read(path)
    assert len(ns.read_all(path)) == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"empty\.txt"):
        found = ns.read_all([GAZETTE, tmp_path / "empty.txt"], WIRE)
    assert [a.source for a in found] == [str(GAZETTE), str(WIRE)]
    with pytest.raises(ns.UnreadableFile):
        ns.read_all(tmp_path / "empty.txt")


def test_layers_are_the_tuples_they_were() -> None:
    article = harbour()
    again = replace(article, title="Another")
    for name in LAYERS:
        layer = getattr(article, name)
        assert isinstance(layer, Table)
        assert layer == tuple(layer)
        assert hash(layer) == hash(tuple(layer))
        assert isinstance(getattr(again, name), Table)
    assert pickle.loads(pickle.dumps(article)) == article
    assert json.loads(json.dumps(encode(article)))["quotes"][0]["kind"] == "direct"


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_is_a_frame_with_a_row_for_each(pair: tuple[ns.Article, ns.Article], name: str) -> None:
    layer = getattr(pair[0], name)
    frame = layer.frame()
    assert list(frame.columns) == list(COLUMNS[name])
    assert len(frame) == len(layer)
    assert list(layer[:0].frame().columns) == list(frame.columns)


def test_a_frame_holds_names_words_and_days() -> None:
    article = harbour()
    quotes = article.quotes.frame()
    assert list(quotes["speaker"]) == ["Ruth Adeyemi", "Ruth Adeyemi", "Tom Hallam"]
    assert list(quotes["words"]) == ["We had no choice,", "The boats will be back in June.", "a panic measure"]
    assert list(quotes["utterance"]) == [0, 0, 2]
    assert list(quotes["confidence"]) == [0.95, 0.6, 0.95]
    for row in quotes.itertuples():
        assert article.text[row.start : row.end] == row.words
    actions = article.actions.frame()
    assert list(actions["when"])[:2] == ["2018-02", "2026-03-14"]
    assert list(actions["actor"])[1] == "Ruth Adeyemi"
    assert list(article.actors.frame()["pronouns"]) == [1, 1, 0]


def test_a_slice_keeps_its_names() -> None:
    last = harbour().quotes[1:]
    assert list(last.frame()["speaker"]) == ["Ruth Adeyemi", "Tom Hallam"]
    assert "Tom Hallam" in last._repr_html_()
    assert "We had no choice" not in last._repr_html_()


def test_a_comparison_is_tidy(pair: tuple[ns.Article, ns.Article]) -> None:
    found = ns.compare(*pair)
    assert found == ns.compare(list(pair))
    assert pickle.loads(pickle.dumps(found)) == found
    for name in COMPARED:
        frame = getattr(found, name).frame()
        assert list(frame.columns) == list(COLUMNS[f"compared {name}"])
    assert len(found.quotes.frame()) == sum(len(q.members) for q in found.quotes)
    actors = found.actors.frame()
    assert set(actors[actors["name"] == "Ruth Adeyemi"]["article"]) == {0, 1}


def test_many_articles_become_one_frame(pair: tuple[ns.Article, ns.Article]) -> None:
    found = ns.read_all(GAZETTE, WIRE)
    assert list(found.frame()["title"]) == [a.title for a in pair]
    quotes = found.frame("quotes")
    assert len(quotes) == sum(len(a.quotes) for a in pair)
    assert set(quotes["article"]) == {0, 1}
    with pytest.raises(ValueError, match="layer must be one of"):
        found.frame("speeches")


def test_speakers_and_summaries_are_tables(pair: tuple[ns.Article, ns.Article]) -> None:
    picks = ns.summarise(pair[0], sentences=2)
    assert len(picks.frame()) == 2  # type: ignore[attr-defined]
    assert ns.speakers(pair[0])[0].name == ns.speakers(pair[0]).frame()["name"][0]  # type: ignore[attr-defined]


def test_a_card_shows_summary_speakers_and_text() -> None:
    article = harbour()
    shown = article._repr_mimebundle_()
    html = shown["text/html"]
    assert "&lt;b&gt;ferry&lt;/b&gt;" in html
    assert "<b>ferry</b>" not in html
    assert "Ruth Adeyemi" in html
    assert "<script" not in html
    links = re.findall(r'href="#([\w-]+)"', html)
    assert links
    assert all(f'id="{link}"' in html for link in links)
    assert "SUMMARY" in shown["text/plain"]
    assert str(article) == shown["text/plain"]


def test_two_cards_have_places_of_their_own() -> None:
    article = harbour()
    ids = [set(re.findall(r'id="([\w-]+)"', article._repr_html_() or "")) for _ in range(2)]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("text", ["", "\ud800\0 “<img src=x onerror=alert(1)>” said Ms Bell. \u202e"])
def test_anything_shows(text: str) -> None:
    article = ns.read(text)
    both = ns.compare(article, article)
    for thing in (article, both, *(getattr(article, n) for n in LAYERS), *(getattr(both, n) for n in COMPARED)):
        shown = thing._repr_mimebundle_()
        assert "<img" not in shown["text/html"]
        shown["text/html"].encode("utf-8")


def test_the_names_offered_are_the_documented_ones() -> None:
    assert all((getattr(ns, name).__doc__ or "").strip() for name in ns.__all__)
    assert {"read", "read_all", "compare", "summarise", "speakers", "correct"} <= set(ns.__all__)
