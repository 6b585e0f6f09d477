"""Mentions of people, bodies, groups and places as they stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import ActorKind, Block, MentionForm, Sentence, Word
from summariser.people.headings import find_headings, link_heading
from summariser.people.kinds import elect, key_of
from summariser.people.known import Known, known
from summariser.people.names import SHORT, Name, find_names, is_proper
from summariser.people.parting import joined_nicknames, joined_partners, part
from summariser.people.roles import (
    appositions,
    find_body_nouns,
    find_nominals,
    fronting,
    heads,
    role_of,
    title_of,
)
from summariser.people.spots import PRONOUNS, Spots, find_spots
from summariser.short import short

KINDS: dict[str, ActorKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
BELIEVERS = frozenset({"Catholics", "Christians", "Muslims", "Jews", "Protestants", "Hindus", "Sikhs", "Buddhists"})


class Found(NamedTuple):
    """One mention before it is known whose it is; ``sentence`` indexes the sentences, ``first`` and ``last`` its words.

    ``title`` is the title before a name ("Mrs"), ``role`` the role as stated beside it or the words of a nominal."""

    start: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    sentence: int
    role: str | None = None
    title: str | None = None
    first: int = 0
    last: int = 0


as_found = short(Found)


def find_mentions(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], words: tuple[tuple[Word, ...], ...]
) -> tuple[Found, ...]:
    """Every name, role noun phrase and personal pronoun of the sentences, in reading order."""
    facts = known()
    headings = find_headings(blocks, sentences, words)
    told = [n for n in range(len(words)) if n not in headings]
    spots = find_spots(words, facts)
    found, kinds = named(text, words, spots, told, facts)
    taken = {(f.sentence, at) for f in found for at in range(f.first, f.last)}
    for n in told:
        found += nominals(words[n], n, spots[n], taken, facts)
        found += pronouns(words[n], n, spots[n].pronouns)
    for n in headings:
        links = link_heading(words[n], kinds)
        found += [as_name(words[n], Name(n, first, last, label), KINDS[label]) for first, last, label in links]
    return tuple(sorted(found))


def named(
    text: str, words: Sequence[Sequence[Word]], spots: Sequence[Spots], told: Sequence[int], facts: Known
) -> tuple[list[Found], dict[str, str]]:
    """The names of the sentences ``told``, the phrases apposed to people's, and the kind of each string."""
    names = joined_nicknames(words, [name for n in told for name in find_names(words[n], n, spots[n].names, facts)])
    names = joined_partners(words, names)
    names = part(words, names, facts)
    kinds = elect(words, names, facts)
    surnames = {key.rpartition(" ")[2] for key, kind in kinds.items() if kind == "PER"}
    names = [titled(words[name.sentence], name, kinds, surnames, facts) for name in names]
    names += [name for n in told for name in overlooked(words[n], n, spots[n].names, kinds, surnames, facts)]
    found = [f for name in names if (f := found_as(text, words[name.sentence], name, kinds, facts))]
    phrases = [a for f in found if f.kind == "person" for a in apposed(words[f.sentence], f, facts)]
    starts = {(a.sentence, a.first) for a in phrases}  # "Ann Lee, Democrat of Ohio": no party of that name
    found = [f for f in found if (f.sentence, f.first) not in starts or not names_head(words[f.sentence], f, facts)]
    heirs = {name: "PER" for name in surnames if name.capitalize() not in facts.no_names}
    return found + phrases, {**heirs, **kinds}


def found_as(text: str, words: Sequence[Word], name: Name, kinds: dict[str, str], facts: Known) -> Found | None:
    """The mention of a name whose kind is known; None for runs of capitals that proved to be nothing."""
    kind = kinds.get(key_of(words, name))
    if kind is None or name.label not in ("", SHORT, *KINDS) or is_office(words, name, facts):
        return None
    if words[name.last - 1].text in BELIEVERS:
        return None
    if words[name.last - 1].text in facts.peoples:
        return as_name(words, name, "group")
    if kind != "PER":
        return as_name(words, name, KINDS[kind])
    title, role = title_of(words, name.first, facts), role_of(text, words, name.first, name.last, facts)
    return as_name(words, name, "person", role, title)


def is_office(words: Sequence[Word], name: Name, facts: Known) -> bool:
    """The realm of an office: secretary of "State"."""
    at = name.first
    if at < 2 or name.last - at > 1 or words[at - 1].text != "of" or words[at].text in facts.places:
        return False
    return words[at - 2].text.lower() in ("secretary", "undersecretary", "minister")


