"""What looks like an event only by a slip of the reading: ordered rules over the words of an action and those round it.

"A club called Harbour Voices, led by two nurses, is trying ..." tells of no call, and "..., an inquest heard" only says
where the news was told.  Such actions stay; a list of events has others first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from summariser.actions.nouns import noun_kind
from summariser.actions.quoting import beside_quotation, ends, said_behind, told_before
from summariser.model import Action

BACK = 60  # characters looked at before an action
SPELT = re.compile(r"\b(?:of|for|by|in|from|with) [a-z]+ing $")
HELPERS = (
    *("help ", "let ", "make ", "see ", "watch ", "hear "),
    *("helping ", "letting ", "making ", "seeing ", "watching ", "hearing "),
)
HELPS = re.compile(rf"\b(?:{'|'.join(HELPERS)})$")
LOST = re.compile(
    r"\b(?:also|either|never|[a-z]+ (?!recent|ear|dai|week|month|near|on)[a-z]+ly) $"
)  # "The film also [renews claims the mill had sold coal]"
PICKED = re.compile(
    r"\b(?:one|some|many|most|all|none|each|few|two|three) of (?:the|his|her|its|their|those) [\w-]+ $", re.IGNORECASE
)  # "One of the choices [they have made] is ..."
NAMED = re.compile(
    r"(?:[Aa]n?|[Oo]ne) [^,;.]{1,40}? (?:called|named|known as|dubbed|entitled) [A-Z][^,;.]{1,60}"
    r"(?:,[^.;]{1,80},)? (?:is|are|was|were|has|have|had|will|would) "
)
TITLE = r"(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Senator|Gov|Sen|Rep|President)\b\.?"
TWO_NAMES = re.compile(rf"{TITLE} [^,]{{2,30}}, {TITLE} [A-Z]")  # "On another tough man, Mr Lee, Mr Hall was asked why"
ADVERBS = re.compile(r"\b\w+ly and \w+ly $")  # "was loudly and repeatedly [booed on stage]"
HEARING = re.compile(
    r"(?:an?|the|this) (?:\w+ ){0,2}(?:inquest|court|jury|tribunal|inquiry|hearing|panel) (?:heard|was told)\b"
    r"[^,;.]{0,24}$",
    re.IGNORECASE,
)  # "He was ordered to sail, [an inquest heard yesterday]"
OWNED = re.compile(r"['’]s ((?:[a-z-]+ )*[a-z-]+)(?: (?:in|of|over|at|against|on|for|from)\b|$)")
SURVEYED = frozenset({"interviewed", "surveyed", "polled", "contacted", "questioned"})
COMPARED = re.compile(
    r"(?:something|anything|nothing|far|much|even|more|less) (?:more|less|\w+er) [^,;.]{0,40}than ", re.IGNORECASE
)
AMOUNTS = re.compile(
    r"it (?:has |had |have )?(?:rose|risen|fell|fallen|declined|dropped|grew|grown|climbed|shrank|slipped)\b"
)
ASKED_WHAT = re.compile(r"\b(?:what|whom|how|why) (?:[\w.’'-]+ ){1,4}(?:and|or) $")
SOME = tuple(
    f" {word} "
    for word in ("some", "those", "many", "others", "people", "things", "everything", "anything", "something")
)
PRONOUNS = ("he ", "she ", "they ", "it ", "I ", "we ", "you ")
HEADLESS = re.compile(r"not (?:so|too|very|quite|really|that) ", re.IGNORECASE)
BELONGING = frozenset(
    {"associated", "linked", "affiliated", "dedicated", "devoted", "based", "located", "aligned", "tied"}
)


def spoken_of(text: str, action: Action, before: str) -> bool:
    """ "Hearing [him say it] is ...": no one says that he did."""
    span = action.actor_span
    if span is None or span.end - span.start > len("them"):
        return False
    return text[span.start : span.end].lower() in ("him", "them", "me", "us")


def helped(text: str, action: Action, before: str) -> bool:
    """ "To help [firms prepare for it]": no one says that they did."""
    doing = action.actor is None and text[action.start].islower() and ends(before, ("ing ",))
    if doing and SPELT.search(before):
        return True  # "in the name of curbing [drink and raising health], has proposed"
    return ends(before, HELPERS) and HELPS.search(before) is not None


def no_subject(text: str, action: Action, before: str) -> bool:
    """ "Either [embrace the plan or leave it]": the subject is lost."""
    lost = text[action.start].islower() and ends(before, ("also ", "either ", "never ", "ly "))
    return lost and LOST.search(before) is not None


def of_a_choice(text: str, action: Action, before: str) -> bool:
    """ "One of the choices [they have made], they say, is ...": the clause belongs to a noun."""
    return " of " in before.lower() and PICKED.search(before) is not None


def names_it(text: str, action: Action, before: str) -> bool:
    """ "[A club called Harbour Voices], led by two nurses, is ..."."""
    return NAMED.match(text, action.start) is not None


def two_names(text: str, action: Action, before: str) -> bool:
    """The first of two names side by side is no subject."""
    return TWO_NAMES.match(text, action.start) is not None


def undone(text: str, action: Action, before: str) -> bool:
    """ "Wants to play to the crowd and not [solve it]": only what is not aimed at."""
    return before.endswith(("and not ", "but not ")) and " " not in action.verb


def after_adverbs(text: str, action: Action, before: str) -> bool:
    """ "Was loudly and repeatedly [booed]": the first half of the verb is missing."""
    return ends(before, ("ly ",)) and ADVERBS.search(before) is not None


def unjoined(text: str, action: Action, before: str) -> bool:
    """A verb behind a comma that no "and" follows is no second deed: "left when two men, both old, [attacked her]"."""
    if " " not in action.verb and action.verb.endswith("ing"):
        return False
    rest = re.split(r"[.;\n]", text[action.start : action.start + 400], maxsplit=1)[0]
    return re.search(r"\b(?:and|or|but|then)\b", rest) is None


def likened(text: str, action: Action, before: str) -> bool:
    """ "[Harder than they were hit by the flood]": only a measure."""
    words = text[action.start : action.end].split(" ")[:6]
    return "than" in words


def of_an_owner(text: str, action: Action, before: str) -> bool:
    """ "Ms Lee's victory, which ..., [hid a loss]": it was not Ms Lee who hid it."""
    span = action.actor_span
    if span is None or action.start <= span.start:
        return False
    owned = OWNED.search(text[span.start : span.end].split(",", 1)[0])
    return owned is not None and not any(noun_kind(word) for word in owned[1].split())


def empty(text: str, action: Action, before: str) -> bool:
    """ "She has [done this] despite the storm", "Mr Lee [continued]:" tell nothing by themselves."""
    verb = action.verb.lower().rpartition(" ")[2]
    if verb == "put" and action.object == "it":
        return True  # "As the paper [put it], ..."
    if action.verb in ("came", "come", "comes") and action.object is None and action.place is None:
        return text[action.end : action.end + 1] == " "  # "The ruling came" [as towns counted their dead]
    if verb in ("continued", "added", "began") and action.object is None:
        return text[action.end : action.end + 1] in (":", ",")
    return verb in ("did", "done", "do") and (action.object or "").lower().split(" ")[0] in ("this", "that", "so", "it")


def compared(text: str, action: Action, before: str) -> bool:
    """ "[Something more sweeping than anything Mr Lee did]": a noun with what it is measured against."""
    return COMPARED.match(text, action.start, action.end) is not None


def no_verb(text: str, action: Action, before: str) -> bool:
    """ "People [close to Mr Lee]", "those [surveyed for the paper]": what says who they are."""
    thing = action.object or ""
    asked = action.verb in SURVEYED and thing.startswith(("for ", "by ", "in "))
    return asked or (action.verb == "close" and thing.startswith("to "))


def quantity(text: str, action: Action, before: str) -> bool:
    """ "It fell in almost every town": a figure did, no body."""
    span = action.actor_span
    if action.actor is None or span is None or span.end - span.start != len("it"):
        return False
    it = text[span.start : span.end].lower() == "it"
    return it and AMOUNTS.match(text[action.start : action.end].lower()) is not None


def heard_of(text: str, action: Action, before: str) -> bool:
    """ "..., [an inquest heard yesterday]": the news stands before it."""
    return HEARING.match(text[action.start : action.end]) is not None


def asked_what(text: str, action: Action, before: str) -> bool:
    """ "Played down what Ms Hall and [Mr Lee said] of it": the second of two whose clause is part of a noun."""
    return before.endswith(("and ", "or ")) and ASKED_WHAT.search(before) is not None


def of_some(text: str, action: Action, before: str) -> bool:
    """ "Even some [he had called crooks]": the clause says who they are."""
    return before.endswith(SOME) and text.startswith(PRONOUNS, action.start)


def hoped(text: str, action: Action, before: str) -> bool:
    """ "Hopefully, [he will seek help]": a wish."""
    return before.lower().endswith(("hopefully, ", "perhaps, ", "maybe, "))


def no_longer(text: str, action: Action, before: str) -> bool:
    """ "Mr Lee no longer [owns the mill]": the half that says so stands before it."""
    return before.lower().endswith("no longer ")


def so_will(text: str, action: Action, before: str) -> bool:
    """ "As the mayors come, so [will a band]": the subject stands behind."""
    return before.endswith(" so ") and text.startswith(("will ", "did ", "do ", "does ", "has ", "have "), action.start)


def apposed(text: str, action: Action, before: str) -> bool:
    """ "The Trust, [a group set up] to help the poor, ...": says what it is."""
    if not text.startswith(("a ", "an "), action.start):
        return False
    bare = action.object is None and action.place is None
    return bare or (
        action.verb in BELONGING and (action.object or "").startswith(("with ", "to ", "by ", "in ", "on "))
    )


def headless(text: str, action: Action, before: str) -> bool:
    """ "Lee's [not so sure the mill paid]": no clause begins in "not so"."""
    return HEADLESS.match(text, action.start) is not None


Slip = Callable[[str, Action, str], bool]
EVERYWHERE: tuple[Slip, ...] = (quantity, empty, beside_quotation)
SLIPS: dict[str, tuple[Slip, ...]] = {
    "main": (spoken_of, names_it, two_names, compared, no_verb, headless, *EVERYWHERE),
    "resumed": (two_names, of_an_owner, *EVERYWHERE),
    "coordinated": (said_behind, *EVERYWHERE),
    "passive_by": (likened,),
}  # the rules for the clauses of each kind
BEHIND_A_WORD: dict[str, tuple[Slip, ...]] = {
    "main": (helped, no_subject, of_a_choice, asked_what, of_some, no_longer),
    "resumed": (of_a_choice,),
    "coordinated": (after_adverbs, undone, no_longer, so_will),
    "subordinate": (of_a_choice,),
}  # those that ask for a word right before the clause, which mostly begins a sentence or follows a comma
BEHIND_A_COMMA: dict[str, tuple[Slip, ...]] = {
    "main": (heard_of, hoped, apposed, told_before),
    "coordinated": (unjoined,),
}


BEGINS: dict[Slip, str] = {
    names_it: "AaOo",
    two_names: "MDSLGRP",
    compared: "SsAaNnFfMmEeLl",
    headless: "Nn",
    quantity: "Ii",
    heard_of: "AaTt",
    apposed: "a",
    of_some: "hstiIwy",
    so_will: "wdh",
}  # the letters one of which the action begins with where these rules speak


@lru_cache(maxsize=2_000)
def called(rule: str, behind: str, letter: str) -> tuple[Slip, ...]:
    """The rules for an action of this kind: ``behind`` is "word", "comma" or nothing, ``letter`` its first."""
    more = {"word": BEHIND_A_WORD, "comma": BEHIND_A_COMMA}.get(behind, {}).get(rule, ())
    return tuple(slip for slip in more + SLIPS.get(rule, EVERYWHERE) if letter in BEGINS.get(slip, letter))


def stands_behind(before: str) -> str:
    """What the action stands behind: a "word", a "comma" or a dash, or neither."""
    if before[-2:-1].isalnum() or before[-2:] in ("_ ", "- ") or before[-1:] == "\n":
        return "word"
    return "comma" if before[-2:] in (", ", "— ", "– ") else ""


def is_slip(text: str, action: Action) -> bool:
    """True where one of the rules says that the action is no event of its own or not its actor's."""
    before = text[max(0, action.start - BACK) : action.start]
    rules = called(action.rule, stands_behind(before), text[action.start])
    return any(slip(text, action, before) for slip in rules)
