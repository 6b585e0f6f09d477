"""Words that are used alike: two classes for each of some 64,000 words, one by meaning, one by the name it may be.

"striker" and "goalkeeper" share the first, "Pfizer" and "Nokia" the second, so that what the names model learnt of one
holds for the other.  Where the classes come from: lexicon/SOURCES.toml.
"""

from __future__ import annotations

from functools import cache

from summariser.lexicon import packed

UNKNOWN = ("?", "?")


@cache
def word_classes() -> dict[str, tuple[str, str]]:
    """Word in small letters -> its class by meaning, its class by the name it may be."""
    found: dict[str, tuple[str, str]] = {}
    for line in packed("word-classes").splitlines():
        sense, sort, *words = line.split(" ")
        found |= dict.fromkeys(words, (sense, sort))
    return found
