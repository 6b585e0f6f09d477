"""For each stretch: every phrase that may be its speaker, described by features that hold no word of the text.

A feature is where the phrase and its cue stand, how far off, in which relation, what shapes the marks and the words
have; never which words.  rank.py weighs them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from summariser.model import Span
from summariser.quotes.candidates import Scene, in_sentence, narration_before
from summariser.quotes.cues import Cue
from summariser.quotes.lines import NARRATION, Line
from summariser.quotes.phrases import Phrase
from summariser.quotes.shapes import STOPS, Shape, bucket, neighbour
from summariser.quotes.strings import phrase_strings, place_strings, shape_strings, subject_strings, verb_strings

NEAR = 3  # cues looked at on each side of a stretch
FIRST, LAST = itemgetter(1), itemgetter(2)  # of a stretch of a line


class Option(NamedTuple):
    """One answer to "who says this stretch": a phrase of line ``line``; None for nobody.  ``span`` is set for a name
    that stands outside the story's lines: a sign-off.  ``shared`` are features of the cue, which all options with it
    have; ``adjacent``: a verb of speech stands right at the marks, and nobody without a cue is asked."""

    line: int
    phrase: Phrase | None
    cue: Cue | None
    relation: str
    side: str
    features: tuple[str, ...]
    head: str = ""
    span: Span | None = None
    shared: tuple[str, ...] = ()
    adjacent: bool = False


# A named tuple made the short way, as ``text.words`` makes words.
as_option: Callable[[tuple[object, ...]], Option] = partial(tuple.__new__, Option)


def list_options(
    shape: Shape, scenes: Sequence[Scene], n: int, stretch: tuple[int, int, int], last: Option | None, gap: int
) -> list[Option]:
    """Every option for a stretch of line ``n`` with its ``shape``; ``last`` is the winner for the stretch before it,
    ``gap`` how many paragraphs ago that was."""
    found = [nobody(n, shape, scenes[n].line, stretch)]
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


def nobody(n: int, shape: Shape, line: Line, stretch: tuple[int, int, int]) -> Option:
    """The option that these words are no speech."""
    features = (
        "nobody",
        f"nobody|{shape.length}|{shape.start}",
        f"nobody|{shape.length}|{shape.end}",
        f"nobody|before:{shape.before}",
        f"nobody|after:{shape.after}",
        f"nobody|{shape.before}_{shape.after}",
        f"nobody|title:{shape.title}|{shape.length}",
        f"nobody|headline:{line.headline}",
        f"nobody|named:{line.words[stretch[1]].name != 'O'}",
        f"nobody|cues:{past_verbs(line, stretch[1])}",
    )
    return Option(n, None, None, "nobody", "", features)


def past_verbs(line: Line, end: int) -> int:
    """How many verbs of the past stand in the narration before word ``end``; not counted beyond two."""
    found = (i for i in range(end) if line.words[i].tag == "VBD" and line.where[i] == NARRATION)
    return len(list(islice(found, 2)))


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
            near, *strings = cue_features(scene, stretch, shape, cue, side, rank)
            taken = last is not None and gap == 0 and last.cue == cue
            shared = (*strings, f"{side}|taken:{taken}|shadowed:{shadowed}")
            shadowed = shadowed or near == "adjacent"
            adjacent = near == "adjacent" and "q" in cue.verb.frames
            for order, (k, _, relation) in enumerate(scene.subjects[number]):
                phrase = scene.phrases[k]
                left, right = beside(scene, phrase)
                head = head_word(scene, phrase)
                spoke = same(phrase, head, last)
                own = subject_strings(phrase.form, relation, side, left, right, min(order, 2), near, cue.tag, spoke)
                yield as_option((n, phrase, cue, relation, side, own, head, None, shared, adjacent))


def cue_features(
    scene: Scene, stretch: tuple[int, int, int], shape: Shape, cue: Cue, side: str, rank: int
) -> tuple[str, ...]:
    """How a cue stands to the stretch; the first is only how near it is."""
    line, (_, a, b) = scene.line, stretch
    low, high = (cue.end, a) if side == "b" else (b, cue.start)
    words, stops, between = distance(line, low, high)
    inside = "=" if line.sentence[cue.start] in (line.sentence[a], line.sentence[b - 1]) else "/"
    near = "adjacent" if not between and words < 2 else "near" if not between and not stops and inside == "=" else "off"
    frames = "q" if "q" in cue.verb.frames else "-"
    clause = near != "adjacent" and bool(cue.verb.frames & {"b", "c", "t"})
    here, of_cues = line.sentence[cue.start], scene.cue_sentences
    others = min(3, bisect_right(of_cues, here) - bisect_left(of_cues, here))
    return (
        near,
        *place_strings(side, rank, (bucket(words), stops, between, inside), clause, frames, others),
        *shape_strings(side, near, shape),
        *verb_strings(side, near, cue.verb, cue.tag, cue.passive, cue.negated),
    )


def distance(line: Line, low: int, high: int) -> tuple[int, int, int]:
    """What stands between two words: narration words, full stops, other stretches; not counted beyond two these two."""
    first, after = bisect_right(line.stretches, low, key=LAST), bisect_left(line.stretches, high, key=FIRST)
    between = max(0, after - first)
    return line.said[high] - line.said[low], min(2, line.stops[high] - line.stops[low]), min(2, between)


def phrase_features(scene: Scene, phrase: Phrase, relation: str, side: str) -> tuple[str, ...]:
    """What sort of phrase it is and where."""
    return phrase_strings(phrase.form, relation, side, *beside(scene, phrase))


def beside(scene: Scene, phrase: Phrase) -> tuple[str, str]:
    """The sorts of the words before and after a phrase."""
    return neighbour(scene.line, phrase.start - 1), neighbour(scene.line, phrase.end)


def same(phrase: Phrase, head: str, last: Option | None) -> str:
    """Whether the phrase is a pronoun or its last word, ``head``, is the very one that spoke last."""
    if last is None or last.phrase is None:
        return "new"
    if phrase.form in ("he", "they", "it", "i"):
        return "pronoun"
    return "again" if last.head == head else "other"


def head_word(scene: Scene, phrase: Phrase) -> str:
    """The last word of a phrase, the possessive 's left off."""
    words, last = scene.line.words, phrase.end - 1
    last -= last > phrase.start and words[last].tag == "POS"
    return words[last].text.lower()


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
        head = head_word(scene, phrase)
        features = (*place_features(scene, phrase, relation, stretch, shape), f"same:{same(phrase, head, last)}")
        yield Option(n, phrase, None, relation, "", features, head)


