"""ZIP -> the Documents of the files in it, guarded against bombs: entries, sizes, ratio, nesting.

Nothing is written to a disk: the names in an archive are only what its articles are called.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

from summariser.inputs.limits import Limits, check, several
from summariser.model import Document, UnreadableFile

Opener = Callable[[bytes, str, Limits], Iterator[Document]]
WAY_OUT = "Unpack it and hand in the articles"
BROKEN = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError, RuntimeError, EOFError)
DAMAGED = (*BROKEN, zlib.error, lzma.LZMAError)
OFFICE = (  # what the first names of an archive tell that is no collection of articles
    ("xl/", "it is an Excel workbook", "Save its sheet as CSV"),
    ("ppt/", "it is a PowerPoint presentation", "Paste the article's text"),
    ("META-INF/manifest.xml", "it is an OpenDocument file", "Save it as DOCX, or a sheet as CSV"),
    ("META-INF/container.xml", "it is an e-book (EPUB)", "Paste the article's text"),
)
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LONGEST_NAME = 200


def names_in(data: bytes) -> frozenset[str] | None:
    """The names of an archive's entries; None where it is damaged."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except BROKEN:
        return None


def check_zip(data: bytes, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The entries that are files.  Raises UnreadableFile where the archive is damaged or past a limit."""
    check(name, "it has too many entries", data.count(b"PK\x01\x02"), limits.zip_entries, WAY_OUT)
    try:
        entries = [e for e in zipfile.ZipFile(io.BytesIO(data)).infolist() if not e.is_dir()]
    except BROKEN:
        raise UnreadableFile(name, "the file is damaged", "Save or download it again") from None
    size = sum(e.file_size for e in entries)
    check(name, "it unpacks to too many bytes", size, limits.upload, WAY_OUT)
    ratio = size // max(1, len(data))
    if size > 1_000_000:
        what = "it is packed too tightly to be trusted (unpacked size / packed size)"
        check(name, what, ratio, limits.zip_ratio, WAY_OUT)
    return entries


def read_zip(data: bytes, name: str, limits: Limits, opener: Opener) -> Iterator[Document]:
    """The articles of every file in it; then, where some could not be read, one UnreadableFile that names them."""
    bad: list[str] = []
    number = size = 0
    for number, (inner, content) in enumerate(leaves(data, name, limits, limits.zip_depth), 1):
        check(name, "it holds too many files", number, limits.files, WAY_OUT)
        try:
            if isinstance(content, UnreadableFile):
                raise content
            size += len(content)
            check(name, "it unpacks to too many bytes", size, limits.upload, WAY_OUT)
            yield from opener(content, f"{name}/{inner}", limits)
        except UnreadableFile as error:
            bad.append(f"{inner}: {error.reason}")
    if not number:
        raise UnreadableFile(name, "the archive is empty", WAY_OUT)
    if bad:
        raise UnreadableFile(name, several(bad, number, "files could not be read"), WAY_OUT)


def leaves(data: bytes, name: str, limits: Limits, depth: int) -> Iterator[tuple[str, bytes | UnreadableFile]]:
    """The files of an archive and of the archives in it, each with its name and its bytes or its refusal."""
    entries = [e for e in check_zip(data, name, limits) if not _noise(e.filename)]
    for start, kind, way_out in OFFICE:
        if any(e.filename.startswith(start) for e in entries):
            raise UnreadableFile(name, kind, way_out)
    check(name, "it holds too many files", len(entries), limits.files, WAY_OUT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in entries:
            called = printable(entry.filename)
            try:
                content = unpack(archive, entry, called, limits)
                if not is_archive(content):
                    yield called, content
                    continue
                if depth < 2:
                    raise UnreadableFile(called, "it is an archive within archives", WAY_OUT)
                yield from ((f"{called}/{n}", c) for n, c in leaves(content, called, limits, depth - 1))
            except UnreadableFile as error:
                yield called, error


def is_archive(content: bytes) -> bool:
    """Whether the entry of an archive is an archive of files itself."""
    from summariser.inputs import sniff

    return content.startswith(b"PK") and sniff(content, "") == "zip"


def printable(name: str) -> str:
    """The name of an entry for a screen: no signs that steer a terminal or turn the writing round."""
    return UNPRINTABLE.sub("\ufffd", name)[-LONGEST_NAME:]


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    """The bytes of one entry, never more than a file may have, whatever its header says."""
    try:
        with archive.open(entry) as packed:
            content = packed.read(limits.file + 1)
    except DAMAGED:
        raise UnreadableFile(name, "it is damaged, locked or packed in an unknown way", WAY_OUT) from None
    check(name, "the file has too many bytes", len(content), limits.file, WAY_OUT)
    return content


def _noise(name: str) -> bool:
    """Files that archivers and systems leave behind."""
    last = name.rsplit("/", 1)[-1]
    return name.startswith("__MACOSX/") or last.startswith(".") or last in ("Thumbs.db", "desktop.ini")
