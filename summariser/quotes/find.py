"""Stretches in quotation marks, whatever the marks; offsets exact."""

from __future__ import annotations

import re

from summariser.model import Block, Span

MARKED = re.compile(r"[“\"]([^“”\"\n]+)(?:[”\"]|$)", re.MULTILINE)


def find_quotes(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """What stands inside quotation marks in headline, standfirst and body blocks; the marks are not part of it."""
    return tuple(
        Span(*m.span(1))
        for b in blocks
        if b.role in ("headline", "standfirst", "body")
        for m in MARKED.finditer(text, b.start, b.end)
    )
