"""The clauses of a chunked sentence: each verb group with its subject, found in one pass from left to right.

The finder reads the pieces in order and remembers the noun phrase that may be the next verb's subject (``cand``), those
whose verb is still to come after a relative or subordinate clause (``waiting``), and an open relative (``relative``).
How a verb got its subject is the clause's ``rule``.
"""

from __future__ import annotations

from typing import NamedTuple

from summariser.actions.chunks import Line, Piece
from summariser.actions.verbs import verb_class

FINITE = "MbhdvzV"
LINKS = ",&:"
ADVERBIAL = "Rxtr"
JOINED = frozenset({"plan", "begin", "fail", "seem", "ask", "make", "think", "tell", "say"})  # "agreed to buy": one action
CONTROL = frozenset({"ask", "make", "plan", "tell"})  # "urged the OSCE to release": the object acts


class Clause(NamedTuple):
    """A verb group with what it hangs on; ``subjects`` are noun phrases, ``verb`` the whole group, ``head`` its last verb,
    ``parent`` the governing clause.  ``opened`` is where the clause begins with its link; ``inside`` says that it is
    part of the clause before."""

    subjects: tuple[Piece, ...]
    verb: Piece
    head: int
    rule: str
    intro: str
    parent: int | None
    opened: int
    inside: bool


def head_of(line: Line, verb: Piece) -> int:
    """The index of the last verb of a verb group."""
    at = verb.end - 1
    while at > verb.start and line.letters[at] in "Rx":
        at -= 1
    return at


