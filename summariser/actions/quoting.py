"""Clauses that only say whose the quotation beside them is: "..., [Mr Lee told the paper]"."""

from __future__ import annotations

import re

from summariser.actions.verbs import verb_class
from summariser.model import Action

SAID_BEFORE = re.compile(r"[,?!][\"”’']+ $")  # the end of a quotation that its speaker follows
MARKED = ('" ', "” ", "’ ", "' ")
SAID_NEXT = re.compile(r"[,:]? ?[\"“‘']")
OPENING = frozenset("\"“‘'")
REPLIES = frozenset({"admitted", "acknowledged", "joked", "quipped", "recalled", "mused", "wrote"})
CALMS = frozenset({"assured", "reminded", "warned", "reassured", "lectured", "instructed"})
MESSAGE = 4  # words that more than the name of who is asked has
CONFIRMS = frozenset({"confirmed", "announced", "revealed", "reported", "noted", "suggested", "acknowledged"})
TOLD_THAT = re.compile(r"\b(?:that|how|why|whether|it|they|he|she|we|there)\b")
WHEN_TOLD = re.compile(r" (?:when|after|while|before|as) ")  # "told the paper [when asked about the fire]"
TOLD_WHAT = re.compile(r"\b(?:that|of|about|how|why|whether|it|they|he|she|we|there)\b")


def ends(before: str, words: tuple[str, ...]) -> bool:
    """Whether the text may end in one of the words, as the pattern that begins with a look at it wants."""
    return before.endswith(words) or before[-1:] == "\n"  # where "$" matches too


def said_behind(text: str, action: Action, before: str) -> bool:
    """ "...," [sighed Mr Lee] taken for a second verb of those whom the quotation speaks of."""
    return ends(before, MARKED) and SAID_BEFORE.search(before) is not None


def beside_quotation(text: str, action: Action, before: str) -> bool:
    """ "...," [Mr Lee told a crowded meeting in the hall]: the quotation tells it."""
    behind = said_behind(text, action, before)
    if not behind and text[action.end : action.end + 3].strip(",: ")[:1] not in OPENING:
        return False
    kind, thing = verb_class(action.verb.rpartition(" ")[2]), WHEN_TOLD.split(action.object or "", maxsplit=1)[0]
    if not thing and action.place is None and (behind or text.startswith((', "', ", “"), action.end)):
        return True  # whatever the verb: "..., [Mr Lee charged]"
    if behind and action.verb in CALMS and len(thing.split()) < 2 * MESSAGE:
        return True  # "..., [Mr Lee assured the crowd]"
    if kind not in ("tell", "say") and not only_how(action, kind, thing):
        return False
    near = behind or SAID_NEXT.match(text, action.end)
    return bool(near) and not says_more(kind, thing, behind) and not opened(action)


def only_how(action: Action, kind: str, thing: str) -> bool:
    """True for "[admitted in court]", "[asked Mr Lee]": no more than how or to whom it was said."""
    if kind == "ask":
        return len(thing.split()) < MESSAGE
    told = kind in ("speech", "deny") or action.verb in REPLIES
    return told and (not thing or thing.startswith(("during ", "in ", "at ", "on ")))


def says_more(kind: str, thing: str, behind: bool) -> bool:
    """True for "said he had sold it"; no more than the quotation says "said in May of the firm", "told us of it"."""
    if kind == "say" and thing.startswith(("of ", "about ", "in ", "on ", "at ", "to ")):
        return False
    return (TOLD_THAT if kind == "tell" and behind else TOLD_WHAT).search(thing) is not None


def opened(action: Action) -> bool:
    """True for a saying with a quotation among its own words."""
    return any(mark in (action.object or "") for mark in '"“‘')


def told_before(text: str, action: Action, before: str) -> bool:
    """ "He had been ill, [her ambassador confirmed].": the news stands before it."""
    bare = action.object is None and text.endswith(action.verb, action.start, action.end)
    if not bare or text[action.end : action.end + 1] not in (".", ",", ""):
        return False
    word = action.verb.lower().rpartition(" ")[2]
    return word in CONFIRMS or verb_class(word) in ("say", "tell", "speech")
