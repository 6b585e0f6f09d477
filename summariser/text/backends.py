"""Another program's names in place of ours, where the user has one: ``spacy:MODEL``.

Only the label of each word changes; where names begin and end, who is who and all else stays ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from summariser.model import Sentence, Word

Words = tuple[tuple[Word, ...], ...]
# spaCy's kinds (OntoNotes 5, and the four of CoNLL 2003 that other models have) -> ours
KINDS = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
KINDS |= {"MISC": "MISC", "NORP": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC"}


def relabelled(words: Words, text: str, sentences: Sequence[Sentence], names: str) -> Words:
    """``words`` with the names that ``names`` ("spacy:MODEL") finds in each sentence.

    Raises ValueError when there is no such program or model here.
    """
    model = backend(names)
    return tuple(
        one_sentence(row, list(found(model, text[s.start : s.end], s.start)))
        for s, row in zip(sentences, words, strict=True)
    )


@cache
def backend(names: str) -> Any:
    """The model of that name, opened once a process; a name that another read opened costs nothing."""
    program, _, model = names.partition(":")
    if program != "spacy" or not model:
        raise ValueError(f"names: expected spacy:MODEL, such as spacy:en_core_web_sm; not {names!r}")
    try:
        import spacy
    except ImportError:
        raise ValueError(f"names: {names!r} needs spaCy: pip install 'news-summariser[spacy]'") from None
    try:
        return spacy.load(model)
    except OSError:
        raise ValueError(
            f"names: there is no spaCy model {model!r} here: install it as spaCy's site says, or leave this out"
        ) from None


def found(model: Any, sentence: str, start: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, our kind) of each name of a sentence that begins at ``start``."""
    for name in model(sentence).ents:
        if name.label_ in KINDS:
            yield start + name.start_char, start + name.end_char, KINDS[name.label_]


def one_sentence(words: Sequence[Word], names: Sequence[tuple[int, int, str]]) -> tuple[Word, ...]:
    """The words of one sentence with these labels; a word that only touches a name belongs to it."""
    made: list[tuple[Word, tuple[int, int, str] | None]] = []
    for word in words:
        inside = next((name for name in names if name[0] < word.end and word.start < name[1]), None)
        goes_on = bool(made) and made[-1][1] == inside
        label = "O" if inside is None else f"{'I' if goes_on else 'B'}-{inside[2]}"
        made.append((word._replace(name=label), inside))
    return tuple(word for word, _ in made)
