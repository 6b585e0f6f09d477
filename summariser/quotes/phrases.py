"""Noun phrases of the narration: whoever may speak, from the parts of speech alone.

No name list is asked, so nobody is missed for want of being known: "a port spokesman", "witnesses", "Ms Orlu", "she".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, count, repeat
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.model import Word
from summariser.quotes.lines import NARRATION, Line
from summariser.short import short

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "HYPH", "AFX", "ADD", "$"}
OPENING = frozenset({"DT", "PDT", "PRP$"})
BEGINNING = INSIDE | {"PRP", "WP", "WDT"}
PREPOSITIONS = lexicon.words("prepositions")
NO_NAME = "O"
DASHES = frozenset({"—", "–", "--", "-"})
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


# What a word may do in a noun phrase, as a letter: "n" a noun, "a" an address, "c" a handle or a word of a name taken
# for something else, "C" one that would stand alone, "d" opens, "h" holds, "v" a participle, "b" one that holds or the
# like, "s" stands alone, "A" a determiner that does here; any other ends it.
LETTERS = (
    dict.fromkeys(INSIDE, "h")
    | dict.fromkeys(NOUNS, "n")
    | dict.fromkeys(OPENING, "d")
    | {"ADD": "a", "PRP": "s", "WP": "s", "WDT": "s", "VBN": "v", "VBG": "v"}
)
PHRASE = re.compile(r"[sCA]|(?:[dh][dhAb]*)?[nacC](?:[dhAb]?[hb]*[nacC])*|([dh][dhAb]*)")
PARTICIPLE = re.compile(r"(?<!n)v(?=n)")  # "the elected mayor"
LONE = re.compile(r"d(?=[bc])")

OWNERS = {"his": "he", "her": "he", "their": "they", "its": "it", "my": "i", "our": "i", "your": "you"}


class Phrase(NamedTuple):
    """Words ``start`` to ``end`` of a line; ``form`` is name, role (a noun that speaks: "official"), thing, time, who,
    or the pronoun's kind: he, they, it, i."""

    start: int
    end: int
    form: str


as_phrase = short(Phrase)


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
    texts, tags, names, dateline = line.texts, line.tags, line.names, dateline_end(line)
    found: list[Phrase] = []
    for match in PHRASE.finditer(spell(line, cues)):
        start, end = match.span()
        if match[1] is not None:
            found += without_noun(line, start, end, cues, dateline)
            continue
        last = end - 1
        form = form_by(texts[last], tags[last], names[last], start == last) if end > dateline else "time"
        if start < last and names[last][2:] == "PER" and found and realm_and_name(line, found[-1], start):
            start, form = found.pop().start, "name"
        found.append(as_phrase((start, end, form)))
    return found


def spell(line: Line, cues: frozenset[int]) -> str:
    """The letters of a paragraph's words; none for marks, quoted words and cues."""
    texts, tags = line.texts, line.tags
    letters = list(map(LETTERS.get, tags, repeat(".")))
    named, every = list(compress(count(), map(NO_NAME.__ne__, line.names))), "".join(texts)
    for k in named:
        if tags[k] in ODD and line.names[k][2:] == "PER" and texts[k][0].isupper():
            letters[k] = "c"
    for k in [k for k, text in enumerate(texts) if text[0] == "@"] if "@" in every else ():
        letters[k] = {"s": "C", "n": "n", "a": "a"}.get(letters[k], "c")
    for k in bridges(line, "".join(letters), named, "&" in every):
        letters[k] = "b"
    for k in [m.start() for m in LONE.finditer("".join(letters))]:
        letters[k] = "A" if texts[k].lower() in ALONE and tags[k] == "DT" and not holds(line, k + 1) else "d"
    if line.said[-1] < len(letters):
        letters = [here if place == NARRATION else "." for here, place in zip(letters, line.where, strict=True)]
    for k in cues:
        letters[k] = "."
    return "".join(letters)


def without_noun(line: Line, start: int, end: int, cues: frozenset[int], dateline: int) -> Iterator[Phrase]:
    """The phrases among words that hold no noun: "others", "the first", "his" before a claim."""
    words, free = line.words, start
    for i in range(start, end):
        if i < free or words[i].tag not in BEGINNING:
            continue
        word = words[i]
        rich = word.tag == "DT" and words[end - 1].tag in ("JJ", "JJS", "CD") and end == i + 2
        if (word.tag == "PRP$" and end in cues) or (alone(word) and not holds(line, i + 1)):
            free = i + 1  # "his | claim": he speaks
        elif rich or word.text.lower() in ALONE:
            free = end
        if free > i:
            last = words[free - 1]
            form = form_by(last.text, last.tag, last.name, i + 1 == free) if free > dateline else "time"
            yield Phrase(i, free, form)


def alone(word: Word) -> bool:
    """A determiner that stands for somebody: "others", "some"."""
    return word.tag == "DT" and word.text.lower() in ALONE


def dateline_end(line: Line) -> int:
    """Where "PORT ORLU, May 3 (Agency) —" at the head of a paragraph ends; 0 where there is none."""
    if DASHES.isdisjoint(line.texts[:16]):
        return 0
    dash = next(i for i, text in enumerate(line.texts) if text in DASHES)
    if not dash:
        return 0
    capitals = line.words[0].text.isupper() and len(line.words[0].text) > 2
    return dash if capitals or line.words[dash - 1].text == ")" else 0


def holds(line: Line, i: int) -> bool:
    """Whether word ``i`` carries a phrase on."""
    return line.narrated(i) and line.tags[i] in INSIDE


def bridges(line: Line, spelt: str, named: Sequence[int], joined: bool) -> list[int]:
    """Participles before a noun ("the elected mayor"), the "&" inside a company's name where the line has one
    (``joined``), and the noun taken for a verb in "Radio Orlu host Ann Lee"."""
    tags, texts = line.tags, line.texts
    found = [m.start() for m in PARTICIPLE.finditer(spelt)]
    for k in [k - 1 for k in named if k and tags[k - 1][:2] == "VB" and line.names[k] == "B-PER"]:
        if tags[k] not in ("VBN", "VBG") and texts[k].lower() in speaking():
            found.append(k)
    if joined:
        found += [k for k, text in enumerate(texts[:-1]) if text == "&" and tags[k] == "CC" and tags[k + 1] in NOUNS]
    return [k for k in found if spelt[k] in "v." and line.narrated(k + 1)]


@lru_cache(maxsize=4_000)
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


def realm_and_name(line: Line, role: Phrase, start: int) -> bool:
    """ "secretary of | state Ann Lee" is one: a role, "of", its realm and then the name itself, which begins at
    ``start``."""
    if start != role.end + 1 or line.texts[role.end].lower() != "of" or role.form in ("he", "who"):
        return False
    return not line.names[start].endswith("PER")
