"""What each line of a page tells of its place in the article or beside it: word-free features, as a table of codes.

A row for every line, a column for every kind of feature (length, stop, neighbours, how much of the page's prose lies
above, what the line announces ...).  A code stands for a feature with a name, which page-weights.json knows; all codes
of a page are counted in bulk, which takes a fifth of the time that names take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np

from summariser.text.furniture import KINDS
from summariser.text.lines import QUOTES, Line

LENGTHS = (2, 3, 5, 8, 12, 20, 40)
SHARES = (0.02, 0.1, 0.3, 0.6, 0.9, 0.98)
STEPS_AWAY = (1, 2, 4, 8, 16)
WORTH = {"section_opener": -70.0, "comment_mark": -20.0, "ago": -12.0, "code": -0.5, "symbols": -0.5}
ENDINGS = ":?,;w"
PARTS = (
    [f"above{n}" for n in range(6)] + [f"in{a}{b}" for a in (0, 1) for b in (0, 1)] + [f"below{n}" for n in range(6)]
)
SHAPES = [f"{size}{form}" for size in range(8) for form in ("-", "s", "q-", "qs", "k")]
FORMS = [f"{size}{end}{gap}{after}" for size in "0123k" for end in "-s" for gap in (0, 1) for after in (0, 1)]
FLAG = (0, 1)
NAMES: tuple[tuple[str, ...], ...] = (  # of the codes of every column
    tuple("shape=" + shape for shape in SHAPES),
    tuple("kind=" + kind for kind in (*KINDS, "none")),
    tuple("kind_after=" + kind for kind in (*KINDS, "none", "edge")),
    tuple("form=" + form for form in FORMS),
    tuple("form_before=" + form for form in (*FORMS, "edge")),
    tuple("form_after=" + form for form in (*FORMS, "edge")),
    tuple("main=" + part for part in PARTS),
    tuple("main=" + part + form for part in PARTS for form in FORMS),
    tuple(f"function={size}{share}" for size in range(8) for share in range(4)),
    tuple("before=" + shape for shape in (*SHAPES, "edge")),
    tuple("after=" + shape for shape in (*SHAPES, "edge")),
    tuple(f"above={share}" for share in range(7)),
    tuple(f"below={share}" for share in range(7)),
    tuple(f"prose_near={lines}{size}" for lines in range(7) for size in range(8)),
    tuple(f"ends={last}{small}" for last in ENDINGS for small in ("", "l")),
    tuple(f"common={words}{share}" for words in range(6) for share in range(5)),
    tuple(f"subject={words}{share}{told}" for words in range(5) for share in range(5) for told in FLAG),
    tuple(f"alike={lines}{digit}" for lines in range(4) for digit in FLAG),
    tuple(f"setting={share}{stop}{words}" for share in range(4) for stop in FLAG for words in range(3)),
    tuple(f"address={size}{quoted}{stop}" for size in range(4) for quoted in FLAG for stop in FLAG),
    tuple(f"thread={lines}" for lines in range(5)),
)
OFFSETS = np.cumsum([0, *(len(names) for names in NAMES[:-1])])
FLAT = tuple(chain.from_iterable(NAMES))
NUMBER = {kind: i for i, kind in enumerate((*KINDS, None))}
Codes = Any  # an array of whole numbers


def evidence(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The names of the features of every line of a page."""
    return [tuple(FLAT[code] for code in row) for row in codes(lines).tolist()]


def codes(lines: Sequence[Line]) -> Codes:
    """The features of every line of a page: lines x columns, each the place of its name in FLAT."""
    if not lines:
        return np.zeros((0, len(NAMES)), dtype=int)
    words = np.array([line.words for line in lines])
    stop = np.array([line.stop for line in lines], dtype=int)
    kind = np.array([NUMBER[line.kind] for line in lines])
    gap = np.array([line.gap for line in lines], dtype=int)
    known, prose = kind != NUMBER[None], (words >= 8) & (stop == 1)
    setting = gap * 2 + np.append(gap[1:], 1)
    start, end = main_stretch(lines)
    inside = np.zeros(len(lines), dtype=bool)
    inside[start:end] = True
    telling = inside & prose & ~known
    size = np.searchsorted(LENGTHS, words + 0.5)
    short = known & (words < 20)
    size = np.where(short, np.minimum(size, 5), size)
    shape = size * 5 + np.where(short, 4, 2 * first_quotes(lines) + stop)
    form = (np.where(known, 4, np.searchsorted((4, 12, 25), words, "right")) * 2 + stop) * 4 + setting
    main = parts(len(lines), start, end)
    columns = (
        shape, kind, after(kind, len(KINDS) + 1), form, before(form, len(FORMS)), after(form, len(FORMS)),
        main, main * len(FORMS) + form, size * 4 + function_shares(lines), before(shape, len(SHAPES)),
        after(shape, len(SHAPES)), *prose_around(words, prose), near(prose) * 8 + size, endings(lines),
        common(lines, words, prose), subject(lines, inside, telling), alike(lines),
        set_as(words, stop, setting, telling), addresses(lines, words) * 2 + stop, threads(lines),
    )  # fmt: skip
    return np.stack(columns, axis=1) + OFFSETS


def before(column: Codes, edge: int) -> Codes:
    """What the line above has."""
    return np.concatenate(([edge], column[:-1]))


def after(column: Codes, edge: int) -> Codes:
    """What the line below has."""
    return np.concatenate((column[1:], [edge]))


