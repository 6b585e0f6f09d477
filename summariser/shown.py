"""How results show themselves where there is a screen: in a notebook as HTML, elsewhere as plain text.

The reading draws nothing and imports nothing above it.  Whoever can draw is looked up by name when a notebook or
``print`` asks, as a plug-in is; where it is not installed, Python's own ``repr`` stands in.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

PAINTER = "dashboard.card"


def bundle(thing: object) -> dict[str, str]:
    """``thing`` as ``text/html`` and ``text/plain``; only the latter where nothing is there to draw with."""
    try:
        painter: Any = import_module(PAINTER)
    except ImportError:
        return {"text/plain": repr(thing)}
    found: dict[str, str] = painter.bundle(thing)
    return found


class Shown:
    """Shows itself: as a card or a table in a notebook, as plain text with ``print``."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return bundle(self)

    def _repr_html_(self) -> str | None:
        return bundle(self).get("text/html")

    def __str__(self) -> str:
        return bundle(self)["text/plain"]
