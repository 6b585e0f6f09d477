"""A paragraph as the quote rules see it: words in a row, each inside a stretch, on a mark or outside.

The words outside are the narration: there the speakers and the verbs of speech are looked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, count
from operator import and_, itemgetter
from typing import NamedTuple

from summariser.model import Block, Sentence, Span, Word

NARRATION, MARK = -1, -2
MARKS = frozenset("\"“”„‟«»'‘’`")
STOPS = frozenset(".?!")
LETTER = itemgetter(0)  # the first of a word


class Line(NamedTuple):
    """``where[i]`` is the index of the stretch that word ``i`` stands in, or NARRATION or MARK; ``sentence[i]`` the
    index of its sentence; ``said[i]`` and ``stops[i]`` count the narration words and the full stops before word ``i``.
    ``headline`` is set for headlines and the first line; ``texts``, ``tags`` and ``names`` are columns of the words.
    ``stretches`` are (index, first word, word after the last) of each stretch in the paragraph, ``opened`` and
    ``closed`` these two words alone."""

    block: int
    words: tuple[Word, ...]
    texts: tuple[str, ...]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    where: tuple[int, ...]
    sentence: tuple[int, ...]
    said: tuple[int, ...]
    stops: tuple[int, ...]
    stretches: tuple[tuple[int, int, int], ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    headline: bool = False

    def narrated(self, i: int) -> bool:
        """Whether word ``i`` exists and stands outside quotation marks."""
        return 0 <= i < len(self.words) and self.where[i] == NARRATION

    def quoted(self, low: int, high: int) -> int:
        """How many stretches reach into words ``low`` to ``high``."""
        return max(0, bisect_left(self.opened, high) - bisect_right(self.closed, low)) if self.opened else 0


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
    starts, ends, texts, tags, names = zip(*row, strict=True)
    where, found = locate(starts, ends, texts, stretches, numbers)
    ended = map(STOPS.__contains__, texts)
    if not found and MARK not in where:
        said: tuple[int, ...] = tuple(range(len(row) + 1))
    else:
        narrated = list(map(NARRATION.__eq__, where))
        said, ended = (0, *accumulate(narrated)), map(and_, ended, narrated)
    stops = (0, *accumulate(ended))
    opened, closed = tuple([a for _, a, _ in found]), tuple([b for _, _, b in found])
    return Line(
        block, tuple(row), texts, tags, names, where, tuple(sentence), said, stops, found, opened, closed, headline
    )


def locate(
    starts: Sequence[int], ends: Sequence[int], texts: Sequence[str], stretches: Sequence[Span], numbers: range
) -> tuple[tuple[int, ...], tuple[tuple[int, int, int], ...]]:
    """For each word the index of its stretch, or MARK, or NARRATION; (index, first word, word after the last) of each
    stretch that has words."""
    where, found, free = [NARRATION] * len(texts), [], 0
    for k in compress(count(), map(MARKS.__contains__, map(LETTER, texts))):
        if len(texts[k]) == 1 or (numbers and not texts[k][1:].isalpha()):
            where[k] = MARK
    for k in numbers:  # a word that two stretches share is the first one's
        first, last = bisect_right(ends, stretches[k].start), bisect_left(starts, stretches[k].end)
        if max(first, free) < last:
            found.append((k, max(first, free), last))
            where[max(first, free) : last] = [k] * (last - max(first, free))
        free = max(free, last)
    return tuple(where), tuple(found)


def before_verb(line: Line, i: int) -> bool:
    """Whether a finite verb follows, perhaps behind an adverb."""
    if line.narrated(i) and line.words[i].tag == "RB":
        i += 1
    return line.narrated(i) and line.words[i].tag in ("VBD", "VBZ", "VBP", "MD")


def first_of_sentence(line: Line, i: int) -> int:
    """The first word of the sentence of word ``i``."""
    number = line.sentence[i]
    return bisect_left(line.sentence, number)


def narration_before(line: Line, i: int) -> int | None:
    """The last narration word before word ``i``, marks skipped; None where another stretch or nothing stands there."""
    while i > 0:
        i -= 1
        if line.where[i] == NARRATION:
            return i
        if line.where[i] >= 0:
            return None
    return None


def narration_after(line: Line, i: int) -> int | None:
    """The first narration word from word ``i`` on, marks skipped."""
    while i < len(line.words):
        if line.where[i] == NARRATION:
            return i
        if line.where[i] >= 0:
            return None
        i += 1
    return None
