"""What an article tells twice, listed once: a headline's event that the story tells, a clause that stands there again,
a participle ("accusing the West of ...") that a main clause near by says in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from summariser.actions.verbs import verb_class
from summariser.model import Action
from summariser.short import short

ABOVE = frozenset({"headline", "standfirst", "subhead"})  # lines that say beforehand what the body tells
LOOK = 12  # deeds of one actor and verb looked at, from the top and on either side: cost grows with the text
NEAR = 3  # sentences between a participle and the clause that says the same in full
STEM = 4  # letters by which two forms of a verb are held for one
SAYS = frozenset({"say", "tell"})  # who speaks twice says two things
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})


class Told(NamedTuple):
    """An action and where it stands: the role of its block, the number of its sentence."""

    action: Action
    role: str
    sentence: int


as_told = short(Told)


def once(text: str, actions: Sequence[Action], roles: Sequence[str], sentence: Sequence[int]) -> list[int]:
    """The indices of the actions that are told here for the first time, or in full."""
    told = list(map(as_told, zip(actions, roles, sentence, strict=True)))
    alike: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for k, action in enumerate(actions):
        alike[action.actor, stem(action)].append(k)
    gone: set[int] = set()
    for group in alike.values():
        for at, k in enumerate(group if len(group) > 1 else ()):
            rivals = {*group[:LOOK], *group[max(0, at - LOOK) : at + LOOK + 1]} - gone - {k}
            if any(repeats(text, told[k], told[other]) for other in sorted(rivals)):
                gone.add(k)
    owned = {k for k, action in enumerate(actions) if action.rule == "nominal" and is_object(text, actions, k)}
    return [k for k in range(len(actions)) if k not in gone | owned]


def is_object(text: str, actions: Sequence[Action], k: int) -> bool:
    """True for "her last meeting" in "she attended her last meeting": one deed."""
    mine = actions[k]
    if text[mine.start :].split(" ", 1)[0].lower() not in DETERMINERS:
        return False
    near = (actions[n] for n in range(max(0, k - 4), min(len(actions), k + 5)) if n != k)
    return any(a.actor == mine.actor and a.start < mine.start and mine.end <= a.end for a in near)


def stem(action: Action) -> str:
    """The first letters of the action's last verb."""
    return action.verb.rpartition(" ")[2].lower()[:STEM]


def repeats(text: str, one: Told, other: Told) -> bool:
    """True when ``one`` says nothing that ``other`` does not say better."""
    mine, full = one.action, other.action
    if mine.status != full.status or verb_class(mine.verb.rpartition(" ")[2]) in SAYS:
        return False
    if one.role in ABOVE and other.role == "body":
        return beginning(mine) in (beginning(full), "") or beginning(full) == ""
    if one.role != other.role:
        return False
    if mine.start > full.start and words(text, mine) == words(text, full):
        return True
    near = 0 < other.sentence - one.sentence <= NEAR
    return mine.rule == "participle" and full.rule == "main" and near and beginning(mine) == beginning(full) != ""


def words(text: str, action: Action) -> list[str]:
    return text[action.start : action.end].split()


def beginning(action: Action) -> str:
    """The first word of the object that is no determiner."""
    found = (word for word in (action.object or "").lower().split() if word not in DETERMINERS)
    return next(found, "").strip("“\"'‘,")
