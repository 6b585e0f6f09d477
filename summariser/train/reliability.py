"""Is a quote given 0.9 right nine times in ten?  ``python -m summariser.train quotes --report``.

Measured on articles that the weights were not fitted on.  A quotation is right when the annotators marked half of it or
more and name the same speaker: the words overlap or end alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from summariser.model import Article, Quote, Span
from summariser.read import read
from summariser.train.quotes import Gold, covers, gold_articles

STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Judged(NamedTuple):
    """One part of a quote: its sort, how sure we were of it, whether it is right."""

    sort: str
    confidence: float
    right: bool


def report(path: Path) -> str:
    """The table of confidences on the gold at ``path``."""
    judged = [j for gold in gold_articles(path) for j in judge(gold, read(gold["text"], as_body=True))]
    return table(judged)


def judge(gold: Gold, article: Article) -> Iterator[Judged]:
    """Every part of every quote of one article, judged."""
    for quote in article.quotes:
        sort = "indirect" if quote.kind == "indirect" else "in marks"
        for part in quote.parts:
            yield Judged(sort, quote.confidence, is_right(gold, quote, part))


def is_right(gold: Gold, quote: Quote, part: Span) -> bool:
    """Whether the annotators have these words, and this speaker for them."""
    theirs = next((q for q in gold["quotes"] if covers(q, part)), None)
    if theirs is None:
        return False
    if not theirs["speaker"] or quote.speaker_span is None:
        return not theirs["speaker"] and quote.speaker_span is None
    name, ours = Span(theirs["speaker"]["start"], theirs["speaker"]["end"]), quote.speaker_span
    return (name.start < ours.end and ours.start < name.end) or last_word(gold["text"], name) == last_word(
        gold["text"], ours
    )


def last_word(text: str, span: Span) -> str:
    """The last word of a span, small."""
    return (text[span.start : span.end].split() or [""])[-1].casefold()


def table(judged: Sequence[Judged]) -> str:
    """One line for each sort of quote and step of confidence."""
    lines = [f"{'':9} {'confidence':>12} {'quotes':>7} {'mean':>6} {'right':>6}"]
    for sort in sorted({j.sort for j in judged}):
        low = 0.0
        for high in STEPS:
            inside = [j for j in judged if j.sort == sort and low <= j.confidence < high]
            if inside:
                mean, right = (
                    sum(v) / len(inside) for v in ([j.confidence for j in inside], [j.right for j in inside])
                )
                lines.append(f"{sort:9} {low:5.2f} to {min(high, 1):.2f} {len(inside):7} {mean:6.2f} {right:6.2f}")
            low = high
    return "\n".join(lines)
