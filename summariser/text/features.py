"""What the taggers see of a word: strings that python-crfsuite knows by name.

A word's own strings are made once for each spelling and kept; tags and names share them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

LETTERS = re.compile(r"[^\W\d_]")


def shape(word: str) -> str:
    """The outline of a word, runs shortened: ``Xx`` ``XX`` ``d,d`` ``x-x``."""
    marks = ["d" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:24]]
    return "".join(c for i, c in enumerate(marks) if i == 0 or marks[i - 1] != c)


def clean(word: str) -> str:
    """``word`` cut to a length that can matter, with only characters that UTF-8 can hold."""
    return word[:40].replace("’", "'").encode("utf-8", "replace").decode()


@lru_cache(maxsize=60_000)
def own(word: str) -> tuple[str, ...]:
    """What one word shows by itself."""
    word = clean(word)
    low = word.lower()
    return (
        "b",
        f"w={low}",
        f"s={shape(word)}",
        f"3={low[-3:]}",
        f"2={low[-2:]}",
        f"1={low[-1:]}",
        f"p={low[:3]}",
    )


@lru_cache(maxsize=60_000)
def beside(word: str) -> tuple[str, str, str, str]:
    """What a word tells of its neighbours: the strings for the word after it, then for the word before it."""
    word = clean(word)
    low = word.lower()
    outline = shape(word)
    return f"-w={low}", f"-s={outline}{low[-3:]}", f"+w={low}", f"+s={outline}{low[-3:]}"


def features(words: Sequence[str]) -> list[list[str]]:
    """The strings of each word of a sentence."""
    around = [("-w=<", "-s=<", "+w=<", "+s=<"), *map(beside, words), ("-w=>", "-s=>", "+w=>", "+s=>")]
    return [[*own(word), *around[i][:2], *around[i + 2][2:]] for i, word in enumerate(words)]


def with_tags(seen: list[list[str]], tags: Sequence[str]) -> list[list[str]]:
    """The same strings with the parts of speech at and beside each word."""
    around = ["<", *tags, ">"]
    return [
        [*mine, f"t={tag}", f"-t={around[i]}", f"+t={around[i + 2]}"]
        for i, (mine, tag) in enumerate(zip(seen, tags, strict=True))
    ]
