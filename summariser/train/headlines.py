"""The weights that choose the headline among a page's lines: ``python -m summariser.train headlines --gold FOLDER``.

A conditional logit (McFadden 1974) over the word-free clues of ``text/headline.py``: of each page's candidates the one
that says the title should weigh most.  Where people named no title, the one that the page states for machines counts.
Pages are read with the page weights that are installed, so ``pages`` is fitted before.  ``--report`` fits without the
pages of a fifth of the sites and reads those, five times over, for three partings of the sites.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import numpy as np

from summariser.text.headline import SITE_TAIL, candidates, choose
from summariser.text.lines import Lines, see_lines
from summariser.text.runs import find_run, page_weights
from summariser.train.pages import FOLDS, PARTINGS, Page, gold, html_page, site
from summariser.train.pages_gold import plain

STRENGTH = 0.5  # L2
Weights = dict[str, float]


class Choice(NamedTuple):
    """One page: its candidates with their clues, which of them say the title; ``told`` where people named it."""

    site: str
    found: list[tuple[int, dict[str, float]]]
    right: frozenset[int]
    told: str

    def read(self, weights: Weights) -> bool:
        """Whether the right line is chosen."""
        return choose(self.found, weights) in self.right


def choices(folder: Path) -> list[Choice]:
    """The choices of the pages pasted and of those in HTML, whose lines are seen without what the markup tells."""
    pasted = list(gold(folder / "pages-pasted-dev.jsonl.gz"))
    marked = [(row, html_page(row)) for row in gold(folder / "pages-html-dev.jsonl.gz")]
    stated = {row["id"]: page.title for row, page in marked}
    return [*_pasted(pasted, stated), *_marked(marked, stated)]


def _pasted(rows: Sequence[dict[str, Any]], stated: dict[str, str | None]) -> Iterator[Choice]:
    weights = page_weights("page-weights")
    for row in rows:
        lines = see_lines(row["pasted"])
        yield from _choice(row, stated, lines, find_run(lines, weights), "pasted")


def _marked(rows: Sequence[tuple[dict[str, Any], Page]], stated: dict[str, str | None]) -> Iterator[Choice]:
    weights = page_weights("page-weights-html")
    for row, page in rows:
        yield from _choice(row, stated, page.lines, find_run(page.lines, weights, page.marks), "html")


def _choice(
    row: dict[str, Any], stated: dict[str, str | None], lines: Lines, path: Sequence[int], name: str
) -> Iterator[Choice]:
    """The page's choice; none where nobody names a title."""
    title = row["title"] or stated.get(row["id"])
    if title:
        right = frozenset(i for i, line in enumerate(lines) if same(line.text, title))
        yield Choice(site(row), candidates(lines, path), right, name if row["title"] else "")


def same(line: str, title: str) -> bool:
    """Whether a line says the title, the site's name at either's end apart."""
    said, wanted = (SITE_TAIL.sub("", plain(text)).strip(" .") for text in (line, title))
    return said == wanted


def fit(pages: Sequence[Choice]) -> Weights:
    """The weights that make the right lines likeliest, held small."""
    from scipy.optimize import minimize

    names = sorted({name for page in pages for _, clues in page.found for name in clues})
    kept = [page for page in pages if any(i in page.right for i, _ in page.found)]
    tables = [np.array([[clues.get(n, 0.0) for n in names] for _, clues in page.found]) for page in kept]
    answers = [np.array([i in page.right for i, _ in page.found]) for page in kept]
    best = minimize(_loss(tables, answers), np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 2) for name, weight in zip(names, best, strict=True)}


def _loss(tables: Sequence[Any], answers: Sequence[Any]) -> Callable[[Any], tuple[float, Any]]:
    """Minus the log-likelihood, with its slope, as a function of the weights."""

    def loss(weights: Any) -> tuple[float, Any]:
        total, slope = STRENGTH * weights @ weights, 2 * STRENGTH * weights
        for table, right in zip(tables, answers, strict=True):
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            wanted = np.where(right, chances, 0.0)
            total -= np.log(wanted.sum())
            slope = slope + table.T @ (chances - wanted / wanted.sum())
        return float(total), slope

    return loss


def across_sites(pages: Sequence[Choice], seed: int) -> list[tuple[str, bool]]:
    """Whether the right line is chosen on each page, with weights fitted on pages of other sites."""
    sites = sorted({page.site for page in pages})
    random.Random(seed).shuffle(sites)
    fold = {name: i % FOLDS for i, name in enumerate(sites)}
    found = []
    for k in range(FOLDS):
        weights = fit([page for page in pages if fold[page.site] != k])
        found += [(page.told, page.read(weights)) for page in pages if fold[page.site] == k]
    return found


def report(folder: Path) -> str:
    """A line for pasted pages and one for HTML, of those whose title people named: right across sites, and on the
    very pages fitted on; and how many show their title at all."""
    pages = choices(folder)
    held = [across_sites(pages, seed) for seed in range(PARTINGS)]
    own = fit(pages)
    lines = []
    for name in ("pasted", "html"):
        partings = [100 * mean(right for told, right in parting if told == name) for parting in held]
        mine = [page for page in pages if page.told == name]
        lines.append(
            f"headline-weights, {name}: other sites {mean(partings):.2f} ({', '.join(f'{p:.2f}' for p in partings)}); "
            f"pages fitted on {100 * mean(page.read(own) for page in mine):.2f}; "
            f"shown on {100 * mean(bool(page.right) for page in mine):.2f}"
        )
    return "\n".join(lines)


def write(folder: Path, out: Path) -> str:
    """Fit the weights into ``out``; the file's name with its sha256."""
    data = (json.dumps(fit(choices(folder)), indent=1) + "\n").encode()
    (out / "headline-weights.json").write_bytes(data)
    return f"headline-weights.json sha256 {hashlib.sha256(data).hexdigest()}"
