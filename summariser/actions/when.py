"""Dates as the actions need them: which one stands in a clause, what ISO date it comes to, whether it lies ahead."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date as Day
from operator import attrgetter

from summariser.actions.chunks import Line
from summariser.actions.clause import Clause
from summariser.actions.others import is_anothers
from summariser.lexicon import words as listed
from summariser.model import Date, Span, When, Word
from summariser.text.timex.vocabulary import KINDS

FULL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?![\dWX])")
WEEK = re.compile(r"(\d{4})-W(\d{2})")
NAMES_DAY, NO_KINDS = frozenset({"weekday", "month", "deictic"}), frozenset[str]()
LINKS = frozenset({",", ";", "and", "but", "or", "then"})
POINTS = frozenset({"this", "last"})
LETTERS = re.compile(r"[a-z]+")
YEAR = re.compile(r"(\d{4})-(?:Q|H|S|W|F|A|X)")


def iso(value: str) -> str | None:
    """The calendar date in a TIMEX3 value, as precise as it is: a day, a month, a year.

    >>> iso("2024-12-05TMO"), iso("2019-W46"), iso("P3D")
    ('2024-12-05', '2019-11', None)
    """
    if m := WEEK.match(value):
        return month_of_week(int(m[1]), int(m[2]), 6 if "WE" in value else 4)
    if m := YEAR.match(value):
        return m[1]
    m = FULL.match(value)
    return "-".join(part for part in m.groups() if part) if m else None


def month_of_week(year: int, week: int, day: int) -> str | None:
    """The month of a day of a week: its Thursday, as ISO 8601 gives a week to its Thursday's year, or its Saturday."""
    try:
        return Day.fromisocalendar(year, week, day).isoformat()[:7]
    except ValueError:
        return None


def names_day(words: str) -> bool:
    """Whether an expression names its day ("Thursday night", "this afternoon"), not just a part of it ("the
    morning")."""
    return any(w in POINTS or KINDS.get(w, NO_KINDS) & NAMES_DAY for w in LETTERS.findall(words.lower()))


def better_names(text: str, dates: Sequence[Date]) -> dict[int, int]:
    """Date -> the first one that names its day better: "6 a.m. on Wednesday" rather than "the morning"."""
    named: dict[str | None, int] = {}
    vague = []
    for k, d in enumerate(dates):
        if d.type not in ("DATE", "TIME"):
            continue
        if names_day(text[d.start : d.end]):
            named.setdefault(iso(d.value), k)
        else:
            vague.append(k)
    return {k: named[day] for k in vague if (day := iso(dates[k].value)) in named and day}


def begins(line: Line, clause: Clause) -> int:
    """The index of the word from which on dates are a clause's own: in "sold the mill in May and opened a bank" the
    second clause begins at its "and"."""
    if clause.rule != "coordinated":
        return clause.opened
    links = range(clause.verb.start - 1, clause.opened - 1, -1)
    return next((k for k in links if line.low[k] in LINKS), clause.opened)


def in_aside(line: Line, at: int, start: int) -> bool:
    """True in brackets that hold more than a date: "sold two mills (a third is to go in May)": ``at`` is the word
    behind what begins at ``start``."""
    if not 0 < at < len(line.words) or line.words[at].start == start:
        return False
    return line.words[at].start - line.words[at - 1].end > ASIDE


def at_event(line: Line, at: int) -> bool:
    """ "In an August speech he said": the day of the speech is that of what was said or done there."""
    noun = line.pieces[bisect_right(line.begins, at) - 1]
    if noun.kind != "n" or noun.start == 0 or line.low[noun.start - 1] not in AT:
        return False
    return line.low[noun.end - 1] in listed("occasions")


ASIDE = 32  # characters in brackets from which on they hold more than a date
AT = frozenset({"in", "at", "during"})
START = attrgetter("start")
REACH = 400  # characters in which an event is named again with its date


class DateFinder:
    """The article's dates by place; made once, asked for every clause."""

    def __init__(self, dates: Sequence[Date]) -> None:
        self.dates = dates
        self.order = sorted(range(len(dates)), key=lambda k: dates[k].start)
        self.starts = [dates[k].start for k in self.order]

    def inside(self, start: int, end: int) -> list[int]:
        """The indices of the dates that begin between ``start`` and ``end``."""
        first = bisect_left(self.starts, start)
        return self.order[first : bisect_left(self.starts, end, first)]

    def words_in(self, words: Sequence[Word]) -> frozenset[int]:
        """The starts of those words that lie inside a date."""
        found = self.inside(words[0].start, words[-1].end)
        if not found:
            return frozenset()
        starts = list(map(START, words))
        spans = [(bisect_left(starts, self.dates[k].start), bisect_left(starts, self.dates[k].end)) for k in found]
        return frozenset([start for first, end in spans for start in starts[first:end]])

    def owned(self, line: Line, clauses: Sequence[Clause], taken: Sequence[Span], first: int) -> dict[int, list[int]]:
        """Clause -> the dates that are its own: those after it has opened and before the next one does; a date before
        all clauses is that of the ``first``; ``taken`` are stretches whose dates belong to something else."""
        told = self.inside(line.words[0].start, line.words[-1].end)
        if not told or not clauses:
            return {}
        found: dict[int, list[int]] = {}
        starts = [line.words[min(begins(line, c), len(line.words) - 1)].start for c in clauses]
        for k in told:
            at = self.dates[k].start
            word = bisect_left(line.words, at, key=START)
            if line.letters[word : word + 1] == "J" and line.words[word].start == at and not at_event(line, word):
                continue  # "the 2020 campaign" dates the campaign
            if is_anothers(line, word) or in_aside(line, word, at):  # "closed until Friday"
                continue
            if not any(span.start <= at < span.end for span in taken) and self.usable(k):
                before = [c for c, start in enumerate(starts) if start <= at]
                found.setdefault(max(before, key=lambda c: starts[c]) if before else first, []).append(k)
        return found

    def usable(self, k: int) -> bool:
        """True for dates and times; "now" dates nothing."""
        return self.dates[k].type in ("DATE", "TIME") and self.dates[k].value != "PRESENT_REF"

    def best(self, candidates: Sequence[int]) -> When | None:
        """The most precise of some dates."""
        if not candidates:
            return None
        best = max(candidates, key=lambda k: (len(iso(self.dates[k].value) or ""), -k))
        return When(iso(self.dates[best].value), True, best)

    def when(self, span: Span) -> When | None:
        """The date stated in a stretch of text."""
        return self.best([k for k in self.inside(span.start, span.end) if self.usable(k)])

    def when_named_again(self, text: str, noun: str, end: int) -> When | None:
        """The date beside the event's noun in the lines to come: "a raid on the port ... The raid late Thursday"."""
        for k in filter(self.usable, self.inside(end, end + REACH)):
            before = text[end : self.dates[k].start].lower().removesuffix("on ")
            if before.endswith(f"the {noun} "):
                return When(iso(self.dates[k].value), False, k)
        return None

    def ahead(self, when: When) -> bool:
        """True for a date that the text calls one to come."""
        return when.date is not None and self.dates[when.date].value == "FUTURE_REF"
