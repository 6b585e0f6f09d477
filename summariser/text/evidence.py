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
from summariser.text.lines import QUOTES, Lines
from summariser.text.pagewords import Told, shared

LONGEST = 41  # words; from here on lines are as long as each other
LENGTHS = np.searchsorted((2, 3, 5, 8, 12, 20, 40), np.arange(LONGEST + 1), "right")
SHORT_LENGTHS = np.searchsorted((4, 12, 25), np.arange(LONGEST + 1), "right")
SET_LENGTHS = np.searchsorted((8, 20), np.arange(LONGEST + 1))
SHARES = np.array((0.02, 0.1, 0.3, 0.6, 0.9, 0.98))
STEPS_AWAY = np.array((1, 2, 4, 8, 16))
KEYS_COUNTED = np.array((1, 2, 3, 8))
WORTH = {"section_opener": -70.0, "comment_mark": -20.0, "ago": -12.0, "code": -0.5, "symbols": -0.5}
ENDINGS = {":": 0, "?": 1, ",": 2, ";": 3}
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
    tuple(f"ends={last}{small}" for last in ":?,;w" for small in ("", "l")),
    tuple(f"common={words}{share}" for words in range(6) for share in range(5)),
    tuple(f"subject={words}{share}{told}" for words in range(5) for share in range(5) for told in FLAG),
    tuple(f"alike={lines}{digit}" for lines in range(4) for digit in FLAG),
    tuple(f"setting={share}{stop}{words}" for share in range(4) for stop in FLAG for words in range(3)),
    tuple(f"address={size}{quoted}{stop}" for size in range(4) for quoted in FLAG for stop in FLAG),
    tuple(f"thread={lines}" for lines in range(5)),
)
OFFSETS = np.cumsum([0, *(len(names) for names in NAMES[:-1])])[:, None]
FLAT = tuple(chain.from_iterable(NAMES))
NUMBER = {kind: i for i, kind in enumerate((*KINDS, None))}
WORTHS = np.array([WORTH.get(kind or "", 0.0) for kind in NUMBER])
Codes = Any  # an array of whole numbers


def evidence(lines: Lines) -> list[tuple[str, ...]]:
    """The names of the features of every line of a page."""
    return [tuple(FLAT[code] for code in row) for row in codes(lines).T.tolist()]


