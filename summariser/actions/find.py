"""Who did what: clauses with actor, verb, object, place and status."""

from __future__ import annotations

from summariser.model import Action, Actor, Block, Date, Quote, Sentence, Word


def find_actions(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    actors: tuple[Actor, ...],
    quotes: tuple[Quote, ...],
    dates: tuple[Date, ...],
) -> tuple[tuple[Action, ...], tuple[Actor, ...]]:
    """The actions in reading order (``when`` holds the date in the clause, ``order`` is 0), and the cast with new
    actors enlisted."""
    return (), actors
