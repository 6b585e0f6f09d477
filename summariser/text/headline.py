"""Which line is the headline: the one above the article whose words the article takes up again.

Each candidate is weighed by a handful of word-free clues (headline-weights.json, fitted
as a choice among the lines of one page).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import summariser.lexicon as lexicon
from summariser.text.lines import Line

WORD = re.compile(r"[^\W_]{4,}")
REACH = 150  # lines above the article that are looked at
SITE_TAIL = re.compile(r"\s+(?:[|–—•·»-]|\\)\s+[^|–—•·»]{1,40}$")
SIGNS = frozenset({"byline", "stamp", "contributor", "ago", "reading_time"})


def keywords(text: str) -> frozenset[str]:
    """The longer words, cut to their first six letters so that forms of one word meet."""
    return frozenset(w[:6] for w in WORD.findall(text.lower()))


def find_headline(lines: Sequence[Line], path: Sequence[int], title: str | None) -> int | None:
    """The index of the headline among ``lines``; None where no line qualifies."""
    start = next((i for i, state in enumerate(path) if state == 1), None)
    if start is None:
        return None
    if title:
        known = matching_title(lines, title)
        if known is not None:
            return known
    weights = lexicon.numbers("headline-weights")
    scored = [
        (sum(weights.get(name, 0.0) * value for name, value in found.items()), -i)
        for i, found in candidates(lines, path, start)
    ]
    best = max(scored, default=None)
    return -best[1] if best and best[0] > weights["least"] else None


def matching_title(lines: Sequence[Line], title: str) -> int | None:
    """The first line that says the title the file gives, a site's name at its end apart."""
    wanted = " ".join(SITE_TAIL.sub("", title).split()).casefold()
    return next((i for i, line in enumerate(lines) if " ".join(line.text.split()).casefold() == wanted), None)


def candidates(lines: Sequence[Line], path: Sequence[int], start: int) -> list[tuple[int, dict[str, float]]]:
    """Each line that may be the headline, with its clues."""
    inside = [line.text for line, state in zip(lines, path, strict=True) if state == 1]
    body, lead = keywords(" ".join(inside)[:6000]), keywords(" ".join(inside[:4])[:1500])
    texts = [line.text for line in lines]
    found = []
    for i in range(max(0, start - REACH), min(start + 2, len(lines))):
        line = lines[i]
        if 2 <= line.words <= 32 and line.kind in (None, "read_more", "glued_words"):
            if i >= start and (line.stop and line.text[-1] == "." or line.words > 20):
                continue
            clues = look(lines, i, start, body, lead)
            clues["again"] = float(line.text in texts[:i])
            clues["comes_again"] = float(line.text in texts[i + 1 : start + 5])
            found.append((i, clues))
    return found


def look(lines: Sequence[Line], i: int, start: int, body: frozenset[str], lead: frozenset[str]) -> dict[str, float]:
    """The clues of one line."""
    line, own = lines[i], keywords(lines[i].text)
    following = lines[i + 1 : i + 5]
    size = 1 if line.words < 3 else 2 if line.words < 5 else 3 if line.words < 8 else 4 if line.words < 17 else 5
    return {
        "in_body": len(own & body) / max(1, len(own)),
        "in_lead": len(own & lead) / max(1, len(own)),
        "shared": math.log1p(len(own & body)),
        "distance": math.log1p(max(0, start - i)),
        "inside": float(i >= start),
        "first": float(i == 0),
        f"size{size}": 1.0,
        "full_stop": float(line.text[-1] == "."),
        "gap": float(line.gap),
        "sign_next": float(any(x.kind in SIGNS for x in following[:1])),
        "sign_near": float(any(x.kind in SIGNS for x in following)),
        "capitals": line.capitals,
        "function": line.function,
        "double_space": float("  " in line.text),
        "under_alike": float(i > 0 and lines[i - 1].kind is None and lines[i - 1].words >= 4 and not lines[i - 1].stop),
        "known": float(line.kind is not None),
        "neighbour_alike": float(bool(following) and following[0].kind is None and 3 <= following[0].words <= 20
                                 and not following[0].stop and not following[0].gap),
    }  # fmt: skip
