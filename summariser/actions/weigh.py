"""How much of a main event an action is: what a timeline of twelve should show first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from summariser.actions.verbs import verb_class
from summariser.model import Action

SPEECH = frozenset({"say", "tell", "speech", "ask", "think", "deny"})
BY_STATUS = {"happened": 1.0, "planned": 0.75, "denied": 0.65, "hypothetical": 0.35}
BY_RULE = {
    "nominal": 0.7,
    "infinitive": 0.45,
    "reduced": 0.6,
    "reduced_by": 0.7,
    "participle": 0.7,
    "relative": 0.8,
    "subordinate": 0.85,
}
STEM = 5  # letters by which two words are held for the same ("clash", "clashed")
LONG = 4  # letters of a word that is looked at
BEGINNINGS = re.compile(rf"(\w{{{LONG},{STEM}}})\w*")
FEW = 3  # words that a headline is taken to have at least
SHORT = 12  # sentences that a story is taken to have at least


@lru_cache(maxsize=1_000)
def stems(text: str) -> frozenset[str]:
    """The first letters of the longer words of a text; an action is asked for its own more than once."""
    return frozenset(BEGINNINGS.findall(text.lower()))


def earliness(number: int, count: int) -> float:
    """How near to the beginning sentence ``number`` of ``count`` stands, at most 1."""
    return 1 / (1 + 6 * number / max(count, SHORT))


def of_headline(title: frozenset[str], said: frozenset[str]) -> float:
    """How much of the headline is said."""
    return len(title & said) / max(FEW, len(title))


def weigh(text: str, actions: Sequence[Action], sentence: Sequence[int], headline: str, count: int) -> list[float]:
    """A weight from 0 to 1 for each action; ``sentence`` is its sentence's number of ``count``."""
    share = Counter(-1 if a.actor is None else a.actor for a in actions)
    most = max((n for actor, n in share.items() if actor >= 0), default=1)
    title, seen, found = stems(headline), set[tuple[int | None, str]](), []
    for action, number in zip(actions, sentence, strict=True):
        said = stems(text[action.start : action.end]) if title else title
        key = (action.actor, action.verb.split()[-1].lower()[:4] if action.verb else "")
        repeated = key in seen
        seen.add(key)
        early, told = earliness(number, count), of_headline(title, said)
        main = 0.4 * early + 0.17 * min(1.0, share[-1 if action.actor is None else action.actor] / most) + 0.2 * told
        main += 0.25 if action.when and action.when.stated else 0.0
        found.append(round(main * factor(action) * (0.6 if repeated else 1.0), 4))
    return found


def factor(action: Action) -> float:
    """What takes away from an action: speech, doubt, no known actor, being only claimed."""
    parts = action.verb.split()
    kinds = {verb_class(part) for part in parts[-2:]}
    speech = 0.6 if kinds & SPEECH else 1.0
    claimed = 0.7 if action.claimed_by is not None else 1.0
    nobody = 1.0 if action.actor is not None else 0.4
    return speech * claimed * nobody * BY_STATUS[action.status] * BY_RULE.get(action.rule, 1.0) * action.confidence
