"""Whom "he" or "she" means where the clause tells it: who is asked, called, praised or himself; else whoever the
nearest sentences leave.  When two may be meant, nobody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summariser.model import Word
from summariser.people.antecedents import (
    FINITE,
    MANY,
    Place,
    Quoted,
    Seen,
    as_seen,
    fits,
    mean,
    opens,
    placed_at,
)  # fmt: skip
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person

VERBAL = FINITE | {"VB", "VBG"}
ASKED = frozenset({"Asked", "Pressed", "Questioned"})
LED = frozenset({",", "by", "after", "before", "while", "without"})  # in front of "calling him"
SAYING = frozenset({"saying", "arguing", "claiming", "suggesting", "insisting", "alleging", "asserting", "noting"})
NOUNS = frozenset({"VBG", "VBN", "NN", "NNS", "JJ", "NNP", "NNPS", "HYPH", "CD"})
CAUSES = frozenset({"giving", "making", "leaving", "earning", "costing", "forcing", "allowing", "putting", "bringing"})
NO_DEEDS = frozenset({"is", "was", "'s", "’s", "be", "been", "became", "that", "as", "if"})
OFTEN = 3  # mentions that make somebody one of the story

Event = tuple[Found, Person | None]


class Telling:
    """What a reader has met so far; made, filled and asked inside ``place_pronouns``."""

    def __init__(
        self, words: Sequence[Sequence[Word]], paragraphs: Sequence[int], quoted: Quoted, known: Known
    ) -> None:
        self.words, self.paragraphs, self.quoted, self.known = words, paragraphs, quoted, known
        self.seen: list[Seen] = []
        self.nobody: set[tuple[int, str | None]] = set()

    def see(self, found: Found, person: Person, place: Place, introduced: bool) -> None:
        """One more mention of somebody."""
        inside = self.quoted.stretch(found.start)
        self.seen.append(as_seen((found, place, inside, introduced, person)))

    def meant(self, ahead: Sequence[Event], pronoun: Found, place: Place) -> Person | None:
        """Whom a pronoun means; nobody for a "He" that opens a sentence after one whose "He" may be two people."""
        opens_sentence = place.subject and pronoun.first == 0
        again = opens_sentence and (pronoun.sentence - 1, pronoun.role) in self.nobody
        person = None if again else self.told(ahead, pronoun, place)
        if person is None and opens_sentence:
            self.nobody.add((pronoun.sentence, pronoun.role))
        return person

    def told(self, ahead: Sequence[Event], pronoun: Found, place: Place) -> Person | None:
        """Who follows "In his speech, ", who came in before a quotation, the subject of the clause for himself and
        anybody but that for "him", else who was told of."""
        sentence = self.words[pronoun.sentence]
        if (coming := self.follows(sentence, ahead, pronoun)) is not None:
            return coming
        if (told := self.of_whom(sentence, pronoun)) is not None:
            return told
        inside = self.quoted.stretch(pronoun.start)
        ends = inside < 0 and self.quoted.ends_before(pronoun.start)
        if ends and (new := self.introduced_before(pronoun)) is not None:
            return new
        if (owner := self.judged(sentence, pronoun) or self.owns_both(sentence, pronoun)) is not None:
            return owner
        if is_of_somebody(sentence, pronoun.first, self.known):
            return None
        own = self.clause_subject(sentence, pronoun, inside)
        if (
            sentence[pronoun.first].text.lower().endswith("self")
            and (himself := self.beside(pronoun) or own)
            and fits(himself, pronoun)
        ):
            return himself
        never = own if not_own(sentence, pronoun.first, own) else self.done_to(sentence, ahead, pronoun, place)
        if never is None and self.is_of_either(sentence, pronoun, place.subject, inside):
            return None
        seen = self.seen if not is_tag(sentence, pronoun.first, self.known) else self.before(pronoun)
        person = mean(seen, pronoun, place.subject and opens(sentence, pronoun.first), inside, never)
        if person is None or self.is_passing(person, pronoun, place) or (not ends and self.is_quoted(person, pronoun)):
            return None
        return person

    def beside(self, pronoun: Found) -> Person | None:
        """Lee "himself": who is named right before."""
        last = next(self.latest(pronoun), None)
        return last.person if last is not None and last.found.last == pronoun.first else None

    def before(self, pronoun: Found) -> list[Seen]:
        """The mentions of the sentences before: in "Lee is no fool, he said" somebody else speaks."""
        return [s for s in self.seen[-MANY:] if s.found.sentence < pronoun.sentence]

    def latest(self, pronoun: Found) -> Iterator[Seen]:
        """The mentions in the sentence of a pronoun, the last first."""
        for one in reversed(self.seen[-MANY:]):
            if one.found.sentence != pronoun.sentence:
                return
            yield one

    def follows(self, sentence: Sequence[Word], ahead: Sequence[Event], pronoun: Found) -> Person | None:
        """The subject behind the comma that a possessive at the head of a sentence points to: "In his speech, Lee
        said", and any pronoun in "Asked by Obi if he would, Lee said"."""
        verb = next((n for n, w in enumerate(sentence) if w.tag in FINITE and sentence[n - 1].text != ","), 0)
        asked = sentence[0].text in ASKED
        if not asked and (sentence[pronoun.first].tag != "PRP$" or sentence[0].tag not in ("IN", "VBG", "TO")):
            return None
        if not asked and (pronoun.first >= verb or next(self.latest(pronoun), None) is not None):
            return None
        found, person = next(((f, p) for f, p in ahead if p is not None), (None, None))
        if found is None or person is None or found.form != "name" or found.sentence != pronoun.sentence:
            return None
        lead = found.first - 1 - (found.title is not None)
        subject = placed_at(sentence, found, self.known).subject
        leads = subject and sentence[lead].text == "," and (asked or found.first <= verb)
        return person if leads and fits(person, pronoun) else None

    def of_whom(self, sentence: Sequence[Word], pronoun: Found) -> Person | None:
        """Lee met Obi, "who says he" is glad: the last one named before the "who"; nothing but verbs may stand
        between."""
        at = pronoun.first - 1
        while at > 0 and (sentence[at].tag[:2] in ("VB", "MD", "RB") or sentence[at].text == "that"):
            at -= 1
        if at < 1 or sentence[at].text != "who" or at == pronoun.first - 1:
            return None
        last = next((s for s in self.latest(pronoun) if s.found.first < at), None)
        return last.person if last is not None and fits(last.person, pronoun) else None

    def done_to(self, sentence: Sequence[Word], ahead: Sequence[Event], pronoun: Found, place: Place) -> Person | None:
        """Whom "he" does something to in his clause, and so is not: He met "Lee"."""
        found, person = ahead[0] if ahead else (None, None)
        if found is None or found.sentence != pronoun.sentence or not place.subject:
            return None
        between = sentence[pronoun.last : found.first]
        verbs = sum(w.tag in FINITE for w in between)
        plain = all(w.tag[:2] in ("VB", "MD", "RB", "TO", "IN", "DT") or w.text == found.title for w in between)
        return person if verbs == 1 and plain and not any(w.text in NO_DEEDS for w in between) else None

    def judged(self, sentence: Sequence[Word], pronoun: Found) -> Person | None:
        """Obi praised Lee "for her" work: what somebody is praised, paid or blamed for is his or her own."""
        at = pronoun.first - 1
        last = next(self.latest(pronoun), None)
        if last is None or last.place.subject or sentence[at].text != "for" or sentence[at + 1].tag != "PRP$":
            return None
        between = sentence[last.found.last : at]
        near = not any(w.tag[:2] == "VB" or w.tag == "CC" or w.text in ",()" for w in between)
        return last.person if near and last.found.form != "pronoun" and fits(last.person, pronoun) else None

    def owns_both(self, sentence: Sequence[Word], pronoun: Found) -> Person | None:
        """Lee's record "and her" words, met Lee "and her" brother: who owns the one owns the other."""
        at = pronoun.first
        last = next(self.latest(pronoun), None)
        at -= sentence[at - 1].tag == "IN"  # "on her site and in her book"
        if last is None or sentence[pronoun.first].tag != "PRP$" or sentence[at - 1].text != "and":
            return None
        if last.found.last == at - 1 and last.found.form == "name" and fits(last.person, pronoun):
            return last.person
        between = sentence[last.found.last : at - 1]
        owns = bool(between) and between[0].tag == "POS" and all(w.tag in NOUNS for w in between[1:])
        return last.person if owns and fits(last.person, pronoun) else None

    def introduced_before(self, pronoun: Found) -> Person | None:
        """Who came in with a role at the end of the sentences before a quotation: such a person speaks next."""
        named = (s for s in reversed(self.seen[-MANY:]) if s.quoted < 0 and s.found.form != "nominal")
        last = next((s for s in named if s.found.sentence < pronoun.sentence), None)
        near = last is not None and last.introduced and pronoun.sentence - last.found.sentence <= 2
        return last.person if last and near and fits(last.person, pronoun) and not self.is_told_of(last) else None

    def is_told_of(self, one: Seen) -> bool:
        """Whether somebody else of the sentence says something of a person in it: Obi claimed that Lee was ..."""
        others = (s for s in self.seen[-MANY:] if s.found.sentence == one.found.sentence and s.person is not one.person)
        words = self.words[one.found.sentence]
        says = {s.found.last for s in others if s.place.subject and s.found.start < one.found.start}
        return any(words[at].text in self.known.speech for at in says if at < len(words))

    def clause_subject(self, sentence: Sequence[Word], pronoun: Found, inside: int) -> Person | None:
        """The subject of the pronoun's own clause: the last subject, with one verb and no other pronoun to the pronoun;
        the only subject of the sentence for a participle's: Lee praised Obi, "calling him" a friend."""
        subjects = [s for s in self.latest(pronoun) if s.place.subject and s.quoted == inside]
        doer = next(self.latest(pronoun), None)
        if doer is not None and doer.found.last == pronoun.first - 1 and sentence[doer.found.last].tag == "VBG":
            return doer.person  # "Obi recalled Lee telling him"
        if not subjects:
            return None
        between = [w.tag for w in sentence[subjects[0].found.first + 1 : pronoun.first]]
        verbs = sum(tag in VERBAL for tag in between) - sum(a == "MD" and b == "VB" for a, b in pairwise(between))
        joined = is_object(sentence, pronoun.first) and sentence[pronoun.first - 2].tag == "CC"
        if not {"PRP", "WDT", "WP"} & set(between) and (verbs == 1 or (joined and verbs == 2)):
            return subjects[0].person
        main = {id(s.person) for s in subjects if not s.place.fronted}
        alone = main == {id(subjects[0].person)} and is_of_participle(sentence, pronoun.first)
        return subjects[0].person if alone else None

    def is_of_either(self, sentence: Sequence[Word], pronoun: Found, subject: bool, inside: int) -> bool:
        """Whether two people of the sentence may be the object of a verb without a subject of its own, or the subject
        of what is said by one: Lee called on Obi to apologise for accusing "him"; Lee blamed Obi, saying "he" lied."""
        able = {id(s.person) for s in self.latest(pronoun) if s.quoted == inside and fits(s.person, pronoun)}
        verb = pronoun.first - 1
        bare = sentence[verb].tag == "VBG" or (sentence[verb].tag == "VB" and sentence[verb - 1].tag == "TO")
        says = subject and sentence[verb].text in SAYING and sentence[verb - 1].text == ","
        return len(able) > 1 and (says or (bare and is_object(sentence, pronoun.first)))

    def is_quoted(self, person: Person, pronoun: Found) -> bool:
        """Whether a new paragraph may go on with a person whom the one before only quoted, or with whom the quotation
        was about: “Lee won,” Obi said.  In "his" book ...  A "he" as the first word goes on with who spoke."""
        here = self.paragraphs[pronoun.sentence]
        able = [s for s in self.seen[-MANY:] if fits(s.person, pronoun)]
        if pronoun.first == 0 or not able or self.paragraphs[able[-1].found.sentence] == here:
            return False
        block = self.paragraphs[able[-1].found.sentence]
        last = [s for s in able if self.paragraphs[s.found.sentence] == block]
        others = {id(s.person) for s in last if s.quoted < 0} - {id(person)}
        about = {id(s.person) for s in last if s.quoted >= 0 and s.found.form == "name" and fits(s.person, pronoun)}
        return not others and bool(about - {id(person)})

    def is_passing(self, person: Person, pronoun: Found, place: Place) -> bool:
        """Whether somebody was named but once, as who said something in an earlier paragraph, while a person of the
        story may be meant too: the next paragraph goes back to the story, but for a "he" as its subject."""
        if place.subject:
            return False
        told = [s for s in self.seen[-MANY:] if s.person is person]
        if len(told) != 1 or self.paragraphs[told[0].found.sentence] == self.paragraphs[pronoun.sentence]:
            return False
        words, found = self.words[told[0].found.sentence], told[0].found
        speaks = {w.text for w in words[max(0, found.first - 8) : found.last + 2]} & self.known.speech
        rivals = [s.person for s in self.seen[-MANY:] if s.person is not person and fits(s.person, pronoun)]
        return bool(speaks) and any(rivals.count(r) >= OFTEN for r in rivals)


