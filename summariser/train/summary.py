"""Fits the numbers of the summary to summaries that people wrote: ``python -m summariser.train summary``.

First what a word is worth (``worth``): a logistic regression on whether a content word of the article stands in the
summary.  Then, for summaries counted in sentences and for those counted in words, what speaks for a sentence
(``features``) and what room costs: of the sets of sentences that fit, a softmax of their scores chooses one, and the
weights are those for which the ROUGE-1 and ROUGE-2 that it can expect are highest, pulled towards plain round numbers.
The pull is strong: on articles that the fit has not seen, a free fit reaches less than these numbers do.  All of it is
smooth, so that the same rows give the same numbers again, and nearly the same rows nearly the same numbers.  No word of
any text is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from summariser.lexicon import numbers
from summariser.summary.news import chosen, ranked, valued
from summariser.summary.select import Room
from summariser.summary.tally import Real
from summariser.summary.terms import terms
from summariser.summary.worth import STANDING, standings
from summariser.train.rouge import rouge
from summariser.train.summary_sets import NAMES, START, START_OF_WORDS, Choice, Gold, choice, gold_articles

SETS = ("cnndm", "writer")
SHARP = 18.0  # how surely the softmax takes the highest score
PAIRS = {3: 2.0, 100: 0.0}  # what ROUGE-2 counts beside ROUGE-1, by the size of the summary
FOLDS = 5
FIXED = {"headline": 6.5, "fragment": -3.0}  # by hand: the gold has no headlines, and ROUGE likes pieces of sentences
Weights = dict[str, float]


class Aim(NamedTuple):
    """What one table of weights is fitted to: where it starts, the pull of every weight towards that, what an article
    counts by the set it is of and the size of its summary, in sentences (3) or words (100), the features that are left
    where they start, and from how many places: what can be expected has more than one top."""

    start: Mapping[str, float]
    pull: float
    counts: Mapping[tuple[str, int], float]
    left: Sequence[str] = ()
    starts: int = 1


AIMS = {
    "sentences": Aim(START, 2.5, {("cnndm", 3): 1.0, ("writer", 3): 2.0}, starts=4),
    "words": Aim(
        START_OF_WORDS,
        5.0,
        {("cnndm", 3): 1.0, ("cnndm", 100): 2.5, ("writer", 3): 2.5, ("writer", 100): 3.0},
        left=("before", "introduces", "speaker", "main"),  # no help here on articles not fitted to
    ),
}
SIZES = {"sentences": 3, "words": 100}


def word_weights(rows: Sequence[Gold]) -> Real:
    """The weights of ``STANDING``: a logistic regression (Hastie et al. 2009, 4.4) on the share of an article's
    summaries that hold each of its stems."""
    values = np.concatenate([standings(g.reading.tally) for g in rows])
    wanted = np.concatenate([chosen_words(g) for g in rows])

    def loss(weights: Real) -> tuple[float, Real]:
        chance = 1 / (1 + np.exp(-values @ weights))
        safe, pull = np.clip(chance, 1e-9, 1 - 1e-9), np.r_[0, weights[1:]]
        value = -(wanted * np.log(safe) + (1 - wanted) * np.log(1 - safe)).sum()
        return float(value + pull @ weights / 2), values.T @ (chance - wanted) + pull

    return solved(loss, np.zeros(len(STANDING)))


def chosen_words(gold: Gold) -> Real:
    """For each stem of an article the share of its summaries that hold it."""
    held = [{stem for line in reference for stem in terms(line)} for reference in gold.references]
    return np.array([sum(stem in h for h in held) / len(held) for stem in gold.reading.tally.names])


def worth_of(gold: Gold, word_weights: Real) -> Real:
    """What each stem of an article is worth by these weights."""
    found: Real = 1 / (1 + np.exp(-standings(gold.reading.tally) @ word_weights))
    return found


def solved(loss: Any, start: Real) -> Real:
    """Where ``loss`` (its value and its slope) is lowest."""
    found: Real = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return found


class Stack(NamedTuple):
    """The choices of one kind, one under the other: ``starts`` is each article's first row, ``owner`` each row's
    article, ``reward`` how much better than the article's mean."""

    values: Real
    reward: Real
    starts: Any
    owner: Any
    weight: float


def stacked(choices: Sequence[Choice], scale: Real, weight: float) -> Stack:
    """``choices`` with every column brought to one ``scale``."""
    counts = [len(c.values) for c in choices]
    rewards = [c.rouge1 + PAIRS[c.size] * c.rouge2 for c in choices]
    starts = np.cumsum([0, *counts[:-1]])
    owner = np.repeat(np.arange(len(counts)), counts)
    values = np.concatenate([c.values for c in choices]) / scale
    return Stack(values, np.concatenate([r - r.mean() for r in rewards]), starts, owner, weight)


def expected(weights: Real, stack: Stack) -> tuple[float, Real]:
    """The reward that a softmax of the scores can expect, summed over the articles, and its slope."""
    scores = stack.values @ weights
    chance = np.exp(scores - np.maximum.reduceat(scores, stack.starts)[stack.owner])
    chance /= np.add.reduceat(chance, stack.starts)[stack.owner]
    means = np.add.reduceat(chance * stack.reward, stack.starts)
    slope = (chance * (stack.reward - means[stack.owner])) @ stack.values
    return stack.weight * float(means.sum()), stack.weight * slope


