"""What the status of a clause hangs on: its own verb group, its subject, what governs it."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import Clause
from summariser.actions.status import Case
from summariser.actions.verbs import verb_class
from summariser.short import short

as_case = short(Case)


def case_of(line: Line, clauses: Sequence[Clause], number: int, question: bool, ahead: bool) -> Case:
    """What the status rules look at."""
    own, number = clauses[number], leader(line, clauses, number)
    clause = clauses[number]
    low, letters, (_, start, end) = line.low, line.letters, clause.verb
    verb = low[start:end]
    at = verb.index("to", 1) if "to" in verb[1:] else 0
    chain = verb_class(verb[at - 1]) if at else ""
    above = None if clause.parent is None else clauses[clause.parent]
    governor = "" if above is None else verb_class(low[above.head])
    above_denied = above is not None and "x" in letters[above.verb.start : above.verb.end]
    first = clause.subjects[0]
    subject = low[first.start - denied(line, first) : first.end]
    present = letters[start] in "zVbG" and "h" not in letters[start:end]
    if low[end : end + 1] == ("no",) and letters[end + 1 : end + 2] not in (",", ".", ":"):  # "said no" denies nothing
        verb += ("no",)
    verb += negated_before(line, clauses, clause)
    verb += negated_before(line, clauses, own) if own is not clause else ()  # "to play and not solve"
    return as_case(
        (verb, subject, clause.intro, chain, governor, clause.rule, question, ahead and present, above_denied)
    )


def denied(line: Line, noun: Piece) -> bool:
    """Whether a "not" stands before the noun phrase: "not a single bank"."""
    return noun.start > 0 and line.letters[noun.start - 1] == "x"


def negated_before(line: Line, clauses: Sequence[Clause], clause: Clause) -> tuple[str, ...]:
    """What denies a clause from outside its verb group: "nor", "not walking", "has not paid or made"."""
    start = clause.verb.start
    found = line.low[min(clause.opened, start) : start]
    if clause.rule in ("participle", "coordinated") and line.letters[start - 1 : start] == "x":
        return ("not",)
    above = clauses[clause.parent] if clause.rule == "coordinated" and clause.parent is not None else None
    shared = above is not None and "or" in found and "x" in line.letters[above.verb.start : above.verb.end]
    return ("nor",) if "nor" in found or shared else ()


def leader(line: Line, clauses: Sequence[Clause], number: int) -> int:
    """The clause whose "will" or "to" holds for this one too: "will close the pier and sell the ferry"."""
    clause = clauses[number]
    while clause.rule == "coordinated" and clause.parent is not None and line.words[clause.verb.start].tag == "VB":
        number, clause = clause.parent, clauses[clause.parent]
    return number
