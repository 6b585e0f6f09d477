"""ZIP -> the Documents of the files in it, guarded against bombs: entries, sizes, ratio, nesting."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

Opener = Callable[[bytes, str, Limits], Iterator[Document]]
WAY_OUT = "Unpack it and hand in the articles"


def check_zip(data: bytes, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The entries that are files.  Raises UnreadableFile where the archive is damaged or past a limit."""
    try:
        entries = [e for e in zipfile.ZipFile(io.BytesIO(data)).infolist() if not e.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError, UnicodeDecodeError):
        raise UnreadableFile(name, "the file is damaged", "Save or download it again") from None
    size = sum(e.file_size for e in entries)
    check(name, "it holds too many files", len(entries), max(limits.files, 200), WAY_OUT)
    check(name, "it unpacks to too many bytes", size, limits.upload, WAY_OUT)
    ratio = size // max(1, len(data))
    if size > 1_000_000:
        check(
            name,
            "it is packed too tightly to be trusted (unpacked size / packed size)",
            ratio,
            limits.zip_ratio,
            WAY_OUT,
        )
    return entries


def read_zip(data: bytes, name: str, limits: Limits, opener: Opener) -> Iterator[Document]:
    """The articles of every file in it; then, where some could not be read, one UnreadableFile that names them."""
    bad: list[str] = []
    entries = [e for e in check_zip(data, name, limits) if not _noise(e.filename)]
    if limits.zip_depth < 1:
        raise UnreadableFile(name, "it is an archive within archives", WAY_OUT)
    if not entries:
        raise UnreadableFile(name, "the archive is empty", WAY_OUT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in entries:
            try:
                content = unpack(archive, entry, f"{name}/{entry.filename}", limits)
                yield from opener(content, f"{name}/{entry.filename}", limits._replace(zip_depth=limits.zip_depth - 1))
            except UnreadableFile as error:
                bad.append(f"{entry.filename}: {error.reason}")
    if bad:
        raise UnreadableFile(
            name, f"{len(bad)} of {len(entries)} files could not be read: " + "; ".join(bad[:5]), WAY_OUT
        )


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    """The bytes of one entry, never more than a file may have, whatever its header says."""
    import zlib

    try:
        with archive.open(entry) as packed:
            content = packed.read(limits.file + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        raise UnreadableFile(name, "it is damaged, locked or packed in an unknown way", WAY_OUT) from None
    check(name, "the file has too many bytes", len(content), limits.file, WAY_OUT)
    return content


def _noise(name: str) -> bool:
    """Files that archivers and systems leave behind."""
    last = name.rsplit("/", 1)[-1]
    return name.startswith("__MACOSX/") or last.startswith(".") or last in ("Thumbs.db", "desktop.ini")
