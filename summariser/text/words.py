"""Tokens with offsets, part-of-speech tags and name labels."""

from __future__ import annotations

from functools import cache
from typing import Any

from summariser.lexicon import weights
from summariser.model import Sentence, Word
from summariser.text.features import features
from summariser.text.names import name_features
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
    spelled = [token for _, _, token in tokens]
    tags = tagger("tags").tag(features(spelled))
    names = tagger("names").tag(name_features(spelled, tags))
    rows = zip(tokens, tags, names, strict=True)
    return tuple([Word(start, end, token, tag, name) for (start, end, token), tag, name in rows])
