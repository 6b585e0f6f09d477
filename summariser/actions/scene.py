"""What every sentence of one article is read against: its cast, names, places, quotations and dates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summariser.actions.thread import Thread
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
    said: list[tuple[int, int, int | None]]  # start, end and speaker of every stretch in quotation marks, in order
    dates: DateFinder
    thread: Thread


def by_start(part: tuple[int, int, int | None]) -> int:
    return part[0]


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
    said = sorted(((p.start, p.end, q.speaker) for q in quotes if q.kind != "indirect" for p in q.parts), key=by_start)
    cast, thread = Cast(text, actors), Thread(actors)
    return Scene(text, cast, frozenset(names), frozenset(places), frozenset(known), said, finder, thread)


def speaker_at(scene: Scene, at: int) -> int | None:
    """The speaker of the quotation that a place in the text lies in."""
    k = bisect_right(scene.said, at, key=by_start) - 1
    return scene.said[k][2] if k >= 0 and at < scene.said[k][1] else None
