"""What the words of a page tell wherever they stand: read from all of its characters at once, counted a line.

A word is a run of letters and figures; it is known by its number, a polynomial in its characters (Karp and Rabin 1987),
which comes for all words of a page from one sum over its characters.  Of each line it is told which rules of
``furniture.py`` its words and signs call, how many function words it has, how often it talks to the reader, how often
it says what stands between readers' comments, and the keys of its longer words: the first letters, so that forms meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import summariser.lexicon as lexicon
from summariser.text.furniture import CALLS, ENDS, EVERY, FIGURE

YOU = frozenset(["you", "your", "yours", "our", "us", "we", "subscribe", "sign", "click", "get"])
THREAD = frozenset(["ago", "vote", "votes", "reply", "like", "likes"])
SHORTEST, LONGEST = 3, 6  # letters: longer words have a key, which is no longer
CALLED = EVERY.bit_length()  # bits for the rules that a word or a sign calls, the lowest of its number
FUNCTION, ADDRESS, ANSWERS = (1 << bit for bit in range(CALLED, CALLED + 3))  # what else a word may be
LETTER, BLANK = (1 << bit for bit in range(2 * CALLED, 2 * CALLED + 2))  # a sign: after what it calls at a word's end
TABLED = 0x3001  # characters with a place in the table of signs, the last blank among them; later ones count as letters
BASE = 0x9E3779B97F4A7C15  # of the polynomial; odd, so that it can be divided by
ROUND = 1 << 64
Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]


class Told(NamedTuple):
    """Of each line how many ``words`` stand between its blanks, the rules it ``calls``, how many words are ``function``
    words, ``address`` the reader, stand in a ``thread``, and how many ``keys`` it has; and each ``key`` (numbered from
    one) with each ``line`` that holds it, once."""

    words: Numbers
    calls: Numbers
    function: Numbers
    address: Numbers
    thread: Numbers
    keys: Numbers
    key: Numbers
    line: Numbers


def tell(lows: Sequence[str]) -> Told:
    """What the words of each of the lines tell, given in lower case."""
    page = "\n" + "\n".join(lows) + "\n"
    chars, count = codes(page), len(lows)
    bounds = np.cumsum([1, *[len(low) + 1 for low in lows]])
    signs = sign_table().take(chars, mode="clip")
    starts, ends = stretches(signs & LETTER > 0)
    blanks = signs & BLANK > 0
    words = np.diff(np.searchsorted(np.flatnonzero(blanks[:-1] > blanks[1:]) + 1, bounds))
    line, whole, keyed = lines_of(starts, bounds), *hashes(chars, starts, ends)
    known = numbers(whole)
    calls = called(signs, blanks, bounds)
    np.bitwise_or.at(calls, line, known & EVERY)
    function, address, thread = (
        np.bincount(line[known & what > 0], minlength=count) for what in (FUNCTION, ADDRESS, ANSWERS)
    )
    return Told(words, calls, function, address, thread, *held(keyed, line[ends - starts > SHORTEST], count))


def codes(text: str) -> NDArray[np.uint32]:
    """The characters of a text as numbers."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def stretches(inside: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Where the stretches of characters that are ``inside`` start and end; neither the first nor the last one is."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2]


def lines_of(places: Numbers, bounds: Numbers) -> Numbers:
    """The lines of ``places`` in order, given where each line starts, and the end."""
    return np.repeat(np.arange(len(bounds) - 1), np.diff(np.searchsorted(places, bounds)))


def hashes(chars: NDArray[np.uint32], starts: Numbers, ends: Numbers) -> tuple[Hashes, Hashes]:
    """The number of each word, and of each longer word that of its first letters."""
    powers, inverse = powers_of(len(chars).bit_length())
    sums = np.zeros(len(chars) + 1, np.uint64)
    np.cumsum(chars * powers[: len(chars)], out=sums[1:])
    before, down = sums[starts], inverse[starts]
    first = (sums[np.minimum(ends, starts + LONGEST)] - before) * down
    return (sums[ends] - before) * down, first[ends - starts > SHORTEST]


@lru_cache(maxsize=4)
def powers_of(bits: int) -> tuple[Hashes, Hashes]:
    """The first powers of the polynomial's base, as many as ``bits`` bits can count, and of its inverse."""
    up, down = (np.full(1 << bits, base, np.uint64) for base in (BASE, pow(BASE, -1, ROUND)))
    return np.cumprod(up), np.cumprod(down)


@cache
def sign_table() -> Numbers:
    """What each character is and which rules it calls, anywhere and at the end of a word."""
    return np.array([*map(sign, map(chr, range(TABLED))), LETTER])


def sign(char: str) -> int:
    """The number of one character."""
    if char.isalnum() or char == "_":
        return LETTER if char.isalpha() else LETTER | CALLS[FIGURE]
    return CALLS.get(char, 0) | ENDS.get(char, 0) << CALLED | (BLANK if char.isspace() else 0)


def numbers(whole: Hashes) -> Numbers:
    """What each word is known for, or 0."""
    known, told = word_table()
    place = np.searchsorted(known, whole)
    return np.where(known[place] == whole, told[place], 0)


@cache
def word_table() -> tuple[Hashes, Numbers]:
    """The known words in the order of their hashes, which one that no word has ends, and what each is known for."""
    function = lexicon.words("function-words")
    words = sorted(word for word in function | YOU | THREAD | CALLS.keys() if word.isalnum())
    told = [
        CALLS.get(word, 0) | FUNCTION * (word in function) | ADDRESS * (word in YOU) | ANSWERS * (word in THREAD)
        for word in words
    ]
    page = codes("\n" + "\n".join(words) + "\n")
    found, _ = hashes(page, *stretches(page != codes("\n")))
    order = np.argsort(found)
    return np.append(found[order], np.uint64(ROUND - 1)), np.array([*np.array(told)[order], 0])


def called(signs: Numbers, blanks: NDArray[np.bool_], bounds: Numbers) -> Numbers:
    """The rules that the signs and figures of each line call."""
    marks = np.flatnonzero(signs & (LETTER - 1))
    calls, found = signs[marks], np.zeros(len(bounds) - 1, np.int64)
    calls = calls & EVERY | np.where(blanks[marks + 1], calls >> CALLED & EVERY, 0)
    np.bitwise_or.at(found, lines_of(marks, bounds), calls)
    return found


def held(keyed: Hashes, line: Numbers, count: int) -> tuple[Numbers, Numbers, Numbers]:
    """How many keys each of ``count`` lines has; each key, numbered, with each line that holds it, once."""
    bits = count.bit_length()  # the lowest of a hash, which give way to the line's number so that both sort as one
    pairs = np.sort(keyed >> np.uint64(bits) << np.uint64(bits) | line.astype(np.uint64))
    pairs = pairs[is_new(pairs)]
    lines = (pairs & np.uint64((1 << bits) - 1)).astype(np.int64)
    key = np.cumsum(is_new(pairs >> np.uint64(bits)), dtype=np.int64)
    return np.bincount(lines, minlength=count), key, lines


def is_new(ordered: Hashes) -> NDArray[np.bool_]:
    """Whether each of the values is another than the one before it."""
    new = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def shared(told: Told, tellers: NDArray[np.bool_], others: bool = False) -> Numbers:
    """For each line how many of its keys the lines ``tellers`` hold; ``others``: itself apart."""
    teller = tellers[told.line]
    counts = np.bincount(told.key[teller], minlength=1 + len(told.key))
    again = counts[told.key] > (teller if others else 0)
    return np.bincount(told.line[again], minlength=len(tellers))
