"""Dates that name their place in the calendar: days, months, years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date

from summariser.text.timex import vocabulary as words
from summariser.text.timex.context import Context, Match, Meaning, Resolve
from summariser.text.timex.pattern import compiled
from summariser.text.timex.tense import direction


def nearest_year(context: Context, at: int, month: int, day: int) -> int | None:
    """The year of a day or month named without one: the way the tense looks, else the nearest."""
    today = context.published
    if today is None:
        year = context.last("day", "month", "year", "quarter")
        return int(year[:4]) if year else None
    ahead = (month - today.month) * 30.4 + day - today.day  # days from publication, this year
    if ahead == 0:
        return today.year
    before, after = (today.year, today.year + 1) if ahead < 0 else (today.year - 1, today.year)
    since, until = (-ahead, 365 + ahead) if ahead < 0 else (365 - ahead, ahead)
    through = context.low[max(context.start, at - 8) : at] == "through "
    way = "none" if through else direction(context, at)  # "lent the firm £9 million through January" looks ahead
    if way != "future" and context.low[context.start : at] == "in " and before == today.year:
        return before  # "In January, a bomb killed ...": what opens so is told, not announced
    if way == "none" or (way == "past" and since > FAR) or (way == "future" and until > FAR):
        return before if since < until / PULL else after
    return before if way == "past" else after


FAR = 280  # days: a writer names the year of a date farther off than this
PULL = 0.6  # news looks back: a day ahead must be so much nearer to be meant


def relative_year(word: str | None, context: Context) -> int | None:
    """The year that "last", "this" or "next" names."""
    if not word or context.published is None:
        return None
    return context.published.year + {"last": -1, "next": 1}.get(word, 0)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_ATTACKS = re.compile(r"(?: terrorist| terror)? (?:attack|hijack)")


def calendar_day(found: Match, context: Context) -> Meaning | None:
    """5 December 2024; December 5; Thursday, Dec. 5; the fifth of December last year."""
    month, day = words.month(found["month"]), words.ordinal(found["day"])
    if day is None or not 1 <= day <= 31 or _verb_like(found, context):
        return None
    if found["year"]:
        value = _valid(int(found["year"]), month, day)
        return Meaning("DATE", value) if value else None
    if (month, day) == (9, 11) and _ATTACKS.match(context.low, found.end()):
        return Meaning("DATE", "2001-09-11")
    year = (
        relative_year(found["rel"], context)
        or year_behind(found, context, month)
        or nearest_year(context, found.start("month"), month, day)
    )
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}")
    value = _valid(year, month, day)
    return Meaning("DATE", value, "published") if value else None


IS_VERB = re.compile(r" (?:be|have|not|never|well|also|soon|yet|need|get) ", re.IGNORECASE)


def _verb_like(found: Match, context: Context) -> bool:
    """A "may" or "march" in small letters is the verb, unless all is in small letters anyway; so is "May Be" in a
    headline."""
    at = found.start("month")
    if found["month"] == "may" and IS_VERB.match(context.text, found.end("month")):
        return True
    return found["month"] in ("may", "march", "mar", "dec", "sep") and not context.text[at].isupper()


def iso_day(found: Match, context: Context) -> Meaning | None:
    """2024-12-05, with or without a clock time."""
    value = _valid(int(found["year"]), int(found["month"]), int(found["day"]))
    if value and found["hour"] and int(found["hour"]) < 25:
        return Meaning("TIME", f"{value}T{found['hour']}:{found['minute']}")
    return Meaning("DATE", value) if value else None


def slashed_day(found: Match, context: Context) -> Meaning | None:
    """12/05/2024: where both readings are days, the one nearer to publication."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if year < 100:
        year += 1900 if year > 50 else 2000
    values = [value for m, d in ((first, second), (second, first)) if (value := _valid(year, m, d))]
    if not values:
        return None
    today = context.published or date(year, 1, 1)
    return Meaning("DATE", min(values, key=lambda value: abs((date.fromisoformat(value) - today).days)))


