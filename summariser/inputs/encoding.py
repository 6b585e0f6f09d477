"""Bytes -> text: the byte order mark, then UTF-8, then Windows-1252, which never fails."""

from __future__ import annotations

import codecs
import re

from summariser.model import UnreadableFile

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,30})", re.I)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
KINDS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, video or picture file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1a\x45\xdf\xa3", "a video"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls, .ppt)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)


def decode(data: bytes, name: str, declared: bool = False) -> str:
    """The text of ``data``; ``declared`` asks the markup for its charset too.  Raises UnreadableFile when binary."""
    kind = next((kind for magic, kind in KINDS if data.startswith(magic)), None)
    if kind:
        raise UnreadableFile(name, f"it is {kind}, not text", "Save the article as text, HTML, PDF or DOCX")
    mark = next(((bom, codec) for bom, codec in MARKS if data.startswith(bom)), None)
    if mark:
        text = data[len(mark[0]) :].decode(mark[1], "replace")
    else:
        text = _guess(data, CHARSET.search(data[:2048]) if declared else None)
    sample = text[:20_000]
    if len(CONTROLS.findall(sample)) > 0.02 * len(sample):
        raise UnreadableFile(name, "it is binary data, not text", "Save the article as text, HTML, PDF or DOCX")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes, charset: re.Match[bytes] | None) -> str:
    """UTF-8 where it fits, then what the markup declares, then Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.count(b"\xef\xbf\xbd") or (error.start > 1000 and _mostly_utf8(data)):
            return data.decode("utf-8", "replace")
    if charset:
        try:
            return data.decode(charset[1].decode("ascii"), "replace")
        except LookupError:
            pass
    return data.decode("cp1252", "replace")


def _mostly_utf8(data: bytes) -> bool:
    """One broken byte in a page of good UTF-8 is a broken byte, not another encoding."""
    text = data.decode("utf-8", "replace")
    strange = sum(ord(c) > 127 for c in text)
    return text.count("�") * 10 < strange
