"""Where the words of an action end for the eye: a clause that breaks off in the middle of what it says is carried on to
the next pause, so that "did not say | if he had paid" and "stopped | selling coal" keep their sense."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summariser.actions.finite import CLAUSAL
from summariser.actions.phrases import UNITS
from summariser.actions.rest import without_rest
from summariser.actions.scene import Scene
from summariser.actions.verbs import TELLING, verb_class
from summariser.actions.when import START
from summariser.model import Action, Word

PAUSES = frozenset(",;:.?!()[]–—|…") | {"-", "--", "..."}
TURNS = frozenset(
    ["who", "which", "whose", "whom", "when", "while", "where", "because", "although", "though", "since", "until"]
    + ["after", "before", "whereas", "once", "as", "and", "but", "or", "so", "amid"]
)  # words with which something else begins
APART = frozenset({"main", "coordinated", "inverted", "resumed", "contact"})  # clauses that are events of their own
ENDED = frozenset({"nominal", "contact"})  # an event's noun; "a call [he made]" has its end
HANGS = TURNS | frozenset(
    ["that", "to", "how", "why", "what", "if", "whether", "by", "of", "with", "for", "in", "on", "at", "than", "not"]
    + ["about", "over", "into", "from", "against", "he", "she", "they", "we"]
)  # words that no clause ends in
FRONTED = re.compile(
    r"\bthat (?:by the time|once|until|despite|while|although|though|if|when|because|after|before|since|without|even"
    r"|during|what|whatever|whoever|whichever|wherever|however)\b[^,]*$"
)  # "insisted that despite the storm" [, the bridge was safe]
BY_DOING = re.compile(r"(?:by|upon|on|without) \w+ing\b")  # "won the vote by promising ...": told of its own
FINITE = frozenset({"VBD", "VBZ", "MD"})  # right behind a clause: the verb of the one around it
TENSED = FINITE | {"VBP", "VB"}
HELPING = frozenset({"has", "have", "had", "will", "would", "could", "should", "may", "might", "must"})
NEEDS_VERB = frozenset({"because", "if", "unless", "although", "though", "whether", "while", "when", "that"})
OPENERS = NEEDS_VERB | {"after", "before", "as", "once", "until"}
TAIL = 14  # words behind its link that a clause may have before its verb
CONDITION = re.compile(r"(?:If|Unless|Once|Until|Should|Provided)\b[^,;:.?!\"“”]{4,160}, ")
AIMING = frozenset({"plan", "begin", "fail", "seem", "ask"})  # classes of verbs that a "to" carries on
REACH = 12  # words behind a clause in which it is seen how they go on
ASKING = frozenset({"how", "why", "what", "whether"})
LIKENING = frozenset({"if", "though", "well", "part"})
SPEAKER = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}: ")  # "Lee: [the mill cheated us]"
AMONG = re.compile(r", (?:among them|including) $")
AMONG_ENDS = ("among them ", "including ", "\n")
MOST = 30  # words that a clause is carried on


def to_the_pause(scene: Scene, words: Sequence[Word], found: Sequence[Action]) -> list[Action]:
    """The actions of one sentence, each with the end of its quotation and of what it goes on to say."""
    if not found:
        return []
    starts = list(map(START, words))
    found = [from_its_head(scene.text, words, action) for action in found]
    bounds = sorted(a.start for a in found if a.rule in APART)
    last = words[-1].end
    found = [up_to_the_verb(words, starts, action) for action in found]
    quoting = bisect_right(scene.opened, last + 2) > bisect_left(scene.opened, starts[0])  # a quotation opens here
    if quoting:
        found = [in_marks(scene, action, last) for action in found]
    ended = [carried_on(scene.text, words, starts, bounds, action) for action in found]
    if quoting:
        ended = [in_marks(scene, action, last) for action in ended]
    return [without_rest(scene.text, without_saying(scene.text, action)) for action in ended]


def without_saying(text: str, action: Action) -> Action:
    """ "Released a statement" [saying, "..."]: the quotation is not shown, so neither is what announces it."""
    led = text.endswith(" saying", action.start, action.end) and text[action.end : action.end + 1] in (",", ":")
    return action._replace(end=action.end - len(" saying")) if led else action


def in_marks(scene: Scene, action: Action, last: int) -> Action:
    """The action up to the end of a quotation that opens inside it: "called it “a win for all” ..."."""
    k = bisect_right(scene.opened, action.end) - 1
    if k < 0 or not action.start < scene.opened[k] <= action.end <= scene.said[k][1]:
        return action
    end = min(scene.said[k][1], last)
    mark = next((m for m in ("”", "''", '"', "’’", "’") if scene.text.startswith(m, end)), "")
    return action._replace(end=max(action.end, end + len(mark) if end < last else end))


def carried_on(
    text: str, words: Sequence[Word], starts: Sequence[int], bounds: Sequence[int], action: Action
) -> Action:
    """The action up to the next pause, where its clause broke off before a word that goes on with it."""
    first = bisect_left(starts, action.end)
    if first < len(words) and words[first].start == action.end and words[first].text.lower() in ("n't", "n’t"):
        return action._replace(end=words[first].end)
    if (
        reports_bare(words, starts, action, first)
        or in_its_verb(words, first, action)
        or how_then(words, first)
        or not_only(text, action, words[-1].end)
        or lacks_verb(words, starts, action, first)
        or without_end(words, starts, action, first)
    ):
        return action._replace(end=words[-1].end if words[-1].text not in PAUSES else words[-2].end)
    if action.rule in ENDED or first == len(words):
        return action
    open_end = hangs(text, action) or half(words, starts, action, first) or bound(words, first, action.end)
    if not open_end and not goes_on(text, action.end, words[first]):
        return action
    stop, k = next((at for at in bounds if at >= words[first].start), words[-1].end + 1), first + open_end
    aims = words[first].tag != "IN"  # "opened | in May to sell coal": a purpose can be left out
    while (
        k < len(words) and words[k].end <= stop and words[k].text not in PAUSES and not turns(words[k], k > first, aims)
    ):
        k += 1
    k = without_length(words, k)
    while k > first and words[k - 1].text.lower() in HANGS:
        k -= 1  # no link is left hanging
    return longer(text, action, words[first], words[k - 1].end) if first < k <= first + MOST else action


def longer(text: str, action: Action, word: Word, end: int) -> Action:
    """The action up to ``end``; what comes with "how" or "why" is what is told ("explained | how he would be free")."""
    thing = text[word.start : end] if action.object is None and word.text.lower() in ASKING else action.object
    return action._replace(end=end, object=thing)


def up_to_the_verb(words: Sequence[Word], starts: Sequence[int], action: Action) -> Action:
    """ "Mr Lee, who ran the mill, [wrote to the mayor]": behind its comma a verb is that of the clause around."""
    if action.rule != "relative":
        return action
    first, last = bisect_left(starts, action.start), bisect_left(starts, action.end) - 1
    for k in range(first + 2, last):
        if words[k].text == "," and ends_aside(words[k + 1 : k + 4]) and not joined(words[k + 1 : last + 4]):
            return action._replace(end=words[k - 1].end, object=None)
    return action


def ends_aside(words: Sequence[Word]) -> bool:
    """True where a finite verb follows, or what a tagger takes for a participle before its object."""
    words = words[1:] if words[0].tag == "RB" else words  # ", once said"
    behind = words[1].tag if len(words) > 1 else ""
    return words[0].tag in FINITE or (words[0].tag == "VBN" and behind in ("NNP", "DT", "PRP", "PRP$"))


def joined(words: Sequence[Word]) -> bool:
    """True where a verb follows an "and": "who sang, danced and played"."""
    pairs = zip(words, words[1:], strict=False)
    return any(one.text.lower() in ("and", "or") and two.tag in FINITE for one, two in pairs)


def from_its_head(text: str, words: Sequence[Word], action: Action) -> Action:
    """The action with what it hangs on before it: "If the wall falls, [the town will flood]", "Eleven men, among them
    [Mr Lee], died"."""
    if action.rule not in ("main", "resumed") or not words[0].start < action.start:
        return action
    first = words[0].start
    if text.endswith(AMONG_ENDS, first, action.start) and AMONG.search(text, first, action.start):
        return action._replace(start=first)
    if text.endswith(": ", first, action.start) and SPEAKER.fullmatch(text, first, action.start):
        return action._replace(start=first)
    bound = action.status in ("planned", "hypothetical") and CONDITION.fullmatch(text, first, action.start) is not None
    return action._replace(start=first) if bound else action


