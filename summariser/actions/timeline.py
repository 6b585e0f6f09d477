"""When each action took place and in which order.

When: the date in the clause, else the one of the clause it hangs on, else that of the sentence before while the scene
lasts, else the day of publication for past-tense clauses; what is not stated is marked inferred.  Order: by date,
within a day by what the text says of before and after (``sequence``).  Background gets no day by guessing (``aside``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from summariser.actions.aside import asides, is_recent, speaks
from summariser.actions.retold import once
from summariser.actions.sequence import TIED_LINKS, link_word, put_in_order
from summariser.actions.verbs import verb_class
from summariser.actions.weigh import weigh
from summariser.actions.when import better_names, iso
from summariser.model import Action, Block, Date, Quote, Sentence, Status, When, Word

OPENING = 8  # sentences in which the news gets its day
BESIDE = frozenset(
    {"relative", "reduced", "reduced_by"}
)  # clauses whose date is theirs alone: "who has lived there since 2009,"
CARRIES = frozenset({"main", "coordinated", "inverted", "resumed", "passive_by"})  # clauses that set a scene
FOLLOWS = frozenset({"coordinated", "participle", "subordinate", "resumed"})
UNTIMED = frozenset({"nominal", "reduced", "reduced_by"})  # mentioned in passing: no day can be guessed
LASTS = 3  # sentences that a scene goes on without a new date
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "can", "should", "to"})
NOW = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
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
    if first and first[0] in NOW:
        return "past" if "to have " in action.verb else "now"  # "is thought to have fallen"
    if first in (["had"], ["'d"], ["’d"]):
        return "pluperfect"
    return "perfect" if first and first[0] in PERFECT else "past"


def inferred(when: When | None) -> When | None:
    return When(when.value, False, when.date) if when and when.value else None


# ------------------------------------------------------------------ rules for the date, first answer wins
def by_governing(state: State, k: int) -> When | None:
    """The date of the clause that this one is part of or goes on from."""
    action = state.actions[k]
    if state.tense[k] in ("pluperfect", "future", "now") or action.rule == "nominal":
        return None
    for other in state.stated.get(state.sentence[k], ()):
        near = state.actions[other]
        holds = near.start <= action.start and action.end <= near.end
        onward = action.rule in ("coordinated", "resumed")  # "having sold the mill in May, and praised the bank"
        aside = near.rule in BESIDE or (onward and near.rule == "participle")
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
    """ "Seven people were killed when a tram derailed on Wednesday": what happened when the other did."""
    action = state.actions[k]
    if state.tense[k] != "past" or action.rule not in CARRIES:
        return None
    for other in state.stated.get(state.sentence[k], ()):
        near = state.actions[other]
        if near.rule == "subordinate" and near.start > action.start and near.start in state.moments:
            return inferred(near.when)
    return None


def by_scene(state: State, k: int) -> When | None:
    """The last day stated in the sentences just before, for the past tense that carries its scene on; a day long past
    holds only for the sentence that follows at once."""
    if state.tense[k] != "past" or state.actions[k].rule == "nominal":
        return None
    at = state.sentence[k]
    for number in range(at - 1, max(-1, at - 1 - LASTS), -1):
        for other in reversed(state.stated.get(number, ())):
            near = state.actions[other]
            if near.when and near.rule in CARRIES and near.status == "happened":
                sequel = number == at - 1 and (
                    near.actor == state.actions[k].actor or state.block[number] == state.block[at]
                )
                lasts = is_recent(near.when.value, state.published) or sequel
                return inferred(near.when) if lasts else None
    return None


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
    """The day of publication, for what is told in the past tense with no other day in sight; the perfect and "is
    facing" are of that day at the head of the article, and "has said" everywhere."""
    action, now = state.actions[k], state.tense[k]
    fresh = state.sentence[k] < LASTS
    told = now == "past" or (now == "perfect" and (fresh or speaks(action))) or (now == "now" and fresh)
    if not state.published or not told or action.rule in UNTIMED:
        return None
    return When(state.published[:10], False, state.today)


def by_same_event(state: State, k: int) -> When | None:
    """ "the invasion" again: the date it had when it was named first."""
    action = state.actions[k]
    if action.rule != "nominal":
        return None
    for other in state.events.get((action.actor, action.verb.split()[-1]), ()):
        return inferred(state.actions[other].when)
    return None


