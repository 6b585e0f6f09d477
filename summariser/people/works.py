"""Titles of works that hold a name: the film "Weiner", "Morning Joe".  The work is not the man."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Span, Word
from summariser.people.antecedents import FINITE, Quoted
from summariser.people.mentions import Found
from summariser.people.names import QUOTES

WORKS = frozenset(
    {"film", "documentary", "movie", "book", "novel", "memoir", "show", "podcast", "series", "musical", "song", "album"}
)
LONGEST = 5  # words of a title
SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})


def without_works(
    text: str, words: Sequence[Sequence[Word]], names: Sequence[Found], stretches: Sequence[Span]
) -> list[Found]:
    """The mentions of people but for those that are a work's title or a word of one."""
    quoted = Quoted(stretches)
    return [f for f in names if not is_work(words[f.sentence], f) and not is_in_title(text, f, stretches, quoted)]


def is_work(words: Sequence[Word], found: Found) -> bool:
    """The film "Weiner", in quotation marks or not; no book "Lee" wrote."""
    at = found.first - 1
    while at >= 0 and words[at].text in QUOTES:
        at -= 1
    wrote = found.last < len(words) and words[found.last].tag in FINITE
    noun = at >= 0 and words[at].tag == "NN" and words[at].text in WORKS
    return noun and (not wrote or at < found.first - 1)


def is_in_title(text: str, found: Found, stretches: Sequence[Span], quoted: Quoted) -> bool:
    """One word of name in quotation marks that hold nothing but a few capitalised words."""
    n = quoted.stretch(found.start)
    if n < 0 or found.last - found.first > 1 or stretches[n].end - stretches[n].start > 12 * LONGEST:
        return False
    inner = text[stretches[n].start : stretches[n].end].strip()
    said = inner.split()
    marked = any(mark in inner.rstrip(",.") for mark in ",.!?;:") or inner[-1:] in "!?"
    called = len(said) == 1 and inner[-1:] == ","  # "Maria," he said
    title = all(w[0].isupper() or w in SMALL for w in said) and len(said) <= LONGEST
    return title and not marked and not called
