"""Sentences with their offsets, by one pass of ordered rules; newlines first."""

from __future__ import annotations

import re

from summariser.model import Block, Sentence

READ = frozenset({"headline", "standfirst", "body"})
END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")


def split_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of headline, standfirst and body blocks, in reading order; ``block`` indexes ``blocks``."""
    found = []
    for number, block in enumerate(blocks):
        if block.role in READ:
            start = block.start
            for m in END.finditer(text, block.start, block.end):
                found.append(Sentence(start, m.start() + len(m[0].rstrip()), number))
                start = m.end()
            found.append(Sentence(start, block.end, number))
    return tuple(found)
