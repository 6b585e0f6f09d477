"""Did it happen?  happened, planned, denied or hypothetical: ordered rules over one clause, first answer wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summariser.actions.verbs import verb_class
from summariser.model import Status

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
UNSURE = frozenset({"may", "might", "can", "could", "should", "must", "would", "ca", "ought", "'d", "’d", "cannot"})
CERTAIN = frozenset({"surprise", "wonder", "doubt", "question", "secret"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "hardly"})
SEEKING = frozenset({"sought", "seeking"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


class Case(NamedTuple):
    """What the status of a clause depends on, in lower case: the words of its verb group, of its subject, the word that
    opens it, the class of the first verb of a chain ("agreed to buy": plan), the governing verb's class and whether a
    "not" stands with it."""

    verb: tuple[str, ...]
    subject: tuple[str, ...]
    intro: str
    chain: str
    governor: str
    rule: str
    question: bool
    ahead: bool
    denied: bool = False


def by_question(case: Case) -> Status | None:
    return "hypothetical" if case.question else None


def by_condition(case: Case) -> Status | None:
    return "hypothetical" if case.intro in CONDITIONS else None


def by_negation(case: Case) -> Status | None:
    if case.subject[:1] == ("no",) and not CERTAIN.isdisjoint(case.subject[1:2]):
        return None  # "no wonder the mill was sold"
    negated = not (NEGATIONS.isdisjoint(case.verb) and NEGATIONS.isdisjoint(case.subject[:1]))
    return "denied" if negated else None


def by_denial(case: Case) -> Status | None:
    """ "denied that he took money"."""
    said = case.rule in ("complement", "reduced", "participle", "coordinated")
    return "denied" if case.governor == "deny" and said and not case.denied else None


def by_doubt(case: Case) -> Status | None:
    """ "I do not think that he came", "she did not say that he came"."""
    if not case.denied or case.rule != "complement":
        return None
    return {"think": "denied", "say": "hypothetical", "tell": "hypothetical"}.get(case.governor)  # type: ignore[return-value]


def by_chain(case: Case) -> Status | None:
    """ "plans to", "failed to", "agreed to", "is expected to"."""
    if not SEEKING.isdisjoint(case.verb):
        return None  # who "sought to save the pier" did seek
    if case.chain == "ask" and case.verb[0] in ("was", "were"):
        return None  # who "was ordered to sail" was so
    return {"plan": "planned", "fail": "denied", "ask": "hypothetical"}.get(case.chain)  # type: ignore[return-value]


def by_modal(case: Case) -> Status | None:
    if not FUTURE.isdisjoint(case.verb):
        return "planned"
    return None if UNSURE.isdisjoint(case.verb) else "hypothetical"


def by_infinitive(case: Case) -> Status | None:
    """ "urged the council to act" may never happen; "forced them to leave" did; "is to leave" will."""
    if case.rule == "headline_infinitive":
        return "planned"
    if case.rule == "infinitive":
        return {"make": "happened", "ask": "hypothetical", "tell": "hypothetical"}.get(case.governor, "planned")  # type: ignore[return-value]
    return "planned" if "to" in case.verb[1:2] and verb_class(case.verb[0]) == "state" else None


def by_date(case: Case) -> Status | None:
    """The present tense with a date to come: "the leaders meet on Saturday"."""
    return "planned" if case.ahead else None


RULES: tuple[Callable[[Case], Status | None], ...] = (
    by_question, by_condition, by_negation, by_denial, by_doubt, by_chain, by_modal, by_infinitive, by_date,
)  # fmt: skip


def status_of(case: Case) -> Status:
    """The first answer of the rules; what nothing speaks against has happened."""
    for rule in RULES:
        if answer := rule(case):
            return answer
    return "happened"
