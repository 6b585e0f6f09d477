"""Plain text and Markdown -> Document.  The text is kept as it stands; Markdown keeps its marks out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.inputs.encoding import decode
from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

FRONT = re.compile(r"---\n(?P<rows>(?:[^\n]*\n){1,40}?)---\n")
ROW = re.compile(r"^(title|author|byline|date|published|outlet|source|url):[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.M | re.I)
IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
ANCHOR = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)")
HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t#]*$", re.M)
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])")
LEAD = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+)", re.M)
RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.M)
NO_TEXT = "Paste the article's text, or save it again and look whether it opens"


def read_text(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The one article of a text file."""
    text = decode(data, name)
    check(name, "the text has too many characters", len(text), limits.characters, "Split it into its articles")
    if not text.strip():
        raise UnreadableFile(name, "the file holds no text", NO_TEXT)
    yield Document(name, name, text)


def read_markdown(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The one article of a Markdown file; fields from its front matter."""
    for document in read_text(data, name, limits):
        front = FRONT.match(document.text)
        fields = {k.lower(): v for k, v in ROW.findall(front["rows"])} if front else {}
        text = plain(document.text[front.end() :] if front else document.text)
        yield document._replace(
            text=text,
            title=fields.get("title") or _first_heading(document.text),
            byline=fields.get("author") or fields.get("byline"),
            published=fields.get("date") or fields.get("published"),
            outlet=fields.get("outlet") or fields.get("source"),
            url=fields.get("url"),
        )


def plain(markdown: str) -> str:
    """Markdown without its marks."""
    text = RULE.sub("", markdown)
    text = HEADING.sub(r"\n\1\n", text)
    text = ANCHOR.sub(r"\1", IMAGE.sub(r"\1", text))
    text = EMPHASIS.sub(r"\2", LEAD.sub("", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _first_heading(markdown: str) -> str | None:
    m = re.search(r"^# +(.+?)[ #]*$", markdown, re.M)
    return plain(m[1]) if m else None
