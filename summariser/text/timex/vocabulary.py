"""The words of ``lexicon/en/time-words.tsv`` by kind, and the numbers and names they stand for."""

from __future__ import annotations

import re

from summariser.lexicon import rows

_KINDS: dict[str, set[str]] = {}
for _row in rows("time-words"):
    for _word in _row["word"].split()[:1]:
        _KINDS.setdefault(_word.split("'")[0].rstrip("."), set()).add(_row["kind"])
        if _row["kind"] in ("weekday", "daypart"):
            _KINDS.setdefault(_word + "s", set()).add(_row["kind"])
KINDS = {word: frozenset(kinds) for word, kinds in _KINDS.items()}  # which rules a word can set off


def _of(kind: str) -> dict[str, str]:
    return {row["word"]: row["value"] for row in rows("time-words") if row["kind"] == kind}


MONTHS = {word: int(number) for word, number in _of("month").items()}
WEEKDAYS = {word: int(number) for word, number in _of("weekday").items()}
UNITS = _of("unit")
SEASONS = _of("season")
DAYPARTS = _of("daypart")
DEICTICS = {word: int(days) for word, days in _of("deictic").items()}
ZONES = _of("zone")
OFTEN = _of("often")
FEASTS = _of("feast")
DECADES = _of("decade")
NUMBERS = {word: float(number) for word, number in _of("number").items()}
ORDINALS = {word: int(number) for word, number in _of("ordinal").items()}

VAGUE = frozenset(["several", "few", "many", "some", "numerous", "countless", "recent", "coming", "various"])
_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?|[½¼¾]|[a-z]+")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def month(word: str) -> int:
    """3 for "march", 9 for "sept."."""
    return MONTHS[word.rstrip(".")]


def ordinal(word: str) -> int | None:
    """5 for "5th", "fifth" or "5"; 25 for "twenty-fifth"; None for a word that is none."""
    if word[:1].isdecimal():
        return int(re.match(r"\d+", word)[0])  # type: ignore[index]
    tens, _, ones = re.sub(r"[\s‐‑-]+", "-", word).rpartition("-")
    return ORDINALS[ones] + int(NUMBERS.get(tens, 0)) if ones in ORDINALS else None


def number(words: str) -> float | None:
    """27 for "27" or "twenty-seven", 2.5 for "2 1/2", 1 for "a", 2 for "a couple of"; None for "several"."""
    if "couple" in words:
        return 2
    fraction = re.fullmatch(r"(?:(\d+)\s+)?(\d)/(\d)", words)
    if fraction:
        return int(fraction[1] or 0) + int(fraction[2]) / max(int(fraction[3]), 1)
    pieces = _PIECE.findall(words)
    if not pieces or any(piece in VAGUE or piece.endswith("s") for piece in pieces):
        return None
    return _sum(pieces)


def _sum(pieces: list[str]) -> float:
    total = 0.0
    for piece in pieces:
        if piece in ("hundred", "thousand", "dozen"):
            total = max(total, 1) * NUMBERS[piece]
        elif piece[0].isdecimal():
            total += float(piece.replace(",", ""))
        else:
            total += NUMBERS.get(piece, _FRACTIONS.get(piece, 0.0))
    return total or 1.0  # "a", "an", "the"


def spoken_year(words: str) -> int | None:
    """1996 for "nineteen ninety-six", 2000 for "two thousand", 2008 for "two thousand and eight"."""
    pieces = [int(NUMBERS[piece]) for piece in _PIECE.findall(words) if piece in NUMBERS]
    if pieces[:2] == [2, 1000]:
        return 2000 + sum(pieces[2:])
    if len(pieces) < 2 or not 10 <= pieces[0] <= 20 or pieces[1] < 10:
        return None
    if pieces[1] == 100:
        return pieces[0] * 100 + sum(pieces[2:])
    return pieces[0] * 100 + sum(pieces[1:])
