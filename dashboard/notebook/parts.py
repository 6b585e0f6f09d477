"""What the dashboard in a cell is put together from: HTML, outputs, rows and two columns."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

import ipywidgets as w

import dashboard.markup as markup
from dashboard.figures import Picture

PLACES = count(1)
HALF = {"flex": "1 1 22rem", "min_width": "0", "width": "auto"}


def html(value: str) -> Any:
    """A piece of HTML as wide as its place."""
    return w.HTML(value, layout={"width": "auto", "margin": "0"})


def sided(made: str, place: str = "") -> str:
    """HTML in the style of our outputs; its links lead to places of its own."""
    return f'<div class="ns-shown">{markup.distinct(made, place) if place else made}</div>'


def place() -> str:
    """A name for the links of one panel, unlike those of any other output."""
    return f"p{next(PLACES)}x"


def row(*widgets: Any) -> Any:
    """Side by side, below one another where the cell is narrow."""
    return w.HBox(list(widgets), layout={"flex_flow": "row wrap", "align_items": "center", "width": "100%"})


def columns(left: Any, right: Any) -> Any:
    """Two halves, below one another where the cell is narrow."""
    for half in (left, right):
        for name, value in HALF.items():
            setattr(half.layout, name, value)
    layout = {"flex_flow": "row wrap", "align_items": "flex-start", "width": "100%", "grid_gap": "0 1.5rem"}
    return w.HBox([left, right], layout=layout)


def pane(made: str, note: str) -> str:
    """The article's text, scrolling by itself."""
    return f'<p class="ns-small">{markup.escape(note)}</p><div class="ns-pane" tabindex="0">{made}</div>'


def outputs(pictures: Iterable[Picture]) -> tuple[dict[str, Any], ...]:
    """Pictures for an Output widget."""
    return tuple(
        {"output_type": "display_data", "data": bundle, "metadata": {}}
        for picture in pictures
        for bundle in picture.bundles()
    )