def place_features(
    scene: Scene, phrase: Phrase, relation: str, stretch: tuple[int, int, int], shape: Shape
) -> tuple[str, ...]:
    """Where a phrase with no cue of its own stands."""
    line, (_, a, b) = scene.line, stretch
    low, high = (phrase.end, a) if phrase.start < a else (b, phrase.start)
    words, stops, between = distance(line, low, high)
    return (
        "no cue",
        relation,
        f"{relation}|{shape.before}",
        f"{relation}|{shape.after}",
        f"{relation}|{bucket(words)}",
        f"{relation}|{stops}{between}",
        *phrase_features(scene, phrase, relation, ""),
    )


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
    empty = line.said[len(line.words)] == 0
    features = (
        "last",
        f"last|gap{min(gap, 3)}|{'whole line' if empty else 'some'}",
        f"last|gap{min(gap, 3)}|{shape.before}|{shape.start}",
        f"last|gap{min(gap, 3)}|{shape.after}",
        f"last|{shape.end}",
        f"last|{shape.length}",
        f"last|{last.relation}",
    )
    yield Option(last.line, last.phrase, last.cue, "last", "", features, last.head)


def line_before(scene: Scene, n: int, stretch: tuple[int, int, int], shape: Shape, line: Line) -> Iterator[Option]:
    """Speakers of the paragraph before: its last cue's subjects, its first phrase."""
    empty = "whole line" if line.said[len(line.words)] == 0 else "some"
    tail = scene.line.words[-1].text
    end = "colon" if tail == ":" else "stop" if tail in STOPS else "other"
    for rank, number in enumerate(range(len(scene.cues) - 1, max(-1, len(scene.cues) - 3), -1)):
        cue = scene.cues[number]
        for subject in scene.subjects[number][:2]:
            phrase = scene.phrases[subject.phrase]
            off = bucket(len(scene.line.words) - cue.end)
            features = (
                "line before",
                f"line before|cue{rank}|{empty}|{end}",
                f"line before|{off}",
                f"line before|{subject.relation}",
                f"line before|{shape.before}",
                *phrase_features(scene, phrase, "line before", ""),
            )
            yield Option(n, phrase, cue, "line before", "p", features, head_word(scene, phrase))
    for phrase in scene.phrases[:1] + scene.phrases[-1:]:
        features = (
            "line before",
            f"line before|phrase|{empty}|{end}",
            *phrase_features(scene, phrase, "line before", ""),
        )
        yield Option(n, phrase, None, "line before", "p", features, head_word(scene, phrase))
