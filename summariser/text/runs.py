"""Where on the page the article runs: a state for every line, judged together.

States: ``before`` the article, ``in`` it, an ``aside`` within it (advertisement, caption, link to another story),
``after`` it.  A line's evidence is a set of word-free features (length, stop, capitals, neighbours, how much of the
page's prose lies above, what it announces); their weights are numbers (page-weights.json), fitted as a linear-chain
conditional random field (``python -m summariser.train pages``); the best path is found with the Viterbi
algorithm over the eight steps that the order of the states allows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import TypedDict

from summariser.text.lines import QUOTES, Line

STATES = ("before", "in", "aside", "after")
STEPS = ((0,), (0, 1, 2), (1, 2), (1, 2, 3))  # state -> the states that may precede it
LENGTHS = (2, 3, 5, 8, 12, 20, 40)
SHARES = (0.02, 0.1, 0.3, 0.6, 0.9, 0.98)
WORTH = {"section_opener": -70.0, "comment_mark": -20.0, "ago": -12.0, "code": -0.5, "symbols": -0.5}
DIGITS = re.compile(r"\d+")
MARKS = ".,;:!?\"“”‘’'()[]"
YOU = re.compile(r"\b(?:you(?:r|rs|[’']re|[’']ll)?|our|us|we|subscribe|sign|click|get)\b")
QUOTED = re.compile('["“”]')
THREAD = re.compile(r"\b(?:ago|votes?|reply|likes?)\b")
IMPOSSIBLE = -1e9


def evidence(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The features of every line of a page."""
    shapes = [shape(line) for line in lines]
    tallies = list(accumulate((line.words if line.prose else 0 for line in lines), initial=0))
    runs = list(accumulate((line.prose for line in lines), initial=0))
    total, last = tallies[-1] or 1, len(lines) - 1
    forms = [form(line, i == last or lines[i + 1].gap) for i, line in enumerate(lines)]
    mains = main_stretch(lines)
    inside = [m[0] == "i" for m in mains]
    found = []
    for i, (line, more) in enumerate(zip(lines, neighbourhood(lines, inside), strict=True)):
        around = runs[min(i + 5, last + 1)] - runs[max(0, i - 4)] - line.prose
        found.append(
            (
                "shape=" + shapes[i],
                "kind=" + (line.kind or "none"),
                "kind_after=" + (lines[i + 1].kind or "none" if i < last else "edge"),
                "form=" + forms[i],
                "form_before=" + (forms[i - 1] if i else "edge"),
                "form_after=" + (forms[i + 1] if i < last else "edge"),
                "main=" + mains[i],
                "main=" + mains[i] + forms[i],
                f"function={shapes[i][0]}{min(3, int(line.function * 8))}",
                "before=" + (shapes[i - 1] if i else "edge"),
                "after=" + (shapes[i + 1] if i < last else "edge"),
                f"above={bisect_left(SHARES, tallies[i] / total)}",
                f"below={bisect_left(SHARES, (total - tallies[i + 1]) / total)}",
                f"prose_near={min(around, 6)}{shapes[i][0]}",
                "ends=" + ending(line),
                *more,
            )
        )
    return found


def neighbourhood(lines: Sequence[Line], inside: Sequence[bool]) -> list[tuple[str, ...]]:
    """What the whole page tells of each line: its subject, lines made alike, its setting, threads of comments."""
    sets = [content(line) for line in lines]
    columns = (shared_words(lines, sets), subject(lines, inside, sets), alike(lines), setting(lines, inside),
               map(address, lines), threads(lines))  # fmt: skip
    return list(zip(*columns, strict=True))


def content(line: Line) -> frozenset[str]:
    """The longer words of a line, cut so that the forms of one word meet."""
    return frozenset([w.strip(MARKS)[:7] for w in line.low.split() if len(w) > 4])


