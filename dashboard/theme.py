"""Colours, labels and formats: one colour a person, one way of writing each kind of number, on every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from dashboard.reasons import REASONS
from summariser.measure import interval, speakers
from summariser.model import Article, When

# Okabe and Ito 2008, "Color Universal Design": told apart with any kind of colour vision.  Black and yellow are
# left out, for they vanish on a dark or a light page.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
OTHER = "#7F7F7F"
LINE = "rgba(127,127,127,0.28)"
SYMBOLS = {"happened": "circle", "planned": "triangle-right", "denied": "x", "hypothetical": "diamond"}
STATUS = {
    "happened": "happened",
    "planned": "planned or expected",
    "denied": "denied or did not happen",
    "hypothetical": "only possible",
}
ROLES = {
    "headline": "headline",
    "standfirst": "standfirst",
    "dateline": "dateline",
    "byline": "byline",
    "timestamp": "time stamp",
    "caption": "picture caption",
    "subhead": "subheading",
    "body": "story",
    "teaser": "link to another story",
    "furniture": "part of the page, not of the story",
}
COLOURED = {
    "assertive": "says more than “said”: how strongly, or for what purpose, the words were spoken",
    "doubting": "keeps its distance: the writer does not vouch for the words",
}
KINDS = {"direct": "word for word", "partial": "a few words quoted", "indirect": "reported in other words"}
ALGORITHMS = {
    "news": "News Summariser’s own",
    "lead": "First sentences",
    "lsa": "LSA (latent semantic analysis)",
    "lexrank": "LexRank",
    "textrank": "TextRank",
    "luhn": "Luhn",
    "kl": "KL-Sum",
    "sumbasic": "SumBasic",
    "reduction": "Reduction",
    "edmundson": "Edmundson",
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def colours(articles: Iterable[Article]) -> dict[str, str]:
    """One colour a person for all pictures of these articles; the seventh and later share a grey."""
    names = dict.fromkeys(p.name for article in articles for p in speakers(article))
    return {name: PALETTE[i] if i < len(PALETTE) else OTHER for i, name in enumerate(names)}


def algorithm_name(algorithm: str) -> str:
    """What the menu calls a summariser; a new one is called by its own name."""
    return ALGORITHMS.get(algorithm, algorithm)


def plural(count: int, noun: str, many: str | None = None) -> str:
    """``1 quote``, ``2 quotes``, ``1,200 words``."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def percent(share: float) -> str:
    """A share of 1 as whole per cent."""
    return f"{share:.0%}"


def sure(confidence: float) -> str:
    """How sure a guess is, in words and a number; what nobody has checked is never told as 100%."""
    word = "sure" if confidence >= 0.9 else "fairly sure" if confidence >= 0.7 else "unsure"
    return f"{word} ({percent(confidence if confidence >= 1 else min(confidence, 0.99))})"


def how_dated(when: When | None) -> str:
    """How a day is known: "date stated", "date inferred, 75% sure"; nothing where there is none."""
    if when is None or when.value is None:
        return ""
    return "date stated" if when.stated else f"date inferred, {percent(min(when.confidence, 0.99))} sure"


def because(rule: str) -> str:
    """What a rule looked at, in plain words; a rule without any, by its name."""
    return REASONS.get(rule) or rule.replace("_", " ").strip() or "no rule named"


def leading(text: str) -> str:
    """``text`` with its first letter large, as the first word of a heading: "The council"."""
    return text[:1].upper() + text[1:]


def day(when: date) -> str:
    """5 December 2024"""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def when_text(value: str | None) -> str:
    """An ISO date of any precision in words: ``2022-02`` is "February 2022"; no date is "no date"."""
    span = interval(value)
    if span is None or value is None:
        return "no date"
    first, last = span
    if first == last:
        return day(first)
    if value[4:6] == "-W":
        return f"{'weekend' if '-WE' in value else 'week'} of {day(first)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}s"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"


def shorten(text: str, most: int) -> str:
    """``text`` on one line, cut at a word with an ellipsis when longer than ``most`` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut) + "…"


def told_apart(names: Mapping[str, str], most: int) -> dict[str, str]:
    """Id -> what a menu calls it, no two alike: a menu knows its entries by their words alone."""
    short = {id: shorten(name, most) for id, name in names.items()}
    often = Counter(short.values())
    return {id: f"{name} · {id[:4]}" if often[name] > 1 else name for id, name in short.items()}


def title_of(article: Article) -> str:
    """The headline; the first words where there is none."""
    return article.title or shorten(article.text[:300], 60) or "(an article without words)"
