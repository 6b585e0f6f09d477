"""What a list of events is the poorer for: clauses that break off, what only goes on, what is only quoted.

Beside the weight, which says how much of the main event an action is: this says how well it reads on its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from summariser.actions.mistagged import is_past
from summariser.actions.phrases import UNITS
from summariser.actions.rest import VERB_NEXT
from summariser.actions.sequence import TIED_LINKS, link_word
from summariser.actions.slips import is_slip
from summariser.actions.verbs import IS, verb_class
from summariser.actions.weigh import SPEECH
from summariser.model import Action, Word

BY_RULE = {"contact": 0.2, "reduced": 0.2, "reduced_by": 0.2, "infinitive": 0.2, "participle": 0.3, "complement": 0.3}
UNDATED = {"nominal": 0.3, "relative": 0.6}  # what is only mentioned, with no day of its own beside it
MENTIONED = {"relative": 0.7}  # with one: still said of somebody, not told
QUOTED = 0.35  # inside quotation marks: opinion more often than event
NOBODY = 0.6  # no actor and nothing done to anybody: figures, weather, arguments
LOOSE = {"by_report": 0.7}  # days that are less sure than others
LASTING = 0.3  # what goes on
FRESH = 0.6  # "is leaving", where the news begins
IN_BODY = 0.2  # "the plan for a firm to leave ...": no headline, so no plan
LEAD = 3  # sentences
HAVE = frozenset({"have", "has", "had"})
REAL = frozenset({"happened", "denied"})
ABLE = frozenset({"ca", "can", "cannot", "may", "might", "should", "must"})
UNREAL = {"hypothetical": 0.3}
ASKED = frozenset({"what", "whom", "whose", "how", "why", "whatever"})  # before a clause: it is part of a noun
PRESENT = frozenset({"VBZ", "VBP", "NNS"})  # a noun: a verb that was taken for one
BE = IS | {"was", "were"}
WISHES = frozenset(
    ["need", "needs", "needed", "want", "wants", "wanted", "hope", "hopes", "hoped", "prefer", "prefers", "preferred"]
    + ["fear", "fears", "feared", "like", "likes", "liked", "love", "loves", "loved"]
)
DOUBTED = re.compile(r"\bno (?:evidence|proof|sign|indication|reason) that [^.;\n]*$")  # "no evidence that she lied"
HOPED = re.compile(r"\b(?:hope|fear)(?:s|ed)?\b[^.;\n]*$")  # "many fear that he will sell it"
NAME = 60  # characters of a subject
WHEN = (", when ", ", if ", ", once ", ", while ")
WHEN_ASKED = re.compile(r", (?:when|if|once|while) (?:asked|pressed|told|confronted|questioned)\b")
WHOSE = re.compile(r"[^,.;]{1,60}, whose\b")  # "Ms Lee, whose ratings have risen" [, was tired]
MEASURED = re.compile(r" (?:[\w-]+ ){1,3}(?:" + "|".join(sorted(UNITS)) + r") (?:after|before)\b")
SENTENCE_END = re.compile(r"[.?!][\"”’')]*\Z")
TOLD_APART = frozenset({"main", "resumed", "coordinated", "passive_by"})
BARE = frozenset({"coordinated", "participle", "reduced", "complement"})
FIGURES = re.compile(r"(?:[\w-]+ )?(?:percent|per cent)\b|\$?\d[\d.,]*(?:%| [mb]illion)", re.IGNORECASE)  # of a subject
NEEDS = frozenset({"need", "needs", "remain", "remains", "seem", "seems"})  # no event in a headline either
HABITS = frozenset(
    ["often", "always", "usually", "sometimes", "occasionally", "generally", "typically", "regularly", "routinely"]
    + ["frequently", "rarely", "seldom", "traditionally", "historically", "repeatedly", "constantly", "ever"]
)  # what was so again and again is no event of one day
STANDS = frozenset(
    ["do", "does", "continue", "continues", "continued", "tend", "tends", "tended", "keep", "keeps", "remain"]
    + ["remains", "remained", "used", "seem", "seems", "seemed", "appear", "appears", "appeared"]
)  # "does not resonate", "keeps falling", "seems to be losing"
PARTICLES = frozenset({"up", "out", "on", "off", "down", "in", "over", "away", "back"})
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
    parts: Sequence[int],
) -> list[float]:
    """A factor for each action, mostly at most 1; ``quoted`` are the actions inside quotation marks, ``parts`` those
    that they have in a scene."""
    gone: set[int | None] = set()
    found = []
    for k, (action, number) in enumerate(zip(actions, sentence, strict=True)):
        leaves = parts[k] == 1
        again = leaves and action.actor in gone  # who walked out has left the room
        gone |= {action.actor} if leaves else set()
        own = text[action.start : action.end].lower().replace(",", " ").split()
        verb = action.verb.lower().split()
        shape = (0.6 if again else 1.0) * going(number, action, words[number], text, own, verb)
        shape *= IN_BODY if number > 0 and action.rule == "headline_infinitive" else 1.0
        shape *= (1.25 if meets(text, actions, k) else 1.0) * (QUOTED if k in quoted else 1.0)
        found.append(round(shape * whole(text, action) * event_like(text, action, own, verb), 4))
    return found


def meets(text: str, actions: Sequence[Action], k: int) -> bool:
    """True for a deed told with another's ("walked out as Ms Bell took the podium"): two of the story meet there."""
    action, near = actions[k], actions[k + 1] if k + 1 < len(actions) else None
    if near is None or near.rule != "subordinate" or not (action.start < near.start < action.end):
        return False
    deed = action.rule in ("main", "resumed", "coordinated") and verb_class(action.verb.split()[-1]) not in SPEECH
    others = deed and near.actor is not None and action.actor is not None and near.actor != action.actor
    return others and link_word(text, near) in TIED_LINKS | {"before", "after"}


