"""The report for the terminal counts what the dashboard counts."""

from __future__ import annotations

import re

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
