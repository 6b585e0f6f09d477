"""HTML -> Document: the page's lines in order, each with its role.

The lines and their marks (tag, links, class names) come from ``markup.py``; whether the article holds a line is
decided over all lines together (``text/runs.py``), where trafilatura's extraction is one voice among the features.
Captions, credits, bylines and links to other stories so stay in the text, labelled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summariser.inputs.encoding import decode
from summariser.inputs.headers import Headers, read_headers
from summariser.inputs.limits import Limits, check
from summariser.inputs.markup import Piece, bare_lines, parse, pieces, too_deep
from summariser.model import Document, UnreadableFile
from summariser.text.blocks import label_marked
from summariser.text.published import shown_before

SHINGLE = 4
LONG = 12  # words from which a line is prose for trafilatura's finding to be measured by


def read_html(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The one article of an HTML page."""
    check(name, "the HTML page has too many bytes", len(data), limits.html, "Save the page without its pictures")
    yield html_document(decode(data, name, declared=True), name, name, limits)


def html_document(source: str, id: str, name: str, limits: Limits, url: str | None = None) -> Document:
    """The article of the HTML ``source``.  Raises UnreadableFile where the page holds no text."""
    tree = parse(source)
    deep = tree is None or too_deep(tree, limits.nesting)
    found, kept = ([], "") if tree is None else shown(tree, deep)
    found = found or bare_lines(source)
    if not found:
        raise UnreadableFile(name, "the page holds no text", "Open it in a browser and paste the article's text")
    text = "\n\n".join(p.text for p in found)
    check(name, "the page's text has too many characters", len(text), limits.characters, "Paste the article alone")
    about = Headers(None, None, None, None, url) if tree is None else read_headers(tree, url)
    shares = kept_shares(found, kept)
    marks = [piece_marks(piece, share) for piece, share in zip(found, shares, strict=True)]
    blocks = label_marked(text, marks, about.title, [kept != "" and share >= 0.5 for share in shares])
    about = about._replace(published=shown_before(text, blocks, about.published))
    warning = f"The page is nested deeper than {limits.nesting} levels; it was read by its lines alone."
    return Document(id, name, text, *about, None, blocks, (warning,) if deep else ())


def shown(tree: Any, deep: bool = False) -> tuple[list[Piece], str]:
    """The page's lines, those that scripts uncover too where without them most of the article would be missing; and
    what trafilatura takes for the article, which is not asked about a page too ``deep`` for it."""
    found = pieces(tree)
    kept = "" if deep else extraction(tree, prose(found))
    words = sum(len(piece.text.split()) for piece in found)
    return (found if found and 2 * words >= len(kept.split()) else pieces(tree, hidden=True)), kept


def prose(found: list[Piece]) -> int:
    """How many words stand in lines of some length that are not mostly links."""
    return sum(words for p in found if p.linked < 0.3 and (words := len(p.text.split())) >= LONG)


def extraction(tree: Any, words: int) -> str:
    """What trafilatura takes for the article; empty where it finds none.  Its second opinions, which cost a third of
    its time, are asked for where its own finding is less than a third of the page's ``words`` of prose: they count
    where they are more than twice as long."""
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    kept = extracted(tree, fast=True)
    return kept if 3 * len(kept.split()) >= words else extracted(tree, fast=False)


def extracted(tree: Any, fast: bool) -> str:
    """trafilatura's answer."""
    import trafilatura

    try:
        return trafilatura.extract(tree, include_comments=False, include_tables=True, fast=fast) or ""
    except Exception:  # a voice among several: whatever breaks in it must not lose the page
        return ""


def kept_shares(found: list[Piece], kept: str) -> list[float]:
    """For each piece the share of its words that stand, four in a row, in the extraction (0.5: there is none)."""
    if not kept:
        return [0.5] * len(found)
    grams = set(shingles(kept.split()))
    lines = {" ".join(line.strip("-•| ").split()) for line in kept.splitlines()}
    return [_share(piece.text.split(), grams, lines) for piece in found]


def shingles(words: list[str]) -> zip[tuple[str, ...]]:
    """Every SHINGLE words that stand in a row."""
    return zip(*(words[i:] for i in range(SHINGLE)), strict=False)


def _share(words: list[str], grams: set[tuple[str, ...]], lines: set[str]) -> float:
    if len(words) < SHINGLE:
        return 1.0 if " ".join(words) in lines else 0.0
    return sum(map(grams.__contains__, shingles(words))) / (len(words) - SHINGLE + 1)


def piece_marks(piece: Piece, kept: float) -> tuple[str, ...]:
    """The features that markup adds to a line's own."""
    share = "none" if kept == 0.5 else str(int(kept * 2.99))
    return (
        f"tag={piece.tag}",
        f"kept={share}",
        f"kept={share}{piece.tag}",
        f"links={int(piece.linked * 2.99)}",
        *(f"within={w}" for w in piece.within),
        *(f"hint={h}" for h in piece.hints),
    )
