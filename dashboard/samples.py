"""The sample articles, in a checkout (``data/samples``) or in an installed package (``dashboard/sample_articles``)."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def samples() -> list[Path]:
    """The files of the sample articles, by name; an empty list where none are installed."""
    for folder in (HERE / "sample_articles", HERE.parent / "data" / "samples"):
        if folder.is_dir():
            return sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    return []
