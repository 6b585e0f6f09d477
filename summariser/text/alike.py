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
    cells = packed("word-classes").split()
    made = {pair: (pair.split(".")[0], pair.split(".")[1]) for pair in set(cells[1::2])}
    return dict(zip(cells[::2], map(made.__getitem__, cells[1::2]), strict=True))
