"""Fits the page of numbers that ranks speakers and weighs indirect speech: ``python -m summariser.train quotes``.

The gold (PolNeAR, news of 2016) is only measured here: what is kept are weights of features that hold none of its
words, so many as ``PAGES`` says.  The same gold gives the same numbers.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from summariser.model import Block, Sentence, Span, Word
from summariser.quotes.candidates import Scene, set_scene
from summariser.quotes.find import find_quotes
from summariser.quotes.indirect import Report, find_reports
from summariser.quotes.lines import lay_lines
from summariser.quotes.options import Option, list_options
from summariser.quotes.rows import FEATURES, Row
from summariser.quotes.shapes import shape_of
from summariser.text.blocks import all_body
from summariser.text.sentences import split_sentences
from summariser.text.words import tag

PAGES = {"speaker": 320, "report": 120}  # numbers kept
SEEN = 12  # a feature seen less often is not looked at
STRENGTH = 2.0  # of the pull of every weight towards nought

Gold = dict[str, Any]
Reading = tuple[tuple[Block, ...], tuple[Sentence, ...], tuple[tuple[Word, ...], ...]]


class Choice(NamedTuple):
    """The options of one stretch, each by its features, and which of them are right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]


def gold_articles(path: Path) -> list[Gold]:
    """The annotated articles of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_words(text: str) -> Reading:
    """A clean body read as far as the quote rules need it."""
    blocks = all_body(text)
    sentences = split_sentences(text, blocks)
    return blocks, sentences, tag(text, sentences)


def choices(article: Gold, reading: Reading) -> Iterator[Choice]:
    """Every stretch of one article whose right answer is among its options."""
    text, (blocks, sentences, words) = article["text"], reading
    stretches = find_quotes(text, blocks)
    lines = lay_lines(blocks, sentences, words, stretches)
    scenes = [set_scene(line) for line in lines]
    last, at = None, 0
    for n, line in enumerate(lines):
        for stretch in line.stretches:
            shape = shape_of(text, line, stretch)
            options = list_options(shape, scenes, n, stretch, last, n - at)
            right = right_options(article, options, stretches[stretch[0]], [scene.line.words for scene in scenes])
            if right:
                yield Choice(tuple(all_features(o.rows) for o in options), right)
                winner = options[right[0]]
                last, at = (winner, n) if winner.phrase else (last, at)


def all_features(rows: Iterable[Row]) -> tuple[str, ...]:
    """The features of all rows."""
    return tuple(chain.from_iterable(map(FEATURES, rows)))


def right_options(
    article: Gold, options: Sequence[Option], stretch: Span, words: Sequence[tuple[Word, ...]]
) -> tuple[int, ...]:
    """The options that name the speaker the annotators named; nothing where they named none."""
    quote = next((q for q in article["quotes"] if covers(q, stretch)), None)
    if quote is None:
        return tuple(k for k, o in enumerate(options) if o.phrase is None)
    if not quote["speaker"]:
        return ()
    start, end = quote["speaker"]["start"], quote["speaker"]["end"]
    spans = [phrase_span(o, words) for o in options]
    first = min((s.start for s in spans if s and s.start < end and s.end > start), default=None)
    if first is not None:
        return tuple(k for k, s in enumerate(spans) if s and s.start == first)
    head = article["text"][start:end].split()[-1].casefold()
    return tuple(
        k for k, s in enumerate(spans) if s and article["text"][s.start : s.end].split()[-1].casefold() == head
    )


def reports(article: Gold, reading: Reading) -> Iterator[Choice]:
    """Every possible report of indirect speech in one article against nothing at all."""
    text, (blocks, sentences, words) = article["text"], reading
    for line in lay_lines(blocks, sentences, words, find_quotes(text, blocks)):
        scene = set_scene(line)
        for report in find_reports(scene):
            yield Choice((all_features(report.rows), ()), (0 if annotated(article, scene, report) else 1,))


def annotated(article: Gold, scene: Scene, report: Report) -> bool:
    """Whether the annotators marked half the clause as this speaker's words."""
    words, phrase = scene.line.words, scene.phrases[report.subject.phrase]
    mine = {w.start for start, end in report.clause.pieces for w in words[start:end]}
    name = Span(words[phrase.start].start, words[phrase.end - 1].end)
    for quote in article["quotes"]:
        who = quote["speaker"]
        if who and who["start"] < name.end and who["end"] > name.start and quote["start"] < words[-1].end:
            spans = quote.get("spans") or [(quote["start"], quote["end"])]
            theirs = {w.start for w in words if any(s <= w.start < e for s, e in spans)}
            if 2 * len(mine & theirs) >= len(mine | theirs):
                return True
    return False


