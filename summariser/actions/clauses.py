"""The clauses of a chunked sentence: each verb group with its subject, found in one pass from left to right.

The finder reads the pieces in order and remembers the noun phrase that may be the next verb's subject (``cand``), those
whose verb is still to come after a relative or subordinate clause (``waiting``), and an open relative (``relative``).
How a verb got its subject is the clause's ``rule``.
"""

from __future__ import annotations

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import ADVERBIAL, Clause, Waiting
from summariser.actions.finite import CLAUSAL, LINKS, NOT_SPEAKING
from summariser.actions.nonfinite import Nonfinite
from summariser.actions.nouns import noun_kind
from summariser.actions.verbs import verb_class
from summariser.lexicon import words as listed

NOMINATIVE = frozenset({"he", "she", "they", "i", "we"})


class Finder(Nonfinite):
    """The steps for each kind of piece."""

    def run(self) -> tuple[Clause, ...]:
        steps = {"n": self.noun, "v": self.verb, "w": self.who, "c": self.boundary, "S": self.boundary, ":": self.dash}
        for at, kind in enumerate(self.line.kinds):
            if kind in steps:
                steps[kind](at)
        return tuple(self.clauses)

    def noun(self, at: int) -> None:
        before = self.kinds[at - 1]
        if at == self.consumed or before == "I" or (before == "T" and self.kinds[at - 1] == "T"):
            return
        if before == "S" and not self.verb_comes(at):
            return
        if self.within_phrase(at, before):
            return
        if self.leading and before != "," and self.leading[-1] == len(self.clauses) - 1 and not self.verb_follows(at):
            return  # an object of "Leaving the podium, ..."
        if before == "," and not self.cand and self.fresh and self.place_row(at):
            return
        piece = self.pieces[at]
        if self.relative is not None and self.kinds[at - 1] == "w":
            self.relative = None  # "which the airline chose": the noun phrase is the subject
            self.intro = self.line.low[self.pieces[at - 1].start]
        if before in ",&" and self.cand and self.fresh and not self.placed:
            self.cand = (piece,) if before == "," and self.object_before() else self.listed(at)
            return
        sequel = before in ",&:" and not self.fresh and (self.verb_follows(at) or self.first_main(at))
        if before == "&" and self.cand and (self.line.low[self.cand[-1].start] in NOMINATIVE or self.two_said_of(at)):
            self.cand = (*self.cand, piece)  # "said she and two others left"
            return
        self.fresh = self.fresh or sequel
        self.cand, self.placed, self.cand_at = (piece,), not self.fresh, at
        if (before in ",:&." and not (self.intro and before == ",")) or not self.clauses:
            self.opened = self.pieces[max(0, at - (before in LINKS))].start
        elif not self.intro:
            self.opened = piece.start
        if self.colon >= 0 and self.fresh:
            self.opened = self.colon  # "told of Riga: In May, with snow about, the two left"

    def object_before(self) -> bool:
        """True where the candidate is what a "to" or an -ing is about: "In a bid to save the pier, Ms Lee"."""
        return self.kinds[self.cand_at - 1] == "v" and self.first[self.cand_at - 1] in "TG"

    def place_row(self, at: int) -> bool:
        """True for "Ohio" in "in Cleveland, Ohio, ..."."""
        if self.kinds[at] != "n" or self.kinds[at - 2] != "n" or self.kinds[at - 3] != "I":
            return False
        named = self.line.letters[self.pieces[at - 2].end - 1] == "P"
        return named and self.line.words[self.pieces[at].end - 1].name.endswith("LOC")

    def listed(self, at: int) -> tuple[Piece, ...]:
        """The subject so far and the noun phrase at ``at``: one more of a list, or only an apposition."""
        piece = self.pieces[at]
        named = self.line.letters[self.cand[-1].end - 1] == "P" and len(self.cand) == 1
        if self.place_row(at) or self.in_phrase(at):
            return self.cand
        if self.kinds[at - 1] == "&" and len(self.cand) == 1 and self.shared_owner(at):
            return (piece,)
        if self.kinds[at - 1] == "&":  # but "Mr Lee, head of a Leeds and London firm, said"
            return self.cand if self.apposed is not None and named else (*self.cand, piece)
        if named and self.line.letters[piece.start] == "D":
            self.apposed = piece
            return self.cand
        later = [self.kinds[k] for k in range(at + 1, min(len(self.pieces), at + 6))]
        self.apposed = piece
        is_list = "&" in later and "v" not in later[: later.index("&")] and later[:1] in ([","], ["&"])
        return (*self.cand, piece) if is_list else self.cand

    def first_main(self, at: int) -> bool:
        """ "In a ceremony attended by few, Skyways unveiled plans": the sentence's one verb looks like a participle."""
        return self.main is None and self.kinds[at - 1] == "," and self.disguised(at)

    def in_phrase(self, at: int) -> bool:
        """ "The departure of the ship on a tour of Asia and Australia": the last "and" joins what "of" governs, where
        both are places or the verb is singular."""
        if self.kinds[at - 1] != "&" or self.kinds[at - 2] != "n" or self.kinds[at - 3] != "I":
            return False
        names = [self.line.words[self.pieces[k].end - 1].name for k in (at, at - 2)]
        verb = next((k for k in range(at + 1, len(self.pieces)) if self.kinds[k] not in ADVERBIAL), len(self.pieces))
        word = self.line.words[self.pieces[verb].start] if self.finite(verb) else None
        single = word is not None and (word.tag == "VBZ" or word.text.lower() == "was")
        return single or all(name.endswith("LOC") for name in names)

    def shared_owner(self, at: int) -> bool:
        """ "Chris and Sue Lee's son": two bare names own what follows."""
        first, second = self.cand[0], self.pieces[at]
        bare = set(self.line.letters[first.start : first.end]) == {"P"}
        return bare and self.line.letters[second.start] == "P" and "s" in self.line.letters[second.start : second.end]

    def dash(self, at: int) -> None:
        waits = self.cand and self.fresh and not self.placed and self.line.letters[self.cand[-1].end - 1] != "P"
        if waits and not self.clauses and self.kinds[at + 1] in "vw":  # "The plan - run by Ms Lee - has failed"
            self.await_verb()
        if not self.cand or not self.fresh or not self.clauses:  # not self.clauses: "LONDON - The ..."
            self.fresh, self.cand, self.placed, self.apposed = True, (), False, None
        self.opened = self.pieces[at].start
        if self.line.words[self.opened].text == ":" and self.clauses:
            self.colon = self.opened

    def boundary(self, at: int) -> None:
        """ "that", "after", "because" ...: a clause of its own may begin."""
        nxt = self.over_adverbs(at + 1)
        clause_comes = self.kinds[nxt] == "n" and self.verb_comes(nxt)
        if not clause_comes and self.kinds[at] == "S":
            return
        if self.kinds[at] == "S" and self.only_verb_after(nxt):
            self.consumed = nxt  # "Ms Lee after the arrest blamed ...": the one verb is hers
            return
        if self.kinds[at] == "S" and self.kinds[at - 1] == "c" and self.clauses:
            self.outer = len(self.clauses) - 1  # "noted that while the look is new, the size ..."
        self.await_verb()
        self.cand, self.placed, self.fresh, self.relative = (), False, True, None
        self.intro, self.opened = self.line.low[self.pieces[at].start], self.pieces[at].start
        if self.kinds[at] == "c" and self.finite(nxt):  # a relative "that"
            self.who(at)

    def who(self, at: int) -> None:
        """ "who", "which": the noun phrase before is the subject of the next verb."""
        if self.placed and self.told_of(at):  # "said the driver, who was hurt, had slept"
            self.waiting.append(Waiting(self.cand, "that", len(self.clauses) - 1))
        self.await_verb()
        noun = self.said_of(at)
        if noun is None:
            return
        if self.line.low[self.pieces[at].start] == "who":
            noun = self.owner(self.over_place(noun))  # "a guide in Riga, who": no place is a who
        elif self.kinds[noun + 1] == "t" or noun + 1 == at:
            noun = self.over_place(noun)
        self.relative, self.cand, self.fresh, self.placed = self.pieces[noun], (), True, False
        self.intro = ""
        happening = self.line.low[self.pieces[noun].end - 1] in listed("event-nouns")
        dated = happening and self.kinds[at - 1] == "t"  # "for the strikes last week that left"
        first = next((k for k in range(at, 0, -1) if self.kinds[k - 1] != "t"), at) if dated else at
        self.opened = self.pieces[at - 1 if self.kinds[at - 1] == "," else first].start

    def verb_comes(self, noun: int) -> bool:
        """True when the noun phrase has a verb to come, at once, in disguise or behind a participle in commas."""
        return self.verb_follows(noun) or self.disguised(noun) or self.set_apart(noun + 1)

    def set_apart(self, at: int) -> bool:
        """True for a participle between commas before the verb: "after a tram, believed to be late, crashed"."""
        return (
            self.kinds[at] == "," and self.kinds[at + 1] == "v" and not self.finite(at + 1) and self.resumed_after(at)
        )

    def told_of(self, at: int) -> bool:
        """True when the candidate follows a verb of saying and a verb of its own comes after the commas at ``at``."""
        said = bool(self.clauses) and verb_class(self.line.low[self.clauses[-1].head]) in CLAUSAL
        return said and self.kinds[at - 1] == "," and bool(self.cand) and self.resumed_after(at)

    def resumed_after(self, at: int) -> bool:
        """True when a comma with a finite verb behind it closes what begins at ``at``."""
        for k in range(at + 1, min(len(self.pieces), at + 14)):
            if self.kinds[k] in "S:c":
                return False
            if self.kinds[k] == ",":
                nxt = self.over_adverbs(k + 1)
                return self.finite(nxt) or self.last_past(nxt)
        return False

    def last_past(self, at: int) -> bool:
        """True for a lone past participle with no verb behind it: it has to be the past tense."""
        alone = self.kinds[at] == "v" and self.line.letters[self.pieces[at].start : self.pieces[at].end] == "Q"
        return alone and not self.verb_later(at)

    def only_verb_after(self, noun: int) -> bool:
        """True when a subject still waits for its verb and the sentence has but one, right after ``noun``."""
        if not (self.cand and self.fresh and not self.placed) or self.kinds[noun + 1] != "v":
            return False
        return sum(self.finite(k) for k in range(noun, len(self.pieces))) == 1

    def owner(self, noun: int) -> int:
        """Over "of" phrases to their head: "two members of the team, who"."""
        while noun >= 2 and self.kinds[noun - 1] == "I" and self.kinds[noun - 2] == "n" and self.thing(noun):
            noun -= 2
        return noun

    def over_place(self, noun: int) -> int:
        """Over places to what is there: "air strikes in the province of Kunduz last week that left"."""
        while noun >= 2 and self.kinds[noun - 1] == "I" and self.kinds[noun - 2] == "n" and self.of_place(noun):
            noun -= 2
        return noun

    def of_place(self, noun: int) -> bool:
        """True for the name of a place, and for "the province of" one."""
        last = self.line.words[self.pieces[noun].end - 1]
        return last.name.endswith("LOC") or last.text.lower() in listed("place-nouns")

    def thing(self, noun: int) -> bool:
        """True for a noun phrase that names nobody, so that "who" hardly means it: no name, several, or person."""
        last = self.pieces[noun].end - 1
        word = self.line.words[last]
        return self.line.letters[last] != "P" and word.tag != "NNS" and noun_kind(word.text.lower()) != "person"

    def verb(self, at: int) -> None:
        first = self.first[at]
        if first in "vQ" and self.between_commas(at):
            self.reduced(at, 2)
        elif first == "v" and self.done_by(at):
            self.reduced(at)
        elif first == "T":
            self.infinitive(at)
        elif first in "GgH":
            self.participle(at)
        elif first == "Q":
            self.past_participle(at)
        elif first == "V" and not self.bare(at):
            self.fresh = False  # an imperative or a bare infinitive: nobody's action
        elif first == "v" and self.apposed is not None and self.in_apposition(at):
            self.reduced(at)
        else:
            self.finite_verb(at)

    def in_apposition(self, at: int) -> bool:
        """ "The Dow, an index used to gauge prices, fell": the first past tense is none."""
        single = self.pieces[at].end - self.pieces[at].start == 1 and self.kinds[at - 1] == "n"
        if not single or self.pieces[at - 1] != self.apposed:
            return False
        commas = [k for k in range(at + 1, min(len(self.pieces), at + 12)) if self.kinds[k] == ","]
        return any(self.finite(k + 1) for k in commas)

    def between_commas(self, at: int) -> bool:
        """ "The bar, sold in a yellow pack, has changed": no object, and the subject's verb to come."""
        ready = bool(self.cand) and self.fresh and not self.placed and not self.waiting and self.kinds[at - 1] == ","
        single = self.pieces[at].end - self.pieces[at].start == 1
        if not ready or not single or self.pieces[at - 2] != self.cand[-1] or self.kinds[at + 1] not in "IT":
            return False
        commas = [k for k in range(at + 1, min(len(self.pieces), at + 20)) if self.kinds[k] == ","]
        return any(self.finite(k + 1) for k in commas)

    def done_by(self, at: int) -> bool:
        """ "Ten states led by Ohio are suing": a past tense with "by" and a doer, and the subject's verb to come."""
        after = self.line.letters[self.pieces[at].end : self.pieces[at].end + 2]
        ready = bool(self.cand) and self.fresh and not self.placed and not self.clauses and self.kinds[at - 1] == "n"
        if not ready or not self.by_follows(at) or after[1:] not in tuple("DPN"):
            return False
        for k in range(at + 1, len(self.pieces)):
            if self.kinds[k] in "Scw:":
                return False
            if self.finite(k):
                return self.first[k] in "bhM"
        return False

    def bare(self, at: int) -> bool:
        """True when a base form is a present or past tense in disguise: its subject stands ready."""
        ready = bool(self.cand) and self.kinds[at - 1] == "n"
        if ready and self.line.low[self.pieces[at - 1].start] in NOT_SPEAKING - {"it"}:
            return False  # "let him go"
        if self.before(at) == "&" and self.line.words[self.pieces[at].start].tag == "VB" and self.after_purpose(at):
            return False  # "to feed the poor and house the sick"
        return ready or self.before(at) in ("&", "w") or (self.before(at) == "," and bool(self.waiting))

    def after_purpose(self, at: int) -> bool:
        """True when the verb before the "and" is an infinitive that is no clause's own."""
        if self.kinds[at - 2] == "n" and self.line.low[self.pieces[at - 3].start] == "to":
            return True  # "to assault and rob": a tagger's noun
        verb = next((self.pieces[k] for k in range(at - 1, -1, -1) if self.kinds[k] == "v"), None)
        own = verb is None or any(c.verb.end == verb.end for c in self.clauses[-2:])
        return not own and verb is not None and self.line.letters[verb.start] == "T"


def find_clauses(line: Line) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their verbs."""
    return Finder(without_parentheses(line)).run()


def without_parentheses(line: Line) -> Line:
    """The sentence but for a short stretch between dashes that has no verb: "two men - a Swede and a Dane - left"."""
    dashes = [k for k, kind in enumerate(line.kinds) if kind == ":"] if line.kinds.count(":") > 1 else []
    for first, second in zip(dashes, dashes[1:], strict=False):
        if first > 0 and second - first <= 10 and not any(kind in "vSwc" for kind in line.kinds[first:second]):
            return line._replace(
                pieces=line.pieces[:first] + line.pieces[second + 1 :],
                kinds=line.kinds[:first] + line.kinds[second + 1 :],
                first=line.first[:first] + line.first[second + 1 :],
            )
    return line
