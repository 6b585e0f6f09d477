"""What stands at the end of an action's words and belongs to what comes next."""

from __future__ import annotations

import re

from summariser.model import Action

MOST_REST = 200  # characters in which another clause and its "who" may stand
REST = 60  # characters that belong to what comes next
LED_IN = re.compile(
    r", (?:but|and)(?: even)? (?:with|after|despite|when|while|because|as|if|although|though|in|at|on|during)\b[^,]*\Z"
)
SECOND = re.compile(
    r", (?:but|and|so|while) (?:[\w.’'-]+ ){0,5}[\w.’'-]+, (?:who|which|whose|whom)\b[^,;:.]*\Z"
)  # "slept[, but Ms Lee, who was ill]", did not
APPOSED = re.compile(
    r", (?:but|and|so|while) (?:[\w.’'-]+ ){0,5}[\w.’'-]+, (?:who|which|whose|whom|an?|the)\b[^;:]*\Z"
)  # "will be head, [and Ms Lee, a banker of Leeds], will be chair"
VERB_NEXT = re.compile(
    r", (?:has|have|had|is|are|was|were|will|would|can|could|should|may|might|does|did|doesn['’]t|didn['’]t)\b"
)  # a verb whose subject stands before the comma
A_DAY = re.compile(r"(?: (?:—|–|-|--)|,)? ?\b(?:the|an?) (?:day|morning|night|week|month|year)\Z")
ADDING = re.compile(r", (?:adding|saying|noting)\Z")  # [, "..."]
JUST = re.compile(r",? (?:just|only|even|shortly|soon|right|immediately)\Z")
THE_DAY = re.compile(
    r" (?:—|–|-|--|,) ?(?:the|an?) (?:day|morning|night|evening|week|month|year)"
    r"(?: (?:after|before))?(?: (?:the|an?))?\Z"
)
A_TIME = re.compile(r" (?:at|in|during) (?:a|the) (?:time|moment|year|period|way|place)\Z")
DAY_ENDS = ("day", "morning", "night", "evening", "week", "month", "year", "after", "before", "the", " a", " an") + (
    *("time", "moment", "period", "way", "place"),
)


def without_rest(text: str, action: Action) -> Action:
    """ "Held a small lead" [, but even with all votes counted], the race is open: what the next clause begins with is
    none of this one, nor is "met" [— the day] after the vote, nor "sold it" [at a time] when all were poor."""
    first = max(action.start, action.end - REST)
    cut = rest_of(text, first, action)
    return action._replace(end=cut.start()) if cut and cut.start() > action.start else action


def rest_of(text: str, first: int, action: Action) -> re.Match[str] | None:
    """What stands between ``first`` and the end of the action that belongs to what comes next."""
    behind = text[action.end : action.end + 1]
    if behind == ",":
        return (
            ADDING.search(text, first, action.end)
            or LED_IN.search(text, first, action.end)
            or second_clause(text, action)
        )
    if behind == " " and text.startswith((" before ", " after "), action.end):
        return JUST.search(text, first, action.end) or (
            A_DAY.search(text, first, action.end) if text.endswith(DAY_ENDS, first, action.end) else None
        )
    if behind != " " or not text.endswith(DAY_ENDS, first, action.end):
        return None
    if text.startswith((" when ", " where "), action.end):
        return A_TIME.search(text, first, action.end)
    return THE_DAY.search(text, first, action.end)


def second_clause(text: str, action: Action) -> re.Match[str] | None:
    """What another clause begins with, whose verb has been parted from it by a relative clause or an apposition."""
    first = max(action.start, action.end - MOST_REST)
    if VERB_NEXT.match(text, action.end):
        return APPOSED.search(text, first, action.end)
    return SECOND.search(text, first, action.end) if text.find(", wh", action.start, action.end) > 0 else None
