"""Two versions of one utterance, word by word: where they agree, where one only stops earlier, where words changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from summariser.comparison import Agreement
from summariser.model import Article, Quote, Span

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
STOP = re.compile(r"[.?!…]|\.\.\.")
PAUSE = re.compile(r"[,;:–—()-]")
MOST = 4_000  # words of one utterance that are looked at
NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "without", "nobody", "nothing", "none", "hardly"})


class Wording(NamedTuple):
    """The words of one utterance: their places, folded, and how strong the break before each is (2: a sentence ends
    or the marks do; 1: a comma or dash; 0: none); ``breaks`` has one more, for the end."""

    spans: tuple[Span, ...]
    folded: tuple[str, ...]
    breaks: tuple[int, ...]


class Step(NamedTuple):
    """One stretch of the alignment: ``kind`` and the word ranges [a, b) of one version and [c, d) of the other."""

    kind: Literal["equal", "cut", "changed"]
    a: int
    b: int
    c: int
    d: int


def wording(article: Article, quote: Quote) -> Wording:
    """The words inside the marks, parts joined."""
    return worded(article.text, quote.parts)


def worded(text: str, parts: tuple[Span, ...]) -> Wording:
    """The words of ``parts``; a break that ends a part is one of the marks."""
    spans: list[Span] = []
    breaks: list[int] = []
    for start, end in parts:
        at = start
        for m in WORD.finditer(text, start, end):
            between = text[at : m.start()]
            breaks.append(2 if at == start or STOP.search(between) else 1 if PAUSE.search(between) else 0)
            spans.append(Span(*m.span()))
            at = m.end()
    spans, breaks = spans[:MOST], breaks[:MOST]
    folded = tuple(text[a:b].casefold().replace("’", "'") for a, b in spans)
    return Wording(tuple(spans), folded, (*breaks, 2))


def steps(one: Wording, two: Wording) -> list[Step]:
    """The alignment, in order; what one version merely leaves out, at its edges or where it breaks off, is "cut"."""
    found, a, c = [], 0, 0
    for m in [*matches(one, two), None]:
        b, d = (m[0], m[1]) if m else (len(one.folded), len(two.folded))
        if a < b or c < d:
            found.append(Step("cut" if cut(one, two, a, b, c, d) else "changed", a, b, c, d))
        if m:
            found.append(Step("equal", b, b + m[2], d, d + m[2]))
            a, c = b + m[2], d + m[2]
    return found


def matches(one: Wording, two: Wording) -> list[tuple[int, int, int]]:
    """The runs of equal words; one or two words alone in a long stretch of others are chance, not agreement."""
    matcher = SequenceMatcher(None, one.folded, two.folded, autojunk=False)
    blocks = [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
    ends = [(0, 0), *((a + n, b + n) for a, b, n in blocks)]
    starts = [*((a, b) for a, b, _ in blocks), (len(one.folded), len(two.folded))]
    gaps = [max(s[0] - e[0], s[1] - e[1]) for e, s in zip(ends, starts, strict=True)]
    return [m for k, m in enumerate(blocks) if m[2] >= 3 or min(gaps[k], gaps[k + 1]) <= 2]


def cut(one: Wording, two: Wording, a: int, b: int, c: int, d: int) -> bool:
    """True where words are only left out: at an edge, or where whole sentences are, and no "not" goes with them."""
    first, last = (a == 0 and c == 0), (b == len(one.folded) and d == len(two.folded))
    if a < b and c < d:
        seams = ((one.breaks[b], two.breaks[d]) if first else ()) + ((one.breaks[a], two.breaks[c]) if last else ())
        return bool(seams) and all(seams)
    long, start, end = (one, a, b) if a < b else (two, c, d)
    short, at = (two, c) if a < b else (one, a)
    if not (first or last):
        return short.breaks[at] == 2 and long.breaks[start] == 2
    return not negated(long, start, end) or bool(long.breaks[end] if first else long.breaks[start])


def negated(version: Wording, start: int, end: int) -> bool:
    """True when the words hold a "not"."""
    return any(w in NEGATIONS or w.endswith("n't") for w in version.folded[start:end])


def relation(one: Wording, two: Wording) -> Agreement:
    """Same words; a part of them, nothing changed inside; or changed."""
    kinds = {s.kind for s in steps(one, two)}
    return "altered" if "changed" in kinds else "shortened" if "cut" in kinds else "same"


def differing(one: Wording, two: Wording) -> Iterator[Step]:
    """The stretches where the versions differ."""
    return (s for s in steps(one, two) if s.kind != "equal")
