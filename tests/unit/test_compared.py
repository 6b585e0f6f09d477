"""What a comparison looks like as HTML and rows: every sentence once, every link with its words, no name twice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from harbour import harbour

from dashboard.compared import aligned, findings, shared
from dashboard.compared.words import heads, panes
from summariser.compare import compare
from summariser.comparison import Comparison
from summariser.correct import correct
from summariser.model import Article, Corrections
from summariser.read import read

GAZETTE = (
    "The mayor of Strandhaven, Ruth Adeyemi, closed the northern pier on Saturday after a crack was found.\n\n"
    "“We had no choice and we acted by breakfast,” Adeyemi said.\n\n"
    "Twelve boats were moved to the southern basin.\n\n"
    "A bakery on the quay gave free bread to the crews.\n"
)
WIRE = (
    "Strandhaven’s mayor Ruth Adeyemi closed the northern pier on Saturday after a crack was found there.\n\n"
    "Fourteen boats were moved to the southern basin.\n\n"
    "“We had no choice and we acted by lunchtime,” said Adeyemi.\n\n"
    "The pier was last rebuilt in 1974.\n"
)


def named(text: str, outlet: str) -> Article:
    return replace(read(text, "2026-03-15", as_body=True), outlet=outlet)


@pytest.fixture(scope="module")
def two() -> Comparison:
    return compare((named(GAZETTE, "Gazette"), named(WIRE, "Wire")))


@pytest.fixture(scope="module")
def three() -> Comparison:
    other = "A storm tore roofs off houses in Carrow on Sunday.\n\nNobody was hurt.\n"
    return compare((named(GAZETTE, "Gazette"), named(WIRE, "Wire"), named(other, "Herald")))


def test_every_sentence_stands_in_one_row(two: Comparison) -> None:
    rows = aligned.beside(two)
    for n, side in enumerate(([r.left for r in rows], [r.right for r in rows])):
        assert sorted(i for part in side for i in part) == list(range(len(two.articles[n].sentences)))


def test_rows_keep_the_order_of_the_first_article(two: Comparison) -> None:
    left = [i for row in aligned.beside(two) for i in row.left]
    assert left == sorted(left)


def test_what_both_say_stands_in_one_row(two: Comparison) -> None:
    joined = [(r.left, r.right) for r in aligned.beside(two) if r.left and r.right]
    assert ((0,), (0,)) in joined
    assert ((2,), (1,)) in joined


def test_only_differences_leaves_out_what_is_the_same_but_not_what_clashes(two: Comparison) -> None:
    rows = aligned.beside(two)
    told = aligned.aligned(two, differences=True)
    kept = [r for r in rows if r.relation != "same" or r.differs]
    assert told.count('<div class="ns-row ns-') == len(kept) < len(rows)
    assert "acted by lunchtime" in told
    assert "after a crack was found there" not in told


def every_part(found: Comparison) -> str:
    lines = [*shared.statements(found), *shared.quotations(found), *shared.figures(found)]
    return "".join(
        [
            findings.articles(found),
            findings.findings(found),
            findings.summary(found),
            aligned.aligned(found),
            shared.matrix(found, lines, "All"),
            shared.matrix(found, lines, "All", wordy=True),
            *(shared.alone(found, n) for n in range(len(found.articles))),
            panes(found),
        ]
    )


@pytest.mark.parametrize("name", ["two", "three"])
def test_every_link_leads_to_words(name: str, request: pytest.FixtureRequest) -> None:
    made = every_part(request.getfixturevalue(name))
    links = re.findall(r'href="#(w-[^"]+)"', made)
    assert len(set(links)) > 8
    assert set(links) <= set(re.findall(r' id="([^"]+)"', made))


def test_a_matrix_has_a_column_an_article(three: Comparison) -> None:
    lines = shared.statements(three)
    assert lines
    assert {frozenset(line.said) for line in lines} == {frozenset({0, 1})}
    made = shared.matrix(three, lines, "Statements")
    assert made.count("not in Herald") == len(lines)
    assert [list(row) for row in shared.rows(three, lines)][0] == ["They", "About", "Gazette", "Wire", "Herald"]
    assert "2 sentences that no other has" in shared.alone(three, 2)


def test_differences_of_three_are_what_one_leaves_out(three: Comparison) -> None:
    same = compare((three.articles[0],) * 3)
    assert shared.statements(three, differences=True) == shared.statements(three)
    assert shared.statements(same)
    assert shared.statements(same, differences=True) == []


def test_articles_that_are_called_alike_are_told_apart() -> None:
    found = compare((harbour(), harbour()))
    assert len(set(heads(found))) == 2
    assert all(set(heads(found)) <= set(row) for row in shared.rows(found, shared.statements(found)))


def test_words_of_articles_are_made_harmless() -> None:
    bad = read("The <script>alert(1)</script> mayor & council closed the pier on Saturday.", as_body=True)
    assert "<script>" not in every_part(compare((bad, bad)))


def test_a_quote_taken_out_leaves_the_others_in_place(two: Comparison) -> None:
    text = "“No,” said Tom Hallam.\n\n" + GAZETTE
    longer = read(text, "2026-03-15", as_body=True)
    less = correct(longer, Corrections(not_quotes=(longer.quotes[0].parts[0].start,)))
    found = compare((less, two.articles[1]))
    changed = [f for f in found.findings if f.rule == "changed_quotes"]
    assert [less.text[s:e] for f in changed for n, s, e in f.places if n == 0] == [
        "We had no choice and we acted by breakfast,"
    ]
    assert every_part(found)
