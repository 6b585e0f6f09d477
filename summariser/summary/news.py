"""Our own summariser: made for news, linear in the length of the text, and it says why.

A sentence's score is a weighted sum of its features (``features``): how much of the later story repeats it (directed
centrality), where it stands, what of headline, actors and actions it holds, what speaks against it; to this comes what
its words are worth to a short summary (``worth``), less the room it takes.  The weights stand in
``en/news-weights.json``; ``python -m summariser.train summary`` fits them on word-free features.  ``select`` counts
every word once, ``coherence`` keeps sentences from hanging in the air.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, repeat
from typing import NamedTuple

import numpy as np

from summariser.lexicon import numbers
from summariser.model import Article, Budget, Pick
from summariser.summary.coherence import Lean
from summariser.summary.features import Features, Reading, measure
from summariser.summary.select import Room, Values, fill, in_order, room
from summariser.summary.shown import Shown, Unfit
from summariser.summary.tally import Real
from summariser.summary.terms import cut
from summariser.summary.worth import worths

UNFIT = 10.0  # what it costs a sentence to be none: more than any other can be better by
Weights = Mapping[str, float]
Reason = Callable[[Features], bool]
MAIN_EVENT = Features._fields.index("main")
REASONS: list[tuple[str, Reason]] = [
    ("opens the story", lambda f: f.first > 0),
    ("names the main actors", lambda f: f.actors >= 0.6),
    ("tells the main event", lambda f: f.main > 0),
    ("takes up the headline", lambda f: f.headline >= 0.4),
    ("what most of the story goes on to tell", lambda f: f.told_later >= 0.6),
    ("said most like the rest", lambda f: f.told_later + f.told_before >= 0.9),
    ("gives the words of a main actor", lambda f: f.speaker >= 0.5),
    ("introduces main actors", lambda f: f.introduces >= 0.6),
    ("stands early", lambda f: f.early >= 0.5),
    ("gives figures", lambda f: f.numbers >= 0.5),
    ("names a main actor", lambda f: f.actors >= 0.3),
    ("names several people, bodies or places", lambda f: f.names >= 0.3),
]


class Ranking(NamedTuple):
    """An article as ``news`` sees it: what speaks for every sentence by itself, its features and words, what it leans
    on, and whether it is one at all."""

    scores: list[float]
    reading: Reading
    leans: Mapping[int, Lean | None]
    unfit: Mapping[int, bool]
    weights: Weights

    def hard(self, sentence: int) -> bool:
        """True for a sentence that stands only after its predecessor: no name of ours would help."""
        lean = self.leans[sentence]
        return lean is not None and lean.gloss is None

    def costs(self, sentence: int) -> float:
        """What it costs a sentence that it leans, or is none: nothing, or less."""
        lean, none = self.leans[sentence], UNFIT if self.unfit[sentence] else 0.0
        return -none if lean is None else min(0.0, self.weights["gloss" if lean.gloss else "hard"]) - none


def weights_for(budget: Budget) -> Weights:
    """Summaries counted in sentences and those counted in words have weights of their own."""
    weights: Weights = numbers("news-weights")["words" if budget.sentences is None else "sentences"]
    return weights


def rank(article: Article, weights: Weights) -> Ranking:
    """What speaks for every sentence of an article."""
    cuts = cut(article)
    reading = measure(article, cuts)
    return ranked(reading, Shown(article, cuts), Unfit(article, cuts, reading.tally), weights)


def ranked(reading: Reading, leans: Mapping[int, Lean | None], unfit: Mapping[int, bool], weights: Weights) -> Ranking:
    """The features of every sentence by their weights."""
    scores = reading.rows @ np.array([weights[name] for name in Features._fields])
    return Ranking(scores.tolist(), reading, leans, unfit, weights)


def valued(ranking: Ranking, worth: Real) -> Values[int]:
    """The score of every sentence standing alone, and what each of its words (by number) adds to it.

    A content word adds its ``worth``, and all words take room.  The main event counts once too: it is one more word of
    the sentences that tell it.
    """
    found, reading, weights = ranking.reading.tally, ranking.reading, ranking.weights
    pays = weights["worth"] * worth
    taken = weights["content"] * found.sizes + weights["length"] * np.array(reading.lengths, np.float64)
    scores: list[float] = (np.array(ranking.scores) + found.summed(pays[found.stems]) + taken).tolist()
    tellers = reading.rows[:, MAIN_EVENT].nonzero()[0].tolist()
    event, much = len(found.names), [*pays.tolist(), weights["main"]]
    places = [*found.places.tolist(), *tellers]
    starts, held = [*found.starts.tolist(), len(found.places)], [*found.held.tolist(), len(tellers)]

    def words(sentence: int) -> list[int]:
        told = sorted({*found.said[found.ends[sentence] : found.ends[sentence + 1]].tolist()})
        shared = [stem for stem in told if held[stem] > 1]  # no other sentence loses anything by the rest
        return [*shared, event] if reading.rows[sentence, MAIN_EVENT] else shared

    def adds(stem: int) -> Iterable[tuple[int, float]]:
        return zip(places[starts[stem] : starts[stem] + held[stem]], repeat(much[stem]))

    return Values(scores, words, adds, ranking.costs)


def news(article: Article, budget: Budget, wanted: Sequence[float] = ()) -> tuple[Pick, ...]:
    """The summary of one article, in reading order; every pick says why and shows a bare pronoun's name.

    ``wanted`` (one number a sentence, such as how well it answers a query) is added to the scores.
    """
    limit, ranking = room(article, budget), rank(article, weights_for(budget))
    values = valued(ranking, worths(ranking.reading.tally))
    if wanted:
        values = values._replace(scores=[s + w for s, w in zip(values.scores, wanted, strict=True)])
    return picked(ranking, chosen(ranking, values, limit), values.scores, wanted)


def chosen(ranking: Ranking, values: Values[int], limit: Room) -> list[int]:
    """The sentences of the summary, best first."""
    refused = set[int]()
    return fill(in_order(values, ranking.hard, refused), ranking.reading.lengths, ranking.hard, limit, refused)


def picked(
    ranking: Ranking, taken: Sequence[int], scores: Sequence[float], wanted: Sequence[float]
) -> tuple[Pick, ...]:
    """The sentences ``taken`` (best first) in reading order, each with what spoke for it."""
    summary, picks = set(taken), []
    for place, i in enumerate(taken):
        lean = ranking.leans[i]
        gloss = lean.gloss if lean and i - 1 not in summary else None
        why = because(ranking, i, summary)
        if wanted and wanted[i] > 0:
            why = f"answers the query; {why}"
        picks.append(Pick(i, place + 1, round(scores[i] + ranking.costs(i), 4), why, gloss))
    return tuple(sorted(picks))


def because(ranking: Ranking, i: int, chosen: set[int]) -> str:
    """At most two reasons in plain words."""
    features = ranking.reading.of(i)
    found = list(islice((words for words, holds in REASONS if holds(features)), 2))
    if i + 1 in chosen and ranking.hard(i + 1):
        found = [*found[:1], "the next sentence leans on it"]
    return "; ".join(found) or "adds something new"
