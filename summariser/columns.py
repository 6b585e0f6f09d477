"""The columns of every table: a name, and a small function of a row and of the article it points into.

Values are for computing with: ISO days, numbers and names as they are.  What people read on a page is made by the
screens.  Where several articles hold one thing (a comparison), each article has a row of its own, so that the table is
tidy (Wickham 2014, "Tidy Data").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any

Column = Callable[[Any, Any], Any]


def field(name: str) -> Column:
    """A field as it stands."""
    return lambda row, _: getattr(row, name)


def fields(*names: str) -> dict[str, Column]:
    """Fields under their own names."""
    return {name: field(name) for name in names}


def flat(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def words(row: Any, article: Any) -> str:
    """The words between a row's start and end."""
    return flat(article.text[row.start : row.end])


def actor(name: str) -> Column:
    """The name of the actor whose number a field holds."""

    def found(row: Any, article: Any) -> str | None:
        number = getattr(row, name)
        return None if number is None else article.actors[number].name

    return found


def said(row: Any, article: Any) -> str:
    """The words of a quote, its parts joined."""
    return " … ".join(flat(article.text[p.start : p.end]) for p in row.parts)


def passage(name: str) -> Column:
    """The words of a span that may be missing."""

    def found(row: Any, article: Any) -> str | None:
        span = getattr(row, name)
        return None if span is None else flat(article.text[span.start : span.end])

    return found


def role(row: Any, article: Any) -> str | None:
    """The role of a quote's speaker."""
    return None if row.speaker is None else article.actors[row.speaker].role


def utterance(row: Any, article: Any) -> int:
    """The quote that this one carries on, or its own number: what is said in one go has one number."""
    while row.continues is not None:
        row = quote_of(article, row.continues)
    number: int = row.id
    return number


def quote_of(article: Any, number: int) -> Any:
    """The quote of this number; corrections leave gaps between numbers."""
    return article.quotes[bisect_left(article.quotes, number, key=lambda quote: quote.id)]


def count(name: str) -> Column:
    """How long a layer is."""
    return lambda row, _: len(getattr(row, name))


def when(name: str) -> Column:
    """A part of an action's day."""
    return lambda row, _: None if row.when is None else getattr(row.when, name)


def forms(form: str) -> Column:
    """How many mentions are of one form."""
    return lambda row, _: sum(1 for m in row.mentions if m.form == form)


def picked(row: Any, article: Any) -> str:
    """The words of a sentence of a summary."""
    span = article.sentences[row.sentence]
    return flat(article.text[span.start : span.end])


def outlet(row: Any, found: Any) -> str | None:
    """The outlet of the article that a row of a comparison is of, else its title."""
    article = found.articles[row[1]]
    name: str | None = article.outlet or article.title
    return name


def shared(name: str) -> Column:
    """A field of what several articles share."""
    return lambda row, _: getattr(row[0], name)


def quoted(row: Any, found: Any) -> str:
    """A shared quote in the words of one article."""
    article = found.articles[row[1]]
    return said(quote_of(article, row[2]), article)


def claimed(row: Any, found: Any) -> str:
    """What is told, in the sentence of one article."""
    article = found.articles[row[1]]
    return words(article.sentences[row[2]], article)


def reported(row: Any, found: Any) -> str:
    """A figure or a day as one article writes it."""
    return words(row[2], found.articles[row[1]])


def placed(row: Any, found: Any) -> str:
    """The words at a place (article, start, end)."""
    _, start, end = row[2]
    return flat(found.articles[row[1]].text[start:end])


def number(row: Any, _: Any) -> int:
    """The number of the article in the comparison, from 0."""
    at: int = row[1]
    return at


HERE: dict[str, Column] = {"article": number, "outlet": outlet}

