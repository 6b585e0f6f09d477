"""Mentions -> Actors: who is who.  When two answers fit, resolve nothing."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Actor, ActorKind, Block, Mention, Sentence, Span, Word
from summariser.people.bodies import Body, gather_bodies
from summariser.people.body_phrases import place_bodies
from summariser.people.body_pronouns import place_body_pronouns
from summariser.people.known import known
from summariser.people.mentions import Found
from summariser.people.nominals import place_nominals
from summariser.people.persons import ROYAL, Person, gather, spelt
from summariser.people.pronouns import place_pronouns
from summariser.people.works import without_works
from summariser.short import short
from summariser.text.gazetteer import letters

as_mention = short(Mention)
Part = tuple[str, ActorKind, str | None, list[Found]]


def resolve(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    mentions: tuple[Found, ...],
    stretches: tuple[Span, ...] = (),
) -> tuple[Actor, ...]:
    """The cast: one Actor a person, body, group or place; ``Actor.id`` is its index, people named first come first."""
    facts = known()
    names = [m for m in mentions if m.form == "name"]
    named = without_works(text, words, [m for m in names if m.kind == "person"], stretches)
    people = gather(words, named, facts)
    people = [p for p in people if p.found]
    bodies = gather_bodies(words, [m for m in names if m.kind != "person"], facts)
    nominals = [m for m in mentions if m.form == "nominal"]
    for found, body in place_bodies(words, [m for m in nominals if m.kind != "person"], bodies):
        body.found.append(found)
    pronouns = [m for m in mentions if m.form == "pronoun"]
    for found, body in place_body_pronouns(words, pronouns, bodies, stretches, facts):
        body.found.append(found)
    phrases = [m for m in nominals if m.kind == "person"]
    extra = place_nominals(words, phrases, people, facts)
    whose = {f.start for p in people for f in p.found}
    doubtful = [m for m in named if m.start not in whose]
    placed = {f.start for f, _ in extra}
    firsts = {(f.sentence, f.first) for p in people for f in p.found}  # "Lee's aide, Bob Ray"
    relatives = [m for m in phrases if m.start in whose - placed and (m.sentence, m.last + 1) not in firsts]
    paragraphs = [s.block for s in sentences]
    others = (extra, relatives, doubtful)
    extra += place_pronouns(words, pronouns, people, others, paragraphs, stretches, facts)
    more: dict[int, list[Found]] = {}
    for found, person in extra:
        more.setdefault(id(person), []).append(found)
    cast: list[Part] = [(name_of(text, p), "person", stated_role(p), p.found + more.get(id(p), [])) for p in people]
    cast += [(body_name(text, b, facts.places), b.kind, None, b.found) for b in bodies]
    cast.sort(key=lambda c: min(f.start for f in c[3]))
    return tuple(Actor(n, name, kind, role, as_mentions(found)) for n, (name, kind, role, found) in enumerate(cast))


def as_mentions(found: Sequence[Found]) -> tuple[Mention, ...]:
    """The mentions in reading order."""
    return tuple([as_mention(f[:3]) for f in sorted(found)])


def longest(text: str, found: Sequence[Found]) -> str:
    """The fullest form of the name, the first of several; one in capitals only where there is no other."""
    names = [f for f in found if f.form == "name"]
    best = max(names, key=lambda f: (f.last - f.first, not text[f.start : f.end].isupper()))
    return " ".join(text[best.start : best.end].split())


def name_of(text: str, person: Person) -> str:
    """The fullest name without its title; with it where a rank is all that goes with one word ("Pope Francis")."""
    name = spelt(undecorated(longest(text, person.found), text, person))
    rank = next((f.title for f in person.found if f.title in ROYAL), None)
    return f"{rank} {name}" if rank and " " not in name else name


def undecorated(name: str, text: str, person: Person) -> str:
    """The name without a word in front that is no first name and that most mentions lack: "Crooked" Ann Lee."""
    first, _, rest = name.partition(" ")
    if " " not in rest or "." in first or "F" in letters(first):
        return name
    said = [" ".join(text[f.start : f.end].split()) for f in person.found if f.form == "name"]
    return rest if said.count(rest) > said.count(name) else name


def body_name(text: str, body: Body, places: frozenset[str]) -> str:
    """The fullest name; a place that only a dateline has, in capitals, as places are written."""
    name = longest(text, body.found)
    return name.title() if body.kind == "place" and name.isupper() and name.title() in places else name


def stated_role(person: Person) -> str | None:
    """The role as first stated; a longer statement beats a bare title ("Sen.")."""
    roles = [f.role for f in person.found if f.role]
    return next((r for r in roles if " " in r), roles[0] if roles else None)
