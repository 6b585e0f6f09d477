"""Participles and infinitives: who does what they say?"""

from __future__ import annotations

from summariser.actions.chunks import Piece
from summariser.actions.clause import head_of
from summariser.actions.finite import Finite
from summariser.actions.verbs import verb_class
from summariser.lexicon import words as listed

JOINED = frozenset(
    {"plan", "begin", "fail", "seem", "ask", "make", "think", "tell", "say"}
)  # "agreed to buy": one action
OBJECTS = frozenset({"say", "speech", "deny", "plan", "think", "ask"})  # "suggested moving the ferry"
CONTROL = frozenset({"ask", "make", "plan", "tell"})  # "urged the OSCE to release": the object acts


class Nonfinite(Finite):
    """Finds the subject of a participle or an infinitive."""

    def participle(self, at: int) -> None:
        """ "accusing the West": the main subject acts; "a man holding a shirt": the man does."""
        last, back = len(self.clauses) - 1, at - 1
        while self.kinds[back] == "R" and back > 0:
            back -= 1  # "calls for further raising pay"
        before = self.kinds[back] if self.kinds[back] in "IT" else self.kinds[at - 1]
        word = self.line.low[self.pieces[back].start] if at else ""
        if before in "IT" and word not in ("by", "upon", "on", "without", "with"):
            self.fresh = False if last >= 0 else self.fresh
            self.gerund = True
            return
        if self.kinds[back] == "S" and word == "as" and last >= 0 and self.judged(last):
            self.gerund = True  # "described it as looking new"
            return
        if self.in_noun_list(at) or self.of_no_clause(at):
            return  # "talked about reform and passing a bill", "to consider taking action"
        if before == "&" and self.gerund:  # "accused them of lying and stealing"
            return
        if before == "v" and last >= 0 and self.clauses[last].verb.end == self.pieces[at].start and self.object_of(at):
            return
        if before == "n":
            self.reduced(at)
            return
        if word == "by" and last >= 0 and self.clauses[last].verb.end == self.pieces[back].start and self.begun(at):
            return  # "began by praising": one verb
        self.opened = self.pieces[at - 1].start if before in (",", "&", "S", "I") else self.pieces[at].start
        self.attach(at)

    def in_noun_list(self, at: int) -> bool:
        """True for a gerund that an "and" joins to the noun of a preposition."""
        return self.kinds[at - 1] == "&" and self.kinds[at - 2] == "n" and self.kinds[at - 3] == "I"

    def of_no_clause(self, at: int) -> bool:
        """True right behind a verb that is no clause's own."""
        end = self.pieces[at].start
        plain = self.kinds[at - 1] == "v" and self.first[at - 1] in "TV"
        return plain and bool(self.clauses) and all(c.verb.end != end for c in self.clauses)

    def judged(self, number: int) -> bool:
        return verb_class(self.line.low[self.clauses[number].head]) in ("speech", "think")

    def begun(self, at: int) -> bool:
        """Join the participle to a verb of beginning right before its "by"; True where there is one."""
        last = self.clauses[-1]
        if verb_class(self.line.low[last.head]) != "begin":
            return False
        verb = Piece("v", last.verb.start, self.pieces[at].end)
        self.clauses[-1] = last._replace(verb=verb, head=head_of(self.line, self.pieces[at]))
        self.opened = verb.end
        return True

    def object_of(self, at: int) -> bool:
        """ "began cooking" is one verb; "denied cooking" has the gerund for its object."""
        last = self.clauses[-1]
        form = verb_class(self.line.low[last.head])
        self.gerund = form in OBJECTS
        return self.begun(at) or self.gerund

    def attach(self, at: int) -> None:
        """A participle on its own: the main clause's subject, which at the sentence's start is still to come."""
        if self.cand and self.fresh and not self.placed:  # "Lavrov, speaking in Malta, said"
            subjects, fresh = self.cand, True
            self.await_verb()
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
        before = self.kinds[at - 1]
        if self.past_in_disguise(at):
            self.finite_verb(at)
        elif self.before(at) == "&" and self.clauses:
            self.coordinated(at)
        elif before == "n" and not (self.kinds[at + 1] == "n" and self.line.letters[self.pieces[at].end] in "NJ"):
            self.reduced(at)  # but "a city shared workspace" is all one
        elif before == "," and self.kinds[at - 2] == "n" and self.by_follows(at):
            self.reduced(at, 2)

    def by_follows(self, at: int) -> bool:
        return [w.text.lower() for w in self.line.words[self.pieces[at].end :][:1]] == ["by"]

    def past_in_disguise(self, at: int) -> bool:
        """True when a participle has to be its clause's verb: with an object, or with no other verb to come."""
        before, nxt = self.kinds[at - 1], self.kinds[at + 1]
        idle = not self.cand or (self.placed and not self.verb_later(at) and not self.by_follows(at))
        if self.relative is not None or (before == "," and self.waiting and idle):
            return True
        absolute = self.kinds[at - 2] == "I" and self.line.low[self.pieces[at - 2].start] == "with"
        closes = before == "," and self.kinds[at - 2] in "nt"  # "Mr Lee, a farmer, cultivated ..."
        if not self.cand or not self.fresh or self.placed or not (before in "nR" or closes) or absolute:
            return False
        return (nxt == "n" and self.first[at + 1] != "t") or not self.verb_later(at)

    def reduced(self, at: int, back: int = 1) -> None:
        """ "a man holding a shirt", "journalists detained by Russia": the noun phrase before is the subject."""
        count = len(self.waiting)
        self.await_verb()
        self.opened = self.pieces[at].start
        self.add(at, (self.pieces[at - back],), "reduced", len(self.clauses) - 1 if self.clauses else None, True)
        if len(self.waiting) > count and self.waiting[-1].parent is not None:
            self.waiting[-1] = self.waiting[-1]._replace(parent=max(0, len(self.clauses) - 2))

    def beside(self, at: int) -> bool:
        """True when only an "of" phrase stands between the candidate and ``at``, or nothing: "Leaders of X to meet"."""
        end = self.cand[-1].end
        return end == self.pieces[at].start or self.line.low[end] in ("of", ",", "&")

    def infinitive(self, at: int) -> None:
        """ "agreed to buy", "urged the OSCE to release", "China Eastern to buy jets"."""
        last = self.clauses[-1] if self.clauses else None
        owned = bool(self.cand) and self.line.low[self.cand[-1].end - 1] in listed("plan-nouns")
        ready = bool(self.cand) and self.fresh and not self.placed and not self.clauses and self.beside(at)
        if ready and not owned and self.kinds[at - 1] == "n":
            self.main_clause(at, self.cand, "headline_infinitive")
            return
        if last is None:
            return
        form = verb_class(self.line.low[last.head])
        gap = self.line.letters[last.verb.end : self.pieces[at].start]
        if form in JOINED and not gap.strip("Rxt"):
            verb = Piece("v", last.verb.start, self.pieces[at].end)
            self.clauses[-1] = last._replace(verb=verb, head=head_of(self.line, self.pieces[at]))
            self.opened = verb.end
        elif (
            form in CONTROL and self.kinds[at - 1] == "n" and len(gap.strip("Rxt")) <= 12 and not set(gap) & set(",&:")
        ):
            self.opened = self.pieces[at].start
            keep = self.main
            passive = self.line.low[self.pieces[at - 1].start - 1] == "by"
            told = last.subjects if passive and last.subjects else (self.pieces[at - 1],)  # "was ordered by X to work"
            self.add(at, told, "infinitive", len(self.clauses) - 1, True)
            self.main = keep
        self.fresh = False