def titled(words: Sequence[Word], name: Name, kinds: dict[str, str], surnames: set[str], known: Known) -> Name:
    """The name without a rank that was taken for the first word of a body, "Governor Pence": a person of this text."""
    if words[name.first].text not in known.role_titles or name.last - name.first == 1:
        return name
    rest = name._replace(first=name.first + 1)
    if words[rest.first].tag == "POS":
        return name
    key = key_of(words, rest)
    if kinds.get(key_of(words, name)) == "PER" or not (kinds.get(key) == "PER" or key in surnames):
        return name
    kinds[key] = "PER"
    return rest


def overlooked(
    words: Sequence[Word],
    sentence: int,
    spots: Sequence[int],
    kinds: dict[str, str],
    surnames: set[str],
    facts: Known,
) -> list[Name]:
    """A word with a capital that was tagged as a common one and is a name elsewhere in the text: of a person, or one
    that opens its sentence, where the last of somebody's full name will do if a verb follows at once ("Young died")."""
    found = []
    for at in spots:
        word = words[at]
        if word.name != "O" or is_proper(words, at) or word.text in facts.no_names:
            continue
        key = word.text.casefold()
        if at == 0 and key not in kinds and key in surnames and len(words) > 1 and words[1].tag == "VBD":
            kinds[key] = "PER"
        if key in kinds and (at == 0 or kinds[key] == "PER"):
            found.append(Name(sentence, at, at + 1, ""))
    return found


def as_name(
    words: Sequence[Word], name: Name, kind: ActorKind, role: str | None = None, title: str | None = None
) -> Found:
    """A name's mention, with the role and the title known from around it."""
    start, end = words[name.first].start, words[name.last - 1].end - name.glued
    return as_found((start, end, "name", kind, name.sentence, role, title, name.first, name.last))


def apposed(words: Sequence[Word], name: Found, facts: Known) -> list[Found]:
    """ "a parish councillor", "director of the port" right behind a person's name, "its director" in front of it:
    phrases that stand for that person, here alone.  Those with "the" are found like any definite phrase."""
    front = fronting(words, name.first - (name.title is not None), name.last, facts)
    found = [nominal(words, name.sentence, *front)] if front else []
    for first, end in appositions(words, name.first, name.last, facts):
        before = words[first - 1].text.lower()
        if before in ("the", "this", "that"):
            continue
        first -= before in ("a", "an")
        last = next((at for at in range(first + 1, end) if words[at].tag == "IN" and heads(words[at - 1], facts)), end)
        found.append(nominal(words, name.sentence, first, last))
    return found


def nominal(words: Sequence[Word], sentence: int, first: int, last: int, kind: ActorKind = "person") -> Found:
    """The mention of a person, or of another ``kind`` of actor, by a phrase."""
    return as_found((words[first].start, words[last - 1].end, "nominal", kind, sentence, None, None, first, last))


def names_head(words: Sequence[Word], name: Found, facts: Known) -> bool:
    """Whether a name begins with a noun for a person ("Democrat of Ohio")."""
    return words[name.first].text in facts.persons


def nominals(
    words: Sequence[Word], sentence: int, spots: Spots, taken: set[tuple[int, int]], facts: Known
) -> list[Found]:
    """Definite noun phrases for one person by role, or for one body: "the Russian foreign minister", "the ministry"."""
    found: list[tuple[ActorKind, tuple[int, int]]] = [
        ("person", span) for span in find_nominals(words, spots.persons, facts)
    ]
    found += [("organisation", span) for span in find_body_nouns(words, spots.bodies, facts)]
    return [
        nominal(words, sentence, first, last, kind)
        for kind, (first, last) in found
        if (sentence, last) not in taken and (sentence, last - 1) not in taken
    ]


def pronouns(words: Sequence[Word], sentence: int, spots: Sequence[int]) -> list[Found]:
    """The third-person pronouns; "I" and "we" are their speaker's, which attribution knows."""
    return [
        as_found((*words[n][:2], "pronoun", None, sentence, PRONOUNS[words[n].text.lower()], None, n, n + 1))
        for n in spots
        if words[n].tag[:3] == "PRP" and not either(words, n)
    ]


def either(words: Sequence[Word], at: int) -> bool:
    """One of "his or her", "he or she": whoever it may be."""
    return any(
        words[n].text == "or" and {words[n - 1].text.lower(), words[n + 1].text.lower()} <= PRONOUNS.keys()
        for n in (at - 1, at + 1)
        if 0 < n < len(words) - 1
    )
