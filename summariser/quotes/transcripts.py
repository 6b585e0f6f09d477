"""Conversations written down line by line, with marks or none: "KELLER: We lost the roof."

A line begins with who speaks, in capitals or as a name, and a colon.  One such line proves nothing ("WHERE: the
town hall"), and how a letter begins ("DEAR RUTH:") is none: a transcript has three or more, of two speakers or more,
and one of them speaks twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.model import Block, Span
from summariser.text.sentences import READ

NAME = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,2}"
LABEL = re.compile(rf"[“\"‘«]?(?!D(?:ear|EAR) )(?P<name>{NAME}):[ \t]+(?=[\w“\"‘$£€(\[])")
LEAST = 3  # lines of a transcript


class Turn(NamedTuple):
    """One line of a transcript: the words that name the speaker and the words said."""

    name: Span
    said: Span


def find_turns(text: str, blocks: Sequence[Block]) -> dict[int, Turn]:
    """The turns of a transcript, by the start of their block; nothing where the text holds none."""
    found = {b.start: m for b in blocks if b.role in READ and (m := LABEL.match(text, b.start, b.end))}
    found = {at: m for at, m in found.items() if m["name"].lower() not in lexicon.words("line-labels")}
    times = Counter(m["name"] for m in found.values())
    if len(found) < LEAST or len(times) < 2 or max(times.values()) < 2:
        return {}
    ends = {b.start: b.end for b in blocks}
    turns = {at: Turn(Span(*m.span("name")), said(text, m.end(), ends[at])) for at, m in found.items()}
    return {at: turn for at, turn in turns.items() if turn.said.end > turn.said.start}


def said(text: str, start: int, end: int) -> Span:
    """The words of a turn without the marks and the white space around them."""
    kept = text[start:end].rstrip(" \t\n\r\"”'’»")
    opening = len(kept) - len(kept.lstrip('"“‘«'))
    return Span(start + opening, start + len(kept))
