"""Tokens with offsets, part-of-speech tags and name labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from operator import add

import numpy as np

from summariser.model import Sentence, Word
from summariser.short import short
from summariser.text.crf import Numbers, model
from summariser.text.names import best_names
from summariser.text.spellings import MEMORY, laid_out
from summariser.text.tags import best_tags, noun_heads
from summariser.text.tokens import places, split_words

as_word = short(Word)


def tag(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence: one tuple of Word a sentence, in step with ``sentences``."""
    tokens = [split_words(text, s.start, s.end) for s in sentences]
    return seen(tokens, [at for row, s in zip(tokens, sentences, strict=True) for at in places(text, row, s.start)])


def seen(sentences: Sequence[Sequence[str]], starts: Sequence[int]) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence, given their spellings and where they begin."""
    spelled = list(chain.from_iterable(sentences))
    if not spelled:
        return tuple(() for _ in sentences)
    laid = laid_out(MEMORY.room_for(spelled), spelled, np.array([len(row) for row in sentences if row]))
    tags = best_tags(laid)
    names = best_names(laid, spelled, tags)
    ends = map(add, starts, map(len, spelled))
    tags = noun_heads(tags, spelled)
    words = map(as_word, zip(starts, ends, spelled, labels("tags", tags), labels("names", names), strict=True))
    return tuple([tuple(islice(words, len(row))) for row in sentences])


def labels(name: str, numbers: Numbers) -> map[str]:
    """The labels with these numbers in the model ``name``."""
    return map(model(name).labels.__getitem__, numbers.tolist())
