"""What the part-of-speech tagger sees of a word: strings that its model knows.

Common words show little but themselves, which is
enough for them and makes the tagger fast; rarer ones show their shape and ending too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from summariser.lexicon import words as listed
from summariser.short import short


class Marks(dict[int, str]):
    """Character -> its mark in an outline: ``X`` ``x`` ``d`` or itself; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        c = chr(code)
        self[code] = "d" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c
        return self[code]


MARKS = Marks()


def shape(word: str) -> str:
    """The outline of a word, runs shortened: ``Xx`` ``X`` ``d,d`` ``x-x``."""
    return shortened(word[:24].translate(MARKS))


@lru_cache(maxsize=10_000)
def shortened(marks: str) -> str:
    """``marks`` with one of each run."""
    return "".join([mark for mark, _ in groupby(marks)])


def clean(word: str) -> str:
    """``word`` cut to a length that can matter, with only characters that UTF-8 can hold."""
    word = word[:40].replace("’", "'")
    return word if word.isascii() else word.encode("utf-8", "replace").decode()


class Sight(NamedTuple):
    """A word as models see it: cleaned, in small letters, its outline, whether it is common."""

    word: str
    low: str
    outline: str
    common: bool


as_sight = short(Sight)


def see(word: str) -> Sight:
    """What everything below hangs on."""
    word = clean(word)
    low = word.lower()
    return as_sight((word, low, shape(word), low in listed("common-words")))


def own(sight: Sight) -> tuple[str, ...]:
    """What one word shows by itself."""
    word, low, outline, common = sight
    if common:
        return (f"w={low}",) if word == low else (f"w={low}", f"c={outline}|{low}")
    return f"w={low}", f"s={outline}", f"3={low[-3:]}", f"2={low[-2:]}", f"4={low[-4:]}", f"S={outline}{low[-2:]}"


def look(sight: Sight) -> str:
    """A word as its neighbours see it: itself where it is common, else its outline and ending."""
    return sight.low if sight.common else sight.outline + sight.low[-3:]


START, END = "<", ">"  # the looks of the ends of a sentence
BESIDE = ((-1, "-"), (1, "+"), (-2, "--"), (2, "++"))  # where a neighbour stands, and the mark of the string for it


def features(words: Sequence[str]) -> list[list[str]]:
    """The strings of each word of a sentence: its own, its neighbours', those of the pairs it makes with them."""
    sights = list(map(see, words))
    seen = [START, START, *map(look, sights), END, END]
    return [
        [
            *own(sight),
            f"-{seen[i + 1]}",
            f"+{seen[i + 3]}",
            f"-{seen[i + 1]} {seen[i + 2]}",
            f"{seen[i + 2]} {seen[i + 3]}+",
            f"--{seen[i]}",
            f"++{seen[i + 4]}",
        ]
        for i, sight in enumerate(sights)
    ]
