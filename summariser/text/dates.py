"""Time expressions: span, TIMEX3 type and value, what they hang on."""

from __future__ import annotations

from summariser.model import Date, Sentence, Word


def find_dates(
    text: str, sentences: tuple[Sentence, ...], words: tuple[tuple[Word, ...], ...], published: str | None
) -> tuple[Date, ...]:
    """All time expressions of the sentences, in reading order; ``published`` (ISO) anchors the relative ones."""
    return ()
