"""Bytes -> Documents.  One file a format; limits in one place; READERS says which reader takes which ending.

What a file is, its content decides before its ending: a PDF called ``.txt`` is read as a PDF.
The law: whatever comes in ends in Documents or in one UnreadableFile that names the file, the reason and the way out;
where a file holds several articles, the good ones come first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

READERS = {  # ending -> (module beside this one, function)
    "txt": ("plain", "read_text"),
    "text": ("plain", "read_text"),
    "md": ("plain", "read_markdown"),
    "markdown": ("plain", "read_markdown"),
    "html": ("html", "read_html"),
    "htm": ("html", "read_html"),
    "xhtml": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "eml": ("mail", "read_mail"),
    "rss": ("feeds", "read_feed"),
    "atom": ("feeds", "read_feed"),
    "xml": ("feeds", "read_feed"),
    "json": ("tables", "read_json"),
    "jsonl": ("tables", "read_json_lines"),
    "ndjson": ("tables", "read_json_lines"),
    "csv": ("tables", "read_csv"),
    "tsv": ("tables", "read_csv"),
    "zip": ("archives", "read_zip"),
}
MANY = frozenset({"jsonl", "ndjson", "json", "csv", "tsv", "zip"})  # may hold a whole upload
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<[?!][^>]{0,500}>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I)
MAIL = re.compile(
    rb"(?:(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|x-[\w-]+):"
    rb"[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.I,
)
WAY_OUT = "Hand in text, Markdown, HTML, PDF, DOCX, EML, RSS, JSON, CSV or a ZIP of these"


def open_path(path: Path, limits: Limits | None = None) -> Iterator[Document]:
    """The articles of one file or of a folder.  Raises UnreadableFile."""
    limits = limits or Limits()
    try:
        if path.is_dir():
            yield from _folder(path, limits)
            return
        most = limits.upload if ending(path.name) in MANY else limits.file
        check(str(path), "the file has too many bytes", path.stat().st_size, most, "Split it or save the article alone")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(str(path), "there is no such file", "Look at how its name is spelt") from None
    except OSError as error:
        raise UnreadableFile(str(path), f"the system does not let it be read ({error.strerror})", WAY_OUT) from None
    yield from open_bytes(data, str(path), limits)


def _folder(path: Path, limits: Limits) -> Iterator[Document]:
    """Every readable file below ``path``, then one UnreadableFile for those that are not."""
    files = [p for p in sorted(path.rglob("*")) if p.is_file() and not p.name.startswith(".")]
    bad = []
    for file in files:
        try:
            yield from open_path(file, limits)
        except UnreadableFile as error:
            bad.append(f"{file.relative_to(path)}: {error.reason}")
    if not files:
        raise UnreadableFile(str(path), "the folder is empty", WAY_OUT)
    if bad:
        reason = f"{len(bad)} of {len(files)} files could not be read: " + "; ".join(bad[:10])
        raise UnreadableFile(str(path), reason, WAY_OUT)


def open_bytes(data: bytes, name: str, limits: Limits | None = None) -> Iterator[Document]:
    """The articles in ``data``; ``name`` (with its ending) is what the user calls it.  Raises UnreadableFile."""
    limits = limits or Limits()
    if not data.strip():
        raise UnreadableFile(name, "the file is empty", "Save the article again, or paste its text")
    kind = sniff(data, ending(name))
    most = limits.upload if kind in MANY else limits.file
    check(name, "the file has too many bytes", len(data), most, "Split it or save the article alone")
    module, function = READERS[kind]
    reader: Callable[..., Iterator[Document]] = getattr(import_module(f"summariser.inputs.{module}"), function)
    try:
        yield from reader(data, name, limits, open_bytes) if kind == "zip" else reader(data, name, limits)
    except (MemoryError, RecursionError) as error:
        raise UnreadableFile(name, f"reading it needs too much ({type(error).__name__})", WAY_OUT) from None


def ending(name: str) -> str:
    """The ending of a file's name in lower case, without its dot."""
    return Path(name).suffix.lower().lstrip(".")


def sniff(data: bytes, stated: str) -> str:
    """The ending that the content deserves; ``stated`` where the content does not contradict it."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return "docx" if b"word/" in data and b"[Content_Types].xml" in data else "zip"
    if FEED.match(data[:4096]):
        return "rss"
    if HTML.match(data[:4096]):
        return "html"
    if stated not in READERS or stated in ("pdf", "docx", "zip"):
        return _by_content(data)
    return stated


def _by_content(data: bytes) -> str:
    """For a name that tells nothing, or tells what the content is not."""
    if MAIL.match(data[:8192]):
        return "eml"
    if data.lstrip()[:1] == b"{" and b'"text"' in data[:100_000]:
        return "jsonl" if b"\n{" in data.strip() else "json"
    return "txt"
