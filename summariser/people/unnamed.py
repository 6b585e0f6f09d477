"""Persons without a name whom "he" or "she" may mean as well: "a man", "no leader"."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Word
from summariser.people.known import Known
from summariser.people.mentions import Found, nominal
from summariser.people.persons import Person
from summariser.people.roles import INSIDE_ROLE, continues

KIN = "kin"  # the role of a relative without a name
OWNERS = {"his": "m", "her": "f", "my": "", "our": "", "their": ""}
SOUGHT = frozenset(
    ["attacker", "gunman", "assailant", "shooter", "killer", "suspect", "bomber", "intruder", "robber", "burglar"]
    + ["thief", "hijacker", "kidnapper", "murderer", "driver", "victim", "rapist", "sniper", "knifeman", "arsonist"]
    + ["stowaway"]
)
NAMING = frozenset({"NN", "PO"})  # a noun or name behind, or a possessive
ARTICLES = frozenset({"the", "a", "an"})
INDEFINITE = frozenset({"a", "an", "no", "one", "another"})
PREDICATE = frozenset(
    {"is", "was", "be", "been", "being", "as", "like", "become", "became", "'s", "’s", "are", "were", ","}
)


def find_unnamed(
    words: Sequence[Sequence[Word]], pronouns: Sequence[Found], known: Known
) -> list[tuple[Found, Person]]:
    """The phrases for somebody without a name in the sentences of the pronouns, each as a stranger; the next sentence
    goes back to the people of the story."""
    near = {p.sentence for p in pronouns}
    found = [nominal(words[n], n, first, last) for n in near for first, last in indefinite(words[n], known)]
    near |= {n - 1 for n in near if n}
    found += [nominal(words[n], n, first, last) for n in near for first, last in sought(words[n])]
    found += [
        nominal(words[n], n, first, last)._replace(role=KIN) for n in near for first, last in kin(words[n], known)
    ]
    return [(f, Person(known.persons.get(noun_of(words[f.sentence][f.last - 1]), ""), f.start)) for f in found]


def sought(words: Sequence[Word]) -> list[tuple[int, int]]:
    """ "The attacker", "a gunman": whom the story is about and often cannot name; not "the gunman's" car."""
    found = []
    for at, word in enumerate(words):
        if word.tag == "NN" and noun_of(word) in SOUGHT:
            named = at + 1 < len(words) and words[at + 1].tag[:2] in NAMING
            start = None if named else opened_by(words, at, ARTICLES)
            found += [] if start is None else [(start, at + 1)]
    return found


def noun_of(word: Word) -> str:
    """A noun in small letters, without what is joined in front: a half-"sister"."""
    return word.text.lower().rsplit("-", 1)[-1]


def kin(words: Sequence[Word], known: Known) -> list[tuple[int, int]]:
    """ "his older sister", "her husband", "my father", when no name follows that says who it is; in "his son ... he"
    the father may go on."""
    found = []
    for at, word in enumerate(words):
        if word.tag == "NN" and noun_of(word) in known.kin and not continues(words, at, known):
            start = at - 1
            while start >= 0 and words[start].tag[:2] == "JJ":
                start -= 1
            named = any(w.name == "B-PER" or w.text in known.titles for w in words[at + 1 : at + 3])
            whose = OWNERS.get(words[start].text.lower()) if start >= 0 else None
            if whose is not None and whose != known.persons.get(noun_of(word)) and not named:
                found.append((start, at + 1))
    return found


def indefinite(words: Sequence[Word], known: Known) -> list[tuple[int, int]]:
    """ "a man", "no leader": not what somebody is or is like ("was a teacher", "Lee, a teacher", "A teacher, Lee"), nor
    who speaks for another."""
    found = []
    for at, word in enumerate(words):
        if word.tag == "NN" and word.text.lower() in known.persons and not continues(words, at, known):
            start = opened_by(words, at, INDEFINITE)
            told = start is None or (start > 0 and words[start - 1].text in PREDICATE) or leads(words, start, at + 1)
            if start is not None and not told and not speaks_for(words, at):
                found.append((start, at + 1))
    return found


def leads(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a phrase that opens its sentence says what its subject is: "A teacher", she had come."""
    return start == 0 and end + 1 < len(words) and words[end].text == "," and words[end + 1].tag in ("PRP", "NNP")


def opened_by(words: Sequence[Word], head: int, openers: frozenset[str]) -> int | None:
    """Where the phrase that ends in ``head`` begins with one of ``openers``; None where it does not."""
    at = head - 1
    while at >= 0 and head - at < 6 and words[at].tag in INSIDE_ROLE:
        at -= 1
    return at if at >= 0 and words[at].text.lower() in openers else None


def speaks_for(words: Sequence[Word], head: int) -> bool:
    """A "for" or "of" behind the noun: "a spokesman for Lee said he" is about Lee as likely as not."""
    return head + 1 < len(words) and words[head + 1].text in ("for", "of", "to")
