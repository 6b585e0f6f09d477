"""Tokens with offsets, part-of-speech tags and name labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from summariser.model import Sentence, Word
from summariser.text.names import names as find_names
from summariser.text.tags import tags as find_tags
from summariser.text.tokens import Token, split_words

# A named tuple made the short way, in half the time of ``Word(...)``: no row is as numerous.
as_word: Callable[[tuple[int, int, str, str, str]], Word] = partial(tuple.__new__, Word)


def tag(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence: one tuple of Word a sentence, in step with ``sentences``."""
    return tag_all([split_words(text, s.start, s.end) for s in sentences])


def tag_all(sentences: Sequence[Sequence[Token]]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence, given its tokens."""
    spelled = [[token for _, _, token in tokens] for tokens in sentences]
    tags = parted(find_tags(spelled), spelled)
    found = parted(find_names(spelled, tags), spelled)
    return tuple(
        [
            tuple([as_word((*token, tag, name)) for token, tag, name in zip(*row, strict=True)])
            for row in zip(sentences, tags, found, strict=True)
        ]
    )


def parted(labels: list[str], sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Labels in a row, parted into sentences."""
    rest = iter(labels)
    return [list(islice(rest, len(words))) for words in sentences]
