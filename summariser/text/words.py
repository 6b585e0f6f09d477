"""Tokens with offsets, part-of-speech tags and name labels."""

from __future__ import annotations

import re

from summariser.model import Sentence, Word

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-’'.&]\w+)*|\S")


def tag(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence: one tuple of Word a sentence, in step with ``sentences``."""
    return tuple(
        tuple(
            Word(m.start(), m.end(), m[0], "NNP" if m[0][0].isupper() else "NN")
            for m in TOKEN.finditer(text, s.start, s.end)
        )
        for s in sentences
    )
