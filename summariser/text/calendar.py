"""The days that a TIMEX3 value covers, and the calendar sums that dates need.  Knows no text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

Granularity = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]
Interval = tuple[date, date]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}  # the month each begins in (meteorological, northern)


def interval(value: str) -> Interval | None:
    """The first and the last day of a TIMEX3 value; None when it names no stretch of the calendar.

    >>> interval("2024-12-05T16:08")
    (datetime.date(2024, 12, 5), datetime.date(2024, 12, 5))
    >>> interval("2024-Q4")
    (datetime.date(2024, 10, 1), datetime.date(2024, 12, 31))
    """
    for _, pattern, days in SHAPES:
        if found := pattern.fullmatch(value):
            try:
                return days(found)
            except (ValueError, OverflowError):  # a 31 June, a year 0, a week 53 that the year does not have
                return None
    return None


def granularity(value: str) -> Granularity | None:
    """How fine a TIMEX3 value is; None where ``interval`` gives None."""
    if interval(value) is None:
        return None
    return next(name for name, pattern, _ in SHAPES if pattern.fullmatch(value))


def months_of(year: int, first: int, count: int) -> Interval:
    """From the first day of a month to the last day of the ``count``-th month."""
    end_year, end = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return date(year, first, 1), date(end_year, end, monthrange(end_year, end)[1])


def shift_months(day: date, months: int) -> date:
    """The same day of the month, ``months`` on; the last day where the month is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date:
    """``days`` on, held within the calendar."""
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def week(day: date) -> str:
    """The ISO week of a day, as TIMEX3 writes it: 2024-W49."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def _day(found: re.Match[str]) -> Interval:
    day = date(int(found[1]), int(found[2]), int(found[3]))
    return day, day


def _week(found: re.Match[str]) -> Interval:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return monday, monday + timedelta(6)


def _weekend(found: re.Match[str]) -> Interval:
    saturday = date.fromisocalendar(int(found[1]), int(found[2]), 6)
    return saturday, saturday + timedelta(1)


def _weekday(found: re.Match[str]) -> Interval:
    day = date.fromisocalendar(int(found[1]), int(found[2]), int(found[3]))
    return day, day


def _month(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]), int(found[2]), 1)


def _quarter(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]), int(found[2]) * 3 - 2, 3)


def _half(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]), int(found[2]) * 6 - 5, 6)


def _season(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]), SEASONS[found[2]], 3)


def _year(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]), 1, 12)


def _decade(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]) * 10, 1, 120)


def _century(found: re.Match[str]) -> Interval:
    return months_of(int(found[1]) * 100, 1, 1200)


_SHAPES: list[tuple[Granularity, str, Callable[[re.Match[str]], Interval]]] = [
    ("day", r"(\d{4})-(\d\d)-(\d\d)(?:T.{1,20})?", _day),
    ("weekend", r"(\d{4})-W(\d\d)-WE(?:T.{1,20})?", _weekend),
    ("day", r"(\d{4})-W(\d\d)-([1-7])(?:T.{1,20})?", _weekday),
    ("week", r"(\d{4})-W(\d\d)(?:-XX?)?", _week),
    ("month", r"(\d{4})-(\d\d)(?:-XX)?", _month),
    ("quarter", r"(\d{4})-Q([1-4])", _quarter),
    ("half", r"(\d{4})-H([12])", _half),
    ("season", r"(\d{4})-(SP|SU|FA|AU|WI)", _season),
    ("year", r"(?:FY)?(\d{4})(?:-XX)?(?:-XX)?", _year),
    ("decade", r"(\d{3})X?", _decade),
    ("century", r"(\d\d)(?:XX)?", _century),
]
SHAPES = [(name, re.compile(pattern, re.ASCII), days) for name, pattern, days in _SHAPES]
