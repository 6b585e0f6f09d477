"""When each action took place and in which order.

When: the date in the clause, else the one of the clause it hangs on, else that of the sentence before while the scene
lasts, else the day of publication for past-tense clauses; what is not stated is marked inferred.  Order: by date,
within a day by what the text says of before and after (``sequence``).  Background gets no day by guessing (``aside``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date as Day
from datetime import timedelta

from summariser.actions.aside import asides, looks, own_end, spots, within
from summariser.actions.filled import filler
from summariser.actions.infer import (
    CARRIES,
    PERFECT,
    RULES,
    SURE,
    Rule,
    State,
    first_day,
    inferred,
    tense,
    tenses,
)
from summariser.actions.mistagged import is_past
from summariser.actions.others import PUT_OFF
from summariser.actions.retold import once
from summariser.actions.sequence import TIED_LINKS, link_word, part_in_scene, put_in_order
from summariser.actions.shape import shapes
from summariser.actions.sure import CONFIDENCE, FAR, FAR_OFF, certainty
from summariser.actions.weigh import weigh
from summariser.actions.when import better_names, iso, names_day
from summariser.model import Action, Block, Date, Quote, Sentence, Status, When, Word

GONE = frozenset({"past", "perfect", "pluperfect"})  # tenses of what no day to come is guessed for
STATED = When(None, True, None)
at_time, placed = filler("when", "status"), filler("weight", "shape", "order")
SINCE = re.compile(r"\b(?:since|from|between|to|until|through|after)\b")
ATTACKS = re.compile(r"Sept(?:\.|ember)? 11")
LATER = re.compile(
    r"(?:later (?:this|in the)|next|the coming) (?:week|month|year|summer|autumn|fall|winter|spring)", re.I
)
THEN = looks((r"at the time\b(?! of)", r"at that time\b", r"then(?=[.,])"))


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
    actions = [done_in_time(text, dates, this_week(dates, action, published), published) for action in actions]
    state = state_of(text, actions, sentence, block, headlines, dates, published)
    better, begins = better_names(text, dates), [d.start for d in dates]
    done: list[Action] = []
    for k, action in enumerate(actions):
        when = action.when
        if when is None:
            leader = None if k in aside else with_main(done, sentence, k, action)
            when = leader or guessed(state, k, SURE if k in aside else RULES)
            if when and when.date in better:
                when = when._replace(date=better[when.date])
        if when and not when.stated and names_another(text, dates, begins, action, when, published):
            when = when._replace(confidence=FAR_OFF)
        if sentence[k] >= FAR and by_hour(text, dates, when, published):
            when = when and when._replace(stated=False, rule="by_hour", confidence=FAR_OFF)
        status = with_date(action, when, published)
        same = when is action.when and status == action.status
        done.append(action if same else at_time(action, when, status))
    return done


def state_of(
    text: str,
    actions: Sequence[Action],
    sentence: Sequence[int],
    block: Sequence[int],
    headlines: frozenset[int],
    dates: Sequence[Date],
    published: str | None,
) -> State:
    """What the rules look at: the days that the text states, the words that tie clauses to them, the tenses."""
    stated, events = stated_days(actions, sentence)
    today = next((k for k, d in enumerate(dates) if published and iso(d.value) == published[:10]), None)
    opening = first_day(actions, sentence, published)
    dated = [actions[k] for found in stated.values() for k in found]
    linked = [(a.start, link_word(text, a)) for a in dated]
    moments = frozenset(start for start, word in linked if word in TIED_LINKS - {"where"})
    sequels = frozenset(start for start, word in linked if word == "after")
    earlier = frozenset(k for k, a in enumerate(actions) if a.rule == "subordinate" and link_word(text, a) == "after")
    at_times = spots(text, THEN)
    spans = enumerate(actions) if at_times else ()
    then = frozenset(k for k, a in spans if any(a.start <= at < own_end(actions, k) for at in at_times))
    told = tenses(actions, sentence)
    return State(
        actions,
        sentence,
        block,
        stated,
        events,
        published,
        headlines,
        today,
        moments,
        sequels,
        then,
        earlier,
        opening,
        told,
    )


def stated_days(
    actions: Sequence[Action], sentence: Sequence[int]
) -> tuple[dict[int, list[int]], dict[tuple[int | None, str], list[int]]]:
    """Sentence -> its actions whose day the text states; actor and noun -> those of them told as an event."""
    stated: dict[int, list[int]] = {}
    events: dict[tuple[int | None, str], list[int]] = {}
    for k, action in enumerate(actions):
        if action.when and action.when.value:
            stated.setdefault(sentence[k], []).append(k)
            if action.rule == "nominal":
                events.setdefault((action.actor, action.verb.split()[-1]), []).append(k)
    return stated, events


def names_another(
    text: str, dates: Sequence[Date], begins: Sequence[int], action: Action, when: When, published: str | None
) -> bool:
    """ "The win on Tuesday night sealed it": a clause that names a day gone by is not told with another."""
    own = dates[bisect_left(begins, action.start) : bisect_left(begins, action.end)]
    named = [d for d in own if d.type == "DATE" or (d.type == "TIME" and names_day(text[d.start : d.end]))]
    days = [day for d in named if (day := iso(d.value)) and (not published or day <= published[: len(day)])]
    return any(when.value and not when.value.startswith(day) for day in days)


def by_hour(text: str, dates: Sequence[Date], when: When | None, published: str | None) -> bool:
    """True for an hour that names no day ("at 10.03pm"): it need not be one of the day of publication."""
    if when is None or not when.stated or when.date is None or when.value != (published or "")[:10]:
        return False
    date = dates[when.date]
    return date.type == "TIME" and not names_day(text[date.start : date.end])


def guessed(state: State, k: int, rules: Sequence[Rule]) -> When | None:
    """The first answer of the rules, with the rule's name and how often it has been right."""
    for rule in rules:
        answer = rule(state, k)
        if answer and not (to_come(answer, state.published) and state.tense[k] in GONE):
            return When(*answer[:3], rule.__name__, certainty(state, k, rule.__name__, answer))
    return None


