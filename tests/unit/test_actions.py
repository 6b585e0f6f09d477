"""Golden cases of who did what, and the laws that any text keeps."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.actions.chunks import chunk_all
from summariser.actions.clauses import find_clauses
from summariser.model import Article, Block
from summariser.read import read
from summariser.text.sentences import split_sentences
from summariser.text.words import tag

CASES = Path(__file__).resolve().parents[1] / "cases" / "actions.md"
CASE = re.compile(r"^## (?P<title>.+)\n\n(?P<text>(?:(?!## ).+\n+)+?)(?P<rows>(?: {4}.+\n)+)", re.MULTILINE)
FOUND = [(m["title"], m["text"].strip(), m["rows"]) for m in CASE.finditer(CASES.read_text(encoding="utf-8"))]


def rows(article: Article) -> list[tuple[str, ...]]:
    names = {a.id: a.name for a in article.actors}
    return [
        (
            names.get(a.actor, "-") if a.actor is not None else "-",
            a.verb,
            a.object or "-",
            a.place or "-",
            (a.when and a.when.value) or "-",
            a.status,
        )
        for a in article.actions
    ]


def fits(wanted: str, row: tuple[str, ...]) -> bool:
    cells = [cell.strip() for cell in wanted.split("|")]
    return len(cells) == 6 and all(want in ("*", got) for want, got in zip(cells, row, strict=True))


@pytest.mark.parametrize(("title", "text", "wanted"), FOUND, ids=[title for title, _, _ in FOUND])
def test_case(title: str, text: str, wanted: str) -> None:
    found = rows(read(text, "2025-03-14", as_body=True))
    for line in wanted.strip().splitlines():
        line = line.strip()
        if line.startswith("not "):
            assert not any(fits(line[4:], row) for row in found), (line, found)
        else:
            assert any(fits(line, row) for row in found), (line, found)


def test_cases_are_read() -> None:
    assert len(FOUND) == CASES.read_text(encoding="utf-8").count("\n## ")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_keeps_the_laws(text: str) -> None:
    article = read(text, as_body=True)
    for action in article.actions:
        assert 0 <= action.start < action.end <= len(text)
        assert action.actor is None or action.actor in {a.id for a in article.actors}
        assert 0.0 <= action.confidence <= 1.0
        assert action.order >= 1


SCENE = """The summit opened on Thursday. Helen Marsh took the podium before Karin Holt left the room.
Helen Marsh accused the banks of greed. Karin Holt, who spoke after Helen Marsh left the podium, blamed the weather.
Sweden boycotted the summit last year. Helen Marsh will travel to Riga."""


def order_of(article: Article, verb: str) -> int:
    return next(a.order for a in article.actions if a.verb == verb)


def test_order_follows_dates_and_the_words_for_before_and_after() -> None:
    article = read(SCENE, "2025-03-14", as_body=True)
    assert order_of(article, "boycotted") < order_of(article, "took") < order_of(article, "accused")
    assert order_of(article, "accused") < order_of(article, "blamed") < order_of(article, "will travel")
    assert order_of(article, "spoke") == order_of(article, "blamed")


ORDERS = CASES.with_name("order.md")
ORDERED = [(m["title"], m["text"].strip(), m["rows"]) for m in CASE.finditer(ORDERS.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("title", "text", "wanted"), ORDERED, ids=[title for title, _, _ in ORDERED])
def test_order_within_a_day(title: str, text: str, wanted: str) -> None:
    article = read(text, "2025-03-14", as_body=True)
    for line in wanted.strip().splitlines():
        steps = [[order_of(article, verb.strip()) for verb in step.split("=")] for step in line.split("<")]
        assert all(len(set(step)) == 1 for step in steps), (line, steps)
        assert all(max(one) < min(other) for one, other in pairwise(steps)), (line, steps)


def test_order_cases_are_read() -> None:
    assert len(ORDERED) == ORDERS.read_text(encoding="utf-8").count("\n## ")


def test_weights_put_the_main_event_first() -> None:
    text = "Police arrested the mayor of Dunmore on Friday. A neighbour said he might have seen a car. Dogs could bark."
    weights = {a.verb: a.weight for a in read(text, "2025-03-14", as_body=True).actions}
    assert max(weights, key=lambda verb: weights[verb]) == "arrested"


def test_an_inferred_date_is_marked() -> None:
    article = read("Police arrested the mayor on Friday. They searched his house.", "2025-03-14", as_body=True)
    stated = {a.verb: a.when.stated for a in article.actions if a.when}
    assert stated["arrested"]
    assert not stated["searched"]


def test_in_a_quotation_the_speaker_claims_it() -> None:
    article = read("“Sweden attacked our ships,” Helen Marsh said.", "2025-03-14", as_body=True)
    names = {a.id: a.name for a in article.actors}
    attacked = next(a for a in article.actions if a.verb == "attacked")
    assert attacked.claimed_by is not None
    assert names[attacked.claimed_by] == "Helen Marsh"


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "\x00\x01", "\ud800 attacked.", "said said said", "Helen Marsh, sacked", "(" * 5000]
)
def test_odd_text_is_no_error(text: str) -> None:
    read(text, as_body=True)


RINGS = (
    "After a man detained by police left, Helen Marsh, who said that Karin Holt had gone, spoke.",
    "live that the no who he and first would they Marsh banks ask if.",
    "no , you that Marsh how banks saw would Karin Riga were of said.",
)


@pytest.mark.parametrize("text", RINGS)
def test_no_clause_hangs_on_itself(text: str) -> None:
    words = tag(text, split_sentences(text, (Block(0, len(text), "body", ""),)))
    for clauses in (find_clauses(line) for line in chunk_all(words)):
        for number, clause in enumerate(clauses):
            above, seen = clause.parent, {number}
            while above is not None:
                assert 0 <= above < len(clauses)
                assert above not in seen, (number, above)
                seen.add(above)
                above = clauses[above].parent
