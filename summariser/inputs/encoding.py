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
KNOWN = re.compile(  # encodings that pages and mails are written in; others that Python knows are no text, or slow
    r"(?:utf-?8|us-ascii|ascii|iso-?8859-\d{1,2}(?:-[ei])?|latin-?\d|windows-\d{3,4}|cp\d{3,4}|koi8-[rut]|mac(?:intosh|-\w+)"
    r"|gbk?|gb2312|gb18030|big5(?:-?hkscs)?|euc-(?:jp|kr)|shift[_-]?jis|s-?jis|iso-2022-jp|tis-620)",
    re.I,
)
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
    mark, codec = wide(data)
    text = data[mark:].decode(codec, "replace") if codec else _guess(data, declared)
    sample = text[:20_000]
    if len(CONTROLS.findall(sample)) > 0.02 * len(sample):
        raise UnreadableFile(name, "it is binary data, not text", "Save the article as text, HTML, PDF or DOCX")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def wide(data: bytes) -> tuple[int, str | None]:
    """The length of the byte order mark and what it stands for; without one, UTF-16 shows by every other byte being
    zero.  No encoding where neither is there."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return len(mark), codec
    sample = data[:4000]
    half = len(sample) // 2
    for first, codec in ((0, "utf-16-be"), (1, "utf-16-le")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if half and zeros > 0.7 * half and not others:
            return 0, codec
    return 0, None


def opening(data: bytes, most: int = 4000) -> bytes:
    """The first characters as UTF-8 without a mark, for a look at what a file is."""
    mark, codec = wide(data)
    head = data[mark : mark + 4 * most]
    return head.decode(codec, "ignore")[:most].encode() if codec else head[:most]


def decoded(data: bytes, charset: str | None) -> str | None:
    """``data`` in an encoding that is declared; None where it is none that text is written in."""
    try:
        return data.decode(charset, "replace") if charset and KNOWN.fullmatch(charset.strip()) else None
    except LookupError:
        return None


def _guess(data: bytes, declared: bool) -> str:
    """UTF-8 where it fits, then what the markup declares, then Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.count(b"\xef\xbf\xbd") or (error.start > 1000 and _mostly_utf8(data)):
            return data.decode("utf-8", "replace")
    charset = CHARSET.search(data[:2048]) if declared else None
    found = decoded(data, charset[1].decode("ascii", "replace")) if charset else None
    return data.decode("cp1252", "replace") if found is None else found


def _mostly_utf8(data: bytes) -> bool:
    """One broken byte in a page of good UTF-8 is a broken byte, not another encoding."""
    text = data.decode("utf-8", "replace")
    strange = sum(ord(c) > 127 for c in text)
    return text.count("�") * 10 < strange
