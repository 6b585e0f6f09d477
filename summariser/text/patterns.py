"""Patterns of what a model sees: a mark, then parts, each a column at a place: ``rb low:first-1``, ``-gg kind-1 kind``.

One row of words, many columns ("low", "kind" ...); places are named ("first", "last" of a run; "at" where a part names
none).  The strings of a pattern are the mark and its parts with spaces between; their keys come from those of the mark
and the parts.  Training writes strings, the reading only keys: the same functions make both, a ``Way`` says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from summariser.text.crf import Numbers, joined, keys
from summariser.text.spellings import Facts

PART = re.compile(r"(?P<column>[a-z]+)(?::(?P<place>[a-z]+))?(?P<offset>[+-]\d)?")
Symbols = NDArray[Any]  # strings, or their keys


class Way(NamedTuple):
    """How strings are written (``word``) and put together (``join``)."""

    word: Callable[[Sequence[str]], Symbols]
    join: Callable[[Symbols, Symbols], Symbols]


AS_KEYS = Way(keys, joined)
AS_STRINGS = Way(lambda words: np.array(words, object), lambda first, last: first + " " + last)


COLUMNS = (*Facts._fields, "kind", "tag", "shouted", "upper", "few", "several", "since", "until")
PLACES = ("at", "first", "last")
Level = tuple[Numbers, Numbers, Numbers, Numbers]  # patterns, and of each the column, place and offset of its next part


def told(patterns: tuple[str, ...], way: Way, columns: Symbols, places: Numbers) -> Symbols:
    """What each of the patterns says: patterns x places.

    ``columns``: a row for each of COLUMNS; ``places``: a row for each of PLACES."""
    marks, levels = parsed(patterns, way)
    found = np.repeat(marks[:, None], places.shape[1], axis=1)
    for which, column, place, offset in levels:
        found[which] = way.join(found[which], columns[column[:, None], places[place] + offset[:, None]])
    return found


@cache
def parsed(patterns: tuple[str, ...], way: Way) -> tuple[Symbols, list[Level]]:
    """The marks of the patterns; their first parts, their second parts ..."""
    marks, *parts = zip_longest(*(pattern.split(" ") for pattern in patterns))
    return way.word(marks), [level(row) for row in parts]


def level(parts: Sequence[str | None]) -> Level:
    """The parts of the patterns that have one."""
    which = [i for i, part in enumerate(parts) if part]
    found = [PART.fullmatch(part) for part in parts if part]
    rows = [(COLUMNS.index(m["column"]), PLACES.index(m["place"] or "at"), int(m["offset"] or 0)) for m in found if m]
    column, place, offset = np.array(rows).T
    return np.array(which), column, place, offset
