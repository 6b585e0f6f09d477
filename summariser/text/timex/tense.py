"""Which way a date without its year looks: back or ahead.

The words right before it decide ("by Friday", "since Friday"), else the verb that governs it ("will meet on Friday",
"met on Friday"), else nothing does.
"""

from __future__ import annotations

import re

from summariser.lexicon import rows
from summariser.model import Word
from summariser.text.timex.context import Context, Direction

AHEAD = re.compile(
    r"\b(?:by|until|till|before|as (?:early|soon) as|no later than|not later than|starting|beginning|effective|due|"
    r"coming|upcoming|scheduled for|set for|slated for|planned for|expected|deadline of|payable|next|"
    r"tentatively|later (?:on|in|this))(?:\s+(?:on|in|for|at|the|early|late|mid|about|around|end of))*\s*-?$"
)
BACK = re.compile(
    r"\b(?:since|ended|ending|last|past|as of|dated|earlier(?: on| in)?)(?:\s+(?:on|in|the|early|late))*\s*$"
)
_KINDS = {row["word"]: row["kind"] for row in rows("tense-words")}
WILL = frozenset(word for word, kind in _KINDS.items() if kind == "will")
PLANS = frozenset(word for word, kind in _KINDS.items() if kind == "plan")
PRESENT = frozenset(word for word, kind in _KINDS.items() if kind == "present")
PAST = frozenset(word for word, kind in _KINDS.items() if kind == "past")
WINDOW = 25


def direction(context: Context, at: int) -> Direction:
    """Whether the date at ``at`` lies behind or ahead of the reader, as far as its sentence says."""
    before = context.low[max(context.start, at - 40) : at]
    if AHEAD.search(before):
        return "future"
    if BACK.search(before):
        return "past"
    return _of_verb(context, at)


def _of_verb(context: Context, at: int) -> Direction:
    left = [word for word in context.words if word.start < at][-WINDOW:]
    for i in range(len(left) - 1, -1, -1):
        way = _says(left, i)
        if way != "none":
            return way
    right = [word for word in context.words if word.start > at][:WINDOW]
    return next((way for i in range(len(right)) if (way := _says(right, i)) != "none"), "none")


def _says(words: list[Word], i: int) -> Direction:
    """What one word says of the time of its clause."""
    word = words[i].text.lower()
    before = words[i - 1].text.lower() if i else ""
    if word in WILL or words[i].tag == "MD":
        return "future"
    if word == "to" and i + 1 < len(words) and (words[i + 1].tag in ("VB", "") or words[i + 1].tag.startswith("V")):
        return "future" if before in PLANS or before in PRESENT else "none"
    if words[i].tag == "VBD" or word in PAST:
        return "past"
    if word in PLANS and before in PRESENT:
        return "future"
    if words[i].tag == "VBN" and before not in PRESENT and before != "be":
        return "past"
    return "none"
