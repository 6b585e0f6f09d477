"""Titles, slogans and nicknames: words in quotation marks that a noun beside them says are a name, not speech.

the film “The Long Pier”     their “Fund the ferry” campaign     songs such as “Low Tide”
"""

from __future__ import annotations

import summariser.lexicon as lexicon
from summariser.quotes.lines import MARK, Line
from summariser.quotes.shapes import Shape

TITLE = "title_of_a_work"  # the rule's name
OWNING = frozenset({"DT", "PRP$", "POS", "JJ"})
SUCH = (("such", "as", ","), ("such", "as"), ("like",), (",",), ())  # what may stand between the noun and the mark


def is_title(line: Line, stretch: tuple[int, int, int], shape: Shape) -> bool:
    """Whether a stretch that begins with a capital is the name of the thing told of beside it."""
    _, a, b = stretch
    if shape.start != "C" or (shape.end == "comma" and not shape.title):
        return False
    return noun_before(line, a, shape) or noun_after(line, a, b, shape) or (shape.title and owned(line, a))


def owned(line: Line, a: int) -> bool:
    """A station's or a paper's | “…”."""
    i = outward(line, a - 1, -1)
    return line.narrated(i - 1) and line.words[i].tag == "POS" and line.words[i - 1].name[2:] == "ORG"


def noun_before(line: Line, a: int, shape: Shape) -> bool:
    """The film | “…”; the film, | “…”; songs such as | “…”; they sang | “…”."""
    i = outward(line, a - 1, -1)
    for between in SUCH:
        low = i - len(between)
        if any(not line.narrated(k) for k in range(low, i + 1)):
            continue
        if tuple(w.text.lower() for w in line.words[low + 1 : i + 1]) == between:
            short = between != (",",) or shape.length in ("1", "2", "3-4")
            return short and line.words[low].text.lower() in lexicon.words("titled-nouns")
    return False


def noun_after(line: Line, a: int, b: int, shape: Shape) -> bool:
    """The | “…” | campaign; an adjective may stand before the noun."""
    i, k = outward(line, a - 1, -1), outward(line, b, 1)
    if shape.length == "1" or not (line.narrated(i) and line.words[i].tag in OWNING and line.narrated(k)):
        return False
    k += line.words[k].tag == "JJ" and line.narrated(k + 1)
    return line.words[k].text.lower() in lexicon.words("slogan-nouns")


def outward(line: Line, i: int, step: int) -> int:
    """The first word from ``i`` on that is no mark."""
    while 0 <= i < len(line.words) and line.where[i] == MARK:
        i += step
    return i
