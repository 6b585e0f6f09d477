"""Names for what was decided: the construction of a quote, the reason why a stretch is no speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from summariser.model import Span
from summariser.quotes.decide import Decision
from summariser.quotes.titles import TITLE

Rule = Callable[[Sequence[Decision]], bool]


def split_by_cue(made: Sequence[Decision]) -> bool:
    """'"A," X said. "B"'."""
    first = made[0]
    return len(made) > 1 and made[1].line == first.line and first.winner.side == "a" and not first.partial


def continues_paragraph(made: Sequence[Decision]) -> bool:
    """A paragraph all in quotation marks that carries on the last quotation."""
    return made[0].winner.relation == "continues"


def signed_off(made: Sequence[Decision]) -> bool:
    """'"…" — X'."""
    return made[0].winner.relation == "signed"


def transcript(made: Sequence[Decision]) -> bool:
    """'X: …', line by line."""
    return made[0].winner.relation == "labelled"


def according_to(made: Sequence[Decision]) -> bool:
    """According to X."""
    return made[0].winner.relation == "according"


def said_inverted(made: Sequence[Decision]) -> bool:
    """'"…," said X'."""
    return made[0].winner.relation == "inverted" and made[0].winner.side == "a"


def within_clause(made: Sequence[Decision]) -> bool:
    """X called it "…"."""
    return made[0].partial and made[0].winner.cue is not None


def participle(made: Sequence[Decision]) -> bool:
    """'…, adding: "…"'."""
    return made[0].winner.relation.startswith("participle")


def said_after(made: Sequence[Decision]) -> bool:
    """'"…," X said'."""
    return made[0].winner.side == "a"


def said_before(made: Sequence[Decision]) -> bool:
    """X said "…"."""
    return made[0].winner.side == "b"


def announced_before(made: Sequence[Decision]) -> bool:
    """The paragraph before names the speaker."""
    return made[0].winner.relation == "line before"


def goes_on(made: Sequence[Decision]) -> bool:
    """No cue: whoever spoke last goes on."""
    return made[0].winner.relation == "last"


def named_near(made: Sequence[Decision]) -> bool:
    """No cue: the nearest fitting name, role or pronoun."""
    return True


RULES: tuple[Rule, ...] = (
    continues_paragraph,
    signed_off,
    transcript,
    split_by_cue,
    according_to,
    within_clause,
    said_inverted,
    participle,
    said_after,
    said_before,
    announced_before,
    goes_on,
    named_near,
)


def name_rule(made: Sequence[Decision]) -> str:
    """The name of the first rule that fits a quote."""
    return next(rule.__name__ for rule in RULES if rule(made))


TITLED = re.compile(r"(?:called|titled|entitled|named|dubbed|nicknamed|known as|book|film|song|show|series)\W*$", re.I)


def name_nobody(text: str, made: Decision, span: Span) -> str:
    """Why a stretch in quotation marks is no speech: a rule's name, or as far as its looks tell."""
    inside = text[span.start : span.end].split()
    capital = sum(w[:1].isupper() for w in inside)
    if TITLED.search(text[max(0, span.start - 30) : span.start]):
        return "named_so"
    if made.winner.relation == TITLE:
        return TITLE
    if len(inside) > 1 and capital > len(inside) / 2:
        return TITLE
    if len(inside) == 1 and capital:
        return "nickname"
    return "scare_quotes" if len(inside) < 4 else "nobody_says_it"