def without_end(words: Sequence[Word], starts: Sequence[int], action: Action, first: int) -> bool:
    """True for "was held in Riga because" [, he said, rents are low] and "came up after Mr Lee" [, asked of it, had
    left]: behind its last link a clause has no verb before the comma."""
    if not 0 < first < len(words) - 1 or words[first].text != "," or action.rule in ENDED:
        return False
    tail = range(first - 1, max(first - 1 - TAIL, bisect_left(starts, action.start)), -1)
    at = next((k for k in tail if words[k].text.lower() in OPENERS or words[k].tag in TENSED), None)
    if at is None or words[at].tag in TENSED:
        return False
    later = words[first + 1 : first + MOST]
    if words[at].text.lower() in NEEDS_VERB:
        return any(word.tag in TENSED for word in later)
    named = words[at].text.lower() in ("after", "before") and any(words[k].text == "," for k in range(at, first))
    if named and later[0].tag == "VBD":
        return True  # "after a rival, Mr Hall" [, bought a fifth]
    pushed = later[0].tag in ("VBN", "VBD", "VBG", "WP") and words[first - 1].tag == "NNP"
    return pushed and any(word.tag in FINITE for word in later[1:])


def half(words: Sequence[Word], starts: Sequence[int], action: Action, first: int) -> bool:
    """True for "won after a brutal" [and tiring week]: a noun phrase that has not come to its noun."""
    if not 3 < first < len(words) - 1 or words[first].text.lower() not in ("and", "or"):
        return False
    if words[first - 1].tag == words[first + 1].tag == "VBG":
        return True  # "reported raising" [and spending nine million]
    within = [word.tag for word in words[max(first - 4, bisect_left(starts, action.start)) : first]]
    at = next((k for k, tag in enumerate(within) if tag in ("DT", "CD", "PRP$")), None)
    opened = at is not None and not any(tag.startswith("N") for tag in within[at:])
    return opened and within[-1] in ("JJ", "VBN", "VBG") and words[first + 1].tag in ("JJ", "VBN", "VBG", "RB", "NN")


