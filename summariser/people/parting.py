"""Names run together that the rest of the text shows to be several ("Justice Department and Congress"), and partners
that are one body ("Harrow & Vantz")."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Word
from summariser.people.kinds import key_of
from summariser.people.known import Known
from summariser.people.names import QUOTES, Name
from summariser.text.gazetteer import letters

BETWEEN = frozenset({"and", "&", "or"})
BEHIND_PEOPLE = frozenset({"and", "or", "on", "in", "at", "of", "for", "from", "the"})


def part(sentences: Sequence[Sequence[Word]], names: Sequence[Name], known: Known) -> list[Name]:
    """The names, those that hold an "and" between two names of this text as two, groups of people apart from bodies."""
    keys: set[str] = set()
    found: list[Name] = []
    for name in names:
        words = sentences[name.sentence]
        name = before_press(words, name)
        if name.label not in ("ORG", "") or name.last - name.first < 3:
            found.append(name)
            continue
        if not keys:
            keys = {key_of(sentences[n.sentence], n) for n in names}
        for piece in led_by_people(words, name, known):
            found += at_and(words, piece, keys)
    return found


def joined_nicknames(sentences: Sequence[Sequence[Word]], names: Sequence[Name]) -> list[Name]:
    """The names, a person's with a nickname in quotation marks inside as one: Robert C. "Bobby" Marsh."""
    found: list[Name] = []
    for name in names:
        words = sentences[name.sentence]
        at = name.first - 3
        nicked = (
            at > 0 and words[at].text in QUOTES and words[at + 2].text in QUOTES and words[at + 1].text[0].isupper()
        )
        end = at - 1 if nicked and words[at - 1].text == "." else at
        before = next((n for n in found[-2:] if (n.sentence, n.last) == (name.sentence, end)), None)
        if nicked and before is not None and name.label == "PER" and before.label in ("PER", ""):
            found = [*found[: found.index(before)], name._replace(first=before.first)]
        else:
            found.append(name)
    return found


def joined_partners(sentences: Sequence[Sequence[Word]], names: Sequence[Name]) -> list[Name]:
    """The names, two with "&" between them as one body."""
    found: list[Name] = []
    for name in names:
        if found and are_partners(sentences[name.sentence], found[-1], name):
            found[-1] = found[-1]._replace(last=name.last, label="ORG", glued=name.glued)
        else:
            found.append(name)
    return found


def are_partners(words: Sequence[Word], one: Name, other: Name) -> bool:
    """Lee "&" Van Obi; but Jim & Sarah, and Ann Lee & Bob Ray, are two people, and what has no label is no partner."""
    beside = one.sentence == other.sentence and other.first == one.last + 1 and words[one.last].text == "&"
    if not beside or not one.label or not other.label:
        return False
    alone = [words[name.first].text for name in (one, other) if name.last - name.first == 1]
    return any("F" not in letters(word) for word in alone)


def before_press(words: Sequence[Word], name: Name) -> Name:
    """ "White House" Press Secretary: the first word of the office is no part of the body."""
    if words[name.last - 1].text != "Press" or name.last == len(words) or name.last - name.first == 1:
        return name
    return name._replace(last=name.last - 1) if words[name.last].text == "Secretary" else name


def led_by_people(words: Sequence[Word], name: Name, known: Known) -> list[Name]:
    """ "Republicans | and | Democrats | on the | Oversight Committee": people are no part of a body's name."""
    pieces = []
    while name.last - name.first > 1 and words[name.first].text in known.peoples:
        at = name.first + 1
        while at < name.last and words[at].text in BEHIND_PEOPLE:
            at += 1
        if at == name.first + 1:
            break
        pieces.append(name._replace(last=name.first + 1, glued=0))
        if at == name.last:
            return pieces
        name = name._replace(first=at)
    return [*pieces, name]


def at_and(words: Sequence[Word], name: Name, keys: set[str]) -> list[Name]:
    """Two names where both sides of an "and" are names elsewhere in the text."""
    for at in range(name.first + 1, name.last - 1):
        if words[at].text in BETWEEN:
            left, right = name._replace(last=at, glued=0), name._replace(first=at + 1)
            if key_of(words, left) in keys and key_of(words, right) in keys:
                return [left, right]
    return [name]