class Finder:
    """One pass over one sentence; ``clauses`` fills up in reading order."""

    def __init__(self, line: Line) -> None:
        self.line, self.pieces = line, line.pieces
        self.clauses: list[Clause] = []
        self.cand: tuple[Piece, ...] = ()
        self.placed = False  # the candidate stands after a verb (an object so far)
        self.waiting: list[tuple[Piece, ...]] = []
        self.relative: Piece | None = None
        self.intro, self.opened = "", 0
        self.fresh = True  # no verb yet since the last boundary
        self.main: int | None = None  # the last clause of the sentence's main line
        self.consumed = -1  # a noun phrase already taken as an inverted subject
        self.leading: list[int] = []  # participles that wait for the main subject

    def kind(self, at: int) -> str:
        return self.pieces[at].kind if 0 <= at < len(self.pieces) else "."

    def before(self, at: int) -> str:
        """The kind of the piece before ``at``, adverbs and dates skipped."""
        at -= 1
        while self.kind(at) in ADVERBIAL and at >= 0:
            at -= 1
        return self.kind(at) if at >= 0 else ""

    def finite(self, at: int) -> bool:
        """True when the verb group at ``at`` can carry a subject."""
        piece = self.pieces[at]
        return piece.kind == "v" and self.line.letters[piece.start] in FINITE

    def verb_follows(self, at: int) -> bool:
        """True when a finite verb comes after the noun phrase at ``at`` before the next link."""
        for k in range(at + 1, min(len(self.pieces), at + 12)):
            kind = self.kind(k)
            if kind == "v" and self.line.letters[self.pieces[k].start] not in "GQgHT":
                return True
            if kind in ",:&Scw." or (kind == "n" and self.kind(k - 1) == "n" and kind != "t"):
                return False
        return False

    def run(self) -> tuple[Clause, ...]:
        steps = {"n": self.noun, "v": self.verb, "w": self.who, "c": self.boundary, "S": self.boundary, ":": self.dash}
        for at in range(len(self.pieces)):
            step = steps.get(self.kind(at))
            if step:
                step(at)
        return tuple(self.clauses)

    # ------------------------------------------------------------------ noun phrases and boundaries
    def noun(self, at: int) -> None:
        before = self.kind(at - 1)
        if at == self.consumed or before == "I" or (before == "T" and self.kind(at - 1) == "T"):
            return
        if before == "S" and not self.verb_follows(at):
            return
        piece = self.pieces[at]
        if self.relative is not None and self.kind(at - 1) == "w":
            self.relative = None  # "which the airline chose": the noun phrase is the subject
        if before in ",&" and self.cand and self.fresh and not self.placed:
            self.cand = self.listed(at)
            return
        sequel = before in ",&:" and not self.fresh and self.verb_follows(at)  # "..., and the police left"
        self.fresh = self.fresh or sequel
        self.cand, self.placed = (piece,), not self.fresh
        if before in ",:&." or not self.clauses:
            self.opened = self.pieces[max(0, at - (before in LINKS))].start

    def listed(self, at: int) -> tuple[Piece, ...]:
        """The subject so far and the noun phrase at ``at``: one more of a list, or only an apposition."""
        piece = self.pieces[at]
        if self.kind(at - 1) == "&":
            return (*self.cand, piece)
        later = [self.kind(k) for k in range(at + 1, min(len(self.pieces), at + 6))]
        is_list = "&" in later and "v" not in later[: later.index("&")] and later[:1] in ([","], ["&"])
        return (*self.cand, piece) if is_list else self.cand

    def dash(self, at: int) -> None:
        if not self.cand or not self.fresh:
            self.fresh, self.cand, self.placed = True, (), False
        self.opened = self.pieces[at].start

    def boundary(self, at: int) -> None:
        """ "that", "after", "because" ...: a clause of its own may begin."""
        nxt = at + 1
        while self.kind(nxt) in ADVERBIAL and nxt < len(self.pieces):
            nxt += 1
        clause_comes = self.kind(nxt) == "n" and self.verb_follows(nxt)
        if not clause_comes and self.kind(at) == "S":
            return
        if self.cand and self.fresh and not self.placed:
            self.waiting.append(self.cand)
        self.cand, self.placed, self.fresh, self.relative = (), False, True, None
        self.intro, self.opened = self.line.words[self.pieces[at].start].text.lower(), self.pieces[at].start
        if self.kind(at) == "c" and self.finite_at(nxt):  # a relative "that"
            self.who(at)

    def finite_at(self, at: int) -> bool:
        return at < len(self.pieces) and self.finite(at)

    def who(self, at: int) -> None:
        """ "who", "which": the noun phrase before is the subject of the next verb."""
        if self.cand and self.fresh and not self.placed:
            self.waiting.append(self.cand)
        noun = next((k for k in range(at - 1, max(-1, at - 5), -1) if self.kind(k) == "n"), None)
        if noun is None:
            return
        if self.line.words[self.pieces[at].start].text.lower() == "who":
            noun = self.owner(noun)
        self.relative, self.cand, self.fresh, self.placed = self.pieces[noun], (), True, False
        self.intro = ""
        self.opened = self.pieces[at - 1 if self.kind(at - 1) == "," else at].start

    def owner(self, noun: int) -> int:
        """Over "of" phrases to their head: "two members of the team, who"."""
        while noun >= 2 and self.kind(noun - 1) == "I" and self.kind(noun - 2) == "n" and self.thing(noun):
            noun -= 2
        return noun

    def thing(self, noun: int) -> bool:
        """True for a noun phrase that ends in no name, so that "who" hardly means it."""
        return self.line.letters[self.pieces[noun].end - 1] != "P" and self.line.words[
            self.pieces[noun].end - 1
        ].tag not in ("NNS",)

    # ------------------------------------------------------------------ verbs
    def verb(self, at: int) -> None:
        first = self.line.letters[self.pieces[at].start]
        if first == "T":
            self.infinitive(at)
        elif first in "GgH":
            self.participle(at)
        elif first == "Q":
            self.past_participle(at)
        elif first == "V" and not (self.cand and self.kind(at - 1) == "n") and self.before(at) not in ("&", "w"):
            self.fresh = False  # an imperative or a bare infinitive: nobody's action
        else:
            self.finite_verb(at)

    def add(self, at: int, subjects: tuple[Piece, ...], rule: str, parent: int | None, inside: bool) -> None:
        piece = self.pieces[at]
        clause = Clause(subjects, piece, head_of(self.line, piece), rule, self.intro, parent, self.opened, inside)
        self.clauses.append(clause)
        self.cand, self.placed, self.fresh, self.relative, self.intro = (), False, False, None, ""
        self.opened = piece.end

    def finite_verb(self, at: int) -> None:
        before = self.before(at)
        linked = before in (",", "&", ":")
        last = len(self.clauses) - 1
        inverted = self.inverted(at)
        if inverted is not None:
            self.consumed = inverted
            self.opened = self.pieces[at].start
            self.main_clause(at, (self.pieces[inverted],), "inverted")
        elif self.relative is not None:
            self.add(at, (self.relative,), "relative", last if last >= 0 else None, before != "," and last >= 0)
        elif self.cand and not (self.placed and linked):
            self.with_candidate(at, last)
        elif self.waiting and (before != "&" or self.main is None):
            self.opened = self.pieces[at - 1].start
            self.main_clause(at, self.waiting.pop(), "resumed")
        elif last >= 0 and linked:
            self.coordinated(at)
        else:
            self.add(at, (), "no_subject", None, False)

    def with_candidate(self, at: int, last: int) -> None:
        """The subject stands right before: a main clause, or one inside another."""
        nested = bool(self.intro) or self.placed
        if not nested:
            self.main_clause(at, self.cand, "main")
        else:
            rule = "subordinate" if self.intro and self.intro != "that" else "complement"
            self.add(at, self.cand, rule, last if last >= 0 else None, last >= 0)

    def main_clause(self, at: int, subjects: tuple[Piece, ...], rule: str) -> None:
        self.add(at, subjects, rule, None, False)
        self.main = len(self.clauses) - 1
        for k in self.leading:
            self.clauses[k] = self.clauses[k]._replace(subjects=subjects, parent=self.main)
        self.leading.clear()

    def inverted(self, at: int) -> int | None:
        """The noun phrase after "said", where it is the speaker: "…," said Ms Bell."""
        piece, nxt = self.pieces[at], at + 1
        head = self.line.words[head_of(self.line, piece)].text
        if self.kind(nxt) != "n" or verb_class(head) != "say" or piece.end - piece.start > 1:
            return None
        if self.before(at) not in (",", "", ".", ":") or self.verb_follows(nxt):
            return None
        return nxt

    def coordinated(self, at: int) -> None:
        """ "…, and walked out": the subject is that of the clause it goes on from."""
        last = len(self.clauses) - 1
        comma = self.kind(at - 1) == "," or self.kind(at - 2) == ","
        target = last
        if comma and self.main is not None and self.clauses[last].rule in ("relative", "participle", "subordinate"):
            target = self.main
        while self.clauses[target].rule in ("participle", "infinitive", "reduced") and target > 0:
            target -= 1
        base = self.clauses[target]
        k = at - 1
        while self.kind(k) in ADVERBIAL + LINKS and k >= 0:
            k -= 1
        self.opened = self.pieces[k + 1].start
        nested = base.inside and base.rule in ("complement", "subordinate", "relative", "coordinated")
        self.add(at, base.subjects, "coordinated", target, nested)
        if target == self.main:
            self.main = last + 1

    def participle(self, at: int) -> None:
        """ "accusing the West": the main subject acts; "a man holding a shirt": the man does."""
        before, last = self.kind(at - 1), len(self.clauses) - 1
        word = self.line.words[self.pieces[at - 1].start].text.lower() if at else ""
        if before in "IT" and word not in ("by", "upon", "on", "without", "with"):
            self.fresh = False if last >= 0 else self.fresh
            return
        if before == "n" and self.pieces[at - 1] is not None:
            noun = self.pieces[at - 1]
            keep = (self.cand, self.placed, self.fresh)
            self.opened = self.pieces[at].start
            self.add(at, (noun,), "reduced", last if last >= 0 else None, True)
            if keep[2] and keep[0] and not keep[1]:
                self.waiting.append(keep[0])
            return
        self.opened = self.pieces[at - 1].start if before in (",", "&", "S", "I") else self.pieces[at].start
        self.attach(at)

    def attach(self, at: int) -> None:
        """A participle on its own: the main clause's subject, which at the sentence's start is still to come."""
        if self.cand and self.fresh and not self.placed:  # "Lavrov, speaking in Malta, said"
            subjects, fresh = self.cand, True
            self.waiting.append(subjects)
            self.add(at, subjects, "participle", None, True)
            self.fresh = fresh
        elif self.main is not None:
            self.add(at, self.clauses[self.main].subjects, "participle", self.main, False)
        elif self.clauses and self.clauses[-1].subjects:
            last = len(self.clauses) - 1
            self.add(at, self.clauses[last].subjects, "participle", last, False)
        else:
            self.leading.append(len(self.clauses))
            self.add(at, (), "participle", None, False)
            self.fresh = True

    def past_participle(self, at: int) -> None:
        """ "journalists detained by Russia", "two people found dead"; or a past tense in disguise."""
        before, nxt = self.kind(at - 1), self.kind(at + 1)
        active = nxt == "n" and self.line.letters[self.pieces[at + 1].start] != "t"
        if self.cand and self.fresh and not self.placed and before in "nR" and (active or not self.verb_later(at)):
            self.finite_verb(at)
        elif self.before(at) == "&" and self.clauses:
            self.coordinated(at)
        elif before == "n":
            keep = (self.cand, self.placed, self.fresh)
            self.opened = self.pieces[at].start
            last = len(self.clauses) - 1
            self.add(at, (self.pieces[at - 1],), "reduced", last if last >= 0 else None, True)
            if keep[2] and keep[0] and not keep[1]:
                self.waiting.append(keep[0])

    def verb_later(self, at: int) -> bool:
        """True when a finite verb follows that can have the subject at hand."""
        for k in range(at + 1, len(self.pieces)):
            if self.kind(k) in "Scw:":
                return False
            if self.kind(k) == "v" and self.finite(k) and self.line.letters[self.pieces[k].start] != "V":
                return self.kind(k - 1) != "n" or self.kind(k - 2) in "IT"
        return False

    def infinitive(self, at: int) -> None:
        """ "agreed to buy", "urged the OSCE to release", "China Eastern to buy jets"."""
        last = self.clauses[-1] if self.clauses else None
        if self.cand and self.fresh and not self.placed and not self.clauses and self.kind(at - 1) == "n":
            self.main_clause(at, self.cand, "headline_infinitive")
            return
        if last is None:
            return
        form = verb_class(self.line.words[last.head].text)
        gap = self.line.letters[last.verb.end : self.pieces[at].start]
        if form in JOINED and not gap.strip("Rxt"):
            verb = Piece("v", last.verb.start, self.pieces[at].end)
            self.clauses[-1] = last._replace(verb=verb, head=head_of(self.line, self.pieces[at]))
            self.opened = verb.end
        elif form in CONTROL and self.kind(at - 1) == "n" and len(gap.strip("Rxt")) <= 12 and not set(gap) & set(",&:"):
            self.opened = self.pieces[at].start
            keep = self.main
            self.add(at, (self.pieces[at - 1],), "infinitive", len(self.clauses) - 1, True)
            self.main = keep
        self.fresh = False


def find_clauses(line: Line) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their verbs."""
    return Finder(line).run()
