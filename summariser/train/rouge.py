"""ROUGE-1 and ROUGE-2 (Lin 2004) of many summaries of one article at once, as arrays.

Words are cut and stemmed as the ``rouge-score`` package does.  A summary is a set of sentences; pairs of words across
two of them are not counted, which changes a score by less than one in a thousand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from summariser.summary.tally import Real

OTHER = re.compile(r"[^a-z0-9]+")


@cache
def stemmer() -> Any:
    """Porter's, as in ``rouge-score``; nltk is slow to import, so only training does."""
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()


@cache
def stemmed(word: str) -> str:
    """A word as ROUGE counts it: short ones stay."""
    return str(stemmer().stem(word)) if len(word) > 3 else word


def grams(sentences: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """The words (1) or pairs of words (2) of some sentences."""
    found: list[tuple[str, ...]] = []
    for sentence in sentences:
        words = [stemmed(w) for w in OTHER.sub(" ", sentence.lower()).split()]
        found += zip(*(words[n:] for n in range(length)), strict=False)
    return found


def rouge(inside: Real, sentences: Sequence[str], references: Sequence[Sequence[str]], length: int) -> Real:
    """F1 in per cent, mean over the references, of each summary: ``inside[k, i]`` is 1 where summary k holds
    sentence i.  ``length`` 1 counts words, 2 pairs of words."""
    split = [Counter(grams([s], length)) for s in sentences]
    sizes = inside @ np.array([c.total() for c in split], np.float64)
    total = np.zeros(len(inside))
    for reference in references:
        wanted = Counter(grams(reference, length))
        there = np.array([[c[g] for g in wanted] for c in split], np.float64).reshape(len(split), len(wanted))
        shared = np.minimum(inside @ there, np.array(list(wanted.values()), np.float64)).sum(axis=1)
        total += 200 * shared / np.maximum(1, sizes + wanted.total())
    return total / max(1, len(references))