def hangs(text: str, action: Action) -> bool:
    """True for "the lack of details about" [where the bridge would be]."""
    if text[action.end : action.end + 1] != " ":
        return False
    return text[action.start : action.end].rpartition(" ")[2].lower() in HANGS


def lacks_verb(words: Sequence[Word], starts: Sequence[int], action: Action, end: int) -> bool:
    """True for "argued that the plan" [and its cost would fall] and "said the plan" [, old as it was, would fall]: what
    is said has lost its verb."""
    verb = action.verb.rpartition(" ")[2]
    if action.object is None or action.rule not in APART or verb_class(verb) not in CLAUSAL:
        return False
    if FRONTED.search(action.object):
        return end < len(words) - 1
    led = action.object.startswith("that ") or verb in ("said", "says", "say", "argued", "argues", "claimed", "claims")
    at = next((k for k in range(bisect_left(starts, action.start), end) if words[k].text == verb), end) + 1
    end = before_relative(words, at, end)  # "said Mr Lee, who ran the mill" [, held a bank]
    return led and at < end < len(words) - 1 and all(word.tag not in TENSED for word in words[at:end])


def before_relative(words: Sequence[Word], at: int, end: int) -> int:
    """Where a "who" or "which" with its one verb begins that a comma closes at ``end``, else ``end``."""
    if end >= len(words) or words[end].text != ",":
        return end
    opened = next((k for k in range(at + 1, end) if words[k].tag in ("WP", "WDT")), end)
    return opened if sum(word.tag in TENSED for word in words[opened:end]) == 1 else end


