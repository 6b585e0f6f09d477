"""What kind of actor a common noun names: a person, a body, a group."""

from __future__ import annotations

from functools import cache

from summariser.lexicon import rows
from summariser.lexicon import words as listed
from summariser.model import ActorKind


@cache
def agents() -> dict[str, ActorKind]:
    """Noun -> what kind of actor it is."""
    found: dict[str, ActorKind] = dict.fromkeys(listed("body-nouns"), "organisation")
    found.update(dict.fromkeys(listed("groups"), "group"))
    found.update({row["noun"]: "person" for row in rows("persons")})
    found.update({row["noun"]: row["kind"] for row in rows("agent-nouns")})  # type: ignore[misc]
    return found


def singulars(noun: str) -> tuple[str, ...]:
    """What ``noun`` may be the plural of."""
    if noun.endswith("men"):
        return (noun[:-3] + "man",)
    if noun.endswith("ies"):
        return (noun[:-3] + "y",)
    return (noun[:-1], noun[:-2]) if noun.endswith("s") and not noun.endswith("ss") else ()


def noun_kind(noun: str) -> ActorKind | None:
    """What kind of actor a common noun names; several persons are a group."""
    known = agents()
    if noun in known:
        return known[noun]
    found = next((known[s] for s in singulars(noun) if s in known), None)
    if found is None and "-" in noun:  # "32-year-old", "ex-wife", "vice-president"
        return "person" if noun.endswith("-year-old") else noun_kind(noun.rsplit("-", 1)[1])
    return "group" if found else None
