"""What a page says of itself: title, byline, outlet, day of publication, language."""

from __future__ import annotations

from typing import NamedTuple

from summariser.model import Block, Document


class Metadata(NamedTuple):
    """``published`` is an ISO date, with the time where the page gives it."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    language: str
    warnings: tuple[str, ...] = ()


def find_metadata(
    text: str, blocks: tuple[Block, ...], document: Document | None = None, published: str | None = None
) -> Metadata:
    """The page's own words about itself; what ``document`` (the file) says and ``published`` (the user) overrule."""
    headline = next((text[b.start : b.end].strip() for b in blocks if b.role == "headline"), None)
    title = (document.title if document else None) or headline
    return Metadata(title, None, None, published or (document.published if document else None), "en")
