"""Actions that the text puts in another time than its news: no scene and no day of publication dates them.

A wrong day is worse than none.  What a speaker tells inside a quotation, what was "once" or "previously", what went on
"over two years", what somebody "who managed Porto" did for a living, and what stands beside a year long past in one
sentence are background.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date as Day

from summariser.actions.sequence import link_word, speaks
from summariser.lexicon import words as entries
from summariser.model import Action, Date
from summariser.text.tokens import small

RECENT = 8  # days before publication within which an article's news lies
PHRASES = (
    "once(?! again| more| and| the)",
    "previously",
    "formerly",
    "originally",
    "initially",
    "historically",
    "traditionally",
    "long ago",
    "at the time",
    "at that time",
    "back then",
    "in the past",
    "at one time",
    "over the course of",
    "in recent (?:days|weeks|months|years)",
    "spent (?:much|most|all|days|weeks|months|years|decades)",
)
Looks = tuple[tuple[str, re.Pattern[str]], ...]


def looks(phrases: Sequence[str]) -> Looks:
    """Each pattern with the plain words that it begins with: to look for these first costs a tenth."""
    return tuple((re.split(r"[(\\]", phrase)[0], re.compile(rf"\b{phrase}")) for phrase in phrases)


ONCE = looks([phrase + r"\b" for phrase in PHRASES])
OVER = re.compile(r"\b(?:over|during|throughout|recent)\b", re.IGNORECASE)
LASTING = re.compile(r"P(?:\d+|X)(?:M|Y|DE|CE|Q)")  # months and more
LEAD = 80  # characters in front of a clause that may tell its time
DURING = re.compile(
    r"\s*(?:And |But )?(?:In|During|After|Before|Since|Following|At) (?:[\w’']+ ){0,5}((?:19|20)\d\d)s?\b[^,.;]*, "
)
SPELL = re.compile(r"\s*(?:[\w-]+ ){1,3}(?:month|year|decade)s? (?:before|after|ago|earlier|into)\b[^.;]*, ")
NAMED_DAY = re.compile(
    r"\s*(?:And |But )?(?:On the (?:[\w’'-]+ ){0,4}(?:night|day|evening|morning|afternoon|eve|anniversary)"
    r"(?: of [^,.;]*)?"
    r"|In the (?:[\w’'-]+ ){0,2}(?:hours|days|weeks|months|years) (?:of|after|before|since|leading) [^,.;]*), "
)  # "On the opening night of the fair, "
AGE = re.compile(
    r"\b(?:WWI|WWII|World War (?:I|II|One|Two)|(?:First|Second) World War|Cold War|Great Depression|(?:18|19)\d0s)\b"
)
AGES = ("WWI", "World War", "Cold War", "Great Depression", "0s")  # what each age has in it
HEAD = 4  # sentences in which a journey may be the news
TRAVEL = frozenset({"travelled", "traveled", "flew", "journeyed", "sailed", "drove", "came", "arrived"})
CAREER = entries("career-verbs")


def asides(
    text: str,
    actions: Sequence[Action],
    dates: Sequence[Date],
    sentence: Sequence[int],
    quoted: frozenset[int],
    published: str | None,
) -> frozenset[int]:
    """The indices of the actions that no day may be guessed for; ``quoted`` are those inside quotation marks."""
    once = spots(text, ONCE)
    ages = [m.span() for m in AGE.finditer(text)] if any(age in text for age in AGES) else []
    lasting = [d for d in dates if d.type == "DURATION" and LASTING.match(d.value)]
    return with_sequels(
        actions,
        sentence,
        {
            k
            for k, action in enumerate(actions)
            if not speaks(action)
            and (
                k in quoted
                or of_career(action)
                or link_word(text, action) in ("how", "why")  # "How a town lost its bridge"
                or (sentence[k] >= HEAD and any(on_the_way(a) for a in with_its_main(actions, sentence, k)))
                or at_another_time(text, action, own_end(actions, k), once, lasting)
                or beside_the_past(actions, sentence, k, published)
                or of_an_era(text, action, published, ages)
            )
        },
    )


def with_sequels(actions: Sequence[Action], sentence: Sequence[int], found: set[int]) -> frozenset[int]:
    """The indices with those of the verbs that go on from them: "On the first night they ate and sang"."""
    for k in range(1, len(actions)):
        near = actions[k - 1]
        onward = actions[k].rule == "coordinated" and near.rule in ("main", "resumed", "coordinated")
        if onward and k - 1 in found and sentence[k] == sentence[k - 1] and near.actor == actions[k].actor:
            found.add(k)
    return frozenset(found)


def spots(text: str, phrases: Looks) -> list[int]:
    """Where the phrases stand in the text, whatever their capitals, in order."""
    low, found = small(text), []
    for words, pattern in phrases:
        at = low.find(words)
        while at >= 0:
            if pattern.match(low, at):
                found.append(at)
            at = low.find(words, at + 1)
    return sorted(found)


def within(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of the stretches, which are in order."""
    k = bisect_right(stretches, (at, at)) - 1
    return any(start <= at < end for start, end in stretches[max(k, 0) : k + 2])


