"""Names of bodies and places -> one each: the same words, an acronym and what it stands for, a name cut short."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import ActorKind, Word
from summariser.people.known import Known
from summariser.people.mentions import Found

SMALL = frozenset({"of", "for", "and", "in", "the", "on", "to", "&", "de", "a", "against"})


class Body:
    """One body or place while the cast is put together."""

    __slots__ = ("keys", "found", "kind", "tokens")

    def __init__(self, kind: ActorKind, tokens: tuple[str, ...]) -> None:
        self.kind = kind
        self.tokens = tokens
        self.keys: set[str] = set()
        self.found: list[Found] = []


def gather_bodies(words: Sequence[Sequence[Word]], mentions: Sequence[Found], known: Known) -> list[Body]:
    """The bodies and places of all their names: each string once, then acronyms and short forms joined to the full."""
    by_key: dict[str, Body] = {}
    for found in mentions:
        tokens = name_tokens(words[found.sentence], found)
        key = " ".join(tokens).casefold()
        key = known.aliases.get(key, key)
        body = by_key.setdefault(key, Body(found.kind or "organisation", tokens))
        body.keys.add(key)
        body.found.append(found)
        if len(tokens) > len(body.tokens):
            body.tokens = tokens
    return join_short(list(by_key.values()))


def name_tokens(words: Sequence[Word], found: Found) -> tuple[str, ...]:
    """The words of a body's name, without its article."""
    tokens = tuple(w.text.replace("’", "'") for w in words[found.first : found.last])
    return tokens[1:] if len(tokens) > 1 and tokens[0].lower() == "the" else tokens


def join_short(bodies: list[Body]) -> list[Body]:
    """Joins acronyms and shortened names to the one full name that they fit."""
    longest = sorted((b for b in bodies if len(b.tokens) > 1), key=lambda b: -len(b.tokens))
    gone = set()
    for body in bodies:
        fitting = [b for b in longest if b is not body and id(b) not in gone and is_short_for(body, b)]
        if len(fitting) == 1:
            fitting[0].keys |= body.keys
            fitting[0].found = sorted(fitting[0].found + body.found)
            gone.add(id(body))
    return [b for b in bodies if id(b) not in gone]


def is_short_for(short: Body, full: Body) -> bool:
    """An acronym of the full name, or its beginning, of the same kind."""
    a, b = short.tokens, full.tokens
    if len(a) >= len(b):
        return False
    if len(a) == 1 and a[0].isupper() and len(a[0]) > 1:
        return full.kind == "organisation" and a[0].replace(".", "") in acronyms(b)
    return short.kind == full.kind == "organisation" and (a == b[: len(a)] or a == b[-len(a) :])


def acronyms(tokens: tuple[str, ...]) -> set[str]:
    """What a name may be shortened to: its initials with and without small words, parts of hyphened words or not."""
    content = [t for t in tokens if t.lower() not in SMALL]
    plain = "".join(t[0] for t in content).upper()
    return {
        plain,
        "".join(t[0] for t in tokens).upper(),
        "".join(p[0] for t in content for p in t.split("-") if p).upper(),
    }
