"""The lines of a page as the labelling sees them: where they stand, how long, how written, what they announce.

Nothing here decides a role; ``furniture.py`` knows what lines announce, ``runs.py`` and ``blocks.py`` decide.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.text.furniture import announce

LINE = re.compile(r"[^\n]*\S[^\n]*")
STOPS = re.compile(r"[.!?…][\"”’')\]]{0,3}$|[\"”][,;]?$")
QUOTES = "\"“‘'«"


class Line(NamedTuple):
    """One line; ``kind`` is the rule of furniture.py that knows it (None: it announces nothing)."""

    start: int
    end: int
    text: str
    low: str
    words: int
    stop: bool
    capitals: float
    function: float
    gap: bool
    kind: str | None

    @property
    def prose(self) -> bool:
        """A full sentence of some length."""
        return self.words >= 8 and self.stop


def see_lines(text: str, wrapped: bool = True) -> list[Line]:
    """The non-empty lines of ``text``, stripped, in order; ``wrapped`` asks whether lines must be joined."""
    is_small = lexicon.words("function-words").__contains__
    found = []
    for start, end, gap in units(text, wrapped):
        line = text[start:end]
        low = line.lower()
        tokens = line.split()
        n = len(tokens)
        initials = [t[0] for t in tokens]
        capitals = (sum(map(str.isupper, initials)) + sum(map(str.isdigit, initials))) / n
        function = sum(map(is_small, low.split())) / n if n > 2 else 0.0
        stop = STOPS.search(line, max(0, len(line) - 5)) is not None
        found.append(Line(start, end, line, low, n, stop, capitals, function, gap, announce(line, low, n, stop)))
    return found


def units(text: str, wrapped: bool = True) -> list[tuple[int, int, bool]]:
    """(start, end, blank line before) of what counts as one block: a line, or a paragraph of hard-wrapped lines."""
    spans, at, gap = [], 0, True
    for raw in text.split("\n"):
        kept = raw.strip()
        if kept:
            start = at + raw.index(kept[0])
            spans.append((start, start + len(kept), gap))
        gap = not kept
        at += len(raw) + 1
    return join_wrapped(text, spans) if wrapped and is_wrapped(text, spans) else spans


def is_wrapped(text: str, spans: list[tuple[int, int, bool]]) -> bool:
    """Whether the page breaks its paragraphs into lines of one width, as mail and old plain text do.

    Then most long lines do not end a sentence, the next starts at once, and no line is longer than 100 characters.
    """
    if len(spans) < 4 or max(end - start for start, end, _ in spans) > 100:
        return False
    long = [
        (text[end - 1], after[2]) for (start, end, _), after in zip(spans, spans[1:], strict=False) if end - start > 50
    ]
    open_ended = sum(last not in '.!?:"”’' and not gap for last, gap in long)
    return len(long) >= 3 and open_ended >= 0.6 * len(long)


def join_wrapped(text: str, spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Lines put together into paragraphs: a line carries on where the one before it is long and no gap parts them."""
    joined = [spans[0]]
    for (before, last, _), (start, end, gap) in zip(spans, spans[1:], strict=False):
        if not gap and last - before > 50:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, gap))
    return joined
