"""The order of the actions: by date, and within a day by what the text says of before, after and as."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from summariser.actions.verbs import verb_class
from summariser.model import Action

SPEAKS = frozenset({"say", "tell", "speech", "deny", "ask"})
LATER = "9999"
AHEAD = frozenset({"planned", "hypothetical"})
NEXT = frozenset({"then", "later", "afterwards", "subsequently"})
EARLIER_LINKS = frozenset({"after", "once", "since"})  # "after B": B came first
TIED_LINKS = frozenset({"as", "while", "whilst", "when", "whereas", "where"})
TOOK = frozenset({"took", "take", "takes", "taking", "taken"})
STAGE = ("podium", "stage", "floor", "stand", "oath", "office", "seat", "lectern", "pulpit")
LEFT_BEHIND = re.compile(r"\bfrom\s[^,;.:]+,?\s+where\s*\Z")  # "from Oslo, where she had opened a fair"
SPEAKING = 2  # a part in a scene that neither begins nor ends it
Pairs = list[tuple[int, int]]
ROUNDS = 5  # how often a chain of before and after is followed; bounds what a contradiction can do


def date_key(action: Action, news: str | None) -> tuple[str, int]:
    """Sorts the actions by time; without a date the past stands before the day of the ``news``, plans after all."""
    if action.when and action.when.value:
        return stretch_key(action.when.value, (news or "")[:10], action.status in AHEAD)
    if action.status in AHEAD:
        return LATER, 1
    return (news or LATER)[:10], -1


def stretch_key(value: str, day: str, ahead: bool) -> tuple[str, int]:
    """A bare year or month stands in its middle; of the one that holds the ``day`` of the news, what is to come stands
    behind that day ("next week") and what is past before it ("earlier this year")."""
    middle = value + {4: "-07", 7: "-15"}.get(len(value), "")
    if len(value) < 10 and day.startswith(value):
        return (day, 1) if ahead else min((middle, 0), (day, -1))
    return middle, 0


def part_in_scene(action: Action) -> int:
    """-1 for what begins an actor's part (to arrive, to take the floor), 1 for what ends it (to leave), else 0."""
    parts = action.verb.lower().split()
    kinds = [verb_class(part) for part in parts[-2:]]
    if "open" in kinds or (not TOOK.isdisjoint(parts) and any(s in (action.object or "") for s in STAGE)):
        return -1
    walked_out = parts[-1:] in (["out"], ["off"], ["away"]) and parts[-2:-1] in (["walked"], ["stormed"], ["walks"])
    return 1 if "close" in kinds or walked_out else 0


def link_word(text: str, action: Action) -> str:
    """The word before the clause, which may tie it to its neighbour: "before", "after", "as" ..."""
    before = text[max(0, action.start - 14) : action.start].rsplit(maxsplit=1)
    return before[-1].lower().strip("“\"'‘,") if before else ""


def neighbour(actions: Sequence[Action], sentence: Sequence[int], k: int) -> int | None:
    """The action that a clause opened by "before" or "after" is tied to: the one before it, else the one after."""
    number = sentence[k]
    for near in (k - 1, k - 2, k - 3, k + 1, k + 2):
        if (
            0 <= near < len(actions)
            and sentence[near] == number
            and actions[near].rule not in ("nominal", "reduced", "subordinate")
        ):
            return near
    return None


