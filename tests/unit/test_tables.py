"""Rows and their CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from harbour import harbour

import dashboard.tables as tables
from summariser.compare import compare


def test_quotes_in_reading_order() -> None:
    rows = tables.quotes(harbour())
    assert [(r["Speaker"], r["Words"], r["Carries on"]) for r in rows] == [
        ("Ruth Adeyemi", "We had no choice,", ""),
        ("Ruth Adeyemi", "The boats will be back in June.", "yes"),
        ("Tom Hallam", "a panic measure", ""),
    ]


def test_events_in_order_of_time() -> None:
    rows = tables.actions(harbour())
    assert [(r["When"], r["Date"], r["Status"]) for r in rows][:3] == [
        ("February 2018", "stated", "happened"),
        ("14 March 2026", "stated", "happened"),
        ("14 March 2026", "inferred", "happened"),
    ]
    assert rows[-1]["When"] == "no date"


def test_what_was_left_out_says_why() -> None:
    assert [r["Taken for"] for r in tables.dropped(harbour())] == [
        "time stamp",
        "picture caption",
        "link to another story",
    ]


def test_csv_comes_back_and_formulas_are_harmless() -> None:
    made = tables.to_csv([{"Words": "=SUM(A1)", "No.": 1}, {"Words": 'plain, "quoted"', "No.": 2}])
    assert list(csv.reader(io.StringIO(made))) == [["Words", "No."], ["'=SUM(A1)", "1"], ['plain, "quoted"', "2"]]
    assert tables.to_csv([]) == ""


def test_speakers_of_two_articles_side_by_side() -> None:
    rows = tables.compared(compare((harbour(), replace(harbour(), quotes=(), outlet="Wire"))))
    adeyemi = next(r for r in rows if r["Name"] == "Ruth Adeyemi")
    assert adeyemi == {
        "Name": "Ruth Adeyemi",
        "Mentions, Harbour Gazette": 2,
        "Quotes, Harbour Gazette": 1,
        "Mentions, Wire": 2,
        "Quotes, Wire": 0,
    }
