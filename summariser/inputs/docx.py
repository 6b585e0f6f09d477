"""DOCX -> Document, by python-docx: paragraphs in order, those of tables too, labelled from their styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from summariser.inputs.archives import check_zip
from summariser.inputs.limits import Limits, check
from summariser.model import Block, Document, Role, UnreadableFile
from summariser.text.blocks import label_blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GAPS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
APART = frozenset({f"{W}p", f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}moveFrom"})
APART |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
STYLES: dict[str, tuple[Role, str]] = {
    "title": ("headline", "style_title"),
    "subtitle": ("standfirst", "style_subtitle"),
    "caption": ("caption", "style_caption"),
}


def read_docx(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The one article of a Word document."""
    rows, about = paragraphs(data, name, limits)
    if not rows:
        raise UnreadableFile(name, "the document holds no text", "Paste the article's text")
    text = "\n\n".join(line for line, _ in rows)
    check(name, "the document has too many characters", len(text), limits.characters, "Split it into its articles")
    title = next((line for line, style in rows if style == "title"), None)
    blocks = styled(label_blocks(text, title), [style for _, style in rows])
    yield Document(name, name, text, title, about or None, blocks=blocks)


def paragraphs(data: bytes, name: str, limits: Limits) -> tuple[list[tuple[str, str]], str]:
    """(line, style in lower case) of each paragraph that has words, and the author.  Raises UnreadableFile."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    entries = check_zip(data, name, limits)
    markup = sum(e.file_size for e in entries if e.filename.endswith((".xml", ".rels")))
    check(name, "its markup unpacks to too many bytes", markup, limits.xml, "Paste the article's text")
    try:
        document = docx.Document(io.BytesIO(data))
        names = {s.style_id: (s.name or "").lower() for s in document.styles}
        body = document.element.body
        rows = [(" ".join(own_text(p).split()), names.get(_style(p), "")) for p in body.iter(f"{W}p")]
        author = str(document.core_properties.author or "")
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        reason = f"the document is damaged or nested too deeply ({type(error).__name__})"
        raise UnreadableFile(name, reason, "Save it again as DOCX") from None
    return [(line, style) for line, style in rows if line], author


def own_text(paragraph: Any) -> str:
    """The words of a paragraph: those inserted under review, not those struck out, nor those of a text box in it.

    A walk over the elements, not python-docx's tables: those repeat a cell as often as it is wide, a billion times
    where a file says so.
    """
    parts = []
    todo = list(reversed(paragraph))
    while todo:
        node = todo.pop()
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag in GAPS:
            parts.append(GAPS[node.tag])
        elif node.tag not in APART:
            todo += reversed(node)
    return "".join(parts)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val") or ""


def styled(blocks: tuple[Block, ...], styles: list[str]) -> tuple[Block, ...]:
    """Roles that the document's styles prove overrule the guesses."""
    if len(blocks) != len(styles):
        return blocks
    found = []
    for block, style in zip(blocks, styles, strict=True):
        role, rule = STYLES.get(style, (block.role, block.rule))
        if style.startswith("heading") and block.role == "body":
            role, rule = "subhead", "style_heading"
        found.append(block._replace(role=role, rule=rule))
    return tuple(found)
