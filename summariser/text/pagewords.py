"""What the words of a page tell wherever they stand, a number a word: read once, remembered, counted in bulk.

From the lowest bit: the rules of furniture.py that the word calls, whether it is a function word, how often it talks to
the reader, how often it stands between readers' comments, and the number of its key: the word cut so that its forms
meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import count

import summariser.lexicon as lexicon
from summariser.text.furniture import CALLS, ENDS, EVERY, FIGURE, YEAR, YEAR_SIGN

YOU = frozenset(["you", "your", "yours", "our", "us", "we", "subscribe", "sign", "click", "get"])
THREAD = frozenset(["ago", "vote", "votes", "reply", "like", "likes"])
MARKS = ".,;:!?\"“”‘’'()[]"
SIGNS = "".join(sign for sign in CALLS if not sign.isalnum())
PIECE = re.compile(rf"\w+|[{re.escape(SIGNS)}]")
FUNCTION = EVERY.bit_length()  # the lowest bits of what a number holds
ADDRESS, ANSWERS, KEY = FUNCTION + 1, FUNCTION + 11, FUNCTION + 21
COUNT = (1 << 10) - 1  # the most that is counted of one word
CODE = CALLS["("]
PIECES = {
    piece: CALLS.get(piece, 0) | (piece in YOU) << ADDRESS | (piece in THREAD) << ANSWERS
    for piece in YOU | THREAD | CALLS.keys()
}
WHOLE = {
    word: PIECES.get(word, 0) | (word in lexicon.words("function-words")) << FUNCTION
    for word in lexicon.words("function-words") | PIECES.keys()
}


class Words(dict[str, int]):
    """The number of every word met, in lower case; keys are numbered as they come."""

    def __init__(self) -> None:
        self.forms: defaultdict[str, int] = defaultdict(count(1 << KEY, 1 << KEY).__next__)

    def __missing__(self, word: str) -> int:
        if word.isalpha():
            found, bare = WHOLE.get(word, 0), word
        else:
            bare = word.strip(MARKS)
            found = PIECES.get(bare, 0) | ENDS.get(word[-1], 0) if bare.isalpha() else pieces(word)
            if "(" in word or word[-1] == ";":
                found |= CODE
        if len(word) > 4 and bare:
            found |= self.forms[bare[:7]]
        self[word] = found
        return found


def keys(low: str) -> frozenset[str]:
    """The keys of the longer words of a line in lower case."""
    return frozenset(bare[:7] for word in low.split() if len(word) > 4 and (bare := word.strip(MARKS)))


def pieces(word: str) -> int:
    """What a word with figures or signs within tells: that of the words between these, and the signs' own."""
    calls, counts = ENDS.get(word[-1], 0), 0
    for piece in PIECE.findall(word)[:COUNT]:
        told = PIECES.get(piece, 0)
        if told:
            calls |= told & EVERY
            counts += told & ~EVERY
        elif not piece.isalpha():
            calls |= CALLS[FIGURE]
    if YEAR_SIGN.search(word):
        calls |= CALLS[YEAR] | CALLS[FIGURE]
    return calls | counts
