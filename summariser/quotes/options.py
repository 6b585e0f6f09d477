"""For each stretch: every phrase that may be its speaker, described by features that hold no word of the text.

A feature is where the phrase and its cue stand, how far off, in which relation, what shapes the marks and the words
have; never which words.  rank.py weighs them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summariser.model import Span
from summariser.quotes.candidates import Looks, Scene, in_sentence
from summariser.quotes.cues import Cue
from summariser.quotes.lines import Line, narration_before
from summariser.quotes.phrases import Phrase
from summariser.quotes.rows import (
    WEIGHT,
    Row,
    apart_row,
    bare_row,
    beside_row,
    last_row,
    line_row,
    nobody_row,
    phrase_row,
    place_row,
    shape_row,
    standing_row,
    subject_row,
    verb_row,
)
from summariser.quotes.shapes import STOPS, Shape, bucket, neighbour
from summariser.short import short

NEAR = 3  # cues looked at on each side of a stretch
CLAUSAL = frozenset("bct")  # frames of verbs with a clause for their object


class Option(NamedTuple):
    """One answer to "who says this stretch": a phrase of line ``line``; None for nobody.  ``span`` is set for a name
    that stands outside the story's lines: a sign-off.  ``score`` is the weight of all ``rows`` of features;
    ``adjacent``: a verb of speech stands right at the marks, and nobody without a cue is asked."""

    line: int
    phrase: Phrase | None
    cue: Cue | None
    relation: str
    side: str
    rows: tuple[Row, ...]
    score: float
    head: str = ""
    span: Span | None = None
    adjacent: bool = False


as_option, as_looks = short(Option), short(Looks)


def list_options(
    shape: Shape, scenes: Sequence[Scene], n: int, stretch: tuple[int, int, int], last: Option | None, gap: int
) -> list[Option]:
    """Every option for a stretch of line ``n`` with its ``shape``; ``last`` is the winner for the stretch before it,
    ``gap`` how many paragraphs ago that was."""
    found = [nobody(n, shape, scenes[n], stretch)]
    found += with_cue(scenes[n], n, stretch, shape, last, gap)
    found += carried_on(scenes, n, stretch, shape, last, gap)
    adjacent = [o.side for o in found if o.adjacent]
    if adjacent:
        if shape.after == "comma" and "a" in adjacent:
            found = found[1:]  # "…", says X: somebody says it
        return announced(scenes[n], stretch, shape, found)
    found += without_cue(scenes[n], n, stretch, shape, last)
    if n and not stretch_before(scenes[n].line, stretch):
        found += line_before(scenes[n - 1], n - 1, stretch, shape, scenes[n].line)
    return announced(scenes[n], stretch, shape, found)


def announced(scene: Scene, stretch: tuple[int, int, int], shape: Shape, found: list[Option]) -> list[Option]:
    """Only the subjects of the cue right before a colon ("X replied: “…”"), where there is such a cue."""
    if shape.before != "colon":
        return found
    colon = narration_before(scene.line, stretch[1])
    theirs = [o for o in found if o.side == "b" and o.cue and o.cue.end == colon and not o.cue.passive]
    return theirs or found


def nobody(n: int, shape: Shape, scene: Scene, stretch: tuple[int, int, int]) -> Option:
    """The option that these words are no speech."""
    line = scene.line
    row = nobody_row(shape, line.headline, line.names[stretch[1]] != "O", past_verbs(scene, stretch[1]))
    return Option(n, None, None, "nobody", "", (row,), WEIGHT(row))


def past_verbs(scene: Scene, end: int) -> int:
    """How many verbs of the past stand in the narration before word ``end``; not counted beyond two."""
    return sum([at < end for at in scene.pasts])


def with_cue(
    scene: Scene, n: int, stretch: tuple[int, int, int], shape: Shape, last: Option | None, gap: int
) -> Iterator[Option]:
    """The subjects of the cues around the stretch."""
    _, a, b = stretch
    first = bisect_left(scene.cues, (a,))
    sides = (
        ("b", range(first - 1, max(-1, first - 1 - NEAR), -1)),
        ("a", range(first, min(len(scene.cues), first + NEAR))),
    )
    for side, numbers in sides:
        shadowed = False  # a nearer cue stands right at the marks
        for rank, number in enumerate(numbers):
            cue = scene.cues[number]
            near, rows = cue_rows(scene, stretch, shape, number, side, rank)
            taken = last is not None and gap == 0 and last.cue == cue
            rows += (standing_row(side, taken, shadowed),)
            common = sum(map(WEIGHT, rows))
            adjacent = near == "adjacent" and "q" in cue.verb.frames
            shadowed = shadowed or near == "adjacent"
            for order, (k, _, relation) in enumerate(scene.subjects[number]):
                phrase = scene.phrases[k]
                left, right, head = looks_of(scene, k)
                spoke = same(phrase, head, last)
                own = subject_row(phrase.form, relation, side, min(order, 2), near, cue.tag, spoke)
                beside = beside_row(relation, left, right)
                its, score = (*rows, own, beside), WEIGHT(own) + WEIGHT(beside)
                yield as_option((n, phrase, cue, relation, side, its, common + score, head, None, adjacent))


def cue_rows(
    scene: Scene, stretch: tuple[int, int, int], shape: Shape, number: int, side: str, rank: int
) -> tuple[str, tuple[Row, ...]]:
    """How near a cue is to the stretch, and how it stands to it."""
    line, cue, (_, a, b) = scene.line, scene.cues[number], stretch
    low, high = (cue.end, a) if side == "b" else (b, cue.start)
    words, stops, between = distance(line, low, high)
    inside = line.sentence[cue.start] in (line.sentence[a], line.sentence[b - 1])
    near = "adjacent" if not between and words < 2 else "near" if not between and not stops and inside else "off"
    frames = cue.verb.frames
    clause = near != "adjacent" and not CLAUSAL.isdisjoint(frames)
    quoting, same = "q" if "q" in frames else "-", "=" if inside else "/"
    return near, (
        place_row(side, rank, bucket(words), stops, between, same, clause, quoting, min(3, scene.crowd[number])),
        shape_row(side, near, shape.start, shape.end, shape.before, shape.after, shape.length),
        verb_row(side, near, frames, cue.verb.colour, cue.tag, cue.passive, cue.negated),
    )


def distance(line: Line, low: int, high: int) -> tuple[int, int, int]:
    """What stands between two words: narration words, full stops, other stretches; not counted beyond two these two."""
    stops = line.stops[high] - line.stops[low]
    return line.said[high] - line.said[low], stops if stops < 2 else 2, min(2, line.quoted(low, high))


def looks_of(scene: Scene, k: int) -> Looks:
    """What a phrase looks like; worked out once."""
    if k not in scene.looks:
        line, phrase = scene.line, scene.phrases[k]
        left, right = neighbour(line, phrase.start - 1), neighbour(line, phrase.end)
        scene.looks[k] = as_looks((left, right, head_word(line, phrase)))
    return scene.looks[k]


def same(phrase: Phrase, head: str, last: Option | None) -> str:
    """Whether the phrase is a pronoun or its last word, ``head``, is the very one that spoke last."""
    if last is None or last.phrase is None:
        return "new"
    if phrase.form in ("he", "they", "it", "i"):
        return "pronoun"
    return "again" if last.head == head else "other"


def head_word(line: Line, phrase: Phrase) -> str:
    """The last word of a phrase, the possessive 's left off."""
    last = phrase.end - 1
    return line.texts[last - (last > phrase.start and line.tags[last] == "POS")].lower()


