"""What speaks for and against each sentence of an article, as numbers between about 0 and 1; no word of theirs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import numpy as np

from summariser.model import Action, Actor, Article
from summariser.summary.coherence import QUOTED
from summariser.summary.tally import Real, Tally, commonness, directed, side_by_side, tally
from summariser.summary.terms import Cut, stems, terms

FIRST_PERSON = frozenset(["I", "me", "my", "we", "our", "us", "you", "your", "We", "Our", "You", "My"])
TEASER = re.compile(
    r"\W*(?:read (?:more|live|full|our)\b|read:|see also|watch:|watch the|opinion:|photos:|related:|here (?:are|is)\b)",
    re.I,
)
NUMBER = re.compile(r"[0-9](?<!\w.)[\d,.]*")  # "52" but not in "B52"
SHAPES = bytes(  # one sign for all capitals, all digits, all spaces, all else: bytes are counted faster than a pattern
    ord("A" if "A" <= sign <= "Z" else "0" if "0" <= sign <= "9" else " " if sign.isspace() else "a")
    for sign in map(chr, range(256))
)
BEFORE = re.compile(  # in small letters, what went before the news: "two years ago", "in 2013", "had promised"
    r"\b(?:(?:years|months|decades|weeks) ago|previously|earlier|once|used to|since"
    r"|last (?:year|month|week|summer|winter|spring|autumn|fall|season)|in (?:19|20)\d\d"
    r"|had (?:(?:\w+ly|been|not|never|also|already) )?\w+(?:ed|en|wn))\b"
)
BEFORES = ("had ", "since", "last ", "in 20", "s ago", "earlier", "once", "in 19", "previously", "used to")
MAIN = 0.5  # how near an action comes to the main event that tells it too


class Features(NamedTuple):
    """One sentence's numbers; a weight for each stands in ``en/news-weights.json``."""

    first: float
    early: float
    told_later: float
    told_before: float
    told_early: float
    common: float
    headline: float
    names: float
    numbers: float
    actors: float
    action: float
    short: float
    long: float
    quoted: float
    question: float
    first_person: float
    fragment: float
    last: float
    before: float
    introduces: float
    speaker: float
    main: float


class Reading(NamedTuple):
    """An article in numbers: a row of ``Features`` for each sentence, its stems, its length in words."""

    rows: Real
    tally: Tally
    lengths: list[int]

    def of(self, number: int) -> Features:
        """The features of one sentence."""
        return Features(*self.rows[number].tolist())


def measure(article: Article, cuts: Sequence[Cut]) -> Reading:
    """The features of every sentence; linear in the length of the article."""
    count, lengths = len(cuts), [len(words) for _, words in cuts]
    found = tally([stems(words) for _, words in cuts])
    later, before = directed(found)
    begins = [s.start for s in article.sentences]
    (actors, introduces), (action, main) = named(begins, main_cast(article)), told(begins, article.actions)
    number, size = np.arange(count), np.array(lengths, np.float64)
    fading = np.exp(-number / 5)
    columns: dict[str, Any] = {
        "first": number == 0,
        "early": fading,
        "told_later": later,
        "told_before": before,
        "told_early": later * fading,
        "common": commonness(found),
        "headline": held(found, terms(" ".join(headline(article)))),
        "actors": actors,
        "action": action,
        "short": np.maximum(0, (14 - size) / 14),
        "long": np.minimum(1, np.maximum(0, (size - 25) / 25)),
        "fragment": [len(words) < 5 or fragment(text) for text, words in cuts],
        "last": number / (count or 1),
        "before": [went_before(text) for text, _ in cuts],
        "introduces": introduces,
        "speaker": speakers(begins, article),
        "main": main,
    }
    columns |= wording(cuts)
    return Reading(side_by_side([columns[name] for name in Features._fields], count), found, lengths)


