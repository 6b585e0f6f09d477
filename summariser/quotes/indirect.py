"""Indirect speech: a verb of speech, its subject and the clause that reports the words.

clauses.py finds the clause by its construction; a logistic weight over word-free features then says whether it is
speech at all.  Thoughts and wishes are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from summariser.quotes.candidates import Scene, Subject
from summariser.quotes.clauses import FINITE, RULES
from summariser.quotes.cues import Cue
from summariser.quotes.places import Clause, Place, placed
from summariser.quotes.shapes import bucket, neighbour


class Report(NamedTuple):
    """Indirect speech in one line: who, by which cue, what, with the features that weigh it."""

    subject: Subject
    cue: Cue
    clause: Clause
    features: tuple[str, ...]


def find_reports(scene: Scene) -> Iterator[Report]:
    """Every possible report of a paragraph, good and bad."""
    for number, cue in enumerate(scene.cues):
        if cue.passive or not scene.subjects[number]:
            continue
        place = placed(scene, number)
        clause = next((c for rule in RULES if (c := rule(place))), None)
        subject = clause and govern(scene, number, clause)
        if clause and subject and not quoted(scene, clause):
            yield Report(subject, cue, clause, describe(place, clause, subject))


def quoted(scene: Scene, clause: Clause) -> bool:
    """Whether words in quotation marks stand in the clause: then the stretch itself is the quote."""
    return bool(scene.line.stretches) and any(
        place >= 0 for start, end in clause.pieces for place in scene.line.where[start:end]
    )


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


def describe(place: Place, clause: Clause, subject: Subject) -> tuple[str, ...]:
    """What weighs for and against a report, no word among it."""
    cue, line = place.cue, place.scene.line
    phrase = place.scene.phrases[subject.phrase]
    frames = "".join(sorted(cue.verb.frames))
    relation = subject.relation.partition("+")[0]
    before = neighbour(line, min(cue.group, phrase.start) - 1)
    return (
        "report",
        clause.rule,
        f"{clause.rule}|{frames}",
        f"frames:{frames}",
        f"{clause.rule}|{cue.tag}",
        f"tag:{cue.tag}|{cue.group < cue.start}",
        f"colour:{cue.verb.colour}",
        f"negated:{cue.negated}",
        f"form:{phrase.form}",
        f"relation:{relation}",
        f"{clause.rule}|{relation}",
        f"length:{bucket(clause.end - clause.start)}",
        f"{clause.rule}|length:{bucket(clause.end - clause.start)}",
        f"before:{before}",
        f"quoted:{bool(line.stretches) and any(spot >= 0 for spot in line.where[place.low : place.high])}",
        f"verb:{any(word.tag in FINITE for word in line.words[clause.start : clause.end])}",
        f"headline:{line.headline}",
        f"distance:{bucket(abs(cue.start - phrase.end))}",
    )


def chance(report: Report, table: dict[str, float]) -> float:
    """How likely a report is speech with these words and this speaker."""
    score = sum(filter(None, map(table.get, report.features)))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
