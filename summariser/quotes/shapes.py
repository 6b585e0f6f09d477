"""The looks of a stretch and of what stands beside a phrase: letters, marks and parts of speech, never words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from summariser.quotes.lines import NARRATION, Line, narration_after, narration_before
from summariser.quotes.phrases import PREPOSITIONS

STOPS = ".?!…"


class Shape(NamedTuple):
    """What a stretch looks like: its first letter, its end, what stands right before and after, its length."""

    start: str
    end: str
    before: str
    after: str
    length: str
    title: bool


def bucket(n: int) -> str:
    """A distance in words, coarsely."""
    return str(n) if n < 4 else "4-6" if n < 7 else "7-12" if n < 13 else "13-24" if n < 25 else "25+"


def shape_of(text: str, line: Line, stretch: tuple[int, int, int]) -> Shape:
    """The shape of one stretch of a line."""
    _, a, b = stretch
    first, last = line.words[a], line.words[b - 1]
    words = [w.text for w in line.words[a:b] if w.text[0].isalnum()]
    capital = sum(w[0].isupper() or w[0].isdigit() for w in words)
    title = len(words) > 1 and capital >= 0.6 * len(words) and words[-1][0].isupper()
    start = "C" if first.text[0].isupper() else "l" if first.text[0].islower() else "x"
    n = len(words)
    length = "1" if n < 2 else "2" if n < 3 else "3-4" if n < 5 else "5-8" if n < 9 else "9+"
    return Shape(start, end_shape(last.text), shape_before(line, a), shape_after(line, b), length, title)


def end_shape(word: str) -> str:
    """comma, stop or none."""
    return "comma" if word[-1] in ",—–-" else "stop" if word[-1] in STOPS else "none"


def shape_before(line: Line, a: int) -> str:
    """What stands right before the stretch."""
    i = narration_before(line, a)
    if i is None:
        return "line" if not any(w >= 0 for w in line.where[:a]) else "quote"
    word = line.words[i]
    if word.text in (":", ";"):
        return "colon"
    if word.text[0] in ",—–-":
        return "comma"
    return "stop" if word.text in STOPS else {"IN": "IN", "DT": "DT", "PRP$": "DT"}.get(word.tag, word.tag[:2])


def shape_after(line: Line, b: int) -> str:
    """What stands right after the stretch."""
    i = narration_after(line, b)
    if i is None:
        return "line" if not any(w >= 0 for w in line.where[b:]) else "quote"
    word = line.words[i]
    if word.text[0] in ",;:—–-":
        return "comma"
    if word.text in STOPS:
        return "stop"
    return "C" if word.text[0].isupper() else word.tag[:2]


def neighbour(line: Line, i: int) -> str:
    """The sort of word that stands beside a phrase."""
    if not 0 <= i < len(line.words):
        return "edge"
    if line.where[i] != NARRATION:
        return "mark"
    word = line.words[i]
    return sort_of(word.text, word.tag)


@lru_cache(maxsize=20_000)
def sort_of(text: str, tag: str) -> str:
    """The sort of a word by its spelling and part of speech."""
    if text.lower() in PREPOSITIONS:
        return "prep"
    if text[0] in ",;:—–-(":
        return "comma"
    return "stop" if text in STOPS else SORTS.get(tag, SORTS.get(tag[:2], "word"))


SORTS = {
    "VB": "verb",
    "VBG": "ing",
    "MD": "verb",
    "IN": "that",
    "CC": "and",
    "POS": "owner",
    "WP": "who",
    "WD": "who",
    "RB": "adverb",
}