def event_like(text: str, action: Action, own: Sequence[str], verb: Sequence[str]) -> float:
    """Less than 1 for what is only mentioned, supposed or usual, and for what nobody did; ``own`` are the words of the
    action and ``verb`` those of its verb, small."""
    stated = action.when is not None and action.when.stated
    told = BY_RULE.get(action.rule, 1.0) * (MENTIONED if stated else UNDATED).get(action.rule, 1.0)
    nobody = action.actor is None and not stated and BE.isdisjoint(verb)
    nobody = nobody or FIGURES.match(text, action.start) is not None  # "Ten percent of voters have ..."
    told *= 0.2 if mistaken(text, action, own) or is_slip(text, action) else 1.0
    told *= LOOSE.get(action.when.rule, 1.0) if action.when is not None else 1.0
    at = action.start - 1
    usual = not HABITS.isdisjoint(own) or text[text.rfind(" ", 0, max(at, 0)) + 1 : at] in HABITS  # "often | swims"
    bound = action.status == "planned" and not stated and text.startswith(("If ", "Unless "), action.start)
    unreal = 0.3 if bound or not ABLE.isdisjoint(verb) else UNREAL.get(action.status, 1.0)
    return told * unreal * (NOBODY if nobody else 1.0) * (0.35 if usual else 1.0)


def mistaken(text: str, action: Action, words: Sequence[str]) -> bool:
    """True for what is a part of a noun phrase or of a name: "what the bank asked" [is fair], "a goal set by the club",
    "Harbour Partners Enhanced"."""
    if action.rule == "passive_by":
        return BE.isdisjoint(words) or words[0] in BE | HAVE
    if action.actor is None and words[0] in BE | HAVE:
        return True
    at = action.start
    if text.find(", whose", at, at + 68) > 0 and WHOSE.match(text, at):
        return True
    if text.find(" that ", max(0, at - 90), at) > 0 and DOUBTED.search(text, max(0, at - 90), at):
        return True
    if action.status == "planned" and HOPED.search(text, max(0, at - 90), at):
        return True
    if action.rule == "headline_infinitive" and any(
        is_past(word) for word in words[1 : words.index("to") if "to" in words else 1]
    ):
        return True  # "Colin Bell Advised Lee To Sell": a verb was taken for a name
    if action.rule == "main" and beside_its_subject(text, action):
        return True
    if words[0] == "whose" or to_come(text, action):
        return True
    if words[0] == "those" and words[1:2] not in (["who"], ["with"], ["in"]):
        return True  # "those the club made"
    named = action.verb[:1].isupper() and not (action.object or "")[:1].isupper() and action.rule != "participle"
    return named or (action.rule == "main" and link_word(text, action) in ASKED)


def to_come(text: str, action: Action) -> bool:
    """ "Once the mayor [has left office], ...": not yet so."""
    ahead = action.rule == "subordinate" and action.verb.lower().startswith(("has ", "have "))
    return ahead and link_word(text, action) in ("when", "once", "until", "after", "before")


