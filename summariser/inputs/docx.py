"""DOCX -> Document, by python-docx: paragraphs in order, headings and captions labelled from their styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from summariser.inputs.archives import check_zip
from summariser.inputs.limits import Limits, check
from summariser.model import Block, Document, Role, UnreadableFile
from summariser.text.blocks import label_blocks

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
    from docx.table import Table

    check_zip(data, name, limits)
    try:
        document = docx.Document(io.BytesIO(data))
        parts = []
        for item in document.iter_inner_content():
            cells = [c.paragraphs for r in item.rows for c in r.cells] if isinstance(item, Table) else [[item]]
            parts += [p for cell in cells for p in cell]
        rows = [(" ".join(p.text.split()), _style(p)) for p in parts]
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        raise UnreadableFile(
            name, f"the document is damaged ({type(error).__name__})", "Save it again as DOCX"
        ) from None
    return [(line, style) for line, style in rows if line], str(document.core_properties.author or "")


def _style(paragraph: object) -> str:
    style = getattr(paragraph, "style", None)
    return (getattr(style, "name", "") or "").lower()


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
