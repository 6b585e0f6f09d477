"""Lists of other stories that stand within the article's run: ``Most read`` and the headlines below it.

Headlines one below the other, or each with a sentence that tells its story.  A lone line below such an opener may be
the article's own subhead, and stays; what is said time and again is the label of a table's cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from summariser.text.lines import Line, Lines
from summariser.text.pagewords import shared
from summariser.text.runs import flows

OPENER = "section_opener"
BESIDE = frozenset({"ago", "stamp", "symbols", "read_more", "byline", "contributor", "control"})  # stand between titles


def lists_out(lines: Lines, path: Sequence[int], inside: int, aside: int) -> list[int]:
    """The states of ``path`` with every opened list of the run ``inside`` put ``aside``."""
    found = list(path)
    openers = [i for i, line in enumerate(lines) if line.kind == OPENER and opens(line)]
    said = Counter(lines[i].low for i in openers)
    for i in openers:
        end = list_end(lines, i + 1) if said[lines[i].low] <= 2 else i
        if found[i] in (inside, aside):
            found[i:end] = [aside if state == inside else state for state in found[i:end]]
        elif end > i + 1 and inside in found[:i]:
            resumed = resumed_end(lines, end, found[:i], inside)
            found[end:resumed] = [inside] * (resumed - end)
    return found


def resumed_end(lines: Lines, start: int, path: Sequence[int], inside: int) -> int:
    """Where the story that a list broke off ends: two paragraphs or more, the first two about what it said before."""
    end = start
    while end < len(lines) and flows(lines[end]):
        end += 1
    if end - start < 2:
        return start
    before = np.zeros(len(lines), dtype=bool)
    before[: len(path)] = np.array(path) == inside
    return end if shared(lines.told, before)[start : start + 2].all() else start


def opens(line: Line) -> bool:
    """Opens a list; ``Continue reading below`` opens the article's next part."""
    return line.kind == OPENER and not line.low.endswith("below")


def list_end(lines: Sequence[Line], start: int) -> int:
    """The first line below the list that starts at line ``start``; the opener's own line where there is no list."""
    end, titles = titles_end(lines, start)
    if titles >= 2:
        return end
    end, told = start, 0
    while is_told(lines, end):
        end, told = end + 2, told + 1
    return end if told >= 2 else start - 1


def titles_end(lines: Sequence[Line], start: int) -> tuple[int, int]:
    """The first line that is no title, and how many were."""
    end, titles = start, 0
    while end < len(lines) and (is_title(lines[end]) or lines[end].kind in BESIDE):
        titles += is_title(lines[end])
        end += 1
    return end, titles


def is_title(line: Line) -> bool:
    """Written as another story's headline is."""
    return line.kind is None and 3 <= line.words <= 25 and (not line.stop or line.text[-1] in "?!’'”\"")


def is_told(lines: Sequence[Line], i: int) -> bool:
    """A headline, and one sentence or two below that tell its story."""
    return i + 1 < len(lines) and is_title(lines[i]) and lines[i + 1].prose and lines[i + 1].words <= 50
