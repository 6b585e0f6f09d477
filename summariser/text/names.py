"""What the names model sees of a word: much of a capitalised word, little of any other.

Beside the word and its neighbours it sees the run of capitalised words that the word stands in: how it begins and
ends ("... Works", "University of ..."), what comes before and after it.  Words are seen as themselves, as what our
lists say of them, and as the classes of words that are used alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summariser.text.crf import Model, Numbers, Scores, best_labels, keys, model
from summariser.text.features import END, START, see
from summariser.text.gazetteer import phrases
from summariser.text.patterns import AS_KEYS, AS_STRINGS, COLUMNS, PLACES, Symbols, Way, told
from summariser.text.spellings import EDGE, MEMORY, Facts, Laid, facts, laid_out

# What is seen of a word without a capital; beside a run; of one in the run that goes from ``first`` to ``last``, where
# "kind" are the letters of our lists, else the part of speech; of one in a run after "the", "of" ...; of one
# in a sentence that is mostly capitalised; of one in a run again.
FAR = ("w low",)
NEAR = ("-g kind-1", "+g kind+1", "j kind-1 low kind+1")
IN_RUN = (
    "w low", "s outline", "3 three", "2 two", "p front", "sh shouted upper kind",
    "cap", "rl low:last", "rlg kind:last", "rf kind:first several", "rg kind:first kind:last few", "ra low:last+1",
    "rb low:first-1", "rc low:first-2 low:first-1", "rd low:last+1 low:last+2", "rls sense:last", "ras sense:last+1",
    "rbs sense:first-1", "rly sort:last few", "rfy sort:first sort:last",
)  # fmt: skip
LINKED = ("rp low:first-1 kind:first-2 kind:last",)
SHOUTED = ("H",)
BESIDE = (
    "t tag", "g kind", "-g kind-1", "+g kind+1", "-gg kind-1 kind", "+gg kind kind+1", "-w low-1", "+w low+1",
    "k sense", "-k sense-1", "+k sense+1", "y sort", "-y sort-1 sort", "+y sort sort+1", "ri since until",
)  # fmt: skip
LOW, LETTERS, KIND, TAG = map(COLUMNS.index, ("low", "letters", "kind", "tag"))
FLAGS, COUNTS = slice(-6, -4), slice(-4, None)  # the last columns


class Runs(NamedTuple):
    """The words in runs of capitalised words, where the run of each begins and ends, whether it comes after a link,
    whether its sentence is mostly capitalised; the words ``near`` a run and all that are not in one."""

    inside: Numbers
    first: Numbers
    last: Numbers
    linked: NDArray[np.bool_]
    shouted: NDArray[np.bool_]
    near: Numbers
    outside: Numbers


Group = tuple[Symbols, Numbers]  # what is seen, patterns x words; of which words


def best_names(laid: Laid, words: Sequence[str], tags: Numbers) -> Numbers:
    """The number of the name label of every word, given the numbers of the parts of speech."""
    return best_labels(model("names"), scores(laid, words, tags), laid.lengths)


def scores(laid: Laid, words: Sequence[str], tags: Numbers) -> Scores:
    """What speaks for each name label of each word: a row a word, a column a label."""
    columns = np.zeros((len(COLUMNS), len(laid.numbers)), np.uint64)
    columns[: len(Facts._fields)] = laid.met.facts.take(laid.numbers, axis=0).T
    found = summed(model("names"), groups(laid, words, tag_keys()[tags], columns, AS_KEYS), len(laid.numbers))
    return found[laid.place]


@cache
def tag_keys() -> Symbols:
    """The keys of the parts of speech by number."""
    return keys(model("tags").labels)


def summed(chosen: Model, seen: Sequence[Group], words: int) -> Scores:
    """The sums of what is seen of each word."""
    found = np.zeros((words, len(chosen.labels)), np.float32)
    rows = chosen.rows_of(np.concatenate([symbols.ravel() for symbols, _ in seen]))
    for symbols, at in seen:
        here, rows = rows[: symbols.size], rows[symbols.size :]
        found[at] += chosen.scores.take(here.reshape(symbols.shape), axis=0).sum(axis=0)
    return found


def name_features(words: Sequence[str], tags: Sequence[str]) -> list[list[str]]:
    """The strings of each word of a sentence, given its parts of speech."""
    laid = laid_out(MEMORY.room_for(words), words, np.array([len(words)]))
    columns = np.full((len(COLUMNS), len(laid.numbers)), "", object)
    known = [facts(word, see(word)) for word in (START, START, *words, END, END)]
    columns[: len(Facts._fields)] = np.array(known, object).T
    found: list[list[str]] = [[] for _ in laid.numbers]
    for symbols, at in groups(laid, words, np.array(tags, object), columns, AS_STRINGS):
        for i, strings in zip(at.tolist(), symbols.T.tolist(), strict=True):
            found[i] += strings
    return found[EDGE:-EDGE]


def groups(laid: Laid, words: Sequence[str], tags: Symbols, columns: Symbols, way: Way) -> list[Group]:
    """What is seen of all words, written in this way; ``columns`` have the facts of spellings."""
    capital, upper, links, opens = laid.met.signs.take(laid.numbers, axis=0).T
    for i, letters in names_listed(words, laid.place, (capital & opens)[laid.place]):
        capital[i], columns[LETTERS, i] = True, way.word([letters])[0]
    columns[KIND], columns[TAG, laid.place] = columns[LOW], tags
    columns[KIND, laid.place] = np.where(capital[laid.place], columns[LETTERS, laid.place], tags)
    runs = runs_of(laid, capital, links)
    size, start = runs.last - runs.first + 1, runs.inside - runs.first
    columns[COUNTS, runs.inside] = way.word(list("01234"))[
        np.minimum((size, size, start, size - 1 - start), [[3], [4], [3], [3]])
    ]
    columns[FLAGS, runs.inside] = way.word(["False", "True"])[np.stack([runs.shouted, upper[runs.inside]]).astype(int)]
    places = np.stack([runs.inside, runs.first, runs.last])
    return [
        group(FAR, way, columns, np.stack([runs.outside] * len(PLACES))),
        group(NEAR, way, columns, np.stack([runs.near] * len(PLACES))),
        group(IN_RUN, way, columns, places),
        group(LINKED, way, columns, places[:, runs.linked]),
        group(SHOUTED, way, columns, places[:, runs.shouted]),
        group(BESIDE, way, columns, places),
    ]


def group(patterns: tuple[str, ...], way: Way, columns: Symbols, places: Numbers) -> Group:
    """What these patterns say of the words at these places."""
    return told(patterns, way, columns, places), places[0]


def names_listed(words: Sequence[str], place: Numbers, opens: NDArray[np.bool_]) -> list[tuple[int, str]]:
    """The place and the letters of each word of a name of several words in our lists; ``opens``: may begin one."""
    found: list[tuple[int, str]] = []
    for i in np.flatnonzero(opens).tolist():
        for name, letter in phrases()[words[i]].items():
            end = i + len(name)
            if tuple(words[i:end]) == name and place[end - 1] - place[i] == len(name) - 1:
                found += [(int(place[i]) + k, f"{letter}{min(k + 1, 2)}") for k in range(len(name))]
    return found


def runs_of(laid: Laid, capital: NDArray[np.bool_], links: NDArray[np.bool_]) -> Runs:
    """The runs of capitalised words; the ends of sentences part them."""
    edges = np.flatnonzero(capital[1:] != capital[:-1])
    first, last = edges[::2] + 1, edges[1::2]
    of = np.repeat(np.arange(len(first)), last - first + 1)
    starts = laid.place[laid.lengths.cumsum() - laid.lengths]
    capitals = np.add.reduceat(capital, starts, dtype=int)
    loud = (capitals * 2 > laid.lengths) & (laid.lengths > 3)
    sentence = starts.searchsorted(first, "right") - 1
    linked = links[first - 1] & (first - starts[sentence] > 1)
    beside = np.zeros(len(capital), bool)
    beside[first - 1] = beside[last + 1] = True
    inside, real = np.flatnonzero(capital), np.zeros(len(capital), bool)
    real[laid.place] = True
    return Runs(
        inside, first[of], last[of], linked[of], loud[sentence][of],
        np.flatnonzero(beside & real), np.flatnonzero(real & ~capital),
    )  # fmt: skip