def shared_words(lines: Sequence[Line], sets: Sequence[frozenset[str]]) -> list[str]:
    """For each line the share of its longer words that other lines of prose on the page use too."""
    counts = Counter(chain.from_iterable(words for line, words in zip(lines, sets, strict=True) if line.prose))
    said, again = counts.keys(), {w for w, n in counts.items() if n > 1}
    found = []
    for line, words in zip(lines, sets, strict=True):
        share = int(len(words & (again if line.prose else said)) / len(words) * 4.99) if words else 0
        found.append(f"common={min(line.words // 4, 5)}{share}")
    return found


def subject(lines: Sequence[Line], inside: Sequence[bool], sets: Sequence[frozenset[str]]) -> list[str]:
    """The share of its longer words that the main stretch's prose uses elsewhere."""
    tellers = [told and line.prose and not line.kind for told, line in zip(inside, lines, strict=True)]
    counts = Counter(chain.from_iterable(words for words, tells in zip(sets, tellers, strict=True) if tells))
    said, again = counts.keys(), {w for w, n in counts.items() if n > 1}
    found = []
    for words, tells, told in zip(sets, tellers, inside, strict=True):
        share = int(len(words & (again if tells else said)) / len(words) * 4.99) if words else 0
        found.append(f"subject={bisect_left((1, 2, 3, 8), len(words))}{share}{told:d}")
    return found


def alike(lines: Sequence[Line]) -> list[str]:
    """How many lines of the page say the same, figures apart: ``Rating: 12 votes``."""
    plain = [DIGITS.sub("0", line.low) for line in lines]
    counts = Counter(plain)
    return [f"alike={min(counts[text], 3)}{'0' in text:d}" for text in plain]


def setting(lines: Sequence[Line], inside: Sequence[bool]) -> list[str]:
    """The share of the main stretch's words that stand between blank lines just as this line does."""
    gaps = [after.gap for after in lines[1:]] + [True] * bool(lines)
    tally = Counter[tuple[bool, bool]]()
    for line, told, gap in zip(lines, inside, gaps, strict=True):
        if told and line.prose and not line.kind:
            tally[line.gap, gap] += line.words
    total = tally.total() or 1
    return [
        f"setting={int(3.99 * tally[line.gap, gap] / total)}{line.stop:d}{bisect_left((8, 20), line.words)}"
        for line, gap in zip(lines, gaps, strict=True)
    ]


def address(line: Line) -> str:
    """How much of the line talks to the reader, and whether it holds a quotation mark."""
    told = len(YOU.findall(line.low))
    size = 0 if not told else 1 if told < 0.05 * line.words else 2 if told < 0.12 * line.words else 3
    return f"address={size}{QUOTED.search(line.text) is not None:d}{line.stop:d}"


def threads(lines: Sequence[Line]) -> list[str]:
    """How many lines within eight are such as stand between readers' comments."""
    marks = list(accumulate((is_thread_mark(line) for line in lines), initial=0))
    last = len(lines)
    return [f"thread={min(marks[min(i + 9, last)] - marks[max(0, i - 8)], 4)}" for i in range(last)]


def is_thread_mark(line: Line) -> bool:
    """``Reply``, ``12 likes``, ``2 days ago``."""
    return line.kind == "ago" or (line.words < 9 and THREAD.search(line.low) is not None)


def shape(line: Line) -> str:
    """Length class and how the line ends and begins: ``5s``, ``2-``, ``6q``."""
    size = bisect_left(LENGTHS, line.words + 0.5)
    if line.kind and line.words < 20:
        return f"{min(size, 5)}k"
    return f"{size}{'q' if line.text[0] in QUOTES else ''}{'s' if line.stop else '-'}"


def form(line: Line, gap_after: bool) -> str:
    """How a line stands: its rough length, whether it is a sentence, blank lines above and below."""
    size = 0 if line.words < 4 else 1 if line.words < 12 else 2 if line.words < 25 else 3
    return f"{'k' if line.kind else size}{'s' if line.stop else '-'}{line.gap:d}{gap_after:d}"