COLUMNS: dict[str, dict[str, Column]] = {
    "articles": {
        **fields("title", "outlet", "byline", "published", "language"),
        "words": lambda a, _: sum(len(a.text[s.start : s.end].split()) for s in a.sentences),
        **{name: count(name) for name in ("sentences", "actors", "quotes", "actions")},
        "warnings": lambda a, _: "; ".join(a.warnings),
        "source": field("source"),
    },
    "blocks": {**fields("role"), "words": words, **fields("start", "end", "rule")},
    "sentences": {"words": words, **fields("start", "end", "block")},
    "actors": {
        **fields("id", "name", "kind", "role"),
        "mentions": count("mentions"),
        "names": forms("name"),
        "descriptions": forms("nominal"),
        "pronouns": forms("pronoun"),
    },
    "quotes": {
        "speaker": actor("speaker"),
        "role": role,
        "words": said,
        "kind": field("kind"),
        "called": passage("speaker_span"),
        "cue": passage("cue"),
        **fields("id"),
        "utterance": utterance,
        "start": lambda q, _: q.parts[0].start if q.parts else None,
        "end": lambda q, _: q.parts[-1].end if q.parts else None,
        **fields("confidence", "rule"),
    },
    "not_quotes": {"words": words, **fields("start", "end", "rule")},
    "dates": {"words": words, **fields("type", "value", "anchor", "start", "end", "rule")},
    "actions": {
        "when": when("value"),
        "stated": when("stated"),
        "actor": actor("actor"),
        **fields("verb", "object", "place", "status"),
        "claimed_by": actor("claimed_by"),
        "words": words,
        **fields("order", "weight", "main", "start", "end", "confidence", "rule"),
    },
    "summary": {
        "words": picked,
        **fields("rank", "score", "why", "sentence"),
        "start": lambda p, article: article.sentences[p.sentence].start,
        "end": lambda p, article: article.sentences[p.sentence].end,
    },
    "speakers": fields(
        "name", "kind", "quotes", "words", "reported", "mentions", "names", "nominals", "pronouns", "positions"
    ),
    "compared summary": {
        **HERE,
        "words": lambda row, found: words(row[0], found.articles[row[1]]),
        **{name: shared(name) for name in ("rank", "why", "start", "end")},
    },
    "compared actors": {
        "name": shared("name"),
        "kind": shared("kind"),
        **HERE,
        "mentions": lambda row, found: len(found.articles[row[1]].actors[row[2]].mentions),
        "passages": lambda row, found: sum(q.speaker == row[2] for q in found.articles[row[1]].quotes),
    },
    "compared quotes": {
        "number": lambda row, _: row[3],
        "agreement": shared("agreement"),
        **HERE,
        "words": quoted,
        "difference": shared("difference"),
        "rule": shared("rule"),
    },
    "compared claims": {
        "number": lambda row, _: row[3],
        "relation": shared("relation"),
        **HERE,
        "words": claimed,
        "score": shared("score"),
    },
    "compared numbers": {
        "about": shared("about"),
        "kind": shared("kind"),
        "conflict": shared("conflict"),
        **HERE,
        "words": reported,
        "value": lambda row, _: row[2].value,
    },
    "compared copies": {
        "number": lambda row, _: row[3],
        "containment": shared("containment"),
        **HERE,
        "words": placed,
    },
    "compared findings": {
        "number": lambda row, _: row[3],
        "text": shared("text"),
        **HERE,
        "words": placed,
        "rule": shared("rule"),
    },
}

# Where the articles of a row of a comparison are kept: (article, what of it) each.
MEMBERS: dict[str, Callable[[Any], Iterable[tuple[int, Any]]]] = {
    "compared summary": lambda line: [(line.article, line)],
    "compared actors": lambda shared: shared.members,
    "compared quotes": lambda shared: shared.members,
    "compared claims": lambda shared: shared.members,
    "compared numbers": lambda shared: [(m.article, m) for m in shared.members],
    "compared copies": lambda copy: [(place[0], place) for place in copy.passages],
    "compared findings": lambda finding: [(place[0], place) for place in finding.places],
}


def spread(kind: str, rows: Iterable[Any]) -> list[Any]:
    """The rows; those of a comparison once for each article, as (row, article, what of it, number of the row)."""
    members = MEMBERS.get(kind)
    if members is None:
        return list(rows)
    return [(row, at, what, n) for n, row in enumerate(rows) for at, what in members(row)]
