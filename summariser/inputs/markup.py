"""An HTML tree as lines of text, each with its tag, its share of links and what the elements around it are called.

One pass without recursion: a page nested ten thousand deep is read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
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
HINTS = {  # by the words in class names and identifiers; "-" may be missing, "<" begins a word, ">" ends it
    "caption": "caption credit copyright",
    "related": "related recommend promo teaser most-read most-popular trending read-more more-from more-stories "
    "more-news also outbrain taboola carousel sidebar card> rail>",
    "share": "share social follow",
    "comment": "comment disqus reply replies",
    "author": "author byline <bio> contributor",
    "date": "date time publish stamp",
    "advert": "<ad> <ads> advert sponsor banner affiliate commerce",
    "signup": "newsletter subscri signup sign-up paywall cookie consent modal popup",
    "menu": "menu navbar <nav> navigation breadcrumb footer toolbar tag> tags> topics",
    "body": "article-body story-body entry-content post-content article-content article__body body-text "
    "article-text story-text",
}
HINTED = {word.strip("<>").replace("-", ""): hint for hint, words in HINTS.items() for word in words.split()}


def hint_pattern(word: str) -> str:
    """The pattern of a word of HINTS.  All begin with a letter, whatever may not stand before it: such are looked for
    in a fifth of the time."""
    bare = word.strip("<>")
    ends, begins = r"\b" if word[-1] == ">" else "", rf"(?<!\w{bare})" if word[0] == "<" else ""
    return bare.replace("-", "-?") + ends + begins


HINT = re.compile("|".join(map(hint_pattern, " ".join(HINTS.values()).split())))
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
UNSHOWN = re.compile(r"\b(?:rollover-[\w-]*block|hover-?card|tooltip-?(?:text|content))\b", re.I)
SPACE = re.compile(r"\s+")
CONTROLS = bytes({*range(32)} - set(b"\t\n\r"))
SPACED = bytes.maketrans(CONTROLS, b" " * len(CONTROLS))


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


@cache
def html_parser() -> Any:
    """Without comments, and with elements that trafilatura takes; ``lxml.html``'s own parser asks a function of Python
    for the class of each, each time one is looked at."""
    from lxml import etree
    from lxml.html import HtmlElement

    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def parse(source: str) -> Any:
    """The tree of an HTML page, however deep; None where there is none."""
    from lxml import etree

    try:
        return etree.fromstring(source.encode(errors="replace").translate(SPACED), parser=html_parser())
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
        self.place = Place()

    def add(self, text: str | None, place: Place) -> None:
        """Characters that stand at ``place``."""
        if not text or not (self.parts or text.strip()):
            return
        if not self.parts:
            self.place = place
        self.parts.append(text)
        self.linked += len(text.strip()) if place.link else 0

    def close(self) -> None:
        """End the line."""
        if self.parts:
            line = " ".join("".join(self.parts).split())
            tag, within, hints, _ = self.place
            self.found.append(Piece(line, tag, min(1.0, self.linked / len(line)), within, hints))
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
    style, named = get("style"), get("class")
    unseen = get("hidden") is not None or (style and HIDDEN.search(style)) or (named and is_unshown(named))
    return bool(unseen) or node.tag in MENUS or get("role") == "navigation"


@lru_cache(maxsize=20_000)
def is_unshown(named: str) -> bool:
    """Class names of what shows only under the pointer: the card of a person named in the text."""
    return UNSHOWN.search(named) is not None


def enter(node: Any, place: Place) -> Place:
    """The place inside ``node``."""
    tag, within, hints, link = place
    name, get = node.tag, node.get
    if name in TAGS:
        tag = TAGS[name]
    elif name in ("div", "section", "article", "main"):
        tag = "div"
    if name in WITHIN and name not in within:
        within = (*within, name)
    named = f"{get('class') or ''} {get('id') or ''} {get('itemprop') or ''}".strip()
    if named and name not in ("html", "body"):
        new = hints_of(named[:300]).difference(hints)
        hints = (*hints, *sorted(new)) if new else hints
    return Place(tag, within, hints, link or name == "a")


@lru_cache(maxsize=20_000)
def hints_of(named: str) -> frozenset[str]:
    """What class names and identifiers hint at; remembered, since a page repeats a few hundred of them."""
    return frozenset([HINTED[word.replace("-", "")] for word in HINT.findall(named.lower())])


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
