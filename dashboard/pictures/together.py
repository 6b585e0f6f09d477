"""Several articles on one axis of days: a lane an article, so that the same day stands in one column."""

from __future__ import annotations

from dashboard.compared.words import heads
from dashboard.pictures.canvas import Picture
from dashboard.pictures.lanes import MEANS, Lane, Placed, drawn, placed, weightiest
from dashboard.theme import OTHER, PALETTE, plural, when_text
from summariser.comparison import Comparison

ROOM = 24  # rows in all; each article has its part of them, and two at least


def together(found: Comparison) -> Picture:
    """When each of the articles says that things happened."""
    every = [placed(article) for article in found.articles]
    share = max(2, ROOM // len(every))
    shown = [weightiest(events, share) for events in every]
    names = heads(found, 40)
    lanes = [
        Lane(f"{n + 1} · {names[n]}", events, _colour(n), found.articles[n].text, f"a{n}", whole=True)
        for n, events in enumerate(shown)
        if events
    ]
    told = "; ".join(f"{names[n]}: {_days(events)}" for n, events in enumerate(shown) if events)
    means = f"{MEANS} Shown are the {share} weightiest events of each article, in a lane of its own."
    return Picture("together", together_title(every, names), drawn(lanes), f"Events by article. {told}.", means)


def _colour(n: int) -> str:
    return PALETTE[n] if n < len(PALETTE) else OTHER


def _days(events: list[Placed]) -> str:
    return ", ".join(dict.fromkeys(when_text(p.action.when.value) for p in events if p.action.when))


def together_title(every: list[list[Placed]], names: list[str]) -> str:
    """The finding: which article goes back furthest."""
    first = {n: min(p.first for p in events) for n, events in enumerate(every) if events}
    if not first:
        return "No event of these articles has a date"
    total = plural(sum(map(len, every)), "dated event")
    earliest = min(first.values())
    back = [n for n, day in first.items() if day == earliest]
    if len(back) > 1 or len(every) == 1:
        return f"{total}, the first in {earliest.year}"
    return f"{total}; {names[back[0]]} goes back furthest, to {earliest.year}"
