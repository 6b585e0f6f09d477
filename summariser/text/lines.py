"""The lines of a page as the labelling sees them: where they stand, how long, how written, what they announce.

Nothing here decides a role; ``furniture.py`` knows what lines announce, ``runs.py`` and ``blocks.py`` decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from summariser.short import short
from summariser.text.furniture import CALLS, FIGURE, announce
from summariser.text.pagewords import Told, tell

LINE = re.compile(r"[^\n]*\S[^\n]*")
STOPS = re.compile(r"[.!?…][\"”’')\]]{0,3}$|[\"”][,;]?$")
STOP = frozenset('.!?…"”')  # characters that end a sentence, whatever stands before them
LAST = frozenset("’'),;]")  # characters that may
FIGURES = re.compile(r"[0-9]+")
QUOTES = "\"“‘'«"
REMEMBERED = 20_000  # short lines
LABELS = ("caption", "caption,", "caption:")  # end a line whose caption is the next
SHORT = 80  # characters of a line that is remembered


class Line(NamedTuple):
    """One line; ``kind`` is the rule of furniture.py that knows it (None: it announces nothing).

    ``plain`` is the line in lower case without its figures.
    """

    start: int
    end: int
    text: str
    gap: bool
    low: str
    words: int
    stop: bool
    kind: str | None
    plain: str

    @property
    def prose(self) -> bool:
        """A full sentence of some length."""
        return self.words >= 8 and self.stop


class Lines(tuple[Line, ...]):
    """The lines of a page in order; ``told`` is what their words tell (pagewords.py)."""

    told: Told

    def __new__(cls, lines: Iterable[Line], told: Told) -> Lines:
        made = super().__new__(cls, lines)
        made.told = told
        return made


Look = tuple[bool, str | None, str]  # the fields of a Line from ``stop`` on
as_line = short(Line)


class Memory:
    """The short lines met in the pages read last: menus and buttons are on every page of a site."""

    def __init__(self) -> None:
        self.short: dict[str, Look] = {}

    def look(self, line: str, low: str, words: int, calls: int) -> Look:
        """What the line tells wherever it stands; ``calls`` are the rules that its words call."""
        stop = line[-1] in STOP or (line[-1] in LAST and STOPS.search(line, max(0, len(line) - 5)) is not None)
        plain = FIGURES.sub("0", low) if calls & CALLS[FIGURE] else low
        found = stop, announce(line, low, words, stop, calls), plain
        if len(line) < SHORT:
            self.short[line] = found
        return found


class Recent:
    """The memory in use; begun anew when it is full, but never within a page."""

    def __init__(self) -> None:
        self.memory = Memory()

    def get(self) -> Memory:
        """A memory with room."""
        if len(self.memory.short) > REMEMBERED:
            self.memory = Memory()
        return self.memory


RECENT = Recent()


def see_lines(text: str, wrapped: bool = True) -> Lines:
    """The non-empty lines of ``text``, stripped, in order; ``wrapped`` asks whether lines must be joined."""
    memory, found = RECENT.get(), []
    spans = units(text, wrapped)
    lows = [text[start:end].lower() for start, end, _ in spans]
    told = tell(lows)
    for (start, end, gap), low, words, calls in zip(spans, lows, told.words.tolist(), told.calls.tolist(), strict=True):
        line = text[start:end]
        look = memory.short.get(line) or memory.look(line, low, words, calls)
        found.append(as_line((start, end, line, gap, low, words, *look)))
    return Lines(labelled(found), told)


def labelled(lines: list[Line]) -> list[Line]:
    """The lines, those that announce nothing below the label of a caption as its caption."""
    for i, line in enumerate(lines[:-1]):
        if line.kind == "caption_label" and line.low.endswith(LABELS) and not lines[i + 1].kind:
            lines[i + 1] = lines[i + 1]._replace(kind="caption_label")
    return lines


def units(text: str, wrapped: bool = True) -> list[tuple[int, int, bool]]:
    """(start, end, blank line before) of what counts as one block: a line, or a paragraph of hard-wrapped lines."""
    spans, at, gap = [], 0, True
    for raw in text.split("\n"):
        kept = raw.strip()
        if kept:
            start = at if kept is raw else at + raw.index(kept[0])
            spans.append((start, start + len(kept), gap))
        gap = not kept
        at += len(raw) + 1
    return join_wrapped(text, spans) if wrapped and is_wrapped(text, spans) else spans


def is_wrapped(text: str, spans: list[tuple[int, int, bool]]) -> bool:
    """Whether the page breaks its paragraphs into lines of one width, as mail and old plain text do.

    Then most long lines do not end a sentence, the next starts at once, and no line is longer than 100 characters.
    """
    if len(spans) < 4 or any(end - start > 100 for start, end, _ in spans):
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
