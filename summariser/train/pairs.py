"""Fits the numbers that tell when two sentences say the same: ``python -m summariser.train pairs``.

The gold is our own (``data/gold/pairs``); pairs set aside are never looked at.  The thresholds are those that do best
on scores made without the pair they judge: each pair is left out once.  The same gold gives the same numbers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from summariser.compare.actors import share_actors
from summariser.compare.claims import candidates
from summariser.compare.likeness import FEATURES
from summariser.compare.partners import partners
from summariser.compare.quotes import share_quotes
from summariser.compare.told import told
from summariser.train.pairs_gold import LabelledPair, labelled_pairs

WORTH = {"same": 1.0, "similar": 0.4}  # what a label asks the score to be
STRENGTH = 0.7  # of the pull of every weight towards nought
PRECISION = 0.91  # wanted of "same" where the pair was left out


class Rows(NamedTuple):
    """The sentence pairs of one pair of reports: features, what the label asks for, and which sentences."""

    values: Any
    wanted: Any
    places: list[tuple[int, int]]


def rows(pair: LabelledPair) -> Rows:
    """Every pair of sentences that ``compare`` would look at."""
    articles = tuple(r.article for r in pair.reports)
    actors = share_actors(articles)
    told_by = told(articles, actors, share_quotes(articles, actors))
    found, places = candidates(told_by, actors), []
    for i, j, _ in found:
        numbered = [
            pair.reports[n].number(articles[n].sentences[k].start) for n, k in (told_by[i].place, told_by[j].place)
        ]
        places.append((numbered[0], numbered[1]))
    wanted = [WORTH.get(pair.claims.get(p, ""), 0.0) for p in places]
    return Rows(np.array([v for _, _, v in found]).reshape(-1, len(FEATURES)), np.array(wanted), places)


def solve(sets: Sequence[Rows]) -> Any:
    """The weights of a logistic regression with a pull towards nought (Hastie et al. 2009, 4.4)."""
    values, wanted = np.concatenate([s.values for s in sets]), np.concatenate([s.wanted for s in sets])

    def loss(weights: Any) -> tuple[float, Any]:
        chance = 1 / (1 + np.exp(-values @ weights))
        safe = np.clip(chance, 1e-9, 1 - 1e-9)
        value = -(wanted * np.log(safe) + (1 - wanted) * np.log(1 - safe)).sum()
        pull = STRENGTH * np.r_[0, weights[1:]]
        return float(value + pull @ weights / 2), values.T @ (chance - wanted) + pull

    return minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x


def left_out(sets: Sequence[Rows]) -> list[tuple[float, float]]:
    """(score, what was wanted) of the best partners of every set, by weights fitted without it."""
    found = []
    for k, one in enumerate(sets):
        weights = solve([*sets[:k], *sets[k + 1 :]])
        scores = 1 / (1 + np.exp(-one.values @ weights))
        home = [0] * 1000 + [1] * 1000
        kept = {
            (a, b - 1000)
            for _, a, b in partners(
                home, [(float(s), a, b + 1000) for s, (a, b) in zip(scores, one.places, strict=True)]
            )
        }
        found += [(float(s), float(w)) for s, w, p in zip(scores, one.wanted, one.places, strict=True) if p in kept]
    return sorted(found, reverse=True)


def thresholds(found: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The lowest score for "same" that keeps the wanted precision, and the one for "similar" with the best F1."""
    same, best, similar = 1.0, 0.0, 1.0
    right = joined = 0
    there = sum(1 for _, wanted in found if wanted)
    for n, (score, wanted) in enumerate(found, 1):
        right, joined = right + (wanted == 1), joined + (wanted > 0)
        same = score if right / n >= PRECISION else same
        f1 = 2 * joined / (n + there)
        best, similar = (f1, score) if f1 > best else (best, similar)
    return same, min(similar, same)


def write(out: Path) -> str:
    """Fit on the pairs that are not set aside and write the numbers; their sha256."""
    sets = [rows(pair) for pair in labelled_pairs() if not pair.aside]
    same, similar = thresholds(left_out(sets))
    weights = {name: round(float(w), 3) for name, w in zip(FEATURES, solve(sets), strict=True)}
    page = json.dumps({"same": round(same, 3), "similar": round(similar, 3), "weights": weights}, indent=1) + "\n"
    (out / "pair-weights.json").write_text(page, encoding="utf-8")
    return hashlib.sha256(page.encode()).hexdigest()