def not_only(text: str, action: Action, last: int) -> bool:
    """True for "won not only in the north" [, where it rained, but also in the south]."""
    at = text.find(" not only ", action.start, action.end)
    return at > 0 and text.find(" but ", at, action.end) < 0 < text.find(", but ", action.end, last)


def how_then(words: Sequence[Word], first: int) -> bool:
    """True for "described" [how, as a boy, he swam]."""
    near = [word.text.lower() for word in words[first : first + 2]]
    return near[1:] == [","] and near[0] in ASKING | {"that"}


def in_its_verb(words: Sequence[Word], first: int, action: Action) -> bool:
    """True for "a sale which he has" [, so far, refused]: the end stands within a verb."""
    if action.rule not in APART or not 0 < first < len(words) - 1 or words[first].text != ",":
        return False
    return words[first - 1].text.lower() in HELPING and any(
        word.tag in ("VBN", "VB") for word in words[first + 1 : first + 1 + REACH]
    )


def reports_bare(words: Sequence[Word], starts: Sequence[int], action: Action, end: int) -> bool:
    """True for "the paper reports half of the talks" [as mayor were in Riga]: without "that", and its verb is to come
    before the next pause."""
    if action.object is None or not end < len(words) - 1 or words[end].text.lower() != "as":
        return False
    if verb_class(action.verb.rpartition(" ")[2]) not in TELLING:
        return False
    own = words[bisect_left(starts, action.start) : end]
    at = next((k for k, word in enumerate(own) if word.text == action.verb.rpartition(" ")[2]), len(own))
    if any(w.tag in TENSED or w.text.lower() in TURNS for w in own[at + 1 :]):
        return False
    stop = next((k for k in range(end, len(words)) if words[k].text in PAUSES), len(words))
    return any(word.tag in FINITE for word in words[end:stop])


def without_length(words: Sequence[Word], k: int) -> int:
    """The end without "forty minutes" before [after it had left]."""
    if not 0 < k < len(words) or words[k].text.lower() not in ("after", "before") or words[k - 1].text not in UNITS:
        return k
    count = k - 3 if words[k - 2].tag == "NN" else k - 2  # "forty" is often taken for a noun
    return next((n + 1 for n in range(count, -1, -1) if words[n].tag not in ("CD", "DT", "JJ")), k)


def turns(word: Word, later: bool, aims: bool = False) -> bool:
    """True for a word that begins something else; "and" and "as" may also join what belongs together, and a "to" that
    ``aims`` at something belongs to what goes on."""
    low = word.text.lower()
    return (low in TURNS and not (later and low in ("and", "or", "as"))) or (
        low == "to" and not (later and (aims or word.tag == "IN"))
    )


def bound(words: Sequence[Word], first: int, end: int) -> bool:
    """True where the word at ``first`` begins no other clause: "as well as the ferry", "as if he knew", "as a sign of
    trust", "committed | to keeping the pier", "continues | to lose"."""
    near = words[first : first + REACH]
    if len(near) < 3 or near[0].start != end + 1:
        return False
    low = near[0].text.lower()
    if low == "but":
        return near[1].text.lower() == "also"  # "lost not only the pier | but also the ferry"
    if low == "to":
        return near[1].tag == "VBG" if near[0].tag == "IN" else verb_class(words[first - 1].text) in AIMING
    if low != "as" or near[1].text.lower() in LIKENING or near[2].text.lower() == "as":
        return low == "as"
    stop = next(
        (k for k, word in enumerate(near) if k and (word.text in PAUSES or word.text.lower() in TURNS)), len(near)
    )
    return near[1].tag != "PRP" and all(word.tag not in TENSED for word in near[:stop])


def goes_on(text: str, end: int, word: Word) -> bool:
    """True where the ``word`` right behind the clause is no pause and begins nothing else."""
    if word.start != end + 1 or text[end] != " " or word.text in PAUSES or word.tag in FINITE:
        return False
    return not turns(word, later=False) and not BY_DOING.match(text, word.start)
