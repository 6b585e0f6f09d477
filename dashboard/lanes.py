"""The timeline as swim lanes: a lane a person, a row an event; filled is a stated date, open an inferred one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.figures import Picture, canvas, wrap
from dashboard.theme import LINE, OTHER, STATUS, SYMBOLS, colours, plural, shorten, when_text
from summariser.measure import events, interval
from summariser.model import Action, Article

LANE, EVENT = 30, 26
MEANS = (
    "A mark is one event that the story tells. Filled: its date is stated in the words; open: it is inferred, "
    "from “last year” or from the day of publication. Disc: happened; triangle: planned; cross: denied; "
    "diamond: only possible. "
    "A line through a mark spans the month or year where no day is given. The numbers are those of the list."
)


class Placed(NamedTuple):
    """One event with a place in time; ``number`` is the one it has in the list."""

    number: int
    action: Action
    first: date
    last: date

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


def placed(article: Article) -> list[Placed]:
    """The events that have a date, in order of time."""
    found = []
    for number, action in enumerate(events(article), 1):
        span = interval(action.when.value) if action.when else None
        if span:
            found.append(Placed(number, action, *span))
    return found


def weightiest(shown: list[Placed], most: int) -> list[Placed]:
    """At most ``most`` events, those with most weight, in order of time."""
    kept = {p.number for p in sorted(shown, key=lambda p: (-p.action.weight, p.number))[:most]}
    return [p for p in shown if p.number in kept]


def timeline(article: Article, most: int = 18) -> Picture:
    """Who did what when."""
    every = placed(article)
    shown = weightiest(every, most)
    names = {a.id: a.name for a in article.actors}
    lanes: dict[str, list[Placed]] = {}
    for p in shown:
        who = names.get(p.action.actor, "Not named") if p.action.actor is not None else "Not named"
        lanes.setdefault(who, []).append(p)
    low, high = _range(shown)
    figure = canvas(0)
    depth, hue = 0, colours([article])
    for who, members in lanes.items():
        depth = _lane(figure, who, members, hue.get(who, OTHER), depth, (low, high), article.text)
    figure.update_layout(height=64 + depth, hovermode="closest")
    figure.update_yaxes(visible=False, range=[depth, 0])
    figure.update_xaxes(range=[str(low), str(high)], type="date", showgrid=True, gridcolor=LINE, nticks=5, side="top")
    if shown and (high - low).days < 12:
        figure.update_xaxes(tickformat="%-d %b", dtick=86400000 * max(1, (high - low).days // 5))
    told = "; ".join(f"{when_text(p.action.when.value)}: {_what(article.text, p, 60)}" for p in shown if p.action.when)
    means = MEANS if len(shown) == len(every) else f"{MEANS} Shown are the {len(shown)} weightiest of {len(every)}."
    return Picture("timeline", timeline_title(article, every), figure, f"Events in order of time. {told}.", means)


def _range(shown: list[Placed]) -> tuple[date, date]:
    """The days the axis covers, with some air at both ends."""
    first = min((p.first for p in shown), default=date(2000, 1, 1))
    last = max((p.last for p in shown), default=date(2000, 1, 2))
    air = max((last - first) / 12, timedelta(days=1))
    return max(first - air, date.min + air), min(last, date.max - air) + air


def _lane(
    figure: go.Figure, who: str, members: list[Placed], colour: str, top: int, span: tuple[date, date], text: str
) -> int:
    """Draw one lane from ``top`` on; where the next begins."""
    figure.add_annotation(
        x=0,
        xref="paper",
        y=top + LANE / 2,
        text=f"<b>{wrap(shorten(who, 44), 99)}</b>",
        xanchor="left",
        showarrow=False,
    )
    for row, p in enumerate(members):
        _event(figure, p, colour, top + LANE + EVENT * row + EVENT // 2, span, text)
    bottom = top + LANE + EVENT * len(members) + 8
    figure.add_shape(type="line", xref="paper", x0=0, x1=1, y0=bottom, y1=bottom, line={"color": LINE, "width": 1})
    return bottom


def bold(name: str) -> str:
    """A lane's heading."""
    return f"<b>{wrap(shorten(name, 44), 99)}</b>"


def _event(figure: go.Figure, p: Placed, colour: str, y: int, span: tuple[date, date], text: str) -> None:
    """One mark, the line of its precision and its words on the side that has room."""
    when = p.action.when
    stated = when is not None and when.stated
    late = (p.middle - span[0]) / (span[1] - span[0]) > 0.5
    if p.last > p.first:
        line = {"color": colour, "width": 2}
        figure.add_shape(type="line", x0=str(p.first), x1=str(p.last), y0=y, y1=y, line=line, opacity=0.45)
    hover = (
        f"{when_text(when.value if when else None)}, {'stated' if stated else 'inferred'}, {STATUS[p.action.status]}"
    )
    figure.add_scatter(
        x=[str(p.middle)],
        y=[y],
        mode="markers+text",
        text=[
            f"{p.number} {wrap(_what(text, p, 34), 99)}" if not late else f"{wrap(_what(text, p, 34), 99)} {p.number}"
        ],
        textposition="middle left" if late else "middle right",
        cliponaxis=False,
        marker={
            "symbol": SYMBOLS[p.action.status] + ("" if stated else "-open"),
            "size": 13,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        hovertemplate=f"{hover}<br>{wrap(text[p.action.start : p.action.end])}<extra></extra>",
        customdata=[[f"e{p.number}"]],
    )


def _what(text: str, p: Placed, most: int) -> str:
    """The event in a few words: its verb and object, else the clause without who did it."""
    action = p.action
    words = " ".join(filter(None, [action.verb, action.object])) or text[action.start : action.end]
    return shorten(words, most)


def timeline_title(article: Article, shown: list[Placed]) -> str:
    """The finding of the timeline."""
    if not shown:
        return "No event of this story has a date" if article.actions else "No event was found in this story"
    stated = sum(1 for p in shown if p.action.when and p.action.when.stated)
    first, last = min(p.first for p in shown), max(p.last for p in shown)
    span = f"in {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
    if first == last:
        span = f"on {when_text(str(first))}"
    dates = "all with a stated date" if stated == len(shown) else f"{stated or 'none'} with a stated date"
    return f"{plural(len(shown), 'event')} {span}, {dates}"
