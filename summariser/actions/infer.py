"""On which day an action took place, where its clause states none: ordered rules, first answer wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from summariser.actions.aside import is_recent
from summariser.actions.sequence import speaks
from summariser.actions.verbs import IS, verb_class
from summariser.model import Action, When

OPENING = 8  # sentences in which the news gets its day
BESIDE = frozenset(
    {"relative", "reduced", "reduced_by"}
)  # clauses whose date is theirs alone: "who has lived there since 2009,"
CARRIES = frozenset({"main", "coordinated", "inverted", "resumed", "passive_by"})  # clauses that set a scene
FOLLOWS = frozenset({"coordinated", "participle", "subordinate", "resumed"})
UNTIMED = frozenset({"nominal", "reduced", "reduced_by"})  # mentioned in passing: no day can be guessed
NEWS = 4  # days before publication: over a long weekend
LASTS = 3  # sentences that a scene goes on without a new date
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "can", "should", "to"})
OWN = frozenset({"was", "were", "did"})  # a verb's own past
PAST = OWN | {"didn't", "didn’t", "had"}
CLOSE = 8  # characters that " while " and ", when " have room in
PERFECT = frozenset({"has", "have", "'ve", "’ve"})


class State(NamedTuple):
    """What a rule for the date of one action may look at."""

    actions: Sequence[Action]
    sentence: Sequence[int]
    block: Sequence[int]  # sentence -> its paragraph
    stated: dict[int, list[int]]  # sentence -> its actions with a stated date
    events: dict[tuple[int | None, str], list[int]]  # (actor, noun) -> its dated nominal events
    published: str | None
    headlines: frozenset[int]  # the sentences of the headline
    today: int | None  # the first date in the text that is the day of publication
    moments: frozenset[int]  # where dated clauses after "when", "as" and "while" begin
    sequels: frozenset[int]  # where dated clauses after "after" begin
    then: frozenset[int]  # the actions told of with "at the time"
    earlier: frozenset[int]  # the actions told of in an "after" clause
    opening: int | None  # the action with the first day that the article states near its publication
    tense: Sequence[str]


def tense(action: Action) -> str:
    """future, pluperfect, perfect, past, now ("is facing") or (in a relative clause) present, from the words of the
    verb group."""
    first = action.verb.lower().split()[:1]
    if action.status in ("planned", "hypothetical") or (first and first[0] in FUTURE):
        return "future"
    if action.rule == "relative" and len(action.verb.split()) == 1 and action.verb.endswith("s"):
        return "present"  # "who runs the shelter"
    if first and first[0] in IS:
        return "past" if "to have " in action.verb else "now"  # "is thought to have fallen"
    if first in (["had"], ["'d"], ["’d"]):
        return "pluperfect"
    return "perfect" if first and first[0] in PERFECT else "past"


def tenses(actions: Sequence[Action], sentence: Sequence[int]) -> list[str]:
    """The tense of each action; "has sold the mill and bought a bank": the second verb goes by the first's "has"."""
    found: list[str] = []
    for k, action in enumerate(actions):
        now = tense(action)
        if now == "past" and action.rule == "coordinated" and action.verb.lower().split(" ")[0] not in OWN:
            now = next((t for t in led_by(actions, sentence, found, k) if t in ("perfect", "pluperfect")), now)
        found.append(now)
    return found


def led_by(actions: Sequence[Action], sentence: Sequence[int], found: Sequence[str], k: int) -> list[str]:
    """The tense of the clause before, of the same sentence and actor."""
    near = [n for n in range(max(0, k - 3), k) if sentence[n] == sentence[k] and actions[n].actor == actions[k].actor]
    return [found[n] for n in near if actions[n].rule in CARRIES][-1:]


def inferred(when: When | None) -> When | None:
    return When(when.value, False, when.date) if when and when.value else None


# ------------------------------------------------------------------ rules for the date, first answer wins
def by_governing(state: State, k: int) -> When | None:
    """The date of the clause that this one is part of or goes on from."""
    action = state.actions[k]
    if state.tense[k] in ("pluperfect", "future", "now") or action.rule == "nominal":
        return None
    if state.tense[k] == "perfect" and action.rule == "relative":
        return None  # "which has backed her"
    for other in state.stated.get(state.sentence[k], ()):
        near = state.actions[other]
        holds = near.start <= action.start and action.end <= near.end
        if state.tense[k] == "perfect" and action.rule == "coordinated" and state.tense[other] == "past":
            continue  # "bought the mill in 2012 and has rebuilt it"
        onward = action.rule in ("coordinated", "resumed")  # "having sold the mill in May, and praised the bank"
        aside = near.rule in BESIDE or (onward and near.rule == "participle")
        aside = aside or (
            action.rule == "resumed" and near.rule == "subordinate"
        )  # "in charge since it fell in May, said"
        follows = near.start <= action.start and action.rule in FOLLOWS and not aside
        leads = action.rule == "participle" and action.start < near.start
        part = near.start > action.start and near.end <= action.end and near.rule == "subordinate"
        told = (
            state.tense[k] == "perfect"
            and action.end < near.start
            and verb_class(near.verb.split()[-1]) in ("say", "tell")
        )
        if near.rule != "nominal" and (told or holds or follows or leads) and not part:
            return inferred(near.when)
    return None


def by_moment(state: State, k: int) -> When | None:
    """ "Seven people were killed when a tram derailed on Wednesday": what happened when the other did; at the head of
    the article the news of "have been killed after a tram derailed" too."""
    action = state.actions[k]
    fresh = state.sentence[k] < LASTS
    if not (state.tense[k] == "past" or (fresh and state.tense[k] == "perfect")) or action.rule not in CARRIES:
        return None
    for other in state.stated.get(state.sentence[k], ()):
        near = state.actions[other]
        behind = near.rule == "subordinate" and action.start < near.start <= action.end + CLOSE
        recent = near.when is not None and is_recent(near.when.value, state.published)
        if behind and (near.start in state.moments or (fresh and recent and near.start in state.sequels)):
            return inferred(near.when)
    return None


