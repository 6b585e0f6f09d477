"""The types of several articles side by side; the laws of ``model`` hold here too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from summariser.model import ActorKind, Article
from summariser.shown import Shown
from summariser.table import make_tables

COMPARED = ("summary", "actors", "quotes", "claims", "numbers", "copies", "findings")
Agreement = Literal["same", "shortened", "altered", "only"]
Relation = Literal["same", "similar", "only"]


class Line(NamedTuple):
    """One sentence of a summary of several articles: ``article`` indexes the articles, ``sentence`` its sentences,
    ``also`` the other articles that say the same; ``rank``, ``score``, ``why`` and ``gloss`` as in Pick."""

    article: int
    sentence: int
    start: int
    end: int
    rank: int
    score: float
    why: str
    also: tuple[int, ...] = ()
    gloss: tuple[int, str] | None = None


class SharedActor(NamedTuple):
    """One person or body of the set; ``members`` are (article index, actor id), at most one of an article."""

    name: str
    kind: ActorKind
    role: str | None
    members: tuple[tuple[int, int], ...]


class SharedQuote(NamedTuple):
    """One utterance; ``members`` are (article index, quote id); ``difference`` shows the words that differ."""

    members: tuple[tuple[int, int], ...]
    agreement: Agreement
    difference: str | None
    rule: str


class Claim(NamedTuple):
    """Sentences that say one thing; ``members`` are (article index, sentence index); ``score`` how alike they are."""

    members: tuple[tuple[int, int], ...]
    relation: Relation
    score: float


class Reported(NamedTuple):
    """A figure or a day as one article gives it; offsets into that article's text."""

    article: int
    start: int
    end: int
    value: str


class SharedNumber(NamedTuple):
    """What the articles give as the figure (or, ``kind`` "date", the day) of one thing."""

    about: str
    kind: Literal["number", "date"]
    members: tuple[Reported, ...]
    conflict: bool


class Copy(NamedTuple):
    """Two articles (their indices) that share running text; ``containment`` is how much of the shorter stands in the
    other; ``source`` is the earlier one where the dates tell; ``passages`` are (article index, start, end)."""

    articles: tuple[int, int]
    containment: float
    source: int | None
    passages: tuple[tuple[int, int, int], ...]


class Finding(NamedTuple):
    """One thing worth saying first about the set, in one sentence of ours; ``places`` are (article, start, end)."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Comparison(Shown):
    """Several articles side by side: what they share, change and leave out.  Links are indices into ``articles``.

    Each field shows as a table in a notebook; ``found.quotes.frame()`` is a pandas DataFrame with one row for each
    article that carries the thing.
    """

    articles: tuple[Article, ...]
    summary: tuple[Line, ...]
    actors: tuple[SharedActor, ...]
    quotes: tuple[SharedQuote, ...]
    claims: tuple[Claim, ...]
    numbers: tuple[SharedNumber, ...]
    copies: tuple[Copy, ...]
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        make_tables(self, COMPARED, "compared ")
