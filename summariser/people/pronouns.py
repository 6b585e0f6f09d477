"""He and she: the nearest fitting subject; nobody when two answers fit, nor where somebody without a name does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import Span, Word
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person
from summariser.people.roles import ends_role
from summariser.people.unnamed import find_unnamed

REACH = 4  # sentences back; further a reader would be told the name again
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = FINITE | {"VB", "VBG"}
MANY = 60  # mentions looked back at: a bound on work
CHILDREN = frozenset({"child", "baby", "newborn"})
AFTER_QUOTE = 3  # characters between the end of a quotation and the "he" of its "he said"


class Seen(NamedTuple):
    """A mention that a pronoun may mean; ``quoted`` is the stretch it stands in, -1 outside; ``at`` its first word;
    ``introduced`` says that the person comes in here, with a role.  ``person`` is nobody of the cast for "a man"."""

    start: int
    sentence: int
    at: int
    subject: bool
    quoted: int
    introduced: bool
    person: Person


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
    stretches: Sequence[Span],
    known: Known,
) -> list[tuple[Found, Person]]:
    """The pronouns that stand for one of these people, each with the person."""
    pronouns = [p for p in pronouns if p.role in ("m", "f")]
    quoted = Quoted(stretches)
    taken = {(f.sentence, f.last) for p in people for f in p.found}
    blocks = [(f, person) for f, person in find_unnamed(words, pronouns, known) if end_of(f) not in taken]
    events: list[tuple[Found, Person | None]] = [(f, p) for p in people for f in p.found]
    events += [*blocks, *((f, None) for f in pronouns)]
    events.sort(key=lambda e: e[0].start)
    strangers = {id(person) for _, person in blocks}
    firsts = {id(p): min(f.start for f in p.found) for p in people}
    seen: list[Seen] = []
    verbs: dict[int, int] = {}
    placed = []
    for n, (found, named) in enumerate(events):
        if found.sentence not in verbs:
            verbs[found.sentence] = first_verb(words[found.sentence])
        inside = quoted.stretch(found.start)
        person = named or meant(words, seen, events[n + 1 : n + 4], found, inside, quoted, verbs[found.sentence], known)
        if person is None:
            continue
        if named is None and id(person) not in strangers:
            placed.append((found, person))
            person.gender = person.gender or (found.role or "")
        subject = is_subject(words[found.sentence], found, verbs[found.sentence], known)
        if id(person) in strangers and named is not None and not subject:
            continue  # "he told a reporter": the reader goes on with him
        introduced = found.start == firsts.get(id(person)) and comes_in(words[found.sentence], found, subject, known)
        seen.append(Seen(found.start, found.sentence, found.first, subject, inside, introduced, person))
    return placed


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


def meant(
    words: Sequence[Sequence[Word]],
    seen: list[Seen],
    ahead: Sequence[tuple[Found, Person | None]],
    pronoun: Found,
    inside: int,
    quoted: Quoted,
    verb: int,
    known: Known,
) -> Person | None:
    """Whom a pronoun means: who follows "In his speech, ", who came in before a quotation, the subject of the clause
    for himself and anybody but that for "him", else who was told of."""
    sentence = words[pronoun.sentence]
    if pronoun.first < verb and (coming := follows(sentence, seen, ahead, pronoun, verb, known)) is not None:
        return coming
    if (told := of_whom(sentence, seen, pronoun)) is not None:
        return told
    if inside < 0 and quoted.ends_before(pronoun.start) and (new := introduced_before(seen, pronoun)) is not None:
        return new
    own = clause_subject(sentence, seen, pronoun, inside)
    lower = sentence[pronoun.first].text.lower()
    if lower.endswith("self") and own is not None:
        return own
    return mean(seen, pronoun, inside, own if is_object(sentence, pronoun.first, lower) else None)


def of_whom(sentence: Sequence[Word], seen: list[Seen], pronoun: Found) -> Person | None:
    """Lee met Obi, "who says he" is glad: the last one named before the "who"; nothing but verbs may stand between."""
    at = pronoun.first - 1
    while at > 0 and (sentence[at].tag[:2] in ("VB", "MD", "RB") or sentence[at].text == "that"):
        at -= 1
    if at < 1 or sentence[at].text != "who" or at == pronoun.first - 1:
        return None
    last = next((s for s in reversed(seen[-MANY:]) if s.at < at), None)
    fits = last is not None and last.sentence == pronoun.sentence and last.person.gender in ("", pronoun.role)
    return last.person if last is not None and fits else None


def is_object(sentence: Sequence[Word], at: int, lower: str) -> bool:
    """ "him" or "her" right behind a verb, and "her" with no noun of hers behind; "brought his daughter with him" may
    be himself."""
    after = sentence[at + 1].tag[:2] if at + 1 < len(sentence) else ""
    whole = lower == "him" or (lower == "her" and after not in ("NN", "JJ", "VB", "CD"))
    return whole and sentence[at - 1].tag[:2] == "VB"


def follows(
    sentence: Sequence[Word],
    seen: list[Seen],
    ahead: Sequence[tuple[Found, Person | None]],
    pronoun: Found,
    verb: int,
    known: Known,
) -> Person | None:
    """The subject behind the comma that a possessive at the head of a sentence points to: "In his speech, Lee said"."""
    if sentence[pronoun.first].tag != "PRP$" or sentence[0].tag not in ("IN", "VBG", "TO"):
        return None
    if seen and seen[-1].sentence == pronoun.sentence:
        return None
    found, person = next(((f, p) for f, p in ahead if p is not None), (None, None))
    if found is None or person is None or found.form != "name" or found.sentence != pronoun.sentence:
        return None
    lead = found.first - 1 - (found.title is not None)
    fits = person.gender in ("", pronoun.role) and is_subject(sentence, found, verb, known)
    return person if sentence[lead].text == "," and fits and found.first <= verb else None


def introduced_before(seen: list[Seen], pronoun: Found) -> Person | None:
    """Who came in with a role at the end of the sentences before a quotation: such a person speaks next."""
    last = next((s for s in reversed(seen[-MANY:]) if s.quoted < 0 and s.sentence < pronoun.sentence), None)
    near = last is not None and last.introduced and pronoun.sentence - last.sentence <= 2
    return last.person if last and near and last.person.gender in ("", pronoun.role) else None


def clause_subject(sentence: Sequence[Word], seen: list[Seen], pronoun: Found, inside: int) -> Person | None:
    """The subject of the pronoun's own clause: the last subject, with one verb and no other pronoun to the pronoun."""
    for one in reversed(seen[-8:]):
        if one.sentence != pronoun.sentence:
            return None
        if one.subject and one.quoted == inside:
            between = [w.tag for w in sentence[one.at + 1 : pronoun.first]]
            verbs = sum(tag in VERBAL for tag in between)
            return one.person if verbs == 1 and not {"PRP", "WDT", "WP"} & set(between) else None
    return None


