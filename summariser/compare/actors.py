"""The same person or body in several articles: by name, first name, acronym; kept apart when the roles clash."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from summariser.comparison import SharedActor
from summariser.lexicon import words
from summariser.model import Actor, ActorKind, Article
from summariser.people.known import known
from summariser.summary.terms import terms

PART = re.compile(r"[\w’'-]+")
SMALL = frozenset({"the", "of", "for", "and", "in", "on", "a", "an", "at", "to"})
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "professor", "president"})


def share_actors(articles: Sequence[Article]) -> tuple[SharedActor, ...]:
    """Every named actor of the set once, the most widely mentioned first."""
    groups: list[list[tuple[int, Actor]]] = []
    met: dict[str, set[int]] = defaultdict(set)  # the groups that hold a name with this clue
    cast = [(n, a) for n, article in enumerate(articles) for a in article.actors if named(a)]
    for n, actor in sorted(cast, key=lambda m: -len(parts(m[1].name))):
        clues = {*parts(actor.name), initials(actor.name) or actor.name, actor.name.replace(".", "")}
        near = sorted(set().union(*(met[clue] for clue in clues)))
        fitting = [g for g in near if all(k != n and same(actor, other) for k, other in groups[g])]
        if fitting and len({groups[g][0][1].name for g in fitting}) == 1:
            home = fitting[0]
        else:
            home = len(groups)
            groups.append([])
        groups[home].append((n, actor))
        for clue in clues:
            met[clue].add(home)
    found = [shared(articles, g) for g in groups]
    return tuple(sorted(found, key=lambda s: (-len(s.members), -weight(articles, s), s.name)))


def named(actor: Actor) -> bool:
    """True for an actor with a name of its own; "witnesses" of two articles are not the same people."""
    return any(m.form == "name" for m in actor.mentions)


def shared(articles: Sequence[Article], group: list[tuple[int, Actor]]) -> SharedActor:
    """The group under its fullest name and role."""
    fullest = max((a for _, a in group), key=lambda a: len(a.name))
    role = max((a.role for _, a in group if a.role), key=len, default=None)
    return SharedActor(
        fullest.name, kind_of(articles, group, fullest.name), role, tuple(sorted((n, a.id) for n, a in group))
    )


def kind_of(articles: Sequence[Article], group: list[tuple[int, Actor]], name: str) -> ActorKind:
    """What the articles take it for.  News gives a person's full name, title or role somewhere: what none of the set
    knows by more than one strange word is a body; and a full name with a first name that people have is a person's."""
    kinds = {a.kind for _, a in group}
    full = name.split()
    if full[0] in known().place_heads and kinds == {"person"} and len(full) == 2:
        return "place"  # "Port Ellery"
    if len(full) > 1 and full[0] in words("forenames") and "person" in kinds:
        return "person"
    if kinds == {"person"}:
        called = any(a.role or titled(articles[n], a) for n, a in group)
        return "organisation" if strange(name) and not called else "person"
    return next(k for k in ("organisation", "place", "group", "person") if k in kinds)


def strange(name: str) -> bool:
    """One word that is nobody's name as far as we know."""
    return " " not in name and name.title() not in words("surnames") and name.title() not in words("forenames")


def titled(article: Article, actor: Actor) -> bool:
    """True when a title stands before one of the names: "Mr Obi"."""
    before = (article.text[max(0, m.start - 14) : m.start].split() for m in actor.mentions if m.form == "name")
    return any(b and (b[-1] in known().titles or b[-1].rstrip(".").casefold() in TITLES) for b in before)


def weight(articles: Sequence[Article], actor: SharedActor) -> int:
    """How often the set mentions it."""
    return sum(len(articles[n].actors[i].mentions) for n, i in actor.members)


@lru_cache(1 << 12)  # every name of a set is held against all others
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell, without titles and "the"."""
    found = [p.casefold().removesuffix("’s").removesuffix("'s") for p in PART.findall(name)]
    return tuple([p for p in found if p not in SMALL and p not in TITLES] or found)


def same(a: Actor, b: Actor) -> bool:
    """True when the names may be one actor's and nothing speaks against it."""
    people = (a.kind == "person", b.kind == "person")
    if parts(a.name) == parts(b.name):  # the kind of a name in one article is a guess
        return len(parts(a.name)) > 1 or not all(people) or not clash(a.role, b.role)
    if all(people):
        return same_person(a, b) or longer_body(a.name, b.name)
    if any(people):
        return all(strange(x.name) for x in (a, b) if x.kind == "person") and longer_body(a.name, b.name)
    return (a.kind == "place") == (b.kind == "place") and same_body(a.name, b.name)


def same_person(a: Actor, b: Actor) -> bool:
    """One last name; first names that agree, or (where one is missing) roles that do not clash."""
    one, two = parts(a.name), parts(b.name)
    if not one or not two or one[-1] != two[-1]:
        return False
    if len(one) > 1 and len(two) > 1:
        return first_names_agree(one[0], two[0])
    return not clash(a.role, b.role)


def first_names_agree(one: str, two: str) -> bool:
    """The same, an initial of it, or a short form: "Bill" for "William"."""
    if one == two or (1 in (len(one), len(two)) and one[0] == two[0]):
        return True
    return frozenset((one, two)) in known().nicknames or frozenset((one.title(), two.title())) in known().nicknames


def clash(a: str | None, b: str | None) -> bool:
    """True when both roles are known and share no word."""
    return bool(a and b) and not set(terms(a or "")) & set(terms(b or ""))


def same_body(a: str, b: str) -> bool:
    """The same words, or one the initials of the other."""
    one, two = parts(a), parts(b)
    short = initials(a) == b.replace(".", "") or initials(b) == a.replace(".", "")
    return one == two or short or longer_body(a, b)


def longer_body(a: str, b: str) -> bool:
    """One is the other and a word for what kind of body it is: "Torvald" and "Torvald Coatings"."""
    short, long = sorted((parts(a), parts(b)), key=len)
    if short == long or long[: len(short)] != short:
        return False
    rest = [w.title() for w in long[len(short) :]]
    return all(w in known().body_heads or w in words("body-tails") for w in rest)


def initials(name: str) -> str:
    """ "Organisation for Security and Co-operation in Europe" -> "OSCE"; "" for a single word."""
    found = [p for p in PART.findall(name) if p.casefold() not in SMALL]
    return "".join(p[0].upper() for p in found) if len(found) > 1 else ""
