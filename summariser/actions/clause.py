"""A clause, and what reading a sentence for clauses keeps in mind."""

from __future__ import annotations

from typing import NamedTuple

from summariser.actions.chunks import Line, Piece
from summariser.actions.verbs import verb_class
from summariser.short import short

FINITE = "MbhdvzV"
OUTSIDE = "." * 8  # read from before the first piece and behind the last one
ADVERBIAL = "Rxtr"


class Clause(NamedTuple):
    """A verb group with what it hangs on; ``subjects`` are noun phrases, ``verb`` the whole group, ``head`` its last
    verb, ``parent`` the governing clause.  ``opened`` is where the clause begins with its link;
    ``inside`` says that it is part of the clause before, ``apposed`` a second noun phrase
    for the subject ("the airline, Skyways, said")."""

    subjects: tuple[Piece, ...]
    verb: Piece
    head: int
    rule: str
    intro: str
    parent: int | None
    opened: int
    inside: bool
    apposed: Piece | None = None


as_clause = short(Clause)


def head_of(line: Line, verb: Piece) -> int:
    """The index of the last verb of a verb group."""
    at = verb.end - 1
    while at > verb.start and line.letters[at] in "Rx":
        at -= 1
    return at


class Waiting(NamedTuple):
    """Subjects whose verb is still to come, and what opened their clause."""

    subjects: tuple[Piece, ...]
    intro: str = ""
    parent: int | None = None


class Reading:
    """One pass over one sentence; ``clauses`` fills up in reading order."""

    def __init__(self, line: Line) -> None:
        self.line, self.pieces = line, line.pieces
        self.kinds, self.first = line.kinds + OUTSIDE, line.first + OUTSIDE
        self.clauses: list[Clause] = []
        self.cand: tuple[Piece, ...] = ()
        self.placed = False  # the candidate stands after a verb (an object so far)
        self.waiting: list[Waiting] = []
        self.relative: Piece | None = None
        self.intro, self.opened = "", 0
        self.fresh = True  # no verb yet since the last boundary
        self.main: int | None = None  # the last clause of the sentence's main line
        self.cand_at = -1  # where the candidate stands among the pieces
        self.outer: int | None = None  # the clause whose "that" a subordinate clause came right behind
        self.colon = -1  # the token of a colon since the last verb
        self.gerund = False  # a gerund after "of" has just been passed over
        self.apposed: Piece | None = None  # a noun phrase after the candidate and a comma
        self.consumed = -1  # a noun phrase already taken as an inverted subject
        self.leading: list[int] = []  # participles that wait for the main subject

    def before(self, at: int) -> str:
        """The kind of the piece before ``at``, adverbs and dates skipped."""
        at -= 1
        while self.kinds[at] in ADVERBIAL:
            at -= 1
        return self.kinds[at] if at >= 0 else ""

    def over_adverbs(self, at: int) -> int:
        """The first piece from ``at`` on that is no adverb or date."""
        while self.kinds[at] in ADVERBIAL and at < len(self.pieces):
            at += 1
        return at

    def finite(self, at: int) -> bool:
        """True when the verb group at ``at`` can carry a subject."""
        return self.kinds[at] == "v" and self.first[at] in FINITE

    def verb_follows(self, at: int) -> bool:
        """True when a finite verb comes after the noun phrase at ``at`` before the next link."""
        for k in range(at + 1, min(len(self.pieces), at + 12)):
            kind, first = self.kinds[k], self.first[k]
            if kind == "v" and (first not in "GQgHT" or (first == "Q" and self.first[at] == "O")):
                return True
            if kind == "&" and self.kinds[k + 1] == "n" and self.kinds[k - 1] == "n":
                continue
            if kind in ",:&Scw." or (kind == "n" and self.kinds[k - 1] == "n"):
                return False
        return False

    def disguised(self, at: int) -> bool:
        """True when the participle after the noun phrase at ``at`` has to be its past tense: "when a tram derailed"."""
        nxt = at + 1
        if self.kinds[nxt] != "v" or self.line.letters[self.pieces[nxt].start : self.pieces[nxt].end] != "Q":
            return False
        after = self.pieces[nxt].end
        by = self.line.low[after : after + 1] == ("by",)
        return not by and not self.verb_later(nxt)

    def verb_later(self, at: int) -> bool:
        """True when a finite verb follows that can have the subject at hand."""
        for k in range(at + 1, len(self.pieces)):
            if self.kinds[k] in "Scw:":
                return False
            if self.kinds[k] == "v" and self.finite(k) and self.first[k] != "V":
                return self.kinds[k - 1] != "n" or self.kinds[k - 2] in "IT"
        return False

    def within_phrase(self, at: int, before: str) -> bool:
        """ "The delay in naming Ms Lee led to a row": she is what is named; "towns between Riga and Leeds won"."""
        if before == "v":
            return self.gerund and bool(self.cand) and self.fresh and not self.placed
        if before not in ("&", ",") or (before == "," and self.kinds[at + 1] not in ",&"):
            return False
        k = at - 2
        while self.kinds[k] in "n," and k > 0:
            k -= 1
        return self.kinds[k] == "I" and self.line.low[self.pieces[k].start] == "between"

    def said_of(self, at: int) -> int | None:
        """The noun phrase before a "who" or "which" that may be meant; no "him" is a which."""
        other = "O" if self.line.low[self.pieces[at].start] == "which" else ""  # "plans to follow him which cost"
        back = range(at - 1, max(-1, at - 5), -1)
        return next((k for k in back if self.kinds[k] == "n" and self.first[k] != other), None)

    def two_said_of(self, at: int) -> bool:
        """ "Said a man of Riga and a woman were swept away": they are what is told of, for nobody is said."""
        if not self.placed or not self.clauses or verb_class(self.line.low[self.clauses[-1].head]) != "say":
            return False
        near = self.clauses[-1].verb.end == self.cand[0].start
        return near and set(self.kinds[self.cand_at : at]) <= set("nI&") and self.verb_follows(at)

    def await_verb(self) -> None:
        """Put the candidate aside when something else comes before its verb."""
        if self.cand and self.fresh and not self.placed:
            above = len(self.clauses) - 1 if self.intro and self.clauses else None
            self.waiting.append(Waiting(self.cand, self.intro, above))

    def add(self, at: int, subjects: tuple[Piece, ...], rule: str, parent: int | None, inside: bool) -> None:
        piece = self.pieces[at]
        head = head_of(self.line, piece)
        self.clauses.append(
            as_clause((subjects, piece, head, rule, self.intro, parent, self.opened, inside, self.apposed))
        )
        self.cand, self.placed, self.fresh, self.relative, self.intro = (), False, False, None, ""
        self.apposed, self.gerund, self.colon = None, False, -1
        self.opened = piece.end

    def main_clause(self, at: int, subjects: tuple[Piece, ...], rule: str) -> None:
        self.add(at, subjects, rule, None, False)
        self.main = len(self.clauses) - 1
        for k in self.leading:
            self.clauses[k] = self.clauses[k]._replace(subjects=subjects, parent=self.main)
        self.leading.clear()
