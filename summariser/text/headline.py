"""Which line is the headline: the one above the article whose words the article takes up again.

Each candidate is weighed by a handful of word-free clues; their weights are numbers (headline-weights.json), fitted
as a choice among the lines of one page (``python -m summariser.train headlines``).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

import summariser.lexicon as lexicon
from summariser.text.beside import holds
from summariser.text.lines import Line, Lines
from summariser.text.pagewords import shared
from summariser.text.runs import flows

REACH = 150  # lines above the article that are looked at
LEAD = 4  # lines of the article that are its first
HEARD = 1000  # words of it that a headline may take up
NEAR = 4  # lines above and below a candidate that are its neighbours
SITE_TAIL = re.compile(r"\s+(?:[|–—•·»-]|\\)\s+[^|–—•·»]{1,40}$")
TRAIL = re.compile(r"(?<! ) {2,}\S|\s[>/]\s|[›»]")
PLACES = frozenset(  # clues that surroundings may add, and the largest value of those that are not one at most
    {"distance", "inside", "gap", "sign_near", "menu_above", "menu_below", "after_prose", "after_sentence"}
    | {"held", "again", "comes_again", "under_alike", "deck_like", "long_above", "rival_above", "rival_below"}
    | {"neighbour_alike"}
)
LARGEST = {"distance": math.log1p(REACH)}
PARTING = (" | ", " – ", " — ", " - ", " · ", " • ", " » ")
PARTS = re.compile(r" [|–—•·»-] ")
TRAIL_SIGNS = ("  ", ">", "/", "›", "»")
SIGNS = frozenset({"byline", "stamp", "contributor", "ago", "reading_time"})
BOUNDS = (3, 5, 8, 17)  # words at which a line counts as longer
SIZES = ("size1", "size2", "size3", "size4", "size5")
TITLED = frozenset({None, "read_more", "glued_words"})  # kinds that a headline's words may chance to look like


class Said(NamedTuple):
    """How many longer words (their keys, ``pagewords.py``) each line holds, and how many of them the article says, and
    its first lines."""

    own: list[int]
    body: list[int]
    lead: list[int]


def find_headline(lines: Lines, path: Sequence[int], title: str | None) -> int | None:
    """The index of the headline among ``lines``; None where no line qualifies."""
    if title:
        known = matching_title(lines, title)
        if known is not None:
            return known
    start = path.index(1) if 1 in path else None
    return None if start is None else heaviest(lines, start, tell(lines, path), lexicon.numbers("headline-weights"))


def heaviest(lines: Sequence[Line], start: int, said: Said, weights: dict[str, float]) -> int | None:
    """As ``choose`` of all candidates, without looking around those that no surroundings could help."""
    found = [(weigh_words(lines[i], said, i, weights), -i) for i in within_reach(lines, start)]
    most = sum(weight * LARGEST.get(name, 1.0) for name, weight in weights.items() if weight > 0 and name in PLACES)
    best: tuple[float, int] | None = None
    for score, i in sorted(found, reverse=True):
        if best and score + most < best[0]:
            break
        around = clues_of_place(lines, -i, start) | rivals(lines, -i, start, said)
        whole = (score + weigh(around, weights), i)
        best = max(best, whole) if best else whole
    return -best[1] if best else None


def weigh_words(line: Line, said: Said, i: int, weights: dict[str, float]) -> float:
    """The weight of ``clues_of_words``, which most candidates are judged by alone, without a name for each clue."""
    in_body, in_lead, shared, size, full_stop, colon = values_of_words(line, said, i)
    told = weights["in_body"] * in_body + weights["in_lead"] * in_lead + weights["shared"] * shared
    return told + weights[SIZES[size]] + weights["full_stop"] * full_stop + weights["colon"] * colon


def choose(found: Sequence[tuple[int, dict[str, float]]], weights: dict[str, float]) -> int | None:
    """The line whose clues weigh most, of equals the first."""
    best = max(((weigh(clues, weights), -i) for i, clues in found), default=None)
    return -best[1] if best else None


def weigh(clues: dict[str, float], weights: dict[str, float]) -> float:
    """The sum of the clues times their weights."""
    return sum(weights.get(name, 0.0) * value for name, value in clues.items())


def matching_title(lines: Sequence[Line], title: str) -> int | None:
    """The first line that says the title the file gives, a site's name at its end apart."""
    wanted = " ".join(SITE_TAIL.sub("", title).split()).casefold()
    return next((i for i, line in enumerate(lines) if " ".join(line.text.split()).casefold() == wanted), None)


def candidates(lines: Lines, path: Sequence[int]) -> list[tuple[int, dict[str, float]]]:
    """Each line that may be the headline, with its clues; ``path`` is the state of every line (``runs.py``)."""
    if 1 not in path:
        return []
    start, said = path.index(1), tell(lines, path)
    return [(i, look(lines, i, start, said)) for i in within_reach(lines, start)]


def tell(lines: Lines, path: Sequence[int]) -> Said:
    """How much of what each line says the article says as well."""
    inside = np.fromiter(path, np.int64, len(path)) == 1
    words = lines.told.words * inside
    inside &= np.cumsum(words) - words < HEARD
    opens = inside & (np.cumsum(inside) <= LEAD)
    body, lead = (shared(lines.told, tellers).tolist() for tellers in (inside, opens))
    return Said(lines.told.keys.tolist(), body, lead)


def within_reach(lines: Sequence[Line], start: int) -> list[int]:
    """The lines that may be the headline of the article that starts at line ``start``."""
    reach = range(max(0, start - REACH), min(start + 2, len(lines)))
    return [i for i in reach if may_be(lines[i], i >= start) and not is_window_title(lines, i)]


