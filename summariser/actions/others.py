"""Dates that stand in a clause and are not its own: ordered rules over the words round a date, first answer wins.

Such a date ends what goes on ("closed until Friday"), is what the clause is measured against ("the highest since
1987"), belongs to a name ("the Gold Act of 1934") or to another event ("ahead of the Tuesday vote").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from summariser.actions.chunks import Line
from summariser.people.antecedents import FINITE

BACK = 12  # words looked at before a date
PUT_OFF = frozenset({"delayed", "postponed", "adjourned", "deferred", "off", "back"})
PAPERS = frozenset({"affidavit", "memo", "email", "letter", "report", "statement", "ruling", "article", "contract"})
TITLED = frozenset({"this", "the"})  # before the "Week" or "Morning" of a name
LAST = frozenset({"last", "previous"})
NAMING = frozenset({"super", "black", "ash", "bloody", "cyber"})  # of a "Super Tuesday"
EVERY_WEEK = frozenset({"services", "prayers", "masses", "mornings", "nights", "evenings", "sermons"})
TOLD_OF = EVERY_WEEK | {"marks", "marked"}
FEASTS = frozenset({"christmas", "easter", "ramadan", "thanksgiving", "halloween", "passover", "diwali"})
PRICED = frozenset({"price", "prices", "close", "level", "levels", "rate", "rates", "value"})
REPORTS = frozenset({"reported", "noted"})
RUNS = frozenset({"to", "until", "till", "through", "-", "–"})
COMING = frozenset({"will", "'ll", "’ll", "shall", "starting", "beginning"})
RARE = frozenset({"first", "only", "any", "not", "n't", "n’t", "never", "best", "worst", "least", "most"})
DID = frozenset({"did", "had", "was", "were"})
HOUR = re.compile(r"(?:midnight|noon|midday|dawn|dusk|daybreak|sunrise|sunset|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)\b")


class Spot(NamedTuple):
    """A date in its sentence: where it begins and where the words behind it do, the words before it in small letters,
    the last of them and its own first."""

    line: Line
    at: int
    end: int
    before: tuple[str, ...]
    led: str
    here: str


Rule = Callable[[Spot], bool | None]


def is_anothers(line: Line, at: int) -> bool:
    """Whether the date at word ``at`` is none of the clause that it stands in."""
    before = line.low[max(0, at - BACK) : at]
    here = line.low[at] if at < len(line.low) else ""
    end = next((k for k in range(at + 1, len(line.letters)) if line.letters[k] != "t"), len(line.letters))
    return first(RULES, Spot(line, at, end, before, before[-1] if before else "", here))


def first(rules: Sequence[Rule], spot: Spot) -> bool:
    """The first answer; no, where there is none."""
    return next((answer for rule in rules if (answer := rule(spot)) is not None), False)


# ------------------------------------------------------------------ of another event
def of_paper(spot: Spot) -> bool | None:
    """ "Doubted an Aug. 8, 2015, affidavit": the day of what is spoken of, where no "in" or "at" leads it."""
    if spot.led not in ("a", "an"):
        return None
    line, at = spot.line, spot.at
    noun = next((k for k in range(at, min(at + 8, len(line.low))) if line.letters[k] not in "t,"), len(line.low))
    plain = line.letters[noun : noun + 1] == "N" and line.low[noun] in PAPERS
    return plain and spot.before[-2:-1] not in (("in",), ("at",))


def of_a_show(spot: Spot) -> bool | None:
    """Told the show "This Week"."""
    after = spot.line.words[spot.at + 1 : spot.at + 2]
    return (spot.here in TITLED and bool(after) and after[0].text.istitle()) or None


def of_a_vote(spot: Spot) -> bool | None:
    """ "A tenth less than at the last vote, in 2008"."""
    return (spot.before[-2:] == (",", "in") and not LAST.isdisjoint(spot.before)) or None


def of_raids(spot: Spot) -> bool | None:
    """ "Spoke of the May 1, 2001, raids"."""
    line, end = spot.line, spot.end
    comma = spot.led == "the" and line.low[end : end + 1] == (",",)
    return (comma and line.letters[end + 1 : end + 2] in ("N", "J")) or None


def told_of(spot: Spot) -> bool | None:
    """ "Tuesday marks a year since the mill closed", "spoke during Sunday services", "on Super Tuesday": a day that is
    itself told of, one that comes again and again, one that is a name."""
    return spot.led in NAMING or not TOLD_OF.isdisjoint(spot.line.low[spot.end : spot.end + 1]) or None


def of_a_debate(spot: Spot) -> bool | None:
    """ "Ready for Tuesday's debate"."""
    if spot.line.low[spot.end : spot.end + 1] not in (("'s",), ("’s",)):
        return None
    return spot.led in ("for", "about", "of", "over", "into", "from")


def of_a_speech(spot: Spot) -> bool | None:
    """ "Ms Lee's Tuesday speech"."""
    letters, at, end = spot.line.letters, spot.at, spot.end
    return (letters[at - 1 : at] == "s" and letters[end : end + 1] == "N") or None


OTHERS: tuple[Rule, ...] = (of_paper, of_a_show, of_a_vote, of_raids, told_of, of_a_debate, of_a_speech)


def of_another(spot: Spot) -> bool | None:
    """True for the day of another event, or one that is spoken of."""
    return first(OTHERS, spot) or None


# ------------------------------------------------------------------ what the words before say
def of_a_claim(spot: Spot) -> bool | None:
    """ "The claim that 2016 is lost": a year that a verb follows is what is spoken of."""
    return (spot.led == "that" and spot.line.letters[spot.at + 1 : spot.at + 2] in ("b", "h", "M", "v", "z")) or None


def until_then(spot: Spot) -> bool | None:
    """ "Closed until Friday", not "delayed until Friday"."""
    return PUT_OFF.isdisjoint(spot.before[-4:]) if spot.led in ("until", "till") else None


def compared(spot: Spot) -> bool | None:
    """ "A fifth, compared with a tenth in 2010"."""
    return "compared" in spot.before[-8:] or None


def of_a_price(spot: Spot) -> bool | None:
    """ "A fifth more than the closing price on Friday"."""
    return (spot.led in ("on", "at") and not PRICED.isdisjoint(spot.before[-2:-1])) or None


def is_thing(spot: Spot) -> bool | None:
    """ "Called Christmas a sham", "saw the Christmas tree": the feast is what is spoken of."""
    line, at = spot.line, spot.at
    last = at + (spot.here == "the")
    if FEASTS.isdisjoint(line.low[last : last + 1]):
        return None
    return line.letters[at - 1 : at] in tuple("GVzv") or line.letters[last + 1 : last + 2] == "N" or None


def according(spot: Spot) -> bool | None:
    """ "According to a report on Tuesday"."""
    return "according" in spot.before[-8:] or None


def of_a_forecast(spot: Spot) -> bool | None:
    """ "His forecast a year ago that it would end"."""
    line, at = spot.line, spot.at
    return (spot.here == "a" and line.letters[at - 1 : at] == "N" and line.low[at + 3 : at + 4] == ("that",)) or None


def between(spot: Spot) -> bool | None:
    """ "3,000 cases between January and May"."""
    return "between" in (spot.before if spot.led == "and" else spot.before[-6:]) or None


def as_reported(spot: Spot) -> bool | None:
    """ "Opened a bank, as the paper reported on Tuesday"."""
    links = [k for k, word in enumerate(spot.before[:-2]) if word == "as"]
    return any(not REPORTS.isdisjoint(spot.before[k + 1 : k + 3]) for k in links) or None


def measured_from(spot: Spot) -> bool | None:
    """ "Up four points since the last poll in March", "a tour before the vote on May 10": another event's day."""
    line, led = spot.line, spot.led
    for k in range(spot.at - 2, max(-1, spot.at - 9), -1):
        low = line.low[k]
        if line.words[k].tag in FINITE or low in (",", ";"):
            return None
        if low in ("since", "before"):
            return (not at_hour(line, k + 1) and led in ("in", "on", "of")) or None
        if low in ("after", "following"):
            return led == "of" or None  # "after the crash of 2008 all were poor"
        if low == "ahead" and line.low[k + 1] == "of":
            return True  # "turned nasty ahead of the Tuesday vote"
        if low in ("planned", "upcoming", "proposed"):
            return led in ("in", "on", "for") or None  # "spoke of a planned rally on Saturday"
    return None


