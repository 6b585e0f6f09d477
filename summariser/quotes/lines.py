"""A paragraph as the quote rules see it: words in a row, each inside a stretch, on a mark or outside.

The words outside are the narration: there the speakers and the verbs of speech are looked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from summariser.model import Block, Sentence, Span, Word

NARRATION, MARK = -1, -2
MARKS = frozenset("\"“”„‟«»'‘’`")


STOPS = frozenset(".?!")


class Line(NamedTuple):
    """``where[i]`` is the index of the stretch that word ``i`` stands in, or NARRATION or MARK; ``sentence[i]`` the
    index of its sentence; ``said[i]`` and ``stops[i]`` count the narration words and the full stops before word ``i``.
    ``headline`` is set for headlines and the first line.
    ``stretches`` are (index, first word, word after the last) of each stretch in the paragraph."""

    block: int
    words: tuple[Word, ...]
    where: tuple[int, ...]
    sentence: tuple[int, ...]
    said: tuple[int, ...]
    stops: tuple[int, ...]
    stretches: tuple[tuple[int, int, int], ...]
    headline: bool = False

    def narrated(self, i: int) -> bool:
        """Whether word ``i`` exists and stands outside quotation marks."""
        return 0 <= i < len(self.words) and self.where[i] == NARRATION


def lay_lines(
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    words: Sequence[tuple[Word, ...]],
    stretches: Sequence[Span],
) -> tuple[Line, ...]:
    """One Line for each paragraph that has words, in reading order."""
    spoken: dict[int, list[Word]] = {}
    numbers: dict[int, list[int]] = {}
    for number, (sentence, its_words) in enumerate(zip(sentences, words, strict=True)):
        spoken.setdefault(sentence.block, []).extend(its_words)
        numbers.setdefault(sentence.block, []).extend([number] * len(its_words))
    starts = [s.start for s in stretches]
    lines: list[Line] = []
    for block, row in sorted(spoken.items()):
        if row:
            first = bisect_left(starts, blocks[block].start)
            last = bisect_right(starts, blocks[block].end)
            headline = blocks[block].role == "headline" or not lines
            lines.append(lay_line(block, row, numbers[block], stretches, range(first, last), headline))
    return tuple(lines)


def lay_line(
    block: int, row: list[Word], sentence: list[int], stretches: Sequence[Span], numbers: range, headline: bool
) -> Line:
    """The Line of one paragraph; ``numbers`` are the stretches that lie in it."""
    words = tuple(row)
    texts = [word.text for word in words]
    where = locate(words, texts, stretches, numbers)
    ended = list(map(STOPS.__contains__, texts))
    if not numbers and MARK not in where:
        said: tuple[int, ...] = tuple(range(len(words) + 1))
        found: tuple[tuple[int, int, int], ...] = ()
    else:
        said, found = (0, *accumulate(map(NARRATION.__eq__, where))), extents(where)
        ended = [stop and place == NARRATION for stop, place in zip(ended, where, strict=True)]
    return Line(block, words, where, tuple(sentence), said, (0, *accumulate(ended)), found, headline)


def extents(where: tuple[int, ...]) -> tuple[tuple[int, int, int], ...]:
    """(index, first word, word after the last) of each stretch, by the places of the words."""
    back = where[::-1]
    return tuple((k, where.index(k), len(where) - back.index(k)) for k in sorted({*where} - {NARRATION, MARK}))


def locate(words: Sequence[Word], texts: Sequence[str], stretches: Sequence[Span], numbers: range) -> tuple[int, ...]:
    """For each word the index of its stretch, or MARK, or NARRATION."""
    if not numbers:
        return tuple([MARK if text in MARKS else NARRATION for text in texts])
    where = [MARK if text[0] in MARKS and not text[1:].isalpha() else NARRATION for text in texts]
    starts, ends = [word.start for word in words], [word.end for word in words]
    for k in reversed(numbers):  # a word that two stretches share is the first one's
        first, last = bisect_right(ends, stretches[k].start), bisect_left(starts, stretches[k].end)
        where[first:last] = [k] * (last - first)
    return tuple(where)
