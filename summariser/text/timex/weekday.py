"""Days of the week, with their parts of day: Thursday, last Friday night, Monday next week."""

from __future__ import annotations

import re
from datetime import date

from summariser.text.calendar import months_of, shift_days
from summariser.text.timex import vocabulary as words
from summariser.text.timex.absolute import nearest_year
from summariser.text.timex.context import Context, Match, Meaning, Resolve
from summariser.text.timex.tense import direction

_BLACK = {1: "1987-10-19", 2: "1929-10-29", 3: "1992-09-16", 4: "1929-10-24"}  # days that markets crashed on


def weekday(found: Match, context: Context) -> Meaning | None:
    """Thursday: the publication day if it is one; else before it, or after it where the sentence looks ahead."""
    number = words.WEEKDAYS[found["day"]]
    if found["which"] == "black":
        return Meaning("DATE", _BLACK[number]) if number in _BLACK else None
    if found["plural"]:
        return _with_part("SET", f"XXXX-WXX-{number}", found["part"], "none")
    if context.low.endswith("one ", 0, found.start()) and not found["which"]:
        return None  # "one Sunday in late 2001"
    if found["which"] == "following" and _preposition(found, context):
        return None
    today = context.published
    if today is None:
        return _with_part("DATE", f"XXXX-WXX-{number}", found["part"], "none")
    day = _day(found, context, today, number)
    return _with_part("DATE", day.isoformat(), found["part"], "published")


def _preposition(found: Match, context: Context) -> bool:
    """ "Following Monday's debate": after it; but "the following Monday's debate"."""
    led = found[0].startswith("the ") or context.low.endswith("the ", 0, found.start())
    return not led and found[0].endswith(("'s", "’s"))


def _day(found: Match, context: Context, today: date, number: int) -> date:
    back = (today.isoweekday() - number) % 7  # days since the last such day, 0 on that day
    before, after = shift_days(today, -(back or 7)), shift_days(today, 7 - back)
    which, of_week = found["which"], found["week"]
    if of_week:
        monday = shift_days(today, 1 - today.isoweekday() + 7 * _WEEKS[of_week])
        return shift_days(monday, number - 1)
    if which == "previous":
        anchor = context.last_day() or today
        return shift_days(anchor, -((anchor.isoweekday() - number) % 7 or 7))
    if which == "following":
        anchor = context.last_day() or today
        return shift_days(anchor, (number - anchor.isoweekday()) % 7 or 7)
    if not which and (first := _range_start(found, context)):
        return shift_days(first, (number - first.isoweekday()) % 7 or 7)
    if which in ("last", "this past", "past"):
        return before
    if which in ("next", "this coming", "coming"):
        return after
    if back == 0:
        return today
    return after if which == "this" or direction(context, found.start()) == "future" else before


_WEEKS = {"last": -1, "this": 0, "next": 1}
_TO = re.compile(r"(?: (?:to|through|until|till) |\s?[-–]\s?)(?:the )?")


def _range_start(found: Match, context: Context) -> date | None:
    """The Monday of "Monday to Friday": the day mentioned right before "to"."""
    last = context.mentioned[-1] if context.mentioned else None
    if (
        last is None
        or context.low[last.end - 3 : last.end] != "day"
        or not _TO.fullmatch(context.low, last.end, max(found.start(), last.end))
    ):
        return None
    return context.last_day()


def _with_part(kind: str, value: str, part: str | None, anchor: str) -> Meaning:
    if part is None:
        return Meaning(kind, value, anchor)  # type: ignore[arg-type]
    code = words.DAYPARTS[part.rstrip("s")]
    return Meaning("SET" if kind == "SET" else "TIME", f"{value}T{code}", anchor)  # type: ignore[arg-type]


def every_weekday(found: Match, context: Context) -> Meaning | None:
    """Each Thursday, every Sunday evening."""
    return _with_part("SET", f"XXXX-WXX-{words.WEEKDAYS[found['day']]}", found["part"], "none")


def nth_weekday(found: Match, context: Context) -> Meaning | None:
    """The last Friday in November; the first Monday of each month, which comes again and again."""
    number = words.WEEKDAYS[found["day"]]
    if found["each"]:
        return Meaning("SET", f"XXXX-WXX-{number}")
    month = words.month(found["month"])
    year = int(found["year"]) if found["year"] else nearest_year(context, found.start(), month, 15)
    if year is None:
        return None
    last = found["nth"] == "last"
    first, until = months_of(year, month, 1)
    day = (
        shift_days(until, -((until.isoweekday() - number) % 7))
        if last
        else shift_days(first, (number - first.isoweekday()) % 7 + 7 * words.ORDINALS[found["nth"]] - 7)
    )
    return Meaning("DATE", day.isoformat(), "none" if found["year"] else "published")


RESOLVE: dict[str, Resolve] = {
    "weekday": weekday,
    "nth_weekday": nth_weekday,
    "every_weekday": every_weekday,
}
