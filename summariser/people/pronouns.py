"""He and she: the nearest fitting subject; nobody when two answers fit, nor where somebody without a name does."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Span, Word
from summariser.people.antecedents import REACH, Quoted, fits, placed_at
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person
from summariser.people.roles import ends_role
from summariser.people.telling import Event, Telling, is_objective
from summariser.people.unnamed import KIN, find_unnamed

CHILDREN = frozenset({"child", "baby", "newborn"})

Placed = tuple[Found, Person]


def place_pronouns(
    words: Sequence[Sequence[Word]],
    pronouns: Sequence[Found],
    people: Sequence[Person],
    others: tuple[Sequence[Placed], Sequence[Found], Sequence[Found]],
    paragraphs: Sequence[int],
    stretches: Sequence[Span],
    known: Known,
) -> list[Placed]:
    """The pronouns that stand for one of these people, each with the person.  ``others`` are the phrases that stand
    for them, those for somebody else of theirs ("Lee's brother"), and the names that may be one person's or another's;
    ``paragraphs`` has the block of each sentence."""
    pronouns = [p for p in pronouns if p.role in ("m", "f")]
    quoted = Quoted(stretches)
    show_genders(words, pronouns, people, quoted)
    phrases, relatives, doubtful = others
    taken = {end_of(f) for p in people for f in p.found} | {end_of(f) for f, _ in phrases}
    strangers = [(f, person) for f, person in find_unnamed(words, pronouns, known) if end_of(f) not in taken]
    strangers += [(f, Person(known.persons.get(noun_of(words, f), ""), f.start)) for f in relatives]
    strangers += [(f, Person(gender, f.start)) for f in doubtful for gender in "mf"]
    told: list[Event] = [*((f, p) for p in people for f in p.found), *phrases, *strangers]
    near = {p.sentence - back for p in pronouns for back in range(REACH + 1)}
    events = sorted([*(e for e in told if e[0].sentence in near), *((f, None) for f in pronouns)], key=at)
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
        if stranger and found.form == "nominal" and not place.subject and found.role != KIN:
            continue  # "he told a reporter": the reader goes on with him
        first = found.start == firsts.get(id(person))
        telling.see(found, person, place, first and comes_in(words[found.sentence], found, place.subject, known))
    return placed


def at(event: Event) -> int:
    """Where a mention begins."""
    return event[0].start


def show_genders(
    words: Sequence[Sequence[Word]], pronouns: Sequence[Found], people: Sequence[Person], quoted: Quoted
) -> None:
    """Gives people whose name does not tell it the gender of the pronouns that nobody else in their sentences, or in
    the ones before with none here, can be; "Ghada stood beside him" shows none."""
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
        if here and is_objective(words[pronoun.sentence], pronoun.first):
            continue
        near = here or told.get(pronoun.sentence - 1, [])
        able = {id(p): p for f, p in near if fits(p, pronoun) and quoted.stretch(f.start) == inside}
        if len(able) == 1:
            votes.setdefault(next(iter(able)), []).append(pronoun.role or "")
    for person in people:
        said = votes.get(id(person), [])
        if not person.gender and said:
            most = max("mf", key=said.count)
            person.gender = most if said.count(most) > 0.7 * len(said) else ""


def noun_of(words: Sequence[Sequence[Word]], found: Found) -> str:
    """The head of a phrase for somebody, in small letters."""
    return words[found.sentence][found.last - 1].text.lower()


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
