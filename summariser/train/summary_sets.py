"""What the fit of the summary chooses among: for every article of the gold, sets of sentences that could be its
summary, as numbers, and how good each is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np

from summariser.read import read
from summariser.summary.coherence import Lean, Leanings
from summariser.summary.features import Features, Reading, measure
from summariser.summary.tally import Real
from summariser.summary.terms import cut
from summariser.summary.worth import standings
from summariser.train.gold import lines
from summariser.train.rouge import rouge

COSTS = ("content_of_sentences", "length_of_sentences", "content_of_words", "length_of_words")
NAMES = (*Features._fields, "hard", "gloss", "worth", *COSTS)
MAIN = NAMES.index("main")  # counts once, as words do
MOST_SETS = 400
ROOM = {
    "content_of_sentences": -0.1,
    "length_of_sentences": -0.03,
    "content_of_words": -0.05,
    "length_of_words": -0.03,
}
START = dict.fromkeys(NAMES, 0.0) | ROOM  # round numbers that say what is plain: no search made them
START |= {"early": 1.0, "told_later": 1.0, "worth": 1.0, "quoted": -0.5, "long": -0.5, "fragment": -3.0}
START_OF_WORDS = START | {"first": 0.5, "told_later": 2.0, "quoted": -1.0, "long": -1.0}


class Gold(NamedTuple):
    """One article with its summaries by people, and what ``news`` measures in it."""

    texts: list[str]
    references: list[list[str]]
    reading: Reading
    leans: list[Lean | None]

    @property
    def hard(self) -> list[bool]:
        """Sentences that stand only after their predecessor."""
        return [lean is not None and lean.gloss is None for lean in self.leans]


class Choice(NamedTuple):
    """The summaries that one article could have: a row of ``NAMES`` for each, and how good it is."""

    values: Real
    rouge1: Real
    rouge2: Real
    size: int


def gold_articles(path: Path) -> list[Gold]:
    """The articles of one set that have sentences."""
    found = []
    for row in map(json.loads, lines(path)):
        article = read(row["text"], as_body=True)
        cuts, references = cut(article), row.get("references") or [row["reference"]]
        leans = Leanings(article, cuts)
        texts = [text for text, _ in cuts]
        found.append(Gold(texts, references, measure(article, cuts), [leans[i] for i in range(len(cuts))]))
    return [g for g in found if g.texts]


def candidates(gold: Gold) -> list[int]:
    """The sentences that summaries are made of: the first eight, and the best by ``START`` up to fourteen."""
    start = [START[name] for name in Features._fields]
    scores = gold.reading.rows @ np.array(start) + START["hard"] * np.array(gold.hard)
    best = sorted(range(len(scores)), key=lambda i: (i >= 8, -scores[i], i))
    return sorted(best[:14])


def summaries(gold: Gold, size: int) -> list[tuple[int, ...]]:
    """Sets of sentences that could be the summary: three of them, or as many as 100 words hold with little left; none
    has a sentence that leans on another which is not in it."""
    among, lengths = candidates(gold), gold.reading.lengths
    if size == 3:
        found = list(combinations(among, min(3, len(among))))
    else:
        found = [s for n in range(1, 8) for s in combinations(among[:12], n) if full(s, among[:12], lengths, size)]
    stand = [s for s in found if all(not gold.hard[i] or i == 0 or i - 1 in s for i in s)]
    if len(stand) > MOST_SETS:
        stand = [stand[i] for i in np.random.default_rng(0).choice(len(stand), MOST_SETS, replace=False)]
    return stand or found[:1]


def full(chosen: Sequence[int], among: Sequence[int], lengths: Sequence[int], size: int) -> bool:
    """True when ``chosen`` fits ``size`` words and either no other does beside it or few words are left."""
    left = size - sum(lengths[i] for i in chosen)
    return left >= 0 and (left < 8 or all(lengths[i] > left for i in among if i not in chosen))


def choice(gold: Gold, size: int, word_weights: Real) -> Choice:
    """The summaries of one article in numbers."""
    sets, found = summaries(gold, size), gold.reading.tally
    inside = np.zeros((len(sets), len(gold.texts)))
    for row, members in zip(inside, sets, strict=True):
        row[list(members)] = 1
    worth = 1 / (1 + np.exp(-standings(found) @ word_weights))
    content = found.summed(np.ones(len(found.stems)))
    lengths = np.array(gold.reading.lengths, np.float64)
    held = np.zeros((len(gold.texts), len(found.names)))
    held[found.places, found.stems] = 1
    leaning = [(bool(x and not x.gloss), bool(x and x.gloss)) for x in gold.leans]
    own = inside @ np.column_stack([gold.reading.rows, leaning])
    own[:, MAIN] = np.minimum(1, own[:, MAIN])
    room = [content, lengths, 0 * content, 0 * lengths] if size == 3 else [0 * content, 0 * lengths, content, lengths]
    values = np.column_stack([own, np.minimum(1, inside @ held) @ worth, inside @ np.column_stack(room)])
    scores = [rouge(inside, gold.texts, gold.references, n) for n in (1, 2)]
    return Choice(values, scores[0], scores[1], size)
