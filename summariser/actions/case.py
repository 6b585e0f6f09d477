"""What the status of a clause hangs on: its own verb group, its subject, what governs it."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import Clause
from summariser.actions.status import Case
from summariser.actions.verbs import verb_class


def case_of(line: Line, clauses: Sequence[Clause], number: int, question: bool, ahead: bool) -> Case:
    """What the status rules look at."""
    number = leader(line, clauses, number)
    clause = clauses[number]
    verb = tuple(w.text.lower() for w in line.words[clause.verb.start : clause.verb.end])
    at = next((k for k, form in enumerate(verb) if form == "to" and k), None)
    chain = verb_class(verb[at - 1]) if at else ""
    above = None if clause.parent is None else clauses[clause.parent]
    governor = "" if above is None else verb_class(line.words[above.head].text)
    above_denied = above is not None and "x" in line.letters[above.verb.start : above.verb.end]
    first = clause.subjects[0]
    subject = tuple(w.text.lower() for w in line.words[first.start - denied(line, first) : first.end])
    present = line.letters[clause.verb.start] in "zVbG" and "h" not in line.letters[clause.verb.start : clause.verb.end]
    after = line.words[clause.verb.end : clause.verb.end + 1]
    phrase = line.letters[clause.verb.end + 1 : clause.verb.end + 2] not in tuple(",.:")  # "said no" denies nothing
    nothing = tuple(w.text.lower() for w in after if w.text.lower() == "no" and phrase)
    verb += nothing + negated_before(line, clauses, clause)
    return Case(verb, subject, clause.intro, chain, governor, clause.rule, question, ahead and present, above_denied)


def denied(line: Line, noun: Piece) -> bool:
    """Whether a "not" stands before the noun phrase: "not a single bank"."""
    return line.letters[max(noun.start - 1, 0) : noun.start] == "x"


def negated_before(line: Line, clauses: Sequence[Clause], clause: Clause) -> tuple[str, ...]:
    """What denies a clause from outside its verb group: "nor", "not walking", "has not paid or made"."""
    start = clause.verb.start
    found = [w.text.lower() for w in line.words[min(clause.opened, start) : start]]
    if clause.rule == "participle" and line.letters[start - 1 : start] == "x":
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
