"""What the words of a page tell wherever they stand, a number a word: read once, remembered, counted in bulk.

From the lowest bit: the rules of furniture.py that the word calls, whether it is a function word, how often it talks to
the reader, how often it stands between readers' comments, and the number of its key: the word cut so that its forms
meet.
"""

from __future__ import annotations

import re
from itertools import count

import summariser.lexicon as lexicon
from summariser.text.furniture import CALLS, EVERY, FIGURE, SIGN

YOU = frozenset(["you", "your", "yours", "our", "us", "we", "subscribe", "sign", "click", "get"])
THREAD = frozenset(["ago", "vote", "votes", "reply", "like", "likes"])
MARKS = ".,;:!?\"“”‘’'()[]"
SIGNS = "".join(sign for sign in CALLS if not sign.isalnum() and sign != SIGN)
PIECE = re.compile(rf"\w+|[{re.escape(SIGNS)}]")
FUNCTION = EVERY.bit_length()  # the lowest bits of what a number holds
ADDRESS, ANSWERS, KEY = FUNCTION + 1, FUNCTION + 11, FUNCTION + 21
COUNT = (1 << 10) - 1  # the most that is counted of one word
MARKED = CALLS[SIGN]
MARKED_CODE = MARKED | CALLS["("]
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
        self.keys_met: dict[str, int] = {}
        self.next = count(1)

    def __missing__(self, word: str) -> int:
        bare = word if word.isalpha() else word.strip(MARKS)
        if bare is word:
            found = WHOLE.get(word, 0) if word.isalpha() else pieces(word)
        elif bare.isalpha():
            found = PIECES.get(bare, 0) | (MARKED_CODE if "(" in word or word[-1] == ";" else MARKED)
        else:
            found = pieces(word)
        if len(word) > 4 and bare:
            found |= self.keys_met.setdefault(bare[:7], next(self.next)) << KEY
        self[word] = found
        return found


def pieces(word: str) -> int:
    """What a word with figures or signs within tells: that of the words between these, and the signs' own."""
    calls, counts = MARKED, 0
    for piece in PIECE.findall(word)[:COUNT]:
        told = PIECES.get(piece, 0)
        if told:
            calls |= told & EVERY
            counts += told & ~EVERY
        elif not piece.isalpha():
            calls |= CALLS[FIGURE]
    return calls | counts
