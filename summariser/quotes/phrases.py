"""Noun phrases of the narration: whoever may speak, from the parts of speech alone.

No name list is asked, so nobody is missed for want of being known: "a port spokesman", "witnesses", "Ms Orlu", "she".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.model import Word
from summariser.quotes.lines import NARRATION, Line

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "HYPH", "AFX", "ADD", "$"}
OPENING = frozenset({"DT", "PDT", "PRP$"})
BEGINNING = INSIDE | {"PRP", "WP", "WDT"}
PREPOSITIONS = lexicon.words("prepositions")
ODD = frozenset({"RB", "JJ", "UH", "FW", "VB", "IN"})
ALONE = frozenset(
    {
        "some",
        "many",
        "others",
        "others.",
        "most",
        "all",
        "both",
        "several",
        "few",
        "one",
        "another",
        "those",
        "everyone",
    }
)


BEGINS, NOUN, HOLDS, OPENS, SINGLE, SHUT = 1, 2, 4, 8, 16, 32  # what a word may do in a noun phrase
PLAYED = {
    tag: BEGINS
    | (NOUN if tag in NOUNS or tag == "ADD" else 0)
    | (HOLDS if tag in INSIDE else SINGLE)
    | (OPENS if tag in OPENING else 0)
    for tag in BEGINNING
}

OWNERS = {"his": "he", "her": "he", "their": "they", "its": "it", "my": "i", "our": "i", "your": "you"}


class Phrase(NamedTuple):
    """Words ``start`` to ``end`` of a line; ``form`` is name, role (a noun that speaks: "official"), thing, time, who,
    or the pronoun's kind: he, they, it, i."""

    start: int
    end: int
    form: str


# A named tuple made the short way, as ``text.words`` makes words.
as_phrase: Callable[[tuple[int, int, str]], Phrase] = partial(tuple.__new__, Phrase)


@cache
def speaking() -> frozenset[str]:
    """Nouns for people and bodies that make statements."""
    return lexicon.words("speakers")


@cache
def times() -> frozenset[str]:
    """Nouns for times, which speak never."""
    return lexicon.words("times")


def find_phrases(line: Line, cues: frozenset[int] = frozenset()) -> list[Phrase]:
    """The noun phrases of a paragraph's narration, in reading order, none inside another nor over a word of a cue."""
    found, next_free = [], 0
    dateline, parts = dateline_end(line), parts_played(line, cues)
    for i in [i for i, part in enumerate(parts) if part & BEGINS]:
        if i < next_free:
            continue
        end = next_free = phrase_end(line, i, parts, cues)
        if end > i:
            found.append(as_phrase((i, end, "time" if end <= dateline else form_of(line, i, end))))
    return joined(line, found)


def parts_played(line: Line, cues: frozenset[int]) -> list[int]:
    """What each word may do in a noun phrase: bits; SHUT alone for marks, quoted words and cues, and at the end."""
    parts = [
        PLAYED.get(word.tag, 0) if word.name == "O" and word.text[0] != "@" else part_called(word)
        for word in line.words
    ]
    if line.said[-1] < len(parts):
        parts = [part if place == NARRATION else SHUT for part, place in zip(parts, line.where, strict=True)]
    for i in cues:
        parts[i] = SHUT
    return [*parts, SHUT]


def part_called(word: Word) -> int:
    """What a handle or a word of a name may do."""
    return PLAYED.get(word.tag, 0) | (BEGINS | NOUN if called(word) else 0)


def phrase_end(line: Line, i: int, parts: list[int], cues: frozenset[int]) -> int:
    """Where the noun phrase that begins at word ``i`` ends; ``i`` when none does."""
    words, opening = line.words, parts[i] & OPENS
    if parts[i] & SINGLE or (opening and alone(words[i]) and not noun_follows(line, i)):
        return i + 1
    end = noun = i
    while not (part := parts[end]) & SHUT:
        if part & NOUN:
            noun = end + 1
        elif (part & OPENS and end > noun > i) or not (part & HOLDS or bridges(line, end, i)):
            break
        end += 1
    if noun > i:
        return noun
    if words[i].tag == "PRP$" and end in cues:
        return i + 1  # "his | claim": he speaks
    rich = words[i].tag == "DT" and words[end - 1].tag in ("JJ", "JJS", "CD") and end == i + 2
    return end if rich or words[i].text.lower() in ALONE else i