def with_main(done: Sequence[Action], sentence: Sequence[int], k: int, action: Action) -> When | None:
    """ "has flown after lifting off from Hull": a participle behind its main clause goes with that."""
    if action.rule != "participle":
        return None
    for at in range(k - 1, max(-1, k - 4), -1):
        if sentence[at] == sentence[k] and done[at].rule in CARRIES:
            when = inferred(done[at].when)
            sure = CONFIDENCE["with_main"] * (done[at].when or STATED).confidence
            return when and when._replace(rule="with_main", confidence=round(sure, 2))
    return None


def to_come(when: When, published: str | None) -> bool:
    """True for a day after publication."""
    return bool(published and when.value and when.value > published[: len(when.value)])


def lies_ahead(when: When | None, published: str | None) -> bool:
    """True for a day that the text states and that is still to come."""
    return when is not None and when.stated and to_come(when, published)


def done_in_time(text: str, dates: Sequence[Date], action: Action, published: str | None) -> Action:
    """The action without a day still to come, where its verb tells what has been done: the day is another phrase's."""
    if action.when is None:
        return action
    if long_past(text, dates, action, published) or after_hours(dates, action, published):
        return action._replace(when=None)
    ahead = lies_ahead(action.when, published) or later_on(text, dates, action.when)
    if not ahead or not is_done(action):
        return action
    put_off = not PUT_OFF.isdisjoint(action.verb.lower().split())  # "postponed the vote to next month"
    return action if put_off else action._replace(when=None)


def this_week(dates: Sequence[Date], action: Action, published: str | None) -> Action:
    """The action with the month that most of the week so far lies in: "earlier this week", said on 1 September, is
    August."""
    when = action.when
    if when is None or when.date is None or not published or action.status == "planned":
        return action
    try:
        today = Day.fromisoformat(published[:10])
    except ValueError:
        return action
    year, week, day = today.isocalendar()
    if not dates[when.date].value.startswith(f"{year}-W{week:02}") or len(when.value or "") != len("2026-01"):
        return action
    return action._replace(when=when._replace(value=(today - timedelta(days=day // 2)).isoformat()[:7]))


def long_past(text: str, dates: Sequence[Date], action: Action, published: str | None) -> bool:
    """ "Has moved on from what it was in 1988": a perfect has no day of a year gone by, but "since" one."""
    when = action.when
    if when is None or when.date is None or not when.value or not published or tense(action) != "perfect":
        return False
    at = dates[when.date].start
    return when.value[:4] < published[:4] and SINCE.search(text, max(0, at - 26), at) is None


def after_hours(dates: Sequence[Date], action: Action, published: str | None) -> bool:
    """ "They left at 11.52pm", read at noon: the hour of an earlier day."""
    when = action.when
    if when is None or when.date is None or not published or "T" not in published or not is_done(action):
        return False
    value = dates[when.date].value
    return len(value) > len("2026-01-19T") and value[:11] == published[:11] and value > published


def later_on(text: str, dates: Sequence[Date], when: When | None) -> bool:
    """True for "later this month", "next week" and the like, and for "Sept. 11", which names the attacks: no day of
    what has been done."""
    if when is None or when.date is None:
        return False
    date = dates[when.date]
    return LATER.match(text, date.start) is not None or ATTACKS.fullmatch(text, date.start, date.end) is not None


def is_done(action: Action) -> bool:
    """True for a verb in its past or perfect; "has to open" is still to do."""
    parts = action.verb.lower().split(" ")
    return has_been(action) or (parts[0] in PERFECT and len(parts) > 1 and parts[1] != "to")


def has_been(action: Action) -> bool:
    """True for a verb that shows its past."""
    first = action.verb.lower().split(" ", 1)[0]
    return first in ("was", "were", "had", "did") or is_past(first)


def with_date(action: Action, when: When | None, published: str | None) -> Status:
    """The status; a present tense with a date to come is planned."""
    return (
        "planned"
        if lies_ahead(when, published) and action.status == "happened" and not has_been(action)
        else action.status
    )


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
    said = sorted((p.start, p.end) for q in quotes if q.kind != "indirect" for p in q.parts)
    quoted = frozenset([k for k, a in enumerate(actions) if within(said, a.start)])
    aside = asides(text, actions, dates, sentence, quoted, published)
    dated = date_them(text, actions, sentence, block, headlines, dates, published, aside)
    headline = " ".join(text[b.start : b.end] for b in blocks if b.role == "headline")
    weights = weigh(text, dated, sentence, headline, len(sentences))
    parts = [part_in_scene(a) for a in dated]
    fit = shapes(text, dated, sentence, words, quoted, parts)
    opening = first_day(dated, sentence, published)
    news = None if opening is None else dated[opening].when
    orders = put_in_order(text, dated, sentence, news.value if news else published, parts)
    rows = zip(dated, weights, fit, orders, strict=True)
    return tuple([placed(*row) for row in rows])