def covers(quote: Gold, stretch: Span) -> bool:
    """Whether an annotated quote takes in at least half of a stretch."""
    spans = quote.get("spans") or [(quote["start"], quote["end"])]
    shared = sum(max(0, min(e, stretch.end) - max(s, stretch.start)) for s, e in spans)
    return bool(shared >= 0.5 * (stretch.end - stretch.start))


def phrase_span(option: Option, words: Sequence[tuple[Word, ...]]) -> Span | None:
    """Where the phrase of an option stands in the text."""
    if option.phrase is None:
        return None
    row = words[option.line]
    return Span(row[option.phrase.start].start, row[option.phrase.end - 1].end)


def fit(rows: Sequence[Choice], page: int, kept: Iterable[str] | None = None) -> dict[str, float]:
    """Weights that make the right options likeliest; the ``page`` strongest features, fitted twice."""
    seen = Counter(f for row in rows for option in row.options for f in option)
    names = sorted(kept) if kept is not None else sorted(f for f, n in seen.items() if n >= SEEN)
    weights = solve(rows, names)
    if kept is not None or len(names) <= page:
        return weights
    force = {f: abs(w) * seen[f] ** 0.5 for f, w in weights.items()}
    return fit(rows, page, sorted(names, key=lambda f: (-force[f], f))[:page])


def solve(rows: Sequence[Choice], names: Sequence[str]) -> dict[str, float]:
    """The maximum-entropy weights of ``names`` by L-BFGS."""
    from scipy.sparse import csr_matrix

    index = {f: k for k, f in enumerate(names)}
    cells = [[index[f] for f in option if f in index] for row in rows for option in row.options]
    pointer = np.cumsum([0] + [len(c) for c in cells])
    data = np.ones(pointer[-1])
    matrix = csr_matrix((data, [k for c in cells for k in c], pointer), shape=(len(cells), len(names)))
    sizes = [len(row.options) for row in rows]
    starts = np.cumsum([0, *sizes[:-1]])
    right = np.zeros(len(cells))
    for start, row in zip(starts, rows, strict=True):
        right[[start + k for k in row.right]] = 1

    def loss(w: Any) -> tuple[float, Any]:
        scores = matrix @ w
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        total, good = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts)
        model, truth = raised / np.repeat(total, sizes), raised * right / np.repeat(good, sizes)
        value = -np.log(good / total).sum() + STRENGTH * (w @ w) / 2
        return float(value), matrix.T @ (model - truth) + STRENGTH * w

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {f: round(float(w), 2) for f, w in zip(names, best.x, strict=True)}


def write(path: Path, out: Path) -> str:
    """Fit both pages on the gold at ``path`` and write them with their readable twin; the sha256 of the numbers."""
    articles = gold_articles(path)
    readings = [read_words(article["text"]) for article in articles]
    pages = {}
    for name, rows_of in (("speaker", choices), ("report", reports)):
        rows = [row for article, reading in zip(articles, readings, strict=True) for row in rows_of(article, reading)]
        weights = fit(rows, PAGES[name])
        pages[name] = {feature: weight for feature, weight in sorted(weights.items()) if weight}
    numbers = json.dumps(pages, indent=0, ensure_ascii=False) + "\n"
    (out / "quote-weights.json").write_text(numbers, encoding="utf-8")
    (out / "quote-weights.top.txt").write_text(readable(pages), encoding="utf-8")
    return hashlib.sha256(numbers.encode()).hexdigest()


def readable(pages: dict[str, dict[str, float]]) -> str:
    """The numbers for people: what speaks for an answer first, what speaks against it last."""
    lines = ["# What speaks for and against a speaker, and for and against a report of indirect speech."]
    for name, weights in pages.items():
        lines.append(f"# {name}")
        lines += [f"{weight:+.2f}  {feature}" for feature, weight in sorted(weights.items(), key=lambda w: -w[1])]
    return "\n".join(lines) + "\n"
