"""The timeline as swim lanes: a lane a person, a row an event; filled is a stated date, open an inferred one.

An event without a date stands between those that the story puts before and after it.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import log10
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.pictures.canvas import Picture, canvas, wrap
from dashboard.theme import (
    LINE,
    MONTHS,
    OTHER,
    STATUS,
    SYMBOLS,
    colours,
    how_dated,
    leading,
    plural,
    shorten,
    when_text,
)
from summariser.measure import events, interval, standing
from summariser.model import Action, Article

LANE, EVENT = 30, 26
LETTERS = 49  # of an event's words that a phone of 380 pixels has room for from side to side
TICK_ROOM = 0.29  # of the width: a day, a month and a year on a phone of 380 pixels
NOBODY = "Nobody named"
FEW = 18  # events that a picture shows at first
MEANS = (
    "A mark is one event that the story tells. Filled: its date is stated in the words; open: it is inferred, "
    "from “last year” or from the day of publication. Disc: happened; triangle: planned; cross: denied; "
    "diamond: only possible. "
    "A line through a mark spans the month or year where no day is given. A dot within an open mark: no date at all; "
    "it stands where the story puts it, before or after the others. The numbers are those of the list. "
    "Days stand in order, not to scale: long gaps are drawn short."
)


class Placed(NamedTuple):
    """One event with a place in time; ``number`` is the one it has in the list."""

    number: int
    action: Action
    first: date
    last: date
    step: int = 0  # 0 for a date of its own; else its place after (or, below 0, before) the day it borrows

    @property
    def dated(self) -> bool:
        return self.step == 0

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


def placed(article: Article) -> list[Placed]:
    """The events that have a date, in order of time."""
    return [p for p in in_order(article) if p.dated]


def in_order(article: Article) -> list[Placed]:
    """All events in order of time; one without a date has the day of the one before it, or of the first."""
    found: list[Placed] = []
    spans = [(action, interval(action.when.value) if action.when else None) for action in events(article)]
    day = next((span[0] for _, span in spans if span), date.min)
    before = len(spans) + 1  # so that what stands before the first date has steps below 0
    for number, (action, span) in enumerate(spans, 1):
        if span:
            day, before = span[1], 0
        found.append(Placed(number, action, *(span or (day, day)), step=0 if span else action.order - before))
    return found


def weightiest(shown: list[Placed], most: int) -> list[Placed]:
    """At most ``most`` events, those with most weight, in order of time."""
    kept = {p.number for p in sorted(shown, key=lambda p: (-standing(p.action), p.number))[:most]}
    return [p for p in shown if p.number in kept]


class Lane(NamedTuple):
    """Events under one heading; ``prefix`` stands before the ids of their words."""

    title: str
    members: list[Placed]
    colour: str
    text: str
    prefix: str = ""
    whole: bool = False  # whether an event's words say who did it too


def among(article: Article, only: frozenset[int] | None = None) -> list[Placed]:
    """The events to choose from: all, or those whose numbers are in ``only``."""
    return [p for p in in_order(article) if only is None or p.number in only]


def chosen(article: Article, most: int, only: frozenset[int] | None = None) -> list[Placed]:
    """The weightiest of those events, which are drawn."""
    return weightiest(among(article, only), most)


def timeline(article: Article, most: int = FEW, only: frozenset[int] | None = None) -> Picture:
    """Who did what when; ``only`` are the numbers of the events to choose from."""
    every = among(article, only)
    shown = weightiest(every, most)
    names = {a.id: a.name for a in article.actors}
    members: dict[str, list[Placed]] = {}
    for p in shown:
        who = names.get(p.action.actor, NOBODY) if p.action.actor is not None else NOBODY
        members.setdefault(who, []).append(p)
    hue = colours([article])
    lanes = [Lane(who, those, hue.get(who, OTHER), article.text) for who, those in members.items()]
    figure = drawn(sorted(lanes, key=lambda lane: lane.title == NOBODY))
    told = "; ".join(f"{_day(p)}: {_what(article.text, p, 60)}" for p in shown)
    means = MEANS if len(shown) == len(every) else f"{MEANS} Shown are the {len(shown)} weightiest of {len(every)}."
    return Picture(
        "timeline",
        timeline_title(article, every, len(shown)),
        figure,
        f"Events in order of time. {told}.",
        means,
    )


def drawn(lanes: list[Lane]) -> go.Figure:
    """The lanes below each other on one axis of days."""
    shown = [p for lane in lanes for p in lane.members]
    figure, scale, depth = canvas(0), Scale(shown), 0
    for lane in lanes:
        depth = _lane(figure, lane, depth, scale)
    figure.update_layout(height=64 + depth, hovermode="closest")
    figure.update_yaxes(visible=False, range=[depth, 0])
    ticks = scale.ticks(shown)
    figure.update_xaxes(
        range=[-scale.width * 0.09, scale.width * 1.09],
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
        tickangle=0,
        showgrid=True,
        gridcolor=LINE,
        side="top",
    )
    return figure


class Scale:
    """Days -> places on the axis: in order, and the longer a gap the tighter it is drawn.

    News tells of today and of what was years before; on an even scale today would be one dot.  Events without a date
    have steps of their own between the days.
    """

    def __init__(self, shown: list[Placed]) -> None:
        marks = {key for p in shown for key in self.keys(p)}
        self.steps = sorted(marks)
        self.places = [0.0]
        for before, after in pairwise(self.steps):
            self.places.append(self.places[-1] + 0.5 + log10(1 + (after[0] - before[0]).days))
        self.at = dict(zip(self.steps, self.places, strict=False))

    @staticmethod
    def keys(p: Placed) -> tuple[tuple[date, int], ...]:
        """The steps that an event needs: its days, or the step that its place in the order makes after one."""
        if not p.dated:
            return ((p.first, p.step),)
        return (p.first, 0), (p.middle, 0), (p.last, 0)

    @property
    def width(self) -> float:
        return max(self.places[-1], 0.5)

    def of(self, p: Placed) -> tuple[float, float, float]:
        """Where an event begins, has its mark and ends."""
        found = [self.at[key] for key in self.keys(p)]
        return found[0], found[len(found) // 2], found[-1]

    def ticks(self, shown: list[Placed]) -> dict[float, str]:
        """Labels of days, as many as have room."""
        found: dict[float, str] = {}
        last = float("-inf")
        for p in sorted(shown, key=lambda p: p.middle):
            place = self.of(p)[1]
            if p.dated and place - last >= self.width * TICK_ROOM and p.action.when:
                found[place] = short_day(p)
                last = place
        return found


def short_day(p: Placed) -> str:
    """5 Dec 2024, Feb 2022, 2023."""
    words = when_text(p.action.when.value if p.action.when else None).rpartition(" of ")[2].split()
    return " ".join(w[:3] if w in MONTHS else w for w in words)


def _lane(figure: go.Figure, lane: Lane, top: int, scale: Scale) -> int:
    """Draw one lane from ``top`` on; where the next begins."""
    figure.add_annotation(
        x=0,
        xref="paper",
        y=top + LANE / 2,
        text=f"<b>{wrap(leading(shorten(lane.title, 44)), 99)}</b>",
        xanchor="left",
        showarrow=False,
    )
    for row, p in enumerate(lane.members):
        _event(figure, lane, p, top + LANE + EVENT * row + EVENT // 2, scale)
    bottom = top + LANE + EVENT * len(lane.members) + 8
    figure.add_shape(type="line", xref="paper", x0=0, x1=1, y0=bottom, y1=bottom, line={"color": LINE, "width": 1})
    return bottom


def _event(figure: go.Figure, lane: Lane, p: Placed, y: int, scale: Scale) -> None:
    """One mark, the line of its precision and its words on the side that has room."""
    when = p.action.when
    colour, stated = lane.colour, when is not None and when.stated
    first, middle, last = scale.of(p)
    late = middle > scale.width / 2
    room = 0.09 + (first if late else scale.width - last) / scale.width  # beside the mark
    most = int(LETTERS * room / 1.18)
    words = shorten(lane.text[p.action.start : p.action.end], most) if lane.whole else _what(lane.text, p, most)
    clause = wrap(lane.text[p.action.start : p.action.end])
    if p.last > p.first:
        line = {"color": colour, "width": 2}
        figure.add_shape(type="line", x0=first, x1=last, y0=y, y1=y, line=line, opacity=0.45)
    figure.add_annotation(
        x=first if late else last,
        y=y,
        text=_label(words, p.number, late),
        xanchor="right" if late else "left",
        xshift=-9 if late else 9,
        showarrow=False,
    )
    figure.add_scatter(
        x=[middle],
        y=[y],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": SYMBOLS[p.action.status] + ("-open-dot" if not p.dated else "" if stated else "-open"),
            "size": 13,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        hovertemplate=f"{_day(p)}, {STATUS[p.action.status]}<br>{clause}<extra></extra>",
        customdata=[[f"{lane.prefix}e{p.number}"]],
    )


def _day(p: Placed) -> str:
    """The day and how it is known."""
    when = p.action.when
    if not p.dated or when is None:
        return "no date"
    return f"{when_text(when.value)} ({how_dated(when)})"


def _label(words: str, number: int, late: bool) -> str:
    """The event's words and, next to the mark, its number in the list."""
    told = wrap(words, 99)
    return f"{told} <b>{number}</b>" if late else f"<b>{number}</b> {told}"


def _what(text: str, p: Placed, most: int) -> str:
    """The event in a few words: its verb and object, else the clause from the verb on."""
    action = p.action
    if action.object and action.rule != "nominal":
        return shorten(f"{action.verb} {action.object}", most)
    first = action.verb.split()[:1]
    at = text.find(first[0], action.start, action.end) if first else -1
    return shorten(text[max(at, action.start) : action.end], most)


def timeline_title(article: Article, every: list[Placed], shown: int) -> str:
    """The finding of the timeline: how many events there are, dated or not, and how many of them are drawn."""
    dated = [p for p in every if p.dated]
    if not dated:
        return "No event of this story has a date" if article.actions else "No event was found in this story"
    stated = sum(1 for p in dated if p.action.when and p.action.when.stated)
    first, last = min(p.first for p in dated), max(p.last for p in dated)
    span = f"in {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
    if first == last:
        span = f"on {when_text(str(first))}"
    dates = "all with a stated date" if stated == len(every) else f"{stated or 'none'} with a stated date"
    drawn = "" if shown == len(every) else f"; the {shown} weightiest are shown"
    return f"{plural(len(every), 'event')} {span}, {dates}{drawn}"
