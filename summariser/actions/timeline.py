"""When each action took place and in which order."""

from __future__ import annotations

from summariser.model import Action, Block, Date, Quote, Sentence, Word


def order_actions(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    actions: tuple[Action, ...],
    dates: tuple[Date, ...],
    quotes: tuple[Quote, ...],
    published: str | None,
) -> tuple[Action, ...]:
    """``actions`` in reading order with ``when``, ``order`` and ``weight`` (how much of a main event) filled."""
    return actions