def main_stretch(lines: Sequence[Line]) -> list[str]:
    """Where each line stands to the stretch that has most prose and least else (maximum subsequence segmentation,
    Pasternack and Roth 2009): in it, or how many lines above or below."""
    best, start, end, total, since = 0.0, 0, 0, 0.0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, since = 0.0, i
        total += worth(line)
        if total > best:
            best, start, end = total, since, i + 1
    marks = (1, 2, 4, 8, 16)
    above = [f"above{bisect_left(marks, start - i)}" for i in range(start)]
    below = [f"below{bisect_left(marks, i - end + 1)}" for i in range(end, len(lines))]
    return above + [f"in{min(i - start, 1)}{min(end - 1 - i, 1)}" for i in range(start, end)] + below


def worth(line: Line) -> float:
    """What a line adds to the stretch of prose or takes away."""
    if line.kind:
        return WORTH.get(line.kind, -2.0 if line.words < 3 else -6.0)
    return min(line.words, 50) if line.prose else -2.0 if line.words < 3 else -6.0


def ending(line: Line) -> str:
    """The last character where it tells something, and whether the line begins in lower case."""
    last = line.text[-1]
    return (last if last in ":?,;" else "w") + ("l" if line.text[0].islower() else "")


class Weights(TypedDict):
    """``states``: what a feature adds to each state; ``steps``: what a step from one state to another adds."""

    states: dict[str, list[float]]
    steps: list[list[float]]


def find_run(lines: Sequence[Line], weights: Weights, marks: Sequence[tuple[str, ...]] = ()) -> list[int]:
    """The state of every line (an index into STATES) on the best path; ``marks`` are features from HTML."""
    states, none = weights["states"], [0.0] * len(STATES)
    seen = evidence(lines)
    scores = []
    for features in [(*f, *m) for f, m in zip(seen, marks, strict=True)] if marks else seen:
        rows = [states.get(f, none) for f in features]
        scores.append([sum(column) for column in zip(*rows, strict=True)])
    return carry_on(lines, best_path(scores, weights["steps"]))


def carry_on(lines: Sequence[Line], path: list[int]) -> list[int]:
    """No story ends between two paragraphs with nothing between them: losing a page's second half to a guess is worse
    than keeping another story's blurb, so the run goes on until a line says or looks that something else begins."""
    for i in range(1, len(path)):
        if path[i - 1] == 1 and path[i] in (2, 3) and flows(lines[i - 1]) and flows(lines[i]):
            path[i] = 1
    return path


def flows(line: Line) -> bool:
    """A full sentence that announces nothing."""
    return line.prose and line.stop and line.kind is None


def best_path(scores: Sequence[Sequence[float]], steps: Sequence[Sequence[float]]) -> list[int]:
    """Viterbi: the states whose scores and steps add up to the most.  Written out for the eight steps of STEPS: a
    general loop takes four times as long."""
    if not scores:
        return []
    (bb, bi, _, _), (_, ii, ia, iz), (_, ai, aa, az), (_, _, _, zz) = steps
    before, inside, aside, after = scores[0][0], scores[0][1], IMPOSSIBLE, IMPOSSIBLE
    back = []
    for to_before, to_in, to_aside, to_after in scores[1:]:
        opened, stayed, returned = before + bi, inside + ii, aside + ai
        left, waited = inside + ia, aside + aa
        closed, closed_aside, gone = inside + iz, aside + az, after + zz
        before += bb + to_before
        o_in = (
            (0, opened)
            if opened >= stayed and opened >= returned
            else (1, stayed)
            if stayed >= returned
            else (2, returned)
        )
        o_aside = (1, left) if left >= waited else (2, waited)
        o_after = (
            (1, closed)
            if closed >= closed_aside and closed >= gone
            else (2, closed_aside)
            if closed_aside >= gone
            else (3, gone)
        )
        inside, aside, after = o_in[1] + to_in, o_aside[1] + to_aside, o_after[1] + to_after
        back.append((0, o_in[0], o_aside[0], o_after[0]))
    best = (before, inside, aside, after)
    path = [max(range(len(STATES)), key=best.__getitem__)]
    for choice in reversed(back):
        path.append(choice[path[-1]])
    return path[::-1]
