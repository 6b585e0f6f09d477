"""The shared page and the exports: whole, safe and without a request elsewhere."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from harbour import harbour, span

from dashboard.exports import KINDS, to_json
from dashboard.report import report, scripts
from summariser.codec import decode
from summariser.model import Corrections, Dashboard

BOARD = Dashboard("Pier <script>alert(1)</script>", (harbour(),))


def test_the_page_holds_every_part() -> None:
    made = report(BOARD)
    for part in (
        "Summary:",
        "Who said what",
        "Who did what, when",
        "What was left out",
        "Ruth Adeyemi",
        "We had no choice",
    ):
        assert part in made
    assert made.count('data-figure="a0-') == 4


def test_nothing_of_the_article_becomes_markup() -> None:
    made = report(BOARD)
    assert "<script>alert" not in made
    assert "<b>ferry" not in made
    assert len(re.findall("<script", made)) == 4 + 2


def test_the_page_asks_nothing_of_other_hosts() -> None:
    links = re.findall(r'(?:src|href|action)="([^"]*)"', report(BOARD))
    assert {x for x in links if not x.startswith("#")} == {
        "data:,", *(f"../share-assets/{name}" for name in scripts()),
    }  # fmt: skip
    assert not {"<form", "<iframe", "<input", "@import", "url("} & set(
        re.findall(r"<form|<iframe|<input|@import|url\(", report(BOARD))
    )


def test_every_link_in_the_page_leads_somewhere() -> None:
    for made in (report(BOARD), report(Dashboard("two", (harbour(), harbour())))):
        ids = re.findall(r' id="([^"]+)"', made)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)


def test_corrections_flow_to_the_page() -> None:
    wrong = Corrections(renamed=(("Ruth Adeyemi", "Ruth Corrected"),), not_quotes=(span("a panic").start,))
    made = report(Dashboard("x", (harbour(),), (wrong,)))
    assert "Ruth Corrected" in made
    assert "Ruth Corrected is the only one quoted" in made


@pytest.mark.parametrize("many", [2, 3, 12])
def test_several_articles_are_compared_and_every_link_has_its_words(many: int) -> None:
    made = report(Dashboard("several", (harbour(),) * many))
    assert "Side by side" in made
    assert ("Sentence beside sentence" in made) == (many == 2)
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)


def test_thirteen_articles_are_shown_without_comparing_them() -> None:
    assert "Side by side" not in report(Dashboard("many", (harbour(),) * 13))


def test_the_json_comes_back_as_the_article() -> None:
    (row,) = json.loads(to_json(BOARD))
    assert decode(row) == harbour()
    assert row["summary"]


def test_every_kind_of_export_is_made() -> None:
    made = {kind: make(BOARD) for kind, make in KINDS.items()}
    assert b"plotly" in made["html"][:6_000_000]
    assert b"../share-assets" not in made["html"]
    assert "- **Tom Hallam**: a panic measure" in made["md"].decode()
    names = zipfile.ZipFile(io.BytesIO(made["zip"])).namelist()
    assert names == [
        "dashboard.html",
        "articles.json",
        "dashboard.md",
        "quotes.csv",
        "events.csv",
        "speakers.csv",
    ]
