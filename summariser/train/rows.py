"""Gold sentences -> (features, labels), made by the very functions that the reading uses."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.text.features import features, with_tags
from summariser.text.words import tagger
from summariser.train.gold import Sentence

Row = tuple[list[list[str]], list[str]]


def tag_rows(sentences: list[Sentence]) -> Iterator[Row]:
    """Rows for the part-of-speech model."""
    for sentence in sentences:
        yield features([word for word, _ in sentence]), [tag for _, tag in sentence]


def name_rows(sentences: list[Sentence]) -> Iterator[Row]:
    """Rows for the names model; the tags are those that our own tagger gives."""
    model = tagger("tags")
    for sentence in sentences:
        seen = features([word for word, _ in sentence])
        yield with_tags(seen, model.tag(seen)), [label for _, label in sentence]
