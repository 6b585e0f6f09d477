"""What speaks for and against each sentence of an article, as numbers between about 0 and 1; no word of theirs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from summariser.model import Actor, Article
from summariser.summary.coherence import QUOTED
from summariser.summary.tally import Real, Tally, commonness, directed, side_by_side, tally
from summariser.summary.terms import Cut, stems, terms

FIRST_PERSON = frozenset(["I", "me", "my", "we", "our", "us", "you", "your", "We", "Our", "You", "My"])
TEASER = re.compile(
    r"\W*(?:read (?:more|live|full|our)\b|read:|see also|watch:|watch the|opinion:|photos:|related:|here (?:are|is)\b)",
    re.I,
)
CAPITAL = re.compile(r"[A-Z](?<=\s.)")  # what is looked for stands first in both, for speed
NUMBER = re.compile(r"[0-9](?<!\w.)[\d,.]*")  # "52" but not in "B52"
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
    found = tally(map(stems, [words for _, words in cuts]))
    later, before = directed(found)
    begins, main = [s.start for s in article.sentences], main_cast(article)
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
        "actors": main_actors(begins, main),
        "action": main_actions(begins, article),
        "short": np.maximum(0, (14 - size) / 14),
        "long": np.minimum(1, np.maximum(0, (size - 25) / 25)),
        "fragment": [len(words) < 5 or fragment(text) for text, words in cuts],
        "last": number / (count or 1),
        "before": [went_before(text) for text, _ in cuts],
        "introduces": introductions(begins, main),
        "speaker": speakers(begins, article),
        "main": main_events(begins, article),
    }
    columns |= wording(cuts)
    return Reading(side_by_side([columns[name] for name in Features._fields], count), found, lengths)


def wording(cuts: Sequence[Cut]) -> dict[str, Any]:
    """What the words of each sentence show by themselves, outside quotation marks, and how much stands inside them."""
    outside = [unquoted(*cut) for cut in cuts]
    persons = [len(FIRST_PERSON.intersection(words)) for _, words in outside]
    return {
        "names": at_most_one([len(CAPITAL.findall(text)) for text, _ in outside], 8),
        "numbers": at_most_one([len(NUMBER.findall(text)) for text, _ in outside], 4),
        "quoted": [1 - len(kept) / len(text) for (kept, _), (text, _) in zip(outside, cuts, strict=True)],
        "question": ["?" in text[-4:] for text, _ in outside],
        "first_person": at_most_one(persons, 2),
    }


def unquoted(text: str, words: list[str]) -> Cut:
    """A sentence without what stands in quotation marks."""
    if "“" not in text and '"' not in text:
        return text, words
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


def highest(begins: Sequence[int], found: Iterable[tuple[int, float]]) -> list[float]:
    """For each sentence, by where it begins, the highest of the numbers ``found`` at places of the text in it, or 0."""
    top = [0.0] * len(begins)
    for place, number in found:
        sentence = bisect_right(begins, place) - 1
        if sentence >= 0:
            top[sentence] = max(top[sentence], number)
    return top


def main_actors(begins: Sequence[int], main: Sequence[Actor]) -> list[float]:
    """For each sentence how much of the main cast's weight it names, most mentioned actors weighing most."""
    found = [0.0] * len(begins)
    total = sum(len(a.mentions) for a in main) or 1
    for actor in main:
        sentences = {bisect_right(begins, m.start) - 1 for m in actor.mentions if m.form != "pronoun"}
        for number in sentences - {-1}:
            found[number] += len(actor.mentions) / total
    return found


def introductions(begins: Sequence[int], main: Sequence[Actor]) -> list[float]:
    """For each sentence how many of the main cast it is the first to name; three and more are 1."""
    named = [[m.start for m in actor.mentions if m.form == "name"] for actor in main]
    found = Counter(bisect_right(begins, min(starts)) - 1 for starts in named if starts)
    return [min(1.0, found[number] / 3) for number in range(len(begins))]


def speakers(begins: Sequence[int], article: Article) -> list[float]:
    """For each sentence that gives somebody's words how often he is mentioned, beside the actor mentioned most."""
    mentions = {a.id: len(a.mentions) for a in article.actors}
    most = max(mentions.values(), default=1)
    said = ((q.parts[0].start, q.speaker) for q in article.quotes)
    return highest(begins, ((start, mentions.get(who, 0) / most) for start, who in said if who is not None))


def main_actions(begins: Sequence[int], article: Article) -> list[float]:
    """For each sentence the weight of the weightiest action in it."""
    return highest(begins, ((action.start, action.weight) for action in article.actions))


def main_events(begins: Sequence[int], article: Article) -> list[float]:
    """For each sentence 1 where it tells the main event, or what comes near to it."""
    return highest(begins, ((action.start, 1.0) for action in article.actions if action.main >= MAIN))
