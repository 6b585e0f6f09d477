"""What each content word of an article is worth to a summary: the chance that a person's short summary holds it.

A word is known by where it stands and how often, never by what it is: a logistic regression over ten numbers
(``en/worth-weights.json``, made by ``python -m summariser.train summary``).  A set of sentences is then worth the words
it holds, each once, less the room it takes; choosing it sentence by sentence is the greedy way to cover weighted words
(after Gillick and Favre 2009, "A Scalable Global Model for Summarization").
"""

from __future__ import annotations

from itertools import repeat
from operator import lt

import numpy as np

from summariser.lexicon import numbers
from summariser.summary.tally import Real, Tally, side_by_side

FADES = 5  # sentences after which a place counts only a third
STANDING = ("bias", "spread", "share", "relative", "once", "opens", "early", "near", "digit", "length", "size")


def standings(found: Tally) -> Real:
    """How every stem of an article stands in it: a row of the numbers ``STANDING`` for each; no word of it."""
    held, first = found.held.astype(np.float64), found.places[found.starts]
    columns = [
        1.0,
        np.log(held),
        held / max(1, found.sentences),
        held / np.maximum.reduce(held, initial=1),
        held == 1,
        first == 0,
        np.exp(-first / FADES),
        found.over(np.exp(-found.places / FADES)),
        np.fromiter(map(lt, found.names, repeat(":")), np.bool_, len(held)),  # of their first letters, digits alone
        np.fromiter(map(len, found.names), np.float64, len(held)) / 10,
        np.log(max(1, found.sentences)),
    ]
    return side_by_side(columns, len(held))


def worths(found: Tally) -> Real:
    """For each stem the chance, 0 to 1, that a person's summary of two or three sentences holds it."""
    weights = numbers("worth-weights")
    worth: Real = 1 / (1 + np.exp(-standings(found) @ np.array([weights[name] for name in STANDING])))
    return worth
