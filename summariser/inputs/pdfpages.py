"""The process that opens a PDF: ``python -P pdfpages.py MEMORY SECONDS PAGES CHARACTERS < FILE`` prints it as JSON.

It stands alone, without the rest of the program, so that it starts fast and no file beside the user's is loaded.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

Box = tuple[float, float, float]


def main() -> None:
    """PDF on standard input; on standard output ``{"pages": [[[line, place]]], "left": pages not read, "about":
    fields}``; for the places of lines see ``places``."""
    memory, seconds, most, characters = (int(a) for a in sys.argv[1:5])
    bound(memory, seconds)
    import pypdfium2

    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    pages = list(read_pages(document, most, characters))
    left = max(0, len(document) - most)
    json.dump({"pages": pages, "left": left, "about": document.get_metadata_dict()}, sys.stdout)


def bound(memory: int, seconds: int) -> None:
    """Memory and time of this process, where the system knows such bounds."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ImportError, ValueError, OSError):
        return


def read_pages(document: Any, most: int, characters: int) -> Iterator[list[tuple[str, str]]]:
    """The lines of the first pages with their places, as far as an article may be long and one page more."""
    total = 0
    for number in range(min(most, len(document))):
        page = document[number]
        sheet = page.get_textpage()
        text = sheet.get_text_bounded()[: characters + 1]
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        found = places(boxes(sheet, text)) if len(text) == sheet.count_chars() else []
        page.close()
        yield list(zip(lines, found if len(found) == len(lines) else [""] * len(lines), strict=True))
        total += len(text)
        if total > characters:
            return


def boxes(sheet: Any, text: str) -> list[Box | None]:
    """Where each line of ``text`` begins: (left, bottom, top) of its first character; None for an empty line."""
    found: list[Box | None] = []
    at = 0
    for line in text.split("\r\n"):
        kept = line.strip()
        box = sheet.get_charbox(at + line.index(kept[0]), loose=True) if kept else None
        found.append((box[0], box[1], box[3]) if box else None)
        at += len(line) + 2
    return found


def places(found: list[Box | None]) -> list[str]:
    """How each line stands below the one before it: ``far`` where more room parts them than lines of a paragraph,
    ``same`` where it carries on in the same letters, larger than most (a headline of two lines), else empty."""
    gaps = sorted(gap for above, box in zip(found, found[1:], strict=False) if (gap := room(above, box)) is not None)
    heights = sorted(box[2] - box[1] for box in found if box)
    if not gaps:
        return [""] * len(found)
    pitch, usual = gaps[len(gaps) // 4], heights[len(heights) // 2]
    return ["", *(place(above, box, pitch, usual) for above, box in zip(found, found[1:], strict=False))]


def place(above: Box | None, box: Box | None, pitch: float, usual: float) -> str:
    """The place of one line; ``pitch`` is the room between lines of a paragraph, ``usual`` the height of a letter."""
    gap = room(above, box)
    if gap is None or above is None or box is None or usual <= 0:
        return ""
    one, other = sorted((above[2] - above[1], box[2] - box[1]))
    if gap > pitch * one / usual + 0.4 * one:
        return "far"
    return "same" if one > 1.2 * usual and other < 1.05 * one else ""


def room(above: Box | None, box: Box | None) -> float | None:
    """The height that is free between two lines; None where the second does not stand below the first."""
    gap = above[1] - box[2] if above and box else None
    return gap if gap is not None and gap > -0.5 * (above[2] - above[1] if above else 0) else None


if __name__ == "__main__":
    main()