def without_cue(
    scene: Scene, n: int, stretch: tuple[int, int, int], shape: Shape, last: Option | None
) -> Iterator[Option]:
    """The nearest phrases around the stretch and the first of its sentence, cue or none."""
    _, a, b = stretch
    seen = set()
    k = bisect_left(scene.starts, a)
    places = [(j, f"before{r}") for r, j in enumerate(range(k - 1, max(-1, k - 4), -1))]
    places += [(j, f"after{r}") for r, j in enumerate(range(k, min(len(scene.phrases), k + 2)))]
    places += [(j, "opening") for j in in_sentence(scene, a)[:1] if j < k]
    places += [(0, "line opening")] if k else []
    for j, relation in places:
        phrase = scene.phrases[j]
        if (j, relation) in seen or phrase.form in ("time", "other"):
            continue
        seen.add((j, relation))
        left, right, head = looks_of(scene, j)
        rows = (
            bare_row(relation, shape.before, shape.after),
            how_far(scene.line, phrase, relation, stretch),
            phrase_row(phrase.form, relation, same(phrase, head, last)),
            beside_row(relation, left, right),
        )
        yield as_option((n, phrase, None, relation, "", rows, sum(map(WEIGHT, rows)), head, None, False))


def how_far(line: Line, phrase: Phrase, relation: str, stretch: tuple[int, int, int]) -> Row:
    """How far from the stretch a phrase with no cue of its own stands."""
    _, a, b = stretch
    low, high = (phrase.end, a) if phrase.start < a else (b, phrase.start)
    words, stops, between = distance(line, low, high)
    return apart_row(relation, bucket(words), stops, between)


def stretch_before(line: Line, stretch: tuple[int, int, int]) -> bool:
    """Whether another stretch stands before it in its paragraph."""
    return line.stretches[0][0] != stretch[0]


def carried_on(
    scenes: Sequence[Scene], n: int, stretch: tuple[int, int, int], shape: Shape, last: Option | None, gap: int
) -> Iterator[Option]:
    """Whoever said the stretch before this one goes on speaking."""
    if last is None or last.phrase is None:
        return
    line = scenes[n].line
    row = last_row(shape, min(gap, 3), line.said[-1] == 0, last.relation)
    yield Option(last.line, last.phrase, last.cue, "last", "", (row,), WEIGHT(row), last.head)


def line_before(scene: Scene, n: int, stretch: tuple[int, int, int], shape: Shape, line: Line) -> Iterator[Option]:
    """Speakers of the paragraph before: its last cue's subjects, its first phrase."""
    empty, tail = line.said[-1] == 0, scene.line.texts[-1]
    end = "colon" if tail == ":" else "stop" if tail in STOPS else "other"

    def option(k: int, cue: Cue | None, where: str, off: str, subject: str) -> Option:
        phrase, (left, right, head) = scene.phrases[k], looks_of(scene, k)
        row = line_row(phrase.form, where, empty, end, off, subject, shape.before)
        rows = (row, beside_row("line before", left, right))
        return Option(n, phrase, cue, "line before", "p", rows, sum(map(WEIGHT, rows)), head)

    for rank, number in enumerate(range(len(scene.cues) - 1, max(-1, len(scene.cues) - 3), -1)):
        cue = scene.cues[number]
        off = bucket(len(scene.line.words) - cue.end)
        for subject in scene.subjects[number][:2]:
            yield option(subject.phrase, cue, f"cue{rank}", off, subject.relation)
    for k in (0, len(scene.phrases) - 1) if scene.phrases else ():
        yield option(k, None, "phrase", "", "")
