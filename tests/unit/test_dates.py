"""Time expressions: rules match their examples, golden cases hold, odd text is no error."""

from __future__ import annotations

import re
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser import lexicon
from summariser.model import Date, Sentence
from summariser.text import dates
from summariser.text.dates import RESOLVE, RULES, find_dates
from summariser.text.timex.context import Rule
from summariser.text.timex.vocabulary import number, ordinal, spoken_year

CASES = Path(__file__).parents[1] / "cases" / "dates.md"


def dates_of(text: str, published: str | None = None) -> tuple[Date, ...]:
    from summariser.text.words import tag

    sentences = (Sentence(0, len(text), 0),)
    return find_dates(text, sentences, tag(text, sentences), published)


def test_every_rule_has_its_function() -> None:
    assert {rule.name for rule in RULES} == set(RESOLVE)


@pytest.mark.parametrize("row", lexicon.rows("time-rules"), ids=lambda row: row["name"])
def test_rules_match_their_examples_and_nothing_else(row: dict[str, str]) -> None:
    pattern = next(rule.pattern for rule in RULES if rule.name == row["name"])
    for phrase in row["yes"].split("|"):
        assert pattern.fullmatch(phrase.lower()), phrase
    for phrase in row["no"].split("|"):
        assert not pattern.fullmatch(phrase.lower()), phrase


def golden() -> list[tuple[str, str, list[str]]]:
    blocks = re.split(r"^## ", CASES.read_text(encoding="utf-8"), flags=re.M)[1:]
    cases = []
    for block in blocks:
        published, *lines = block.strip().splitlines()
        for text, wanted in re.findall(r"^> (.+)\n((?:- .+\n?)*)", "\n".join(lines) + "\n", flags=re.M):
            cases.append((text, published.strip(), re.findall(r"^- (.+)$", wanted, flags=re.M)))
    return cases


@pytest.mark.parametrize(("text", "published", "wanted"), golden())
def test_golden_cases(text: str, published: str, wanted: list[str]) -> None:
    found = [f"{text[d.start : d.end]} = {d.value}" for d in dates_of(text, published)]
    assert [one for one in found if one] == [one for one in wanted if one != "nothing"]


@given(st.text(max_size=200), st.none() | st.dates().map(str) | st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str, published: str | None) -> None:
    for date in find_dates(text, (Sentence(0, len(text), 0),), (), published):
        assert 0 <= date.start < date.end <= len(text)
        assert date.value


PHRASES = [
    "last year",
    "the 5th of May",
    "two weeks ago",
    "1989",
    "10 p.m.",
    "Friday",
    "'80s",
    "the quarter",
    "in",
    "\n",
    "the day before",
]


@given(
    st.lists(st.sampled_from(PHRASES), max_size=12), st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31"])
)
@settings(max_examples=60, deadline=None)
def test_any_day_of_the_calendar_will_do(phrases: list[str], published: str | None) -> None:
    text = " ".join(phrases)
    found = find_dates(text, (Sentence(0, len(text), 0),), (), published)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_pattern_reads_further_than_a_few_words(rule: Rule) -> None:
    """Every repeat has an end, so that one try costs no more in a long text than in a short one."""
    width = _parser.parse(rule.pattern.pattern).getwidth()[1]
    assert width < 700, f"{rule.name} may match {width} characters: bound its repeats"


class Counting:
    """A pattern that counts how often it is tried."""

    def __init__(self, pattern: re.Pattern[str], tries: list[int]) -> None:
        self.pattern, self.tries = pattern, tries

    def match(self, *at: Any) -> re.Match[str] | None:
        self.tries[0] += 1
        return self.pattern.match(*at)


@pytest.mark.parametrize("row", lexicon.rows("time-rules"), ids=lambda row: row["name"])
def test_ten_times_the_text_takes_ten_times_the_tries(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in one endless sentence for the words of every rule; the time itself is a test of quality."""
    tries = [0]
    rules = [rule._replace(pattern=Counting(rule.pattern, tries)) for rule in RULES]  # type: ignore[arg-type]
    monkeypatch.setattr(dates, "_rules", lambda kinds: tuple(rule for rule in rules if rule.kinds & kinds))

    def cost(text: str) -> int:
        tries[0] = 0
        dates.find_dates(text, (Sentence(0, len(text), 0),), (), "2024-12-05")
        return tries[0]

    text = " ".join(row["yes"].split("|")) + " and "
    assert 0 < cost(text * 100) <= 11 * cost(text * 10)


def test_numbers_in_words() -> None:
    assert number("twenty-seven") == 27
    assert number("2 1/2") == 2.5
    assert number("a couple of") == 2
    assert number("a hundred and fifty") == 150
    assert number("several") is None
    assert ordinal("twenty-fifth") == 25
    assert spoken_year("nineteen ninety-six") == 1996
    assert spoken_year("two thousand and eight") == 2008
