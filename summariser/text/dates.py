"""Time expressions: span, TIMEX3 type and value, what the value was reckoned from and the rule that found it.

One pass: a word that can set off a date ("Friday", "month", "1989") is looked up in a table; only then are the few
rules of its kind tried, at the words right before it.  A sentence with no such word costs one look-up a word.  Every
pattern is bounded, so the cost grows with the text and no faster.

Values follow TimeML 1.2.1 as TimeBank uses it (Pustejovsky et al. 2003; UzZaman et al. 2013, TempEval-3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from summariser.lexicon import rows
from summariser.lexicon import words as entries
from summariser.model import Date, Sentence, Word
from summariser.text.calendar import granularity, interval
from summariser.text.timex import absolute, clock, duration, period, recurrence, relative, vague, vocabulary, weekday
from summariser.text.timex.context import Context, Match, Meaning, Resolve, Rule
from summariser.text.timex.pattern import compiled, one_of
from summariser.text.tokens import small

RESOLVE: dict[str, Resolve] = {
    **absolute.RESOLVE,
    **weekday.RESOLVE,
    **clock.RESOLVE,
    **relative.RESOLVE,
    **period.RESOLVE,
    **recurrence.RESOLVE,
    **duration.RESOLVE,
    **vague.RESOLVE,
}
RULES = [
    Rule(row["name"], frozenset(row["kinds"].split()), compiled(row["pattern"]), RESOLVE[row["name"]])
    for row in rows("time-rules")
]
TOKEN = re.compile(r"(?<![a-z])[a-z]+|\d+", re.ASCII)
TRIGGER = re.compile(r"(?<![a-z])" + one_of(vocabulary.KINDS) + r"(?![a-z])|\d+", re.ASCII)
AFTER_DIGITS = frozenset("s/'’.")
APOSTROPHES = frozenset("'’‘")
OPENERS = entries("time-openers") | frozenset(
    row["word"] for row in rows("time-words") if row["kind"] in ("number", "ordinal", "month", "weekday", "daypart")
)
REACH = 60  # characters before the word that sets a date off
THEN = re.compile(r"(?:\s?\([^()]{1,20}\))?,?\s{1,3}(?:on\s{1,3})?")
RANGE_END = re.compile(r"\s?(?:-|–|,|\band\b|\bto\b|\bor\b|\bthrough\b)\s?(\d{1,2})(?:st|nd|rd|th)?(?![\w:%/]|[.,-]\d)")
RANGE_START = re.compile(r"(?<![\w.,:/$£€-])(\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|\band\b|\bto\b|\bor\b)\s?$")
YEAR = re.compile(r"\d{4}")
YEAR_BEHIND = re.compile(r",?\s((?:1[6-9]|20)\d\d)(?![\w%/-]|[.,]\d)")
YEAR_END = re.compile(r"[-–/](\d\d)(?![\w%/-]|[.,]\d)")
COMPARED = ("earlier", "year_earlier", "year_before", "period_of_year")  # figures beside: the story stays put
DAYS_OF_MONTH = ("month_day", "day_month")


class Finding(NamedTuple):
    """One expression found, with its meaning."""

    start: int
    end: int
    meaning: Meaning
    rule: str


def find_dates(
    text: str, sentences: tuple[Sentence, ...], words: tuple[tuple[Word, ...], ...], published: str | None
) -> tuple[Date, ...]:
    """All time expressions of the sentences, in reading order; ``published`` (ISO) anchors the relative ones."""
    context = Context(text, small(text), _day(published))
    found: list[Finding] = []
    for number, sentence in enumerate(sentences):
        context.start, context.end = sentence.start, sentence.end
        context.words = words[number] if number < len(words) else ()
        found += _of_sentence(context)
    return tuple(Date(f.start, f.end, f.meaning.type, f.meaning.value, f.meaning.anchor, f.rule) for f in found)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _of_sentence(context: Context) -> Iterator[Finding]:
    done = context.start
    for trigger in TRIGGER.finditer(context.low, context.start, context.end):
        kinds = _kinds(trigger, context.low)
        if not kinds or trigger.start() < done:
            continue
        finding = _set_off(trigger.start(), kinds, done, context)
        if finding is None:
            continue
        for one in _with_ranges(finding, context):
            if one.rule not in COMPARED and not (one.rule == "ago" and one.meaning.anchor == "previous"):
                context.remember(one.end, one.meaning)
            done = max(done, one.end)
            yield one


NO_KINDS: frozenset[str] = frozenset()
DIGITS, CLOCK = frozenset({"digits"}), frozenset({"clock"})


def _kinds(trigger: Match, low: str) -> frozenset[str]:
    """The kinds of rules that a word or number can set off."""
    word = trigger[0]
    if not word[0].isdecimal():
        return vocabulary.KINDS[word]
    after, before = low[trigger.end() : trigger.end() + 1], low[max(trigger.start() - 1, 0) : trigger.start()]
    if after == ":":
        return CLOCK
    if before.isalpha() and low[max(trigger.start() - 3, 0) : trigger.start()].isalpha():
        return NO_KINDS  # "lee2016" is a name
    return DIGITS if len(word) == 4 or after in AFTER_DIGITS or before in APOSTROPHES else NO_KINDS


@cache
def _rules(kinds: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.kinds & kinds)


def _set_off(at: int, kinds: frozenset[str], done: int, context: Context) -> Finding | None:
    """The longest expression around the word at ``at``, starting as far left as one does."""
    for start in _starts(at, done, context):
        matches = [
            (found.end(), rule, found)
            for rule in _rules(kinds)
            if (found := rule.pattern.match(context.low, start, context.end)) and found.end() > at
        ]
        for end, rule, found in sorted(matches, key=lambda match: -match[0]):
            meaning = rule.resolve(found, context)
            if meaning:
                finding = Finding(start, end, meaning, rule.name)
                return _from_day(finding, context) or _with_day(finding, context)
    return None


def _starts(at: int, done: int, context: Context) -> list[int]:
    """Where an expression around the word at ``at`` may start, leftmost first."""
    starts = [_mark(at, context)]
    for token in reversed(list(TOKEN.finditer(context.low, max(done, at - REACH), at))):
        gap = starts[-1] - token.end()
        if gap > 3 or not (token[0] in OPENERS or token[0].isdecimal()):
            break
        starts.append(_mark(token.start(), context))
    return starts[::-1]


def _mark(start: int, context: Context) -> int:
    """Take the apostrophe of '82 and '80s along."""
    return start - 1 if start > context.start and context.low[start - 1] in "'’‘" else start


def _with_day(finding: Finding, context: Context) -> Finding:
    """Join a clock time to the day that follows it: "10 p.m. Wednesday", "16:00 UTC today"."""
    if finding.rule not in ("clock", "noon", "military"):
        return finding
    then = THEN.match(context.low, finding.end, context.end)
    day = _day_at(then.end(), DAY_KINDS, context) if then else None
    if not day:
        return finding
    value = day.meaning.value + finding.meaning.value[finding.meaning.value.index("T") :]
    return finding._replace(end=day.end, meaning=Meaning("TIME", value, day.meaning.anchor))


DAY_KINDS = frozenset({"month", "weekday", "deictic"})


def _day_at(at: int, kinds: frozenset[str], context: Context) -> Finding | None:
    """The day of the calendar that is named right here."""
    for rule in _rules(kinds):
        found = rule.pattern.match(context.low, at, context.end)
        meaning = rule.resolve(found, context) if found else None
        if found and meaning and meaning.type == "DATE" and granularity(meaning.value) == "day":
            return Finding(at, found.end(), meaning, rule.name)
    return None


def _from_day(finding: Finding, context: Context) -> Finding | None:
    """Reckon from the day named behind: "the day after Christmas", "two weeks before the Nov. 5 vote"; no calendar
    counts trading days."""
    if finding.rule not in ("unit_around", "counted") or "ing " in context.low[finding.start : finding.end]:
        return None
    start = finding.end if finding.rule == "counted" else max(finding.end - 6, finding.start)
    beyond = BEYOND.search(context.low, start, min(context.end, finding.end + 14))
    size = LENGTH.fullmatch(finding.meaning.value) if finding.rule == "counted" else None
    day = _day_at(beyond.end(), DAY_KINDS | {"feast"}, context) if beyond else None
    if not beyond or not day or (finding.rule == "counted" and not size):
        return None
    unit = CODES[size[2]] if size else context.low[finding.start + 4 : beyond.start()].strip()
    count = int(size[1]) if size else 1
    days = interval(day.meaning.value)
    if days is None or unit == "weekend":
        return None
    reckoned = relative.moved(days[0], unit, -count if beyond[1] == "before" else count)
    return Finding(finding.start, day.end, Meaning("DATE", relative.value_at(reckoned, unit), "published"), "from_day")


BEYOND = re.compile(r"\s?\b(before|after)\s{1,3}(?:the\s)?")
LENGTH = re.compile(r"P(\d{1,3})([DW])")
CODES = {"D": "day", "W": "week"}


def _with_ranges(finding: Finding, context: Context) -> list[Finding]:
    """The other day of "April 24 and 25" and "3-5 March" beside the one found; the other year of "2019-20"."""
    value = finding.meaning.value
    years = YEAR_END.match(context.low, finding.end) if finding.rule == "year" else None
    if years and 0 < int(years[1]) - int(value[2:]) < 60:
        other = Meaning("DATE", value[:2] + years[1])
        return [finding, Finding(years.start(1), years.end(), other, "range")]
    if finding.rule not in DAYS_OF_MONTH or len(value) != 10:
        return [finding]
    before = RANGE_START.search(context.low[max(context.start, finding.start - 12) : finding.start])
    after = RANGE_END.match(context.low, finding.end, context.end)
    found = [finding]
    if before and finding.rule == "day_month":
        start = finding.start - len(before[0])
        found = [
            Finding(start, start + len(before[1]), finding.meaning._replace(value=_on(value, before[1])), "range")
        ] + found
    if after and finding.rule == "month_day" and not _counts(context, after.end()):
        found = _two_days(finding, after, context)
    return [one for one in found if one.rule != "range" or granularity(one.meaning.value)]


def _two_days(finding: Finding, after: Match, context: Context) -> list[Finding]:
    """Both days of "April 24 and 25", of the year behind them where one stands there and the first has none."""
    value, end = finding.meaning.value, after.end()
    year = None if YEAR.search(context.low, finding.start, finding.end) else YEAR_BEHIND.match(context.low, end)
    if year:
        value, end = year[1] + value[4:], year.end()
    first = finding._replace(
        meaning=finding.meaning._replace(value=value, anchor="none" if year else finding.meaning.anchor)
    )
    return [first, Finding(after.start(1), end, first.meaning._replace(value=_on(value, after[1])), "range")]


def _on(value: str, day: str) -> str:
    return f"{value[:8]}{int(day):02d}"


def _counts(context: Context, end: int) -> bool:
    """Whether a noun follows, so that the number counts something ("on May 5 and 12 people")."""
    follows = next(iter(context.after(end)), None)
    if follows is None or follows.start - end > 2 or follows.text.lower() in ("last", "this", "next"):
        return False
    return follows.tag[:2] in ("NN", "JJ")