SURE: tuple[Callable[[State, int], When | None], ...] = (by_same_event, by_governing, by_moment)
RULES = (
    *SURE,
    by_scene,
    by_opening,
    by_publication,
)


def first_day(actions: Sequence[Action], sentence: Sequence[int], published: str | None) -> int | None:
    """The action with the first recent day stated in the opening sentences."""
    for k, (action, number) in enumerate(zip(actions, sentence, strict=True)):
        if number <= OPENING and action.when and action.when.stated and is_recent(action.when.value, published):
            return k
    return None


def date_them(
    text: str,
    actions: Sequence[Action],
    sentence: Sequence[int],
    block: Sequence[int],
    headlines: frozenset[int],
    dates: Sequence[Date],
    published: str | None,
    aside: frozenset[int] = frozenset(),
) -> list[Action]:
    """The actions with ``when`` filled where a rule answers; those ``aside`` take no day from scene or publication."""
    stated: dict[int, list[int]] = {}
    events: dict[tuple[int | None, str], list[int]] = {}
    for k, action in enumerate(actions):
        if action.when and action.when.value:
            stated.setdefault(sentence[k], []).append(k)
            if action.rule == "nominal":
                events.setdefault((action.actor, action.verb.split()[-1]), []).append(k)
    today = next((k for k, d in enumerate(dates) if published and iso(d.value) == published[:10]), None)
    opening = first_day(actions, sentence, published)
    dated = [actions[k] for found in stated.values() for k in found]
    moments = frozenset(a.start for a in dated if link_word(text, a) in TIED_LINKS)
    state = State(
        actions, sentence, block, stated, events, published, headlines, today, moments, opening, [*map(tense, actions)]
    )
    better = better_names(text, dates)
    done: list[Action] = []
    for k, action in enumerate(actions):
        when = action.when
        if when is None and k not in aside:
            when = with_main(done, sentence, k, action)
        if when is None:
            rules = SURE if k in aside else RULES
            when = next((answer for rule in rules if (answer := rule(state, k))), None)
            if when and when.date in better:
                when = when._replace(date=better[when.date])
        done.append(action._replace(when=when, status=with_date(action, when, published)))
    return done


def with_main(done: Sequence[Action], sentence: Sequence[int], k: int, action: Action) -> When | None:
    """ "has flown after lifting off from Hull": a participle behind its main clause goes with that."""
    if action.rule != "participle":
        return None
    for at in range(k - 1, max(-1, k - 4), -1):
        if sentence[at] == sentence[k] and done[at].rule in CARRIES:
            return inferred(done[at].when)
    return None


def with_date(action: Action, when: When | None, published: str | None) -> Status:
    """The status; a present tense with a date to come is planned."""
    ahead = when and when.stated and when.value and published and when.value > published[: len(when.value)]
    past = action.verb.lower().split()[:1] in (["was"], ["were"], ["had"]) or action.verb.lower().endswith("ed")
    return "planned" if ahead and action.status == "happened" and not past else action.status


def order_actions(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    actions: tuple[Action, ...],
    dates: tuple[Date, ...],
    quotes: tuple[Quote, ...],
    published: str | None,
) -> tuple[Action, ...]:
    """``actions`` in reading order, each told once, with ``when``, ``order`` and ``weight`` filled."""
    if not actions:
        return ()
    starts = [s.start for s in sentences]
    sentence = [bisect_right(starts, a.start) - 1 for a in actions]
    block = [s.block for s in sentences]
    kept = once(text, actions, [blocks[block[number]].role for number in sentence], sentence)
    actions, sentence = tuple(actions[k] for k in kept), [sentence[k] for k in kept]
    headlines = frozenset(k for k, number in enumerate(block) if blocks[number].role == "headline")
    said = [(p.start, p.end) for q in quotes if q.kind != "indirect" for p in q.parts]
    aside = asides(text, actions, dates, sentence, said, published)
    dated = date_them(text, actions, sentence, block, headlines, dates, published, aside)
    headline = " ".join(text[b.start : b.end] for b in blocks if b.role == "headline")
    weights = weigh(text, dated, sentence, headline, len(sentences))
    orders = put_in_order(text, dated, sentence, published)
    return tuple(a._replace(weight=w, order=o) for a, w, o in zip(dated, weights, orders, strict=True))
