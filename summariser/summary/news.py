"""Our own summariser: made for news, linear in the length of the text, and it says why.

A sentence's score is a weighted sum of its features (``features``): how much of the later story repeats it (directed
centrality), where it stands, what of headline, actors and actions it holds, what speaks against it.  The weights stand
in ``en/news-weights.json``; they were fitted on word-free features.  ``select`` adds what is new, ``coherence`` keeps
sentences from hanging in the air.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import mul
from typing import NamedTuple

from summariser.lexicon import numbers
from summariser.model import Article, Budget, Pick
from summariser.summary.coherence import Lean, leanings
from summariser.summary.features import Features, Reading, measure
from summariser.summary.select import fill, in_order, room

Reason = Callable[[Features], bool]
REASONS: list[tuple[str, Reason]] = [
    ("opens the story", lambda f: f.first > 0),
    ("names the main actors", lambda f: f.actors >= 0.6),
    ("tells the main event", lambda f: f.action >= 0.7),
    ("takes up the headline", lambda f: f.headline >= 0.4),
    ("what most of the story goes on to tell", lambda f: f.told_later >= 0.6),
    ("said most like the rest", lambda f: f.told_later + f.told_before >= 0.9),
    ("stands early", lambda f: f.early >= 0.5),
    ("gives figures", lambda f: f.numbers >= 0.5),
    ("names a main actor", lambda f: f.actors >= 0.3),
    ("names several people, bodies or places", lambda f: f.names >= 0.3),
]


class Ranking(NamedTuple):
    """An article as ``news`` sees it: every sentence's score, features, words and what it leans on."""

    scores: list[float]
    reading: Reading
    leans: list[Lean | None]

    @property
    def hard(self) -> list[bool]:
        """Sentences that stand only after their predecessor: no name of ours would help."""
        return [lean is not None and lean.gloss is None for lean in self.leans]


def rank(article: Article, wanted: Sequence[float] = ()) -> Ranking:
    """Every sentence's score; ``wanted`` (one number a sentence, such as how well it answers a query) is added."""
    weights = numbers("news-weights")
    row = [weights[name] for name in Features._fields]
    reading, leans = measure(article), leanings(article)
    scores = [sum(map(mul, row, f)) for f in reading.features]
    for i, lean in enumerate(leans):
        scores[i] -= 0.0 if lean is None else weights["gloss"] if lean.gloss else weights["hard"]
    if wanted:
        scores = [s + w for s, w in zip(scores, wanted, strict=True)]
    return Ranking(scores, reading, leans)


def news(article: Article, budget: Budget, wanted: Sequence[float] = ()) -> tuple[Pick, ...]:
    """The summary of one article, in reading order; every pick says why and shows a bare pronoun's name."""
    limit, ranking = room(article, budget), rank(article, wanted)
    weights = numbers("news-weights")
    refused: set[int] = set()
    order = in_order(ranking.scores, ranking.reading.bags, ranking.hard, weights["price"], weights["pair"], refused)
    taken = fill(order, ranking.reading.lengths, ranking.hard, limit, refused)
    chosen = set(taken)
    picks = []
    for place, i in enumerate(taken):
        lean = ranking.leans[i]
        gloss = lean.gloss if lean and i - 1 not in chosen else None
        why = because(ranking.reading.features[i], ranking.hard, i, chosen)
        if wanted and wanted[i] > 0:
            why = f"answers the query; {why}"
        picks.append(Pick(i, place + 1, round(ranking.scores[i], 4), why, gloss))
    return tuple(sorted(picks))


def because(features: Features, hard: Sequence[bool], i: int, chosen: set[int]) -> str:
    """At most two reasons in plain words."""
    found = [words for words, holds in REASONS if holds(features)][:2]
    if i + 1 < len(hard) and hard[i + 1] and i + 1 in chosen:
        found = [*found[:1], "the next sentence leans on it"]
    return "; ".join(found) or "adds something new"
