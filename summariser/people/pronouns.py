"""He and she: the nearest fitting subject; nobody when two answers fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import Span, Word
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person

REACH = 4  # sentences back; further a reader would be told the name again
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MANY = 60  # mentions looked back at: a bound on work


class Seen(NamedTuple):
    """A mention that a pronoun may mean; ``quoted`` is the stretch it stands in, -1 outside."""

    start: int
    sentence: int
    subject: bool
    quoted: int
    person: Person


def place_pronouns(
    words: Sequence[Sequence[Word]],
    pronouns: Sequence[Found],
    people: Sequence[Person],
    stretches: Sequence[Span],
    known: Known,
) -> list[tuple[Found, Person]]:
    """The pronouns that stand for one of these people, each with the person."""
    starts = [s.start for s in stretches]
    ends = [s.end for s in stretches]

    def quoted(at: int) -> int:
        n = bisect_right(starts, at) - 1
        return n if n >= 0 and at < ends[n] else -1

    events: list[tuple[int, Found, Person | None]] = [(f.start, f, p) for p in people for f in p.found]
    events += [(f.start, f, None) for f in pronouns if f.role in ("m", "f")]
    events.sort(key=lambda e: e[0])
    seen: list[Seen] = []
    verbs: dict[int, int] = {}
    placed = []
    for _, found, named in events:
        inside = quoted(found.start)
        person = named or mean(seen, found, inside)
        if person is None:
            continue
        if named is None:
            placed.append((found, person))
            person.gender = person.gender or (found.role or "")
        if found.sentence not in verbs:
            verbs[found.sentence] = first_verb(words[found.sentence])
        subject = is_subject(words[found.sentence], found, verbs[found.sentence], known)
        seen.append(Seen(found.start, found.sentence, subject, inside, person))
    return placed


def first_verb(words: Sequence[Word]) -> int:
    """Where the first finite verb of a sentence stands; its length where there is none."""
    return next((n for n, w in enumerate(words) if w.tag in FINITE), len(words))


def is_subject(words: Sequence[Word], found: Found, verb: int, known: Known) -> bool:
    """A finite verb follows, or a verb of saying stands just before ("said Lee")."""
    if found.form == "pronoun":
        return words[found.first].tag == "PRP" and words[found.first].text.lower() in ("he", "she")
    if found.first and words[found.first - 1].text in known.speech and words[found.first - 1].tag != "VBN":
        return True
    after = words[found.last].tag if found.last < len(words) else ""
    return (found.last <= verb and after != "POS") or after in FINITE


def mean(seen: list[Seen], pronoun: Found, inside: int) -> Person | None:
    """Whom a pronoun means: sentence by sentence backwards, the subject first, else the only one who fits."""
    fitting: dict[int, list[Seen]] = {}
    for one in reversed(seen[-MANY:]):
        if pronoun.sentence - one.sentence > REACH:
            break
        if one.quoted == inside and one.person.gender in ("", pronoun.role):
            fitting.setdefault(one.sentence, []).append(one)
    for sentence in sorted(fitting, reverse=True):
        answer = only(fitting[sentence])
        if answer is not None or len({id(s.person) for s in fitting[sentence]}) > 1:
            return answer
    return None


def only(candidates: list[Seen]) -> Person | None:
    """The one person among them; the one subject where there are several; those whose gender shows before others."""
    for group in (candidates, [c for c in candidates if c.subject]):
        people = {id(c.person): c.person for c in group}
        if len(people) > 1:
            people = {i: p for i, p in people.items() if p.gender} or people
        if len(people) == 1:
            return next(iter(people.values()))
    return None
