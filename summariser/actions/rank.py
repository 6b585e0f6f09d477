"""Which action is the main event: what a timeline of twelve should show first.

The clues hold no words: where the clause stands, whether place and day are told, how often the story comes back to it.
Their weights (``en/action-weights.json``) were fitted so that a softmax over the actions of an article comes near to
what people kept of it in a headline, in highlights and in a timeline (ListNet, Cao et al. 2007).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from math import exp, log
from typing import NamedTuple

from summariser.actions.filled import filler
from summariser.actions.weigh import FEW, STEM, earliness, of_headline, stems
from summariser.lexicon import numbers
from summariser.lexicon import words as listed
from summariser.model import Action, Block, Sentence

LEAD = 2  # sentences that tell the news
FORM = 0.7  # how much the weight of an action counts beside its clues: set by hand, for what reads as no event
LEAST = 0.001  # weight
with_main = filler("main")


class Clues(NamedTuple):
    """What speaks for or against one action, each about 0 to 1."""

    early: float  # how near to the beginning
    place: float  # where it took place is told
    spread: float  # how often its words come again in other sentences
    lead: float  # how much of it the first two sentences have told
    stated: float  # its day is stated
    headline: float  # how much of the headline it tells


def rank_actions(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], actions: tuple[Action, ...]
) -> tuple[Action, ...]:
    """``actions`` with ``main`` filled: how near each comes to the main event, which has 1."""
    table = numbers("action-weights")
    weights = [table[name] for name in Clues._fields]
    body = [s for s in sentences if blocks[s.block].role == "body"]
    headline = " ".join(text[b.start : b.end] for b in blocks if b.role == "headline")
    scores = [sum([w * x for w, x in zip(weights, row, strict=True)]) for row in look(text, body, actions, headline)]
    scores = [score + form(action) for score, action in zip(scores, actions, strict=True)]
    top = max(scores, default=0.0)
    return tuple(with_main(a, round(exp(score - top), 4)) for a, score in zip(actions, scores, strict=True))


def form(action: Action) -> float:
    """What ``weight`` adds: a clause that reads as no event is no main one."""
    return FORM * log(max(LEAST, action.weight))


def look(text: str, sentences: Sequence[Sentence], actions: Sequence[Action], headline: str) -> list[Clues]:
    """The clues of each action."""
    begins = [s.start for s in sentences]
    told = [topics(text[s.start : s.end]) for s in sentences]
    spread = {stem: log(count) for stem, count in Counter(chain.from_iterable(told)).items()}
    lead, title = frozenset[str]().union(*told[:LEAD]), topics(headline)
    found = []
    for action in actions:
        number = max(0, bisect_right(begins, action.start) - 1)
        said = topics(text[action.start : action.end])
        size = max(FEW, len(said))
        found.append(
            Clues(
                early=earliness(number, len(begins)),
                place=float(action.place is not None),
                spread=sum([spread.get(stem, 0.0) for stem in said]) / size,
                lead=len(said & lead) / size,
                stated=float(action.when is not None and action.when.stated),
                headline=of_headline(title, said),
            )
        )
    return found


def topics(text: str) -> frozenset[str]:
    """The stems of a text that are no small words."""
    return stems(text) - small()


@cache
def small() -> frozenset[str]:
    """The first letters of words that carry no topic."""
    return frozenset(word[:STEM] for word in listed("stop-words"))
