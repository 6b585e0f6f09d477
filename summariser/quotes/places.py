"""A cue in its sentence: what stands around it, and whether what follows are words at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summariser.quotes.candidates import Scene, Subject, starting_at
from summariser.quotes.cues import Cue
from summariser.quotes.phrases import PREPOSITIONS

OCCASIONS = frozenset({"after", "before", "when", "while", "since", "until"})
SILENT = frozenset({"decline", "refuse"})
COMMENTING = frozenset({"comment", "discuss", "elaborate", "speculate", "respond", "answer", "speak", "talk"})


class Clause(NamedTuple):
    """The words reported: words ``start`` to ``end`` of the line, found by pattern ``rule``; ``rest`` are those that go
    on behind the speaker ("A, X said, B")."""

    start: int
    end: int
    rule: str
    rest: tuple[int, int] | None = None

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The ranges of words, one or two."""
        return ((self.start, self.end), self.rest) if self.rest else ((self.start, self.end),)


class Place(NamedTuple):
    """A cue with its subjects, the bounds of its sentence and where the words after its adverbs and times begin."""

    scene: Scene
    cue: Cue
    subjects: Sequence[Subject]
    low: int
    high: int
    next: int


def placed(scene: Scene, which: int) -> Place:
    """The sentence around a cue."""
    line, cue = scene.line, scene.cues[which]
    number = line.sentence[cue.start]
    low, high = bisect_left(line.sentence, number), bisect_right(line.sentence, number)
    while high > cue.end and line.words[high - 1].text in ".?!\"”’'":
        high -= 1
    return Place(scene, cue, scene.subjects[which], low, high, skip_times(scene, cue.end, high))


def skip_times(scene: Scene, i: int, high: int) -> int:
    """Past adverbs, times ("on Monday") and short prepositional phrases ("in a statement") after a cue."""
    line = scene.line
    for _ in range(4):
        if i >= high or not line.narrated(i):
            break
        word = line.words[i]
        k = starting_at(scene, i + (word.text.lower() in PREPOSITIONS and word.tag in ("IN", "TO")))
        if word.tag == "RB" and word.text.lower() != "not":
            i += 1
        elif (
            k is not None and k < len(scene.phrases) and (scene.phrases[k].form == "time" or scene.phrases[k].start > i)
        ):
            i = scene.phrases[k].end
        else:
            break
    return i


def says_nothing(place: Place) -> bool:
    """ "declined to comment": an act, and no words of anybody's."""
    after = place.scene.line.words[place.next + 1 : place.next + 2]
    return place.cue.verb.lemma in SILENT and bool(after) and after[0].text.lower() in COMMENTING


def tells_when(place: Place, i: int) -> bool:
    """ "apologised on Monday", "apologised after ...": when it was said, not what."""
    scene, words = place.scene, place.scene.line.words
    if words[i].tag == "IN" and i + 1 < place.high:
        k = starting_at(scene, i + 1)
        if k is not None and scene.phrases[k].form == "time":
            i = scene.phrases[k].end
            if i >= place.high:
                return True
    return words[i].text.lower() in OCCASIONS
