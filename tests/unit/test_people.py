"""Mentions and who is who: golden cases in plain text, and laws that hold for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.model import Actor
from summariser.people.bodies import acronyms
from summariser.people.known import known
from summariser.people.mentions import find_mentions
from summariser.people.persons import same_tokens
from summariser.people.resolve import resolve
from summariser.people.spots import find_spots
from summariser.quotes.find import find_quotes
from summariser.text.blocks import all_body
from summariser.text.sentences import split_sentences
from summariser.text.words import tag

CASES = Path(__file__).resolve().parents[1] / "cases" / "people.md"


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[str, ...]


def test_spots_are_the_words_that_rules_are_asked_about() -> None:
    text = "Rain fell. Ann Lee told the ministry's Mayor that they left."
    words = tag(text, split_sentences(text, all_body(text)))
    spots = find_spots(words, known())
    told = [[[row[k].text for k in column] for column in spot] for row, spot in zip(words, spots, strict=True)]
    assert told == [[["Rain"], [], [], []], [["Ann", "Lee", "Mayor"], ["they"], ["Mayor"], ["ministry"]]]
    assert find_spots([], known()) == []


def cases() -> list[Case]:
    found = []
    for part in re.split(r"^## ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, *lines = part.splitlines()
        text = "\n".join(line[2:] for line in lines if line.startswith(">"))
        found.append(Case(title, text, tuple(line[2:] for line in lines if line.startswith("- "))))
    return found


def cast(text: str) -> tuple[Actor, ...]:
    blocks = all_body(text)
    sentences = split_sentences(text, blocks)
    words = tag(text, sentences)
    mentions = find_mentions(text, blocks, sentences, words)
    return resolve(text, blocks, sentences, words, mentions, find_quotes(text, blocks))


def described(text: str, actor: Actor) -> str:
    stands = "; ".join(text[m.start : m.end] for m in actor.mentions)
    return f"{actor.name} | {actor.kind} | {actor.role or 'none'}: {stands}"


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.title)
def test_golden_cases(case: Case) -> None:
    actors = cast(case.text)
    got = [described(case.text, a) for a in actors]
    for line in case.expected:
        if line.startswith("not: "):
            assert line[5:] not in {a.name for a in actors}
        else:
            assert line in got


def test_the_malta_page(malta: str) -> None:
    actors = cast(malta)
    people = {a.name: a for a in actors if a.kind == "person"}
    roles = {
        "Sergey Lavrov": "Russian foreign minister",
        "Antony Blinken": "US secretary of state",
        "Andrii Sybiha": "Ukraine’s foreign minister",
        "Maria Zakharova": "Russia’s foreign ministry spokeswoman",
    }
    assert {name: people[name].role for name in roles} == roles
    assert "Joe Biden" in people
    lavrov = [malta[m.start : m.end] for m in people["Sergey Lavrov"].mentions]
    assert "the Russian foreign minister" in lavrov
    assert lavrov.count("Lavrov") >= 10
    osce = next(a for a in actors if a.name == "Organisation for Security and Co-operation in Europe")
    assert "OSCE" in [malta[m.start : m.end] for m in osce.mentions]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ann Lee's Mr. said, (OSCE) the minister He \n\t“”\ud800\x00é1"), max_size=200))
def test_any_text_has_a_cast(text: str) -> None:
    actors = cast(text)
    assert [a.id for a in actors] == list(range(len(actors)))
    taken = [m for a in actors for m in a.mentions]
    assert all(0 <= m.start < m.end <= len(text) for m in taken)
    assert len({m[:2] for m in taken}) == len(taken)
    assert all(a.name and a.mentions == tuple(sorted(a.mentions)) for a in actors)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("William J. Burns", "Bill Burns", True),
        ("Ann Lee", "Amy Lee", False),
        ("J. Smith", "John Smith", True),
        ("Ann Marie Lee", "Ann Lee", True),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Maria del Mar Soto", "Maria Vega", False),
    ],
)
def test_same_person_by_name(one: str, other: str, same: bool) -> None:
    assert same_tokens(tuple(one.split()), tuple(other.split()), known()) is same


def test_acronyms() -> None:
    assert "OSCE" in acronyms(("Organisation", "for", "Security", "and", "Co-operation", "in", "Europe"))
    assert "DAE" in acronyms(("Department", "of", "Agricultural", "Extension"))
