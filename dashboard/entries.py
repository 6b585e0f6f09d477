"""What a list says of an article, put down once so that a library of thousands is listed without reading any."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from dashboard.theme import plural, title_of, when_text
from summariser.measure import speakers, utterances
from summariser.model import Article


class Line(NamedTuple):
    """One article in a list."""

    title: str
    outlet: str
    when: str
    people: tuple[str, ...]
    counts: str


def described(article: Article) -> str:
    """The line of an article as text that a database keeps."""
    people = tuple(p.name for p in speakers(article, 3))
    when = when_text(article.published) if article.published else "no date"
    line = Line(title_of(article), article.outlet or "", when, people, counts(article))
    return json.dumps({"by": version()} | line._asdict())


def line_of(card: str) -> Line | None:
    """The line that was put down; None when there is none, or one of another version, which read otherwise."""
    try:
        row = json.loads(card)
        if row.pop("by") != version():
            return None
        return Line(**row | {"people": tuple(row["people"])})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def counts(article: Article) -> str:
    """What was found, in one line."""
    said = sum(1 for u in utterances(article) if u.speaker is not None)
    parts = [plural(len(article.sentences), "sentence"), plural(said, "quote"), plural(len(article.actions), "event")]
    return ", ".join(parts)


@cache
def version() -> str:
    """The version of this program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("news-summariser")
    except PackageNotFoundError:
        return "0"
