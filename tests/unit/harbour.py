"""A made-up article with every layer filled by hand, so that the showing is tested without the reading."""

from __future__ import annotations

from summariser.model import (
    Action,
    Actor,
    Article,
    Block,
    Date,
    Mention,
    MentionForm,
    NotQuote,
    Quote,
    QuoteKind,
    Role,
    Sentence,
    Span,
    Status,
    When,
)

LINES: list[tuple[Role, str]] = [
    ("headline", "Harbour mayor and minister clash over <b>ferry</b> ban"),
    ("timestamp", "14 March 2026, 17:42"),
    ("caption", "A ferry leaves the pier. Picture: O. Tarrant"),
    ("body", "Mayor Ruth Adeyemi closed the pier on Saturday. “We had no choice,” she said."),
    ("body", "“The boats will be back in June.”"),
    ("body", "Transport minister Tom Hallam said the ban was “a panic measure”. He will visit the port on 26 March."),
    ("body", "The pier last shut in February 2018, when a barge struck it. Nobody calls it the “Iron Lady” now."),
    ("teaser", "Swan holds up traffic for ‘three hours’"),
]
TEXT = "\n\n".join(line for _, line in LINES)


def span(words: str, after: int = 0) -> Span:
    """Where ``words`` stand in the text."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def mention(words: str, form: MentionForm = "name", after: int = 0) -> Mention:
    """A place that stands for somebody."""
    return Mention(*span(words, after), form)


def quote(number: int, words: str, speaker: int, kind: QuoteKind = "direct", continues: int | None = None) -> Quote:
    """A quoted stretch; the one that carries another on is an unsure guess."""
    rule, confidence = ("said_after", 0.95) if continues is None else ("carries_on", 0.6)
    return Quote(number, (span(words),), kind, speaker, None, None, continues, rule, confidence)


def action(words: str, actor: int | None, when: When, order: int, status: Status = "happened") -> Action:
    """An event."""
    verb, _, rest = words.partition(" ")
    return Action(*span(words), actor, None, verb, rest, None, when, status, order, "clause", 0.8, None, 1.0)


def harbour() -> Article:
    """The article."""
    blocks = tuple(Block(*span(line), role, "by_hand") for role, line in LINES)
    sentences = []
    for number, (role, line) in enumerate(LINES):
        if role == "body":
            start, cut = blocks[number].start, line.find(". ") + 1
            pieces = [(start, start + cut), (start + cut + 1, blocks[number].end)] if cut else [blocks[number][:2]]
            sentences += [Sentence(a, b, number) for a, b in pieces]
    body = TEXT.index("Mayor Ruth")
    return Article(
        text=TEXT,
        title=LINES[0][1],
        byline=None,
        outlet="Harbour Gazette",
        published="2026-03-14T17:42",
        language="en",
        blocks=blocks,
        sentences=tuple(sentences),
        actors=(
            Actor(0, "Ruth Adeyemi", "person", "mayor", (mention("Ruth Adeyemi"), mention("she", "pronoun", body))),
            Actor(1, "Tom Hallam", "person", "minister", (mention("Tom Hallam"), mention("He", "pronoun", body))),
            Actor(2, "the mayor", "person", None, (mention("Mayor", "nominal"),)),
        ),
        quotes=(
            quote(0, "We had no choice,", 0),
            quote(1, "The boats will be back in June.", 0, continues=0),
            quote(2, "a panic measure", 1, "partial"),
        ),
        not_quotes=(NotQuote(*span("Iron Lady"), "nickname"),),
        dates=(Date(*span("on Saturday"), "DATE", "2026-03-14", "published", "weekday"),),
        actions=(
            action("a barge struck it", None, When("2018-02", True, None), 0),
            action("closed the pier on Saturday", 0, When("2026-03-14", True, None), 1),
            action("said the ban was", 1, When("2026-03-14", False, None), 1),
            action("will visit the port", 1, When("2026-03-26", True, None), 2, "planned"),
            action("calls it", None, When(None, True, None), 3, "denied"),
        ),
    )  # fmt: skip
