"""How a mention stands in its sentence, and which of those seen so far "he" or "she" may mean: the subject of the main
clause before others, and nobody when two fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import Span, Word
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person
from summariser.people.roles import INSIDE_ROLE, ends_role
from summariser.short import short

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DASHES = frozenset({"-", "–", "—", "--", "―"})
CLOSERS = {",": ",", "(": ")"}
ASIDE = 14  # words between commas that are looked over
FRONTS = frozenset({"IN", "WRB", "VBG", "VBN", "TO"})
SUBORDINATE = frozenset(
    {"if", "after", "before", "while", "although", "though", "as", "because", "since", "once", "until", "unless"}
)
AFTER_QUOTE = 3  # characters between the end of a quotation and the "he" of its "he said"
CLAUSES = frozenset({"while", "although", "though", "because", "when"})
REACH = 4  # sentences back; further a reader would be told the name again
MANY = 60  # mentions looked back at: a bound on work


class Quoted:
    """Looks up which stretch in quotation marks a place lies in."""

    def __init__(self, stretches: Sequence[Span]) -> None:
        self.starts = [s.start for s in stretches]
        self.ends = [s.end for s in stretches]

    def stretch(self, at: int) -> int:
        """The stretch that holds a place; -1 outside of all."""
        n = bisect_right(self.starts, at) - 1
        return n if n >= 0 and at < self.ends[n] else -1

    def ends_before(self, at: int) -> bool:
        """Whether a quotation ends right before a place: "...," | he said."""
        n = bisect_right(self.starts, at) - 1
        return n >= 0 and 0 <= at - self.ends[n] <= AFTER_QUOTE


class Place(NamedTuple):
    """How a mention stands: ``subject`` of a clause, in the phrase that opens a sentence before its main clause
    (``fronted``), behind a preposition (``oblique``), no topic (``modifier``): in front of a noun that it tells apart
    ("the Lee campaign"), or who noted something by the way ("as Lee noted"), or within a sentence that this person says
    (``aside``: The news, Lee said, is ...)."""

    subject: bool
    fronted: bool
    oblique: bool
    modifier: bool
    aside: bool = False


as_place = short(Place)


class Seen(NamedTuple):
    """A mention that a pronoun may mean; ``quoted`` is the stretch it stands in, -1 outside; ``introduced`` says that
    the person comes in here, with a role.  ``person`` is nobody of the cast for "a man"."""

    found: Found
    place: Place
    quoted: int
    introduced: bool
    person: Person


as_seen = short(Seen)


def fits(person: Person, pronoun: Found) -> bool:
    """Whether a person may be "he", or "she", as far as is known."""
    return person.gender in ("", pronoun.role)


def placed_at(words: Sequence[Word], found: Found, known: Known) -> Place:
    """How a mention stands in its sentence."""
    fronted = found.first < front_of(words)
    if found.form == "pronoun":
        subject = words[found.first].tag == "PRP" and words[found.first].text.lower() in ("he", "she")
        return as_place((subject, fronted, False, False, False))
    modifier = found.form == "name" and (tells_apart(words, found.last) or is_source(words, found, known))
    after = next((w.tag for w in words[found.last : found.last + 3] if w.tag != "RB"), "")
    acts = after in FINITE or after == "VBN" or seems_noun(words, found.last)  # VBN: "Lee forcefully differed"
    oblique = not acts and after != "POS" and is_oblique(words, found, known)
    subject = not modifier and (acts or leads(words, found, oblique, after) or is_speaker(words, found, known))
    return as_place((subject, fronted, oblique, modifier, acts and is_aside(words, found)))


def leads(words: Sequence[Word], found: Found, oblique: bool, after: str) -> bool:
    """Whether a verb of its own follows a mention further on: before any verb, behind commas, or after "while"."""
    if found.form == "nominal" and words[found.first - 1].text in CLAUSES:
        return True  # ", while a man in red left"
    return not oblique and ((after != "POS" and found.last <= first_verb(words)) or verb_behind(words, found.last))


def first_verb(words: Sequence[Word]) -> int:
    """Where the first finite verb of a sentence stands; its length where there is none."""
    return next((n for n, w in enumerate(words) if w.tag in FINITE), len(words))


def front_of(words: Sequence[Word]) -> int:
    """Where the phrase or clause ends that a sentence opens with before its main clause: When Lee spoke "," Obi left;
    0 where it opens with none: On Friday Lee spoke, ..."""
    at = 1 if len(words) > 1 and words[0].tag == "CC" else 0
    if not words or words[at].tag not in FRONTS:
        return 0
    end = next((n for n, w in enumerate(words) if w.text == ","), 0)
    phrase = words[at].tag == "IN" and words[at].text.lower() not in SUBORDINATE
    return 0 if phrase and any(w.tag in FINITE for w in words[:end]) else end


def opens(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens the main clause behind a phrase in front: In a talk with Lee, "he" said."""
    front = front_of(words)
    return front > 0 and front < at and all(w.tag == "RB" for w in words[front + 1 : at])


def verb_behind(words: Sequence[Word], at: int) -> bool:
    """Whether a finite verb follows what stands between commas or brackets: Lee, the mayor of Orlu, "said"."""
    if at + 1 < len(words) and words[at].text in DASHES and words[at + 1].tag in FINITE:
        return True  # his aide - Ann Lee - "has" said
    close = CLOSERS.get(words[at].text) if at < len(words) else None
    end = next((n for n in range(at + 1, min(at + ASIDE, len(words) - 1)) if words[n].text == close), 0)
    return end > 0 and words[end + 1].tag in FINITE and words[at + 1].text not in ("who", "whose", "which", "and")


