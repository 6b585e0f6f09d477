"""The report for the terminal counts what the dashboard counts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from summariser.measure import presences
from summariser.read import read
from summariser.terminal import report

TEXT = (
    "Pier closed\n\nThe mayor of Strandhaven, Ruth Adeyemi, closed the pier on Saturday.\n\n"
    "“We had no choice,” Ms Adeyemi said. “The boards were rotten.\n\n“They will be mended by May.”\n\n"
    "“The boats will be back in June,” said Tom Hallam, the minister.\n"
)


def test_a_quote_over_two_paragraphs_is_one() -> None:
    article = read(TEXT)
    told = re.search(r"QUOTES \((\d+) from (\d+) speakers\)", report(article, ()))
    assert told is not None
    counted = [p.quotes for p in presences(article) if p.quotes]
    assert [int(n) for n in told.groups()] == [sum(counted), len(counted)] == [2, 2]


def test_one_clause_is_told_once_and_what_stands_in_its_words_is_not_told_again() -> None:
    text = (
        "Helen Marsh and Karin Holt closed the harbour on Monday. "
        "Nils Berg walked out on Monday as Ms Holt took the podium."
    )
    told = report(read(text, "2026-03-14", as_body=True), ()).partition("TIMELINE")[2]
    assert told.count("closed the harbour") == 1
    assert told.count("took the podium") == 1


SHOWN = Path(__file__).resolve().parents[1] / "cases" / "shown.md"
CASE = re.compile(r"^## (?P<title>.+)\n\n(?P<text>(?:(?!## ).+\n+)+?)(?P<rows>(?: {4}.+\n)+)", re.MULTILINE)
CASES = [(m["title"], m["text"].strip(), m["rows"]) for m in CASE.finditer(SHOWN.read_text(encoding="utf-8"))]


def shown(text: str) -> list[list[str]]:
    """The day and the words of each event in the terminal's timeline."""
    lines = report(read(text, "2025-03-14", as_body=True), (), width=500).partition("TIMELINE")[2].splitlines()
    events = [line.strip() for line in lines if line.strip() and not line.startswith("  (")]
    return [re.split(r"\s{2,}", event.replace("≈", "about"), maxsplit=1) for event in events]


@pytest.mark.parametrize(("title", "text", "wanted"), CASES, ids=[title for title, _, _ in CASES])
def test_the_timeline_shows(title: str, text: str, wanted: str) -> None:
    found = shown(text)
    for row in wanted.strip().splitlines():
        day, words = (cell.strip() for cell in row.strip().removeprefix("not ").split("|"))
        there = any(words == got_words and day in ("*", got_day) for got_day, got_words in found)
        assert there != row.strip().startswith("not "), (row, found)


def test_cases_are_read() -> None:
    assert len(CASES) == SHOWN.read_text(encoding="utf-8").count("\n## ")


def test_a_long_unsure_quote_hangs_under_its_own_first_words() -> None:
    words = " ".join(["the pier was closed for the winter and nobody told the town"] * 5)
    article = read(
        f"It was cold in Strandhaven that day. “{words}.” Nobody answered the mayor, Ruth Adeyemi.", as_body=True
    )
    (quote,) = article.quotes
    unsure = replace(article, quotes=(quote._replace(confidence=0.5),))
    told = report(unsure, ()).split("QUOTES")[1].split("TIMELINE")[0].splitlines()
    assert any("(50% sure)" in line for line in told)
    assert {len(line) - len(line.lstrip()) for line in told if "town" in line} == {4}
