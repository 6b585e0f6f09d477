"""Who wrote the article: bylines with and without "By", and the names beside a page's day."""

from __future__ import annotations

import re

from summariser.model import Block
from summariser.text.furniture import BYLINE, LOWER_LINKS, STAMP_WORDS
from summariser.text.gazetteer import letters
from summariser.text.stamps import find_stamp

AFTER_NAMES = re.compile(
    r"\s[|•·–—-]\s|(?i:(?:updated|published|posted)\b)|@|https?:|\t| (?:for|at|in|FOR|AT) (?=[A-Z])|,\s(?=[a-z])"
    r"|, (?=.{0,40}\b(?:Reporter|Correspondent|Editor|Writer|Staff)\b)"
)
GLUED = re.compile(r"(?<=[a-z]{3})(?<!\bFitz)(?=[A-Z])")  # the copying ran a name and a post together
TITLES = frozenset({"Dr", "Dr.", "Prof", "Prof.", "Professor", "Sir", "Dame", "Rev", "Rev."})


def find_byline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The names of the byline nearest the article, without the "By" and what follows them; failing that a name that
    stands alone above it, and the name beside the page's day."""
    start = next((i for i, b in enumerate(blocks) if b.role == "body"), 0)
    lines = [
        (b.rule == "signature", abs(i - start) + (20 if i > start else 0), i)
        for i, b in enumerate(blocks)
        if b.role == "byline"
    ]
    for *_, i in sorted(lines):
        line = text[blocks[i].start : blocks[i].end]
        m = BYLINE.match(line)
        names = clean_names(m["name"] if m else line)
        if not names and i + 1 < len(blocks) and m:
            names = clean_names(text[blocks[i + 1].start : blocks[i + 1].end])
        if names:
            return names
    stamps = (text[b.start : b.end] for b in blocks[: start + 1] if b.role == "timestamp")
    return next((name for line in stamps if (name := beside_day(line))), None)


def beside_day(line: str) -> str | None:
    """``Posted by Hannah Pell on 3 May 2026`` and ``3 May 2026/Hannah Pell`` -> ``Hannah Pell``."""
    stamp = find_stamp(line)
    if not stamp:
        return None
    rest = [STAMP_WORDS.sub(" ", part).strip() for part in (line[: stamp.start], line[stamp.end :])]
    return next((" ".join(part.split()) for part in rest if is_person(part)), None)


def is_person(line: str) -> bool:
    """A person's name, or several, and nothing else: the first word is a first name, the others are capitalised."""
    words = line.replace(",", "").split()
    kept = words[1:] if words and words[0] in TITLES else words
    if not 2 <= len(kept) <= 8 or "F" not in letters(kept[0]) or not kept[1][0].isupper():
        return False
    linked = (w[0].isupper() or w.lower() in LOWER_LINKS for w in kept)
    return all(linked) and not any(w[-1] in "!?:" or (w[-1] == "." and len(w) > 2) for w in kept)


def clean_names(line: str) -> str | None:
    """``Hannah Pell, transport reporter | 3 May 2026`` -> ``Hannah Pell``."""
    stamp = find_stamp(line)
    line = line[: stamp.start] if stamp else line
    kept = AFTER_NAMES.split(line, maxsplit=1)[0]
    apart = GLUED.split(kept, maxsplit=1)[0]
    kept = apart if is_person(apart) else kept
    kept = kept.strip(" ,;:-–—|•·").removesuffix(" on").removesuffix(" ON")
    return kept if 2 < len(kept) <= 120 and any(c.isupper() for c in kept) else None
