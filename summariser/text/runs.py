"""Where on the page the article runs: a state for every line, judged together.

States: ``before`` the article, ``in`` it, an ``aside`` within it (advertisement, caption, link to another story),
``after`` it.  A line's evidence is a set of word-free features (length, stop, capitals, neighbours, how much of the
page's prose lies above, what it announces); their weights are a page of numbers (page-weights.json), fitted as a
linear-chain conditional random field (python-crfsuite, c2 = 10); the best path is found with the Viterbi
algorithm over the eight steps that the order of the states allows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

import summariser.lexicon as lexicon
from summariser.text.lines import QUOTES, Line

STATES = ("before", "in", "aside", "after")
STEPS = ((0,), (0, 1, 2), (1, 2), (1, 2, 3))  # state -> the states that may precede it
LENGTHS = (2, 3, 5, 8, 12, 20, 40)
SHARES = (0.02, 0.1, 0.3, 0.6, 0.9, 0.98)
IMPOSSIBLE = -1e9


def evidence(lines: Sequence[Line], common: Sequence[float]) -> list[tuple[str, ...]]:
    """The features of every line; ``common`` is the share of its content words that the page's prose repeats."""
    shapes = [shape(line) for line in lines]
    tallies = list(accumulate((line.words if line.prose else 0 for line in lines), initial=0))
    runs = list(accumulate((line.prose for line in lines), initial=0))
    openers = since_opener(lines)
    texts: dict[str, int] = {}
    for line in lines:
        texts[line.text] = texts.get(line.text, 0) + 1
    total, last = tallies[-1] or 1, len(lines) - 1
    forms = [form(line, i == last or lines[i + 1].gap) for i, line in enumerate(lines)]
    mains = main_stretch(lines)
    found: list[tuple[str, ...]] = []
    for i, line in enumerate(lines):
        around = runs[min(i + 5, last + 1)] - runs[max(0, i - 4)] - line.prose
        found.append(
            (
                "shape=" + shapes[i],
                "kind=" + (line.kind or "none"),
                f"form={forms[i]}",
                "form_before=" + (forms[i - 1] if i else "edge"),
                "form_after=" + (forms[i + 1] if i < last else "edge"),
                f"main={mains[i]}",
                f"main={mains[i]}{forms[i]}",
                f"capitals={shapes[i][0]}{int(line.capitals * 3.99)}",
                f"function={shapes[i][0]}{min(3, int(line.function * 8))}",
                "before=" + (shapes[i - 1] if i else "edge"),
                "after=" + (shapes[i + 1] if i < last else "edge"),
                "before2=" + (shapes[i - 2][0] if i > 1 else "edge"),
                "after2=" + (shapes[i + 2][0] if i < last - 1 else "edge"),
                f"above={bisect_left(SHARES, tallies[i] / total)}",
                f"below={bisect_left(SHARES, (total - tallies[i + 1]) / total)}",
                f"prose_near={min(around, 6)}{shapes[i][0]}",
                f"opener={openers[i]}",
                f"repeated={min(texts[line.text], 3)}",
                f"common={shapes[i][0]}{int(common[i] * 4.99)}",
                f"ends={ending(line)}",
            )
        )
    return found


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
        total += min(line.words, 50) if line.prose and not line.kind else -2.0 if line.words < 3 else -6.0
        if total > best:
            best, start, end = total, since, i + 1
    marks = (1, 2, 4, 8, 16)
    above = [f"above{bisect_left(marks, start - i)}" for i in range(start)]
    below = [f"below{bisect_left(marks, i - end + 1)}" for i in range(end, len(lines))]
    return above + [f"in{min(i - start, 1)}{min(end - 1 - i, 1)}" for i in range(start, end)] + below


def ending(line: Line) -> str:
    """The last character where it tells something, and whether the line begins in lower case."""
    last = line.text[-1]
    return (last if last in ":?,;" else "w") + ("l" if line.text[0].islower() else "")


def since_opener(lines: Sequence[Line]) -> list[str]:
    """How far above the last line stands that opens a list of other stories, and whether prose came between."""
    found, gone, prose = [], None, 0
    for line in lines:
        if gone is None:
            found.append("none")
        else:
            found.append(f"{bisect_left((1, 3, 8, 20), gone)}p{min(prose, 2)}")
        if line.kind == "section_opener":
            gone, prose = 0, 0
        elif gone is not None:
            gone, prose = gone + 1, prose + line.prose
    return found


def find_run(
    lines: Sequence[Line], common: Sequence[float], marks: Sequence[tuple[str, ...]] | None = None
) -> list[int]:
    """The state of every line (an index into STATES) on the best path; ``marks`` are features from HTML."""
    weights = lexicon.numbers("page-weights-html" if marks else "page-weights")
    states, steps = weights["states"], weights["steps"]
    memo: dict[tuple[str, ...], list[float]] = {}
    none = [0.0] * len(STATES)
    scores = []
    seen = evidence(lines, common)
    for features in [(*f, *m) for f, m in zip(seen, marks, strict=True)] if marks else seen:
        if features not in memo:
            rows = [states.get(f, none) for f in features]
            memo[features] = [sum(column) for column in zip(*rows, strict=True)]
        scores.append(memo[features])
    return carry_on(lines, best_path(scores, steps))


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


def common_words(lines: Sequence[Line]) -> list[float]:
    """For each line the share of its longer words that other lines of prose on the page use too."""
    sets = [frozenset([w for w in line.text.lower().split() if len(w) > 4]) for line in lines]
    counts = Counter(chain.from_iterable(words for line, words in zip(lines, sets, strict=True) if line.prose))
    said, again = counts.keys(), {w for w, n in counts.items() if n > 1}
    return [
        len(words & (again if line.prose else said)) / len(words) if words else 0.0
        for line, words in zip(lines, sets, strict=True)
    ]
