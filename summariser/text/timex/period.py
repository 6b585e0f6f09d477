"""Quarters, halves, fiscal years, seasons and feasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summariser.text.calendar import shift_months, week
from summariser.text.timex import vocabulary as words
from summariser.text.timex.absolute import nearest_year, of_century, relative_year
from summariser.text.timex.context import Context, Match, Meaning, Resolve
from summariser.text.timex.pattern import compiled
from summariser.text.timex.tense import direction


def _year(found: Match, context: Context) -> int | None:
    """The year a period names, by number or by "last year"."""
    named = found["year"] or found["year2"]
    if named:
        return int(named)
    if found["spoken"]:
        return words.spoken_year(found["spoken"])
    return relative_year(found["rel"] or found["rel2"], context)


def quarter(found: Match, context: Context) -> Meaning | None:
    """The third quarter of 1990; third-quarter; Q3 2009; this year's third quarter."""
    last = found["number"] in ("last", "final")
    number = int(found["q"]) if found["q"] else 4 if last else words.ordinal(found["number"])
    if number is None or not 1 <= number <= 4:
        return None
    year = _year(found, context)
    if year is None and found["number"] == "last" and not found["fiscal"]:
        return _quarter_beside(context, -1)
    if year is not None:
        return Meaning("DATE", f"{year:04d}-Q{number}")
    if not found["q"] and not found["fiscal"] and not _of_business(context, found):
        return None
    year = _near(context, found.start(), number * 3 - 2)
    return Meaning("DATE", f"{year:04d}-Q{number}", "published") if year else None


def _near(context: Context, at: int, month: int) -> int | None:
    """The year of a period that begins in a month: the last begun, or the next where the sentence looks ahead."""
    named = context.last("quarter", "half", since=context.start)  # "the first half of 2023 ... the second quarter"
    if named:
        return int(named[:4])
    today = context.published
    if today is None:
        return None
    begun = month <= today.month
    if direction(context, at) == "future" and not begun:
        return today.year
    return today.year if begun else today.year - 1


def _quarter_beside(context: Context, step: int) -> Meaning | None:
    if context.published is None:
        return None
    day = shift_months(context.published, 3 * step)
    return Meaning("DATE", f"{day.year:04d}-Q{(day.month + 2) // 3}", "published")


def half(found: Match, context: Context) -> Meaning | None:
    """The first half of 1990; the second half where business is spoken of."""
    number = int(found["h"]) if found["h"] else 1 if found["number"] in ("first", "1st") else 2
    year = _year(found, context)
    if year is None and not found["h"] and not _of_business(context, found):
        return None
    year = year or _near(context, found.start(), number * 6 - 5)
    return Meaning("DATE", f"{year:04d}-H{number}", "published") if year else None


_REACH = 250  # characters on either side, so that long sentences cost in proportion
_BUSINESS = re.compile(
    r"[%$£€¥]|\b(?:profit|sales|earn|revenue|income|loss|growth|econom|export|import|output|invest|market|"
    r"percent|results|compan|shares|"
    r"per cent|[mb]illion|inflation|orders|demand|deliver|production|year)"
)


def _of_business(context: Context, found: Match) -> bool:
    """Whether the sentence speaks of business within reach, or the text has named such a period: a match has quarters
    too."""
    start, end = max(context.start, found.start() - _REACH), min(context.end, found.end() + _REACH)
    return bool(_BUSINESS.search(context.low, start, end) or context.last("quarter", "half"))


def running_quarter(found: Match, context: Context) -> Meaning | None:
    """The quarter: the one mentioned before, else the one whose end is told, else the one just over; "the latest
    period" too."""
    mentioned = context.last("quarter", "half") if found["which"] in (None, "same", "latest") else None
    if found["unit"] == "quarter" and not mentioned and (ended := _ENDED.match(context.low, found.end(), context.end)):
        return _quarter_to(ended, context)
    if found["unit"] == "period" and not found["which"]:
        return None
    if mentioned:
        return Meaning("DATE", mentioned, "previous")
    return _quarter_beside(context, -1)


_ENDED = compiled(
    r" (?:that )?(?:ended|ending|to|through) (?:on )?(?:the )?"
    r"(?:(?P<month>@MONTH) (?P<day>@DAY)|(?P<day2>@DAY)(?: of)? (?P<month2>@MONTH))(?:,? (?P<year>@YEAR))?"
)


def _quarter_to(ended: Match, context: Context) -> Meaning | None:
    """The quarter of the calendar that holds most of "the quarter ended July 31": that of its middle month."""
    month, day = words.month(ended["month"] or ended["month2"]), words.ordinal(ended["day"] or ended["day2"])
    year = int(ended["year"]) if ended["year"] else nearest_year(context, ended.start(), month, day or 1)
    if year is None or not day:
        return None
    middle = shift_months(date(year, month, 1), -1 if day > 15 else -2)
    return Meaning("DATE", f"{middle.year:04d}-Q{(middle.month + 2) // 3}", "published")


def year_earlier(found: Match, context: Context) -> Meaning | None:
    """The year-earlier quarter, year-ago period, the same period last year: a year before the date mentioned."""
    compared = context.last("quarter", "half", "month", since=context.start - 600)
    compared = None if compared and context.is_ahead(compared) else compared  # of a deal still to come
    if found["number"] and (year := context.last()):
        return Meaning("DATE", f"{int(year[:4]) - 1:04d}-Q{words.ordinal(found['number'])}", "previous")
    if compared:
        return Meaning("DATE", f"{int(compared[:4]) - 1:04d}{compared[4:7]}", "previous")
    if found["unit"] == "quarter" and (before := _quarter_beside(context, -5)):
        return before
    return Meaning("DATE", f"{context.published.year - 1:04d}", "published") if context.published else None


