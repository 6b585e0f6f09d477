"""Whom the text is telling of: what "he", "they", "the men" and "the company" take up when no mention says.

The people's room has placed the pronouns that stand for named persons.  What is left means somebody without a name
("a man ... he"), several at once ("Mr King and Mr Weeks ... the men") or the one body named shortly before.  Subjects
are noted as the clauses are read; an answer is given only where one fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from summariser.actions.chunks import Line, Piece
from summariser.lexicon import words as listed
from summariser.model import Actor

REACH = 2  # sentences back
WOMEN = frozenset(
    ["woman", "girl", "mother", "wife", "daughter", "sister", "widow", "actress", "grandmother", "queen", "princess"]
)
MEN = frozenset(
    ["man", "boy", "father", "husband", "son", "brother", "widower", "actor", "grandfather", "king", "prince", "gunman"]
)
PAIRS = frozenset(["men", "women", "pair", "two", "couple", "duo", "brothers", "sisters"])
FIRMS = frozenset(["company", "firm", "airline", "carmaker", "retailer", "manufacturer", "lender", "club", "insurer"])


class Subject(NamedTuple):
    """Who acted in a clause: ``noun`` is the last word of the phrase, ``named`` that a name stood there, ``speaker``
    who says so in a quotation."""

    sentence: int
    actors: tuple[int, ...]
    noun: str
    named: bool
    several: bool
    speaker: int | None


class Accused(NamedTuple):
    """Whom a speech act was about: the noun phrase of "accused the council of"."""

    sentence: int
    speakers: tuple[int, ...]
    line: Line
    noun: Piece


class Thread:
    """The subjects so far; made once an article, filled sentence by sentence."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.sentence = 0
        self.subjects: list[Subject] = []
        self.accused: Accused | None = None
        self.pair: tuple[int, ...] = ()
        self.bodies = sorted((m.start, a.id) for a in actors if firm_like(a) for m in a.mentions if m.form == "name")

    def note(
        self, actors: tuple[int, ...], noun: str, named: bool, several: bool, persons: bool, speaker: int | None = None
    ) -> None:
        """Remember who acted."""
        self.subjects.append(Subject(self.sentence, actors, noun, named, several or len(actors) > 1, speaker))
        del self.subjects[:-8]
        self.together(actors if persons else ())

    def together(self, persons: tuple[int, ...]) -> None:
        """Two persons told of at once are what "both men" means from now on."""
        if len(persons) == 2:
            self.pair = persons

    def lately(self) -> list[Subject]:
        """The subjects of this sentence and those shortly before, the last one first."""
        return [s for s in reversed(self.subjects) if self.sentence - s.sentence <= REACH]

    def single(self, pronoun: str) -> tuple[int, ...]:
        """The person without a name whom "he" or "she" goes on with."""
        other = WOMEN if pronoun == "he" else MEN
        fitting = [s for s in self.lately() if not s.several and not s.named and s.noun not in other]
        return fitting[0].actors if fitting and len({s.actors for s in fitting}) == 1 else ()

    def thing(self, members: Sequence[Actor]) -> tuple[int, ...]:
        """The one body that the sentence before was about."""
        last = [s for s in self.subjects if s.sentence == self.sentence - 1]
        alone = last and len({s.actors for s in last}) == 1 and len(last[0].actors) == 1
        return last[0].actors if alone and members[last[0].actors[0]].kind == "organisation" else ()

    def several(self, speaker: int | None) -> tuple[int, ...]:
        """Those whom "they" goes on with: the several that acted last, for a speaker those of his or her own words."""
        lately = (s for s in self.lately() if s.speaker == speaker)
        return next((s.actors for s in lately if s.several and s.sentence < self.sentence), ())

    def accused_by(self, speaker: int) -> Accused | None:
        """What a speaker has just spoken of: "they" in the words that are quoted next."""
        blamed = self.accused
        near = blamed is not None and self.sentence - blamed.sentence <= REACH and speaker in blamed.speakers
        return blamed if near else None

    def body(self, at: int) -> int | None:
        """The one company named shortly before a place in the text."""
        first = bisect_left(self.bodies, (at - NEAR, -1))
        near = {number for _, number in self.bodies[first : bisect_left(self.bodies, (at, -1))]}
        return near.pop() if len(near) == 1 else None


NEAR = 600  # characters: two or three sentences


def firm_like(actor: Actor) -> bool:
    """True for a body that may be "the company": no ministry, court or council."""
    words = actor.name.lower().split() if actor.kind == "organisation" else []
    return bool(words) and not any(w in listed("body-nouns") and w not in FIRMS for w in (words[0], words[-1]))
