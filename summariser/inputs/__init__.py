"""Bytes -> Documents.  One file a format; limits in one place; READERS says which reader takes which ending.

What a file is, its content decides before its ending: a PDF called ``.txt`` is read as a PDF.
The law: whatever comes in ends in Documents or in one UnreadableFile that names the file, the reason and the way out;
where a file holds several articles, the good ones come first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from summariser.inputs.encoding import opening
from summariser.inputs.limits import Limits, check, configured, several
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
    "mbox": ("mail", "read_mail"),
    "mht": ("mail", "read_mail"),
    "mhtml": ("mail", "read_mail"),
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
LONGEST_FACT = 1_000
SPLIT = "Split it, or save the article alone"
PASTE = "Open it and paste the article's text"
WAY_OUT = "Hand in text, Markdown, HTML, PDF, DOCX, EML, RSS, JSON, CSV or a ZIP of these"


def open_path(path: Path, limits: Limits | None = None) -> Iterator[Document]:
    """The articles of one file or of a folder.  Raises UnreadableFile."""
    limits = limits or configured()
    try:
        if path.is_dir():
            yield from _folder(path, limits)
            return
        with path.open("rb") as file:
            data = read_bounded(file, str(path), limits)
    except FileNotFoundError:
        raise UnreadableFile(str(path), "there is no such file", "Look at how its name is spelt") from None
    except OSError as error:
        raise UnreadableFile(str(path), f"the system does not let it be read ({error.strerror})", WAY_OUT) from None
    yield from open_bytes(data, str(path), limits)


def read_bounded(file: BinaryIO, name: str, limits: Limits | None = None) -> bytes:
    """All bytes of a file or pipe, however long it claims to be.  Raises UnreadableFile past the limit."""
    limits = limits or configured()
    most = limits.upload if ending(name) in MANY or not ending(name) else limits.file
    data = file.read(most + 1)
    if len(data) > most:
        size = max(len(data), os.fstat(file.fileno()).st_size)
        check(name, "the file has too many bytes", size, most, SPLIT)
    return data


def _folder(path: Path, limits: Limits) -> Iterator[Document]:
    """Every readable file below ``path``, then one UnreadableFile for those that are not."""
    files = sorted(_files(path))
    bad = []
    for file in files:
        try:
            yield from open_path(file, limits)
        except UnreadableFile as error:
            bad.append(f"{file.relative_to(path)}: {error.reason}")
    if not files:
        raise UnreadableFile(str(path), "the folder is empty", WAY_OUT)
    if bad:
        raise UnreadableFile(str(path), several(bad, len(files), "files could not be read"), WAY_OUT)


def _files(path: Path) -> Iterator[Path]:
    """The ordinary files below a folder; hidden ones and links to folders, which may run in a ring, are left out."""
    for folder, inner, names in os.walk(path):
        inner[:] = [d for d in inner if not d.startswith(".")]
        yield from (p for n in names if not n.startswith(".") and (p := Path(folder, n)).is_file())


def open_bytes(data: bytes, name: str, limits: Limits | None = None) -> Iterator[Document]:
    """The articles in ``data``; ``name`` (with its ending) is what the user calls it.  Raises UnreadableFile."""
    limits = limits or configured()
    if not data.strip():
        raise UnreadableFile(name, "the file is empty", "Save the article again, or paste its text")
    kind = sniff(data, ending(name))
    check(name, "the file has too many bytes", len(data), limits.upload if kind in MANY else limits.file, SPLIT)
    module, function = READERS[kind]
    reader: Callable[..., Iterator[Document]] = getattr(import_module(f"summariser.inputs.{module}"), function)
    try:
        found = reader(data, name, limits, open_bytes) if kind == "zip" else reader(data, name, limits)
        yield from map(_tidied, found)
    except UnreadableFile:
        raise
    except RecursionError:
        raise UnreadableFile(name, "it is nested too deeply", PASTE) from None
    except MemoryError:
        raise UnreadableFile(name, "reading it needs too much memory", PASTE) from None
    except Exception as error:  # the parsers of five libraries: whatever breaks in one is this file's refusal
        raise UnreadableFile(name, f"it is damaged ({type(error).__name__})", PASTE) from error


def _tidied(document: Document) -> Document:
    """What the file says of itself on one line each, and no longer than a screen."""
    title, byline, outlet = map(_one_line, (document.title, document.byline, document.outlet))
    return document._replace(title=title, byline=byline, outlet=outlet)


def _one_line(fact: str | None) -> str | None:
    return " ".join(fact.split())[:LONGEST_FACT] if fact else fact


def ending(name: str) -> str:
    """The ending of a file's name in lower case, without its dot."""
    return Path(name).suffix.lower().lstrip(".")


def sniff(data: bytes, stated: str) -> str:
    """The ending that the content deserves; ``stated`` where the content does not contradict it."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data, stated)
    head = opening(data)
    if FEED.match(head):
        return "rss"
    if HTML.match(head):
        return "html"
    if stated not in READERS or stated in ("pdf", "docx", "zip"):
        return _by_content(data, head)
    return stated


def _zip_kind(data: bytes, stated: str) -> str:
    """A Word document is an archive with one folder called ``word``."""
    from summariser.inputs.archives import names_in

    names = names_in(data)
    if names is None:
        return "docx" if stated == "docx" else "zip"
    return "docx" if "[Content_Types].xml" in names and any(n.startswith("word/") for n in names) else "zip"


def _by_content(data: bytes, head: bytes) -> str:
    """For a name that tells nothing, or tells what the content is not."""
    if MAIL.match(head):
        return "eml"
    if data.lstrip()[:1] == b"{" and b'"text"' in data[:100_000]:
        return "jsonl" if b"\n{" in data.strip() else "json"
    return "txt"
