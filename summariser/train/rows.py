"""Gold sentences -> (features, labels), made by the very functions that the reading uses."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.text.features import features
from summariser.text.names import name_features
from summariser.text.tags import tags
from summariser.train.gold import Sentence, joined

Row = tuple[list[list[str]], list[str]]


def tag_rows(sentences: list[Sentence]) -> Iterator[Row]:
    """Rows for the part-of-speech model; sentences with hyphens teach twice, apart and joined."""
    hyphened = [whole for sentence in sentences if (whole := joined(sentence)) != sentence]
    for sentence in [*sentences, *hyphened]:
        yield features([word for word, _ in sentence]), [tag for _, tag in sentence]


def name_rows(sentences: list[Sentence]) -> Iterator[Row]:
    """Rows for the names model; the tags are those that our own tagger gives."""
    for sentence in sentences:
        words = [word for word, _ in sentence]
        yield name_features(words, tags([words])), [label for _, label in sentence]
