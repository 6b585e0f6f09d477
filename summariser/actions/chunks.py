"""A sentence as noun phrases and verb groups, by one regular expression over its tags.

Every token becomes one letter, so that a position in the string is a position in the sentence; the chunks are then
found by one pass of a compiled pattern (finite-state chunking, Abney 1996).  Quotation marks and what stands in
brackets are left out before.  Letters:

    D determiner  J adjective  C number  N noun  P name  O pronoun  s possessive  R adverb  x not
    M modal  T to  b h d finite be, have, do  B H e g be, having, been, being  v z V G Q past, present, base, -ing, -ed
    I preposition  S subordinator  c that  w who, which  & and, or  , comma  : dash  t date  . anything else
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summariser.actions.mistagged import after_apposition, revive, unmask
from summariser.model import Word

TAGS = {
    "DT": "D", "PDT": "D", "PRP$": "D", "WP$": "D", "JJ": "J", "JJR": "J", "JJS": "J", "CD": "C", "NN": "N", "NNS": "N",
    "NNP": "P", "NNPS": "P", "PRP": "O", "POS": "s", "RB": "R", "RBR": "R", "RBS": "R", "RP": "r", "MD": "M", "TO": "T",
    "VBD": "v", "VBZ": "z", "VBP": "z", "VB": "V", "VBG": "G", "VBN": "Q", "IN": "I", "WDT": "w", "WP": "w", "WRB": "S",
    "CC": "&", ",": ",", ":": ":", "EX": "E", "$": "C", "#": "C",
}  # fmt: skip
WORDS = {
    "not": "x", "n't": "x", "n’t": "x", "never": "x", "who": "w", "whom": "w", "which": "w", "&": "P", "after": "S",
    "before": "S", "since": "S", "until": "S", "till": "S", "because": "S", "if": "S", "although": "S", "though": "S",
    "unless": "S", "once": "S", "as": "S", "while": "S", "whilst": "S", "whereas": "S", "when": "S", "where": "S",
    "whether": "S", "how": "S", "why": "S", "lest": "S", "what": "q", "-": ":", "–": ":", "—": ":", "--": ":",
    ";": ":", "|": ":", "%": "N", "amid": "I", "amidst": "I", "despite": "I", "during": "I",
}  # fmt: skip
AUXILIARIES = {
    "am": "b", "is": "b", "are": "b", "was": "b", "were": "b", "'re": "b", "’re": "b", "'m": "b", "’m": "b",
    "have": "h", "has": "h", "had": "h", "'ve": "h", "’ve": "h", "do": "d", "does": "d", "did": "d",
    "be": "B", "been": "e", "being": "g", "having": "H", "'ll": "M", "’ll": "M", "wo": "M", "ca": "M",
}  # fmt: skip
MODALS = frozenset(
    [
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "ought",
        "need",
        "dare",
        "cannot",
        "'d",
    ]
)
NO_VERBS = frozenset({"outside", "inside", "within", "beyond", "without", "against", "toward", "towards", "upon"})
ABOUT = {("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to")}
NEARLY = frozenset({"about", "around", "over", "nearly", "almost", "some", "roughly", "under", "approximately"})
DOZENS = frozenset({"dozen", "hundred", "thousand", "million", "score"})
MARKS = frozenset('"“”„«»‘`') | {"''", "``", "’’", "‘‘"}
OPEN, CLOSE = frozenset("([{"), frozenset(")]}")
ADVERBS = "[Rxt]{0,3}"
CHUNK = re.compile(
    rf"(?P<v>T{ADVERBS}(?:[BhHdVeg]{ADVERBS}){{0,3}}[eVvQGzBhd]|(?:[MbBeghHd]{ADVERBS}){{1,4}}[vVGQz]"
    rf"|(?:[MbBeghHd]{ADVERBS}){{0,3}}[MbBeghHd])"
    r"|(?P<n>O|E|(?:D{1,3}(?:C?R{0,2}[QG](?=[RJNPCQG]))?|(?<![&NPCOs])Q(?=[JNPC])|R(?=[JC]))?"
    r"(?:[NPC]|R?J(?:[&,]J(?=[NP]))?|s(?:R{0,2}[QG](?=[RJNPC]))?|J[QG](?=[NP])|R(?=[JC])){1,30}(?<=[NPCJ])|D)"
    r"|(?P<f>[vzVGQ])|(?P<o>.)",
    re.DOTALL,
)


class Piece(NamedTuple):
    """A chunk of kind n (noun phrase) or v (verb group), or one token under its own letter."""

    kind: str
    start: int
    end: int


class Line(NamedTuple):
    """A sentence ready for clause finding: its kept words, their letters, their pieces."""

    words: tuple[Word, ...]
    letters: str
    pieces: tuple[Piece, ...]


def without_asides(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words but for quotation marks and short stretches in brackets."""
    kept: list[Word] = []
    depth, opened = 0, 0
    for word in words:
        if word.text in OPEN:
            depth, opened = depth + 1, len(kept)
        elif word.text in CLOSE and depth:
            depth -= 1
            if len(kept) - opened <= 15:
                del kept[opened:]
        elif word.text not in MARKS:
            kept.append(word)
    return tuple(kept)


