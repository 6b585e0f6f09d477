"""How sure a day is that no clause states: how often each rule has been found right, and where that does not hold."""

from __future__ import annotations

from summariser.actions.aside import is_recent
from summariser.actions.infer import PAST, State
from summariser.actions.mistagged import is_past
from summariser.model import Action, When

CONFIDENCE = {
    # the share found right on the timelines and articles of the gold data (1 to 65 days a rule), rounded down
    "by_publication": 0.75,
    "by_lead": 0.7,
    "by_report": 0.5,
    "by_opening": 0.85,
    "by_scene": 0.8,
    "by_governing": 0.7,
    "by_moment": 0.7,
    "by_same_event": 0.7,
    "by_that_time": 0.7,
    "with_main": 0.7,
}


FADING = frozenset({"by_publication", "by_lead", "by_opening"})  # rules that look at the article, not at the words
FAR = 4  # sentences after which the story turns to what was before
FAR_OFF = 0.5  # by eye: of 15 such days in 15 articles of other papers 10 were wrong


def certainty(state: State, k: int, rule: str, when: When) -> float:
    """How sure a day is: further down, what is told or said may be of any time; so may "who helped them", "has
    sharpened" and "is sending", which name no day at all, what a headline looks back on, what came before the news
    ("after he had sold it"), and what somebody else now says."""
    if rule == "by_scene" and not scene_holds(state, k, when):
        return FAR_OFF
    if rule not in FADING:
        return CONFIDENCE[rule]
    return FAR_OFF if state.sentence[k] >= FAR or names_no_day(state, k, rule) else CONFIDENCE[rule]


def names_no_day(state: State, k: int, rule: str) -> bool:
    """Whether an action may be of any time, or is somebody else's than that of the day."""
    if state.actions[k].rule == "relative" or state.tense[k] in ("perfect", "now") or k in state.earlier:
        return True
    return looks_back(state, k) or (rule == "by_opening" and (of_somebody_else(state, k) or after_another(state, k)))


def scene_holds(state: State, k: int, when: When) -> bool:
    """True for a scene of a day of the news, further down of one actor in one paragraph: by eye, of eleven scenes of a
    month, of a year, of others or of other paragraphs one was right."""
    at = state.sentence[k]
    before = state.stated.get(at - 1, ())
    same = state.block[at] == state.block[at - 1] and any(
        state.actions[n].actor == state.actions[k].actor for n in before
    )
    return (at < FAR or same) and is_recent(when.value, state.published) and in_past(state.actions[k])


def in_past(action: Action) -> bool:
    """True for a verb that shows its past: "said", "was held"."""
    first = action.verb.lower().split(" ", 1)[0]
    return first in PAST or is_past(first)


def after_another(state: State, k: int) -> bool:
    """True where a day has been told of that is none of the news: "In May she bought the mill. She paid in coal"."""
    first = state.opening
    news = state.actions[first].when if first is not None else None
    at = state.sentence[k]
    days = [state.actions[n].when for n in state.stated.get(at - 1, ()) if state.block[at] == state.block[at - 1]]
    return any(day and news and day.value != news.value for day in days)


def of_somebody_else(state: State, k: int) -> bool:
    """True before the first stated day, where that is of another's deed: by eye, of nine such days one was right; what
    somebody else "now says" further on need not be of that day either."""
    first = state.opening
    if first is None or state.actions[first].actor == state.actions[k].actor:
        return False
    if state.sentence[k] in state.headlines:
        return False  # it comes from the same actor, or not at all
    return state.sentence[k] < state.sentence[first] or not in_past(state.actions[k])


def looks_back(state: State, k: int) -> bool:
    """ "Rain did not stop the fair" over an article: headlines tell the news in the present, what was in the past."""
    return state.sentence[k] in state.headlines and state.actions[k].verb.lower().split(" ")[0] in PAST
