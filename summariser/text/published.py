"""The day of publication as the page shows it: the stamps near the article, and what the file states beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from summariser.model import Block
from summariser.text.stamps import find_stamp, is_american

FIRST_PUBLISHED = re.compile(r"\b(?:first )?(?:published|posted|created|issued)\b", re.I)
UPDATED = re.compile(r"\b(?:updated|modified|edited|reviewed|upd)\b", re.I)
URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
MONTH_FIRST = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d", re.I
)
AMBIGUOUS = re.compile(r"\d([/.\-])[0-3]?\d\1(?:20)?\d\d")  # 3/4/2026: the day first or the month
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEW_YORK = timezone(timedelta(hours=-5))
HEAD = 6  # lines above the article that are its own head


class Shown(NamedTuple):
    """A moment that a line of the page names; ``distance`` counts lines from the article's first."""

    distance: int
    update: bool
    value: str
    month_first: bool = False

    @property
    def rank(self) -> tuple[float, int]:
        """Lines above the article come before those below it, and near ones before far ones."""
        away = -self.distance if self.distance < 0 else 3 * self.distance + 12
        return away + 6 * self.update, self.distance


def shown(text: str, blocks: tuple[Block, ...]) -> Iterator[Shown]:
    """Every moment that a stamp, byline or dateline of the page names."""
    start = next((i for i, b in enumerate(blocks) if b.role in ("body", "standfirst")), 0)
    told = [(i, text[b.start : b.end]) for i, b in enumerate(blocks) if b.role in ("timestamp", "byline", "dateline")]
    american = any(AMBIGUOUS.search(line) for _, line in told) and is_american(text)
    for i, line in told:
        stamp = find_stamp(line, american)
        if stamp:
            update = UPDATED.search(line) is not None and not FIRST_PUBLISHED.search(line)
            yield Shown(i - start, update, stamp.value, MONTH_FIRST.search(line) is not None)


def find_published(text: str, blocks: tuple[Block, ...], url: str | None = None) -> str | None:
    """The ISO moment the page names as its publication: the line nearest the article's start, "published" before
    "updated", of two in a row the earlier; failing that the day in its address."""
    found = list(shown(text, blocks))
    if found:
        nearest = min(found, key=lambda s: s.rank)
        pair = [s for s in found if abs(s.distance - nearest.distance) <= 1 and s.update == nearest.update]
        return by_newsroom(min(pair, key=lambda s: (s.value[:10], -len(s.value))), text, blocks)
    m = URL_DAY.search(url or "")
    return f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}" if m else None


def by_newsroom(moment: Shown, text: str, blocks: tuple[Block, ...]) -> str:
    """The same moment by the clock that the story keeps: a page that writes days as Americans do and hours in GMT was,
    soon after midnight, written on the evening before, where it speaks more of that weekday than of the next."""
    there = evening_before(moment)
    if there is None:
        return moment.value
    said = Counter(
        day for b in blocks if b.role == "body" for day in WEEKDAYS for _ in range(text.count(day, b.start, b.end))
    )
    spoken, stamped = said[WEEKDAYS[there.weekday()]], said[WEEKDAYS[(there.weekday() + 1) % 7]]
    return there.isoformat(timespec="minutes") if spoken > stamped else moment.value


def evening_before(moment: Shown) -> datetime | None:
    """What clocks in New York say, where they still show the day before."""
    if not (moment.month_first and moment.value.endswith("+00:00")):
        return None
    there = datetime.fromisoformat(moment.value).astimezone(NEW_YORK)
    return there if there.date().isoformat() < moment.value[:10] else None


def shown_before(text: str, blocks: tuple[Block, ...], stated: str | None) -> str | None:
    """What the file states as its publication, unless the article's head shows an earlier day that is no update's:
    a page moved to another system is often stamped anew for machines, while its readers see the old day."""
    if not stated:
        return None
    head = [s for s in shown(text, blocks) if -HEAD <= s.distance < 0 and not s.update]
    earlier = [s.value for s in head if days_apart(s.value, stated) > 1]
    return min(earlier) if len(head) == 1 and earlier else stated


def days_apart(earlier: str, later: str) -> int:
    """Whole days from one ISO moment to another; 0 where either is no day (a year, a month, other words)."""
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return 0