def period_of_year(found: Match, context: Context) -> Meaning | None:
    """The 1988 period, the 1988 quarter, last year's quarter: the period under comparison, in that year."""
    year = _year(found, context)
    compared = context.last("quarter", "half", "month", since=context.start - 600)
    if year is None:
        return None
    return Meaning(
        "DATE", f"{year:04d}{compared[4:7]}" if compared else f"{year:04d}", "previous" if compared else "none"
    )


def fiscal_year(found: Match, context: Context) -> Meaning | None:
    """Fiscal 1989; FY24; the current fiscal year; one that ended on a day is a length."""
    if found["year"]:
        return Meaning("DATE", found["year"])
    if found["short"]:
        return Meaning("DATE", f"{of_century(int(found['short'][-2:]), context):04d}")
    if context.low.startswith((" ended ", " ending "), found.end()):
        return Meaning("DURATION", "P1Y")
    if not found["word"]:
        return None
    step = {"last": -1, "latest": -1, "previous": -1, "next": 1, "coming": 1}.get(found["which"] or "", 0)
    return Meaning("DATE", f"{context.published.year + step:04d}", "published") if context.published else None


def year_end(found: Match, context: Context) -> Meaning | None:
    """Year-end, the year's end."""
    return Meaning("DATE", f"{context.published.year:04d}-12-31", "published") if context.published else None


def season(found: Match, context: Context) -> Meaning | None:
    """This summer, last fall, the winter of 1994; spring and fall alone need a word that makes them a season."""
    code, which = words.SEASONS[found["season"]], found["which"]
    year = _year(found, context)
    if year is None and which is None and not _is_season(found, context):
        return None
    if year is None and context.published:
        year = _season_year(found, context, context.published)
    return Meaning("DATE", f"{year:04d}-{code}" if year else f"XXXX-{code}", "none" if found["year"] else "published")


_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season_year(found: Match, context: Context, today: date) -> int:
    first, which = _FIRST_MONTH[words.SEASONS[found["season"]]], found["which"] or ""
    begun = first <= today.month
    running = begun and today.month < first + 3
    if first == 12:
        begun, running = today.month == 12, today.month in (12, 1, 2)
    this = today.year - (first == 12 and today.month < 3 and which != "next")
    if which.startswith("last") or which == "this past":
        return (
            this
            if begun and not running and which != "last"
            else (today.year if begun and not running else today.year - 1)
        )
    if which == "next":
        return today.year + (1 if begun or running else 0)
    if which == "this" or which == "this coming" or direction(context, found.start()) == "future":
        return this if not (which == "this coming" and begun) else today.year + 1
    return this if begun or running else today.year - 1


def _is_season(found: Match, context: Context) -> bool:
    """Whether a bare "spring" or "fall" is the season: after "in the", "by", "since"; "summer" too after "the"."""
    before = context.low[max(context.start, found.start() - 8) : found.start()].split()
    led = bool(before) and before[-1] in ("in", "by", "since", "until", "during", "through")
    if found["season"] in ("spring", "fall"):
        return led and (bool(found["the"]) or found["season"] == "spring")
    return led or found[0].startswith("the ")


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian reckoning, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return date(year, n // 31, n % 31 + 1)


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def feast_day(name: str, year: int) -> date:
    """The day of a feast in a year."""
    row = words.FEASTS[name]
    if row.startswith("easter"):
        return easter(year) + timedelta(int(row[6:] or 0))
    month, day, *nth = re.split(r"(?<=\d)-", row)
    if not nth:
        return date(year, int(month), int(day))
    return _nth(year, int(month), int(day), int(nth[0])) + timedelta(int(nth[1]) if nth[1:] else 0)


_SOON = 14  # days before a feast in which its bare name means the one to come


def feast(found: Match, context: Context) -> Meaning | None:
    """Christmas Day, last Thanksgiving, Easter Sunday 1916; the week or weekend of Easter."""
    meaning = _day_of_feast(found, context)
    if meaning is None or not found["span"]:
        return meaning
    day = date.fromisoformat(meaning.value)
    if found["span"] == "week":
        return meaning._replace(value=week(day))
    return meaning._replace(value=week(day - timedelta(day.isoweekday() == 1)) + "-WE")  # a Monday ends its weekend


def _day_of_feast(found: Match, context: Context) -> Meaning | None:
    """The nearest day of the feast that the tense allows."""
    name, today = " ".join(found["name"].replace("’", "'").split()), context.published
    if found["year"]:
        return Meaning("DATE", feast_day(name, int(found["year"])).isoformat())
    if today is None or not context.text[found.start("name")].isupper():
        return None
    days = [feast_day(name, year) for year in range(max(today.year - 1, 1583), min(today.year + 2, 9999))]
    which = found["which"] or direction(context, found.start())
    soon = next((day for day in days if 0 < (day - today).days <= _SOON), None)
    if soon and which == "past" and not found["which"]:
        return _first([soon])  # "sales rose before Christmas", told a week before it
    if which in ("last", "past", "this past"):
        return _first([day for day in reversed(days) if day <= today])
    if which in ("next", "future", "this coming"):
        return _first([day for day in days if day >= today])
    return _first(
        [day for day in days if day.year == today.year]
        if which == "this"
        else sorted(days, key=lambda d: abs(d - today))
    )


def _first(days: list[date]) -> Meaning | None:
    return Meaning("DATE", days[0].isoformat(), "published") if days else None


RESOLVE: dict[str, Resolve] = {
    "quarter": quarter,
    "half": half,
    "running_quarter": running_quarter,
    "year_earlier": year_earlier,
    "year_before": year_earlier,
    "period_of_year": period_of_year,
    "fiscal_year": fiscal_year,
    "year_end": year_end,
    "season": season,
    "feast": feast,
}
