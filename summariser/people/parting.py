"""Names run together that the rest of the text shows to be several: "Justice Department and Congress"."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Word
from summariser.people.kinds import key_of
from summariser.people.known import Known
from summariser.people.names import Name

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