def beside_its_subject(text: str, action: Action) -> bool:
    """ "[The bridge, opened in 1931, carries cars]", "[Mr Lee, when asked about it], often smiles": right behind its
    subject's comma stands no verb of its own."""
    at = text.find(", ", action.start, min(action.end, action.start + NAME))
    if at < 0:
        return False
    asked = text.startswith(WHEN, at) and WHEN_ASKED.match(text, at) is not None
    return asked or (text.startswith(f", {action.verb} ", at) and text.find(", ", at + 2, action.end) > 0)


def going(
    number: int, action: Action, line: Sequence[Word], text: str, own: Sequence[str], verb: Sequence[str]
) -> float:
    """Less than 1 for what goes on, but in the headline, which tells all in the present; less so for "is leaving" where
    the news begins."""
    if (number == 0 and NEEDS.isdisjoint(verb)) or not goes_on(action, line, text, own, verb):
        return 1.0
    fresh = number < LEAD and action.verb.endswith("ing") and not action.verb.lower().startswith(("seem", "appear"))
    return FRESH if fresh else LASTING


def goes_on(action: Action, line: Sequence[Word], text: str, own: Sequence[str], parts: Sequence[str]) -> bool:
    """True for what is so and goes on ("makes the bars", "are waiting"): no event; "says" is one.  ``line`` are the
    words of its sentence, ``own`` those of the action and ``parts`` those of its verb, small."""
    if not WISHES.isdisjoint(parts) or not STANDS.isdisjoint(parts[:1]):
        return True
    if not parts or verb_class(parts[-1]) in SPEECH:
        return False
    if len(parts) > 1 and parts[0] in IS and action.status in REAL and not parts[-1].endswith("ing"):
        return True  # "is convinced", "are well organised"
    if action.rule == "passive_by" and not IS.isdisjoint(own[:8]):
        return True  # "is underlined by one letter"
    if len(parts) > 1 and parts[-1].endswith("ing"):
        return parts[0] in BE or "been" in parts
    span = action.actor_span
    after = span.end if span is not None and action.start <= span.end < action.end else action.start
    plain = len(parts) == 1 or (len(parts) == 2 and parts[1] in PARTICLES)  # "they turn out in May"
    at = text.find(action.verb, after, action.end) if plain else -1
    if at < 0:
        return False
    k = bisect_left(line, at, key=attrgetter("start"))
    if k == len(line) or line[k].start != at:
        return False
    if line[k].tag not in PRESENT:
        return bare_form(action, line[k])
    return line[k].tag != "VBP" or not is_past(line[k].text.lower())  # "Mr Lee beat his rivals"


def shares(text: str, action: Action, behind: str) -> bool:
    """True for "was born" [and raised in Riga]: what it is about stands behind the second verb."""
    if action.object is not None or action.place is not None or action.rule not in TOLD_APART:
        return False
    after = behind.split(maxsplit=2) if behind.startswith((" and ", " or ")) else []
    return text.endswith(action.verb, action.start, action.end) and is_past("".join(after[1:2]))


def bare_form(action: Action, word: Word) -> bool:
    """True for "he promised to build a wall and [leave the pact]": what a "to" leads is no deed yet."""
    return action.rule == "coordinated" and action.status == "happened" and word.tag == "VB"


def whole(text: str, action: Action) -> float:
    """Less than 1 for a clause that breaks off, and for a verb with nothing beside it ("began", "colliding")."""
    behind = text[action.end : action.end + 40]
    rest = behind.split(maxsplit=1)[:1] if behind[:1] == " " else []
    opened = bool(rest) and rest[0][0].isalnum()
    opened = opened and SENTENCE_END.search(text, max(action.start, action.end - 3), action.end) is None
    broken = opened and rest[0].lower().strip(",.;:") not in LINKS and not rest[0].lower().endswith("ing")
    alone = action.object is None and action.place is None and action.rule in BARE
    broken = (broken and not MEASURED.match(text, action.end)) or (
        behind[:1] == "," and action.rule in TOLD_APART and VERB_NEXT.match(text, action.end) is not None
    )  # "lit up the quiet that the towns, Riga among them" [, have kept]
    joined = action.rule == "coordinated" and text[max(0, action.start - 2) : action.start].strip() == ","
    bare = alone and (joined or text[action.start : action.end].count(" ") < 2)
    bare = bare or text[action.start : action.end].endswith(" that")
    bare = bare or shares(text, action, behind)
    return (0.25 if broken else 1.0) * (0.5 if bare else 1.0)
