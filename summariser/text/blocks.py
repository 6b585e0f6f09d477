"""A role for every line of a page: what is the article and what only stands around it."""

from __future__ import annotations

import re

from summariser.model import Block

LINE = re.compile(r"[^\n]*\S[^\n]*")


def all_body(text: str) -> tuple[Block, ...]:
    """Every non-empty line as a body block."""
    return tuple(Block(m.start(), m.end(), "body", "as_body") for m in LINE.finditer(text))


def label_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """A Block for every non-empty line of ``text``."""
    return all_body(text)
