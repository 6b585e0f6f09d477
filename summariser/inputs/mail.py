"""EML, mailboxes and MHTML -> Documents: the longest text part of each mail; the subject is the title, the sender the
byline.  A page that a browser saved as MHTML looks like a mail and is read as the page it holds.
"""

from __future__ import annotations

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from summariser.inputs.encoding import decoded
from summariser.inputs.html import html_document
from summariser.inputs.limits import Limits, check, several
from summariser.model import Document, UnreadableFile

FORWARD = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s?:\s?)+", re.I)
MAILBOX = re.compile(rb"^From [^\n]{1,200}\n(?=[\w-]+:)", re.M)  # the line above each mail of an mbox file
LONGEST_HEADER = 2_000
WAY_OUT = "Open it and paste the article's text"


def read_mail(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The article of a mail, or those of all mails of a mailbox.  Raises UnreadableFile."""
    data = data.replace(b"\r\n", b"\n").lstrip()
    starts = [m.end() for m in MAILBOX.finditer(data)] if MAILBOX.match(data) else []
    if len(starts) < 2:
        yield one_mail(data[starts[0] :] if starts else data, name, name, limits)
        return
    check(name, "the mailbox holds too many mails", len(starts), limits.articles, "Split it")
    bad = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        mail = data[start:end].rpartition(b"\nFrom ")[0] if end < len(data) else data[start:]
        try:
            yield one_mail(mail, f"{name}#{number}", name, limits)
        except UnreadableFile as error:
            bad.append(f"mail {number}: {error.reason}")
    if bad:
        raise UnreadableFile(name, several(bad, len(starts), "mails could not be read"), WAY_OUT)


def one_mail(data: bytes, id: str, name: str, limits: Limits) -> Document:
    """One mail's article.  Raises UnreadableFile."""
    check(name, "the mail has too many parts", data.count(b"\n--"), limits.parts, WAY_OUT)
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    page = message.get_content_type() == "multipart/related" and "snapshot-content-location" in message
    plain, marked = parts(message, page)
    if not plain.strip() and not marked.strip():
        raise UnreadableFile(name, "the mail holds no text", WAY_OUT)
    if marked.strip() and (page or len(plain.split()) < 30):
        check(name, "its HTML has too many characters", len(marked), limits.html, "Paste the article alone")
        document = html_document(marked, id, name, limits, header(message, "snapshot-content-location") or None)
    else:
        check(name, "the mail has too many characters", len(plain), limits.characters, "Paste the article alone")
        document = Document(id, name, plain)
    subject = FORWARD.sub("", header(message, "subject")) or None
    document = document._replace(title=document.title or subject)
    if page:  # its sender is the browser, and its day the day on which it was saved
        return document
    return document._replace(byline=document.byline or sender(message), published=document.published or _day(message))


def parts(message: Message, page: bool) -> tuple[str, str]:
    """The longest plain and the longest HTML part; of a saved page its first, for the others are frames in it."""
    plain, marked = "", ""
    for part in message.walk():
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        text = part_text(part)
        if kind == "text/plain":
            plain = max(plain, text, key=len)
        elif not (page and marked):
            marked = max(marked, text, key=len)
    return plain, marked


def part_text(part: Message) -> str:
    """The text of one part; lines that a mail program broke to send them are whole again (RFC 3676)."""
    raw = part.get_payload(decode=True)
    text = _decode(raw, part.get_content_charset()).replace("\r\n", "\n") if isinstance(raw, bytes) else ""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    glue = "" if str(part.get_param("delsp") or "").lower() == "yes" else " "
    return re.sub(r"(?<!\n--) \n(?=[^\n])", glue, text)


def _decode(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        found = decoded(raw, charset)
        return raw.decode("cp1252", "replace") if found is None else found


def header(message: Message, name: str) -> str:
    """A header as one line; empty where it is missing or broken."""
    raw = str(message.get(name) or "")[:LONGEST_HEADER]
    try:
        return " ".join(str(make_header(decode_header(raw))).split())
    except (ValueError, LookupError, email.errors.MessageError):
        return " ".join(raw.split())


def sender(message: Message) -> str | None:
    """The name of whoever sent it; brackets within brackets are nobody's."""
    try:
        return parseaddr(header(message, "from"))[0] or None
    except RecursionError:
        return None


def _day(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(header(message, "date")).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError):
        return None
