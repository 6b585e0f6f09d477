"""Cues, the words that say somebody speaks ("said", "according to"), found in the narration with a table."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.quotes.lines import Line

PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "got", "gets"})
NOT = frozenset({"not", "n't", "n’t", "never"})
VOWELS = "aeiou"


class Verb(NamedTuple):
    """A row of the cue table: ``frames`` are what may follow (the table's head explains the letters)."""

    lemma: str
    colour: str
    frames: frozenset[str]


class Cue(NamedTuple):
    """Words ``start`` to ``end`` of a line that say somebody speaks; ``tag`` is the part of speech of the verb.
    ``group`` is where its verb group begins ("has | said", "went on to | say")."""

    start: int
    end: int
    verb: Verb
    tag: str
    group: int
    passive: bool
    negated: bool


ACCORDING = Verb("according to", "neutral", frozenset({"q", "b"}))


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
        verb = Verb(row["verb"], row["colour"], frozenset(row["frames"].split()))
        bare = [r["forms"] for r in lexicon.rows("cues") if r["verb"] == first]
        for form in inflect(first) | set((row["forms"] or "".join(bare) or IRREGULAR.get(first, "")).split()):
            table.setdefault(form, {})[second] = verb
    return table | {form.capitalize(): entry for form, entry in table.items()}


IRREGULAR = {"speak": "spoke spoken", "shoot": "shot", "hit": "hit hitting", "weigh": "", "sum": "summed summing"}


def find_cues(line: Line) -> list[Cue]:
    """Every cue in the narration of a paragraph, in reading order."""
    table, found = verbs(), []
    for i, word in enumerate(line.words):
        entry = table.get(word.text)
        if entry is None or line.where[i] != -1:
            continue
        following = line.words[i + 1].text.lower() if line.narrated(i + 1) else ""
        if following and following in entry:
            verb = entry[following]
            found.append(
                verb_cue(line, i, i + 2, verb) if verb != ACCORDING else Cue(i, i + 2, verb, "IN", i, False, False)
            )
        elif "" in entry and (word.tag[:2] == "VB" or word.text in SURE or mistaken(line, i, entry[""])):
            found.append(verb_cue(line, i, i + 1, entry[""]))
    return found


def mistaken(line: Line, i: int, verb: Verb) -> bool:
    """Whether a word tagged as a noun must be the verb: "X notes," and, in headlines, "X Praises"."""
    word = line.words[i]
    if word.text.lower() == verb.lemma or not line.narrated(i - 1):
        return False
    before = line.words[i - 1]
    if before.tag == "PRP" or before.name != "O" or before.tag == "NNP":
        after = line.words[i + 1] if line.narrated(i + 1) else None
        if word.text[0].isupper():
            return before.name != "O" and word.name == "O"
        return after is None or after.text in ENDING or after.tag in ("IN", "RB", "PRP", "DT", "RP")
    return False


ENDING = frozenset({",", ".", ":", ";", "!", "?"})
SURE = frozenset({"said", "says", "told", "tells", "tweeted", "saying"})


def verb_cue(line: Line, start: int, end: int, verb: Verb) -> Cue:
    """The cue of one verb, with its auxiliaries looked up to its left."""
    group, passive, negated, tag = start, False, False, tag_of(line, start)
    for i in range(start - 1, max(-1, start - 8), -1):
        if not line.narrated(i):
            break
        word = line.words[i]
        lower = word.text.lower()
        if lower in lexicon.words("auxiliaries"):
            passive = passive or (i >= start - 2 and lower in PASSIVE and tag in ("VBN", "VBD"))
        elif not (word.tag in ("RB", "MD", "TO", "RBR") or (word.tag[:2] == "VB" and line.words[i + 1].tag == "TO")):
            break
        negated = negated or lower in NOT
        group = i
    return Cue(start, end, verb, tag, group, passive, negated)


def tag_of(line: Line, i: int) -> str:
    """The part of speech of a cue's verb, "VBZ" or "VBD" where it was taken for a noun."""
    word = line.words[i]
    if word.tag.startswith("VB"):
        return word.tag
    return "VBZ" if word.text[-1] in "sS" else "VBD"
