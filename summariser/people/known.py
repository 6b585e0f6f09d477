"""What is known of names and nouns for people before any text is read: one lookup table, filled once a process."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from summariser.lexicon import rows, words


class Known(NamedTuple):
    """Word lists as sets and dicts; genders are "m", "f" or "" (either, or not known)."""

    titles: dict[str, str]
    role_titles: frozenset[str]
    title_nouns: dict[str, str]
    persons: dict[str, str]
    roles: frozenset[str]
    kin: frozenset[str]
    first_names: dict[str, str]
    nicknames: frozenset[frozenset[str]]
    groups: frozenset[str]
    body_nouns: frozenset[str]
    body_heads: frozenset[str]
    body_kinds: frozenset[str]
    place_heads: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    aliases: dict[str, str]
    demonyms: dict[str, str]
    peoples: frozenset[str]
    civil_titles: frozenset[str]
    no_names: frozenset[str]
    speech: frozenset[str]


@cache
def known() -> Known:
    """The lists of ``lexicon/en`` that the people rooms share."""
    countries = rows("countries")
    demonyms = {d: r["country"] for r in countries for d in r["demonyms"].split(";") if d}
    seats = {s for r in countries for s in r["seats"].split(";") if s}
    persons = rows("persons")
    return Known(
        titles={r["title"]: r["gender"] for r in rows("titles")},
        role_titles=frozenset(r["title"] for r in rows("titles") if r["role"] == "y"),
        title_nouns={r["title"]: r["noun"] for r in rows("titles") if r["noun"]},
        persons={r["noun"]: r["gender"] for r in persons},
        roles=frozenset(r["noun"] for r in persons if r["sort"] == "role"),
        kin=frozenset(r["noun"] for r in persons if r["sort"] == "kin"),
        first_names={r["name"]: r["gender"] for r in rows("first-names")},
        nicknames=frozenset(frozenset((r["short"], r["long"])) for r in rows("nicknames")),
        groups=words("groups"),
        body_nouns=words("body-nouns"),
        body_heads=words("body-heads"),
        body_kinds=words("body-kinds"),
        place_heads=words("place-heads"),
        places=words("places") | {r["country"] for r in countries} | seats,
        bodies=words("bodies"),
        aliases={r["form"].casefold(): r["name"].casefold() for r in rows("aliases")},
        demonyms=demonyms,
        peoples=frozenset({d + "s" for d in demonyms} | {w for w in words("groups") if w[0].isupper()}),
        civil_titles=frozenset(r["title"] for r in rows("titles") if r["role"] == "n"),
        no_names=words("not-names") | words("openers"),
        speech=words("speech-verbs"),
    )


def names_a_person(noun: str) -> bool:
    """Whether a noun stands for one person by what he or she does or is."""
    persons = known().persons
    return noun in persons or noun.lower() in persons
