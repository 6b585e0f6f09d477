"""RSS and Atom saved as files -> Documents, one an entry, by feedparser on the bytes (never on an address)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

from summariser.inputs.encoding import opening
from summariser.inputs.html import html_document
from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

ROW = re.compile(rb"<(?:item|entry)\b")


def read_feed(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The entries of a feed that hold words."""
    import feedparser

    if b"<!ENTITY" in opening(data, len(data)):
        raise UnreadableFile(name, "the feed defines entities of its own, which are not expanded", "Paste its articles")
    rows = len(ROW.findall(data))
    check(name, "the feed has too many entries", rows, limits.articles, "Paste its articles")
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    outlet = feed.feed.get("title")
    found = 0
    for number, entry in enumerate(feed.entries[: limits.files]):
        document = read_entry(entry, f"{name}#{number + 1}", name, limits)
        if document:
            found += 1
            yield document._replace(outlet=outlet or document.outlet)
    left = len(feed.entries) - limits.files
    if left > 0:
        reason = f"its first {limits.files} entries were read, which is the limit; {left} more were not"
        raise UnreadableFile(name, reason, "Split it, or paste their articles")
    if not found:
        raise UnreadableFile(name, "the feed holds no articles", "Open the page in a browser and paste the article")


def read_entry(entry: Any, id: str, name: str, limits: Limits) -> Document | None:
    """One entry; None where it has no words."""
    content = entry.get("content") or []
    body = max([c.get("value") or "" for c in content] + [entry.get("summary") or ""], key=len)
    title = " ".join((entry.get("title") or "").split())
    if not body.strip() and not title:
        return None
    check(name, "an entry has too many bytes", len(body), limits.html, "Paste its article")
    marked = f"<html><body><article><h1>{title}</h1><div>{body}</div></article></body></html>"
    document = html_document(marked, id, name, limits, entry.get("link"))
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    day = time.strftime("%Y-%m-%dT%H:%M+00:00", when) if when else None
    return document._replace(title=title or document.title, byline=entry.get("author") or None, published=day)
