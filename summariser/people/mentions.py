"""Mentions of people, bodies, groups and places as they stand in the text."""

from __future__ import annotations

from typing import NamedTuple

from summariser.model import ActorKind, Block, MentionForm, Sentence, Word


class Found(NamedTuple):
    """One mention before it is known whose it is; ``sentence`` indexes the sentences."""

    start: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    sentence: int
    role: str | None = None


def find_mentions(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], words: tuple[tuple[Word, ...], ...]
) -> tuple[Found, ...]:
    """Every name, role noun phrase and personal pronoun of the sentences, in reading order."""
    return ()