def first_verb(words: Sequence[Word]) -> int:
    """Where the first finite verb of a sentence stands; its length where there is none."""
    return next((n for n, w in enumerate(words) if w.tag in FINITE), len(words))


def is_subject(words: Sequence[Word], found: Found, verb: int, known: Known) -> bool:
    """A finite verb follows, or a verb of saying stands just before ("said Lee")."""
    if found.form == "pronoun":
        return words[found.first].tag == "PRP" and words[found.first].text.lower() in ("he", "she")
    if found.first and words[found.first - 1].text in known.speech and words[found.first - 1].tag != "VBN":
        return True
    after = words[found.last].tag if found.last < len(words) else ""
    return (found.last <= verb and after != "POS") or after in FINITE


def mean(seen: list[Seen], pronoun: Found, inside: int, never: Person | None) -> Person | None:
    """Whom a pronoun means: sentence by sentence backwards, the subject first, else the only one who fits."""
    fitting: dict[int, list[Seen]] = {}
    for one in reversed(seen[-MANY:]):
        if pronoun.sentence - one.sentence > REACH:
            break
        if one.quoted == inside and one.person is not never and one.person.gender in ("", pronoun.role):
            fitting.setdefault(one.sentence, []).append(one)
    for sentence in sorted(fitting, reverse=True):
        answer = only(fitting[sentence], pronoun.role == "m" and sentence == pronoun.sentence)
        if answer is not None or len({id(s.person) for s in fitting[sentence]}) > 1:
            return answer
    return None


def only(candidates: list[Seen], here: bool) -> Person | None:
    """The one person among them; the one subject where there are several; those whose gender shows before others, but
    for a "he" of this sentence its subject whose gender does not show before an object."""
    subjects = [c for c in candidates if c.subject]
    if here and len({id(c.person) for c in subjects}) == 1:
        return subjects[0].person
    for group in (candidates, subjects):
        people = {id(c.person): c.person for c in group}
        if len(people) > 1:
            people = {i: p for i, p in people.items() if p.gender} or people
        if len(people) == 1:
            return next(iter(people.values()))
    return None
