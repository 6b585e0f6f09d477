"""Which way a date without its year looks: back or ahead.

The words right before it decide ("by Friday", "since Friday"), else the verb that governs it ("will meet on Friday",
"met on Friday"), else nothing does.
"""

from __future__ import annotations

import re

from summariser.lexicon import rows
from summariser.model import Word
from summariser.text.timex.context import Context, Direction

_CLOCK = r"(?:\s+(?:noon|midnight|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?(?:\s+[a-z]{2,4})?))?"
AHEAD = re.compile(
    r"\b(?:by|until|till|before|as (?:early|soon) as|(?:no|not) later than|starting|beginning|effective|due|"
    r"coming|upcoming|(?:scheduled|set|slated|planned) for|expected|deadline of|payable|next|"
    r"tentatively|later (?:on|in|this)|is|are)"
    rf"(?:\s+(?:on|in|for|at|the|early|late|mid|about|around|end of)){{0,3}}{_CLOCK}(?:\s+on)?\s*-?$"
)
BEGUN = re.compile(r"\b(?:beginning|starting) (?:on )?$")
BY_THEN = re.compile(
    r"(?:^|[,;] (?:and |but )?)(?:by|before|until)(?: late| early)?\s+$"
)  # "By Sunday the water was gone"
BEFORE_HOUR = re.compile(r"\b(?:shortly|just|soon|moments|minutes|hours?) before\s+[^,;]{1,14}\s+(?:on\s+)?$")
BACK = re.compile(
    r"\b(?:since|after|ended|ending|last|past|as of|dated|earlier(?: on| in)?)(?:\s+(?:on|in|the|early|late)){0,3}\s*$"
)


def _kind(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("tense-words") if row["kind"] == kind)


WILL, SCHEDULE, PLANS, TIMETABLE, PRESENT, PAST = map(
    _kind, ("will", "schedule", "plan", "timetable", "present", "past")
)
ABLE = frozenset(("could", "should"))  # "could be found Wednesday" tells what was
SILENT = re.compile(
    r"n(?:['’]|o)t (?:say|comment|confirm|discuss|answer|elaborate|speculate|rule|reveal)\b"
)  # "would not say Tuesday": she was asked then
WINDOW = 25


def direction(context: Context, at: int) -> Direction:
    """Whether the date at ``at`` lies behind or ahead of the reader, as far as its sentence says."""
    before = context.low[max(context.start, at - 40) : at]
    if BY_THEN.search(before) and _of_right(context, at) == "past":
        return "past"
    owned = context.low.startswith(("'s", "’s"), _word_end(context, at))
    if owned and before.endswith("before "):
        return _of_left(context, at)  # "the share before Friday's sale is small"
    if BEGUN.search(before) and _of_left(context, at) == "past":
        return "past"  # "toured the towns beginning Wednesday night"
    if AHEAD.search(before) and not BEFORE_HOUR.search(before):
        return "past" if _had(context, at) else "future"
    if BACK.search(before):
        return "past"
    if owned:
        return "past"  # "Wednesday's ruling" has been given, whatever the sentence plans to do about it
    way = _of_verb(context, at)
    return "past" if way == "future" and _had(context, at) else way


def _word_end(context: Context, at: int) -> int:
    return next((word.end for word in context.after(at)), at)


def _had(context: Context, at: int) -> bool:
    """Whether a "had" stands shortly before: "had been due to expire Friday" is over."""
    left = context.before(at, 8)
    near = left if len(left) > 2 else context.after(at + 1, 6)
    return any(word.text.lower() in ("had", "'d") for word in near)


def _of_verb(context: Context, at: int) -> Direction:
    way = _of_left(context, at)
    return way if way != "none" else _of_right(context, at)


def _of_left(context: Context, at: int) -> Direction:
    left = context.before(at, WINDOW)
    return next((way for i in range(len(left) - 1, -1, -1) if (way := _says(left, i)) != "none"), "none")


def _of_right(context: Context, at: int) -> Direction:
    right = context.after(at + 1, WINDOW)
    return next((way for i in range(len(right)) if (way := _says(right, i, after=True)) != "none"), "none")


def _says(words: tuple[Word, ...], i: int, after: bool = False) -> Direction:
    """What one word says of the time of its clause."""
    word = words[i].text.lower()
    before = words[i - 1].text.lower() if i else ""
    if word == "would" and SILENT.match(" ".join(w.text.lower() for w in words[i + 1 : i + 3])):
        return "past"
    if word in WILL or (words[i].tag == "MD" and word not in ABLE):
        return "future"
    if word == "to" and i + 1 < len(words) and (words[i + 1].tag in ("VB", "") or words[i + 1].tag.startswith("V")):
        return "future" if before in PLANS or before in PRESENT else "none"
    if word in SCHEDULE and words[i].tag != "VBN" and not after:
        return "future"
    if words[i].tag == "VBD" or word in PAST:
        return "past"
    if word in PLANS and before in PRESENT:
        return "future"
    if word in TIMETABLE and words[i].tag in ("VBZ", "VBP") and not after:
        return "future"
    if words[i].tag == "VBN" and before not in PRESENT and before != "be":
        return "past"
    return "none"
