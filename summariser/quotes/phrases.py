"""Noun phrases of the narration: whoever may speak, from the parts of speech alone.

No name list is asked, so nobody is missed for want of being known: "a port spokesman", "witnesses", "Ms Orlu", "she".
"""

from __future__ import annotations

from functools import cache
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


OWNERS = {"his": "he", "her": "he", "their": "they", "its": "it", "my": "i", "our": "i", "your": "you"}


class Phrase(NamedTuple):
    """Words ``start`` to ``end`` of a line; ``form`` is name, role (a noun that speaks: "official"), thing, time, who,
    or the pronoun's kind: he, they, it, i."""

    start: int
    end: int
    form: str


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
    dateline = dateline_end(line)
    for i, word in enumerate(line.words):
        if i < next_free or line.where[i] != NARRATION or i in cues or not (word.tag in BEGINNING or called(word)):
            continue
        end = next_free = phrase_end(line, i, cues)
        if end > i:
            found.append(Phrase(i, end, "time" if end <= dateline else form_of(line, i, end)))
    return joined(line, found)


def phrase_end(line: Line, i: int, cues: frozenset[int]) -> int:
    """Where the noun phrase that begins at word ``i`` ends; ``i`` when none does."""
    word = line.words[i]
    if word.tag in ("PRP", "WP", "WDT") or (
        word.tag == "DT" and word.text.lower() in ALONE and not noun_follows(line, i)
    ):
        return i + 1
    if word.tag not in INSIDE and not called(word):
        return i
    words, where = line.words, line.where
    end, noun, n = i, i, len(words)
    while end < n and where[end] == NARRATION and end not in cues:
        tag = words[end].tag
        if tag in NOUNS or tag == "ADD" or called(words[end]):
            noun = end + 1
        elif (end > noun > i and tag in OPENING) or (tag not in INSIDE and not bridges(line, end, i)):
            break
        end += 1
    if noun == i and word.tag == "PRP$" and end in cues:
        return i + 1  # "his | claim": he speaks
    if noun == i:
        rich = line.words[i].tag == "DT" and line.words[end - 1].tag in ("JJ", "JJS", "CD") and end == i + 2
        return end if rich or line.words[i].text.lower() in ALONE else i
    return noun


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
    lower = last.text.lower()
    if last.tag in ("WP", "WDT"):
        return "name" if last.text == "WHO" else "who"
    if last.tag == "PRP":
        return pronoun(lower)
    if last.tag == "PRP$" and start + 1 == end:
        return OWNERS.get(lower, "other")
    if lower.rstrip(".") in times() and last.name[2:] != "ORG" and last.text not in ("Times", "Time"):
        return "time"
    if lower in speaking() or lower in ALONE:
        return "role"
    if last.name.endswith("LOC"):
        return "place"
    return "name" if last.tag in ("NNP", "NNPS") or last.name != "O" or lower[0] == "@" else "thing"


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
        if out and realm_and_name(line, out[-1], phrase):
            out[-1] = Phrase(out[-1].start, phrase.end, "name")
        else:
            out.append(phrase)
    return out


def realm_and_name(line: Line, role: Phrase, phrase: Phrase) -> bool:
    """Whether ``phrase`` holds first what the role is over and then a person's name."""
    if phrase.start != role.end + 1 or line.words[role.end].text.lower() != "of" or role.form in ("he", "who"):
        return False
    first = line.words[phrase.start]
    inside = line.words[phrase.start : phrase.end]
    return not first.name.endswith("PER") and inside[-1].name.endswith("PER") and len(inside) > 1
