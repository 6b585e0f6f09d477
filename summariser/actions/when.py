"""Dates as the actions need them: which one stands in a clause, what ISO date it comes to, whether it lies ahead."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date as Day
from operator import attrgetter

from summariser.actions.chunks import Line
from summariser.actions.clause import Clause
from summariser.lexicon import words as listed
from summariser.model import Date, Span, When, Word
from summariser.people.antecedents import FINITE
from summariser.text.timex.vocabulary import KINDS

FULL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?![\dWX])")
WEEK = re.compile(r"(\d{4})-W(\d{2})")
NAMES_DAY, NO_KINDS = frozenset({"weekday", "month", "deictic"}), frozenset[str]()
LINKS = frozenset({",", ";", "and", "but", "or", "then"})
POINTS = frozenset({"this", "last"})
LETTERS = re.compile(r"[a-z]+")
HOUR = re.compile(r"(?:midnight|noon|midday|dawn|dusk|daybreak|sunrise|sunset|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)\b")
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


def bounds(line: Line, at: int) -> bool:
    """Whether the date at word ``at`` ends what goes on ("closed until Friday", not "delayed until Friday"), belongs to
    a name ("the Gold Act of 1934") or is what the clause is measured against ("the highest since 1987")."""
    before = line.low[max(0, at - BACK) : at]
    led = before[-1] if before else ""
    if (led == "that" and is_subject(line, at)) or of_another(line, at):
        return True
    if led in ("until", "till"):
        return PUT_OFF.isdisjoint(before[-4:])
    if "compared" in before[-8:]:
        return True  # "a fifth, compared with a tenth in 2010"
    if led in ("on", "at") and len(before) > 1 and before[-2] in PRICED:
        return True  # "a fifth more than the closing price on Friday"
    if is_thing(line, at) or "according" in before[-8:]:
        return True  # "according to a report on Tuesday"
    if at > 0 and line.letters[at - 1] == "N" and line.low[at] == "a" and line.low[at + 3 : at + 4] == ("that",):
        return True  # "his forecast a year ago that it would end"
    if "between" in before[-6:] or (led == "and" and "between" in before):
        return True  # "3,000 cases between January and May"
    if any(one == "as" and REPORTS & {*two} for one, *two in zip(before, before[1:], before[2:], strict=False)):
        return True  # "opened a bank, as the paper reported on Tuesday"
    if measured_from(line, at):
        return True
    if led == "before":
        return not at_hour(line, at)  # "swept away before midnight on Monday" was on Monday
    if led == "from" and not runs_on(line, at) and COMING.isdisjoint(before):
        return True  # "a dip from March", but "will carry passengers from Sunday"
    if led == "since":
        return of_record(line, at)
    if "than" in before[-2:] or ("than" in before[-6:] and not DID.isdisjoint(before[-4:])):
        return True  # "a higher share than Mr Lee did in 2008"
    if led == "for" and line.low[at].isdigit():
        return True  # "their man for 2016"
    return led == "of" and len(before) > 1 and line.words[at - 2].tag in ("NNP", "NNPS")


def is_thing(line: Line, at: int) -> bool:
    """ "Called Christmas a sham", "saw the Christmas tree": the feast is what is spoken of."""
    last = at + (line.low[at] == "the")
    if line.low[last : last + 1] == () or line.low[last] not in FEASTS:
        return False
    return line.letters[at - 1 : at] in tuple("GVzv") or line.letters[last + 1 : last + 2] == "N"


def of_another(line: Line, at: int) -> bool:
    """ "Tuesday marks a year since the mill closed", "spoke during Sunday services", "on Super Tuesday", "Ms Lee's
    Tuesday speech", "ready for Tuesday's debate": a day that is itself told of, one that comes again and again, one
    that is a name, and those of another event."""
    if line.low[at - 1 : at] in (("a",), ("an",)) and at > 0:
        return of_paper(line, at)
    if line.low[at] in TITLED and line.low[at + 1 : at + 2] and line.words[at + 1].text.istitle():
        return True  # told the show "This Week"
    if line.low[at - 2 : at] == (",", "in") and not LAST.isdisjoint(line.low[max(0, at - BACK) : at]):
        return True  # "a tenth less than at the last vote, in 2008"
    last = next((k for k in range(at + 1, len(line.low)) if line.letters[k] != "t"), len(line.low))
    behind, led = line.low[last : last + 1], line.low[at - 1] if at else ""
    if behind == (",",) and led == "the" and line.letters[last + 1 : last + 2] in ("N", "J"):
        return True  # "spoke of the May 1, 2001, raids"
    if behind in (("marks",), ("marked",)) or (behind != () and behind[0] in EVERY_WEEK) or led in NAMING:
        return True
    if behind in (("'s",), ("’s",)):
        return led in ("for", "about", "of", "over", "into", "from")
    return line.letters[at - 1 : at] == "s" and line.letters[last : last + 1] == "N" and at > 0


def of_paper(line: Line, at: int) -> bool:
    """ "Doubted an Aug. 8, 2015, affidavit": the day of what is spoken of, where no "in" or "at" leads it."""
    noun = next((k for k in range(at, min(at + 8, len(line.low))) if line.letters[k] not in "t,"), len(line.low))
    led = line.low[at - 2 : at - 1] if at > 1 else ()
    return line.letters[noun : noun + 1] == "N" and line.low[noun] in PAPERS and led not in (("in",), ("at",))


def measured_from(line: Line, at: int) -> bool:
    """ "Up four points since the last poll in March", "a tour before the vote on May 10": another event's day."""
    for k in range(at - 2, max(-1, at - 9), -1):
        if line.words[k].tag in FINITE or line.low[k] in (",", ";"):
            return False
        if line.low[k] in ("since", "before"):
            return not at_hour(line, k + 1) and line.low[at - 1] in ("in", "on", "of")
        if line.low[k] in ("after", "following"):
            return line.low[at - 1] == "of"  # "after the crash of 2008 all were poor"
        if line.low[k] == "ahead" and line.low[k + 1] == "of":
            return True  # "turned nasty ahead of the Tuesday vote"
        if line.low[k] in ("planned", "upcoming", "proposed"):
            return line.low[at - 1] in ("in", "on", "for")  # "spoke of a planned rally on Saturday"
    return False


