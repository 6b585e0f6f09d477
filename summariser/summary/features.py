"""What speaks for and against each sentence of an article, as numbers between about 0 and 1; no word of theirs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from summariser.model import Article
from summariser.summary.coherence import QUOTED
from summariser.summary.tally import Real, Tally, commonness, directed, side_by_side, tally
from summariser.summary.terms import stems, terms

FIRST_PERSON = frozenset(["I", "me", "my", "we", "our", "us", "you", "your", "We", "Our", "You", "My"])
TEASER = re.compile(
    r"\W*(?:read (?:more|live|full|our)\b|read:|see also|watch:|watch the|opinion:|photos:|related:|here (?:are|is)\b)",
    re.I,
)
CAPITAL = re.compile(r"[A-Z](?<=\s.)")  # what is looked for stands first in both, for speed
NUMBER = re.compile(r"[0-9](?<!\w.)[\d,.]*")  # "52" but not in "B52"


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


class Reading(NamedTuple):
    """An article in numbers: a row of ``Features`` for each sentence, its stems, its length in words."""

    rows: Real
    tally: Tally
    lengths: list[int]

    def of(self, number: int) -> Features:
        """The features of one sentence."""
        return Features(*self.rows[number].tolist())


def measure(article: Article) -> Reading:
    """The features of every sentence; linear in the length of the article."""
    texts = [article.text[s.start : s.end] for s in article.sentences]
    words = [t.split() for t in texts]
    count, found = len(texts), tally([stems(w) for w in words])
    later, before = directed(found)
    number, fading = np.arange(count), np.exp(-np.arange(count) / 5)
    wording = [worded(t, w) for t, w in zip(texts, words, strict=True)]
    lengths = [w.length for w in wording]
    size = np.array(lengths, np.float64)
    columns = {
        "first": number == 0,
        "early": fading,
        "told_later": later,
        "told_before": before,
        "told_early": later * fading,
        "common": commonness(found),
        "headline": held(found, terms(" ".join(headline(article)))),
        "actors": main_actors(article),
        "action": main_actions(article),
        "short": np.maximum(0, (14 - size) / 14),
        "long": np.minimum(1, np.maximum(0, (size - 25) / 25)),
        "last": number / (count or 1),
    }
    columns |= zip(Wording._fields, np.array(wording, np.float64).reshape(-1, len(Wording._fields)).T, strict=True)
    return Reading(side_by_side([columns[name] for name in Features._fields], count), found, lengths)


class Wording(NamedTuple):
    """What the words of one sentence show by themselves; ``length`` is their number."""

    length: int
    names: float
    numbers: float
    quoted: float
    question: float
    first_person: float
    fragment: float


def worded(text: str, words: Sequence[str]) -> Wording:
    """The ``Wording`` of one sentence and of its ``words``, cut at spaces; names, figures and persons are looked for
    outside quotation marks."""
    outside, length = text, len(words)
    if "“" in text or '"' in text:
        outside = QUOTED.sub(" ", text)
        words = outside.split()
    cut = length < 5 or text[-1] not in ".!?…”\"'’)" or text[-3:].strip(" .") in (":", "") or text[-2:-1] == " "
    return Wording(
        length,
        min(1.0, len(CAPITAL.findall(outside)) / 8),
        min(1.0, len(NUMBER.findall(outside)) / 4),
        1 - len(outside) / len(text),
        float("?" in outside[-4:]),
        0.0 if FIRST_PERSON.isdisjoint(words) else min(1.0, len(FIRST_PERSON.intersection(words)) / 2),
        float(cut or TEASER.match(text) is not None),
    )


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


def main_actors(article: Article) -> list[float]:
    """For each sentence how much of the cast's weight it names, most mentioned actors weighing most."""
    begins = [s.start for s in article.sentences]
    found = [0.0] * len(begins)
    cast = sorted(article.actors, key=lambda a: -len(a.mentions))[:5]
    total = sum(len(a.mentions) for a in cast) or 1
    for actor in cast:
        sentences = {bisect_right(begins, m.start) - 1 for m in actor.mentions if m.form != "pronoun"}
        for number in sentences - {-1}:
            found[number] += len(actor.mentions) / total
    return found


def main_actions(article: Article) -> list[float]:
    """For each sentence the weight of the weightiest action in it."""
    begins = [s.start for s in article.sentences]
    found = [0.0] * len(begins)
    for action in article.actions:
        number = bisect_right(begins, action.start) - 1
        if number >= 0:
            found[number] = max(found[number], action.weight)
    return found
