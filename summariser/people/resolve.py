"""Mentions -> Actors: who is who.  When two answers fit, resolve nothing."""

from __future__ import annotations

from summariser.model import Actor, Block, Sentence, Span, Word
from summariser.people.mentions import Found


def resolve(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    mentions: tuple[Found, ...],
    stretches: tuple[Span, ...] = (),
) -> tuple[Actor, ...]:
    """The cast: one Actor a person, body, group or place; ``Actor.id`` is its index."""
    return ()
