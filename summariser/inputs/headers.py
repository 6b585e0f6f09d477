"""What an HTML page says of itself in its head: JSON-LD, Open Graph and other meta elements, canonical address."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, NamedTuple

from summariser.text.bylines import is_person
from summariser.text.headline import SITE_TAIL
from summariser.text.stamps import find_stamp

DATES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "publishdate",
    "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "date", "publish-date", "publication_date",
)  # fmt: skip
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
OUTLETS = ("og:site_name", "application-name", "twitter:app:name:iphone")
TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")

PUBLISHED = re.compile(r"publi(?:sh|c)|pub-?date|issued|release")  # in the names of further meta elements
CHANGED = re.compile(r"modif|updat|expir|unpublish|publisher|publishing")
LEAST_OF_TITLE = 0.4  # share of the stated title's words that its heading says at least
MOST_HEADS = 50  # headings of the first rank that are looked at; pages have one or a few


class Headers(NamedTuple):
    """Fields of a page's head; None where it does not say."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    url: str | None


def read_headers(tree: Any, url: str | None = None) -> Headers:
    """Every field from the first place that states it."""
    meta = read_meta(tree)
    linked = list(linked_data(tree))
    outlet = first(meta, OUTLETS) or nested_name(linked, "publisher")
    canonical = next((href for n in tree.iter("link") if n.get("rel") == "canonical" and (href := n.get("href"))), None)
    return Headers(
        find_title(tree, meta, linked, outlet),
        find_author(tree, meta, linked, None if is_person(outlet or "") else outlet),
        outlet,
        find_date(tree, meta, linked),
        url or canonical or meta.get("og:url"),
    )


def read_meta(tree: Any) -> dict[str, str]:
    """Meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        value = " ".join((node.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return found


def first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The value of the first name that is there."""
    return next((meta[n] for n in names if meta.get(n)), None)


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for node in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            todo = deque([json.loads(node.text or "null", strict=False)])
        except (ValueError, RecursionError):
            continue
        while todo:
            item = todo.popleft()
            if isinstance(item, list):
                todo.extendleft(reversed(item))
            elif isinstance(item, dict):
                todo.extend(item[k] for k in ("@graph", "mainEntity") if k in item)
                if re.search(r"Article|Posting|Report|WebPage", str(item.get("@type"))):
                    yield item


def find_title(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]], outlet: str | None = None) -> str | None:
    """The heading that the page's title repeats; else what the head says, without the site's name.  A heading that is
    the site's name, or a word or two of a long title, is the name of a section."""
    stated = first(meta, TITLES) or " ".join((tree.findtext(".//title") or "").split())
    heads = [" ".join("".join(h.itertext()).split()) for h in islice(tree.iter("h1"), MOST_HEADS)]
    fold = stated.casefold()
    least = LEAST_OF_TITLE * len(SITE_TAIL.sub("", fold).split())
    heads = [h for h in heads if 2 <= len(h.split()) <= 40 and h.casefold() != (outlet or "").casefold()]
    for head in heads:
        if (head.casefold() in fold and len(head.split()) >= least) or SITE_TAIL.sub("", fold) == SITE_TAIL.sub(
            "", head.casefold()
        ):
            return head
    if len(heads) == 1 and not (stated and len(heads[0].split()) < least):
        return heads[0]
    headline = next((i["headline"] for i in linked if isinstance(i.get("headline"), str)), None)
    return SITE_TAIL.sub("", stated) or headline or (heads[0] if heads else None)


def find_author(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]], outlet: str | None = None) -> str | None:
    """Names of the writers; addresses are no names, nor is the site's own."""
    stated = chain(
        (nested_name(linked, "author", outlet), *(meta.get(name) for name in AUTHORS)),
        ("".join(a.itertext()) for a in islice(elements(tree, "//*[@rel='author' or @itemprop='author']"), MOST_HEADS)),
    )
    names = (re.sub(r"^by\s+", "", " ".join(s.split()), flags=re.I) for s in stated if s)
    return next((n for n in names if is_name(n, outlet)), None)


def elements(tree: Any, path: str) -> Iterator[Any]:
    """What the path finds, looked for when the first is asked for."""
    yield from tree.xpath(path)


def is_name(name: str, outlet: str | None) -> bool:
    """Whether somebody may be called so."""
    return (
        2 < len(name) <= 200
        and not name.startswith(("http", "@", "/"))
        and name.casefold() != (outlet or "").casefold()
    )


def nested_name(linked: list[dict[str, Any]], key: str, outlet: str | None = None) -> str | None:
    """The name, or names, of a person or body in JSON-LD, other than the ``outlet``'s."""
    for item in linked:
        value = item.get(key)
        rows = value if isinstance(value, list) else [value]
        names = [r.get("name") if isinstance(r, dict) else r for r in rows]
        kept = [n.strip(" ,;") for n in names if isinstance(n, str) and n.strip(" ,;")]
        kept = [n for n in kept if n.casefold() != (outlet or "").casefold()]
        if kept:
            return ", ".join(dict.fromkeys(kept))
    return None


def find_date(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """The moment of publication as ISO: JSON-LD, meta elements, then the first time element."""
    stated = chain(
        (i["datePublished"] for i in linked if isinstance(i.get("datePublished"), str)),
        (meta[n] for n in DATES if n in meta),
        (meta[n] for n in meta if PUBLISHED.search(n) and not CHANGED.search(n)),
        elements(tree, "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime"),
        islice(elements(tree, "//time[@pubdate]/@datetime | //article//time/@datetime | //time/@datetime"), 1),
    )
    return next((value for raw in stated if (value := iso(raw))), None)


def iso(raw: str) -> str | None:
    """``2024-12-05 15:34:10Z`` -> ``2024-12-05T15:34+00:00``; other forms as pages print them."""
    found = find_stamp(raw.strip()[:60])
    return found.value if found else None
