"""Tokens with offsets, part-of-speech tags and name labels."""

from __future__ import annotations

from functools import cache
from typing import Any

from summariser.lexicon import weights
from summariser.model import Sentence, Word
from summariser.text.features import features, with_tags
from summariser.text.tokens import split_words


@cache
def tagger(name: str) -> Any:
    """The trained model ``name``, opened once a process."""
    import pycrfsuite

    model = pycrfsuite.Tagger()
    model.open_inmemory(weights(name))
    return model


def tag(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence: one tuple of Word a sentence, in step with ``sentences``."""
    return tuple(tag_one(split_words(text, s.start, s.end)) for s in sentences)


def tag_one(tokens: list[tuple[int, int, str]]) -> tuple[Word, ...]:
    """The words of one sentence."""
    seen = features([token for _, _, token in tokens])
    tags = tagger("tags").tag(seen)
    names = tagger("names").tag(with_tags(seen, tags))
    return tuple(Word(*token, tag, name) for token, tag, name in zip(tokens, tags, names, strict=True))
