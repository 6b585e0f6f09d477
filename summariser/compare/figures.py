"""Figures as text gives them: value, what they count, and how exact they claim to be."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from summariser.summary.terms import stem

SMALL = {
    **{word: n + 2 for n, word in enumerate(str.split("two three four five six seven eight nine ten eleven twelve"))},
    **{word: 20 + 10 * n for n, word in enumerate(str.split("twenty thirty forty fifty sixty seventy eighty ninety"))},
    "dozen": 12,
    "hundred": 100,
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9}
FIGURE = re.compile(
    r"(?P<near>\b(?:about|around|some|nearly|almost|roughly|more than|over|at least|up to|fewer than|less than"
    r"|under)\s)?(?:(?<=\s)an?\s)?"
    r"(?P<money>[£$€])?"
    r"(?P<number>(?<![\w.,:/])\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|(?<![\w.,:/])\d{1,15}(?:\.\d{1,6})?|\b(?:"
    + "|".join(SMALL)
    + r")\b)"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|bn|mn|m|k)\b)?"
    r"(?P<percent>\s?(?:%|per cent\b|percent\b))?"
    r"(?:\sof\s(?:the|its|his|her|their|our|these|those)(?:\s\d{1,7})?\b)?"
    r"(?=(?P<after>(?:[\s-][A-Za-z][\w’-]{0,30}){0,3}))",
    re.I,
)
MAYBE = re.compile(  # in every figure is one of these, and quicker to look for
    rf"[\d{''.join(sorted({word[0] for word in SMALL}))}]"
    rf"(?:(?<=\d)|(?<!\w.)(?:{'|'.join(sorted({word[1:] for word in SMALL}))})\b)",
    re.I,
)
MONTH = re.compile(r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.I)
AGE = re.compile(r"[A-Z][\w’'-]+, (?:aged )?$")  # "Ray Colfax, 58,"
ENDS = re.compile(r"[,.;)]|$| and\b")
YEAR = re.compile(r"(?:19|20)\d\d")


CURRENCIES = {"£": "pound", "$": "dollar", "€": "euro"}
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o[’']clock)", re.I)
OUT_OF = re.compile(
    r"\s(?:in|out of|of|in every|of every)\s(\d{1,4}|" + "|".join(SMALL) + r")\b(?!\s(?:years?|months?|weeks?|days?))",
    re.I,
)
OLD = re.compile(r"[\s-]years?[\s-]old\b")
BREAK = re.compile(r"[,;:.!?()“”\"–—]|\b(?:and|but|while|when|after|before|with)\b")
ROUND = 42  # characters to each side that are read for what a figure is about


class Figure(NamedTuple):
    """One figure of a sentence; offsets are into that sentence; ``unit`` is the stems of what it counts, ``near`` the
    word that keeps it from being exact; ``said`` the words of its clause on both sides."""

    start: int
    end: int
    value: float
    near: str
    unit: tuple[str, ...]
    about: str
    said: str = ""


def figures(text: str) -> list[Figure]:
    """The figures of one sentence; days, years, clock times and scores are no figures."""
    found: list[Figure] = []
    for m in FIGURE.finditer(text) if MAYBE.search(text) else ():
        f = figure(text, m)
        if f and not (found and f.start < found[-1].end):
            found.append(f)
    return [f._replace(said=clause(text, f)) for f in found]


def clause(text: str, f: Figure) -> str:
    """The words round a figure up to the next break or figure."""
    before, behind = text[max(0, f.start - ROUND) : f.start], text[f.end : f.end + ROUND]
    stops = [m.end() for m in BREAK.finditer(before)] + [m.end() for m in re.finditer(r"\d[\d,.]*", before)]
    ends = [m.start() for m in BREAK.finditer(behind)] + [m.start() for m in re.finditer(r"\d", behind)]
    return before[max(stops, default=0) :] + behind[: min(ends, default=ROUND)]


def figure(text: str, m: re.Match[str]) -> Figure | None:
    """The figure that ``m`` found, or None where it is a part of a date or of a clock time."""
    number, after = m["number"].replace(",", ""), counted(m["after"])
    before = text[: m.start("number")].split()[-1:]
    dated = MONTH.match(after) or (before and MONTH.match(before[0]))
    bare = not (m["money"] or m["scale"] or m["percent"])
    if dated or (bare and YEAR.fullmatch(number)) or no_count(text, m, before):
        return None
    if bare and OLD.match(text, m.end("number")) and number.isdigit():
        return Figure(m.start("number"), m.end("number"), float(number), "", ("age",), "age")
    if (
        bare
        and AGE.search(text[max(0, m.start("number") - 24) : m.start("number")])
        and ENDS.match(text, m.end("number"))
    ):
        return (
            Figure(m.start("number"), m.end("number"), float(number), "", ("age",), "age") if number.isdigit() else None
        )
    value = worth(number)
    value *= SCALES.get((m["scale"] or "").lower(), 1.0)
    share = OUT_OF.match(text, m.end("number")) if bare and not m["near"] else None
    if share and value < (whole := worth(share[1])):  # "nine in ten": a round share
        return Figure(m.start("number"), share.end(), 100 * value / whole, "about", ("%",), "per cent")
    if m["percent"]:
        return Figure(m.start("number"), m.end("percent"), value, near(m), ("%",), "per cent")
    if m["money"]:
        return Figure(
            m.start("money"),
            m.end("scale") if m["scale"] else m.end("number"),
            value,
            near(m),
            (CURRENCIES[m["money"]],),
            m["money"],
        )
    end = m.end("scale") if m["scale"] else m.end("number")
    unit = tuple(s for w in re.findall(r"[\w’]+", after) if (s := stem(w)))
    return Figure(m.start("number"), end, value, near(m), unit, after)


def worth(number: str) -> float:
    """What a number in figures or in a word stands for."""
    return float(SMALL.get(number.lower(), 0) or number)


def no_count(text: str, m: re.Match[str], before: list[str]) -> bool:
    """True for clock times ("at nine", "10 p.m."), scores ("2-1"), ordinals ("88th") and pieces of longer numbers."""
    end = m.end("number")
    if ORDINAL.match(text, end):
        return True
    if text[end : end + 1] in (":", "/") or re.match(r"[-–]\d", text[end : end + 2]) or CLOCK.match(text, end):
        return True
    if re.search(r"\d[-–]$|[A-Za-z]-$", text[max(0, m.start("number") - 2) : m.start("number")]):
        return True  # "2-1", "Meteora-2"
    at = [w.lower() for w in before] == ["at"] and not (m["money"] or m["scale"] or m["percent"])
    return at and not counted(m["after"])


def counted(after: str) -> str:
    """The words right after a figure up to the first that carries no topic: "hangers" of "hangers during a"."""
    found = takewhile(stem, after.replace("-", " ").split())
    return " ".join(found)


def near(m: re.Match[str]) -> str:
    """The word that keeps a figure from being exact, "" where it is exact."""
    return (m["near"] or "").strip().lower()


def agree(a: Figure, b: Figure) -> bool:
    """True when both can be right: equal, or one is only a bound or a round figure that the other keeps to."""
    if a.value == b.value or rounded(a.value, b.value):
        return True
    if a.near == b.near:  # "more than 300", "more than 400": each says where its count stops
        return False
    return any(keeps(one, two) for one, two in ((a, b), (b, a)) if one.near)


def rounded(a: float, b: float) -> bool:
    """True for large figures within a twentieth of each other: "6 million" is how people write 6.2 million."""
    return min(a, b) >= 1e6 and abs(a - b) <= 0.05 * max(a, b)


def keeps(vague: Figure, other: Figure) -> bool:
    """True when ``other`` is within what ``vague`` claims."""
    if vague.near in ("more than", "over", "at least"):
        return vague.value <= other.value <= 2 * vague.value
    if vague.near in ("fewer than", "less than", "under", "up to", "nearly", "almost"):
        return 0.5 * vague.value <= other.value <= vague.value
    return abs(vague.value - other.value) <= 0.1 * max(vague.value, other.value)


def shown(value: float) -> str:
    """ "38", "2500000", "3.5"."""
    return f"{value:.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:g}"
