"""Where on the page the article runs: a state for every line, judged together.

States: ``before`` the article, ``in`` it, an ``aside`` within it (advertisement, caption, link to another story),
``after`` it.  A line's evidence is a set of word-free features (``evidence.py``); their weights are numbers
(page-weights.json), fitted as a linear-chain conditional random field (``python -m summariser.train pages``); the best
path is found with the Viterbi algorithm over the eight steps that the order of the states allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

import summariser.lexicon as lexicon
from summariser.text.evidence import FLAT, codes
from summariser.text.lines import Line, Lines

STATES = ("before", "in", "aside", "after")
STEPS = ((0,), (0, 1, 2), (1, 2), (1, 2, 3))  # state -> the states that may precede it
IMPOSSIBLE = -(10**9)


class Weights(NamedTuple):
    """In hundredths.  ``table``: what each feature of evidence.py adds to each state, in the order of its codes;
    ``named``: the same of features by name, for those that markup adds; ``steps``: what a step from one state to
    another adds."""

    table: Any
    named: dict[str, tuple[int, ...]]
    steps: tuple[tuple[int, ...], ...]


def prepared(numbers: dict[str, Any]) -> Weights:
    """The content of a file of page weights, ready for use."""
    named = {name: tuple(round(100 * w) for w in row) for name, row in numbers["states"].items()}
    none = (0,) * len(STATES)
    table = np.array([named.get(name, none) for name in FLAT])
    return Weights(table, named, tuple(tuple(round(100 * w) for w in row) for row in numbers["steps"]))


@cache
def page_weights(name: str) -> Weights:
    """The weights of ``lexicon/en/NAME.json``."""
    return prepared(lexicon.numbers(name))


def find_run(lines: Lines, weights: Weights, marks: Sequence[tuple[str, ...]] = ()) -> list[int]:
    """The state of every line (an index into STATES) on the best path; ``marks`` are features from HTML."""
    if not lines:
        return []
    scores = weights.table.take(codes(lines), axis=0).sum(axis=0)
    if marks:
        told = {found: added(weights, found) for found in set(marks)}
        scores = scores + np.array([told[found] for found in marks])
    return carry_on(lines, best_path(scores.T.tolist(), weights.steps))


def added(weights: Weights, marks: Sequence[str]) -> list[int]:
    """What a line's features by name add to each state."""
    rows = [row for mark in marks if (row := weights.named.get(mark))]
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(STATES)


def carry_on(lines: Sequence[Line], path: list[int]) -> list[int]:
    """No story ends between two paragraphs with nothing between them: losing a page's second half to a guess is worse
    than keeping another story's blurb, so the run goes on until a line says or looks that something else begins."""
    for i in range(1, len(path)):
        if path[i - 1] == 1 and path[i] in (2, 3) and flows(lines[i - 1]) and flows(lines[i]):
            path[i] = 1
    return path


def flows(line: Line) -> bool:
    """A full sentence that announces nothing."""
    return line.prose and line.kind is None


def best_path(scores: Sequence[Sequence[int]], steps: Sequence[Sequence[int]]) -> list[int]:
    """Viterbi: the states whose scores (a row for every state) and steps add up to the most.  Written out for the
    eight steps of STEPS: a general loop takes four times as long."""
    (bb, bi, _, _), (_, ii, ia, iz), (_, ai, aa, az), (_, _, _, zz) = steps
    before, inside, aside, after = scores[0][0], scores[1][0], IMPOSSIBLE, IMPOSSIBLE
    back = []
    for to_before, to_in, to_aside, to_after in islice(zip(*scores, strict=True), 1, None):
        came, entered = before + bi, 0
        if inside + ii > came:
            came, entered = inside + ii, 1
        if aside + ai > came:
            came, entered = aside + ai, 2
        left, stepped = (inside + ia, 1) if inside + ia >= aside + aa else (aside + aa, 2)
        ended, closed = inside + iz, 1
        if aside + az > ended:
            ended, closed = aside + az, 2
        if after + zz > ended:
            ended, closed = after + zz, 3
        before += bb + to_before
        inside, aside, after = came + to_in, left + to_aside, ended + to_after
        back.append((0, entered, stepped, closed))
    best = (before, inside, aside, after)
    path = [max(range(len(STATES)), key=best.__getitem__)]
    for choice in reversed(back):
        path.append(choice[path[-1]])
    return path[::-1]
