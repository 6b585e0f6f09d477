"""JSON, JSON lines and CSV of articles -> Documents: ``{"id", "text" or "html", "published"?, "title"?, "url"?}``."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from summariser.inputs.encoding import decode
from summariser.inputs.exported import exported_document, is_export
from summariser.inputs.html import html_document
from summariser.inputs.limits import Limits, check, several
from summariser.model import Document, UnreadableFile

NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "story", "pasted", "articlebody"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "outlet": ("outlet", "source", "publisher", "site"),
    "published": ("published", "date", "publish_date", "datepublished", "date_publish", "published_at"),
    "url": ("url", "link"),
}
SEPARATOR = re.compile(r"sep=([,;\t|])[^\n]*\n", re.I)
WAY_OUT = 'Each article needs a field "text" or "html"'


def read_json_lines(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """One article a line."""
    text = decode(data, name)
    yield from rows_to_documents((_parsed(line, name, limits) for line in _lines(text)), name, limits)


def _lines(text: str) -> Iterator[str]:
    """The lines that hold anything, one after the other, so that the text is not there twice."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line and not line.isspace():
            yield line
        start = end + 1


def _parsed(text: str, name: str, limits: Limits) -> Any:
    """The value of some JSON; None where it is none.  Raises UnreadableFile past the limit, before memory is taken."""
    values = text.count(",") + text.count("[") + text.count("{")
    check(name, "its JSON holds too many values", values, limits.values, "Split it into its articles")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def read_json(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """A list of articles, one article, or an object that holds a list of them."""
    text = decode(data, name)
    found = _parsed(text, name, limits)
    if found is None:
        if text.count("\n{") and text.lstrip().startswith("{"):
            yield from read_json_lines(data, name, limits)
            return
        raise UnreadableFile(name, "it is no valid JSON, or nested too deeply", WAY_OUT)
    if isinstance(found, dict) and _field(found, "text") is None and not found.get("html"):
        found = next((v for v in found.values() if isinstance(v, list) and v), [])
    yield from rows_to_documents(found if isinstance(found, list) else [found], name, limits)


def read_csv(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """One article a row; the first row names the columns (a line ``sep=;`` of Excel's may stand above it)."""
    text = decode(data, name)
    told = SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    head = text[: text.find("\n") if "\n" in text else len(text)]
    mark = told[1] if told else max(",;\t", key=head.count)
    check(name, "it has too many columns", head.count(mark) + 1, limits.columns, WAY_OUT)
    csv.field_size_limit(limits.upload)
    yield from rows_to_documents(_rows(csv.reader(io.StringIO(text), delimiter=mark), name), name, limits)


def _rows(table: Iterator[list[str]], name: str) -> Iterator[dict[str, str]]:
    """The rows of a table that hold anything, by the names of their columns."""
    try:
        columns = next(table, [])
        yield from (dict(zip(columns, row, strict=False)) for row in table if any(row))
    except csv.Error as error:
        raise UnreadableFile(name, f"it is no valid table ({error})", WAY_OUT) from None


def rows_to_documents(rows: Iterable[Any], name: str, limits: Limits) -> Iterator[Document]:
    """The articles of all good rows; then, where there were bad ones, one UnreadableFile that names them."""
    bad: list[str] = []
    number = 0
    for number, row in enumerate(rows, 1):
        check(name, "it holds too many articles", number, limits.articles, "Split it")
        try:
            yield row_to_document(row, number, name, limits)
        except UnreadableFile as error:
            bad.append(f"article {number}: {error.reason}")
    if not number:
        raise UnreadableFile(name, "it holds no articles", WAY_OUT)
    if bad:
        raise UnreadableFile(name, several(bad, number, "articles could not be read"), WAY_OUT)


def row_to_document(row: Any, number: int, name: str, limits: Limits) -> Document:
    """One row's article, its id unchanged.  An empty text is an article too; a missing one is not."""
    if not isinstance(row, dict):
        raise UnreadableFile(name, "it is no JSON object", WAY_OUT)
    row = _named(row)
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


def _named(row: dict[Any, Any]) -> dict[str, Any]:
    """A row whose fields are called as ours are, however they are written: ``Title`` is ``title``."""
    return {str(key).strip().lower(): value for key, value in reversed(row.items())} | row
