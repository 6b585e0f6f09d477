"""The lines of a page as the labelling sees them: where they stand, how long, how written, what they announce.

Nothing here decides a role; ``furniture.py`` knows what lines announce, ``runs.py`` and ``blocks.py`` decide.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.text.furniture import announce

LINE = re.compile(r"[^\n]*\S[^\n]*")
STOPS = re.compile(r"[.!?…][\"”’')\]]{0,3}$|[\"”][,;]?$")
LAST = frozenset(".!?…\"”’')],;")  # characters that STOPS may end in
QUOTES = "\"“‘'«"
MARKS = ".,;:!?\"“”‘’'()[]"
YOU = frozenset(["you", "your", "yours", "our", "us", "we", "subscribe", "sign", "click", "get"])
THREAD = frozenset(["ago", "vote", "votes", "reply", "like", "likes"])
WORD = re.compile(r"\w+")
DIGITS = re.compile(rb"0+")
NOUGHTS = bytes.maketrans(b"123456789", b"000000000")
ADDRESS = 1 << 20  # more words than a line can hold
REMEMBERED = 100_000  # words
LABELS = ("caption", "caption,", "caption:")  # end a line whose caption is the next
SHORT = 80  # characters of a line that is remembered


class Counts(dict[str, int]):
    """What a word adds to the counts of its line, remembered: function words, ``YOU``, ``THREAD`` in one number."""

    def __missing__(self, word: str) -> int:
        if len(self) > REMEMBERED:
            self.clear()
        count = int(word in lexicon.words("function-words"))
        for piece in (word,) if word.isalpha() else WORD.findall(word):
            if piece in YOU or piece in THREAD:
                count += ADDRESS * ((piece in YOU) + ADDRESS * (piece in THREAD))
        self[word] = count
        return count


class Keys(dict[str, str]):
    """The key of a longer word, remembered; empty for a short one."""

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        self[word] = key = word.strip(MARKS)[:7] if len(word) > 4 else ""
        return key


COUNTS, KEYS = Counts(), Keys()
NO_KEY = frozenset([""])


class Line(NamedTuple):
    """One line; ``kind`` is the rule of furniture.py that knows it (None: it announces nothing).

    ``function`` is the share of function words, ``keys`` are its longer words, cut so that the forms of one word meet,
    ``address`` counts words that talk to the reader, ``thread`` those that stand between readers' comments; ``plain``
    is the line in lower case without its figures.
    """

    start: int
    end: int
    text: str
    gap: bool
    low: str
    words: int
    stop: bool
    function: float
    kind: str | None
    keys: frozenset[str]
    address: int
    thread: int
    plain: bytes

    @property
    def prose(self) -> bool:
        """A full sentence of some length."""
        return self.words >= 8 and self.stop


Seen = tuple[str, int, bool, float, str | None, frozenset[str], int, int, bytes]  # the fields of a Line from ``low`` on


def see_lines(text: str, wrapped: bool = True) -> list[Line]:
    """The non-empty lines of ``text``, stripped, in order; ``wrapped`` asks whether lines must be joined."""
    found: list[Line] = []
    for start, end, gap in units(text, wrapped):
        line = text[start:end]
        seen = Line(start, end, line, gap, *(see_short(line) if end - start < SHORT else see(line)))
        labelled = not seen.kind and found and found[-1].kind == "caption_label" and found[-1].low.endswith(LABELS)
        found.append(seen._replace(kind="caption_label") if labelled else seen)
    return found


def see(line: str) -> Seen:
    """What the line tells wherever it stands."""
    low = line.lower()
    tokens = low.split()
    n = len(tokens)
    thread, told = divmod(sum(map(COUNTS.__getitem__, tokens)), ADDRESS * ADDRESS)
    address, small = divmod(told, ADDRESS)
    stop = line[-1] in LAST and STOPS.search(line, max(0, len(line) - 5)) is not None
    keys = frozenset(map(KEYS.__getitem__, tokens)) - NO_KEY
    kind = announce(line, low, n, stop)
    return low, n, stop, small / n if n > 2 else 0.0, kind, keys, address, thread, without_figures(low)


def without_figures(low: str) -> bytes:
    """Every figure as one nought; bytes, since a table changes them ten times as fast as a pattern does."""
    plain = low.encode("utf-8", "surrogatepass").translate(NOUGHTS)
    return DIGITS.sub(b"0", plain) if b"00" in plain else plain


@lru_cache(maxsize=20_000)
def see_short(line: str) -> Seen:
    """As ``see``, remembered: menus and buttons are on every page of a site."""
    return see(line)


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
