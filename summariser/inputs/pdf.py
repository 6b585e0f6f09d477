"""PDF -> Document, by pypdfium2 in a process of its own with bounded time and memory (``pdfpages.py``).

Lines that the page's width broke, and words that it hyphenated, are joined before the text is fixed.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summariser.inputs.limits import MEGABYTE, Limits, check
from summariser.model import Document, UnreadableFile

PROCESS = Path(__file__).with_name("pdfpages.py")
WAY_OUT = "Open it in a viewer and paste the article's text"
DAY = re.compile(r"D:((?:19|20)\d\d)([01]\d)([0-3]\d)(?:([0-2]\d)([0-5]\d))?")
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HYPHENATED = re.compile(r"([^\W\d_]*[^\W\d_A-Z])[-\u00ad]$")
COMPOUNDS = frozenset(  # first parts that are written with a hyphen
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty"]
    + ["sixty", "seventy", "eighty", "ninety", "one", "first", "second", "third", "well", "self", "half", "ex", "non"]
    + ["anti", "pro", "long", "short", "high", "low", "full", "part"]
)
ADDRESSES = ("http:", "https:", "file:", "www.")
SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]{0,2}$")


def read_pdf(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The one article of a PDF file."""
    answer = extract(data, name, limits)
    text = join_pages(answer["pages"])
    if not text:
        raise UnreadableFile(
            name, "the PDF holds pictures of pages and no text", "Put it through text recognition (OCR)"
        )
    check(name, "the PDF's text has too many characters", len(text), limits.characters, "Split it into its articles")
    about = answer["about"]
    m = DAY.match(about.get("CreationDate") or "")
    warnings = [f"The PDF was made on {m[1]}-{m[2]}-{m[3]}; the article may be older."] if m else []
    if answer["left"]:
        warnings.append(f"Only the first {limits.pdf_pages} pages were read; {answer['left']} more were not.")
    title = about.get("Title") or None
    yield Document(name, name, text, title if title and title in text else None, warnings=tuple(warnings))


def extract(data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    """The pages' raw text and the file's own fields.  Raises UnreadableFile."""
    bounds = (limits.pdf_memory, limits.pdf_seconds, limits.pdf_pages, limits.characters)
    command = [sys.executable, "-P", str(PROCESS), *map(str, bounds)]
    late = UnreadableFile(name, f"reading the PDF takes more than {limits.pdf_seconds} seconds, the limit", WAY_OUT)
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.pdf_seconds, check=False)
    except subprocess.TimeoutExpired:
        raise late from None
    if done.returncode == -getattr(signal, "SIGXCPU", 0) != 0:
        raise late
    if done.returncode:
        raise broken(name, done.stderr.decode("utf-8", "replace"), limits)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def broken(name: str, told: str, limits: Limits) -> UnreadableFile:
    """The refusal of a PDF on which the process failed; ``told`` is what it said."""
    last = told.strip().rpartition("\n")[2]
    if "password" in last.lower():
        return UnreadableFile(name, "the PDF is locked with a password", "Save it without one")
    if "PdfiumError" in last:
        return UnreadableFile(name, "the PDF is damaged", "Save or download it again, or paste the article's text")
    memory = f"{limits.pdf_memory // MEGABYTE:,} MB"
    return UnreadableFile(name, f"the PDF is damaged, or needs more memory than the limit of {memory}", WAY_OUT)


Placed = tuple[str, str]  # a line and how it stands below the one before it (pdfpages.places)


def join_pages(pages: list[list[Placed]]) -> str:
    """All pages as one text: running heads left out, paragraphs put together."""
    split = [[piece for line, place in page for piece in unbroken(line, place)] for page in pages]
    heads = running_heads([[line for line, _ in page] for page in split])
    lines = [placed for page in split for placed in page]
    kept = [placed for placed in lines if re.sub(r"\d+", "#", placed[0].strip()) not in heads]
    return join_placed(kept) or join_placed(lines)


def unbroken(line: str, place: str) -> list[Placed]:
    """A line as it stands on the paper: PDFium puts one sign for a hyphen and the end of the line behind it."""
    first, *more = line.replace("\x02", "-\n").replace("\ufffe", "-").split("\n")
    return [(first.rstrip(), place), *((piece.rstrip(), "") for piece in more)]


def running_heads(pages: list[list[str]]) -> set[str]:
    """Lines that stand, page numbers apart, at the edge of most of at least three pages."""
    if len(pages) < 3:
        return set()
    edges = Counter(
        edge
        for page in pages
        for edge in {re.sub(r"\d+", "#", x.strip()) for x in (*page[:2], *page[-2:]) if x.strip()}
    )
    return {edge for edge, count in edges.items() if count > 0.6 * len(pages)}


def join_placed(placed: Sequence[Placed]) -> str:
    """Paragraphs: a line goes on where the one before it reaches the margin and does not end a sentence there, unless
    more room parts them than lines of a paragraph; a headline goes on in its large letters."""
    lines = [line for line, _ in placed]
    widths = sorted(len(line) for line in lines if line.strip())
    margin = 0.8 * widths[round(0.9 * (len(widths) - 1))] if widths else 0
    paragraphs: list[str] = []
    words = frozenset(w.lower() for line in lines for w in WORDS.findall(line))
    last = ""
    for line, place in placed:
        kept = line.strip()
        if last and kept and (goes_on(last, kept, margin) if not place else is_carried(last, kept, place)):
            paragraphs[-1] = join(paragraphs[-1], kept, words)
        elif kept:
            paragraphs.append(kept)
        last = kept
    return "\n\n".join(paragraphs)


def is_carried(last: str, line: str, place: str) -> bool:
    """Whether a line carries on the one before it, where its place tells; a sentence goes on across any room."""
    told_on = line[0].islower() and not line.startswith(ADDRESSES) and not SENTENCE_END.search(last) and len(last) > 30
    return place == "same" or told_on


def goes_on(last: str, line: str, margin: float) -> bool:
    """Whether ``line`` carries on the paragraph of ``last``."""
    if line.startswith(ADDRESSES) or (SENTENCE_END.search(last) and line[0] in '“‘"«'):
        return False
    if HYPHENATED.search(last) and line[0].islower():
        return True
    if len(last) < margin:
        return line[0].islower() and not SENTENCE_END.search(last) and len(last) > 0.5 * margin
    return True


def join(before: str, line: str, words: frozenset[str] = frozenset()) -> str:
    """Two lines of one paragraph; a hyphen between small letters goes, unless the word has it elsewhere in the text
    (``words``, in small letters) or begins as such words do."""
    left, right = HYPHENATED.search(before), FIRST_WORD.match(line)
    if not left or not right or not line[0].islower():
        return f"{before} {line}"
    whole, apart = f"{left[1]}{right[0]}".lower(), f"{left[1]}-{right[0]}".lower()
    kept = apart in words or (whole not in words and left[1].lower() in COMPOUNDS)
    return before + line if kept else before[:-1] + line
