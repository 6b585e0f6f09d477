"""Stretches in quotation marks, whatever the marks; offsets exact.

One pass over the marks of each paragraph.  Double marks (straight, curly, low, guillemets, `` and '') and single ones
("British" style) open and close a stretch; marks inside an open stretch are nested and belong to it.  A stretch left
open at the end of its paragraph runs to that end, as print does when the next paragraph reopens it.
Not here: who says it (attribute.py) and whether anybody does (speech.py).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summariser.model import Block, Span
from summariser.quotes.transcripts import find_turns
from summariser.short import short
from summariser.text.sentences import READ

MARK = re.compile(r"``|''|[\"“”„‟«»'‘’]")
PAIRS = {  # an opening mark and what may close it
    "“": ("”", '"', "''"),
    "„": ("“", "”", "‟", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”"),
    "``": ("''", '"', "”"),
    "''": ("''", "”"),
    "”": ("”",),
}
BEFORE = frozenset(" \t\u00a0\u2009\u202f([{<—–-/:,;*>|…‘'\"“")  # what may stand right before an opening mark
AFTER_SINGLE = re.compile(r"[\s.,;:!?)\]—–…\"”-]|$")
# A mark that opens nothing: 'em, 'til, '90s and the like, an apostrophe where letters fell away.
CLIPPED = re.compile(r"(?:\d0s|\d\ds?\b|em|til|till|cause|tis|twas|n|bout|round|neath|cos|cuz|er|im)\b", re.IGNORECASE)
SAID = re.compile(r"[,?!] (?:he|she|they|(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]*) (?:said|says|added|told)\b")

LABEL = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}: (?=\S)")  # who speaks, inside the marks of a transcript


class Mark(NamedTuple):
    """One quotation mark of a paragraph."""

    start: int
    end: int
    text: str


as_mark = short(Mark)


def find_quotes(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """What stands inside quotation marks in headline, standfirst and body blocks; the marks are not part of it.  The
    turns of a transcript are quotations, marks or none."""
    turns = find_turns(text, blocks)
    found: list[Span] = []
    for block in blocks:
        if block.role in READ:
            turn = turns.get(block.start)
            found += [turn.said] if turn else paragraph(text, block.start, block.end)
    return tuple(found)


def paragraph(text: str, start: int, end: int) -> list[Span]:
    """The stretches of one paragraph in reading order, outermost marks only."""
    marks = [as_mark((m.start(), m.end(), m[0])) for m in MARK.finditer(text, start, end)]
    found: list[Span] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        if mark.text in "'‘’":
            close = close_single(text, marks, number, start, end)
        elif opens(text, mark, start, end):
            close = close_double(text, marks, number, start, end)
        else:
            found += missing_open(text, mark, start, found)
            close = None
        if close is None:
            number += 1
            continue
        stretch, number = close
        found += trimmed(text, stretch)
    return found


def trimmed(text: str, span: Span) -> list[Span]:
    """The stretch without the white space at its ends nor the label of a transcript's line ("ORLU: …"); nothing where
    it holds no letter or digit."""
    label = LABEL.match(text, span.start, span.end)
    span = Span(label.end(), span.end) if label else span
    inside = text[span.start : span.end]
    if not any(c.isalnum() for c in inside):
        return []
    left = len(inside) - len(inside.lstrip())
    return [Span(span.start + left, span.start + len(inside.rstrip()))]


def opens(text: str, mark: Mark, start: int, end: int) -> bool:
    """Whether a double mark opens: by its shape where that tells, else by its neighbours."""
    if mark.text in ("“", "„", "«", "``", "‟"):
        return True
    if mark.end >= end or text[mark.end].isspace():
        return False
    return mark.start == start or text[mark.start - 1] in BEFORE


def close_double(text: str, marks: list[Mark], number: int, start: int, end: int) -> tuple[Span, int] | None:
    """The stretch opened by ``marks[number]`` and the index of the mark after it."""
    mark = marks[number]
    closing = PAIRS[mark.text]
    nested = False
    for later in range(number + 1, len(marks)):
        other = marks[later]
        if other.text == "“" and mark.text not in ("“", "„"):
            nested = True
        elif other.text == "”" and nested:
            nested = False
        elif other.text in closing and other.text != mark.text and not reopens(text, other, start, end):
            return Span(mark.end, other.start), later + 1
        if other.text == mark.text:
            if mark.text in ('"', "''") and not reopens(text, other, start, end):
                return Span(mark.end, other.start), later + 1
            return missing_close(text, mark, other.start, later)
    return missing_close(text, mark, end, len(marks), left_open=True)


def reopens(text: str, mark: Mark, start: int, end: int) -> bool:
    """Whether a straight mark has white space right before it and a word behind: it opens another stretch."""
    shaped = mark.text in ('"', "''")
    return shaped and mark.start > start and text[mark.start - 1].isspace() and opens(text, mark, start, end)


def missing_close(text: str, mark: Mark, until: int, following: int, *, left_open: bool = False) -> tuple[Span, int]:
    """A stretch that is never closed: up to the words that name its speaker, else up to ``until`` or nothing."""
    said = SAID.search(text, mark.end, until)
    if said:
        return Span(mark.end, said.start() + 1), following
    return Span(mark.end, until if left_open else mark.end), following


def missing_open(text: str, mark: Mark, start: int, found: list[Span]) -> list[Span]:
    """A closing mark after punctuation with none opened: the paragraph began the stretch, or its last sentence."""
    if mark.text in "'‘’" or mark.start == start or text[mark.start - 1] not in ",.!?…—" or found:
        return []
    if not 30 < mark.start - start < 3000:  # a name's end or, farther back, no guess at all
        return []
    return trimmed(text, Span(start, mark.start))


def close_single(text: str, marks: list[Mark], number: int, start: int, end: int) -> tuple[Span, int] | None:
    """The stretch that a single mark opens, told from an apostrophe; None where it opens nothing."""
    mark = marks[number]
    if not opens_single(text, mark, start, end):
        return None
    doubtful = None
    for later in range(number + 1, len(marks)):
        other = marks[later]
        if other.text not in "'‘’" and other.text != "''":
            continue
        if other.text != "''" and opens_single(text, other, start, end):
            break
        if other.text == "‘" or not AFTER_SINGLE.match(text, other.end) or text[other.start - 1].isspace():
            continue
        if not may_be_possessive(text, other, end):
            return Span(mark.end, other.start), later + 1
        doubtful = doubtful or (Span(mark.end, other.start), later + 1)
    if doubtful is None and mark.start == start and mark.text == "‘" and end - start > 40:
        return Span(mark.end, end), len(marks)  # left open: the next paragraph reopens it
    return doubtful


def opens_single(text: str, mark: Mark, start: int, end: int) -> bool:
    """Whether a single mark opens a stretch: something like a space before it, a word right after it."""
    if mark.text == "’" or mark.end >= end or CLIPPED.match(text, mark.end):
        return False
    if not (text[mark.end].isalnum() or text[mark.end] in "[(…$£€“\"‘'"):
        return False
    return mark.start == start or text[mark.start - 1] in BEFORE or text[mark.start - 1].isspace()


def may_be_possessive(text: str, mark: Mark, end: int) -> bool:
    """A mark after an s and before a small letter may be "the ministers' plan"."""
    after = text[mark.end : min(end, mark.end + 2)]
    return text[mark.start - 1] in "sS" and len(after) == 2 and after[0] == " " and after[1].islower()
