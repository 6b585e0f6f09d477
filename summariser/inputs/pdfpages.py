"""The process that opens a PDF: ``python -P pdfpages.py MEMORY SECONDS PAGES CHARACTERS < FILE`` prints it as JSON.

It stands alone, without the rest of the program, so that it starts fast and no file beside the user's is loaded.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any


def main() -> None:
    """PDF on standard input; on standard output ``{"pages": [text], "left": pages not read, "about": fields}``."""
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


def read_pages(document: Any, most: int, characters: int) -> Iterator[str]:
    """The text of the first pages, as far as an article may be long and one page more."""
    total = 0
    for number in range(min(most, len(document))):
        page = document[number]
        text = page.get_textpage().get_text_bounded()[: characters + 1]
        page.close()
        yield text
        total += len(text)
        if total > characters:
            return


if __name__ == "__main__":
    main()
