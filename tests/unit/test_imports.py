"""Imports point down: a layer never imports one above it, and heavy libraries stay at the edge."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = [  # from the ground up; a module may import from its own layer and those before it
    ("summariser.shown", "summariser.columns", "summariser.short"),
    ("summariser.table",),
    ("summariser.model", "summariser.comparison"),
    ("summariser.lexicon",),
    ("summariser.text",),
    ("summariser.people",),
    ("summariser.quotes",),
    ("summariser.actions",),
    ("summariser.summary",),
    ("summariser.inputs", "summariser.read", "summariser.measure", "summariser.codec"),
    ("summariser.correct", "summariser.compare", "summariser.terminal"),
    ("summariser.corpus", "summariser.train"),
    ("summariser.api",),
    ("summariser.cli", "summariser"),
    ("dashboard.theme", "dashboard.reasons", "dashboard.samples", "dashboard.unsure", "dashboard.righting"),
    ("dashboard.markup", "dashboard.tables", "dashboard.entries", "dashboard.events", "dashboard.lengths"),
    ("dashboard.compared", "dashboard.beside"),
    ("dashboard.pictures",),
    ("dashboard.figures",),
    ("dashboard.card",),
    ("dashboard.report", "dashboard.store"),
    ("dashboard.settings",),
    ("dashboard.tile",),
    ("dashboard.exports",),
    ("dashboard.visitors", "dashboard.routes", "dashboard.gate"),
    ("dashboard.server",),
    ("dashboard.views", "dashboard.app", "dashboard.notebook", "dashboard.lab", "dashboard.cli"),
]
SCREEN_ONLY = {"streamlit", "plotly", "IPython", "dashboard", "ipywidgets"}
MODULES = sorted([*ROOT.glob("summariser/**/*.py"), *ROOT.glob("dashboard/**/*.py")])


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer(module: str) -> int:
    fitting = [
        (len(name), level)
        for level, names in enumerate(LAYERS)
        for name in names
        if module == name or module.startswith(name + ".")
    ]
    return max(fitting)[1] if fitting else len(LAYERS)


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_point_down(path: Path) -> None:
    here = dotted(path)
    above = {m for m in imported(path) if m.startswith(("summariser", "dashboard")) and layer(m) > layer(here)}
    assert not above, f"{here} imports from above: {above}"


@pytest.mark.parametrize("path", [p for p in MODULES if "summariser" in p.parts], ids=dotted)
def test_the_reading_knows_no_screens(path: Path) -> None:
    assert not {m.split(".")[0] for m in imported(path)} & SCREEN_ONLY
