"""For each stretch: every phrase that may be its speaker, described by features that hold no word of the text.

A feature is where the phrase and its cue stand, how far off, in which relation, what shapes the marks and the words
have; never which words.  rank.py weighs them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summariser.quotes.candidates import Scene, in_sentence, narration_after, narration_before
from summariser.quotes.cues import Cue
from summariser.quotes.lines import Line
from summariser.quotes.phrases import PREPOSITIONS, Phrase

STOPS = ".?!…"
NEAR = 3  # cues looked at on each side of a stretch


class Option(NamedTuple):
    """One answer to "who says this stretch": a phrase of line ``line``; None for nobody."""

    line: int
    phrase: Phrase | None
    cue: Cue | None
    relation: str
    side: str
    features: tuple[str, ...]
    head: str = ""


class Shape(NamedTuple):
    """What a stretch looks like: its first letter, its end, what stands right before and after, its length."""

    start: str
    end: str
    before: str
    after: str
    length: str
    title: bool


def bucket(n: int) -> str:
    """A distance in words, coarsely."""
    return str(n) if n < 4 else "4-6" if n < 7 else "7-12" if n < 13 else "13-24" if n < 25 else "25+"


def shape_of(text: str, line: Line, stretch: tuple[int, int, int]) -> Shape:
    """The shape of one stretch of a line."""
    _, a, b = stretch
    first, last = line.words[a], line.words[b - 1]
    words = [w.text for w in line.words[a:b] if w.text[0].isalnum()]
    capital = sum(w[0].isupper() or w[0].isdigit() for w in words)
    title = len(words) > 1 and capital >= 0.6 * len(words) and words[-1][0].isupper()
    start = "C" if first.text[0].isupper() else "l" if first.text[0].islower() else "x"
    n = len(words)
    length = "1" if n < 2 else "2" if n < 3 else "3-4" if n < 5 else "5-8" if n < 9 else "9+"
    return Shape(start, end_shape(last.text), shape_before(line, a), shape_after(line, b), length, title)


def end_shape(word: str) -> str:
    """comma, stop or none."""
    return "comma" if word[-1] in ",—–-" else "stop" if word[-1] in STOPS else "none"


def shape_before(line: Line, a: int) -> str:
    """What stands right before the stretch."""
    i = narration_before(line, a)
    if i is None:
        return "line" if not any(w >= 0 for w in line.where[:a]) else "quote"
    word = line.words[i]
    if word.text in (":", ";"):
        return "colon"
    if word.text[0] in ",—–-":
        return "comma"
    return "stop" if word.text in STOPS else {"IN": "IN", "DT": "DT", "PRP$": "DT"}.get(word.tag, word.tag[:2])


def shape_after(line: Line, b: int) -> str:
    """What stands right after the stretch."""
    i = narration_after(line, b)
    if i is None:
        return "line" if not any(w >= 0 for w in line.where[b:]) else "quote"
    word = line.words[i]
    if word.text[0] in ",;:—–-":
        return "comma"
    if word.text in STOPS:
        return "stop"
    return "C" if word.text[0].isupper() else word.tag[:2]


def list_options(
    text: str, scenes: Sequence[Scene], n: int, stretch: tuple[int, int, int], last: Option | None, gap: int
) -> list[Option]:
    """Every option for a stretch of line ``n``; ``last`` is the winner for the stretch before it, ``gap`` how many
    paragraphs ago that was."""
    shape = shape_of(text, scenes[n].line, stretch)
    found = [nobody(n, shape, scenes[n].line, stretch)]
    found += with_cue(scenes[n], n, stretch, shape, last, gap)
    found += without_cue(scenes[n], n, stretch, shape, last)
    found += carried_on(scenes, n, stretch, shape, last, gap)
    if n and not stretch_before(scenes[n].line, stretch):
        found += line_before(scenes[n - 1], n - 1, stretch, shape, scenes[n].line)
    return found


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
        f"nobody|cues:{min(2, sum(line.where[i] == -1 and line.words[i].tag == 'VBD' for i in range(stretch[1])))}",
    )
    return Option(n, None, None, "nobody", "", features)


def with_cue(
    scene: Scene, n: int, stretch: tuple[int, int, int], shape: Shape, last: Option | None, gap: int
) -> Iterator[Option]:
    """The subjects of the cues around the stretch."""
    _, a, b = stretch
    first = bisect_left([c.start for c in scene.cues], a)
    sides = (
        ("b", range(first - 1, max(-1, first - 1 - NEAR), -1)),
        ("a", range(first, min(len(scene.cues), first + NEAR))),
    )
    for side, numbers in sides:
        for rank, number in enumerate(numbers):
            cue = scene.cues[number]
            shared = cue_features(scene, stretch, shape, cue, side, rank)
            for order, subject in enumerate(scene.subjects[number]):
                phrase = scene.phrases[subject.phrase]
                own = (*phrase_features(scene, phrase, subject.relation, side), f"order{min(order, 2)}{side}")
                near = shared[0]
                pair = (
                    f"{side}|{subject.relation}|{near}",
                    f"{subject.relation}|{cue.tag}",
                    f"same:{same(scene, phrase, last)}",
                )
                yield Option(
                    n, phrase, cue, subject.relation, side, (*shared[1:], *own, *pair), head_word(scene, phrase)
                )


def cue_features(
    scene: Scene, stretch: tuple[int, int, int], shape: Shape, cue: Cue, side: str, rank: int
) -> tuple[str, ...]:
    """How a cue stands to the stretch; the first is only how near it is."""
    line, (_, a, b) = scene.line, stretch
    low, high = (cue.end, a) if side == "b" else (b, cue.start)
    words = line.said[high] - line.said[low]
    stops = min(2, line.stops[high] - line.stops[low])
    between = min(2, len({line.where[i] for i in range(low, high) if line.where[i] >= 0}))
    inside = "=" if line.sentence[cue.start] in (line.sentence[a], line.sentence[b - 1]) else "/"
    near = "adjacent" if not between and words < 2 else "near" if not between and not stops and inside == "=" else "off"
    frames = "q" if "q" in cue.verb.frames else "-"
    clause = near != "adjacent" and bool(cue.verb.frames & {"b", "c", "t"})
    others = sum(line.sentence[c.start] == line.sentence[cue.start] for c in scene.cues)
    return (
        near,
        "cue",
        f"{side}{bucket(words)}",
        f"{side}.{stops}{between}{inside}",
        f"{side}rank{rank}",
        f"{side}rank{rank}|{clause}|{frames}",
        f"{side}rank{rank}|of{min(others, 3)}",
        f"{side}|{near}|{shape.end}",
        f"{side}|{near}|{shape.before}",
        f"{side}|{near}|{shape.after}",
        f"{side}|{near}|{shape.start}{shape.length}",
        f"frames:{frames}|{near}",
        f"frames:{''.join(sorted(cue.verb.frames & set('notabmp')))}|{side}{near}",
        f"tag:{cue.tag}|{side}",
        f"passive:{cue.passive}|{near}",
        f"negated:{cue.negated}",
        f"colour:{cue.verb.colour}",
    )


def phrase_features(scene: Scene, phrase: Phrase, relation: str, side: str) -> tuple[str, ...]:
    """What sort of phrase it is and where."""
    left, right = neighbour(scene.line, phrase.start - 1), neighbour(scene.line, phrase.end)
    return (
        f"form:{phrase.form}",
        f"{relation}|{phrase.form}",
        f"{relation}|{side}",
        f"left:{left}",
        f"right:{right}",
        f"{relation[:7]}|{left}_{right}",
        f"{relation.partition('+')[0]}|{left}",
    )


def neighbour(line: Line, i: int) -> str:
    """The sort of word that stands beside a phrase."""
    if not line.narrated(i):
        return "mark" if 0 <= i < len(line.words) else "edge"
    word = line.words[i]
    if word.text.lower() in PREPOSITIONS:
        return "prep"
    if word.text[0] in ",;:—–-(":
        return "comma"
    if word.text in STOPS:
        return "stop"
    return SORTS.get(word.tag, SORTS.get(word.tag[:2], "word"))


SORTS = {
    "VB": "verb",
    "VBG": "ing",
    "MD": "verb",
    "IN": "that",
    "CC": "and",
    "POS": "owner",
    "WP": "who",
    "WD": "who",
    "RB": "adverb",
}


def same(scene: Scene, phrase: Phrase, last: Option | None) -> str:
    """Whether the phrase is a pronoun or ends in the very word that spoke last."""
    if last is None or last.phrase is None:
        return "new"
    if phrase.form in ("he", "they", "it", "i"):
        return "pronoun"
    return "again" if last.head == head_word(scene, phrase) else "other"


def head_word(scene: Scene, phrase: Phrase) -> str:
    """The last word of a phrase, the possessive 's left off."""
    words = scene.line.words[phrase.start : phrase.end]
    return next((w.text.lower() for w in reversed(words) if w.tag != "POS"), "")


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
        features = place_features(scene, phrase, relation, stretch, shape)
        features = (*features, f"same:{same(scene, phrase, last)}")
        yield Option(n, phrase, None, relation, "", features, head_word(scene, phrase))


def place_features(
    scene: Scene, phrase: Phrase, relation: str, stretch: tuple[int, int, int], shape: Shape
) -> tuple[str, ...]:
    """Where a phrase with no cue of its own stands."""
    line, (_, a, b) = scene.line, stretch
    low, high = (phrase.end, a) if phrase.start < a else (b, phrase.start)
    words, stops = line.said[high] - line.said[low], min(2, line.stops[high] - line.stops[low])
    between = min(2, len({line.where[i] for i in range(low, high) if line.where[i] >= 0}))
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
