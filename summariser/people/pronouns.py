"""He and she: the nearest fitting subject; nobody when two answers fit, nor where somebody without a name does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summariser.model import Span, Word
from summariser.people.antecedents import FINITE, MANY, Place, Seen, first_verb, fits, mean, opens, placed_at
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person
from summariser.people.roles import ends_role
from summariser.people.unnamed import find_unnamed

VERBAL = FINITE | {"VB", "VBG"}
CHILDREN = frozenset({"child", "baby", "newborn"})
AFTER_QUOTE = 3  # characters between the end of a quotation and the "he" of its "he said"
ASKED = frozenset({"Asked", "Pressed", "Questioned"})
LED = frozenset({",", "by", "after", "before", "while", "without"})  # in front of "calling him"
OFTEN = 3  # mentions that make somebody one of the story

Event = tuple[Found, Person | None]
Placed = tuple[Found, Person]


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


def place_pronouns(
    words: Sequence[Sequence[Word]],
    pronouns: Sequence[Found],
    people: Sequence[Person],
    others: tuple[Sequence[Placed], Sequence[Found]],
    paragraphs: Sequence[int],
    stretches: Sequence[Span],
    known: Known,
) -> list[Placed]:
    """The pronouns that stand for one of these people, each with the person.  ``others`` are the phrases that stand
    for them, and the names that may be one person's or another's; ``paragraphs`` has the block of each sentence."""
    pronouns = [p for p in pronouns if p.role in ("m", "f")]
    quoted = Quoted(stretches)
    show_genders(pronouns, people, quoted)
    phrases, doubtful = others
    taken = {end_of(f) for p in people for f in p.found} | {end_of(f) for f, _ in phrases}
    strangers = [(f, person) for f, person in find_unnamed(words, pronouns, known) if end_of(f) not in taken]
    strangers += [(f, Person(gender, f.start)) for f in doubtful for gender in "mf"]
    events: list[Event] = [(f, p) for p in people for f in p.found]
    events += [*phrases, *strangers, *((f, None) for f in pronouns)]
    events.sort(key=lambda e: e[0].start)
    firsts = {id(p): min(f.start for f in p.found) for p in people}
    telling = Telling(words, paragraphs, quoted, known)
    placed = []
    for n, (found, named) in enumerate(events):
        place = placed_at(words[found.sentence], found, known)
        person = named or telling.meant(events[n + 1 : n + 4], found, place)
        if person is None:
            continue
        stranger = id(person) not in firsts
        if named is None:
            person.gender = person.gender or (found.role or "")
            placed += [] if stranger else [(found, person)]
        if stranger and found.form == "nominal" and not place.subject:
            continue  # "he told a reporter": the reader goes on with him
        first = found.start == firsts.get(id(person))
        telling.see(found, person, place, first and comes_in(words[found.sentence], found, place.subject, known))
    return placed


def show_genders(pronouns: Sequence[Found], people: Sequence[Person], quoted: Quoted) -> None:
    """Gives people whose name does not tell it the gender of the pronouns that nobody else in their sentences, or in
    the ones before with none here, can be."""
    if all(p.gender for p in people):
        return
    told: dict[int, list[Placed]] = {}
    for person in people:
        for f in person.found:
            told.setdefault(f.sentence, []).append((f, person))
    votes: dict[int, list[str]] = {}
    for pronoun in pronouns:
        here = [(f, p) for f, p in told.get(pronoun.sentence, ()) if f.start < pronoun.start]
        inside = quoted.stretch(pronoun.start)
        near = here or told.get(pronoun.sentence - 1, [])
        able = {id(p): p for f, p in near if fits(p, pronoun) and quoted.stretch(f.start) == inside}
        if len(able) == 1:
            votes.setdefault(next(iter(able)), []).append(pronoun.role or "")
    for person in people:
        said = votes.get(id(person), [])
        if not person.gender and said:
            most = max("mf", key=said.count)
            person.gender = most if said.count(most) > 0.7 * len(said) else ""


def comes_in(words: Sequence[Word], found: Found, subject: bool, known: Known) -> bool:
    """Whether somebody is introduced with a role of his or her own, not as somebody's child or wife: as a subject, or
    with the role behind the name."""
    if found.role is None or not (known.kin | CHILDREN).isdisjoint(found.role.split()):
        return False
    before = found.first > 0 and ends_role(words, found.first - 1, known)
    return subject or (not before and found.last < len(words) and words[found.last].text == ",")


def end_of(found: Found) -> tuple[int, int]:
    """Where a mention ends, as words are counted."""
    return found.sentence, found.last


class Telling:
    """What a reader has met so far, and so whom a pronoun means; made and filled inside ``place_pronouns``."""

    def __init__(
        self, words: Sequence[Sequence[Word]], paragraphs: Sequence[int], quoted: Quoted, known: Known
    ) -> None:
        self.words, self.paragraphs, self.quoted, self.known = words, paragraphs, quoted, known
        self.seen: list[Seen] = []

    def see(self, found: Found, person: Person, place: Place, introduced: bool) -> None:
        """One more mention of somebody."""
        inside = self.quoted.stretch(found.start)
        self.seen.append(Seen(found, place, inside, introduced, person))

    def meant(self, ahead: Sequence[Event], pronoun: Found, place: Place) -> Person | None:
        """Whom a pronoun means: who follows "In his speech, ", who came in before a quotation, the subject of the
        clause for himself and anybody but that for "him", else who was told of."""
        sentence = self.words[pronoun.sentence]
        if (coming := self.follows(sentence, ahead, pronoun)) is not None:
            return coming
        if (told := self.of_whom(sentence, pronoun)) is not None:
            return told
        inside = self.quoted.stretch(pronoun.start)
        ends = inside < 0 and self.quoted.ends_before(pronoun.start)
        if ends and (new := self.introduced_before(pronoun)) is not None:
            return new
        if (judged := self.judged(sentence, pronoun)) is not None:
            return judged
        if is_of_somebody(sentence, pronoun.first, self.known):
            return None
        own = self.clause_subject(sentence, pronoun, inside)
        lower = sentence[pronoun.first].text.lower()
        if lower.endswith("self") and (himself := self.beside(pronoun) or own) and fits(himself, pronoun):
            return himself
        object_ = is_object(sentence, pronoun.first, lower)
        if object_ and own is None and self.is_of_either(sentence, pronoun, inside):
            return None
        never = own if object_ else None
        person = mean(self.seen, pronoun, place.subject and opens(sentence, pronoun.first), inside, never)
        return None if person is not None and self.is_passing(person, pronoun, place) else person

    def beside(self, pronoun: Found) -> Person | None:
        """Lee "himself": who is named right before."""
        last = next(self.latest(pronoun), None)
        return last.person if last is not None and last.found.last == pronoun.first else None

    def latest(self, pronoun: Found) -> Iterator[Seen]:
        """The mentions in the sentence of a pronoun, the last first."""
        for one in reversed(self.seen[-MANY:]):
            if one.found.sentence != pronoun.sentence:
                return
            yield one

    def follows(self, sentence: Sequence[Word], ahead: Sequence[Event], pronoun: Found) -> Person | None:
        """The subject behind the comma that a possessive at the head of a sentence points to: "In his speech, Lee
        said", and any pronoun in "Asked by Obi if he would, Lee said"."""
        verb = first_verb(sentence)
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

    def judged(self, sentence: Sequence[Word], pronoun: Found) -> Person | None:
        """Obi praised Lee "for her" work: what somebody is praised, paid or blamed for is his or her own."""
        at = pronoun.first - 1
        last = next(self.latest(pronoun), None)
        if last is None or last.place.subject or sentence[at].text != "for" or sentence[at + 1].tag != "PRP$":
            return None
        between = sentence[last.found.last : at]
        near = not any(w.tag[:2] == "VB" or w.text == "," for w in between)
        return last.person if near and last.found.form != "pronoun" and fits(last.person, pronoun) else None

    def introduced_before(self, pronoun: Found) -> Person | None:
        """Who came in with a role at the end of the sentences before a quotation: such a person speaks next."""
        named = (s for s in reversed(self.seen[-MANY:]) if s.quoted < 0 and s.found.form != "nominal")
        last = next((s for s in named if s.found.sentence < pronoun.sentence), None)
        near = last is not None and last.introduced and pronoun.sentence - last.found.sentence <= 2
        return last.person if last and near and fits(last.person, pronoun) else None

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
        if not {"PRP", "WDT", "WP"} & set(between) and verbs == 1:
            return subjects[0].person
        main = {id(s.person) for s in subjects if not s.place.fronted}
        alone = main == {id(subjects[0].person)} and is_of_participle(sentence, pronoun.first)
        return subjects[0].person if alone else None

    def is_of_either(self, sentence: Sequence[Word], pronoun: Found, inside: int) -> bool:
        """Whether two people of the sentence may be the object of a verb without a subject of its own: Lee called on
        Obi to apologise for accusing "him"."""
        able = {id(s.person) for s in self.latest(pronoun) if s.quoted == inside and fits(s.person, pronoun)}
        verb = pronoun.first - 1
        bare = sentence[verb].tag == "VBG" or (sentence[verb].tag == "VB" and sentence[verb - 1].tag == "TO")
        return len(able) > 1 and bare

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


def is_of_participle(sentence: Sequence[Word], at: int) -> bool:
    """Whether a pronoun is the object of a participle that the subject of the sentence does: ", calling him"."""
    return at > 1 and sentence[at - 1].tag == "VBG" and sentence[at - 2].text in LED


def is_object(sentence: Sequence[Word], at: int, lower: str) -> bool:
    """ "him" or "her" right behind a verb, and "her" with no noun of hers behind; "brought his daughter with him" may
    be himself."""
    after = sentence[at + 1].tag[:2] if at + 1 < len(sentence) else ""
    whole = lower == "him" or (lower == "her" and after not in ("NN", "JJ", "VB", "CD"))
    return whole and sentence[at - 1].tag[:2] == "VB"
