"""Indirect speech: a verb of speech, its subject and the clause that reports the words.

clauses.py finds the clause by its construction; a logistic weight over word-free features then says whether it is
speech at all.  Thoughts and wishes are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from summariser.quotes.candidates import Scene, Subject
from summariser.quotes.clauses import FINITE, rules_for
from summariser.quotes.cues import Cue
from summariser.quotes.places import Clause, Place, placed
from summariser.quotes.rows import WEIGHT, Row, length_row, round_row, said_row, speaker_row
from summariser.quotes.shapes import bucket, neighbour


class Report(NamedTuple):
    """Indirect speech in one line: who, by which cue, what, with the rows of features that weigh it."""

    subject: Subject
    cue: Cue
    clause: Clause
    rows: tuple[Row, ...]


def find_reports(scene: Scene) -> Iterator[Report]:
    """Every possible report of a paragraph, good and bad."""
    for number, cue in enumerate(scene.cues):
        if cue.passive or not scene.subjects[number]:
            continue
        place = placed(scene, number)
        clause = next((c for rule in rules_for(cue.verb.frames) if (c := rule(place))), None)
        subject = clause and govern(scene, number, clause)
        if clause and subject and not quoted(scene, clause):
            yield Report(subject, cue, clause, describe(place, clause, subject))


def quoted(scene: Scene, clause: Clause) -> bool:
    """Whether words in quotation marks stand in the clause: then the stretch itself is the quote."""
    return any(scene.line.quoted(start, end) for start, end in clause.pieces)


def govern(scene: Scene, number: int, clause: Clause) -> Subject | None:
    """The subject of the cue: the first that is neither a time nor inside the clause."""
    for subject in scene.subjects[number]:
        phrase = scene.phrases[subject.phrase]
        if phrase.form in ("time", "other") or any(a <= phrase.start < b for a, b in clause.pieces):
            continue
        if subject.relation == "inverted" and clause.rule not in ("spoken_after", "inserted"):
            continue
        return subject
    return None


def describe(place: Place, clause: Clause, subject: Subject) -> tuple[Row, ...]:
    """What weighs for and against a report, no word among it."""
    cue, line = place.cue, place.scene.line
    phrase = place.scene.phrases[subject.phrase]
    before = neighbour(line, min(cue.group, phrase.start) - 1)
    quoted = line.quoted(place.low, place.high) > 0
    finite = not FINITE.isdisjoint(line.tags[clause.start : clause.end])
    length, distance = bucket(clause.end - clause.start), bucket(abs(cue.start - phrase.end))
    return (
        said_row(clause.rule, cue.verb.frames, cue.verb.colour, cue.tag, cue.group < cue.start, cue.negated),
        speaker_row(clause.rule, phrase.form, subject.relation.partition("+")[0]),
        length_row(clause.rule, length, distance),
        round_row(before, quoted, finite, line.headline),
    )


def chance(report: Report) -> float:
    """How likely a report is speech with these words and this speaker."""
    score = sum(map(WEIGHT, report.rows))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