def codes(lines: Lines) -> Codes:
    """The features of every line of a page: columns x lines, each the place of its name in FLAT."""
    if not lines:
        return np.zeros((len(NAMES), 0), dtype=int)
    _, _, texts, gaps, _, _, stops, names, plain = zip(*lines, strict=True)  # the fields of Line
    words, stop, gap = lines.told.words, column(stops), column(gaps)
    kind = column(list(map(NUMBER.__getitem__, names)))
    capped, told = np.minimum(words, LONGEST), lines.told
    known, prose = kind != NUMBER[None], (words >= 8) & (stop == 1)
    setting = gap * 2 + after(gap, 1)
    start, end = main_stretch(worth(words, prose, kind))
    inside = np.zeros(len(lines), dtype=bool)
    inside[start:end] = True
    telling = inside & prose & ~known
    size = LENGTHS[capped]
    short = known & (words < 20)
    size = np.where(short, np.minimum(size, 5), size)
    shape = size * 5 + np.where(short, 4, 2 * first_quotes(texts) + stop)
    form = (np.where(known, 4, SHORT_LENGTHS[capped]) * 2 + stop) * 4 + setting
    main = parts(len(lines), start, end)
    columns = (
        shape, kind, after(kind, len(KINDS) + 1), form, before(form, len(FORMS)), after(form, len(FORMS)),
        main, main * len(FORMS) + form, size * 4 + function_shares(told, words), before(shape, len(SHAPES)),
        after(shape, len(SHAPES)), *prose_around(words, prose), near(prose) * 8 + size, endings(texts),
        np.minimum(words // 4, 5) * 5 + shares(told, prose), subject(told, inside, telling), alike(plain),
        (set_as(words, setting, telling) * 2 + stop) * 3 + SET_LENGTHS[capped],
        addresses(texts, told, words) * 2 + stop, threads(told, words, kind),
    )  # fmt: skip
    return np.array(columns) + OFFSETS


def column(values: Sequence[int]) -> Codes:
    """The values as an array; ``np.array`` would look at each of them twice."""
    return np.fromiter(values, np.int64, len(values))


def before(column: Codes, edge: int) -> Codes:
    """What the line above has."""
    return np.concatenate(([edge], column[:-1]))


def after(column: Codes, edge: int) -> Codes:
    """What the line below has."""
    return np.concatenate((column[1:], [edge]))


def first_quotes(texts: Sequence[str]) -> Codes:
    """Whether each line begins with a quotation mark."""
    return column([text[0] in QUOTES for text in texts])


def function_shares(told: Told, words: Codes) -> Codes:
    """The share of function words, by eighths up to three, of lines that have three words or more."""
    return np.minimum(3, (np.where(words > 2, told.function / words, 0.0) * 8).astype(int))


def main_stretch(worth: Sequence[float]) -> tuple[int, int]:
    """The stretch that has most prose and least else (maximum subsequence segmentation, Pasternack and Roth 2009)."""
    best, start, end, total, since = 0.0, 0, 0, 0.0, 0
    for i, value in enumerate(worth):
        if total <= 0:
            total, since = 0.0, i
        total += value
        if total > best:
            best, start, end = total, since, i + 1
    return start, end


def worth(words: Codes, prose: Codes, kind: Codes) -> list[float]:
    """What each line adds to the stretch of prose or takes away."""
    other = np.where(words < 3, -2.0, -6.0)
    announced = WORTHS[kind]
    plain = np.where(prose, np.minimum(words, 50), other)
    found: list[float] = np.where(kind == NUMBER[None], plain, np.where(announced < 0, announced, other)).tolist()
    return found


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


def endings(texts: Sequence[str]) -> Codes:
    """The last character where it tells something, and whether the line begins in lower case."""
    return column([ENDINGS.get(text[-1], 4) for text in texts]) * 2 + column([text[0].islower() for text in texts])


def subject(told: Told, inside: Codes, telling: Codes) -> Codes:
    """The share of its longer words that the main stretch's prose uses elsewhere."""
    return (np.searchsorted(KEYS_COUNTED, told.keys) * 5 + shares(told, telling)) * 2 + inside


def shares(told: Told, tellers: Codes) -> Codes:
    """For each line the share of its longer words, by fifths, that ``tellers`` say, itself apart."""
    return (shared(told, tellers, others=True) / np.maximum(told.keys, 1) * 4.99).astype(int)


def alike(plain: Sequence[str]) -> Codes:
    """How many lines of the page say the same, figures apart: ``Rating: 12 votes``."""
    counts = Counter(plain)
    return np.minimum(column(list(map(counts.__getitem__, plain))), 3) * 2 + column(["0" in text for text in plain])


def set_as(words: Codes, setting: Codes, telling: Codes) -> Codes:
    """The share of the main stretch's words, by quarters, that stand between blank lines just as each line does."""
    tally = np.bincount(setting[telling], weights=words[telling], minlength=4)
    return (3.99 * tally[setting] / (tally.sum() or 1)).astype(int)


def addresses(texts: Sequence[str], told: Told, words: Codes) -> Codes:
    """How much of the line talks to the reader, and whether it holds a quotation mark."""
    address = told.address
    size = np.where(address == 0, 0, np.where(address < 0.05 * words, 1, np.where(address < 0.12 * words, 2, 3)))
    quoted = ['"' in text or (not text.isascii() and ("“" in text or "”" in text)) for text in texts]
    return size * 2 + column(quoted)


def threads(told: Told, words: Codes, kind: Codes) -> Codes:
    """How many lines within eight are such as stand between readers' comments (``Reply``, ``12 likes``)."""
    marks = ((told.thread > 0) & (words < 9)) | (kind == NUMBER["ago"])
    n, tally = len(kind), np.concatenate(([0], np.cumsum(marks)))
    at = np.arange(n)
    return np.minimum(4, tally[np.minimum(at + 9, n)] - tally[np.maximum(0, at - 8)])