def linked(
    text: str, actions: Sequence[Action], sentence: Sequence[int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The pairs (first, second) that the text puts in order, and the pairs that it puts side by side."""
    ordered: Pairs = []
    tied: Pairs = []
    for k, action in enumerate(actions):
        word, near = link_word(text, action), neighbour(actions, sentence, k)
        if near is None:
            continue
        behind = word == "where" and LEFT_BEHIND.search(text, max(0, action.start - 60), action.start)
        if word == "before":
            ordered.append((near, k))
        elif word in EARLIER_LINKS or behind:
            ordered.append((k, near))
        elif word in TIED_LINKS:
            tied.append((near, k))
        elif action.rule == "coordinated" and near < k:
            ordered.append((near, k))
        elif action.claimed_by is not None and action.actor not in (None, action.claimed_by):
            continue  # what somebody says of another may be long past
        elif (
            same_speech(actions[near], action)
            or action.rule == "participle"
            or action.claimed_by is not None
            or holds(actions[near], action)
        ):
            tied.append((near, k))
    tied += speeches(actions)
    ordered += [
        (k - 1, k)
        for k in range(1, len(actions))
        if not NEXT.isdisjoint(text[actions[k].start : actions[k].end].split(maxsplit=6)[:6])
    ]
    return ordered, tied


def speeches(actions: Sequence[Action]) -> Pairs:
    """Who goes on speaking, and nobody else between, does so then: "..., Ms Bell said."."""
    spoken = [k for k, a in enumerate(actions) if a.claimed_by is None and speaks(a)]
    pairs = zip(spoken, spoken[1:], strict=False)
    return [(a, b) for a, b in pairs if actions[a].actor == actions[b].actor is not None]


def speaks(action: Action) -> bool:
    """True for "said" and the like: the telling is of today, whatever is told."""
    return verb_class(action.verb.rpartition(" ")[2]) in SPEAKS


def same_speech(one: Action, other: Action) -> bool:
    """ "Ms Bell, who spoke after the vote, blamed the banks": what is said there is said then."""
    return speaks(one) and one.rule == "relative" and other.rule == "resumed" and one.actor == other.actor


def holds(outer: Action, inner: Action) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def level(
    text: str,
    actions: Sequence[Action],
    sentence: Sequence[int],
    keys: Sequence[tuple[str, int]],
    parts: Sequence[int],
) -> list[int]:
    """How late within its day each action comes: the longest chain of others before it."""
    ordered, tied = linked(text, actions, sentence)
    ordered = [(a, b) for a, b in ordered if keys[a] == keys[b]]
    tied = [(a, b) for a, b in tied if keys[a] == keys[b]]
    parts = [SPEAKING if part == 0 and speaks(a) else part for a, part in zip(actions, parts, strict=True)]
    levels = [0] * len(actions)
    for _ in range(ROUNDS):
        before = levels.copy()
        for a, b in ordered:
            if levels[b] <= levels[a]:
                levels[b] = levels[a] + 1
        for a, b in tied:
            if levels[a] != levels[b]:
                levels[a] = levels[b] = max(levels[a], levels[b])
        act_in_turn(actions, keys, parts, levels)
        if levels == before:
            break
    return levels


def act_in_turn(
    actions: Sequence[Action], keys: Sequence[tuple[str, int]], parts: Sequence[int], levels: list[int]
) -> None:
    """Whoever takes the floor does so before speaking there, and leaves after it."""
    begins: dict[object, int] = {}
    ends: dict[object, int] = defaultdict(int)
    if 1 not in parts and -1 not in parts:
        return
    for k, action in enumerate(actions):
        if action.actor is not None and parts[k] == -1:
            begins[keys[k], action.actor] = max(levels[k], begins.get((keys[k], action.actor), 0))
    for k, action in enumerate(actions):
        mine = (keys[k], action.actor)
        if parts[k] != -1 and mine in begins:
            levels[k] = max(levels[k], begins[mine] + 1)
        if parts[k] == SPEAKING:
            ends[mine] = max(ends[mine], levels[k] + 1)
    for k, action in enumerate(actions):
        if parts[k] == 1 and action.actor is not None:
            levels[k] = max(levels[k], ends[keys[k], action.actor])


def put_in_order(
    text: str, actions: Sequence[Action], sentence: Sequence[int], news: str | None, parts: Sequence[int]
) -> list[int]:
    """The reading order of time, from 1; ties share a number; ``news`` is the day of the story, or of publication,
    ``parts`` are those in a scene."""
    keys = [date_key(a, news) for a in actions]
    levels = level(text, actions, sentence, keys, parts)
    places = sorted({(key, at) for key, at in zip(keys, levels, strict=True)})
    number = {place: k + 1 for k, place in enumerate(places)}
    return [number[key, at] for key, at in zip(keys, levels, strict=True)]
