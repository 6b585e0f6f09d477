"""Our own summariser: made for news, linear in the length of the text, and it says why.

A sentence's score is a weighted sum of its features (``features``): how much of the later story repeats it (directed
centrality), where it stands, what of headline, actors and actions it holds, what speaks against it; to this comes what
its words are worth to a short summary (``worth``), less the room it takes.  The weights stand in
``en/news-weights.json``; ``python -m summariser.train summary`` fits them on word-free features.  ``select`` counts
every word once, ``coherence`` keeps sentences from hanging in the air.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from summariser.lexicon import numbers
from summariser.model import Article, Budget, Pick
from summariser.summary.coherence import Lean, leanings
from summariser.summary.features import Features, Reading, measure
from summariser.summary.select import Room, Values, fill, in_order, room
from summariser.summary.tally import Real, runs
from summariser.summary.terms import cut
from summariser.summary.worth import worths

Weights = Mapping[str, float]
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
    """An article as ``news`` sees it: what speaks for every sentence, its features and words, and what it leans on."""

    scores: list[float]
    reading: Reading
    leans: list[Lean | None]

    @property
    def hard(self) -> list[bool]:
        """Sentences that stand only after their predecessor: no name of ours would help."""
        return [lean is not None and lean.gloss is None for lean in self.leans]


def weights_for(budget: Budget) -> Weights:
    """Summaries counted in sentences and those counted in words have weights of their own."""
    weights: Weights = numbers("news-weights")["words" if budget.sentences is None else "sentences"]
    return weights


def rank(article: Article, weights: Weights) -> Ranking:
    """What speaks for every sentence of an article."""
    cuts = cut(article)
    reading, leans = measure(article, cuts), leanings(article, cuts)
    return Ranking(spoken_for(reading, leans, weights), reading, leans)


def spoken_for(reading: Reading, leans: Sequence[Lean | None], weights: Weights) -> list[float]:
    """The features of every sentence by their weights, less what leaning costs."""
    scores: list[float] = (reading.rows @ np.array([weights[name] for name in Features._fields])).tolist()
    for i, lean in enumerate(leans):
        scores[i] += 0.0 if lean is None else weights["gloss"] if lean.gloss else weights["hard"]
    return scores


def valued(ranking: Ranking, worth: Real, weights: Weights) -> Values[int]:
    """The score of every sentence standing alone, and what each of its words (by number) adds to it.

    A content word adds its ``worth``, and all words take room.
    """
    found = ranking.reading.tally
    pairs = weights["worth"] * worth[found.stems]
    taken = weights["content"] * found.sizes + weights["length"] * np.array(ranking.reading.lengths, np.float64)
    scores: list[float] = (np.array(ranking.scores) + found.summed(pairs) + taken).tolist()
    shared = found.held[found.stems] > 1  # no other sentence loses anything by the rest
    stems, places = found.stems[shared], found.places[shared]
    words = runs(stems[np.argsort(places, kind="stable")].tolist(), np.bincount(places, minlength=found.sentences))
    held = np.where(found.held > 1, found.held, 0)
    where, much = runs(places.tolist(), held), runs(pairs[shared].tolist(), held)
    return Values(scores, words, lambda stem: zip(where(stem), much(stem), strict=True))


def news(article: Article, budget: Budget, wanted: Sequence[float] = ()) -> tuple[Pick, ...]:
    """The summary of one article, in reading order; every pick says why and shows a bare pronoun's name.

    ``wanted`` (one number a sentence, such as how well it answers a query) is added to the scores.
    """
    limit, weights = room(article, budget), weights_for(budget)
    ranking = rank(article, weights)
    values = valued(ranking, worths(ranking.reading.tally), weights)
    if wanted:
        values = values._replace(scores=[s + w for s, w in zip(values.scores, wanted, strict=True)])
    return picked(ranking, chosen(ranking, values, limit), values.scores, wanted)


def chosen(ranking: Ranking, values: Values[int], limit: Room) -> list[int]:
    """The sentences of the summary, best first."""
    hard, refused = ranking.hard, set[int]()
    return fill(in_order(values, hard, refused), ranking.reading.lengths, hard, limit, refused)


def picked(
    ranking: Ranking, taken: Sequence[int], scores: Sequence[float], wanted: Sequence[float]
) -> tuple[Pick, ...]:
    """The sentences ``taken`` (best first) in reading order, each with what spoke for it."""
    summary, hard, picks = set(taken), ranking.hard, []
    for place, i in enumerate(taken):
        lean = ranking.leans[i]
        gloss = lean.gloss if lean and i - 1 not in summary else None
        why = because(ranking.reading.of(i), hard, i, summary)
        if wanted and wanted[i] > 0:
            why = f"answers the query; {why}"
        picks.append(Pick(i, place + 1, round(scores[i], 4), why, gloss))
    return tuple(sorted(picks))


def because(features: Features, hard: Sequence[bool], i: int, chosen: set[int]) -> str:
    """At most two reasons in plain words."""
    found = list(islice((words for words, holds in REASONS if holds(features)), 2))
    if i + 1 < len(hard) and hard[i + 1] and i + 1 in chosen:
        found = [*found[:1], "the next sentence leans on it"]
    return "; ".join(found) or "adds something new"
