"""Cues, the words that say somebody speaks ("said", "according to"), found in the narration with a table."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from typing import NamedTuple, cast

import summariser.lexicon as lexicon
from summariser.model import Colour
from summariser.quotes.lines import MARK, NARRATION, Line

PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "got", "gets"})
NOT = frozenset({"not", "n't", "n’t", "never"})
VOWELS = "aeiou"
BESIDE = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "NN", "PRP$", "POS"})  # between an owner and the noun


class Verb(NamedTuple):
    """A row of the cue table: ``frames`` are what may follow, letters in order (the table's head explains them)."""

    lemma: str
    colour: Colour
    frames: str


class Cue(NamedTuple):
    """Words ``start`` to ``end`` of a line that say somebody speaks; ``tag`` is the part of speech of the verb.
    ``group`` is where its verb group begins ("has | said", "went on to | say"); ``by`` says that a passive names who
    does it ("was described by"), and ``passive`` is one that does not."""

    start: int
    end: int
    verb: Verb
    tag: str
    group: int
    passive: bool
    negated: bool
    by: bool = False


ACCORDING = Verb("according to", "neutral", "bq")


def inflect(lemma: str) -> set[str]:
    """The regular forms of a verb: "deny" -> deny denies denied denying denys (forms that no one writes do no harm)."""
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return {lemma, lemma + plural, lemma + "ed", lemma + "ing"}


@cache
def verbs() -> dict[str, dict[str, Verb]]:
    """First word of a form, small or with a capital -> (its second word or "" -> Verb)."""
    table: dict[str, dict[str, Verb]] = {"according": {"to": ACCORDING}}
    for row in lexicon.rows("cues"):
        first, _, second = row["verb"].partition(" ")
        verb = Verb(row["verb"], cast(Colour, row["colour"]), "".join(sorted(row["frames"].split())))
        bare = [r["forms"] for r in lexicon.rows("cues") if r["verb"] == first]
        for form in inflect(first) | set((row["forms"] or "".join(bare) or IRREGULAR.get(first, "")).split()):
            table.setdefault(form, {})[second] = verb
    return table | {form.capitalize(): entry for form, entry in table.items()}


@cache
def speech_nouns() -> dict[str, Verb]:
    """A form of a noun of speech -> what it says of the words reported."""
    table = {}
    for row in lexicon.rows("speech-nouns"):
        for form in (row["noun"], *row["forms"].split()):
            table[form] = Verb(row["noun"], cast(Colour, row["colour"]), "cq")
    return table


IRREGULAR = {"speak": "spoke spoken", "shoot": "shot", "hit": "hit hitting", "weigh": "", "sum": "summed summing"}


@cache
def cue_words() -> frozenset[str]:
    """Every word that a cue may begin with."""
    return frozenset((*verbs(), *speech_nouns()))


def find_cues(line: Line) -> list[Cue]:
    """Every cue in the narration of a paragraph, in reading order."""
    table, nouns, known, found = verbs(), speech_nouns(), cue_words(), []
    for i in compress(count(), map(known.__contains__, line.texts)):
        if line.where[i] != NARRATION:
            continue
        word = line.words[i]
        cue = noun_cue(line, i, nouns[word.text]) if word.text in nouns else None
        if cue is None and word.text in table:
            cue = verb_at(line, i, table[word.text])
        if cue is not None:
            found.append(cue)
    return found


def verb_at(line: Line, i: int, entry: dict[str, Verb]) -> Cue | None:
    """The cue that word ``i`` is, or begins, as a verb."""
    word = line.words[i]
    following = line.words[i + 1].text.lower() if line.narrated(i + 1) else ""
    if following and following in entry:
        verb = entry[following]
        return verb_cue(line, i, i + 2, verb) if verb != ACCORDING else Cue(i, i + 2, verb, "IN", i, False, False)
    if "" in entry and (word.tag[:2] == "VB" or word.text in SURE or mistaken(line, i, entry[""])):
        return verb_cue(line, i, i + 1, entry[""])
    return None


def noun_cue(line: Line, i: int, verb: Verb) -> Cue | None:
    """A noun of speech with its owner: "Ms Orlu's repeated | claim", "his | call", "a | remark by X"."""
    word = line.words[i]
    if word.tag not in ("NN", "NNS") or (line.narrated(i + 1) and line.words[i + 1].text in verbs()):
        return None
    for k in range(i - 1, max(-1, i - 5), -1):
        tag = line.words[k].tag
        if not line.narrated(k) or tag not in BESIDE:
            break
        if tag == "PRP$":
            return Cue(i, i + 1, verb, "NN", k + 1, False, False)
        if tag == "POS":
            return Cue(i, i + 1, verb, "NN", k, False, False)
    if line.narrated(i + 2) and line.words[i + 1].text in ("by", "from"):
        return Cue(i, i + 2, verb, "NN", i, False, False)
    return None


def mistaken(line: Line, i: int, verb: Verb) -> bool:
    """Whether a word tagged as a noun must be the verb: "X notes," and, in headlines, "X Praises"."""
    word = line.words[i]
    if not line.narrated(i - 1) or (word.text.lower() == verb.lemma and verb.lemma != "read"):
        return False
    before = line.words[i - 1]
    if word.tag == "NNS" and before.tag in ("NN", "NNP") and line.narrated(i + 1) and line.words[i + 1].text == "that":
        return "c" in verb.frames or "b" in verb.frames
    if closes_sentence(line, i) and follows_marks(line, i):
        return True
    if before.tag == "PRP" or before.name != "O" or before.tag == "NNP":
        after = line.words[i + 1] if line.narrated(i + 1) else None
        if word.text[0].isupper():
            return before.name != "O" and word.name == "O"
        return after is None or after.text in ENDING or after.tag in ("IN", "RB", "PRP", "DT", "RP")
    return False


def closes_sentence(line: Line, i: int) -> bool:
    """Whether a mark of punctuation, another quotation or the paragraph's end follows word ``i``."""
    return not line.narrated(i + 1) or line.words[i + 1].text in ENDING


def follows_marks(line: Line, i: int) -> bool:
    """Whether only a noun phrase stands between a quotation and word ``i``: '"…," the letter | reads.'"""
    for k in range(i - 1, max(-1, i - 6), -1):
        if not line.narrated(k):
            return line.where[k] == MARK and k + 1 < i
        if line.words[k].tag not in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS"):
            return False
    return False


ENDING = frozenset({",", ".", ":", ";", "!", "?"})
SURE = frozenset({"said", "says", "told", "tells", "tweeted", "saying"})


def verb_cue(line: Line, start: int, end: int, verb: Verb) -> Cue:
    """The cue of one verb, with its auxiliaries looked up to its left."""
    group, passive, negated, tag = start, False, False, tag_of(line, start)
    auxiliaries = lexicon.words("auxiliaries")
    for i in range(start - 1, max(-1, start - 8), -1):
        if not line.narrated(i):
            break
        word = line.words[i]
        lower = word.text.lower()
        if lower in auxiliaries:
            passive = passive or (i >= start - 2 and lower in PASSIVE and tag in ("VBN", "VBD"))
        elif not (word.tag in ("RB", "MD", "TO", "RBR") or (word.tag[:2] == "VB" and line.words[i + 1].tag == "TO")):
            break
        negated = negated or lower in NOT
        group = i
    by = passive and line.narrated(end) and line.words[end].text == "by"
    return Cue(start, end, verb, tag, group, passive and not by, negated, by)


def tag_of(line: Line, i: int) -> str:
    """The part of speech of a cue's verb, "VBZ" or "VBD" where it was taken for a noun."""
    word = line.words[i]
    if word.tag.startswith("VB"):
        return word.tag
    return "VBZ" if word.text[-1] in "sS" else "VBD"
