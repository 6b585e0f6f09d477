"""Finite verbs: whose are they?"""

from __future__ import annotations

from summariser.actions.clause import ADVERBIAL, Reading, head_of
from summariser.actions.verbs import verb_class

LINKS = ",&:"
NOT_SPEAKING = frozenset({"it", "me", "him", "us", "them"})  # "Ms Lee recalled it"


CLAUSAL = frozenset({"say", "tell", "think", "speech", "deny", "plan", "make", "seem"})


def nested_rule(intro: str) -> str:
    """The rule of a clause inside another: after "that" or nothing what is said, after "because" ... a subordinate."""
    return "subordinate" if intro and intro != "that" else "complement"


class Finite(Reading):
    """Finds the subject of a finite verb: the one at hand, one that waits, or that of the clause before."""

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
        elif self.cand and not (self.placed and linked) and self.takes_clause(last):
            self.with_candidate(at, last)
        elif self.waiting and before != "&":
            self.resume(at)
        elif self.cand and self.placed and not linked:
            self.fresh = False  # "a rabbit was hit" after "ate": a tagger's slip or a contact clause nobody can tell
        elif last >= 0 and linked:
            self.coordinated(at)
        elif last >= 0 and before == "q":
            self.add(at, (), "no_subject", last, True)  # "attended what was her last meeting"
        else:
            self.add(at, (), "no_subject", None, False)

    def takes_clause(self, last: int) -> bool:
        """True when the candidate is no mere object: its clause is new, "that" opens it, the verb before is one of
        saying or thinking, or it stands right after another noun phrase ("a call he made")."""
        if not self.placed or self.intro or last < 0:
            return True
        if verb_class(self.line.low[self.clauses[last].head]) in CLAUSAL:
            return True
        return self.line.letters[self.cand[0].start] in "OP" and self.kinds[self.cand_at - 1] in "nt"

    def resume(self, at: int) -> None:
        """The verb of a subject that something else came after: "Ms Bell, who spoke first, left"."""
        waited = self.waiting.pop()
        self.opened = self.pieces[at - 1 if self.kinds[at - 1] == "," else at].start
        if waited.intro:
            self.intro = waited.intro
            self.add(at, waited.subjects, nested_rule(waited.intro), waited.parent, waited.parent is not None)
        else:
            self.main_clause(at, waited.subjects, "resumed")

    def with_candidate(self, at: int, last: int) -> None:
        """The subject stands right before: a main clause, or one inside another."""
        named = self.line.words[self.cand[0].end - 1].name.endswith("PER")  # "Mr Lee, head of a bank said" is he
        if self.apposed is not None and self.before(at) != "," and self.apposed != self.cand[-1] and not named:
            self.cand = (self.apposed,)  # "In Cleveland, Ohio, Mr Lee left": no comma closes an apposition
        nested = bool(self.intro) or self.placed
        if not nested and self.outer is not None and self.kinds[self.cand_at - 1] == ",":
            self.add(at, self.cand, "complement", self.outer, True)
            self.outer = None
        elif not nested:
            self.main_clause(at, self.cand, "main")
        else:
            self.add(at, self.cand, nested_rule(self.intro), last if last >= 0 else None, last >= 0)

    def inverted(self, at: int) -> int | None:
        """The noun phrase after "said", where it is the speaker: "…," said Ms Bell."""
        piece, nxt = self.pieces[at], at + 1
        head = self.line.words[head_of(self.line, piece)].text
        if self.kinds[nxt] != "n" or verb_class(head) != "say" or piece.end - piece.start > 1:
            return None
        if self.line.low[self.pieces[nxt].start] in NOT_SPEAKING:
            return None
        if self.before(at) not in (",", "", ".", ":") or self.verb_follows(nxt):
            return None
        return nxt

    def contrasts(self, at: int) -> bool:
        """ "He did not know she was coming but saw it as a surprise": "but" goes back to the main clause."""
        k = at - 1
        while self.kinds[k] in ADVERBIAL and k >= 0:
            k -= 1
        return self.kinds[k] == "&" and self.line.low[self.pieces[k].start] == "but"

    def coordinated(self, at: int) -> None:
        """ "…, and walked out": the subject is that of the clause it goes on from."""
        last = len(self.clauses) - 1
        comma = self.kinds[at - 1] == "," or self.kinds[at - 2] == ","
        target = last
        if comma and self.main is not None and self.clauses[last].rule in ("relative", "participle", "subordinate"):
            target = self.main
        while self.clauses[target].rule in ("participle", "infinitive", "reduced") and target > 0:
            target -= 1
        if self.main is not None and self.contrasts(at) and self.clauses[target].rule == "complement":
            target = self.main
        base = self.clauses[target]
        k = at - 1
        while self.kinds[k] in ADVERBIAL + LINKS and k >= 0:
            k -= 1
        self.opened = self.pieces[k + 1].start
        nested = base.inside and base.rule in ("complement", "subordinate", "relative", "coordinated")
        self.add(at, base.subjects, "coordinated", target, nested)
        if target == self.main:
            self.main = last + 1
