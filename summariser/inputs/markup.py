"""An HTML tree as lines of text, each with its tag, its share of links and what the elements around it are called.

One pass without recursion: a page nested ten thousand deep is read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple

WORD = re.compile(r"\w+")
SKIPPED = frozenset(
    WORD.findall(
        "script style noscript template svg iframe head select option canvas object embed datalist math "
        "audio video map input textarea"
    )
)
MENUS = frozenset({"nav", "dialog"})
BLOCKS = frozenset(
    WORD.findall(
        "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th "
        "thead time tr ul label button"
    )
)
TAGS = {t: t for t in ("h1", "h2", "p", "li", "td", "figcaption", "pre", "time", "button")}
TAGS |= {"h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3", "th": "td", "caption": "figcaption", "blockquote": "quote"}
TAGS |= {"dd": "li", "dt": "li", "label": "button"}
WITHIN = frozenset({"article", "main", "aside", "footer", "header", "figure", "form", "li", "blockquote", "table"})
HINTS = re.compile(
    r"(?P<caption>caption|credit|copyright)"
    r"|(?P<related>related|recommend|promo|teaser|most-?(?:read|popular)|trending|read-?more|more-?(?:from|stories|news)"
    r"|also|outbrain|taboola|carousel|sidebar|card\b|rail\b)"
    r"|(?P<share>share|social|follow)|(?P<comment>comment|disqus|reply|replies)"
    r"|(?P<author>author|byline|\bbio\b|contributor)|(?P<date>date|time|publish|stamp)"
    r"|(?P<advert>\bads?\b|advert|sponsor|banner|affiliate|commerce)"
    r"|(?P<signup>newsletter|subscri|signup|sign-up|paywall|cookie|consent|modal|popup)"
    r"|(?P<menu>menu|navbar|\bnav\b|navigation|breadcrumb|footer|toolbar|tags?\b|topics)"
    r"|(?P<body>article-?body|story-?body|entry-?content|post-?content|article-?content|article__body|body-?text"
    r"|articletext|story-?text)",
    re.I,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SPACE = re.compile(r"\s+")


class Piece(NamedTuple):
    """One line of the page: ``within`` and ``hints`` tell of the elements around it."""

    text: str
    tag: str
    linked: float
    within: tuple[str, ...]
    hints: tuple[str, ...]


class Place(NamedTuple):
    """Where the walk stands: the nearest block's tag, what lies around, whether inside a link."""

    tag: str = "div"
    within: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    link: bool = False


def parse(source: str) -> Any:
    """The tree of an HTML page, however deep; None where there is none.  Its elements are plain: those of ``lxml.html``
    ask a function of Python for their class, each time one is looked at."""
    from lxml import etree

    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", " ", source)
    try:
        return etree.fromstring(clean.encode(), parser=etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def too_deep(tree: Any, limit: int) -> bool:
    """Whether an element lies deeper than ``limit`` levels."""
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False


class Collector:
    """Gathers characters into lines; a line ends where a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.parts: list[str] = []
        self.linked = 0
        self.blank = True
        self.place = Place()

    def add(self, text: str | None, place: Place) -> None:
        """Characters that stand at ``place``."""
        if text:
            if not self.parts or (self.blank and not text.isspace()):
                self.place = place
            self.blank = (self.blank or not self.parts) and text.isspace()
            self.parts.append(text)
            self.linked += len(text.strip()) if place.link else 0

    def close(self) -> None:
        """End the line."""
        line = SPACE.sub(" ", "".join(self.parts)).strip()
        if line:
            place = self.place
            self.found.append(Piece(line, place.tag, min(1.0, self.linked / len(line)), place.within, place.hints))
        self.parts, self.linked = [], 0


def pieces(tree: Any, hidden: bool = False) -> list[Piece]:
    """The lines of the page in order; ``hidden`` keeps what scripts would only uncover and what stands in menus (one
    that was never closed holds the whole page)."""
    out = Collector()
    stack: list[tuple[Any, Place, bool]] = [(tree, Place(), False)]
    while stack:
        node, place, leaving = stack.pop()
        if leaving:
            if node.tag in BLOCKS:
                out.close()
            out.add(node.tail, place)
            continue
        if not isinstance(node.tag, str) or node.tag in SKIPPED or (not hidden and is_hidden(node)):
            out.add(node.tail, place)
            continue
        inner = enter(node, place)
        if node.tag in BLOCKS:
            out.close()
        stack.append((node, place, True))
        out.add(node.text, inner)
        stack.extend((child, inner, False) for child in reversed(node))
    out.close()
    return out.found


def is_hidden(node: Any) -> bool:
    """Not shown to a reader, or a menu."""
    get = node.get
    if node.tag in ("html", "body"):
        return False
    unseen = get("hidden") is not None or HIDDEN.search(get("style") or "") is not None
    return unseen or node.tag in MENUS or get("role") == "navigation"


def enter(node: Any, place: Place) -> Place:
    """The place inside ``node``."""
    tag, within, hints, link = place
    if node.tag in TAGS:
        tag = TAGS[node.tag]
    elif node.tag in ("div", "section", "article", "main"):
        tag = "div"
    if node.tag in WITHIN and node.tag not in within:
        within = (*within, node.tag)
    named = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}".strip()
    if named and node.tag not in ("html", "body"):
        new = frozenset().union(*map(hints_of, named[:300].split())) - set(hints)
        hints = (*hints, *sorted(new)) if new else hints
    return Place(tag, within, hints, link or node.tag == "a")


@lru_cache(maxsize=20_000)
def hints_of(name: str) -> frozenset[str]:
    """What a class name or an identifier hints at; remembered, since a page repeats a few hundred of them."""
    return frozenset(m.lastgroup for m in HINTS.finditer(name) if m.lastgroup)


def bare_lines(source: str) -> list[Piece]:
    """The lines of markup that no parser takes (nested thousands deep): its tags cut out."""
    text = " ".join(without_scripts(source))
    lines = re.split(r"</?(?:p|div|br|h[1-6]|li|tr|td|section|article|blockquote)\b[^<>]{0,2000}>", text, flags=re.I)
    kept = (SPACE.sub(" ", unescape(re.sub(r"<[^<>]{0,2000}>", "", line))).strip() for line in lines)
    return [Piece(line, "p", 0.0, (), ()) for line in kept if line]


def without_scripts(source: str) -> Iterator[str]:
    """The markup between scripts and styles; one that is never closed ends the page."""
    at = 0
    for opened in re.finditer(r"<(script|style)\b", source, re.I):
        if opened.start() < at:
            continue
        yield source[at : opened.start()]
        closed = re.compile(rf"</{opened[1]}[^<>]{{0,200}}>?", re.I).search(source, opened.end())
        if not closed:
            return
        at = closed.end()
    yield source[at:]
