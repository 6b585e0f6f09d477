"""Who speaks by the layout alone: quotations signed behind a dash, as mottoes, letters and posts are; transcripts.

“We lost the roof.” — Ann Lee, mayor of Orlu          in the same line, or in a line of its own behind
— Port of Orlu (@PortOrlu) May 3, 2019                a post's sign-off, up to two short lines below
LEE: We lost the roof.                                a turn of a transcript
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import Block, Span
from summariser.quotes.lines import MARKS
from summariser.quotes.transcripts import find_turns

NAME = r"(?P<name>[A-Z][\w.’'-]*(?: (?:(?:of|the|de|van|von|al|bin|for|and|&) ){0,2}[A-Z][\w.’'-]*){0,4})"
DASH = r"[ \t\u00a0]*(?:—|–|―|--|-)[ \t\u00a0]*"
CLOSED = r"[”\"’'»)\].]{0,3}"
TAIL = r"[ \t]*(?:(?:,|\()[^\n]{1,90})?\.?[ \t]*(?=\n|$)"
SIGNED = re.compile(rf"{CLOSED}{DASH}{NAME}{TAIL}")
BELOW = re.compile(rf"{CLOSED}[ \t]*\n\s{{0,6}}{DASH}{NAME}{TAIL}")
SHORT = r"[ \t]*[^\n]{0,60}"
POST = re.compile(
    rf"{CLOSED}{SHORT}\n\s{{0,6}}(?:{SHORT}\n\s{{0,6}}){{0,2}}{DASH}{NAME} \(@\w{{1,30}}\)[^\n]{{0,40}}(?=\n|$)"
)
HEADS = (SIGNED, BELOW, POST)


class Signed(NamedTuple):
    """The words of a sign-off or label, and which of the two it is."""

    name: Span
    relation: str


def find_signed(text: str, blocks: Sequence[Block], stretches: Sequence[Span]) -> dict[int, Signed]:
    """For each stretch that its layout gives to somebody, by its number: to whom."""
    turns = {turn.said.start: turn.name for turn in find_turns(text, blocks).values()}
    labelled = {k: Signed(turns[s.start], "labelled") for k, s in enumerate(stretches) if s.start in turns}
    return {k: Signed(name, "signed") for k, name in find_signatures(text, blocks, stretches).items()} | labelled


def find_signatures(text: str, blocks: Sequence[Block], stretches: Sequence[Span]) -> dict[int, Span]:
    """For each stretch that is signed, or carried on to one that is, by its number: the name it is signed with."""
    found: dict[int, Span] = {}
    starts = [b.start for b in blocks]
    for number in range(len(stretches) - 1, -1, -1):
        stretch = stretches[number]
        match = next((m for head in HEADS if (m := head.match(text, stretch.end))), None)
        if match and opens_line(text, stretch):
            found[number] = without_stop(text, Span(*match.span("name")))
        elif number + 1 in found and carried(text, stretch, stretches[number + 1], starts):
            found[number] = found[number + 1]
    return found


def without_stop(text: str, name: Span) -> Span:
    """The name without the full stop of its line; "Jr." keeps its own."""
    last = text[name.start : name.end].split()[-1]
    return Span(name.start, name.end - 1) if last.endswith(".") and len(last) > 3 else name


def opens_line(text: str, stretch: Span) -> bool:
    """Whether the line of a stretch begins with a mark, and its words up to here are more than one or two."""
    start = text.rfind("\n", 0, stretch.start) + 1
    return text[start : start + 3].lstrip()[:1] in MARKS and text.count(" ", start, stretch.end) > 1


def carried(text: str, stretch: Span, following: Span, starts: Sequence[int]) -> bool:
    """Whether a stretch stands in the signed line, or is left open at its line's end and the next line takes it up."""
    if "\n" not in text[stretch.end : following.start]:
        return True  # marks within a signed line
    adjoining = bisect_left(starts, following.start) - bisect_left(starts, stretch.end) <= 1
    between = text[stretch.end : following.start]
    opened = between.strip(" \t\n") in ("", "“", '"', "‘", "«") and "\n" in between
    return adjoining and opened and opens_line(text, stretch)
