"""What speaks for and against each sentence of an article, as numbers between about 0 and 1; no word of theirs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import exp, log
from typing import NamedTuple

from summariser.model import Article
from summariser.summary.coherence import QUOTED
from summariser.summary.terms import Vector, terms, vectors

FIRST_PERSON = frozenset(["I", "me", "my", "we", "our", "us", "you", "your", "We", "Our", "You", "My"])
TEASER = re.compile(
    r"\W*(?:read more|read:|see also|watch:|watch the|opinion:|photos:|related:|here (?:are|is)\b)", re.I
)
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\b\d[\d,.]*")


class Features(NamedTuple):
    """One sentence's numbers; a weight for each stands in ``en/news-weights.json``."""

    first: float
    early: float
    opens_block: float
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
    """The features and the words of each sentence of an article."""

    features: list[Features]
    bags: list[Vector]
    lengths: list[int]


def measure(article: Article) -> Reading:
    """The features of every sentence; linear in the length of the article."""
    texts = [article.text[s.start : s.end] for s in article.sentences]
    bags = vectors([terms(t) for t in texts])
    later, before = directed(bags)
    shared = commonness(bags)
    title = set(terms(" ".join(headline(article))))
    stars, deeds = main_actors(article), main_actions(article)
    split = [t.split() for t in texts]
    lengths = [len(words) for words in split]
    rows, count, block = [], len(texts), -1
    for i, text in enumerate(texts):
        s = article.sentences[i]
        outside, words = text, split[i]
        if "“" in text or '"' in text:
            outside = QUOTED.sub(" ", text)
            words = outside.split()
        rows.append(
            Features(
                first=float(i == 0),
                early=exp(-i / 5),
                opens_block=float(s.block != block),
                told_later=later[i],
                told_before=before[i],
                told_early=later[i] * exp(-i / 5),
                common=shared[i],
                headline=len(title & bags[i].keys()) / len(title) if title else 0.0,
                names=min(1.0, sum([w[0].isupper() for w in words[1:]]) / 8),
                numbers=min(1.0, len(NUMBER.findall(outside)) / 4) if DIGIT.search(outside) else 0.0,
                actors=stars[i],
                action=deeds[i],
                short=max(0.0, (14 - lengths[i]) / 14),
                long=max(0.0, min(1.0, (lengths[i] - 25) / 25)),
                quoted=1 - len(outside) / len(text),
                question=float("?" in outside[-4:]),
                first_person=min(1.0, len(FIRST_PERSON.intersection(words)) / 2),
                fragment=float(
                    bool(TEASER.match(text))
                    or lengths[i] < 5
                    or text[-1] not in ".!?…”\"'’)"
                    or text[-3:].strip(" .") in (":", "")
                ),
                last=i / count,
            )
        )
        block = s.block
    return Reading(rows, bags, lengths)


def directed(bags: Sequence[Vector]) -> tuple[list[float], list[float]]:
    """How much each sentence resembles all those after it, and all those before it; the highest of each is 1.

    Directed centrality (Zheng and Lapata 2019, PacSum) without a threshold is linear: the sum of cosines with many
    sentences is one product with the sum of their vectors.
    """
    after: dict[str, float] = {}
    for bag in bags:
        for w, x in bag.items():
            after[w] = after.get(w, 0.0) + x
    before: dict[str, float] = {}
    later, earlier = [], []
    for bag in bags:
        own = backward = total = 0.0
        for w, x in bag.items():
            past = before.get(w, 0.0)
            own += x * x
            backward += x * past
            total += x * after[w]
            before[w] = past + x
        earlier.append(backward)
        later.append(total - backward - own)
    return _topped(later), _topped(earlier)


def _topped(values: list[float]) -> list[float]:
    top = max(values, default=0.0) or 1.0
    return [v / top for v in values]


def commonness(bags: Sequence[Vector]) -> list[float]:
    """How widely the words of each sentence are spread over the others, on average; the highest is 1."""
    spread = Counter(chain.from_iterable(bags))
    weight = {word: log(n) for word, n in spread.items()}
    return _topped([sum([weight[w] for w in bag]) / (len(bag) or 1) for bag in bags])


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
