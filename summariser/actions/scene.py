"""What every sentence of one article is read against: its cast, names, places, quotations and dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from summariser.actions.thread import Thread
from summariser.actions.when import START, DateFinder
from summariser.model import Actor, ActorKind, Date, Quote, Word
from summariser.people.enlist import Cast


class Scene(NamedTuple):
    """What every sentence of one article is read against."""

    text: str
    cast: Cast
    names: frozenset[int]
    places: frozenset[int]
    known: frozenset[str]
    said: list[tuple[int, int, int | None]]  # start, end and speaker of every stretch in quotation marks, in order
    opened: list[int]  # where these start
    dates: DateFinder
    thread: Thread


def set_scene(
    text: str,
    words: Sequence[Sequence[Word]],
    actors: Sequence[Actor],
    quotes: tuple[Quote, ...],
    dates: Sequence[Date],
) -> Scene:
    """Which words lie in names and places, looked up once an article."""
    names, places, known = set(), set(), set()
    for word, kind in named(words, actors):
        names.add(word.start)
        if word.tag in ("NNP", "NNPS") and len(word.text) > 3:
            known.add(word.text)
        if kind == "place":
            places.add(word.start)
    finder = DateFinder(dates)
    parts = [(p.start, p.end, q.speaker) for q in quotes if q.kind != "indirect" for p in q.parts]
    said = sorted(parts, key=itemgetter(0))
    cast, thread, opened = Cast(text, actors), Thread(actors), [part[0] for part in said]
    return Scene(text, cast, frozenset(names), frozenset(places), frozenset(known), said, opened, finder, thread)


def named(words: Sequence[Sequence[Word]], actors: Sequence[Actor]) -> Iterator[tuple[Word, ActorKind]]:
    """The words within names, each with the kind of the first name that reaches over it."""
    spans = sorted((m.start, m.end, a.kind) for a in actors for m in a.mentions if m.form == "name")
    every = list(chain.from_iterable(words))
    starts, reached = list(map(START, every)), 0
    for start, end, kind in spans:
        for k in range(bisect_left(starts, max(start, reached)), bisect_left(starts, end)):
            if every[k].text[0].isalnum():
                yield every[k], kind
        reached = max(reached, end)


def speaker_at(scene: Scene, at: int) -> int | None:
    """The speaker of the quotation that a place in the text lies in."""
    k = bisect_right(scene.opened, at) - 1
    return scene.said[k][2] if k >= 0 and at < scene.said[k][1] else None


def quoted(scene: Scene, at: int) -> bool:
    """Whether a place in the text lies in a quotation."""
    k = bisect_right(scene.opened, at) - 1
    return k >= 0 and at < scene.said[k][1]