def sentence_weights(kinds: Mapping[tuple[str, int], Sequence[Choice]], aim: Aim) -> Weights:
    """The weights of ``NAMES`` for choices of several kinds."""
    spread = np.concatenate([c.values for kind in aim.counts for c in kinds[kind]]).std(axis=0) + 1e-9
    free = np.array([name not in aim.left for name in NAMES])
    stacks = [stacked(kinds[kind], spread, count) for kind, count in aim.counts.items()]
    start = np.array([aim.start[name] for name in NAMES]) * spread * SHARP

    def loss(weights: Real) -> tuple[float, Real]:
        parts, away = [expected(weights, stack) for stack in stacks], weights - start
        slope = np.sum([p[1] for p in parts], axis=0)
        return aim.pull * float(away @ away) - sum(p[0] for p in parts), free * (2 * aim.pull * away - slope)

    chance = np.random.default_rng(0)
    starts = [start, *(start + chance.normal(0, 1.5, len(start)) * free for _ in range(aim.starts - 1))]
    found = min((solved(loss, s) for s in starts), key=lambda weights: loss(weights)[0]) / spread / SHARP
    return dict(zip(NAMES, found.tolist(), strict=True)) | FIXED


def table(weights: Weights, kind: str) -> Weights:
    """``weights`` as ``news`` reads them: of what room costs only the two of their kind."""
    costs = {name: weights[f"{name}_of_{kind}"] for name in ("content", "length")}
    return {name: x for name, x in weights.items() if "_of_" not in name} | costs


def chosen_by(gold: Gold, weights: Mapping[str, float], worth: Real, size: int) -> tuple[int, ...]:
    """The sentences that ``news`` takes by these weights."""
    ranking = ranked(gold.reading, dict(enumerate(gold.leans)), defaultdict(bool), weights)
    limit = Room(3, 1 << 60) if size == 3 else Room(1 << 60, size)
    return tuple(sorted(chosen(ranking, valued(ranking, worth), limit)))


def reached(rows: Sequence[Gold], words: Real, weights: Mapping[str, float], size: int) -> Real:
    """ROUGE-1 and ROUGE-2 of what ``news`` takes from each article: a row for each."""
    found = np.zeros((len(rows), 2))
    for gold, row in zip(rows, found, strict=True):
        inside = np.zeros((1, len(gold.texts)))
        inside[0, list(chosen_by(gold, weights, worth_of(gold, words), size))] = 1
        row[:] = [rouge(inside, gold.texts, gold.references, n)[0] for n in (1, 2)]
    return found


def fitted(sets: Mapping[str, Sequence[Gold]]) -> tuple[Real, dict[str, Weights]]:
    """The weights of the words, and by what summaries are counted in those of the sentences."""
    words = word_weights([gold for rows in sets.values() for gold in rows])
    asked = {kind for aim in AIMS.values() for kind in aim.counts}
    kinds = {(name, size): [choice(gold, size, words) for gold in sets[name]] for name, size in sorted(asked)}
    return words, {kind: table(sentence_weights(kinds, aim), kind) for kind, aim in AIMS.items()}


def report(folder: Path) -> str:
    """What is reached on articles that the fit has not seen: five parts, each by the weights of the other four."""
    sets = read_sets(folder)
    parts: dict[tuple[str, str], list[Real]] = {(name, kind): [] for name in SETS for kind in AIMS}
    for part in range(FOLDS):
        seen = {name: [g for n, g in enumerate(rows) if n % FOLDS != part] for name, rows in sets.items()}
        words, tables = fitted(seen)
        for (name, kind), found in parts.items():
            found.append(reached(sets[name][part::FOLDS], words, tables[kind], SIZES[kind]))
    means = {key: np.concatenate(found).mean(axis=0) for key, found in parts.items()}
    return "\n".join(
        f"{name} {SIZES[kind]} {kind}: ROUGE-1 {m[0]:.2f} ROUGE-2 {m[1]:.2f}" for (name, kind), m in means.items()
    )


def read_sets(folder: Path) -> dict[str, list[Gold]]:
    """The gold of all sets."""
    return {name: gold_articles(folder / f"summaries-{name}-dev.jsonl.gz") for name in SETS}


def write(folder: Path, out: Path) -> str:
    """Fit on all sets and write both tables of numbers; their sha256.  What ``multi`` adds is kept as it stands."""
    words, tables = fitted(read_sets(folder))
    worth = dict(zip(STANDING, words.tolist(), strict=True))
    pages: dict[str, Any] = {
        "worth-weights": rounded(worth),
        "news-weights": {kind: rounded(weights) for kind, weights in tables.items()}
        | {"several": numbers("news-weights")["several"]},
    }
    found = []
    for name, content in pages.items():
        page = json.dumps(content, indent=1) + "\n"
        (out / f"{name}.json").write_text(page, encoding="utf-8")
        found.append(f"{name}: sha256 {hashlib.sha256(page.encode()).hexdigest()}")
    return "\n".join(found)


def rounded(weights: Mapping[str, float]) -> Weights:
    """Three digits behind the point."""
    return {name: round(value, 3) for name, value in weights.items()}