def of_career(action: Action) -> bool:
    """ "who managed Porto and Real Madrid": who somebody is, not what happened."""
    return action.rule == "relative" and not CAREER.isdisjoint(action.verb.lower().split()[-1:])


def with_its_main(actions: Sequence[Action], sentence: Sequence[int], k: int) -> tuple[Action, ...]:
    """The action, and the one before that it only says more of ("from Oslo, where she opened a fair")."""
    hangs = k > 0 and sentence[k - 1] == sentence[k] and actions[k].rule in ("subordinate", "relative")
    return (actions[k], actions[k - 1]) if hangs else (actions[k],)


def on_the_way(action: Action) -> bool:
    """ "Ms Lee travelled to Riga from Oslo": told late, it was before the news, no one says when."""
    if action.rule != "main" or not (action.object or "").startswith(("to ", "from ")):
        return False
    return not TRAVEL.isdisjoint(action.verb.lower().split()[-1:])


def own_end(actions: Sequence[Action], k: int) -> int:
    """Where the clause ends, or where another begins inside it."""
    action = actions[k]
    return next((a.start for a in actions[k + 1 : k + 4] if action.start < a.start < action.end), action.end)


def at_another_time(text: str, action: Action, end: int, once: Sequence[int], lasting: Sequence[Date]) -> bool:
    """ "once", "previously"; "over the past 15 months"."""
    if bisect_left(once, action.start) < bisect_left(once, end):
        return True
    return any(action.start <= d.start < end and OVER.search(text, max(d.start - 8, 0), d.end) for d in lasting)


def of_an_era(text: str, action: Action, published: str | None, ages: Sequence[tuple[int, int]]) -> bool:
    """ "During his 2008 campaign [Mr Lee promised ...]", "helped the WWII effort": an age long past; ``ages`` are where
    the text names one."""
    if any(action.start <= first and end <= action.end for first, end in ages):
        return True
    if text[max(0, action.start - 2) : action.start] != ", ":
        return False  # both patterns end in it
    first = max(0, action.start - LEAD)
    start = max(text.rfind("\n", first, action.start), text.rfind(". ", first, action.start)) + 1
    lead = text[max(start, first) : action.start]
    if NAMED_DAY.fullmatch(lead):
        return True
    if SPELL.fullmatch(lead):
        return True
    fronted = DURING.fullmatch(lead)
    return fronted is not None and bool(published) and not (published or "").startswith(fronted[1])


def beside_the_past(actions: Sequence[Action], sentence: Sequence[int], k: int, published: str | None) -> bool:
    """ "won three titles and returned in 2016": the same actor's deeds of one sentence, one of them long past."""
    action = actions[k]
    for at in (k - 2, k - 1, k + 1, k + 2):
        if not 0 <= at < len(actions) or sentence[at] != sentence[k]:
            continue
        near = actions[at]
        same = near.actor == action.actor and near.rule in ("main", "coordinated", "resumed")
        apart = not (near.start <= action.start and action.end <= near.end)
        if same and apart and near.when and near.when.value and not covers(near.when.value, published):
            return True
    return False


def covers(value: str, published: str | None) -> bool:
    """Whether a date may be that of the news."""
    return is_recent(value, published) or bool(published and published.startswith(value))


def is_recent(value: str | None, published: str | None, days: int = RECENT) -> bool:
    """True for a day at most ``days`` before publication (or any day, where that is not known)."""
    if not value or len(value) != 10:
        return False
    if not published:
        return True
    try:
        return -1 <= (Day.fromisoformat(published[:10]) - Day.fromisoformat(value)).days <= days
    except ValueError:
        return False
