"""Where names stand: the tagger's labels, put right at their edges by what belongs to a name and what stands outside.

Titles, roles and nationalities are outside a name ("minister", "Mr", "Russian"); the tail of a long name is inside
("Ministry of Health", "Organisation for Security and Co-operation in Europe").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import Word
from summariser.people.known import Known

Words = Sequence[Word]
LINKS = frozenset({"of", "for", "on", "against"})
NAME_LINKS = frozenset(
    {"de", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "du", "la", "le", "ibn", "ben"}
)
SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})


class Name(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of one sentence; ``label`` is PER, ORG, LOC, another kind, or ""."""

    sentence: int
    first: int
    last: int
    label: str


def find_names(words: Words, sentence: int, known: Known) -> list[Name]:
    """The names of one sentence, and the runs of capitals that no label covers (label "")."""
    found: list[Name] = []
    for first, last, label in runs(words):
        if label == "PER":
            first, last = person_edges(words, first, last, known)
        elif label != "LOC":
            first, last = body_edges(words, first, last, known)
        if found and first < found[-1].last:
            found[-1] = found[-1]._replace(last=max(last, found[-1].last))
        elif first < last and (label or worth(words, first, last, known)):
            found.append(Name(sentence, first, last, label))
    return found


def runs(words: Words) -> list[tuple[int, int, str]]:
    """Labelled stretches, and unlabelled runs of capitalised proper nouns between them."""
    found = []
    at, n = 0, len(words)
    while at < n:
        start, label = at, words[at].name
        at += 1
        if label != "O":
            inside = "I-" + label[2:]
            while at < n and words[at].name == inside:
                at += 1
            found.append((start, at, label[2:]))
        elif is_proper(words[start]):
            while at < n and words[at].name == "O" and is_proper(words[at]):
                at += 1
            found.append((start, at, ""))
    return found


def is_proper(word: Word) -> bool:
    """A proper noun by its tag and its capital."""
    return word.tag in ("NNP", "NNPS") and word.text[0].isupper()


def worth(words: Words, first: int, last: int, known: Known) -> bool:
    """An unlabelled run may be a name: not a day or an opener alone, not only titles and nationalities."""
    return any(
        w.text not in known.no_names and w.text not in known.titles and w.text not in known.demonyms
        for w in words[first:last]
    )


def outside_person(word: Word, known: Known) -> bool:
    """Titles, roles, nationalities and articles stand before a person's name, not in it."""
    text = word.text
    return (
        text in known.titles
        or text in known.demonyms
        or (not text[0].isupper() and text.casefold() not in NAME_LINKS and not text.startswith("al-"))
        or (text.lower() in known.persons and text not in known.first_names)
        or text in ("The", "A", "An", "Former", "Ex")
    )


def person_edges(words: Words, first: int, last: int, known: Known) -> tuple[int, int]:
    """Drops titles and roles from the front; takes in the first name before, the rest of the surname behind."""
    while last - first > 1 and outside_person(words[first], known):
        first += 1
    while last - first > 1 and words[last - 1].text in ("'s", "’s", ",", "'", "’"):
        last -= 1
    while first and belongs(words[first - 1], known) and words[first - 1].text in known.first_names:
        first -= 1
    while last < len(words) and (belongs(words[last], known) or words[last].text in SUFFIXES):
        last += 1
    return first, last


def belongs(word: Word, known: Known) -> bool:
    """An unlabelled capitalised proper noun that may be part of the person's name beside it."""
    return (
        word.name == "O"
        and is_proper(word)
        and not word.text.isupper()
        and word.text not in known.no_names
        and not outside_person(word, known)
        and word.text not in known.body_heads
    )


def body_edges(words: Words, first: int, last: int, known: Known) -> tuple[int, int]:
    """Takes in the tail of a name that begins with a kind of body: "Department" + "of Health and Social Care"."""
    heads = known.body_heads
    if not (words[last - 1].text in heads or words[first].text in heads) or words[first].text in known.titles:
        return first, last
    linked = ""
    for _ in range(4):
        reach = tail(words, last, linked)
        if reach == last:
            break
        linked += " " + words[last].text
        last = reach
    return first, last


def tail(words: Words, at: int, linked: str) -> int:
    """The end of one more link and its capitals after ``at``; ``at`` where the name ends there."""
    n = len(words)
    if at >= n:
        return at
    link, start = words[at].text, at + 1
    if start < n and words[start].text == "the":
        start += 1
    # "and" and "in" carry a name on only after a link: "Ministry of Trade and Industry", "... in Europe"
    fits = link in LINKS or (linked and link == "and") or (" for" in linked and link == "in") or link in ("Without",)
    end = start
    while fits and end < n and is_proper(words[end]):
        end += 1
    if link == "and" and end < n and words[end].tag.startswith("VB"):
        return at  # "the Ministry of Health and Lee said": the second is somebody else
    return end if end > start else at