def month_of_year(found: Match, context: Context) -> Meaning | None:
    """February 2022; early October last year; January nineteen ninety-seven."""
    if _verb_like(found, context):
        return None
    year = int(found["year"]) if found["year"] else relative_year(found["rel"], context)
    if found["spoken"]:
        year = words.spoken_year(found["spoken"])
    if found["short"]:
        year = of_century(int(found["short"]), context)
    if year is None:
        return None
    return Meaning("DATE", f"{year:04d}-{words.month(found['month']):02d}", "published" if found["rel"] else "none")


def bare_month(found: Match, context: Context) -> Meaning | None:
    """June; last June; mid-November: by "last" and "next", else by tense, else the nearest."""
    month, rel, today = words.month(found["month"]), found["rel"], context.published
    if _verb_like(found, context) or not context.text[found.start("month")].isupper() or _is_name(found, context):
        return None
    if today is None:
        return Meaning("DATE", f"XXXX-{month:02d}")
    if rel in ("last", "this past"):
        year = today.year if month < today.month else today.year - 1
    elif rel in ("next", "this coming"):
        year = today.year if month > today.month else today.year + 1
    elif rel == "this":
        year = today.year
    else:
        near = nearest_year(context, found.start("month"), month, today.day)
        year = year_behind(found, context, month) or that_year(found, context) or near or today.year
    return Meaning("DATE", f"{year:04d}-{month:02d}", "published")


def that_year(found: Match, context: Context) -> int | None:
    """The year told of last, for "lost in 1972 ... that November"."""
    if not context.low.endswith("that ", 0, found.start()):
        return None
    follows = next(iter(context.after(found.end())), None)
    told = context.last("day", "month", "year")
    opens = follows is not None and follows.tag[:2] in ("VB", "MD")  # "said that November was cold"
    return int(told[:4]) if told and not opens else None


_YEAR_BEHIND = compiled(
    r"(?:,? (?:@MONTH)){0,3},?(?: (?:to|and|or|through|until) |\s?[-–]\s?)"
    r"(?:the )?(?:@PART)?(?:@DAY(?: of)? )?(?P<month>@MONTH)(?: @DAY)?,? (?P<year>@YEAR)"
)


def year_behind(found: Match, context: Context, month: int) -> int | None:
    """The year that stands behind the second of two: "between May and July 2019", "from Dec. 30 to Jan. 2, 2025"."""
    second = _YEAR_BEHIND.match(context.low, found.end(), context.end)
    if not second:
        return None
    return int(second["year"]) - (words.month(second["month"]) < month)


def _is_name(found: Match, context: Context) -> bool:
    """Jan Kavan, April Jones, the March for Life: a name, or a march."""
    word = next(iter(context.after(found.start("month"))), None)
    before = context.low[max(context.start, found.start("month") - 8) : found.start("month")]
    after = context.low[found.end() : found.end() + 5]
    before = before.replace("`", "").replace('"', "").replace("“", "")
    if found["month"] == "march" and before.endswith(("the ", " a ", "annual ")) and after.startswith((" for", " of")):
        return True
    return found["month"] in _SHORT_MONTHS or (word is not None and word.name.endswith("PER"))


_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # with no stop: no month


def year(found: Match, context: Context) -> Meaning | None:
    """1988; the end of 1990; the year 2000.  A number of things is no year, nor is money."""
    number, at = int(found["year"]), found.start("year")
    before = context.low[max(context.start, at - 14) : at]
    led = bool(_YEAR_LEAD.search(before)) or found.start() < at
    if _YEAR_RANGE.search(before):
        return Meaning("DATE", f"{number:04d}")
    if found.start() == at and before[-1:] in _NOT_BEFORE_YEAR or before[-2:-1].isdecimal() and before[-1:] in ".,:":
        return None
    if not led and not 1900 <= number <= 2059:
        return None
    if _counts(context, found.end("year"), led) or (not led and _ends_name(context, at)):
        return None
    return Meaning("DATE", f"{number:04d}")


_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|during|for|to|of|and|before|after|through|early|late)|[(–])\s*$"
)
_YEAR_RANGE = re.compile(r"(?<!\d)(?:1\d|20)\d\d\s?[-–]\s?$")
_NOT_BEFORE_YEAR = ("$", "£", "€", "#", "¥", "/", "-", "_", "=", "@", "+")


