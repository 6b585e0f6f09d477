"""The options of a stretch weighed against each other: a maximum-entropy choice over word-free features.

Berger, Della Pietra, Della Pietra (1996), "A maximum entropy approach to natural language processing": the chance of
an option is exp(sum of its weights) over the same sum for all options of the stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import summariser.lexicon as lexicon
from summariser.quotes.options import Option


def weights() -> dict[str, float]:
    """Feature -> weight, as fitted by ``summariser.train quotes``."""
    table: dict[str, float] = lexicon.numbers("quote-weights")["speaker"]
    return table


def chances(options: Sequence[Option], table: dict[str, float]) -> list[float]:
    """How likely each option is; they sum to 1."""
    sums = [sum(table.get(f, 0.0) for f in option.features) for option in options]
    top = max(sums)
    raised = [exp(s - top) for s in sums]
    total = sum(raised)
    return [r / total for r in raised]


def choose(options: Sequence[Option], table: dict[str, float]) -> tuple[Option, float]:
    """The likeliest speaker and how likely: the chances of options for one phrase are added up."""
    shares: dict[tuple[int, object], float] = {}
    best: dict[tuple[int, object], tuple[float, int]] = {}
    for number, (option, chance) in enumerate(zip(options, chances(options, table), strict=True)):
        key = (option.line, option.phrase)
        shares[key] = shares.get(key, 0.0) + chance
        best[key] = max(best.get(key, (0.0, 0)), (chance, -number))
    likeliest = max(shares, key=lambda k: shares[k])
    return options[-best[likeliest][1]], shares[likeliest]
