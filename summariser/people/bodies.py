"""Names of bodies and places -> one each: the same words, an acronym and what it stands for, a name cut short."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import ActorKind, Word
from summariser.people.known import Known
from summariser.people.mentions import Found

SMALL = frozenset({"of", "for", "and", "in", "the", "on", "to", "&", "de", "a", "against"})
OFFICES = frozenset({"Department", "Ministry", "Office", "Bureau"})
FIRMS = frozenset(
    {
        "Co",
        "Co.",
        "Company",
        "Corp",
        "Corp.",
        "Corporation",
        "Group",
        "Holdings",
        "Inc",
        "Inc.",
        "Limited",
        "LLC",
        "Ltd",
    }
    | {"Ltd.", "PLC", "plc", "GmbH", "NV", "SA", "AG"}
)
LONGEST = 12  # tokens of a name that is worth shortening


class Body:
    """One body or place while the cast is put together."""

    __slots__ = ("found", "kind", "tokens")

    def __init__(self, kind: ActorKind, tokens: tuple[str, ...]) -> None:
        self.kind = kind
        self.tokens = tokens
        self.found: list[Found] = []


def gather_bodies(words: Sequence[Sequence[Word]], mentions: Sequence[Found], known: Known) -> list[Body]:
    """The bodies and places of all their names: each string once, then acronyms and short forms joined to the full."""
    by_key: dict[str, Body] = {}
    for found in mentions:
        tokens = name_tokens(words[found.sentence], found)
        key = " ".join(tokens).casefold()
        key = known.aliases.get(key, key)
        body = by_key.setdefault(key, Body(found.kind or "organisation", tokens))
        body.found.append(found)
        if len(tokens) > len(body.tokens):
            body.tokens = tokens
    return join_short(words, list(by_key.values()), known)


def name_tokens(words: Sequence[Word], found: Found) -> tuple[str, ...]:
    """The words of a body's name, without its article."""
    tokens = tuple(w.text.replace("’", "'") for w in words[found.first : found.last])
    return tokens[1:] if len(tokens) > 1 and tokens[0].lower() == "the" else tokens


def join_short(words: Sequence[Sequence[Word]], bodies: list[Body], known: Known) -> list[Body]:
    """Joins acronyms and shortened names to the one full name that they fit."""
    full: dict[tuple[str, ...], list[Body]] = {}
    for body in bodies:
        if body.kind == "organisation" and 1 < len(body.tokens) <= LONGEST:
            for short in short_forms(body.tokens, known):
                full.setdefault(short, []).append(body)
    joined = set()
    for body in sorted(bodies, key=lambda b: len(b.tokens)):
        fitting = full.get(undotted(body.tokens), ())
        if len(fitting) != 1 or fitting[0] is body or not may_be_short(body, known):
            continue
        if not any(goes_on(words[f.sentence], f.last) for f in body.found):
            fitting[0].found = sorted(fitting[0].found + body.found)
            joined.add(id(body))
    return [b for b in bodies if id(b) not in joined]


def goes_on(words: Sequence[Word], last: int) -> bool:
    """A name carries on behind: "Justice" for Victims is no short name of the Justice Department."""
    link = words[last].text if last < len(words) else ""
    return link in ("for", "of") and last + 1 < len(words) and words[last + 1].text[0].isupper()


def is_acronym(token: str) -> bool:
    """Two or more capitals."""
    return len(token) > 1 and token.isalpha() and token.isupper()


def undotted(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """ "U.S.D.A." as "USDA"."""
    return (tokens[0].replace(".", ""),) if len(tokens) == 1 else tokens


def may_be_short(body: Body, known: Known) -> bool:
    """A body, or capitals that were taken for something else; not a body well known by this name ("House"), nor a
    country ("USA" is not USA Action)."""
    if " ".join(body.tokens).casefold() in known.aliases:
        return False
    if body.tokens[-1].isupper() and len(body.tokens) == 1:
        return len(body.tokens[0]) > 1
    return body.kind == "organisation" and " ".join(body.tokens) not in known.bodies


def short_forms(tokens: tuple[str, ...], known: Known) -> set[tuple[str, ...]]:
    """What a body's name may be shortened to: its beginnings, its endings, its acronyms; in an office its realm's
    acronym ("VA" for the Department of Veterans Affairs)."""
    forms = {tokens[:n] for n in range(1, len(tokens)) if not another(tokens[:n], tokens[n:], known)}
    forms |= {tokens[n:] for n in range(1, len(tokens))}
    realm = acronyms(tokens[2:]) if tokens[0] in OFFICES and tokens[1] == "of" else set()
    return {f for f in forms if f[-1].lower() not in SMALL} | {(a,) for a in acronyms(tokens) | realm}


def another(start: tuple[str, ...], rest: tuple[str, ...], known: Known) -> bool:
    """Whether a name begins with that of another body and goes on with a kind of its own: "Bank of Orlu" is not the
    Bank of Orlu Stadium, "Orlu University" not its School of Law, "QBC" not QBC Nightly News."""
    heads = known.body_heads
    own = {rest[0], rest[-1]} - FIRMS
    if rest[0] in ("'s", "’s") or (len(start) == 1 and is_acronym(start[0]) and not FIRMS.issuperset(rest)):
        return rest != ("News",)
    whole = len(start) > 1 and (start[0] in heads or start[-1] in heads)
    return whole and bool(own & (heads | known.place_heads))


def acronyms(tokens: tuple[str, ...]) -> set[str]:
    """The initials with and without small words, parts of hyphened words counted or not; two letters at least."""
    content = [t for t in tokens if t.lower() not in SMALL]
    parts = [p for t in content for p in t.split("-") if p]
    return {a for group in (content, tokens, parts) if len(a := "".join(t[0] for t in group).upper()) > 1}
