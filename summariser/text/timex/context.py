"""What a time expression hangs on: the publication day, the dates mentioned before it, the tense around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from summariser.model import Anchor, TimexType, Word
from summariser.text.calendar import granularity, interval

Direction = Literal["past", "future", "none"]


class Meaning(NamedTuple):
    """What an expression means: TIMEX3 type and value, and what the value was reckoned from."""

    type: TimexType
    value: str
    anchor: Anchor = "none"


Match = re.Match[str]
Resolve = Callable[[Match, "Context"], Meaning | None]


class Rule(NamedTuple):
    """One way to say a time.  ``kinds`` are the kinds of words that can set it off (see ``vocabulary.KIND``)."""

    name: str
    kinds: frozenset[str]
    pattern: re.Pattern[str]
    resolve: Resolve


class Mentioned(NamedTuple):
    """A date found before: where it ended and what it was."""

    end: int
    value: str


def _start(word: Word) -> int:
    return word.start


@dataclass(slots=True)
class Context:
    """One article while its dates are being read; ``low`` is the text in small letters, offset for offset."""

    text: str
    low: str
    published: date | None
    start: int = 0  # of the sentence being read
    end: int = 0
    words: tuple[Word, ...] = ()
    mentioned: list[Mentioned] = field(default_factory=list)

    def before(self, at: int, count: int) -> tuple[Word, ...]:
        """The last words of the sentence that start before ``at``."""
        index = bisect_left(self.words, at, key=_start)
        return self.words[max(index - count, 0) : index]

    def after(self, at: int, count: int = 1) -> tuple[Word, ...]:
        """The first words of the sentence that start at ``at`` or behind it."""
        index = bisect_left(self.words, at, key=_start)
        return self.words[index : index + count]

    def remember(self, end: int, meaning: Meaning) -> None:
        """Keep a found date as an anchor for those after it."""
        if meaning.type in ("DATE", "TIME") and granularity(meaning.value):
            self.mentioned.append(Mentioned(end, meaning.value))

    def last(self, *sizes: str, since: int = 0) -> str | None:
        """The value mentioned last whose granularity is one of ``sizes`` (any when none is named)."""
        for end, value in reversed(self.mentioned[-12:]):
            if end < since:
                return None
            if not sizes or granularity(value) in sizes:
                return value
        return None

    def is_ahead(self, value: str) -> bool:
        """Whether a value begins after the day of publication."""
        days = interval(value)
        return bool(days and self.published and days[0] > self.published)

    def last_day(self) -> date | None:
        """The day mentioned last."""
        value = self.last("day")
        days = interval(value) if value else None
        return days[0] if days else None
