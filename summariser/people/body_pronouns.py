"""It and they: the body, country or group that alone fits; most of what "it" means is a thing, so little is answered.

A rule speaks only where the subject is named right before its verb: "the port said it would", "Orlu sold its mill",
"It announced ..." after a sentence with one such subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.model import Span, Word
from summariser.people.antecedents import FINITE, Quoted
from summariser.people.bodies import Body
from summariser.people.known import Known
from summariser.people.mentions import Found

BE = frozenset(
    {"is", "was", "'s", "’s", "be", "seems", "seemed", "appears", "appeared", "takes", "took", "were", "are"}
)


@cache
def deeds() -> frozenset[str]:
    """Verbs for what bodies do and things do not."""
    return lexicon.words("body-deeds")


class Stand(NamedTuple):
    """A body's name as it stands in a sentence; ``subject`` says that its verb follows at once."""

    first: int
    last: int
    subject: bool
    quoted: int
    body: Body


def place_body_pronouns(
    words: Sequence[Sequence[Word]],
    pronouns: Sequence[Found],
    bodies: Sequence[Body],
    stretches: Sequence[Span],
    known: Known,
) -> list[tuple[Found, Body]]:
    """The pronouns that stand for one of these bodies, each with the body."""
    wanted = [p for p in pronouns if p.role in ("n", "p")]
    if not wanted:
        return []
    near = {p.sentence - back for p in wanted for back in (0, 1)}
    quoted = Quoted(stretches)
    stands: dict[int, list[Stand]] = {}
    for body in bodies:
        for f in body.found:
            if f.sentence in near:
                subject = is_subject(words[f.sentence], f)
                stand = Stand(f.first, f.last, subject, quoted.stretch(f.start), body)
                stands.setdefault(f.sentence, []).append(stand)
    placed = []
    for pronoun in wanted:
        sentence, inside = words[pronoun.sentence], quoted.stretch(pronoun.start)
        here = [s for s in stands.get(pronoun.sentence, ()) if s.quoted == inside and fits(s.body, pronoun)]
        before = [s for s in stands.get(pronoun.sentence - 1, ()) if s.quoted == inside and fits(s.body, pronoun)]
        meant = own(sentence, pronoun, here) or again(sentence, pronoun, here, before, known)
        if meant is not None:
            placed.append((pronoun, meant))
            subject = sentence[pronoun.first].tag == "PRP" and is_subject(sentence, pronoun)
            stand = Stand(pronoun.first, pronoun.last, subject, inside, meant)
            stands.setdefault(pronoun.sentence, []).append(stand)
    return placed


def fits(body: Body, pronoun: Found) -> bool:
    """One body or country is "it", a group "they"."""
    return body.kind == "group" if pronoun.role == "p" else body.kind in ("organisation", "place")


def is_subject(words: Sequence[Word], found: Found) -> bool:
    """Its finite verb follows at once, but for an adverb."""
    at = found.last
    if at < len(words) and words[at].tag == "RB":
        at += 1
    before = words[found.first - 1] if found.first else None
    if before is not None and before.text.lower() == "the":
        before = words[found.first - 2] if found.first > 1 else None
    return at < len(words) and words[at].tag in FINITE and (before is None or before.tag not in ("IN", "TO", "CC"))


def own(words: Sequence[Word], pronoun: Found, here: Sequence[Stand]) -> Body | None:
    """The subject of the same clause, or of the clause that says this one: "Orlu sold its mill", "Orlu said it
    would".  Nobody where another body stands between."""
    last = max((s for s in here if s.last <= pronoun.first), key=lambda s: s.first, default=None)
    if last is None or not last.subject:
        return None
    between = words[last.last : pronoun.first]
    verbs = sum(w.tag in FINITE for w in between)
    if verbs - joined_verbs(between) != 1 or any(w.text in (",", ";") for w in between) or is_done_to(between):
        return None
    possessive = words[pronoun.first].tag == "PRP$"
    return last.body if possessive or acts(words, pronoun.first + 1) else None


def joined_verbs(words: Sequence[Word]) -> int:
    """How many verbs an "and" or "but" gives the same subject: Orlu sold the mill "and closed" its port."""
    return sum(w.text in ("and", "but") and words[n + 1].tag in FINITE for n, w in enumerate(words[:-1]))


def is_done_to(words: Sequence[Word]) -> bool:
    """A passive before an infinitive: what "was formed to contain its ..." may be another's."""
    passive = any(w.text in BE and words[n + 1].tag == "VBN" for n, w in enumerate(words[:-1]))
    return passive and any(w.tag == "TO" for w in words)


def again(
    words: Sequence[Word], pronoun: Found, here: Sequence[Stand], before: Sequence[Stand], known: Known
) -> Body | None:
    """The one subject of the sentence before, of an "it" that opens this one and does or says what bodies do."""
    at = pronoun.first
    follows = words[at + 1].text.lower() if at + 1 < len(words) else ""
    opens = at == 0 or (at == 1 and words[0].tag in ("CC", "RB"))
    says = follows in known.speech and (opens or words[at - 1].text in (",", "”", '"', "''"))
    if words[at].tag != "PRP" or not (says or (opens and does(words, at + 1))):
        return None
    bodies = {id(s.body): s.body for s in before if s.subject} if not any(s.last <= at for s in here) else {}
    others = {id(s.body) for s in before if s.body.kind != "place"}
    return next(iter(bodies.values())) if len(bodies) == 1 and others <= set(bodies) else None


def does(words: Sequence[Word], at: int) -> bool:
    """Whether the verb from ``at`` is one of a body's own deeds: "has sued", "plans"."""
    while at < len(words) and words[at].tag in ("MD", "RB") or (at < len(words) and words[at].text in ("has", "had")):
        at += 1
    return at < len(words) and words[at].text in deeds()


def acts(words: Sequence[Word], at: int) -> bool:
    """Whether a verb follows that is no "it is raining" nor "it would be hard"."""
    if at >= len(words) or words[at].tag not in FINITE or words[at].text in BE:
        return False
    after = next((w for w in words[at + 1 : at + 3] if w.tag != "RB"), None)
    return after is None or after.text not in ("be", "been", "take", "seem")
