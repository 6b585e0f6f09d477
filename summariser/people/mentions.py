"""Mentions of people, bodies, groups and places as they stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import ActorKind, Block, MentionForm, Sentence, Word
from summariser.people.headings import find_headings, link_heading
from summariser.people.kinds import elect, key_of
from summariser.people.known import Known, known
from summariser.people.names import SHORT, Name, find_names, is_proper
from summariser.people.roles import find_body_nouns, find_nominals, role_behind, role_of, title_of

KINDS: dict[str, ActorKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "themselves": "p",
}  # fmt: skip


class Found(NamedTuple):
    """One mention before it is known whose it is; ``sentence`` indexes the sentences, ``first`` and ``last`` its words.

    ``title`` is the title before a name ("Mrs"), ``role`` the role as stated beside it or the words of a nominal."""

    start: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    sentence: int
    role: str | None = None
    title: str | None = None
    first: int = 0
    last: int = 0


def find_mentions(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], words: tuple[tuple[Word, ...], ...]
) -> tuple[Found, ...]:
    """Every name, role noun phrase and personal pronoun of the sentences, in reading order."""
    facts = known()
    headings = find_headings(blocks, sentences, words)
    names = [name for n, tokens in enumerate(words) if n not in headings for name in find_names(tokens, n, facts)]
    kinds = elect(words, names, facts)
    names += [
        name for n, tokens in enumerate(words) if n not in headings for name in overlooked(tokens, n, kinds, facts)
    ]
    found = [f for name in names if (f := as_found(text, words[name.sentence], name, kinds, facts))]
    found += [a for f in found if f.kind == "person" and (a := apposed(words[f.sentence], f, facts))]
    taken = {(f.sentence, at) for f in found for at in range(f.first, f.last)}
    for n, tokens in enumerate(words):
        if n in headings:
            found += [
                as_name(tokens, Name(n, first, last, label), KINDS[label])
                for first, last, label in link_heading(tokens, kinds)
            ]
        else:
            found += nominals(tokens, n, taken, facts)
            found += pronouns(tokens, n)
    return tuple(sorted(found))


def as_found(text: str, words: Sequence[Word], name: Name, kinds: dict[str, str], facts: Known) -> Found | None:
    """The mention of a name whose kind is known; None for runs of capitals that proved to be nothing."""
    kind = kinds.get(key_of(words, name))
    if kind is None or name.label not in ("", SHORT, *KINDS):
        return None
    found = as_name(words, name, KINDS[kind])
    if words[name.last - 1].text in facts.peoples:
        return found._replace(kind="group")
    if kind != "PER":
        return found
    title = title_of(words, name.first, facts)
    return found._replace(title=title, role=role_of(text, words, name.first, name.last, facts))


def overlooked(words: Sequence[Word], sentence: int, kinds: dict[str, str], facts: Known) -> list[Name]:
    """A word that opens a sentence, was tagged as a common one there, and is a name elsewhere in the text."""
    if not words or words[0].name != "O" or is_proper(words, 0) or words[0].text in facts.no_names:
        return []
    known_here = words[0].text[0].isupper() and words[0].text.casefold() in kinds
    return [Name(sentence, 0, 1, "")] if known_here else []


def as_name(words: Sequence[Word], name: Name, kind: ActorKind) -> Found:
    """A name's mention, with nothing known around it."""
    start, end = words[name.first].start, words[name.last - 1].end - name.glued
    return Found(start, end, "name", kind, name.sentence, None, None, name.first, name.last)


def apposed(words: Sequence[Word], name: Found, facts: Known) -> Found | None:
    """ "a parish councillor" right behind a person's name: a phrase that stands for that person, here alone."""
    span = role_behind(words, name.first, name.last, facts)
    if span is None or words[span[0] - 1].text.lower() not in ("a", "an"):
        return None
    first = span[0] - 1
    last = next((at for at in range(*span) if words[at].tag == "IN"), span[1])  # "a teacher" at the school
    return Found(words[first].start, words[last - 1].end, "nominal", "person", name.sentence, None, None, first, last)


def nominals(words: Sequence[Word], sentence: int, taken: set[tuple[int, int]], facts: Known) -> list[Found]:
    """Definite noun phrases for one person by role, or for one body: "the Russian foreign minister", "the ministry"."""
    found: list[tuple[ActorKind, tuple[int, int]]] = [("person", span) for span in find_nominals(words, facts)]
    found += [("organisation", span) for span in find_body_nouns(words, facts)]
    return [
        Found(words[first].start, words[last - 1].end, "nominal", kind, sentence, None, None, first, last)
        for kind, (first, last) in found
        if (sentence, last) not in taken and (sentence, last - 1) not in taken
    ]


def pronouns(words: Sequence[Word], sentence: int) -> list[Found]:
    """The third-person pronouns of people; "I" and "we" are their speaker's, which attribution knows."""
    return [
        Found(w.start, w.end, "pronoun", None, sentence, PRONOUNS[lower], None, n, n + 1)
        for n, w in enumerate(words)
        if w.tag[:3] == "PRP" and (lower := w.text.lower()) in PRONOUNS
    ]
