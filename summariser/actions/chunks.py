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
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import attrgetter, itemgetter, or_
from typing import NamedTuple

from summariser.actions.mistagged import after_apposition, revive, unmask
from summariser.model import Word
from summariser.short import short

TAGS = {
    "DT": "D", "PDT": "D", "PRP$": "D", "WP$": "D", "JJ": "J", "JJR": "J", "JJS": "J", "CD": "C", "NN": "N", "NNS": "N",
    "NNP": "P", "NNPS": "P", "PRP": "O", "POS": "s", "RB": "R", "RBR": "R", "RBS": "R", "RP": "r", "MD": "v", "TO": "T",
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
CLITICS = frozenset({"'s", "’s", "'d", "’d"})
NO_VERBS = frozenset({"outside", "inside", "within", "beyond", "without", "against", "toward", "towards", "upon"})
OWN = frozenset({*WORDS, *NO_VERBS, *AUXILIARIES, *MODALS, *CLITICS, "that"})  # whose letter is not only their tag's
ABOUT = {("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to")}
NEARLY = frozenset({"about", "around", "over", "nearly", "almost", "some", "roughly", "under", "approximately"})
DOZENS = frozenset({"dozen", "hundred", "thousand", "million", "score"})
MARKS = frozenset('"“”„«»‘`') | {"''", "``", "’’", "‘‘"}
OPEN, CLOSE = frozenset("([{"), frozenset(")]}")
ASIDES = MARKS | OPEN | CLOSE
ADVERBS = "[Rxt]{0,3}"
CHUNK = re.compile(  # verb groups; noun phrases; any other token.  No groups: the first letter tells them apart
    rf"T{ADVERBS}(?:[BhHdVeg]{ADVERBS}){{0,3}}[eVvQGzBhd]"
    rf"|[MbBeghHd](?:{ADVERBS}[MbBeghHd]){{0,3}}(?:{ADVERBS}[vVGQz])?"
    r"|[OE]|(?:D{1,3}(?:C?R{0,2}[QG](?=[RJNPCQG]))?|(?<![&NPCOs])Q(?=[JNPC])|R(?=[JC]))?"
    r"(?:[NPC]|(?<=[DIs])[JQ]&[Qv](?=[NJ])|R?J(?:[&,]J(?=[NP]))?|s(?:R{0,2}[QG](?=[RJNPC]))?|J[QG](?=[NP])"
    r"|R(?=[JC])){1,30}(?<=[NPCJ])"
    r"|.",
    re.DOTALL,
)


FIRST, TEXT = itemgetter(0), attrgetter("text")


class Piece(NamedTuple):
    """A chunk of kind n (noun phrase) or v (verb group), or one token under its own letter."""

    kind: str
    start: int
    end: int


class Line(NamedTuple):
    """A sentence ready for clause finding: its kept words, their letters, its pieces, the words in small letters, where
    each piece begins with the sentence's end behind them, the kinds of the pieces and their first letters."""

    words: tuple[Word, ...]
    letters: str
    pieces: tuple[Piece, ...]
    low: tuple[str, ...]
    begins: tuple[int, ...]
    kinds: str
    first: str

    def within(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that lie wholly between two tokens."""
        begins = self.begins
        return self.pieces[bisect_left(begins, start) : bisect_right(begins, end) - 1]

    def piece_at(self, start: int) -> Piece | None:
        """The piece that begins at a token."""
        k = bisect_left(self.begins, start)
        return self.pieces[k] if k < len(self.pieces) and self.begins[k] == start else None

    def noun_at(self, start: int) -> Piece | None:
        """The noun phrase that begins at a token."""
        piece = self.piece_at(start)
        return piece if piece is not None and piece.kind == "n" else None


as_line = short(Line)


def without_asides(words: Sequence[Word]) -> Sequence[Word]:
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
    return kept


def plain(sentences: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
    """The sentences without asides."""
    kept, ends = list(sentences), list(accumulate(map(len, sentences)))
    texts = map(TEXT, chain.from_iterable(sentences))
    marked = {bisect_right(ends, k) for k in compress(count(), map(ASIDES.__contains__, texts))}
    for number in marked:
        kept[number] = without_asides(sentences[number])
    return kept


@lru_cache(maxsize=5_000)
def letter(low: str, tag: str) -> str:
    """The letter of one word by its own form, else by its tag."""
    if low in WORDS and (tag not in ("NNP", "NNPS") or WORDS[low] == ":"):
        return WORDS[low]
    if low in NO_VERBS and tag[0] == "V":
        return "I"
    if low in AUXILIARIES and tag[0] in "VMN":
        return AUXILIARIES[low]
    if low == "that":
        return "w" if tag in ("WDT", "WP") else "D" if tag == "DT" else "c"
    if low in CLITICS:
        return "s" if tag == "POS" else "M" if tag == "MD" else "b" if low[-1] == "s" else "h"
    return "M" if tag == "MD" and low in MODALS else TAGS.get(tag, ".")


def spell(low: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The letter of each word by itself."""
    letters = list(map(TAGS.get, tags, repeat(".")))
    for k in compress(count(), map(OWN.__contains__, low)):
        letters[k] = letter(low[k], tags[k])
    return letters


def amend(words: Sequence[Word], low: Sequence[str], letters: list[str], dates: Collection[int]) -> str:
    """The letters of a sentence from those of its words, put right by what stands beside them; ``dates`` are those of
    its words that lie in one."""
    if "-" in low:
        hyphened(words, letters)
    if "C" in letters or not NEARLY.isdisjoint(low):
        counted(low, letters)
    unmask(words, low, letters)
    spelt = after_apposition(revive(words, "".join(letters)))
    return without_dates_of_names(words, spelt) if dates else spelt


def without_dates_of_names(words: Sequence[Word], spelt: str) -> str:
    """The letters, where "the 2022 summit", "Sunday's talks", "annual meeting" are no dates of the clause."""
    letters = list(spelt)
    for k in range(len(letters) - 1):
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


def counted(low: Sequence[str], letters: list[str]) -> None:
    """ "at least nine", "more than 20": part of the number."""
    for k in [k for k in range(1, len(letters)) if letters[k] == "C" or low[k - 1] in NEARLY]:
        if k > 1 and letters[k] == "C" and (low[k - 2], low[k - 1]) in ABOUT:
            letters[k - 2] = letters[k - 1] = "J"
        elif letters[k - 1] in "IRr" and low[k - 1] in NEARLY:
            dozens = letters[k] == "D" and k + 1 < len(low) and low[k + 1] in DOZENS
            letters[k - 1] = "J" if letters[k] == "C" else "D" if dozens else letters[k - 1]


piece_at = lru_cache(maxsize=50_000)(Piece)  # most pieces of a text have been made before: a third of the time


@lru_cache(maxsize=10_000)
def kind_of(part: str) -> str:
    """The kind of a piece from its letters."""
    first, alone = part[0], len(part) == 1
    if first in "MbBeghHdvzVG" or (first == "Q" and alone) or (first == "T" and not alone):
        return "v"
    return "n" if first in "OEDNPCJ" or not alone else first


def chunk_all(
    sentences: Sequence[Sequence[Word]],
    dates: Sequence[frozenset[int]] = (),
    names: frozenset[int] = frozenset(),
    known: frozenset[str] = frozenset(),
) -> list[Line]:
    """The pieces of each sentence, in order; ``dates`` (of each sentence) and ``names`` are the starts of words inside
    them, ``known`` the words that names of this article have.  Each step is taken for all sentences before the next
    one: that is faster than sentence by sentence."""
    kept = plain(sentences)
    every = list(chain.from_iterable(kept))
    starts, _, texts, tags, _ = zip(*every, strict=True) if every else ((),) * 5
    low = tuple(map(str.lower, texts))
    letters = spell(low, tags)
    dated = frozenset().union(*dates)
    for k in compress(count(), map(dated.__contains__, starts)) if dated else ():
        letters[k] = "t"
    for k in compress(count(), map(or_, map(names.__contains__, starts), map(known.__contains__, texts))):
        letters[k] = "P" if tags[k] != "POS" else letters[k]
    ends = list(accumulate(map(len, kept), initial=0))
    lows = [low[start:end] for start, end in pairwise(ends)]
    each = [letters[start:end] for start, end in pairwise(ends)]
    spelt = list(map(amend, kept, lows, each, dates or repeat(())))
    return list(map(laid, kept, lows, spelt, map(CHUNK.findall, spelt)))


def laid(words: Sequence[Word], low: tuple[str, ...], spelt: str, parts: list[str]) -> Line:
    """The line of a sentence, given its letters and what the pattern finds in them."""
    kinds, begins = list(map(kind_of, parts)), tuple(accumulate(map(len, parts), initial=0))
    pieces = tuple(map(piece_at, kinds, begins, begins[1:]))
    return as_line((tuple(words), spelt, pieces, low, begins, "".join(kinds), "".join(map(FIRST, parts))))
