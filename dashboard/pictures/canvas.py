"""What every picture stands on: the figure with its words, an empty canvas, names and texts in lines that have room."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard.markup import escape
from dashboard.theme import leading, shorten
from summariser.measure import Presence

ROW = 46
GAP = "white"  # between blocks; whoever shows a picture on a dark page puts the page's colour there
PLAIN = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
MENTION_MEANS = (
    "A mention is one place in the story that stands for the person: a name, a description such as “the minister”, "
    "or a pronoun such as “she”."
)


# The pictures leave the colour of their words to the page; in a notebook a rule gives them the page's own.
INK = (
    "<style>.js-plotly-plot .main-svg > :not(.hoverlayer) text { fill: var(--jp-content-font-color1, currentColor) "
    "!important; } .js-plotly-plot .main-svg { background: none !important; }</style>"
)


class Picture(NamedTuple):
    """A figure with the words that belong to it; in a notebook it shows itself, ``figure`` is the plotly Figure."""

    name: str
    title: str
    figure: go.Figure
    alt: str
    means: str

    def bundles(self) -> list[dict[str, Any]]:
        """Title, figure and what is counted, as outputs of a notebook.  The figure goes out as plotly's own JSON,
        which the notebook's plotly draws: no script in the notebook's file and none from elsewhere."""
        made: list[dict[str, Any]] = [{"text/html": f"{INK}<b>{escape(self.title)}</b>", "text/plain": self.title}]
        if self.figure.data:
            shown = json.loads(self.figure.to_json()) | {"config": PLAIN}
            made.append({"application/vnd.plotly.v1+json": shown, "text/plain": self.alt})
        means = f"<details><summary>What is counted?</summary>{escape(self.means)}</details>"
        return [*made, {"text/html": means, "text/plain": self.means}]

    def _ipython_display_(self) -> None:
        """As outputs of a cell."""
        from IPython.display import display

        for bundle in self.bundles():
            display(bundle, raw=True)


def canvas(rows: int, **axes: object) -> go.Figure:
    """An empty figure as high as ``rows`` of bars ask for, without grid, buttons or legend."""
    figure = go.Figure()
    figure.update_layout(
        height=70 + ROW * max(rows, 1),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"align": "left"},
        dragmode=False,
        bargap=0.35,
        **axes,
    )
    figure.update_xaxes(showgrid=False, zeroline=False, fixedrange=True, automargin=True)
    figure.update_yaxes(showgrid=False, zeroline=False, fixedrange=True, automargin=True)
    return figure


def label(name: str) -> str:
    """A name for a narrow margin: broken in two lines, cut when too long for those."""
    words = leading(shorten(name, 34)).split()
    if len(words) < 2 or len(" ".join(words)) <= 14:
        return " ".join(words)
    halves = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return "<br>".join(min(halves, key=lambda pair: max(map(len, pair))))


def wrap(text: str, width: int = 52) -> str:
    """Text for a hover box, in lines; plotly reads a little HTML, so what is article text is made plain."""
    lines, line = [], ""
    for word in text.replace("&", "&amp;").replace("<", "&lt;").split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join([*lines[:9], line if len(lines) < 10 else "…"])


def people_axis(figure: go.Figure, people: Sequence[Presence | str]) -> None:
    """One row a person, the first on top."""
    names = [p if isinstance(p, str) else p.name for p in people]
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[wrap(label(n).replace("<br>", " \x00 "), 99).replace(" \x00 ", "<br>") for n in names],
        range=[len(names) - 0.4, -0.6],
        ticks="",
        ticklabelstandoff=6,
    )
