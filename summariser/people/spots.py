"""Where in each sentence a mention may stand: the words that the rules for names, pronouns and roles are asked about.

All sentences are looked through at once, a column of words after the other, so that most words cost no rule anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain, compress, count
from operator import attrgetter, itemgetter, or_
from typing import NamedTuple

from summariser.model import Word
from summariser.people.known import Known, known
from summariser.short import short

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip
TEXT, LABEL, LETTER = attrgetter("text"), attrgetter("name"), itemgetter(0)


class Spots(NamedTuple):
    """The words of one sentence by number: those with a capital or a label of a name, the pronouns of the third
    person, the nouns for a person and for a body."""

    names: list[int]
    pronouns: list[int]
    persons: list[int]
    bodies: list[int]


as_spots = short(Spots)


def find_spots(sentences: Sequence[Sequence[Word]], facts: Known) -> list[Spots]:
    """The spots of each sentence."""
    every = list(chain.from_iterable(sentences))
    texts = list(map(TEXT, every))
    low = list(map(str.lower, texts))
    labelled = map("O".__ne__, map(LABEL, every))
    names = list(compress(count(), map(or_, labelled, map(str.isupper, map(LETTER, texts)))))
    spoken = list(compress(count(), map(spoken_of().__contains__, low)))
    columns = (
        names,
        [k for k in spoken if low[k] in PRONOUNS],
        [k for k in spoken if low[k] in facts.persons],
        [k for k in spoken if texts[k] in facts.body_nouns],
    )
    ends = list(accumulate(map(len, sentences)))
    return list(map(as_spots, zip(*[by_sentence(column, ends) for column in columns], strict=True)))


@cache
def spoken_of() -> frozenset[str]:
    """Every word in small letters that a pronoun, a noun for a person or one for a body may be."""
    return frozenset({*PRONOUNS, *known().persons, *map(str.lower, known().body_nouns)})


def by_sentence(column: Sequence[int], ends: Sequence[int]) -> list[list[int]]:
    """The same words, numbered within each sentence; ``ends``: how many words end with each."""
    found: list[list[int]] = [[] for _ in ends]
    starts = [0, *ends]
    for k in column:
        sentence = bisect_right(ends, k)
        found[sentence].append(k - starts[sentence])
    return found