def wording(cuts: Sequence[Cut]) -> dict[str, Any]:
    """What the words of each sentence show by themselves, outside quotation marks, and how much stands inside them."""
    outside = [unquoted(text) if "“" in text or '"' in text else (text, words) for text, words in cuts]
    shapes = [text.encode("latin-1", "replace").translate(SHAPES) for text, _ in outside]
    numbers = [
        len(NUMBER.findall(text)) if b"0" in shape else 0 for shape, (text, _) in zip(shapes, outside, strict=True)
    ]
    persons = [len(FIRST_PERSON.intersection(words)) for _, words in outside]
    return {
        "names": at_most_one([shape.count(b" A") for shape in shapes], 8),
        "numbers": at_most_one(numbers, 4),
        "quoted": [1 - len(kept) / len(text) for (kept, _), (text, _) in zip(outside, cuts, strict=True)],
        "question": ["?" in text[-4:] for text, _ in outside],
        "first_person": at_most_one(persons, 2),
    }


def unquoted(text: str) -> Cut:
    """A sentence without what stands in quotation marks."""
    outside = QUOTED.sub(" ", text)
    return outside, outside.split()


def fragment(text: str) -> bool:
    """True for a sentence that is cut off, or that points at other articles."""
    ends = text[-1] in ".!?…”\"'’)" and text[-3:].strip(" .") not in (":", "") and text[-2:-1] != " "
    return not ends or TEASER.match(text) is not None


def at_most_one(counts: Sequence[int], most: int) -> Real:
    """``counts`` as parts of ``most``, which and above which all are 1."""
    return np.minimum(1, np.array(counts) / most)


def held(found: Tally, asked: Collection[str]) -> Real:
    """For each sentence the share of the stems ``asked`` for that it holds."""
    wanted = set(asked)
    if not wanted:
        return np.zeros(found.sentences)
    there = np.array([stem in wanted for stem in found.names], np.float64)
    return found.summed(there[found.stems]) / len(wanted)


def headline(article: Article) -> list[str]:
    """The words over the story: title, standfirst."""
    return [article.title or ""] + [
        article.text[b.start : b.end] for b in article.blocks if b.role in ("headline", "standfirst")
    ]


def went_before(text: str) -> bool:
    """True for a sentence that tells what went before the news."""
    text = text.lower()
    for word in BEFORES:
        if word in text:
            return BEFORE.search(text) is not None
    return False


def main_cast(article: Article) -> list[Actor]:
    """The five actors that are mentioned most."""
    return sorted(article.actors, key=lambda a: -len(a.mentions))[:5]


def named(begins: Sequence[int], cast: Sequence[Actor]) -> tuple[list[float], list[float]]:
    """For each sentence how much of the main ``cast``'s weight it names, most mentioned actors weighing most, and how
    many of them it is the first to name; three and more are 1."""
    shares, first = [0.0] * len(begins), [0.0] * len(begins)
    total = sum(len(a.mentions) for a in cast) or 1
    for actor in cast:
        places = [(form, bisect_right(begins, start) - 1) for start, _, form in actor.mentions if form != "pronoun"]
        for number in {number for _, number in places} - {-1}:
            shares[number] += len(actor.mentions) / total
        names = [number for form, number in places if form == "name"]
        if names and min(names) >= 0:
            first[min(names)] = min(1.0, first[min(names)] + 1 / 3)
    return shares, first


def speakers(begins: Sequence[int], article: Article) -> list[float]:
    """For each sentence that gives somebody's words how often he is mentioned, beside the actor mentioned most."""
    mentions = {a.id: len(a.mentions) for a in article.actors}
    most, top = max(mentions.values(), default=1), [0.0] * len(begins)
    for quote in article.quotes:
        number = bisect_right(begins, quote.parts[0].start) - 1
        if quote.speaker is not None and number >= 0:
            top[number] = max(top[number], mentions.get(quote.speaker, 0) / most)
    return top


def told(begins: Sequence[int], actions: Sequence[Action]) -> tuple[list[float], list[float]]:
    """For each sentence the weight of the weightiest action in it, and 1 where it tells the main event, or what comes
    near to it."""
    weights, main = [0.0] * len(begins), [0.0] * len(begins)
    for action in actions:
        number = bisect_right(begins, action.start) - 1
        if number >= 0 and action.weight > weights[number]:
            weights[number] = action.weight
        if number >= 0 and action.main >= MAIN:
            main[number] = 1.0
    return weights, main
