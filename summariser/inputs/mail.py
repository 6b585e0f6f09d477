"""EML -> Document: the longest text part of a mail; the subject is the title, the sender the byline."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr

from summariser.inputs.html import html_document
from summariser.inputs.limits import Limits, check
from summariser.model import Document, UnreadableFile

FORWARD = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s?:\s?)+", re.I)


def read_mail(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The one article of a mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain, marked = parts(message)
    if not plain.strip() and not marked.strip():
        raise UnreadableFile(name, "the mail holds no text", "Open it and paste the article's text")
    if marked.strip() and len(plain.split()) < 30:
        document = html_document(marked, name, name, limits)
    else:
        check(name, "the mail has too many characters", len(plain), limits.characters, "Paste the article alone")
        document = Document(name, name, plain.replace("\r\n", "\n"))
    subject = FORWARD.sub("", header(message, "subject")) or None
    sender = parseaddr(header(message, "from"))[0] or None
    yield document._replace(
        title=document.title or subject, byline=document.byline or sender, published=document.published or _day(message)
    )


def parts(message: EmailMessage) -> tuple[str, str]:
    """The longest plain and the longest HTML part."""
    plain, marked = "", ""
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            raw = part.get_payload(decode=True)
            text = _decode(raw, part.get_content_charset()) if isinstance(raw, bytes) else ""
            plain = max(plain, text, key=len) if kind == "text/plain" else plain
            marked = max(marked, text, key=len) if kind == "text/html" else marked
    return plain, marked


def _decode(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return raw.decode("cp1252", "replace")


def header(message: EmailMessage, name: str) -> str:
    """A header as one line; empty where it is missing or broken."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _day(message: EmailMessage) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(header(message, "date")).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError):
        return None
