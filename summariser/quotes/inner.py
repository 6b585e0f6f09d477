"""A quotation inside a quotation: “He told me, ‘Go home,’” she said.  The inner words are the inner speaker's.

Only where a verb of speech with its subject stands right at the inner marks; the rest of the inner stretches (scare
quotes, titles) stay with whoever says the outer words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summariser.model import InnerQuote, Quote, Span
from summariser.people.enlist import Cast
from summariser.quotes.candidates import Scene, set_scene
from summariser.quotes.find import paragraph
from summariser.quotes.lines import Line, lay_line
from summariser.quotes.options import Option
from summariser.quotes.speakers import cue_span, find_actor, speaker_words

LEAST = 2  # words
HEARER = 2  # words for whoever is told
OUT = frozenset({"time", "other", "thing", "who", "place"})


class Inner(NamedTuple):
    """Words within stretch ``outer``, with who says them: ``option`` speaks in ``scene``."""

    outer: int
    said: Span
    scene: Scene
    option: Option


def add_inner(
    text: str, scenes: Sequence[Scene], stretches: Sequence[Span], quotes: Sequence[Quote], cast: Cast
) -> list[Quote]:
    """The same quotes, each with the quotations inside it."""
    found: dict[int, list[Inner]] = {}
    for inner in find_inner(text, scenes, stretches):
        found.setdefault(stretches[inner.outer].start, []).append(inner)
    if not found:
        return list(quotes)
    return [
        q._replace(inner=tuple(spoken(i, q, cast) for p in q.parts for i in found.get(p.start, ()))) for q in quotes
    ]


def spoken(inner: Inner, outer: Quote, cast: Cast) -> InnerQuote:
    """One inner quotation with its speaker looked up: "I" is whoever says the outer words."""
    scene, option = inner.scene, inner.option
    own = option.phrase is not None and option.phrase.form == "i"
    speaker = outer.speaker if own else find_actor(cast, scene, option, None)
    return InnerQuote(*inner.said, speaker, speaker_words(scene, option), cue_span(scene, option.cue))


def find_inner(text: str, scenes: Sequence[Scene], stretches: Sequence[Span]) -> Iterator[Inner]:
    """The inner quotations of every stretch that holds marks, with their speakers."""
    for n, scene in enumerate(scenes):
        for outer, a, b in scene.line.stretches:
            inside = paragraph(text, *stretches[outer])
            inside = [s for s in inside if text.count(" ", *s) >= LEAST - 1 and s != stretches[outer]]
            if inside:
                yield from speakers(n, scene.line, (outer, a, b), inside)


def speakers(n: int, line: Line, stretch: tuple[int, int, int], inside: Sequence[Span]) -> Iterator[Inner]:
    """The inner stretches that somebody says, the outer words taken for narration."""
    outer, a, b = stretch
    row, sentence = list(line.words[a:b]), list(line.sentence[a:b])
    scene = set_scene(lay_line(line.block, row, sentence, inside, range(len(inside)), False))
    for k, first, last in scene.line.stretches:
        option = at_marks(n, scene, first, last)
        if option:
            yield Inner(outer, inside[k], scene, option)


def at_marks(n: int, scene: Scene, first: int, last: int) -> Option | None:
    """The subject of the verb of speech that stands right at the marks."""
    for number, cue in enumerate(scene.cues):
        side = "b" if cue.end <= first else "a"
        low, high = (cue.end, first) if side == "b" else (last, cue.start)
        if "q" not in cue.verb.frames or cue.passive or scene.line.quoted(low, high):
            continue
        spare = HEARER if side == "b" and "t" in cue.verb.frames else 0
        for subject in scene.subjects[number]:
            phrase = scene.phrases[subject.phrase]
            between = (i for i in range(low, high) if not phrase.start <= i < phrase.end)
            if phrase.form not in OUT and sum(scene.line.words[i].text[0].isalnum() for i in between) <= spare:
                return Option(n, phrase, cue, subject.relation, side, (), 0.0)
    return None
