"""How much of a main event an action is: what a timeline of twelve should show first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summariser.actions.sequence import TIED_LINKS, link_word, part_in_scene
from summariser.actions.verbs import verb_class
from summariser.model import Action, Word

WORD = re.compile(r"\w+")
SPEECH = frozenset({"say", "tell", "speech", "ask", "think", "deny"})
BY_STATUS = {"happened": 1.0, "planned": 0.75, "denied": 0.65, "hypothetical": 0.35}
BY_RULE = {
    "nominal": 0.7,
    "infinitive": 0.45,
    "reduced": 0.6,
    "reduced_by": 0.7,
    "participle": 0.7,
    "relative": 0.8,
    "contact": 0.45,
    "complement": 0.9,
    "subordinate": 0.85,
}
PRESENT = frozenset({"VBZ", "VBP"})
BE = frozenset({"is", "are", "was", "were", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
WISHES = frozenset({"need", "needs", "needed", "want", "wants", "wanted", "hope", "hopes", "hoped"})
LINKS = frozenset(
    ["and", "but", "or", "who", "which", "that", "when", "after", "before", "as", "while", "where", "because", "if"]
    + ["although", "though", "since", "until", "whose", "whom", "so", "to", "what", "how", "why", "whether", "once"]
)
SHORT = 4  # letters by which two words are held for the same ("clash", "clashed")


def stems(text: str) -> frozenset[str]:
    """The first letters of the longer words of a text."""
    return frozenset(w.lower()[:5] for w in WORD.findall(text) if len(w) > SHORT - 1)


def weigh(
    text: str,
    actions: Sequence[Action],
    sentence: Sequence[int],
    headline: str,
    words: Sequence[Sequence[Word]],
    quoted: frozenset[int],
) -> list[float]:
    """A weight from 0 to 1 for each action; ``sentence`` is its sentence's number among those of ``words``, ``quoted``
    are the actions inside quotation marks."""
    count, now = len(words), frozenset(w.start for line in words for w in line if w.tag in PRESENT)
    share = Counter(-1 if a.actor is None else a.actor for a in actions)
    most = max((n for actor, n in share.items() if actor >= 0), default=1)
    title, seen, found = stems(headline), set[tuple[int | None, str]](), []
    for k, (action, number) in enumerate(zip(actions, sentence, strict=True)):
        said = stems(text[action.start : action.end])
        verb = action.verb.split()[-1].lower()[:4] if action.verb else ""
        key = (action.actor, "out" if part_in_scene(action) == 1 else verb)  # who walked out has left the room
        repeated = key in seen
        seen.add(key)
        early = 1 / (1 + 6 * number / max(count, 12))
        told = len(title & said) / max(3, len(title)) if title else 0.0
        main = 0.4 * early + 0.17 * min(1.0, share[-1 if action.actor is None else action.actor] / most) + 0.2 * told
        main += 0.25 if action.when and action.when.stated else 0.0
        idle = goes_on(action, now, text) and number > 0
        shape = (0.35 if idle else 1.0) * whole(text, action) * (0.6 if repeated else 1.0)
        shape *= (1.25 if meets(text, actions, k) else 1.0) * (0.65 if k in quoted else 1.0)
        found.append(round(main * factor(action) * shape, 4))
    return found


def meets(text: str, actions: Sequence[Action], k: int) -> bool:
    """True for a deed told with another's ("walked out as Ms Bell took the podium"): two of the story meet there."""
    action, near = actions[k], actions[k + 1] if k + 1 < len(actions) else None
    if near is None or near.rule != "subordinate" or not (action.start < near.start < action.end):
        return False
    deed = action.rule in ("main", "resumed", "coordinated") and verb_class(action.verb.split()[-1]) not in SPEECH
    others = deed and near.actor is not None and action.actor is not None and near.actor != action.actor
    return others and link_word(text, near) in TIED_LINKS | {"before", "after"}


def goes_on(action: Action, now: frozenset[int], text: str) -> bool:
    """True for what is so and goes on ("makes the bars", "are waiting"): no event; "says" is one."""
    parts = action.verb.lower().split()
    if not parts or verb_class(parts[-1]) in SPEECH:
        return False
    if not WISHES.isdisjoint(parts):
        return True
    if len(parts) > 1 and parts[-1].endswith("ing"):
        return parts[0] in BE
    span = action.actor_span
    after = span.end if span is not None and action.start <= span.end < action.end else action.start
    return len(parts) == 1 and text.find(action.verb, after, action.end) in now


def whole(text: str, action: Action) -> float:
    """Less than 1 for a clause that breaks off, and for a verb with nothing beside it ("began", "colliding")."""
    rest = text[action.end : action.end + 40].split(maxsplit=1)[:1]
    opened = bool(rest) and text[action.end : action.end + 1] == " " and rest[0][0].isalnum()
    broken = opened and rest[0].lower().strip(",.;:") not in LINKS and not rest[0].lower().endswith("ing")
    alone = action.object is None and action.place is None and action.rule in ("coordinated", "participle", "reduced")
    bare = alone and text[action.start : action.end].count(" ") < 2
    return (0.5 if broken else 1.0) * (0.5 if bare else 1.0)


def factor(action: Action) -> float:
    """What takes away from an action: speech, doubt, no known actor, being only claimed."""
    parts = action.verb.split()
    kinds = {verb_class(part) for part in parts[-2:]}
    speech = 0.6 if kinds & SPEECH else 1.0
    claimed = 0.7 if action.claimed_by is not None else 1.0
    nobody = 1.0 if action.actor is not None else 0.4
    return speech * claimed * nobody * BY_STATUS[action.status] * BY_RULE.get(action.rule, 1.0) * action.confidence