def is_of_somebody(sentence: Sequence[Word], at: int, known: Known) -> bool:
    """Whether a pronoun stands in what is told of somebody without a name: painted Lee as "a man who" made his
    money."""
    start = at - 1
    while start > 0 and sentence[start].text != "who" and sentence[start].tag not in ("PRP", "NNP", ",", ";"):
        start -= 1
    if start < 1 or sentence[start].text != "who":
        return False
    clauses = sum(b.tag in FINITE and a.tag != "CC" for a, b in pairwise(sentence[start:at]))
    return clauses < 2 and sentence[start - 1].tag == "NN" and sentence[start - 1].text.lower() in known.persons


def is_tag(sentence: Sequence[Word], at: int, known: Known) -> bool:
    """Whether "he said" ends a sentence of plain words: Lee is no fool, "he" said."""
    ends = at + 2 < len(sentence) and sentence[at + 2].text in (".", ",") and sentence[at + 1].text in known.speech
    plain = not any(w.text in known.speech for w in sentence[:at])  # "Obi admitted a fault, which, he said, was small"
    return ends and plain and at > 0 and sentence[at - 1].text == ","


def is_of_participle(sentence: Sequence[Word], at: int) -> bool:
    """Whether a pronoun is the object of a participle that the subject of the sentence does, ", calling him"; not of
    what follows from the whole: Lee won there, "giving him" a lead."""
    verb = sentence[at - 1]
    return at > 1 and verb.tag == "VBG" and verb.text not in CAUSES and sentence[at - 2].text in LED


def not_own(sentence: Sequence[Word], at: int, own: Person | None) -> bool:
    """Whether "him" cannot be the subject of his clause: right behind the verb; "brought his daughter with him" may be
    himself, "Ghada stood beside him" is no sign that Ghada is a man."""
    if is_object(sentence, at):
        return True
    return own is not None and not own.gender and is_objective(sentence, at) and sentence[at - 1].tag in ("IN", "TO")


def is_objective(sentence: Sequence[Word], at: int) -> bool:
    """ "him", and "her" with no noun of hers behind."""
    lower, after = sentence[at].text.lower(), sentence[at + 1].tag[:2] if at + 1 < len(sentence) else ""
    return lower == "him" or (lower == "her" and after not in ("NN", "JJ", "VB", "CD"))


def is_object(sentence: Sequence[Word], at: int) -> bool:
    """ "him" or "her" right behind a verb, and "her" with no noun of hers behind; "brought his daughter with him" may
    be himself."""
    return is_objective(sentence, at) and sentence[at - 1].tag[:2] == "VB"