@lru_cache(maxsize=50_000)
def letter(text: str, tag: str) -> str:
    """The letter of one word by its own form, else by its tag."""
    low = text.lower()
    if low in WORDS and (tag not in ("NNP", "NNPS") or WORDS[low] == ":"):
        return WORDS[low]
    if low in NO_VERBS and tag[0] == "V":
        return "I"
    if low in AUXILIARIES and tag[0] in "VMN":
        return AUXILIARIES[low]
    if low == "that":
        return "w" if tag in ("WDT", "WP") else "D" if tag == "DT" else "c"
    if low in ("'s", "’s", "'d", "’d"):
        return "s" if tag == "POS" else "M" if tag == "MD" else "b" if low[-1] == "s" else "h"
    return "v" if tag == "MD" and low not in MODALS else TAGS.get(tag, ".")


def spell(words: Sequence[Word], dates: frozenset[int], names: frozenset[int], known: frozenset[str]) -> str:
    """The letters of a sentence; ``dates`` and ``names`` are the starts of words inside them, ``known`` the words that
    names of this article have."""
    letters = [
        "P"
        if (w.start in names or w.text in known) and w.tag != "POS"
        else "t"
        if w.start in dates
        else letter(w.text, w.tag)
        for w in words
    ]
    hyphened(words, letters)
    counted(words, letters)
    unmask(words, letters)
    revive(words, letters)
    after_apposition(letters)
    for k in range(len(letters) - 1):  # "the 2022 summit", "Sunday's talks", "annual meeting": no dates of the clause
        if (
            letters[k] == "t"
            and letters[k + 1] in "NPJs"
            and (
                letters[k + 1] == "s"
                or words[k].tag in ("CD", "JJ")
                or (k and letters[k - 1] == "D" and letters[k + 1] == "N")
            )
        ):
            letters[k] = "J" if letters[k + 1] != "s" else "N"
            while k and letters[k - 1] == "t" and letters[k] in "JN":  # "a March 21 phone call"
                k -= 1
                letters[k] = "J"
    return "".join(letters)


def hyphened(words: Sequence[Word], letters: list[str]) -> None:
    """ "the party-run council": the parts of one word are an adjective, its hyphen no dash."""
    for k in range(1, len(words) - 1):
        here = words[k]
        if here.text == "-" and words[k - 1].end == here.start and here.end == words[k + 1].start:
            letters[k] = letters[k + 1] = "J"


def counted(words: Sequence[Word], letters: list[str]) -> None:
    """ "at least nine", "more than 20": part of the number."""
    for k in range(1, len(letters)):
        if k > 1 and letters[k] == "C" and (words[k - 2].text.lower(), words[k - 1].text.lower()) in ABOUT:
            letters[k - 2] = letters[k - 1] = "J"
        elif letters[k - 1] in "IRr" and words[k - 1].text.lower() in NEARLY:
            dozens = letters[k] == "D" and k + 1 < len(words) and words[k + 1].text.lower() in DOZENS
            letters[k - 1] = "J" if letters[k] == "C" else "D" if dozens else letters[k - 1]


def chunk(
    words: Sequence[Word],
    dates: frozenset[int] = frozenset(),
    names: frozenset[int] = frozenset(),
    known: frozenset[str] = frozenset(),
) -> Line:
    """The pieces of a sentence, in order."""
    kept = without_asides(words)
    letters = spell(kept, dates, names, known)
    pieces = []
    for m in CHUNK.finditer(letters):
        group = m.lastgroup
        kind = "n" if group == "n" else "v" if group in ("v", "f") else m[0]
        pieces.append(Piece(kind, m.start(), m.end()))
    return Line(kept, letters, tuple(pieces))
