"""Lengths of time: two weeks, the past 18 months, a five-year plan, years."""

from __future__ import annotations

import re

from summariser.text.timex import vocabulary as words
from summariser.text.timex.context import Context, Match, Meaning, Resolve


def length(count: float | None, unit: str) -> str:
    """P3W for three weeks, PT2H30M for two and a half hours, PXY for years, P20Y for two decades.

    >>> length(2.5, "years")
    'P2Y6M'
    """
    code = words.UNITS[unit]
    clock, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    if count is None:
        return f"P{clock}X{_VAGUE.get(code, code[-1])}"
    if code[0].isdecimal():
        count, code = count * int(code[:-1]), code[-1]
    if code == "WE":
        count, code = count * 2, "D"
    whole, rest = int(count), count - int(count)
    if not rest or clock + code not in _SMALLER:
        return f"P{clock}{round(count)}{code}"
    smaller, times = _SMALLER[clock + code]
    return f"P{clock}{f'{whole}{code}' if whole else ''}{round(rest * times)}{smaller}"


_VAGUE = {"10Y": "DE", "100Y": "CE", "1000Y": "ML", "WE": "W"}
_SMALLER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("TH", 24), "TH": ("M", 60), "TM": ("S", 60)}


def counted(found: Match, context: Context) -> Meaning | None:
    """Two weeks, nearly three years, a couple of months, 2 1/2 years; not the age of somebody."""
    count = words.number(found["count"])
    if count is not None and (found["half"] or found["halves"]):
        count += 0.5
    if _is_age(found, context) or _is_score(found, context) or _is_share(found, context) or _is_always(found, context):
        return None
    if found[0] == "one day" and _some_day(found, context):
        return Meaning("DATE", "FUTURE_REF", "published")
    return Meaning("DURATION", length(count, found["unit"]))


def _some_day(found: Match, context: Context) -> bool:
    """Whether "one day" is some day to come: "will one day be", "may one day follow"."""
    beside = context.before(found.start(), 1) + context.after(found.end())
    return len(beside) == 2 and beside[0].tag == "MD" and beside[1].tag.startswith("VB")


def _is_age(found: Match, context: Context) -> bool:
    """Whether the length is an age: a 30-year-old, 12 years old, aged two years, years of age."""
    after = context.low[found.end() : found.end() + 12]
    before = context.low[max(context.start, found.start() - 8) : found.start()]
    return after.lstrip(" -‐‑\n").startswith(("old", "of age")) or before.endswith("aged ")


def _is_score(found: Match, context: Context) -> bool:
    """Whether the count belongs to something before it: "3-2 days", "$5 a day", "No. 1 week"."""
    return context.low[max(context.start, found.start() - 1) : found.start()] in ("$", "£", "€", "-", ".", "/", "#")


def _is_share(found: Match, context: Context) -> bool:
    """Whether the words count no time: a quarter of the imports, three-quarters, a second group."""
    if found["unit"] in ("quarter", "second") and found["count"] in ("a", "an", "one", "the"):
        return True
    return (
        found["unit"] == "quarters" and found["count"].endswith("three") and context.low.startswith(" of ", found.end())
    )


def _is_always(found: Match, context: Context) -> bool:
    """Whether the words say "all the time": both halves of "24 hours a day, seven days a week"."""
    near = _ALWAYS.finditer(context.low, max(context.start, found.start() - 24), min(context.end, found.end() + 12))
    return any(phrase.start() <= found.start() < phrase.end() for phrase in near)


_ALWAYS = re.compile(
    r"\b(?:(?:24|twenty[ -]?four) hours (?:a|per) day|(?:7|seven) days (?:a|per) week"
    r"|(?:365 days|52 weeks) (?:a|per) year)"
)


def beside(found: Match, context: Context) -> Meaning | None:
    """The past 18 months, the next few days, the last three years."""
    return Meaning("DURATION", length(words.number(found["count"]), found["unit"]), "published")


def ordered(found: Match, context: Context) -> Meaning | None:
    """The first nine months, the nine months."""
    return Meaning("DURATION", length(words.number(found["count"]), found["unit"]))


def one(found: Match, context: Context) -> Meaning | None:
    """The past decade, the last century."""
    return Meaning("DURATION", length(1, found["unit"]), "published")


def vague(found: Match, context: Context) -> Meaning | None:
    """For years, weeks or months, in recent days, over the decades."""
    before = context.low[max(context.start, found.start() - 2) : found.start()]
    if _is_age(found, context) or before.strip()[-1:].isdecimal() or found[0] == "these days":
        return None
    if _is_always(found, context):
        return None
    if found["unit"] in ("quarters", "hours", "minutes") and not found["way"] and not found[0].startswith("the "):
        led = _FOR.search(context.low[max(found.start() - 8, 0) : found.start()])
        return _vague(found) if led and found["unit"] != "quarters" else None  # quarters may be rooms
    return _vague(found)


_FOR = re.compile(r"\b(?:for|within|in)\s$")


def _vague(found: Match) -> Meaning:
    return Meaning("DURATION", length(None, found["unit"]))


def long(found: Match, context: Context) -> Meaning | None:
    """A decades-long war, a day-long visit."""
    unit = found["unit"]
    return Meaning("DURATION", length(None if unit.endswith("s") else 1, unit))


def hour_and_half(found: Match, context: Context) -> Meaning | None:
    """Half an hour, an hour and a half, half a year."""
    return Meaning("DURATION", length(0.5, found["unit"]))


def quarter_hour(found: Match, context: Context) -> Meaning | None:
    """A quarter of an hour, three quarters of an hour."""
    return Meaning("DURATION", "PT45M" if found["three"] else "PT15M")


def while_(found: Match, context: Context) -> Meaning | None:
    """A while, some time."""
    return Meaning("DURATION", "PXX")


RESOLVE: dict[str, Resolve] = {
    "counted": counted,
    "beside": beside,
    "one": one,
    "vague": vague,
    "long": long,
    "hour_and_half": hour_and_half,
    "quarter_hour": quarter_hour,
    "while": while_,
}