def lead_of(words: Sequence[Word], found: Found, known: Known) -> int:
    """The place of the word in front of a name with its title or role: "said" in front of the mayor Ann "Lee"."""
    at = found.first - 1 - (found.title is not None)
    if at >= 0 and ends_role(words, at, known):
        while at >= 0 and words[at].tag in INSIDE_ROLE:
            at -= 1
    return at


def tells_apart(words: Sequence[Word], at: int) -> bool:
    """Whether a noun follows a name: "the Lee | campaign"."""
    return at < len(words) and words[at].tag in ("NN", "NNS") and not seems_noun(words, at)


def seems_noun(words: Sequence[Word], at: int) -> bool:
    """A verb that the tagger took for a noun: Lee "points" to."""
    after = words[at + 1].tag if at + 1 < len(words) else ""
    return after in ("TO", "DT", "PRP", "PRP$") and words[at].tag == "NNS"


def is_source(words: Sequence[Word], found: Found, known: Known) -> bool:
    """Somebody in passing: "as Lee noted", "as columnist Lee said"."""
    at = lead_of(words, found, known)
    noted = found.last < len(words) and words[found.last].text in known.speech
    return noted and at > 0 and words[at].text == "as" and not words[at - 1].text[0].isalnum()


def is_aside(words: Sequence[Word], found: Found) -> bool:
    """A name and one verb between commas, in the midst of what is said: The news, "Lee said", is good."""
    at = found.first - 1 - (found.title is not None)
    ends = found.last + 1 < len(words) and words[found.last + 1].text == ","
    return at > 0 and words[at].text == "," and ends


def is_speaker(words: Sequence[Word], found: Found, known: Known) -> bool:
    """A verb of saying stands just before: ," said the mayor, "Lee"; whom Obi told is as much in the reader's mind."""
    at = lead_of(words, found, known)
    beside = at == found.first - 1 or at == 0 or not words[at - 1].text[0].isalnum()
    return beside and at >= 0 and words[at].text in known.speech and words[at].tag != "VBN"


def is_oblique(words: Sequence[Word], found: Found, known: Known) -> bool:
    """Behind a preposition, with or without a title or role between: with "Lee", by Senator "Lee"; "according to Lee"
    is as good as "Lee said"."""
    at = lead_of(words, found, known)
    if at > 1 and words[at].text == "and" and words[at - 1].tag[:3] == "NNP":  # "with Governor Lee and Senator Obi"
        at = next((n for n in range(at - 1, -1, -1) if words[n].tag[:3] != "NNP"), 0)
    if at > 0 and words[at - 1].text.lower() in ("according", "as"):  # "according to Lee", "as for Lee"
        return False
    return at >= 0 and words[at].tag in ("IN", "TO") and words[at].text.lower() not in ("that", "because", "if")


def mean(seen: Sequence[Seen], pronoun: Found, opening: bool, inside: int, never: Person | None) -> Person | None:
    """Whom a pronoun means: sentence by sentence backwards, the subject first, else the only one who fits."""
    fitting: dict[int, list[Seen]] = {}
    for one in reversed(seen[-MANY:]):
        if pronoun.sentence - one.found.sentence > REACH:
            break
        if one.quoted == inside and one.person is not never and fits(one.person, pronoun):
            fitting.setdefault(one.found.sentence, []).append(one)
    for sentence in sorted(fitting, reverse=True):
        here = sentence == pronoun.sentence
        ranked = strongest(fitting[sentence], here and opening, here)
        answer = only(ranked, pronoun.role == "m" and here)
        if answer is not None or len({id(s.person) for s in ranked}) > 1:
            return answer
    return None


def strongest(candidates: list[Seen], opening: bool, here: bool) -> list[Seen]:
    """Those of one sentence that come first: nobody who only tells a noun apart ("the Lee campaign") beside others, nor
    who says this very sentence (``here``), nor the subject of a clause in front of another's main clause; for the
    subject of the main clause itself (``opening``) nobody behind a preposition in front ("In a talk with Lee, he")."""
    candidates = [c for c in candidates if not c.place.modifier and not (here and c.place.aside)] or candidates
    if any(c.place.subject and not c.place.fronted for c in candidates):
        candidates = [c for c in candidates if not (c.place.fronted and c.place.subject)]
    if opening:
        candidates = [c for c in candidates if not (c.place.fronted and c.place.oblique)]
    return candidates


def only(candidates: list[Seen], here: bool) -> Person | None:
    """The one person among them; the one subject where there are several; those whose gender shows before others, but
    for a "he" of this sentence its subject whose gender does not show before an object."""
    subjects = [c for c in candidates if c.place.subject]
    if here and len({id(c.person) for c in subjects}) == 1:
        return subjects[0].person
    for group in (candidates, subjects):
        people = {id(c.person): c.person for c in group}
        if len(people) > 1:
            acting = {id(c.person) for c in subjects[:1]} if here else set()  # "..., Obi won his race": Obi fits too
            people = {i: p for i, p in people.items() if p.gender or i in acting} or people
        if len(people) == 1:
            return next(iter(people.values()))
    return None
