"""What a sentence is about: stemmed words without stop words, weighed by TF-IDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log, sqrt

from summariser.lexicon import words
from summariser.model import Article

TOKEN = re.compile(r"\w+(?:['’]t\b)?")
MARKS = ".,;:!?()\"“”'‘’"  # what most often stands round a word
ENDINGS = {"g": ("ing", 6), "d": ("ed", 5), "e": ("e", 5)}  # by its last letter an ending and its shortest word
MOST_WORDS = 400  # of one sentence, as spaces part them; a "sentence" beyond that is a table or a list
MOST_KNOWN = 1 << 17
Vector = dict[str, float]
Cut = tuple[str, list[str]]  # a sentence: its text, and that cut at its spaces


def cut(article: Article) -> list[Cut]:
    """The sentences of an article, each cut at its spaces once for all that look at its words."""
    whole = article.text
    return [(text := whole[start:end], text.split()) for start, end, _ in article.sentences]


def stem(word: str) -> str:
    """A word without its English endings; "" for a stop word.

    Much lighter than Porter (Program 14, 1980): plural, past and -ing endings, no derivation, so that "organ" and
    "organisation" stay apart.
    """
    word = word.lower().replace("’", "'")
    if word in words("stop-words") or (len(word) == 1 and not word.isdigit()):
        return ""
    if word[-1:] == "s":
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        word = word if len(word) < 4 or word.endswith(("ss", "us", "is")) else word[:-1]
    if word[-1:] not in ENDINGS:  # most words: they are asked no more
        return word
    ending, least = ENDINGS[word[-1]]
    return undoubled(word[: -len(ending)]) if len(word) >= least and word.endswith(ending) else word


class Pieces(dict[str, str]):
    """What stands between two spaces -> the stems of the content words in it, parted by spaces; filled as pieces come,
    emptied when it has grown beyond what news needs.

    A sentence is cut at its spaces anyway, and most pieces have been met before.
    """

    def __missing__(self, piece: str) -> str:
        if len(self) > MOST_KNOWN:
            self.clear()
        word = piece.strip(MARKS)
        found = stem(word) if word.isalnum() else " ".join(map(stem, TOKEN.findall(piece)))
        self[piece] = found = piece if found == piece else found  # one string, not two
        return found


PIECES = Pieces()


def undoubled(word: str) -> str:
    """ "stopp" -> "stop"; "fall" and "miss" keep theirs."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


def terms(text: str) -> list[str]:
    """The stemmed content words of ``text`` in order."""
    return stems(text.split())


def stems(pieces: Sequence[str]) -> list[str]:
    """The stemmed content words of a text cut at its spaces."""
    return " ".join(map(PIECES.__getitem__, pieces[:MOST_WORDS])).split()


def vectors(sentences: Sequence[Sequence[str]]) -> list[Vector]:
    """A unit TF-IDF vector for each sentence; how common a word is, is counted over these sentences."""
    spread = Counter(chain.from_iterable(map(set, sentences)))
    rarity = {word: log(1 + (len(sentences) + 1) / n) for word, n in spread.items()}
    return [unit(weighed(sentence, rarity)) for sentence in sentences]


def weighed(sentence: Sequence[str], rarity: Vector) -> Vector:
    """Each word's count times its rarity."""
    found: Vector = {}
    for word in sentence:
        found[word] = found.get(word, 0.0) + rarity[word]
    return found


def unit(vector: Vector) -> Vector:
    """``vector`` brought to length one."""
    length = sqrt(sum(x * x for x in vector.values())) or 1.0
    return {word: x / length for word, x in vector.items()}


def dot(a: Vector, b: Vector) -> float:
    """The cosine of two unit vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[word] for word, x in a.items() if word in b)
