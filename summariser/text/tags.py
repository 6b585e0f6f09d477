"""Parts of speech (Penn Treebank tags) for all sentences of an article at once.

What a word adds to the score of each tag hangs on spellings alone: its own, and how its neighbours look.  So the scores
of an article are sums of rows looked up by the numbers of its spellings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from summariser.lexicon import rows
from summariser.text.crf import Numbers, Scores, best_labels, joined, model
from summariser.text.features import BESIDE
from summariser.text.spellings import MEMORY, Laid, laid_out

DESCRIBING = ("JJ", "NN", "NNS", "NNP", "POS", "PRP$")
NO_NOUN = ("VBD", "VBZ", "VBP", "MD", "IN", "TO", "POS", "WP", ",", ".", ":")


def tags(sentences: Sequence[Sequence[str]]) -> list[str]:
    """The part of speech of every word of all sentences in a row."""
    lengths = np.array([len(words) for words in sentences if words], np.intp)
    if not len(lengths):
        return []
    words = list(chain.from_iterable(sentences))
    found = best_tags(laid_out(MEMORY.room_for(words), words, lengths))
    return list(map(model("tags").labels.__getitem__, found.tolist()))


def best_tags(laid: Laid) -> Numbers:
    """The number of the part of speech of every word."""
    return best_labels(model("tags"), scores(laid), laid.lengths)


def scores(laid: Laid) -> Scores:
    """What speaks for each tag of each word: a row a word, a column a tag."""
    met, numbers, place, _ = laid
    found, rows = met.own.take(numbers[place], axis=0), met.model.scores
    for k, (offset, _) in enumerate(BESIDE):
        found += rows.take(met.beside[numbers[place + offset], k], axis=0)
    opening, itself, closing = met.parts[numbers].T
    pairs = met.model.rows_of(
        np.stack([joined(opening[place - 1], itself[place]), joined(itself[place], closing[place + 1])])
    )
    for row in pairs:
        known = np.flatnonzero(row)
        found[known] += rows[row[known]]
    return found


def noun_heads(found: Numbers, words: Sequence[str]) -> Numbers:
    """``found`` with nouns for people that were taken for adjectives put right: "the chief executive, Ann Lee", "its
    top executive said"; one that a noun follows stays ("executive pay"), and so does "is independent"."""
    adjective, describes, no_noun = kinds()
    after = np.append(no_noun[found[1:]], True)
    likely = np.flatnonzero((found[1:] == adjective) & describes[found[:-1]] & after[1:]) + 1
    heads = [k for k in likely.tolist() if words[k] in persons()]
    if heads:
        found = found.copy()
        found[heads] = model("tags").labels.index("NN")
    return found


@cache
def kinds() -> tuple[int, NDArray[np.bool_], NDArray[np.bool_]]:
    """The number of the adjective, and of each tag whether it describes a noun behind it and whether none begins."""
    labels = model("tags").labels
    return labels.index("JJ"), np.isin(labels, DESCRIBING), np.isin(labels, NO_NOUN)


@cache
def persons() -> frozenset[str]:
    """Nouns for people, "executive"."""
    return frozenset(row["noun"] for row in rows("persons"))