def at_hour(line: Line, at: int) -> bool:
    """Whether a time of day stands here: "midnight", "9 p.m."."""
    return HOUR.match(" ".join(line.low[at : at + 2])) is not None


def runs_on(line: Line, at: int) -> bool:
    """True where a "to" or "until" follows near by: "from May to June"."""
    return not RUNS.isdisjoint(line.low[at : at + 6])


def in_aside(line: Line, at: int, start: int) -> bool:
    """True in brackets that hold more than a date: "sold two mills (a third is to go in May)": ``at`` is the word
    behind what begins at ``start``."""
    if not 0 < at < len(line.words) or line.words[at].start == start:
        return False
    return line.words[at].start - line.words[at - 1].end > ASIDE


def is_subject(line: Line, at: int) -> bool:
    """ "The claim that 2016 is lost": a year that a verb follows is what is spoken of."""
    return line.letters[at + 1 : at + 2] in ("b", "h", "M", "v", "z")


def of_record(line: Line, at: int) -> bool:
    """ "The first title since 1908", "the worst fire since 1987", "not seen since May": that was the last time."""
    for k in range(at - 2, max(-1, at - BACK - 1), -1):
        word, low = line.words[k], line.low[k]
        if word.tag in ("JJS", "RBS") or low in RARE:
            return True
        if word.tag in FINITE or low in (",", ";"):
            return False
    return False


FEASTS = frozenset({"christmas", "easter", "ramadan", "thanksgiving", "halloween", "passover", "diwali"})
PRICED = frozenset({"price", "prices", "close", "level", "levels", "rate", "rates", "value"})
ASIDE = 32  # characters in brackets from which on they hold more than a date
RUNS = frozenset({"to", "until", "till", "through", "-", "–"})
COMING = frozenset({"will", "'ll", "’ll", "shall", "starting", "beginning"})
BACK = 12  # words before "since" in which a record may stand
RARE = frozenset({"first", "only", "any", "not", "n't", "n’t", "never", "best", "worst", "least", "most"})


def at_event(line: Line, at: int) -> bool:
    """ "In an August speech he said": the day of the speech is that of what was said or done there."""
    noun = line.pieces[bisect_right(line.begins, at) - 1]
    if noun.kind != "n" or noun.start == 0 or line.low[noun.start - 1] not in AT:
        return False
    return line.low[noun.end - 1] in listed("occasions")


PAPERS = frozenset({"affidavit", "memo", "email", "letter", "report", "statement", "ruling", "article", "contract"})
DID = frozenset({"did", "had", "was", "were"})
TITLED = frozenset({"this", "the"})  # before the "Week" or "Morning" of a name
LAST = frozenset({"last", "previous"})
NAMING = frozenset({"super", "black", "ash", "bloody", "cyber"})  # of a "Super Tuesday"
REPORTS = frozenset({"reported", "noted"})
EVERY_WEEK = frozenset({"services", "prayers", "masses", "mornings", "nights", "evenings", "sermons"})
AT = frozenset({"in", "at", "during"})
START = attrgetter("start")
REACH = 400  # characters in which an event is named again with its date
PUT_OFF = frozenset({"delayed", "postponed", "adjourned", "deferred", "off", "back"})


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
            if bounds(line, word) or in_aside(line, word, at):  # "closed until Friday"
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
