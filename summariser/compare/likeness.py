"""How likely two sentences tell the same: a page of weights over features that hold no word of any text.

The weights and the two thresholds are fitted on the labelled pairs of ``data/gold/pairs`` (``python -m summariser.train
pairs``).
"""

from __future__ import annotations

from math import exp, log1p
from typing import NamedTuple

from summariser.compare.figures import Figure, agree
from summariser.compare.told import Told
from summariser.lexicon import numbers

FEATURES = (
    "bias", "cosine", "held", "mutual", "common", "ratio", "actors", "strangers", "figures", "clash", "quote",
    "unquoted", "day", "other_day", "apart", "leads", "beside", "rival", "kin", "cast",
)  # fmt: skip


class Round(NamedTuple):
    """What stands round a pair of sentences: how alike their neighbours are (``beside``), the best cosine that either
    has with another sentence of the other's article (``rival``), how alike the two articles are (``kin``) and how many
    people and bodies both name (``cast``)."""

    beside: float
    rival: float
    kin: float
    cast: int


def features(a: Told, b: Told, cosine: float, around: Round) -> tuple[float, ...]:
    """The values of ``FEATURES``."""
    common = a.topic & b.topic
    shares = (held(a, common), held(b, common))
    both, shared = a.actors and b.actors, len(a.actors & b.actors)
    counts, others = ([f for f in t.figures if f.unit != ("age",)] for t in (a, b))
    counted = counts and others
    equal = counted and any(x.value == y.value or agree_on_unit(x, y) for x in counts for y in others)
    one_day = a.days & b.days
    return (
        1.0,
        cosine,
        max(shares),
        min(shares),
        log1p(len(common)),
        min(len(a.bag), len(b.bag)) / max(len(a.bag), len(b.bag), 1),
        shared / min(len(a.actors), len(b.actors)) if both else 0.0,
        float(bool(a.told_of and b.told_of) and not shared),
        float(bool(equal)),
        float(bool(counted) and not equal),
        min(a.said, b.said) if a.quotes & b.quotes else 0.0,
        abs(a.said - b.said),
        float(bool(one_day)),
        float(bool(a.days and b.days) and not one_day),
        abs(a.depth - b.depth),
        float(a.place[1] < 2 and b.place[1] < 2),
        around.beside,
        around.rival,
        around.kin,
        log1p(around.cast),
    )


def held(told: Told, common: frozenset[str]) -> float:
    """How much of what a sentence says, names apart, the ``common`` words carry."""
    return sum(told.bag[w] ** 2 for w in common) / (sum(told.bag[w] ** 2 for w in told.topic) or 1.0)


def agree_on_unit(x: Figure, y: Figure) -> bool:
    """True for figures of the same things that can both be right."""
    return bool(set(x.unit) & set(y.unit)) and agree(x, y)


def likeness(values: tuple[float, ...]) -> float:
    """The chance (0 to 1) that two sentences with these features tell the same."""
    weights = numbers("pair-weights")["weights"]
    return 1 / (1 + exp(-sum(weights[name] * x for name, x in zip(FEATURES, values, strict=True))))
