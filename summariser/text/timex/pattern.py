"""Patterns of rules, written with named pieces: ``@MONTH @DAY`` instead of the alternations they stand for.

A blank in a pattern is any white space, ``@_`` is white space or a hyphen.  Every repeat is bounded and no repeat
stands inside another, so a match costs no more than the few words it looks at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summariser.lexicon import rows
from summariser.text.timex import vocabulary as words


def _any(entries: Iterable[str], after: str = "") -> str:
    return "(?:" + "|".join(sorted(map(re.escape, entries), key=len, reverse=True)) + ")" + after


_LONG_MONTHS = [word for word in words.MONTHS if len(word) > 4 or word in ("may", "june", "july")]
_SHORT_MONTHS = [word for word in words.MONTHS if word not in _LONG_MONTHS]
_LONG_DAYS = [word for word in words.WEEKDAYS if word.endswith("day")]
_SHORT_DAYS = [word for word in words.WEEKDAYS if not word.endswith("day")]
_DIGITS = [word for word, value in words.NUMBERS.items() if value >= 1]
_CLOCK_UNITS = [word for word in words.UNITS if words.UNITS[word].startswith("T")]
_CALENDAR_UNITS = [word for word in words.UNITS if word not in _CLOCK_UNITS and word not in ("night", "nights")]

PIECES = {row["name"]: row["pattern"] for row in rows("time-pieces")} | {
    "MONTHNAME": _any(_LONG_MONTHS),
    "MONTH": "(?:" + _any(_LONG_MONTHS) + r"\b|" + _any(_SHORT_MONTHS) + r"\b\.?)",
    "WEEKDAY": _any(_LONG_DAYS),
    "DAYNAME": "(?:" + _any(_LONG_DAYS) + r"\b|" + _any(_SHORT_DAYS) + r"\b\.?)",
    "DAYPART": _any(w for w, code in words.DAYPARTS.items() if len(code) == 2 and w != "overnight"),
    "SEASON": _any(words.SEASONS),
    "ZONE": _any(words.ZONES),
    "OFTEN": _any(words.OFTEN),
    "FEAST": _any(words.FEASTS).replace("\\ ", " ").replace("'", "['’]"),
    "DEICTIC": _any(words.DEICTICS),
    "UNIT": _any(words.UNITS),
    "CALENDARUNIT": _any(_CALENDAR_UNITS),
    "ORDINAL": "(?:" + _any(words.ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th))",
    "DAYORDINAL": r"(?:(?:twenty|thirty)[-‐‑\s])?" + _any(words.ORDINALS),
    "DECADE": _any(words.DECADES),
    "WORDNUMBER": _any(_DIGITS) + r"(?:(?:\s{1,4}|[-‐‑])(?:and\s{1,4})?" + _any(_DIGITS) + "){0,4}",
}
PIECES["COUNT"] = (
    rf"(?:\d{{1,3}} \d/\d|{PIECES['DIGITS']}(?:½)?|{PIECES['WORDNUMBER']}|(?:a |the )?(?:couple(?: of)?|few|"
    r"several|dozens of|hundreds of|thousands of|many|numerous|countless)|single|an?)"
)


def one_of(entries: Iterable[str]) -> str:
    """A pattern of any of the words, branching letter by letter, so that a miss costs a look at one letter."""
    branches: dict[str, list[str]] = {}
    for entry in entries:
        branches.setdefault(entry[:1], []).append(entry[1:])
    ends = "" in branches
    tails = [re.escape(letter) + one_of(rest) for letter, rest in sorted(branches.items()) if letter]
    if not tails:
        return ""
    return "(?:" + "|".join(tails) + ")" + ("?" if ends else "")


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with its pieces put in; it is matched against lower-cased text."""
    spelled = pattern
    for _ in range(3):  # pieces are made of pieces, no deeper than this
        spelled = re.sub(r"@([A-Z]+|_)", lambda found: PIECES[found[1]], spelled)
    spelled = spelled.replace(" ?", r"\s{0,4}").replace(" *", r"\s{0,4}").replace(" ", r"\s{1,4}")
    return re.compile(spelled + r"(?!\w)")
