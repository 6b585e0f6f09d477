"""Which line is the headline: the one above the article whose words the article takes up again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.text.lines import Line

WORD = re.compile(r"[^\W_]{4,}")
REACH = 60  # lines above the article that are looked at
SITE_TAIL = re.compile(r"\s+(?:[|–—•·»-]|\\)\s+[^|–—•·»]{1,40}$")


def keywords(text: str) -> frozenset[str]:
    """The longer words, cut to their first six letters so that forms of one word meet."""
    return frozenset(w[:6] for w in WORD.findall(text.lower()))


def find_headline(lines: Sequence[Line], path: Sequence[int], title: str | None) -> int | None:
    """The index of the headline among ``lines``; None where no line above the article qualifies."""
    start = next((i for i, state in enumerate(path) if state == 1), None)
    if start is None:
        return None
    if title:
        known = matching_title(lines, title)
        if known is not None:
            return known
    body = keywords(" ".join(line.text for line, state in zip(lines, path, strict=True) if state == 1)[:6000])
    lead = keywords(" ".join(line.text for line in lines[start : start + 4]))
    candidates = [
        i for i in range(max(0, start - REACH), min(start + 2, len(lines))) if may_be_headline(lines, i, start)
    ]
    scored = [(headline_score(lines, i, start, body, lead), i) for i in candidates]
    best = max(scored, default=(0.0, None))
    return best[1] if best[0] > 0 else None


def matching_title(lines: Sequence[Line], title: str) -> int | None:
    """The first line that says the title the file gives, a site's name at its end apart."""
    wanted = " ".join(SITE_TAIL.sub("", title).split()).casefold()
    return next((i for i, line in enumerate(lines) if " ".join(line.text.split()).casefold() == wanted), None)


def may_be_headline(lines: Sequence[Line], i: int, start: int) -> bool:
    """Short enough, announcing nothing; below the article's start only where it is no sentence."""
    line = lines[i]
    if not 2 <= line.words <= 32 or line.kind not in (None, "read_more", "glued_words"):
        return False
    return i < start or (not line.stop and line.words <= 20 and i + 1 < len(lines))


def headline_score(lines: Sequence[Line], i: int, start: int, body: frozenset[str], lead: frozenset[str]) -> float:
    """Words shared with the article, above all its lead; nearness to it; length of a headline."""
    line = lines[i]
    own = keywords(line.text)
    if not own:
        return 0.0
    shared = len(own & body) / len(own) + 0.7 * len(own & lead) / len(own)
    length = 0.6 if 5 <= line.words <= 20 else 0.2 if line.words >= 3 else 0.0
    nearness = -0.025 * max(0, start - i) - (0.35 if i >= start else 0.0)
    sentence = -0.5 if line.stop and line.text[-1] == "." else 0.0
    again = 0.4 if any(other.text == line.text for other in lines[max(0, i - 80) : i]) else 0.0
    return shared + length + nearness + sentence + again - 0.45
