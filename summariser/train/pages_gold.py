"""What people took for a page's article, laid on its lines; and how well a reading agrees with it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from statistics import mean

from summariser.text.lines import Line

WORD = re.compile(r"\w+")
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
SHINGLE = 4
HELD = 0.6  # share of a line's words in the gold body
APART = 12  # lines between two parts of an article
SMALL = 0.08  # a part apart with less of the words than this is a chance likeness


def plain(text: str) -> str:
    """One kind of quotation mark, dash, space and case."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(PLAIN).split())


def states(lines: Sequence[Line], body: str) -> list[int]:
    """The right state of every line: before, in, aside, after (an index into ``runs.STATES``)."""
    held = parts_apart_out(lines, held_lines(lines, body))
    if True not in held:
        return [0] * len(lines)
    first, last = held.index(True), len(held) - 1 - held[::-1].index(True)
    return [1 if keep else 0 if i < first else 3 if i > last else 2 for i, keep in enumerate(held)]


def held_lines(lines: Sequence[Line], body: str) -> list[bool]:
    """Whether each line stands in the body: most of its words in runs of four, a shorter one as a line."""
    words = WORD.findall(plain(body))
    grams = {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    whole = {plain(line) for line in body.splitlines()}
    return [share_held(plain(line.text), grams, whole) >= HELD for line in lines]


def share_held(line: str, grams: set[tuple[str, ...]], whole: set[str]) -> float:
    """The share of the line's words that stand in one of the body's runs of four."""
    words = WORD.findall(line)
    if len(words) < SHINGLE:
        return float(line in whole)
    hit = [False] * len(words)
    for i in range(len(words) - SHINGLE + 1):
        if tuple(words[i : i + SHINGLE]) in grams:
            hit[i : i + SHINGLE] = [True] * SHINGLE
    return sum(hit) / len(hit)


def parts_apart_out(lines: Sequence[Line], held: Sequence[bool]) -> list[bool]:
    """Far-off lines that chance to say what the body says are none of it."""
    parts: list[list[int]] = []
    for i in (i for i, keep in enumerate(held) if keep):
        if parts and i - parts[-1][-1] <= APART:
            parts[-1].append(i)
        else:
            parts.append([i])
    sizes = [sum(lines[i].words for i in part) for part in parts]
    kept = {i for part, size in zip(parts, sizes, strict=True) if size >= SMALL * max(sizes, default=0) for i in part}
    return [i in kept for i in range(len(held))]


def agreement(gold: str, ours: str) -> tuple[float, float]:
    """Precision and recall of runs of four words (Scrapinghub's article extraction benchmark)."""
    right, found = shingles(gold), shingles(ours)
    both = (right & found).total()
    return both / (found.total() or 1), both / (right.total() or 1)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words with their number."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def f1(scores: Sequence[tuple[float, float]]) -> float:
    """F1 of the mean precision and the mean recall."""
    precision, recall = mean(p for p, _ in scores), mean(r for _, r in scores)
    return 2 * precision * recall / (precision + recall or 1)
