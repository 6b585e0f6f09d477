"""Every data type of the reading, and the laws they keep.

Laws:

1. The text is never edited.  A caption or a teaser is labelled, not deleted, so offsets cannot drift and a wrong
   label can be overruled.
2. Standoff: an annotation is offsets into ``Article.text`` (Unicode code points, half-open) plus meaning; links
   between annotations are small integers.  No cycles, so equality, JSON, pickle and caches just work.
3. Complete or absent: an ``Article`` exists only when every layer is filled.
4. Every guess says why: ``rule`` names the function that decided, ``confidence`` (0 to 1) how sure it is.
5. Odd text is never an error: ``read(any string)`` returns an Article.  Unreadable *files* raise ``UnreadableFile``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from summariser.shown import Shown
from summariser.table import LAYERS, make_tables

Role = Literal[
    "headline", "standfirst", "dateline", "byline", "timestamp", "caption", "subhead", "body", "teaser", "furniture"
]
MentionForm = Literal["name", "nominal", "pronoun"]
ActorKind = Literal["person", "organisation", "group", "place"]
QuoteKind = Literal["direct", "partial", "indirect"]
Colour = Literal["neutral", "assertive", "doubting"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "previous", "none"]
Status = Literal["happened", "planned", "denied", "hypothetical"]


class Span(NamedTuple):
    """A stretch of the text, half-open, in code points."""

    start: int
    end: int


class Block(NamedTuple):
    """One paragraph or line of the page with the role it plays there."""

    start: int
    end: int
    role: Role
    rule: str


class Sentence(NamedTuple):
    """One sentence; ``block`` indexes ``Article.blocks``."""

    start: int
    end: int
    block: int


class Word(NamedTuple):
    """One token with its part of speech (Penn Treebank tag) and its name label (``B-PER``, ``I-ORG``, ... or ``O``)."""

    start: int
    end: int
    text: str
    tag: str
    name: str = "O"


class Mention(NamedTuple):
    """One place in the text that stands for an actor."""

    start: int
    end: int
    form: MentionForm


class Actor(NamedTuple):
    """A person, body, group or place that acts or speaks; ``name`` is its fullest name."""

    id: int
    name: str
    kind: ActorKind
    role: str | None
    mentions: tuple[Mention, ...]


class InnerQuote(NamedTuple):
    """Words that a speaker quotes: “He told me, ‘Go home,’” she said.  They are the inner speaker's; ``speaker`` is an
    actor id, ``speaker_span`` the words that name him here."""

    start: int
    end: int
    speaker: int | None
    speaker_span: Span | None
    cue: Span | None


class Quote(NamedTuple):
    """One stretch of speech.  ``parts`` lie inside the quotation marks; ``continues`` is the id of the quote whose
    utterance this one carries on; ``speaker`` is an actor id, ``speaker_span`` the words that name the speaker here.
    ``colour`` is how the writer stands to the words by the verb chosen ("said", "insisted", "claimed"); ``inner`` are
    the quotations inside the quotation."""

    id: int
    parts: tuple[Span, ...]
    kind: QuoteKind
    speaker: int | None
    speaker_span: Span | None
    cue: Span | None
    continues: int | None
    rule: str
    confidence: float
    colour: Colour | None = None
    inner: tuple[InnerQuote, ...] = ()


class NotQuote(NamedTuple):
    """Words in quotation marks that nobody says here: a title, a nickname, a scare quote; ``rule`` says which."""

    start: int
    end: int
    rule: str


class Date(NamedTuple):
    """A time expression with its TIMEX3 type and value (ISO 8601, TimeML 1.2.1)."""

    start: int
    end: int
    type: TimexType
    value: str
    anchor: Anchor
    rule: str


class When(NamedTuple):
    """When an action took place: an ISO date of any precision; ``stated`` in the text or inferred; ``date`` indexes
    ``Article.dates``.  ``rule`` says how an inferred one was found, ``confidence`` how often that is right."""

    value: str | None
    stated: bool
    date: int | None
    rule: str = "stated"
    confidence: float = 1.0


class Action(NamedTuple):
    """Who did what: ``start``/``end`` are the clause.  ``order`` is the reading order of time; ties share a number.
    ``claimed_by`` is the actor id of the speaker when the action is asserted only inside a quotation.  ``weight`` says
    how much of an event it is, ``main`` how near it comes to the main event, which has 1."""

    start: int
    end: int
    actor: int | None
    actor_span: Span | None
    verb: str
    object: str | None
    place: str | None
    when: When | None
    status: Status
    order: int
    rule: str
    confidence: float
    claimed_by: int | None = None
    weight: float = 0.0
    main: float = 0.0
    shape: float = 1.0


class Pick(NamedTuple):
    """One sentence chosen for a summary: ``sentence`` indexes ``Article.sentences``, ``rank`` 1 is the best,
    ``why`` says in plain words what spoke for it, ``gloss`` is (offset, words of ours to show in brackets there)."""

    sentence: int
    rank: int
    score: float
    why: str
    gloss: tuple[int, str] | None = None


class Budget(NamedTuple):
    """How long a summary may be: exactly one of the three is set."""

    sentences: int | None = None
    words: int | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Article(Shown):
    """One news text, read; it never changes, and offsets are into ``text``.

    ``quotes``      who said what
    ``actions``     who did what, when; ``dates`` the time expressions
    ``actors``      people, bodies, groups and places, with every mention
    ``sentences``   those of the story, in order; ``blocks`` every line with its role on the page

    Each is a tuple that shows as a table in a notebook; ``article.quotes.frame()`` is a pandas DataFrame of it.
    The article shows as a card, with ``print`` as plain text.
    """

    text: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    language: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    not_quotes: tuple[NotQuote, ...]
    dates: tuple[Date, ...]
    actions: tuple[Action, ...]
    warnings: tuple[str, ...] = ()
    id: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        make_tables(self, LAYERS)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person put right, as decisions over one article's reading.

    ``roles``      block start -> role
    ``speakers``   quote start -> actor name (None: nobody)
    ``not_quotes`` starts of quotes that are no quotes
    ``not_actions`` starts of actions that tell of no event
    ``merged``     (name kept, name merged into it)
    ``split``      (spans of mentions that are somebody else, that one's name)
    ``renamed``    (old name, new name)
    ``dates``      action start -> ISO date
    ``published``  the publication day
    """

    roles: tuple[tuple[int, Role], ...] = ()
    speakers: tuple[tuple[int, str | None], ...] = ()
    not_quotes: tuple[int, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[int, str], ...] = ()
    published: str | None = None
    split: tuple[tuple[tuple[tuple[int, int], ...], str], ...] = ()
    not_actions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a share link holds."""

    title: str
    articles: tuple[Article, ...]
    corrections: tuple[Corrections, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()


class Document(NamedTuple):
    """What a reader of ``inputs/`` makes of one article in a file: the extracted text and what the file says of it.

    ``roles`` are the block roles that the file's own structure proves (None: judge the plain text);
    ``warnings`` are to be shown, ``corrections`` what a person put right before the article was exported."""

    id: str
    source: str
    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] | None = None
    warnings: tuple[str, ...] = ()
    corrections: Corrections = Corrections()


class UnreadableFile(Exception):
    """A file or upload that holds no readable article; the message names it, the reason and the way out."""

    def __init__(self, name: str, reason: str, way_out: str) -> None:
        super().__init__(f"{name}: {reason}. {way_out}")
        self.name, self.reason, self.way_out = name, reason, way_out
