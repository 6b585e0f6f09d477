"""Plain text and Markdown -> Document.  The text is kept as it stands; Markdown keeps its marks out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.inputs.encoding import decode
from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

FRONT = re.compile(r"---\n(?P<rows>(?:[^\n]*\n){1,40}?)---\n")
ROW = re.compile(r"^(title|author|byline|date|published|outlet|source|url):[ \t]*(\S[^\n]*)$", re.M | re.I)
IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
ANCHOR = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)")
HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]*)$", re.M)
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])")
LEAD = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+)", re.M)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
HARD = re.compile(r"(?: {2,}|\\)$")  # ends a line within a paragraph
OWN_LINE = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|>|[-*+][ \t]|\d{1,3}[.)][ \t]|\||(?:[-*_][ \t]*){3,}$|```)|.*\t|[=-]+$|!\["
)
RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.M)
CLOSING = " \t#"  # what may stand after a heading
WRAPPED, WIDEST = 60, 120  # characters of a line that a writing program broke
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
        fields = {k.lower(): v.strip().strip("\"'") for k, v in ROW.findall(front["rows"])} if front else {}
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
    """Markdown without its marks, each paragraph on one line."""
    text = RULE.sub("", unwrapped(markdown))
    text = HEADING.sub(lambda m: f"\n{m[1].rstrip(CLOSING)}\n", text)
    text = ANCHOR.sub(r"\1", IMAGE.sub(r"\1", text))
    text = ESCAPED.sub(r"\1", EMPHASIS.sub(r"\2", LEAD.sub("", text)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def unwrapped(markdown: str) -> str:
    """Lines that a writing program broke at the width of its page joined again, as Markdown has it.

    Only where the lines of a paragraph are about as long as each other: short lines one above the other are a pasted
    page's own, which no one meant for a paragraph.
    """
    return "\n\n".join(_paragraph(p) for p in re.split(r"\n[ \t]*\n", markdown))


def _paragraph(lines: str) -> str:
    rows = lines.split("\n")
    found = rows[:1]
    for before, row in zip(rows, rows[1:], strict=False):
        first = len(row.split(" ", 1)[0])
        full = len(before) + 1 + first > WRAPPED  # the next word had no room
        if full and len(before) <= WIDEST and row.strip() and not OWN_LINE.match(row) and not HARD.search(before):
            found[-1] = f"{found[-1].rstrip()} {row.strip()}"
        else:
            found.append(row)
    return "\n".join(found)


def _first_heading(markdown: str) -> str | None:
    m = re.search(r"^# +([^\n]+)$", markdown, re.M)
    return plain(m[1].rstrip(CLOSING)) or None if m else None
