"""Phrases standing for a body: "the ministry" is the one ministry named before, "the company" the one told of."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Word
from summariser.people.bodies import Body
from summariser.people.mentions import Found
from summariser.people.nominals import LINKS, MANY

NEAR = 2  # sentences back in which somebody has an "office" of his own
BROUGHT = frozenset({"published", "reported", "obtained", "reviewed", "seen", "cited", "quoted", "posted", "viewed"})
GENERIC = frozenset({"group", "company", "firm", "agency", "organization", "organisation"})
PASSING = 8  # sentences back in which a body named in passing may be meant
SORTS = {
    **dict.fromkeys(("company", "firm", "corporation"), "firm"),
    **dict.fromkeys(("agency", "regulator"), "agency"),
}
AGENCIES = frozenset(
    {"Department", "Agency", "Administration", "Bureau", "Service", "Services", "Authority", "Office", "Commission"}
    | {"Inspectorate", "Directorate", "Registry", "Centers", "Board"}
)
NO_FIRMS = AGENCIES | frozenset(
    {"Council", "Court", "Committee", "Ministry", "Parliament", "Senate", "House", "Congress", "Assembly", "Party"}
    | {"University", "College", "School", "Institute", "Academy", "Police", "Army", "Navy", "Force", "Forces", "Union"}
    | {"Association", "Federation", "Society", "Church", "Foundation", "Hospital", "Museum", "League", "Treasury"}
    | {"Nations", "State", "States", "Cabinet", "Government", "Kremlin", "Pentagon", "Times", "Post", "News", "Guard"}
    | {"Center", "Centre", "Alliance", "Movement", "Coalition", "Campaign", "White", "Democratic", "Republican"}
)


def place_bodies(
    words: Sequence[Sequence[Word]], nominals: Sequence[Found], bodies: Sequence[Body]
) -> list[tuple[Found, Body]]:
    """The phrases like "the ministry" that only one body named before them fits, each with the body: by a word of its
    name, else "the company" or "the agency" by the sort of body that alone was told of just before."""
    heads: dict[str, list[Body]] = {}
    for body in bodies:
        if body.kind == "organisation":
            for noun in heads_of(body):
                heads.setdefault(noun, []).append(body)
    placed = []
    for found in nominals:
        noun = words[found.sentence][found.last - 1].text.lower()
        if is_owned(words, found, noun):
            continue
        before = [b for b in heads.get(noun, ())[:MANY] if b.found[0].start < found.start and is_told_of(b, found)]
        if noun in GENERIC:
            before = [b for b in before if not is_another(words, found, noun, b)]
        if not before and noun in SORTS:
            before = told_of(words, found, bodies, SORTS[noun])
        if len(before) == 1:
            placed.append((found, before[0]))
    return placed


def heads_of(body: Body) -> set[str]:
    """The nouns a body goes by: its last word, and the first where a link follows ("Ministry of Trade")."""
    tokens = [t.lower() for t in body.tokens]
    return {tokens[-1], *(tokens[:1] if len(tokens) > 1 and tokens[1] in LINKS else ())}


def is_told_of(body: Body, found: Found) -> bool:
    """Whether a body is of the story so far: told of more than once before a phrase, or just now."""
    before = [f for f in body.found if f.start < found.start]
    return len(before) > 1 or found.sentence - before[-1].sentence <= PASSING


def is_another(words: Sequence[Sequence[Word]], found: Found, noun: str, body: Body) -> bool:
    """Whether another of the kind came since a body was named: Orlu Group ... "the trade group" ... the group."""
    last = max(f.sentence for f in body.found if f.start < found.start)
    for n in range(max(last, found.sentence - PASSING), found.sentence + 1):
        told = words[n][: found.first] if n == found.sentence else words[n]
        for before, word, after in zip(told, told[1:], (*told[2:], None), strict=False):
            head = after is None or after.tag[:2] != "NN"
            if word.text == noun and before.tag in ("NN", "JJ") and head:
                return True
    return False


def is_owned(words: Sequence[Sequence[Word]], found: Found, noun: str) -> bool:
    """Whether somebody's own came just before: "Lee's office ... the office"."""
    for sentence in words[max(0, found.sentence - NEAR) : found.sentence]:
        if any(w.text == noun and sentence[n].tag in ("POS", "PRP$") for n, w in enumerate(sentence[1:])):
            return True
    return False


def told_of(words: Sequence[Sequence[Word]], found: Found, bodies: Sequence[Body], sort: str) -> list[Body]:
    """The body of a sort that alone is named in the sentence of a phrase or the one before; nobody beside another body.
    Whom something was told, or by whom it was published, as newspapers are, is not told of."""

    def named_before(body: Body) -> bool:
        return any(
            f.start < found.start and found.sentence - f.sentence <= 1 and f.form == "name"
            for f in body.found
            if not is_told(words[f.sentence], f.first)
        )

    near = [b for b in bodies if b.kind == "organisation" and named_before(b)]
    return near if len(near) == 1 and is_sort(near[0], sort) else []


def is_told(words: Sequence[Word], first: int) -> bool:
    """Whether a name is that of who was told, or brought the news: told "the Post", published by "the Post"."""
    at = first - 1 if first and words[first - 1].text.lower() == "the" else first
    before = tuple(w.text.lower() for w in words[max(0, at - 2) : at])
    return before[-1:] == ("told",) or before == ("according", "to") or (before[1:] == ("by",) and before[0] in BROUGHT)


def is_sort(body: Body, sort: str) -> bool:
    """Whether a body's name makes it a firm or a public agency; one whose name does not tell may be either."""
    acronym = len(body.tokens) == 1 and body.tokens[0].isupper()
    if sort == "firm":
        return not acronym and NO_FIRMS.isdisjoint(body.tokens)
    return acronym or body.tokens[0] in AGENCIES or body.tokens[-1] in AGENCIES
