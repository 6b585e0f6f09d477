"""Dates reckoned from publication or from the date before: yesterday, last month, two years ago, the day before."""

from __future__ import annotations

import re
from datetime import date

from summariser.model import Anchor
from summariser.text.calendar import interval, shift_days, shift_months, week
from summariser.text.timex import vocabulary as words
from summariser.text.timex.absolute import nearest_year
from summariser.text.timex.context import Context, Match, Meaning, Resolve
from summariser.text.timex.pattern import compiled
from summariser.text.timex.tense import direction

BACK = ("last", "past", "previous", "preceding", "prior", "before", "earlier", "this past")
AHEAD = ("next", "coming", "following", "after", "later", "ensuing", "subsequent")
STEPS = dict.fromkeys(BACK, -1) | dict.fromkeys(AHEAD, 1)
OF_THE_DATE_BEFORE = frozenset(
    ["previous", "preceding", "prior", "before", "following", "after", "that", "same", "ensuing", "subsequent"]
)


def value_at(day: date, unit: str) -> str:
    """The day, week, month, quarter, year... that a day lies in, as TIMEX3 writes it."""
    unit = words.UNITS.get(unit, unit)
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "2W"):
        return week(day)
    if unit == "WE":
        return week(day) + "-WE"
    if unit == "M":
        return day.isoformat()[:7]
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "10Y":
        return f"{day.year // 10:03d}"
    return f"{day.year // 100:02d}" if unit == "100Y" else f"{day.year:04d}"


def moved(day: date, unit: str, count: int) -> date:
    """``count`` units on from a day."""
    code = words.UNITS.get(unit, unit)
    if code in ("D", "W", "2W", "WE"):
        return shift_days(day, count * {"D": 1, "W": 7, "2W": 14, "WE": 7}[code])
    return shift_months(day, count * {"M": 1, "Q": 3, "6M": 6, "Y": 12, "10Y": 120, "100Y": 1200}.get(code, 0))


def deictic(found: Match, context: Context) -> Meaning | None:
    """Today, yesterday, tomorrow, tonight; the day before yesterday; but not Russia Today, World News Tonight."""
    before = context.text[max(context.start, found.start() - 30) : found.start()].rsplit(" ", 2)
    if context.text[found.start()].isupper() and len(before) > 1 and not before[-1] and before[-2][:1].isupper():
        return None
    if context.published is None:
        return Meaning("DATE", "PRESENT_REF") if found["word"] == "today" else None
    beyond = {"before": -1, "after": 1}.get(found["beyond"] or "", 0)
    day = shift_days(context.published, words.DEICTICS[found["word"]] + beyond).isoformat()
    if found["word"] == "tonight":
        return Meaning("TIME", f"{day}TNI", "published")
    if found["part"]:
        return Meaning("TIME", f"{day}T{words.DAYPARTS[found['part']]}", "published")
    return Meaning("DATE", day, "published")


def _anchor(word: str, context: Context, unit: str) -> tuple[date | None, Anchor]:
    """The day to reckon from: the date before for "the previous year" and the like, else the publication day."""
    if word not in OF_THE_DATE_BEFORE:
        return context.published, "published"
    sizes = ("day",) if unit in ("day", "night", "morning") else ()
    value = context.last(*sizes)
    days = interval(value) if value else None
    return (days[0], "previous") if days else (context.published, "published")


def unit_beside(found: Match, context: Context) -> Meaning | None:
    """Last year, this week, next month, the previous year, that day, the following month."""
    which, unit = found["which"], found["unit"]
    if context.text[found.start() - 1 : found.start()] in _OPENING and context.text[found.start("unit")].isupper():
        return None  # a programme called "This Week"
    day, anchor = _anchor(which, context, unit)
    if day is None:
        return None
    if which in ("past", "last") and found["the"] and unit not in ("year", "week", "month", "quarter"):
        return Meaning("DURATION", _length(1, unit), "published")
    step = STEPS.get(which, 0)
    if unit == "weekend":
        return _weekend(day, step, anchor)
    return Meaning("DATE", value_at(moved(day, unit, step), unit), anchor)


def _weekend(day: date, step: int, anchor: Anchor) -> Meaning:
    if step < 0 and day.isoweekday() >= 6:
        step = -1
    return Meaning("DATE", value_at(shift_days(day, 7 * step), "weekend"), anchor)


def the_weekend(found: Match, context: Context) -> Meaning | None:
    """The weekend: this one on its days or where the sentence looks ahead, else the one before."""
    today = context.published
    if today is None:
        return None
    ahead = today.isoweekday() >= 6 or direction(context, found.start()) == "future"
    return Meaning("DATE", value_at(shift_days(today, 0 if ahead else -7), "weekend"), "published")


def unit_around(found: Match, context: Context) -> Meaning | None:
    """The day before, the year after: beside the date mentioned before; but "Oct. 12, the day before the crash" is
    Oct. 12 itself."""
    last = context.mentioned[-1] if context.mentioned else None
    if last and found["unit"] == "day" and context.low[last.end : found.start()] == ", " and len(last.value) == 10:
        return Meaning("DATE", last.value, "previous")
    day, anchor = _anchor("before", context, found["unit"])
    if day is None:
        return None
    return Meaning("DATE", value_at(moved(day, found["unit"], STEPS[found["way"]]), found["unit"]), anchor)


