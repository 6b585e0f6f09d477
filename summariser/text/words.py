"""Tokens with offsets, part-of-speech tags and name labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import islice
from typing import Any

from summariser.lexicon import weights
from summariser.model import Sentence, Word
from summariser.text.names import name_features
from summariser.text.tags import tags as find_tags
from summariser.text.tokens import Token, split_words

# A named tuple made the short way, in half the time of ``Word(...)``: no row is as numerous.
as_word: Callable[[tuple[int, int, str, str, str]], Word] = partial(tuple.__new__, Word)


@cache
def namer() -> Any:
    """The trained model of names, opened once a process."""
    import pycrfsuite

    model = pycrfsuite.Tagger()
    model.open_inmemory(weights("names.crfsuite"))
    return model


def tag(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence: one tuple of Word a sentence, in step with ``sentences``."""
    return tag_all([split_words(text, s.start, s.end) for s in sentences])


def tag_all(sentences: Sequence[Sequence[Token]]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence, given its tokens."""
    tags = iter(find_tags([[token for _, _, token in tokens] for tokens in sentences]))
    return tuple([name_words(tokens, list(islice(tags, len(tokens)))) for tokens in sentences])


def name_words(tokens: Sequence[Token], tags: list[str]) -> tuple[Word, ...]:
    """The words of one sentence, their names found."""
    if not tokens:
        return ()
    starts, ends, spelled = zip(*tokens, strict=True)
    names = namer().tag(name_features(spelled, tags))
    return tuple(map(as_word, zip(starts, ends, spelled, tags, names, strict=True)))