def alone(word: Word) -> bool:
    """A determiner that stands for somebody: "others", "some"."""
    return word.tag == "DT" and word.text.lower() in ALONE


def dateline_end(line: Line) -> int:
    """Where "PORT ORLU, May 3 (Agency) —" at the head of a paragraph ends; 0 where there is none."""
    dash = next((i for i, w in enumerate(line.words[:16]) if w.text in ("—", "–", "--", "-")), 0)
    if not dash:
        return 0
    capitals = line.words[0].text.isupper() and len(line.words[0].text) > 2
    return dash if capitals or line.words[dash - 1].text == ")" else 0


def noun_follows(line: Line, i: int) -> bool:
    """Whether the next word carries the phrase on."""
    return line.narrated(i + 1) and line.words[i + 1].tag in INSIDE


def called(word: Word) -> bool:
    """A handle, or a word of a person's name that was taken for another part of speech."""
    if word.name == "O":
        return word.text[0] == "@"
    return word.text[0] == "@" or (word.tag in ODD and word.name[2:] == "PER" and word.text[0].isupper())


def bridges(line: Line, i: int, start: int) -> bool:
    """Participles before a noun ("the elected mayor"), the "&" inside a company's name, and the noun taken for a verb
    in "Radio Orlu host Ann Lee"."""
    if i <= start or line.words[i].tag[:2] not in ("VB", "CC") or not line.narrated(i + 1):
        return False
    word, following = line.words[i], line.words[i + 1]
    if word.tag == "CC":
        return word.text == "&" and following.tag in NOUNS
    if word.tag not in ("VBN", "VBG"):
        return word.tag[:2] == "VB" and following.name == "B-PER" and word.text.lower() in speaking()
    return line.words[i - 1].tag not in NOUNS and following.tag in NOUNS


def form_of(line: Line, start: int, end: int) -> str:
    """What sort of phrase it is, by its last word."""
    last = line.words[end - 1]
    return form_by(last.text, last.tag, last.name, start + 1 == end)


@lru_cache(maxsize=20_000)
def form_by(text: str, tag: str, name: str, single: bool) -> str:
    """The sort of a phrase with this last word and no other (``single``) or others before it."""
    lower = text.lower()
    if tag in ("WP", "WDT"):
        return "name" if text == "WHO" else "who"
    if tag == "PRP":
        return pronoun(lower)
    if tag == "PRP$" and single:
        return OWNERS.get(lower, "other")
    if lower.rstrip(".") in times() and name[2:] != "ORG" and text not in ("Times", "Time"):
        return "time"
    if lower in speaking() or lower in ALONE:
        return "role"
    if name.endswith("LOC"):
        return "place"
    return "name" if tag in ("NNP", "NNPS") or name != "O" or lower[0] == "@" else "thing"


def pronoun(lower: str) -> str:
    """The kind of a personal pronoun; "other" for objects such as "him"."""
    if lower in ("he", "she"):
        return "he"
    if lower in ("i", "we"):
        return "i"
    return lower if lower in ("they", "it", "you") else "other"


def joined(line: Line, phrases: list[Phrase]) -> list[Phrase]:
    """ "secretary of | state Ann Lee" in one: a role, "of", its realm and then the name itself."""
    out: list[Phrase] = []
    for phrase in phrases:
        if out and phrase.start == out[-1].end + 1 and realm_and_name(line, out[-1], phrase):
            out[-1] = Phrase(out[-1].start, phrase.end, "name")
        else:
            out.append(phrase)
    return out


def realm_and_name(line: Line, role: Phrase, phrase: Phrase) -> bool:
    """Whether ``phrase``, one word behind, holds first what the role is over and then a person's name."""
    if line.words[role.end].text.lower() != "of" or role.form in ("he", "who"):
        return False
    first = line.words[phrase.start]
    inside = line.words[phrase.start : phrase.end]
    return not first.name.endswith("PER") and inside[-1].name.endswith("PER") and len(inside) > 1