def at_hour(line: Line, at: int) -> bool:
    """Whether a time of day stands here: "midnight", "9 p.m."."""
    return HOUR.match(" ".join(line.low[at : at + 2])) is not None


def before_then(spot: Spot) -> bool | None:
    """ "Sold before May"; but "swept away before midnight on Monday" was on Monday."""
    return not at_hour(spot.line, spot.at) if spot.led == "before" else None


def from_then(spot: Spot) -> bool | None:
    """ "A dip from March"; but "will carry passengers from Sunday" and "from May to June"."""
    if spot.led != "from" or not RUNS.isdisjoint(spot.line.low[spot.at : spot.at + 6]):
        return None
    return COMING.isdisjoint(spot.before) or None


def since_then(spot: Spot) -> bool | None:
    """ "The first title since 1908", "the worst fire since 1987", "not seen since May": that was the last time."""
    if spot.led != "since":
        return None
    line = spot.line
    for k in range(spot.at - 2, max(-1, spot.at - BACK - 1), -1):
        word, low = line.words[k], line.low[k]
        if word.tag in ("JJS", "RBS") or low in RARE:
            return True
        if word.tag in FINITE or low in (",", ";"):
            return False
    return False


def than_then(spot: Spot) -> bool | None:
    """ "A higher share than Mr Lee did in 2008"."""
    near = spot.before[-6:]
    return "than" in near[-2:] or ("than" in near and not DID.isdisjoint(near[-4:])) or None


def for_a_year(spot: Spot) -> bool | None:
    """ "Their man for 2016"."""
    return (spot.led == "for" and spot.here.isdigit()) or None


def of_a_name(spot: Spot) -> bool | None:
    """ "The Gold Act of 1934"."""
    return (spot.led == "of" and spot.at > 1 and spot.line.words[spot.at - 2].tag in ("NNP", "NNPS")) or None


RULES: tuple[Rule, ...] = (
    of_a_claim, of_another, until_then, compared, of_a_price, is_thing, according, of_a_forecast, between, as_reported,
    measured_from, before_then, from_then, since_then, than_then, for_a_year, of_a_name,
)  # fmt: skip
