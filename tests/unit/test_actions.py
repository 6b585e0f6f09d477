"""Golden cases of who did what, and the laws that any text keeps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.model import Article
from summariser.read import read

CASES = Path(__file__).resolve().parents[1] / "cases" / "actions.md"
CASE = re.compile(r"^## (?P<title>.+)\n\n(?P<text>(?:(?!## ).+\n+)+?)(?P<rows>(?: {4}.+\n)+)", re.MULTILINE)
FOUND = [(m["title"], m["text"].strip(), m["rows"]) for m in CASE.finditer(CASES.read_text(encoding="utf-8"))]


def rows(article: Article) -> list[tuple[str, ...]]:
    names = {a.id: a.name for a in article.actors}
    return [
        (
            names.get(a.actor, "-") if a.actor is not None else "-",
            a.verb,
            a.object or "-",
            a.place or "-",
            (a.when and a.when.value) or "-",
            a.status,
        )
        for a in article.actions
    ]


def fits(wanted: str, row: tuple[str, ...]) -> bool:
    cells = [cell.strip() for cell in wanted.split("|")]
    return len(cells) == 6 and all(want in ("*", got) for want, got in zip(cells, row, strict=True))


@pytest.mark.parametrize(("title", "text", "wanted"), FOUND, ids=[title for title, _, _ in FOUND])
def test_case(title: str, text: str, wanted: str) -> None:
    found = rows(read(text, "2025-03-14", as_body=True))
    for line in wanted.strip().splitlines():
        line = line.strip()
        if line.startswith("not "):
            assert not any(fits(line[4:], row) for row in found), (line, found)
        else:
            assert any(fits(line, row) for row in found), (line, found)


def test_cases_are_read() -> None:
    assert len(FOUND) == CASES.read_text(encoding="utf-8").count("\n## ")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_keeps_the_laws(text: str) -> None:
    article = read(text, as_body=True)
    for action in article.actions:
        assert 0 <= action.start < action.end <= len(text)
        assert action.actor is None or action.actor in {a.id for a in article.actors}
        assert 0.0 <= action.confidence <= 1.0
        assert action.order >= 1
