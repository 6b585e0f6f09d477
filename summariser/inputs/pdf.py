"""PDF -> Document, by pypdfium2 in a process of its own with bounded time and memory.

``python -m summariser.inputs.pdf MEMORY SECONDS < FILE`` is that process: it prints the pages' text as JSON.
Lines that the page's width broke, and words that it hyphenated, are joined before the text is fixed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

WAY_OUT = "Open it in a viewer and paste the article's text"
DAY = re.compile(r"D:((?:19|20)\d\d)([01]\d)([0-3]\d)(?:([0-2]\d)([0-5]\d))?")
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
    made = f"{m[1]}-{m[2]}-{m[3]}" if m else None
    warnings = (f"The PDF was made on {made}; the article may be older.",) if made else ()
    title = about.get("Title") or None
    yield Document(name, name, text, title if title and title in text else None, warnings=warnings)


def extract(data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    """The pages' raw text and the file's own fields.  Raises UnreadableFile."""
    command = [sys.executable, "-m", "summariser.inputs.pdf", str(limits.pdf_memory), str(limits.pdf_seconds)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.pdf_seconds, check=False)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(name, f"reading the PDF takes more than {limits.pdf_seconds} seconds", WAY_OUT) from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        if "password" in reason.lower():
            raise UnreadableFile(name, "the PDF is locked with a password", "Save it without one")
        raise UnreadableFile(name, "the PDF is damaged or needs too much memory", WAY_OUT)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def join_pages(pages: list[str]) -> str:
    """All pages as one text: running heads left out, paragraphs put together."""
    split = [[line.rstrip() for line in page.replace("\r\n", "\n").replace("\r", "\n").split("\n")] for page in pages]
    heads = running_heads(split)
    lines = [line for page in split for line in page if re.sub(r"\d+", "#", line.strip()) not in heads]
    return join_lines(lines)


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


def join_lines(lines: list[str]) -> str:
    """Paragraphs: a line goes on where the one before it reaches the margin and does not end a sentence there."""
    widths = sorted(len(line) for line in lines if line.strip())
    margin = 0.8 * widths[round(0.9 * (len(widths) - 1))] if widths else 0
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        kept = line.replace("\ufffe", "-").strip()
        if last and kept and goes_on(last, kept, margin):
            paragraphs[-1] = join(paragraphs[-1], kept)
        elif kept:
            paragraphs.append(kept)
        last = kept
    return "\n\n".join(paragraphs)


def goes_on(last: str, line: str, margin: float) -> bool:
    """Whether ``line`` carries on the paragraph of ``last``."""
    if line.startswith(("http:", "https:", "file:", "www.")) or (SENTENCE_END.search(last) and line[0] in '“‘"«'):
        return False
    if len(last) < margin:
        return line[0].islower() and not SENTENCE_END.search(last) and len(last) > 0.5 * margin
    return True


def join(before: str, line: str) -> str:
    """Two lines of one paragraph; a hyphen between small letters goes."""
    if before.endswith(("-", "\u00ad")) and len(before) > 1 and before[-2].islower() and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"


def main() -> None:
    """The process: PDF on standard input, JSON on standard output."""
    import resource

    memory, seconds = (int(a) for a in sys.argv[1:3])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    import pypdfium2

    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    pages = [page.get_textpage().get_text_bounded() for page in list(document)[:200]]
    json.dump({"pages": pages, "about": document.get_metadata_dict()}, sys.stdout)


if __name__ == "__main__":
    main()