def by_that_time(state: State, k: int) -> When | None:
    """ "They said at the time": the day told of last, here or in the sentence before."""
    if k not in state.then:
        return None
    for number in (state.sentence[k], state.sentence[k] - 1):
        told = [n for n in state.stated.get(number, ()) if n < k]
        if told:
            return inferred(state.actions[told[-1]].when)
    return None


def by_scene(state: State, k: int) -> When | None:
    """The last day stated in the sentences just before, for the past tense that carries its scene on, in the same
    paragraph or by the same actor; a day long past holds only for the sentence that follows at once."""
    if state.tense[k] != "past" or state.actions[k].rule in ("nominal", "subordinate"):
        return None
    at = state.sentence[k]
    if any(state.actions[n].rule not in ("nominal", *BESIDE) for n in state.stated.get(at, ())):
        return None  # its sentence has a day, which is another clause's
    for number in range(at - 1, max(-1, at - 1 - LASTS), -1):
        for other in reversed(state.stated.get(number, ())):
            near = state.actions[other]
            told = near.when and near.rule in CARRIES and near.status == "happened" and state.tense[other] != "now"
            if told and near.when and not within_other(state, other):
                same = near.actor == state.actions[k].actor or state.block[number] == state.block[at]
                open_still = bool(
                    state.published
                    and near.when.value
                    and covers_more(near.when.value, state.published)
                    and speaks(state.actions[k])
                )
                near_by = number == at - 1 or is_recent(near.when.value, state.published)
                lasts = same and near_by and not open_still
                return inferred(near.when) if lasts else None
    return None


def within_other(state: State, k: int) -> bool:
    """True for a clause inside another of its sentence: "with a man [who was shot by thieves in 2012]"."""
    mine, others = state.actions[k], state.stated.get(state.sentence[k], ())
    return any(state.actions[n].start < mine.start and mine.end <= state.actions[n].end for n in others)


def covers_more(value: str, published: str) -> bool:
    """True for a month or year that publication lies in: "early this year" is no day for what is said of it."""
    return len(value) < len(published[:10]) and published.startswith(value)


def by_opening(state: State, k: int) -> When | None:
    """Before the first stated day: the news that the article opens with is of that day.  The perfect ("has agreed")
    and the headline take it only from the same actor."""
    action, at = state.actions[k], state.sentence[k]
    now = state.tense[k]
    if now not in ("past", "perfect") or action.rule == "nominal" or at > OPENING or (now == "perfect" and at >= LASTS):
        return None
    first = state.opening
    strict = now == "perfect" or at in state.headlines
    if first is None or (strict and state.actions[first].actor != action.actor):
        return None
    return inferred(state.actions[first].when)


def by_publication(state: State, k: int) -> When | None:
    """The day of publication, for what is told in the past tense with no other day in sight, and at the head of the
    article for the perfect and "is facing" too."""
    fresh = state.sentence[k] < LASTS
    if state.opening is None and not fresh:
        return None  # an article that names no day of its news: what it tells further down may be of any time
    told = state.tense[k] == "past" or (state.tense[k] in ("perfect", "now") and fresh)
    return today(state, k) if told else None


def by_report(state: State, k: int) -> When | None:
    """The day of publication for "has said", and for what people say in an article that names no day of its news."""
    return today(state, k) if state.tense[k] in ("past", "perfect") and speaks(state.actions[k]) else None


def today(state: State, k: int) -> When | None:
    """The day of publication, where it is known and the action more than mentioned."""
    if not state.published or state.actions[k].rule in UNTIMED:
        return None
    return When(state.published[:10], False, state.today)


def by_lead(state: State, k: int) -> When | None:
    """The day that the first sentences state, for what is told in the past tense further down: the news is of that
    day, also where the paper came out the day after."""
    first, at = state.opening, state.sentence[k]
    if first is None or state.sentence[first] >= LASTS or at in state.headlines or speaks(state.actions[k]):
        return None
    plain = state.tense[k] == "past" and state.actions[k].rule not in UNTIMED
    return inferred(state.actions[first].when) if plain else None


def by_same_event(state: State, k: int) -> When | None:
    """ "the invasion" again: the date it had when it was named first."""
    action = state.actions[k]
    if action.rule != "nominal":
        return None
    for other in state.events.get((action.actor, action.verb.split()[-1]), ()):
        return inferred(state.actions[other].when)
    return None


Rule = Callable[[State, int], When | None]
SURE: tuple[Rule, ...] = (by_same_event, by_that_time, by_governing, by_moment)
RULES: tuple[Rule, ...] = (*SURE, by_scene, by_opening, by_lead, by_publication, by_report)


def first_day(actions: Sequence[Action], sentence: Sequence[int], published: str | None) -> int | None:
    """The action with the first recent day stated in the opening sentences; what is only said of somebody ("who was
    ill on Monday") comes after the rest."""
    recent = [
        k
        for k, (action, number) in enumerate(zip(actions, sentence, strict=True))
        if number <= OPENING
        and action.when
        and action.when.stated
        and action.status != "planned"
        and is_recent(action.when.value, published, NEWS)
    ]
    first = next((k for k in recent if actions[k].rule != "relative"), recent[0] if recent else None)
    if first is not None and speaks(actions[first]):  # "Thieves who struck on Sunday took gold, police said on Monday"
        told = [k for k in recent if sentence[k] == sentence[first] and not speaks(actions[k])]
        return min([first, *told])
    return first
