"""Numbers worth drawing, from one Article: who is mentioned, who is quoted, how much and where.

Definitions (shown in the app beside each picture):

- a *quote* is one utterance: words in quotation marks of one speaker, however many paragraphs or pieces it runs over;
- a *mention* is one place that stands for somebody: a name, a description ("the minister") or a pronoun;
- a *position* is how far down the body text something stands, from 0 (first word) to 1 (last word).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from summariser.model import Action, Article, Block, Quote, Span

NUMBER = re.compile(r"\w+(?:[-'’.]\w+)*")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)(?![\d-])")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)")
YEAR = re.compile(r"(\d{4})(?!\d)")
DECADE = re.compile(r"(\d{3})(?![\dX])")
PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}


class Utterance(NamedTuple):
    """One quote as people count them: ``quotes`` are the ids of its stretches, ``spans`` the words said."""

    speaker: int | None
    quotes: tuple[int, ...]
    spans: tuple[Span, ...]
    words: int
    position: float


class Presence(NamedTuple):
    """How much room one actor is given in one article."""

    actor: int
    name: str
    kind: str
    names: int
    nominals: int
    pronouns: int
    quotes: int
    words: int
    reported: int
    positions: tuple[float, ...]

    @property
    def mentions(self) -> int:
        return self.names + self.nominals + self.pronouns


class Places:
    """Where an offset stands in the body text, from 0 to 1; captions and teasers take no room."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.body = [b for b in blocks if b.role == "body"]
        self.starts = [b.start for b in self.body]
        self.before = [0]
        for block in self.body:
            self.before.append(self.before[-1] + block.end - block.start)

    def of(self, offset: int) -> float:
        at = bisect_right(self.starts, offset) - 1
        if at < 0 or not self.before[-1]:
            return 0.0
        inside = min(offset, self.body[at].end) - self.body[at].start
        return (self.before[at] + inside) / self.before[-1]


def count_words(text: str) -> int:
    """Words as people count them: "don't" and "mid-2024" are one each."""
    return sum(1 for _ in NUMBER.finditer(text))


def utterances(article: Article) -> tuple[Utterance, ...]:
    """Quotes in the speakers' own words, the paragraphs that carry one on joined to it, in reading order."""
    first: dict[int, int] = {}
    groups: dict[int, list[Quote]] = defaultdict(list)
    for quote in article.quotes:
        if quote.kind != "indirect" and quote.parts:
            root = first.get(quote.continues, quote.id) if quote.continues is not None else quote.id
            first[quote.id] = root
            groups[root].append(quote)
    places = Places(article.blocks)
    return tuple(_utterance(article.text, group, places) for group in groups.values())


def _utterance(text: str, group: list[Quote], places: Places) -> Utterance:
    spans = tuple(part for quote in group for part in quote.parts)
    words = sum(count_words(text[s.start : s.end]) for s in spans)
    return Utterance(group[0].speaker, tuple(q.id for q in group), spans, words, places.of(spans[0].start))


def presences(article: Article) -> tuple[Presence, ...]:
    """Every actor with the room it is given, the most quoted and then the most mentioned first."""
    said: dict[int, list[Utterance]] = defaultdict(list)
    for utterance in utterances(article):
        if utterance.speaker is not None:
            said[utterance.speaker].append(utterance)
    reported: dict[int, int] = defaultdict(int)
    for quote in article.quotes:
        if quote.kind == "indirect" and quote.speaker is not None:
            reported[quote.speaker] += 1
    places = Places(article.blocks)
    found = []
    for actor in article.actors:
        forms = [m.form for m in actor.mentions]
        found.append(
            Presence(
                actor.id,
                actor.name,
                actor.kind,
                forms.count("name"),
                forms.count("nominal"),
                forms.count("pronoun"),
                len(said[actor.id]),
                sum(u.words for u in said[actor.id]),
                reported[actor.id],
                tuple(places.of(m.start) for m in actor.mentions),
            )
        )
    return tuple(sorted(found, key=lambda p: (-p.words, -p.quotes, -p.mentions, p.actor)))


def speakers(article: Article, most: int = 12) -> tuple[Presence, ...]:
    """Those worth a row in a picture: everybody quoted or reported, then people named, at most ``most``."""
    heard = [p for p in presences(article) if p.quotes or p.reported]
    silent = [p for p in presences(article) if not (p.quotes or p.reported) and p.kind == "person" and p.names]
    return tuple([*heard, *silent][:most])


def interval(value: str | None) -> tuple[date, date] | None:
    """The first and last day that an ISO value of any precision covers; None when it names no calendar time.

    >>> interval("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    """
    if not value:
        return None
    for read in (_day, _week, _part, _month, _year, _decade):
        try:
            found = read(value)
        except ValueError:  # a thirteenth month, a day nought
            return None
        if found:
            return found
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    after = year * 12 + last  # months since year 0, of the month after the last
    return date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _day(value: str) -> tuple[date, date] | None:
    found = DAY.match(value)
    if not found:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    return day, day


def _week(value: str) -> tuple[date, date] | None:
    found = WEEK.match(value)
    if not found:
        return None
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)


def _part(value: str) -> tuple[date, date] | None:
    found = PART.match(value)
    return _months(int(found[1]), *(PARTS | SEASONS)[found[2]]) if found else None


def _month(value: str) -> tuple[date, date] | None:
    found = MONTH.match(value)
    return _months(int(found[1]), int(found[2]), int(found[2])) if found else None


def _year(value: str) -> tuple[date, date] | None:
    found = YEAR.match(value)
    return _months(int(found[1]), 1, 12) if found and 0 < int(found[1]) < 9999 else None


def _decade(value: str) -> tuple[date, date] | None:
    found = DECADE.match(value)
    return (date(int(found[1]) * 10, 1, 1), date(int(found[1]) * 10 + 9, 12, 31)) if found and int(found[1]) else None


def events(article: Article) -> tuple[Action, ...]:
    """The actions in order of time, as the timeline lists them."""
    return tuple(sorted(article.actions, key=lambda a: (a.order, a.start)))


def left_out(article: Article) -> tuple[Block, ...]:
    """What the reading puts aside: captions, bylines, teasers and the rest of the page round the story."""
    return tuple(b for b in article.blocks if b.role not in ("body", "headline", "subhead"))
