"""The options of a stretch weighed against each other: a maximum-entropy choice over word-free features.

Berger, Della Pietra, Della Pietra (1996), "A maximum entropy approach to natural language processing": the chance of
an option is exp(sum of its weights) over the same sum for all options of the stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from summariser.quotes.options import Option

SPEECHLESS = 0.5  # how likely "nobody" must be to win


def chances(options: Sequence[Option]) -> list[float]:
    """How likely each option is; they sum to 1."""
    sums = [option.score for option in options]
    top = max(sums)
    raised = [exp(s - top) for s in sums]
    total = sum(raised)
    return [r / total for r in raised]


def choose(options: Sequence[Option]) -> tuple[Option, float]:
    """The likeliest speaker and how likely: the chances of options for one phrase are added up."""
    shares: dict[tuple[int, int | None], float] = {}  # by line and first word
    best: dict[tuple[int, int | None], tuple[bool, float, int]] = {}
    for number, (option, chance) in enumerate(zip(options, chances(options), strict=True)):
        key = option.line, option.phrase and option.phrase.start
        told = option.cue is not None and chance > 0.05, chance, -number  # a cue explains more than none
        if key not in shares:
            shares[key], best[key] = chance, told
        else:
            shares[key], best[key] = shares[key] + chance, max(best[key], told)
    likeliest = max(shares, key=lambda k: shares[k])
    if likeliest[1] is None and shares[likeliest] < SPEECHLESS and len(shares) > 1:
        likeliest = max((k for k in shares if k[1] is not None), key=lambda k: shares[k])
    return options[-best[likeliest][2]], shares[likeliest]
