"""Where the words of indirect speech begin and end: one small rule for each construction, the first that fits wins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from summariser.quotes.candidates import Scene, starting_at
from summariser.quotes.cues import ACCORDING, Cue
from summariser.quotes.lines import Line
from summariser.quotes.places import Clause, Place, says_nothing, skip_times, tells_when

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ASKING = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which"})
OPENERS = frozenset(
    {"DT", "PDT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "EX", "RB", "VBG", "IN"}
)
LEAST = 2  # words of a clause
Rule = Callable[[Place], Clause | None]


def that_clause(place: Place) -> Clause | None:
    """X said that …."""
    line, i = place.scene.line, place.next
    if line.narrated(i) and i < place.high:
        i += line.words[i].text == "," and i + 1 < place.high
        if line.words[i].text.lower() == "that" and line.words[i].tag in ("IN", "WDT", "DT"):
            return content(place, i, "that_clause")
    return None


def told_clause(place: Place) -> Clause | None:
    """X told Y (that) …."""
    scene, i = place.scene, place.cue.end
    k = starting_at(scene, i)
    if k is None:
        return None
    i = skip_times(scene, scene.phrases[k].end, place.high)
    if i < place.high and scene.line.narrated(i):
        word = scene.line.words[i]
        if word.text.lower() == "that" or (word.tag == "TO"):
            return content(place, i, "told_clause")
        if begins_clause(scene, i, place.high):
            return content(place, i, "told_clause")
    that = far_that(place)
    return content(place, that, "told_clause") if that else None


def far_that(place: Place) -> int | None:
    """The "that" behind a long hearer: "told the Orlu News on Friday in a call | that"."""
    words, line = place.scene.line.words, place.scene.line
    for i in range(place.cue.end, min(place.high, place.cue.end + 16)):
        if not line.narrated(i) or words[i].tag in FINITE or words[i].text == ",":
            return None
        if words[i].text == "that" and words[i].tag == "IN":
            return i
    return None


def bare_clause(place: Place) -> Clause | None:
    """X said ….: a noun phrase and its finite verb follow."""
    for i in (place.next, place.cue.end):
        if begins_clause(place.scene, i, place.high):
            return content(place, i, "bare_clause")
    return None


def asked_clause(place: Place) -> Clause | None:
    """X asked whether …."""
    line, i = place.scene.line, place.next
    if i < place.high and line.words[i].text.lower() in ASKING:
        return content(place, i, "asked_clause")
    return None


def infinitive(place: Place) -> Clause | None:
    """X promised to …; X urged Y to …."""
    scene, i = place.scene, place.cue.end
    if "r" in place.cue.verb.frames:
        k = starting_at(scene, i)
        if k is not None and to_follows(place, scene.phrases[k].end):
            return content(place, i, "infinitive")
    if "i" in place.cue.verb.frames and to_follows(place, place.next) and not says_nothing(place):
        return content(place, place.next, "infinitive")
    return None


def to_follows(place: Place, i: int) -> bool:
    """Whether an infinitive begins at word ``i``."""
    return i < place.high and place.scene.line.narrated(i) and place.scene.line.words[i].tag == "TO"


def accused_of(place: Place) -> Clause | None:
    """X accused Y of …."""
    line = place.scene.line
    of = next(
        (i for i in range(place.cue.end, min(place.high, place.cue.end + 12)) if line.words[i].text == "of"), None
    )
    return content(place, of + 1, "accused_of") if of else None


def loose_clause(place: Place) -> Clause | None:
    """X said ….: whatever stands there with a finite verb, behind an adverb, a number, a gerund or "if"."""
    scene, i = place.scene, place.cue.end
    if i >= place.high or not scene.line.narrated(i):
        return None
    words = scene.line.words
    if words[i].tag not in OPENERS or FINITE.isdisjoint(scene.line.tags[i + 1 : place.high]):
        return None
    return content(place, i, "loose_clause")


def inserted(place: Place) -> Clause | None:
    """ "A, X said, B": both pieces."""
    line, comma = place.scene.line, last_comma(place)
    if comma is None or comma - place.low < 1:
        return None
    after = next(
        (i for i in range(place.cue.end, min(place.high, place.cue.end + 8)) if line.words[i].text == ","), None
    )
    if after is None or place.high - after <= LEAST or line.words[after + 1].tag in ("VBG", "WP", "WDT"):
        return None
    rest = content(place, after + 1, "inserted")
    ahead = place.next == after or place.cue.verb == ACCORDING or starting_at(place.scene, place.cue.end) is not None
    return rest and ahead and Clause(place.low, comma, "inserted", (rest.start, rest.end)) or None


def spoken_after(place: Place) -> Clause | None:
    """ "…, X said."; "…, said X"; "…, according to X": the clause before the comma."""
    line = place.scene.line
    comma = last_comma(place)
    after = line.words[place.next] if place.next < place.high and line.narrated(place.next) else None
    tail = (
        after is None or after.text in ",;—–-" or place.cue.verb.lemma == "according to" or comma == place.cue.start - 1
    )
    if comma is None or not tail:
        return None
    return Clause(place.low, comma, "spoken_after") if comma - place.low >= LEAST else None


def last_comma(place: Place) -> int | None:
    """The comma that parts the reported clause from its speaker."""
    line = place.scene.line
    for subject in place.subjects:
        phrase = place.scene.phrases[subject.phrase]
        left = place.cue.start if phrase.start > place.cue.start else phrase.start
        if left - 1 > place.low and line.words[left - 1].text == ",":
            return left - 1
    return None


def according_first(place: Place) -> Clause | None:
    """According to X, …."""
    line = place.scene.line
    if place.cue.verb.lemma != "according to" or place.cue.start > place.low + 1:
        return None
    comma = next((i for i in range(place.cue.end, place.high) if line.words[i].text == ","), None)
    return content(place, comma + 1, "according_first") if comma else None


def according_last(place: Place) -> Clause | None:
    """… according to X, no comma."""
    if place.cue.verb.lemma != "according to":
        return None
    end = place.cue.start - (place.scene.line.words[place.cue.start - 1].text == ",")
    return Clause(place.low, end, "according_last") if end - place.low >= LEAST else None


def gerund(place: Place) -> Clause | None:
    """X denied taking …."""
    line, i = place.scene.line, place.cue.end
    if i < place.high and line.words[i].tag == "VBG":
        return content(place, i, "gerund")
    return None


def object_phrase(place: Place) -> Clause | None:
    """X criticised …: a noun phrase is what was said, or about what."""
    scene, i = place.scene, place.cue.end
    if i < place.high and scene.line.narrated(i):
        word = scene.line.words[i]
        if tells_when(place, i):
            return None
        if starting_at(scene, i) is not None or (word.tag in ("IN", "TO", "VBG", "PRP$", "DT", "JJ", "RB")):
            return content(place, i, "object_phrase")
    return None


RULES: tuple[tuple[Rule, str], ...] = (  # each with the frames one of which its verb must have
    (according_first, "q"),
    (that_clause, "bct"),
    (told_clause, "t"),
    (asked_clause, "wbco"),
    (infinitive, "ri"),
    (accused_of, "a"),
    (gerund, "g"),
    (bare_clause, "bc"),
    (inserted, "bc"),
    (spoken_after, "bcq"),
    (according_last, "q"),
    (loose_clause, "b"),
    (object_phrase, "onp"),
)


@cache
def rules_for(frames: str) -> tuple[Rule, ...]:
    """The rules for a verb with these frames."""
    return tuple(rule for rule, wanted in RULES if not set(wanted).isdisjoint(frames))


def begins_clause(scene: Scene, i: int, high: int) -> bool:
    """Whether a noun phrase begins at word ``i`` and a finite verb follows it."""
    line = scene.line
    if i >= high or not line.narrated(i):
        return False
    if line.words[i].tag in ("EX", "DT") and i + 1 < high and line.words[i + 1].tag in FINITE:
        return True
    k = starting_at(scene, i)
    if k is None:
        return False
    end = min(high, scene.phrases[k].end + 12)
    if scene.phrases[k].end < end and line.words[scene.phrases[k].end].tag == "VBN":
        return True  # past tense taken for a participle: "said the union expected …"
    return any(line.words[j].tag in FINITE for j in range(scene.phrases[k].end, end) if line.narrated(j))


def content(place: Place, start: int, rule: str) -> Clause | None:
    """The clause from ``start`` to the end of its sentence, or to the next cue set off by a comma."""
    line, end, cues = place.scene.line, place.high, place.scene.cues
    for number in range(bisect_right(cues, start, key=lambda c: c.start), len(cues)):
        other = cues[number]
        if other.group > place.high:
            break
        if start < other.start < end and other.tag == "VBG" and line.words[other.group - 1].text == ",":
            end = other.group - 1
        elif (
            start < other.start < end and other.verb.lemma == "according to" and line.words[other.start - 1].text == ","
        ):
            end = other.start - 1
        elif start < other.group - 1 < end and goes_on(line, place.cue, other):
            end = other.group - 1 - (line.words[other.group - 2].text == ",")
    return Clause(start, end, rule) if end - start >= LEAST else None


def goes_on(line: Line, cue: Cue, other: Cue) -> bool:
    """Whether a later cue has the same speaker: "said …, and | added"."""
    joined = line.words[other.group - 1].tag == "CC" and cue.group == cue.start and other.group == other.start
    return joined and cue.tag == other.tag and cue.tag in ("VBD", "VBZ")
