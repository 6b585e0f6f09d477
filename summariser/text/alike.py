"""Words that are used alike: two classes for each of some 64,000 words, one by meaning, one by the name it may be.

"striker" and "goalkeeper" share the first, "Pfizer" and "Nokia" the second, so that what the names model learnt of one
holds for the other.  Where the classes come from: lexicon/SOURCES.toml.  The file has three lines: the words in order,
then for each word two hexadecimal digits of its first class, then of its second.  Only words that are met are looked
up: a table of all would take longer to fill than the trained weights take to load.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from summariser.lexicon import packed

UNKNOWN = ("?", "?")


@cache
def listed() -> tuple[tuple[str, ...], str, str]:
    """The words in order, and the digits of their classes.  A tuple: a list of so many words Python's collector of
    rubbish would go through each time it looks at all there is."""
    words, senses, sorts = packed("word-classes").split("\n")
    return tuple(words.split(" ")), senses, sorts


def word_class(word: str) -> tuple[str, str]:
    """A word in small letters -> its class by meaning, its class by the name it may be; ``UNKNOWN`` if not listed."""
    words, senses, sorts = listed()
    at = bisect_left(words, word)
    if at == len(words) or words[at] != word:
        return UNKNOWN
    digits = slice(2 * at, 2 * at + 2)
    return str(int(senses[digits], 16)), str(int(sorts[digits], 16))
