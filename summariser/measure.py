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
from datetime import date
from typing import NamedTuple

import summariser.text.calendar as calendar
from summariser.actions.verbs import TELLING, verb_class
from summariser.model import Action, Article, Block, Quote, Span

BESIDE = frozenset({"on", "in", "at", "to", "after", "during", "from", "by", "via"})  # "said in a statement"
MESSAGE = 4  # words that more than an addressee has: "told the BBC"
NUMBER = re.compile(r"\w+(?:[-'’.]\w+)*")


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
    """The first and last day that an ISO value of any precision covers; None when it names no calendar time."""
    return calendar.interval(value) if value else None


STRETCHES = frozenset({"week", "weekend", "quarter", "half", "season"})  # told as what they are
SURE_DAY = 0.6  # how sure an inferred day has to be to be told


def in_order(article: Article) -> tuple[Action, ...]:
    """The actions in order of time, with all their days, the unsure ones too; a week as the week it is."""
    return tuple(in_full(article, a) for a in sorted(article.actions, key=lambda a: (a.order, a.start)))


def in_full(article: Article, action: Action) -> Action:
    """The action with the value of its date, where a day, a month or a year cannot say it: "next week" is a week."""
    when = action.when
    if when is None or when.value is None or when.date is None or when.date >= len(article.dates):
        return action
    value = article.dates[when.date].value
    return action._replace(when=when._replace(value=value)) if calendar.granularity(value) in STRETCHES else action


def events(article: Article) -> tuple[Action, ...]:
    """The actions in order of time, as the timeline lists them: a day that is no better than a guess is left away."""
    return tuple(a if day_is_told(a) else a._replace(when=None) for a in in_order(article))


def day_is_told(action: Action) -> bool:
    """True for a day that the text states or that a rule infers which is more often right than not."""
    return action.when is None or action.when.stated or action.when.confidence >= SURE_DAY


def standing(action: Action) -> float:
    """How early an event comes when not all have room: how main it is, less for what only sets the scene of another
    ("as he took the stage"), and a mere "she said in a statement" or "told the paper" after all others, for the
    quotation tells it."""
    kind, said = verb_class(action.verb.rpartition(" ")[2]), (action.object or "").lower().split()
    beside = kind == "say" and not BESIDE.isdisjoint(said[:1])
    bare = kind in TELLING and (not said or beside or (kind == "tell" and len(said) < MESSAGE))
    bare = bare or (kind == "say" and action.rule == "inverted")  # "...," said Ms Bell of Leeds
    return (
        (action.main or action.weight) * action.shape * (0.1 if bare else 0.55 if action.rule == "subordinate" else 1.0)
    )


def left_out(article: Article) -> tuple[Block, ...]:
    """What the reading puts aside: captions, bylines, teasers and the rest of the page round the story."""
    return tuple(b for b in article.blocks if b.role not in ("body", "headline", "standfirst", "subhead"))