def first_quotes(lines: Sequence[Line]) -> Codes:
    """Whether each line begins with a quotation mark."""
    return np.array([line.text[0] in QUOTES for line in lines], dtype=int)


def function_shares(lines: Sequence[Line]) -> Codes:
    """The share of function words, by eighths up to three."""
    return np.minimum(3, (np.array([line.function for line in lines]) * 8).astype(int))


def main_stretch(lines: Sequence[Line]) -> tuple[int, int]:
    """The stretch that has most prose and least else (maximum subsequence segmentation, Pasternack and Roth 2009)."""
    best, start, end, total, since = 0.0, 0, 0, 0.0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, since = 0.0, i
        total += worth(line)
        if total > best:
            best, start, end = total, since, i + 1
    return start, end


def worth(line: Line) -> float:
    """What a line adds to the stretch of prose or takes away."""
    words = line.words
    if line.kind:
        return WORTH.get(line.kind, -2.0 if words < 3 else -6.0)
    return min(words, 50) if line.prose else -2.0 if words < 3 else -6.0


def parts(n: int, start: int, end: int) -> Codes:
    """Where each of ``n`` lines stands to the main stretch: in it (at its edge?), or how many lines above or below."""
    at = np.arange(n)
    within = 6 + 2 * (at > start) + (at < end - 1)
    outside = np.where(
        at < start, np.searchsorted(STEPS_AWAY, start - at), 10 + np.searchsorted(STEPS_AWAY, at - end + 1)
    )
    return np.where((at >= start) & (at < end), within, outside)


def prose_around(words: Codes, prose: Codes) -> tuple[Codes, Codes]:
    """The shares of the page's prose above and below each line."""
    tally = np.cumsum(words * prose)
    total = tally[-1] or 1
    return np.searchsorted(SHARES, (tally - words * prose) / total), np.searchsorted(SHARES, (total - tally) / total)


def near(prose: Codes) -> Codes:
    """How many of the four lines above and below are prose, up to six."""
    n, tally = len(prose), np.concatenate(([0], np.cumsum(prose)))
    at = np.arange(n)
    return np.minimum(6, tally[np.minimum(at + 5, n)] - tally[np.maximum(0, at - 4)] - prose)


def endings(lines: Sequence[Line]) -> Codes:
    """The last character where it tells something, and whether the line begins in lower case."""
    places = [ENDINGS.find(line.text[-1]) for line in lines]
    return np.array([
        (place if 0 <= place < 4 else 4) * 2 + line.text[0].islower() for place, line in zip(places, lines, strict=True)
    ])  # fmt: skip


def common(lines: Sequence[Line], words: Codes, prose: Codes) -> Codes:
    """The share of its longer words that other lines of prose on the page use too."""
    return np.minimum(words // 4, 5) * 5 + np.array(shares(lines, prose.tolist()))


def subject(lines: Sequence[Line], inside: Codes, telling: Codes) -> Codes:
    """The share of its longer words that the main stretch's prose uses elsewhere."""
    sizes = np.searchsorted((1, 2, 3, 8), [len(line.keys) for line in lines])
    return (sizes * 5 + np.array(shares(lines, telling.tolist()))) * 2 + inside


def shares(lines: Sequence[Line], tellers: Sequence[bool]) -> list[int]:
    """For each line the share of its longer words, by fifths, that ``tellers`` say, itself apart."""
    counts = Counter(chain.from_iterable([line.keys for line, tells in zip(lines, tellers, strict=True) if tells]))
    said = frozenset(counts)
    again = frozenset([key for key, n in counts.items() if n > 1])
    return [
        int(len(line.keys & (again if tells else said)) / len(line.keys) * 4.99) if line.keys else 0
        for line, tells in zip(lines, tellers, strict=True)
    ]


def alike(lines: Sequence[Line]) -> Codes:
    """How many lines of the page say the same, figures apart: ``Rating: 12 votes``."""
    plain = [line.plain for line in lines]
    counts = Counter(plain)
    return np.array([min(counts[text], 3) * 2 + (b"0" in text) for text in plain])


def set_as(words: Codes, stop: Codes, setting: Codes, telling: Codes) -> Codes:
    """The share of the main stretch's words that stand between blank lines just as each line does."""
    tally = np.bincount(setting[telling], weights=words[telling], minlength=4)
    shares = (3.99 * tally[setting] / (tally.sum() or 1)).astype(int)
    return (shares * 2 + stop) * 3 + np.searchsorted((8, 20), words)


def addresses(lines: Sequence[Line], words: Codes) -> Codes:
    """How much of the line talks to the reader, and whether it holds a quotation mark."""
    told = np.array([line.address for line in lines])
    size = np.where(told == 0, 0, np.where(told < 0.05 * words, 1, np.where(told < 0.12 * words, 2, 3)))
    quoted = [('"' in text or "“" in text or "”" in text) for text in [line.text for line in lines]]
    return size * 2 + np.array(quoted)


def threads(lines: Sequence[Line]) -> Codes:
    """How many lines within eight are such as stand between readers' comments (``Reply``, ``12 likes``)."""
    marks = [line.kind == "ago" or (line.thread > 0 and line.words < 9) for line in lines]
    n, tally = len(lines), np.concatenate(([0], np.cumsum(marks)))
    at = np.arange(n)
    return np.minimum(4, tally[np.minimum(at + 9, n)] - tally[np.maximum(0, at - 8)])