def the_same(found: Match, context: Context) -> Meaning | None:
    """The same day, that year, that same month: the one mentioned before."""
    unit = found["unit"]
    day, anchor = _anchor("same", context, unit)
    return Meaning("DATE", value_at(day, unit), anchor) if day else None


def the_unit(found: Match, context: Context) -> Meaning | None:
    """The end of the year, later in the day, for the full year: the one that is running."""
    day = context.published
    if _ENDS.match(context.low, found.end(), context.end):
        return Meaning("DURATION", _length(1, found["unit"]))
    if found["unit"] == "day":
        day = context.last_day() or day
    return _running(found["unit"], day)


def bare_unit(found: Match, context: Context) -> Meaning | None:
    """For the year, nine months of the year, the week's highs, the year ended on a day: where such a word leads."""
    before = context.low[max(context.start, found.start() - 12) : found.start()]
    led = _LEAD.search(before) or _ENDS.match(context.low, found.end()) or (found["own"] and found["unit"] != "day")
    if not led or _DAY_AFTER.match(context.low, found.end()):
        return None
    return the_unit(found, context)


def in_a_row(found: Match, context: Context) -> Meaning | None:
    """The third straight day, a fourth week in a row: the one that is running."""
    return _running(found["unit"] or found["unit2"], context.published)


def _running(unit: str, day: date | None) -> Meaning | None:
    return Meaning("DATE", value_at(day, unit), "published") if day else None


def week_of(found: Match, context: Context) -> Meaning | None:
    """The week of March 6, the week commencing Monday 9 December."""
    month, day = words.month(found["month"] or found["month2"]), words.ordinal(found["day"] or found["day2"])
    year = nearest_year(context, found.start(), month, day or 1)
    days = interval(f"{year:04d}-{month:02d}-{day:02d}") if year and day else None
    return Meaning("DATE", week(days[0]), "published") if days else None


_OPENING = ("“", "‘", '"', "`")
_DAY_AFTER = re.compile(r"\s(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_LEAD = re.compile(
    r"\b(?:for|end|ended|ending|ends|finish|finished|finishing|during|throughout|so far in|months? of|weeks? of)\s+$"
)
_ENDS = compiled(r" (?:ended|ending|to) (?:on )?(?:the )?(?:end of )?(?:(?:@DAY(?: of)? )?@MONTH|@DEICTIC|@WEEKDAY)")


def ago(found: Match, context: Context) -> Meaning | None:
    """Two years ago, five days ago: as fine as its unit; a quarter where a quarter is compared."""
    if context.published is None:
        return None
    return _back(found, context, context.published, "published")


def earlier(found: Match, context: Context) -> Meaning | None:
    """A year earlier, two days later: reckoned from the date before."""
    unit = found["unit"].rstrip("s")
    value = context.last("day") if unit in ("day", "week") else context.last()
    if value and context.is_ahead(value) and found["way"] not in ("later", "on", "hence"):
        value = None  # "a year earlier", told of a deal that is still to come: before today
    days = interval(value) if value else None
    if days is None and context.published is None:
        return None
    day = days[0] if days else context.published
    assert day is not None
    return _back(found, context, day, "previous" if days else "published")


def _back(found: Match, context: Context, day: date, anchor: Anchor) -> Meaning | None:
    count, unit = words.number(found["count"]), found["unit"].rstrip("s")
    way = 1 if found["way"] in ("later", "hence", "on", "from now") else -1
    if words.UNITS.get(unit, "T").startswith("T"):
        return None
    if count is None:
        return Meaning("DATE", "FUTURE_REF" if way > 0 else "PAST_REF", anchor)
    months = round(count * 12) if unit == "year" else None
    if months is not None and months % 12:
        return Meaning("DATE", value_at(shift_months(day, way * months), "month"), anchor)
    return _as_fine(context, moved(day, unit, way * round(count)), unit, round(count), anchor)


def _as_fine(context: Context, day: date, unit: str, count: int, anchor: Anchor) -> Meaning:
    """A year ago is a quarter where quarters are compared; a week ago is a day."""
    if unit == "year" and count == 1:
        compared = context.last("quarter", "month", "half", since=context.start - 500)
        if compared and not context.is_ahead(compared):
            return Meaning("DATE", f"{int(compared[:4]) - 1:04d}{compared[4:]}", "previous")
    if unit == "week" and count == 1:
        return Meaning("DATE", day.isoformat(), anchor)
    if unit == "decade":
        return Meaning("DATE", f"{day.year:04d}", anchor)
    return Meaning("DATE", value_at(day, unit), anchor)


def _length(count: int, unit: str) -> str:
    code = words.UNITS[unit]
    return f"P{count}{code}" if code in ("D", "W", "M", "Q", "Y") else f"P{code}"


RESOLVE: dict[str, Resolve] = {
    "deictic": deictic,
    "unit_beside": unit_beside,
    "the_weekend": the_weekend,
    "unit_around": unit_around,
    "the_same": the_same,
    "the_unit": the_unit,
    "in_a_row": in_a_row,
    "bare_unit": bare_unit,
    "week_of": week_of,
    "ago": ago,
    "earlier": earlier,
}
