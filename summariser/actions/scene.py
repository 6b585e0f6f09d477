"""What every sentence of one article is read against: its cast, names, places, quotations and dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summariser.actions.when import DateFinder
from summariser.model import Actor, Date, Quote, Word
from summariser.people.enlist import Cast


class Scene(NamedTuple):
    """What every sentence of one article is read against."""

    text: str
    cast: Cast
    names: frozenset[int]
    places: frozenset[int]
    known: frozenset[str]
    quotes: tuple[Quote, ...]
    dates: DateFinder


def set_scene(
    text: str,
    words: Sequence[Sequence[Word]],
    actors: Sequence[Actor],
    quotes: tuple[Quote, ...],
    dates: Sequence[Date],
) -> Scene:
    """Which words lie in names and places, looked up once an article."""
    named = [(m.start, m.end, a.kind) for a in actors for m in a.mentions if m.form == "name"]
    spans = sorted(named)
    names, places, known, k = set(), set(), set(), 0
    for line in words:
        for word in line:
            while k < len(spans) and spans[k][1] <= word.start:
                k += 1
            if k < len(spans) and spans[k][0] <= word.start and word.text[:1].isalnum():
                names.add(word.start)
                if word.tag in ("NNP", "NNPS") and len(word.text) > 3:
                    known.add(word.text)
                if spans[k][2] == "place":
                    places.add(word.start)
    finder = DateFinder(dates)
    return Scene(text, Cast(text, actors), frozenset(names), frozenset(places), frozenset(known), quotes, finder)


def speaker_at(scene: Scene, at: int) -> int | None:
    """The speaker of the quotation that a place in the text lies in."""
    for quote in scene.quotes:
        if quote.kind != "indirect" and any(part.start <= at < part.end for part in quote.parts):
            return quote.speaker
    return None
