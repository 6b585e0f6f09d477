"""Fits the numbers of the summary to summaries that people wrote: ``python -m summariser.train summary``.

First what a word is worth (``worth``): a logistic regression on whether a content word of the article stands in the
summary.  Then what speaks for a sentence (``features``) and what room costs: of the sets of sentences that fit three
sentences or 100 words, a softmax of their scores chooses one, and the weights are those for which the ROUGE-1 and
ROUGE-2 that it can expect are highest, pulled towards ``START``.  That is smooth, so that the same rows give the same
numbers again.  No word of any text is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from summariser.lexicon import numbers
from summariser.summary.news import Ranking, chosen, spoken_for, valued
from summariser.summary.select import Room
from summariser.summary.tally import Real
from summariser.summary.terms import terms
from summariser.summary.worth import STANDING, standings
from summariser.train.rouge import rouge
from summariser.train.summary_sets import NAMES, START, Choice, Gold, choice, gold_articles

SETS = ("cnndm", "writer")
PULL = 0.2  # of every weight towards its place in START
FIXED = {"headline": 10.0, "fragment": -3.0}  # by hand: the gold has no headlines, and ROUGE likes pieces of sentences
SHARP = 8.0  # how surely the softmax takes the highest score
PAIRS = {3: 2.0, 100: 0.0}  # what ROUGE-2 counts beside ROUGE-1, by the size of the summary
COUNT = {("cnndm", 3): 1.0, ("cnndm", 100): 2.5, ("writer", 3): 2.5, ("writer", 100): 2.0}  # of an article, in the fit
STEPS = (-0.04, -0.02, 0.0, 0.02, 0.04)  # round the fitted prices of room
FOLDS = 5
OF_SEVERAL = ("others", "support", "set_price")  # weights of ``multi``, set by hand


def word_weights(rows: Sequence[Gold]) -> Real:
    """The weights of ``STANDING``: a logistic regression (Hastie et al. 2009, 4.4) on the share of an article's
    summaries that hold each of its stems."""
    values = np.concatenate([standings(g.reading.tally) for g in rows])
    wanted = np.concatenate([chosen_words(g) for g in rows])

    def loss(weights: Real) -> tuple[float, Real]:
        chance = 1 / (1 + np.exp(-values @ weights))
        safe, pull = np.clip(chance, 1e-9, 1 - 1e-9), 3.0 * np.r_[0, weights[1:]]
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


def sentence_weights(kinds: Mapping[tuple[str, int], Sequence[Choice]]) -> dict[str, float]:
    """The weights of ``NAMES`` for choices of several kinds."""
    spread = np.concatenate([c.values for choices in kinds.values() for c in choices]).std(axis=0) + 1e-9
    stacks = [stacked(choices, spread, COUNT[kind]) for kind, choices in kinds.items()]
    start = np.array([START[name] for name in NAMES]) * spread * SHARP

    def loss(weights: Real) -> tuple[float, Real]:
        parts, away = [expected(weights, stack) for stack in stacks], weights - start
        slope = np.sum([p[1] for p in parts], axis=0)
        return PULL * float(away @ away) - sum(p[0] for p in parts), 2 * PULL * away - slope

    found = solved(loss, start) / spread / SHARP
    return dict(zip(NAMES, found.tolist(), strict=True))


def chosen_by(gold: Gold, weights: Mapping[str, float], worth: Real, size: int) -> tuple[int, ...]:
    """The sentences that ``news`` takes by these weights."""
    ranking = Ranking(spoken_for(gold.reading, gold.leans, weights), gold.reading, gold.leans)
    scores, added = valued(ranking, worth, weights, counted=size != 3)
    limit = Room(3, 1 << 60) if size == 3 else Room(1 << 60, size)
    return tuple(sorted(chosen(ranking, scores, added, limit)))


class Trial:
    """What ``news`` reaches on some sets by different weights; every summary is scored once."""

    def __init__(self, sets: Mapping[str, Sequence[Gold]], word_weights: Real) -> None:
        self.sets = sets
        self.worth = {name: [worth_of(gold, word_weights) for gold in rows] for name, rows in sets.items()}
        self.known: dict[tuple[str, int, tuple[int, ...]], tuple[float, float]] = {}

    def scored(self, name: str, number: int, taken: tuple[int, ...]) -> tuple[float, float]:
        """ROUGE-1 and ROUGE-2 of one summary."""
        key = (name, number, taken)
        if key not in self.known:
            gold = self.sets[name][number]
            inside = np.zeros((1, len(gold.texts)))
            inside[0, list(taken)] = 1
            one, two = (float(rouge(inside, gold.texts, gold.references, n)[0]) for n in (1, 2))
            self.known[key] = one, two
        return self.known[key]

    def reached(self, weights: Mapping[str, float], size: int) -> dict[str, tuple[float, float]]:
        """The mean ROUGE-1 and ROUGE-2 on each set."""
        found = {}
        for name, rows in self.sets.items():
            taken = [chosen_by(g, weights, w, size) for g, w in zip(rows, self.worth[name], strict=True)]
            scores = np.array([self.scored(name, n, t) for n, t in enumerate(taken)])
            found[name] = (float(scores[:, 0].mean()), float(scores[:, 1].mean()))
        return found


def priced(trial: Trial, weights: dict[str, float]) -> dict[str, float]:
    """``weights`` with the prices of room with which choosing one by one, as ``news`` does, reaches most: the best of
    all sets asks for others."""
    for size, kind in ((100, "words"), (3, "sentences")):
        content, length = f"content_of_{kind}", f"length_of_{kind}"
        around = [weights | {content: weights[content] + c, length: weights[length] + n} for c in STEPS for n in STEPS]
        weights = max(around, key=lambda w: worthwhile(trial.reached(w, size), size))
    return weights


def worthwhile(reached: Mapping[str, tuple[float, float]], size: int) -> float:
    """One number for what is reached on all sets; the smaller set counts less."""
    sizes = {"cnndm": 1.0, "writer": 0.3}
    return sum(sizes[name] * (one + (1.3 * two if size == 3 else 0.0)) for name, (one, two) in reached.items())


def fitted(sets: Mapping[str, Sequence[Gold]]) -> tuple[Real, dict[str, float]]:
    """The weights of the words, and those of the sentences."""
    words = word_weights([gold for rows in sets.values() for gold in rows])
    kinds = {(name, size): [choice(gold, size, words) for gold in sets[name]] for name, size in COUNT}
    return words, priced(Trial(sets, words), sentence_weights(kinds)) | FIXED


def report(folder: Path) -> str:
    """What is reached on articles that the fit has not seen: five parts, each by the weights of the other four."""
    sets = read_sets(folder)
    parts: dict[tuple[str, int], list[tuple[float, float]]] = {kind: [] for kind in COUNT}
    for part in range(FOLDS):
        seen = {name: [g for n, g in enumerate(rows) if n % FOLDS != part] for name, rows in sets.items()}
        aside = {name: rows[part::FOLDS] for name, rows in sets.items()}
        words, weights = fitted(seen)
        for name, size in COUNT:
            trial = Trial({name: aside[name]}, words)
            parts[name, size] += [trial.reached(weights, size)[name]] * len(aside[name])
    means = {kind: np.mean(rows, axis=0) for kind, rows in parts.items()}
    return "\n".join(f"{name} {size}: ROUGE-1 {m[0]:.2f} ROUGE-2 {m[1]:.2f}" for (name, size), m in means.items())


def read_sets(folder: Path) -> dict[str, list[Gold]]:
    """The gold of all sets."""
    return {name: gold_articles(folder / f"summaries-{name}-dev.jsonl.gz") for name in SETS}


def write(folder: Path, out: Path) -> str:
    """Fit on all sets and write both tables of numbers; their sha256.  What ``multi`` adds is kept as it stands."""
    words, weights = fitted(read_sets(folder))
    kept = {name: numbers("news-weights")[name] for name in OF_SEVERAL}
    tables = {
        "worth-weights": dict(zip(STANDING, words.tolist(), strict=True)),
        "news-weights": weights | kept,
    }
    found = []
    for name, table in tables.items():
        page = json.dumps({key: round(value, 3) for key, value in table.items()}, indent=1) + "\n"
        (out / f"{name}.json").write_text(page, encoding="utf-8")
        found.append(f"{name}: sha256 {hashlib.sha256(page.encode()).hexdigest()}")
    return "\n".join(found)
