"""What a list of events is the poorer for: clauses that break off, what only goes on, what is only quoted.

Beside the weight, which says how much of the main event an action is: this says how well it reads on its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.actions.sequence import TIED_LINKS, link_word, part_in_scene
from summariser.actions.verbs import verb_class
from summariser.actions.weigh import SPEECH
from summariser.model import Action, Word

BY_RULE = {"contact": 0.2, "reduced": 0.2, "reduced_by": 0.2, "infinitive": 0.2, "participle": 0.3, "complement": 0.6}
UNDATED = {"nominal": 0.3, "relative": 0.6}  # what is only mentioned, with no day of its own beside it
QUOTED = 0.35  # inside quotation marks: opinion more often than event
NOBODY = 0.6  # no actor and nothing done to anybody: figures, weather, arguments
LOOSE = {"by_report": 0.5}  # days that are less sure than others
UNREAL = {"hypothetical": 0.3}
ASKED = frozenset({"what", "whom", "whose", "how", "why", "whatever"})  # before a clause: it is part of a noun
PRESENT = frozenset({"VBZ", "VBP"})
BE = frozenset({"is", "are", "was", "were", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
WISHES = frozenset({"need", "needs", "needed", "want", "wants", "wanted", "hope", "hopes", "hoped"})
BARE = frozenset({"coordinated", "participle", "reduced", "complement"})
FIGURES = re.compile(r"(?:[\w-]+ )?(?:percent|per cent)\b|\$?\d[\d.,]*(?:%| [mb]illion)", re.IGNORECASE)  # of a subject
DO = frozenset({"do", "does"})
HABITS = frozenset(
    ["often", "always", "usually", "sometimes", "occasionally", "generally", "typically", "regularly", "routinely"]
    + ["frequently", "rarely", "seldom", "traditionally", "historically", "repeatedly", "constantly"]
)  # what was so again and again is no event of one day
STANDS = frozenset({"continue", "continues", "continued", "tend", "tended", "remain", "remains", "remained", "used"})
LINKS = frozenset(
    ["and", "but", "or", "who", "which", "that", "when", "after", "before", "as", "while", "where", "because", "if"]
    + ["although", "though", "since", "until", "whose", "whom", "so", "to", "what", "how", "why", "whether", "once"]
)


def shapes(
    text: str,
    actions: Sequence[Action],
    sentence: Sequence[int],
    words: Sequence[Sequence[Word]],
    quoted: frozenset[int],
) -> list[float]:
    """A factor for each action, mostly at most 1; ``quoted`` are the actions inside quotation marks."""
    now = frozenset(w.start for line in words for w in line if w.tag in PRESENT)
    gone: set[int | None] = set()
    found = []
    for k, (action, number) in enumerate(zip(actions, sentence, strict=True)):
        leaves = part_in_scene(action) == 1
        again = leaves and action.actor in gone  # who walked out has left the room
        gone |= {action.actor} if leaves else set()
        shape = (0.35 if number > 0 and goes_on(action, now, text) else 1.0) * (0.6 if again else 1.0)
        shape *= (1.25 if meets(text, actions, k) else 1.0) * (QUOTED if k in quoted else 1.0)
        found.append(round(shape * whole(text, action) * event_like(text, action), 4))
    return found


def meets(text: str, actions: Sequence[Action], k: int) -> bool:
    """True for a deed told with another's ("walked out as Ms Bell took the podium"): two of the story meet there."""
    action, near = actions[k], actions[k + 1] if k + 1 < len(actions) else None
    if near is None or near.rule != "subordinate" or not (action.start < near.start < action.end):
        return False
    deed = action.rule in ("main", "resumed", "coordinated") and verb_class(action.verb.split()[-1]) not in SPEECH
    others = deed and near.actor is not None and action.actor is not None and near.actor != action.actor
    return others and link_word(text, near) in TIED_LINKS | {"before", "after"}


def event_like(text: str, action: Action) -> float:
    """Less than 1 for what is only mentioned, supposed or usual, and for what nobody did."""
    stated = action.when is not None and action.when.stated
    told = BY_RULE.get(action.rule, 1.0) * (1.0 if stated else UNDATED.get(action.rule, 1.0))
    nobody = action.actor is None and not BE.intersection(action.verb.lower().split())
    nobody = nobody or FIGURES.match(text, action.start) is not None  # "Ten percent of voters have ..."
    told *= 0.2 if action.rule == "main" and link_word(text, action) in ASKED else 1.0
    told *= LOOSE.get(action.when.rule, 1.0) if action.when is not None else 1.0
    usual = not HABITS.isdisjoint(text[action.start : action.end].lower().split())
    return told * UNREAL.get(action.status, 1.0) * (NOBODY if nobody else 1.0) * (0.35 if usual else 1.0)


def goes_on(action: Action, now: frozenset[int], text: str) -> bool:
    """True for what is so and goes on ("makes the bars", "are waiting"): no event; "says" is one."""
    parts = action.verb.lower().split()
    if not parts or verb_class(parts[-1]) in SPEECH:
        return False
    if not WISHES.isdisjoint(parts) or parts[0] in DO or parts[0] in STANDS:
        return True
    if len(parts) == 2 and parts[0] in IS and action.status == "happened" and not parts[1].endswith("ing"):
        return True  # "is convinced", "are organised"
    if len(parts) > 1 and parts[-1].endswith("ing"):
        return parts[0] in BE or "been" in parts
    span = action.actor_span
    after = span.end if span is not None and action.start <= span.end < action.end else action.start
    return len(parts) == 1 and text.find(action.verb, after, action.end) in now


def whole(text: str, action: Action) -> float:
    """Less than 1 for a clause that breaks off, and for a verb with nothing beside it ("began", "colliding")."""
    rest = text[action.end : action.end + 40].split(maxsplit=1)[:1]
    opened = bool(rest) and text[action.end : action.end + 1] == " " and rest[0][0].isalnum()
    broken = opened and rest[0].lower().strip(",.;:") not in LINKS and not rest[0].lower().endswith("ing")
    alone = action.object is None and action.place is None and action.rule in BARE
    bare = alone and text[action.start : action.end].count(" ") < 2
    return (0.25 if broken else 1.0) * (0.5 if bare else 1.0)
