"""JSON, JSON lines and CSV of articles -> Documents: ``{"id", "text" or "html", "published"?, "title"?, "url"?}``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from summariser.inputs.encoding import decode
from summariser.inputs.exported import exported_document, is_export
from summariser.inputs.html import html_document
from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "story", "pasted"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "outlet": ("outlet", "source", "publisher", "site"),
    "published": ("published", "date", "publish_date", "datePublished", "date_publish", "published_at"),
    "url": ("url", "link"),
}
WAY_OUT = 'Each article needs a field "text" or "html"'


def read_json_lines(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """One article a line."""
    yield from rows_to_documents(_parsed(decode(data, name).split("\n")), name, limits)


def _parsed(lines: Iterable[str]) -> Iterator[Any]:
    for line in lines:
        if line.strip():
            try:
                yield json.loads(line, strict=False)
            except (ValueError, RecursionError):
                yield None


def read_json(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """A list of articles, one article, or an object that holds a list of them."""
    text = decode(data, name)
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        if text.count("\n{") and text.lstrip().startswith("{"):
            yield from read_json_lines(data, name, limits)
            return
        raise UnreadableFile(name, "it is no valid JSON", WAY_OUT) from None
    if isinstance(found, dict) and not _field(found, "text") and not found.get("html"):
        found = next((v for v in found.values() if isinstance(v, list) and v), [])
    yield from rows_to_documents(found if isinstance(found, list) else [found], name, limits)


def read_csv(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """One article a row; the first row names the columns."""
    text = decode(data, name)
    head = text[: text.find("\n") if "\n" in text else len(text)]
    mark = max(",;\t", key=head.count)
    csv.field_size_limit(limits.file)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise UnreadableFile(name, f"it is no valid table ({error})", WAY_OUT) from None
    yield from rows_to_documents(rows, name, limits)


def rows_to_documents(rows: Iterable[Any], name: str, limits: Limits) -> Iterator[Document]:
    """The articles of all good rows; then, where there were bad ones, one UnreadableFile that names them."""
    bad: list[str] = []
    number = 0
    for number, row in enumerate(rows, 1):
        try:
            yield row_to_document(row, number, name, limits)
        except UnreadableFile as error:
            bad.append(f"article {number}: {error.reason}")
    if not number:
        raise UnreadableFile(name, "it holds no articles", WAY_OUT)
    if bad:
        more = f"; and {len(bad) - 5} more" if len(bad) > 5 else ""
        raise UnreadableFile(name, f"{len(bad)} of {number} articles: " + "; ".join(bad[:5]) + more, WAY_OUT)


def row_to_document(row: Any, number: int, name: str, limits: Limits) -> Document:
    """One row's article, its id unchanged.  An empty text is an article too; a missing one is not."""
    if not isinstance(row, dict):
        raise UnreadableFile(name, "it is no JSON object", WAY_OUT)
    key = row.get("id")
    id = str(key) if key is not None else f"{name}#{number}"
    text = _field(row, "text")
    if text is None and isinstance(row.get("html"), str):
        document = html_document(row["html"], id, name, limits, row.get("url"))
    elif text is None:
        raise UnreadableFile(name, 'it has neither "text" nor "html"', WAY_OUT)
    else:
        check(name, "its text has too many characters", len(text), limits.characters, "Split it into its articles")
        own = exported_document(row, id, name) if is_export(row) else None
        if own is not None:
            return own
        document = Document(id, name, text)
    stated = {key: value for key in ("title", "byline", "outlet", "published", "url") if (value := _field(row, key))}
    return document._replace(**stated)  # type: ignore[arg-type]


def _field(row: dict[str, Any], field: str) -> str | None:
    """The first of a field's usual names that holds words."""
    found = [row[n] for n in NAMES[field] if isinstance(row.get(n), str)]
    return next((f for f in found if f.strip()), found[0] if found else None)
