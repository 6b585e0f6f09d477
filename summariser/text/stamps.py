"""Dates and times as pages print them: ``5 December 2024, 15:34``, ``Updated 9:22 PM EST, Mon November 6, 2023``.

Only for what a page says of itself; the dates that sentences speak of are read in ``text/dates.py``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from summariser.text.beside import holds

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = r"(?P<day{n}>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year{n}>(?:19|20)\d\d)"
DATE = re.compile(
    rf"(?<![\d/.]){DAY}(?: of)?[ \-.]{{1,2}}{MONTH}\.?,?[ \-]{{1,2}}{YEAR}\b".replace("{n}", "1")
    + r"|(?-i:(?<![A-Za-z])|(?<=[A-Z])(?=[A-Z]{3}))"  # NEWSNOV 7, 2023: the copying glued them
    + rf"{MONTH}[ .]{{1,2}}{DAY},?[ ]{{1,2}}{YEAR}\b".replace("{n}", "2")
    + r"|(?<!\d)(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>[01]?\d)[-/.](?P<day3>[0-3]?\d)(?![\d/.-])"
    + r"|(?<![\d/.])(?P<first>[0-3]?\d)(?P<mark>[/.\-])(?P<second>[0-3]?\d)(?P=mark)(?P<year4>(?:19|20)?\d\d)(?![\d/])",
    re.I,
)
TIME = re.compile(
    r"(?<![\d.:/+-])(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?(?![\d/])(?:\s{0,2}\(?(?P<zone>Z\b|[A-Z]{1,4}T\b|UTC\b|(?:GMT|UTC)?[+-]\d\d:?\d\d\b))?",
    re.I,
)
NUMERAL = re.compile(r"\d[-/.]\d")  # a date has this, or the name of a month
MILITARY = re.compile(r"(?<!\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) (?P<zone>GMT|UTC|[A-Z]{2,3}T)\b")
UPDATE = re.compile(r"\b(?:updated|modified|edited)\b", re.I)
ZONES = {"z": 0, "utc": 0, "gmt": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ist": 5.5}
ZONES |= {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "hkt": 8, "jst": 9}
ZONES |= {"sgt": 8, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "sast": 2, "wat": 1, "eat": 3}
AMERICAN = re.compile(
    r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b|\b[AP]M E[SD]?T\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d"
)
NUMERIC = re.compile(r"(?<![\d/.])([0-3]?\d)/([0-3]?\d)/(?:20)?\d\d(?![\d/])")
EUROPEAN = re.compile(
    r"£|€|\b(?:GMT|BST|CES?T|IST|AE[SD]T)\b"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} (?:19|20)\d\d"
)


class Stamp(NamedTuple):
    """A moment in a line: ``value`` is ISO with time and zone where given; ``start``/``end`` are the date's words."""

    start: int
    end: int
    value: str


def is_american(text: str) -> bool:
    """Whether the page writes its dates month first (asked only for 3/4/2026): its other dates and zones tell."""
    pairs = [(int(a), int(b)) for a, b in NUMERIC.findall(text)]
    proof = sum(b > 12 >= a for a, b in pairs) - sum(a > 12 >= b for a, b in pairs)
    if proof:
        return proof > 0
    return len(AMERICAN.findall(text)) > len(EUROPEAN.findall(text))


def find_stamp(line: str, american: bool = False) -> Stamp | None:
    """The first full date of ``line`` with the time beside it."""
    found = find_day(line, american)
    return Stamp(*found[0].span(), found[1].isoformat() + _time(line, found[0])) if found else None


def find_day(line: str, american: bool = False) -> tuple[re.Match[str], date] | None:
    """The first full date of ``line``: where it stands, and the day."""
    if not NUMERAL.search(line) and not holds(line.lower(), MONTHS):
        return None
    for m in DATE.finditer(line):
        day = _day(m, american)
        if day:
            return m, day
    return None


def _day(m: re.Match[str], american: bool) -> date | None:
    g = m.groupdict()
    if g["first"]:
        day, month = int(g["first"]), int(g["second"])
        if month > 12 or (american and day <= 12):
            day, month = month, day
        year = int(g["year4"])
        year += 2000 if year < 100 else 0
    else:
        n = next(n for n in "123" if g["day" + n])
        name = g["month" + n].lower()
        month = int(name) if name.isdigit() else MONTHS.index(name[:3]) + 1
        day, year = int(g["day" + n]), int(g["year" + n])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(line: str, m: re.Match[str]) -> str:
    """``T15:34`` or ``T21:22-05:00`` from the words beside the date; empty where there is no time."""
    for text in (beside(line[m.end() : m.end() + 40]), line[max(0, m.start() - 40) : m.start()]):
        for found in (*TIME.finditer(text), *MILITARY.finditer(text)):
            clock = _clock(found)
            if clock:
                return clock
    return ""


def beside(text: str) -> str:
    """The words after a date as far as they tell of it: not those of another date, nor of its update."""
    other = DATE.search(text)
    if not other:
        return text
    update = UPDATE.search(text, 0, other.start())
    return text[: update.start() if update else other.start()]


def _clock(m: re.Match[str]) -> str | None:
    half = (m.groupdict().get("half") or "").lower()
    if not half and not m["minute"]:
        return None
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return f"T{hour:02}:{minute:02}{_zone(m['zone'])}" if hour < 24 else None


def _zone(name: str | None) -> str:
    low = (name or "").lower()
    if low in ZONES:
        minutes = int(ZONES[low] * 60)
        sign = "-" if minutes < 0 else "+"
        return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    m = re.search(r"([+-]\d\d):?(\d\d)$", low)
    return f"{m[1]}:{m[2]}" if m and int(m[1]) <= 14 else ""
