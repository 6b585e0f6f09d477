"""The weights that say where on a page the article runs: ``python -m summariser.train pages --gold FOLDER``.

A linear-chain conditional random field over the word-free features of ``text/runs.py``.  Only the numbers are kept.
``--report`` fits without the pages of a fifth of the sites and reads those, five times over, for three partings of the
sites: what to expect on pages that the weights have not seen.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple
from urllib.parse import urlparse

import pycrfsuite

from summariser.inputs.encoding import decode
from summariser.inputs.headers import read_headers
from summariser.inputs.html import kept_shares, piece_marks, shown
from summariser.inputs.markup import parse
from summariser.text.blocks import label_lines
from summariser.text.evidence import evidence
from summariser.text.lines import Lines, see_lines
from summariser.text.runs import STATES, prepared
from summariser.train.pages_gold import agreement, f1, states

FOLDS, PARTINGS = 5, 3
LEAST = 0.02  # weights nearer to nothing are left out
STRENGTH = {"page-weights": 15.0, "page-weights-html": 10.0}  # c2, chosen across sites
READ = ("body", "subhead", "standfirst")


Weights = dict[str, Any]  # the content of a file of page weights


class Page(NamedTuple):
    """A page as its labelling sees it, with what people took for its article."""

    site: str
    body: str
    lines: Lines
    marks: Sequence[tuple[str, ...]] = ()
    title: str | None = None
    kept: Sequence[bool] = ()

    @property
    def row(self) -> tuple[list[list[str]], list[str]]:
        """The features and the right state of every line."""
        marks = self.marks or [()] * len(self.lines)
        seen = [sorted({*f, *m}) for f, m in zip(evidence(self.lines), marks, strict=True)]
        return seen, [STATES[s] for s in states(self.lines, self.body)]


def gold(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gold file."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        yield from map(json.loads, rows)


def pasted_pages(folder: Path) -> list[Page]:
    """The pages pasted as plain text."""
    return [Page(site(g), g["body"], see_lines(g["pasted"])) for g in gold(folder / "pages-pasted-dev.jsonl.gz")]


def html_pages(folder: Path) -> list[Page]:
    """The pages in HTML, seen as ``inputs/html.py`` sees them."""
    return [html_page(g) for g in gold(folder / "pages-html-dev.jsonl.gz")]


def html_page(row: dict[str, Any]) -> Page:
    """One page in HTML."""
    source = decode(base64.b64decode(row["html"]), row["id"], declared=True)
    tree = parse(source)
    found, kept = shown(tree)
    shares = kept_shares(found, kept)
    marks = [piece_marks(piece, share) for piece, share in zip(found, shares, strict=True)]
    lines = see_lines("\n\n".join(p.text for p in found), wrapped=False)
    inside = [kept != "" and share >= 0.5 for share in shares]
    return Page(site(row), row["body"], lines, marks, read_headers(tree, None).title, inside)


def site(row: dict[str, Any]) -> str:
    """Where the page stood; its id where it has no address."""
    return urlparse(row["url"] or "").netloc.removeprefix("www.") or row["id"]


def fit(rows: Sequence[tuple[list[list[str]], list[str]]], strength: float) -> Weights:
    """The weights that make the right paths likeliest, held small (L2)."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.0, "c2": strength, "max_iterations": 200})
    for features, labels in rows:
        trainer.append(features, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return numbers(info.state_features, info.transitions)


def numbers(features: dict[tuple[str, str], float], steps: dict[tuple[str, str], float]) -> Weights:
    """The model's weights in the order of STATES, rounded, those near nothing left out."""
    table = {
        name: [round(features.get((name, state), 0.0), 2) for state in STATES]
        for name in sorted({name for name, _ in features})
    }
    kept = {name: row for name, row in table.items() if max(map(abs, row)) > LEAST}
    return {"states": kept, "steps": [[round(steps.get((a, b), 0.0), 2) for b in STATES] for a in STATES]}


def read_body(page: Page, weights: Weights) -> str:
    """What the labelling takes for the article."""
    blocks = label_lines(page.lines, prepared(weights), page.marks, page.title, page.kept)
    return "\n\n".join(line.text for line, b in zip(page.lines, blocks, strict=True) if b.role in READ)


def across_sites(pages: Sequence[Page], strength: float, seed: int) -> float:
    """F1 over all pages, each read with weights fitted on pages of other sites."""
    sites = sorted({page.site for page in pages})
    random.Random(seed).shuffle(sites)
    fold = {name: i % FOLDS for i, name in enumerate(sites)}
    rows = [page.row for page in pages]
    scores = []
    for k in range(FOLDS):
        weights = fit([row for row, page in zip(rows, pages, strict=True) if fold[page.site] != k], strength)
        scores += [agreement(page.body, read_body(page, weights)) for page in pages if fold[page.site] == k]
    return f1(scores)


def report(name: str, pages: Sequence[Page]) -> str:
    """One line: body F1 across sites, and on the very pages that the weights were fitted on."""
    strength = STRENGTH[name]
    held = [across_sites(pages, strength, seed) for seed in range(PARTINGS)]
    weights = fit([page.row for page in pages], strength)
    own = f1([agreement(page.body, read_body(page, weights)) for page in pages])
    partings = ", ".join(f"{100 * score:.2f}" for score in held)
    return f"{name}: other sites {100 * mean(held):.2f} ({partings}); pages fitted on {100 * own:.2f}"


def both(folder: Path) -> dict[str, list[Page]]:
    """The pages that each file of weights is fitted on."""
    return {"page-weights": pasted_pages(folder), "page-weights-html": html_pages(folder)}


def write(folder: Path, out: Path) -> str:
    """Fit both files of weights into ``out``; their names with their sha256."""
    sums = []
    for name, pages in both(folder).items():
        weights = fit([page.row for page in pages], STRENGTH[name])
        data = (json.dumps(weights, separators=(",", ":")) + "\n").encode()
        (out / f"{name}.json").write_bytes(data)
        sums.append(f"{name}.json sha256 {hashlib.sha256(data).hexdigest()}")
    return "\n".join(sums)