def is_window_title(lines: Sequence[Line], i: int) -> bool:
    """The title of the browser's window: a part of it beside the site's name is a line near by."""
    if not holds(lines[i].text, PARTING):
        return False
    parts = {part.strip() for part in PARTS.split(lines[i].low) if part.count(" ") >= 2}
    return any(line.low in parts for line in lines[max(0, i - 8) : i + 12])


def headline_lines(lines: Sequence[Line], i: int | None) -> range:
    """The lines of the headline: the one chosen, and the one that it was broken off from or that carries it on."""
    if i is None:
        return range(0)
    first = i - 1 if carries_on(lines, i - 1) else i
    return range(first, i + 2 if carries_on(lines, i) else i + 1)


def carries_on(lines: Sequence[Line], i: int) -> bool:
    """Whether the line below is the rest of line ``i``, broken where the page was too narrow."""
    if not 0 <= i < len(lines) - 1:
        return False
    line, rest = lines[i], lines[i + 1]
    open_ended = line.words >= 3 and line.kind is None and line.text[-1] not in ".!?:;"
    return open_ended and rest.text[0].islower() and rest.kind is None and not rest.gap and rest.words <= 20


def may_be(line: Line, inside: bool) -> bool:
    """Whether the line can be a headline at all."""
    if not 2 <= line.words <= 32 or line.kind not in TITLED or is_trail(line.text):
        return False
    return not inside or (line.text[-1] != "." and line.words <= 20)


def is_trail(text: str) -> bool:
    """The way from the site's first page to this one: ``Home > Sport > Rowing``."""
    if not holds(text, TRAIL_SIGNS):
        return False
    return len(TRAIL.findall(text)) >= 2 or (text[:5].lower() == "home " and TRAIL.search(text) is not None)


def look(lines: Sequence[Line], i: int, start: int, said: Said) -> dict[str, float]:
    """The clues of line ``i``; the article starts at line ``start``."""
    return clues_of_words(lines[i], said, i) | clues_of_place(lines, i, start) | rivals(lines, i, start, said)


def clues_of_words(line: Line, said: Said, i: int) -> dict[str, float]:
    """How long the line is and how much of it the article says."""
    in_body, in_lead, shared, size, full_stop, colon = values_of_words(line, said, i)
    return {
        "in_body": in_body,
        "in_lead": in_lead,
        "shared": shared,
        SIZES[size]: 1.0,
        "full_stop": float(full_stop),
        "colon": float(colon),
    }


def values_of_words(line: Line, said: Said, i: int) -> tuple[float, float, float, int, bool, bool]:
    """The values of ``clues_of_words``; of the size its place in SIZES."""
    told, most, last = said.body[i], max(1, said.own[i]), line.text[-1]
    size = bisect_right(BOUNDS, line.words)
    return told / most, said.lead[i] / most, math.log1p(told), size, last == ".", last in ":;,"


def clues_of_place(lines: Sequence[Line], i: int, start: int) -> dict[str, float]:
    """Where the line stands: to the article, to bylines and days, to menus, to lines that say the same."""
    line, above, below = lines[i], lines[max(0, i - NEAR) : i], lines[i + 1 : i + 1 + NEAR]
    return {
        "distance": math.log1p(max(0, start - i)),
        "inside": float(i >= start),
        "gap": float(line.gap),
        "sign_near": float(any(x.kind in SIGNS for x in below)),
        "menu_above": sum(map(is_menu, above)) / NEAR,
        "menu_below": sum(map(is_menu, below)) / NEAR,
        "after_prose": float(any(x.prose for x in lines[start:i])),
        "after_sentence": float(any(map(flows, lines[max(0, i - 6) : i]))),
        "held": float(line.words >= 3 and is_held(line, lines[max(0, i - 6) : i + 3])),
        "again": float(line.text in [x.text for x in lines[:i]]),
        "comes_again": float(line.text in [x.text for x in lines[i + 1 : start + 5]]),
    }


def is_menu(line: Line) -> bool:
    """A button or a few words."""
    return line.words <= 3 or line.kind == "control"


def is_held(line: Line, near: Sequence[Line]) -> bool:
    """Another line says all of this one and more, as the way to the page does."""
    return any(line.low in x.low and len(x.low) > len(line.low) for x in near)


def rivals(lines: Sequence[Line], i: int, start: int, said: Said) -> dict[str, float]:
    """Lines beside this one that may be the headline as well: above it they make it a deck, below it they are decks."""
    line, above, after = lines[i], lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
    alike = above is not None and above.kind in TITLED and above.text[-1] != "."
    saying = above is not None and alike and 3 <= above.words <= 32 and said.lead[i - 1] >= 2
    return {
        "under_alike": float(above is not None and above.kind is None and above.words >= 4 and not above.stop),
        "deck_like": float(saying and above is not None and line.words > above.words),
        "long_above": float(any(x.kind in TITLED and x.words >= 5 for x in lines[max(0, i - 2) : i])),
        "rival_above": float(any(is_rival(lines[k], said, k) for k in range(max(0, i - 3), i))),
        "rival_below": float(any(is_rival(lines[k], said, k) for k in range(i + 1, min(i + 4, start)))),
        "neighbour_alike": float(after is not None and after.kind is None and 3 <= after.words <= 20
                                 and not after.stop and not after.gap),
    }  # fmt: skip


def is_rival(line: Line, said: Said, k: int) -> bool:
    """A line of a headline's length with two words of the article."""
    return line.kind in TITLED and 3 <= line.words <= 32 and said.body[k] >= 2