def _counts(context: Context, end: int, led: bool) -> bool:
    """Whether a plural noun follows, so that the number counts something ("2000 people")."""
    follows = next(iter(context.after(end)), None)
    if follows is None or follows.start - end > 2:
        return False
    return (follows.tag == "NNS" and not led) or follows.text.lower() in _COUNTED


_COUNTED = frozenset("people troops soldiers men women km miles metres meters feet tons tonnes".split())  # noqa: SIM905


def _ends_name(context: Context, at: int) -> bool:
    """Whether the number ends a name (Orion 1980, the Russell 2000), unless it is about now (the Summit 2024)."""
    if context.published and abs(context.published.year - int(context.low[at : at + 4])) < 3:
        return False
    before = next(iter(context.before(at, 1)), None)
    if before is None or at - before.end > 1:
        return False
    return before.tag.startswith("NNP") and before.text.lower() not in words.KINDS


def spoken_year(found: Match, context: Context) -> Meaning | None:
    """Nineteen ninety-six; the year two thousand; but not two thousand people, nor two thousand years."""
    follows = next(iter(context.after(found.end())), None)
    if follows and follows.start - found.end() < 3 and (follows.tag == "NNS" or follows.text.lower() in words.UNITS):
        return None
    number = words.spoken_year(found["year"])
    return Meaning("DATE", f"{number:04d}") if number and 1000 < number < 2100 else None


def short_year(found: Match, context: Context) -> Meaning | None:
    """'82: the century that brings it before publication, or at most ten years after."""
    if context.low[max(found.start() - 1, 0) : found.start()].strip(" (\n"):
        return None
    return Meaning("DATE", f"{of_century(int(found['year']), context):04d}")


def of_century(number: int, context: Context) -> int:
    """1984 for 84, 2024 for 24: never more than ten years after publication."""
    now = context.published.year if context.published else 2000
    number += now // 100 * 100
    return number - 100 if number > now + 10 else number


def decade(found: Match, context: Context) -> Meaning | None:
    """The 1990s, '80s, the nineties; but not a man in his forties."""
    before = context.low[max(context.start, found.start() - 12) : found.start()]
    if before.rstrip().endswith((" his", " her", " their", " my", " your", " our", "low", "high", "upper", "$")):
        return None
    if found["word"] and not (found["lead"] or found[0].startswith(("early", "late", "mid"))):
        return None
    tens = words.DECADES[found["word"]] if found["word"] else found["tens"]
    now = context.published.year if context.published else 2000
    century = int(found["century"] or (19 if int(tens) * 10 + 2000 > now else now // 100))
    return Meaning("DATE", f"{century}{tens}")


def century(found: Match, context: Context) -> Meaning | None:
    """The 20th century: 19 in TIMEX3."""
    number = words.ordinal(found["number"])
    return Meaning("DATE", f"{number - 1:02d}") if number and number > 1 else None


def nth(found: Match, context: Context) -> Meaning | None:
    """On the 5th: of the month mentioned last, else of the nearest month the tense allows."""
    day, today = words.ordinal(found["day"]), context.published
    month = context.last("day", "month", since=context.start)
    if day is None or (month is None and today is None):
        return None
    if month:
        return _dated(int(month[:4]), int(month[5:7]), day)
    assert today is not None
    way = direction(context, found.start())
    step = -1 if day > today.day and way != "future" else 1 if day < today.day and way == "future" else 0
    turn, index = divmod(today.month - 1 + step, 12)
    return _dated(today.year + turn, index + 1, day)


def _dated(year: int, month: int, day: int) -> Meaning | None:
    value = _valid(year, month, day)
    return Meaning("DATE", value, "previous") if value else None


RESOLVE: dict[str, Resolve] = {
    "month_day": calendar_day,
    "day_month": calendar_day,
    "iso_day": iso_day,
    "slashed_day": slashed_day,
    "month_of_year": month_of_year,
    "bare_month": bare_month,
    "year": year,
    "spoken_year": spoken_year,
    "short_year": short_year,
    "decade": decade,
    "century": century,
    "nth": nth,
}
