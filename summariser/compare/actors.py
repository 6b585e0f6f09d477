"""The same person or body in several articles: by name, first name, acronym; kept apart when the roles clash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.comparison import SharedActor
from summariser.model import Actor, Article
from summariser.summary.terms import terms

PART = re.compile(r"[\w’'-]+")
SMALL = frozenset({"the", "of", "for", "and", "in", "on", "a", "an", "at", "to"})
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "professor", "president"})


def share_actors(articles: Sequence[Article]) -> tuple[SharedActor, ...]:
    """Every named actor of the set once, the most widely mentioned first."""
    groups: list[list[tuple[int, Actor]]] = []
    cast = [(n, a) for n, article in enumerate(articles) for a in article.actors if named(a)]
    for n, actor in sorted(cast, key=lambda m: -len(parts(m[1].name))):
        fitting = [g for g in groups if all(k != n and same(actor, other) for k, other in g)]
        if len(fitting) == 1 or (fitting and len({g[0][1].name for g in fitting}) == 1):
            fitting[0].append((n, actor))
        else:
            groups.append([(n, actor)])
    found = [shared(g) for g in groups]
    return tuple(sorted(found, key=lambda s: (-len(s.members), -weight(articles, s), s.name)))


def named(actor: Actor) -> bool:
    """True for an actor with a name of its own; "witnesses" of two articles are not the same people."""
    return any(m.form == "name" for m in actor.mentions)


def shared(group: list[tuple[int, Actor]]) -> SharedActor:
    """The group under its fullest name and role."""
    fullest = max((a for _, a in group), key=lambda a: len(a.name))
    role = max((a.role for _, a in group if a.role), key=len, default=None)
    return SharedActor(fullest.name, fullest.kind, role, tuple(sorted((n, a.id) for n, a in group)))


def weight(articles: Sequence[Article], actor: SharedActor) -> int:
    """How often the set mentions it."""
    return sum(len(articles[n].actors[i].mentions) for n, i in actor.members)


def parts(name: str) -> list[str]:
    """The words of a name that tell, without titles and "the"."""
    found = [p.casefold().removesuffix("’s").removesuffix("'s") for p in PART.findall(name)]
    return [p for p in found if p not in SMALL and p not in TITLES] or found


def same(a: Actor, b: Actor) -> bool:
    """True when the names may be one actor's and nothing speaks against it."""
    if (a.kind == "person") != (b.kind == "person") or (a.kind == "place") != (b.kind == "place"):
        return False
    return same_person(a, b) if a.kind == "person" else same_body(a.name, b.name)


def same_person(a: Actor, b: Actor) -> bool:
    """One last name; first names that agree, or (where one is missing) roles that do not clash."""
    one, two = parts(a.name), parts(b.name)
    if not one or not two or one[-1] != two[-1]:
        return False
    if len(one) > 1 and len(two) > 1:
        return one[0] == two[0] or (1 in (len(one[0]), len(two[0])) and one[0][0] == two[0][0])
    return not clash(a.role, b.role)


def clash(a: str | None, b: str | None) -> bool:
    """True when both roles are known and share no word."""
    return bool(a and b) and not set(terms(a or "")) & set(terms(b or ""))


def same_body(a: str, b: str) -> bool:
    """The same words, or one the initials of the other."""
    one, two = parts(a), parts(b)
    return one == two or initials(a) == b.replace(".", "") or initials(b) == a.replace(".", "")


def initials(name: str) -> str:
    """ "Organisation for Security and Co-operation in Europe" -> "OSCE"; "" for a single word."""
    found = [p for p in PART.findall(name) if p.casefold() not in SMALL]
    return "".join(p[0].upper() for p in found) if len(found) > 1 else ""
