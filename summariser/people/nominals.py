"""Phrases standing for people: "the Russian foreign minister" is the one person introduced in that role, "its
president", Ann Lee, the one whose name stands beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from summariser.model import Word
from summariser.people.antecedents import FINITE
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.persons import Person
from summariser.people.roles import CLOSES, DEFINITE

IGNORED = frozenset({"the", "this", "that", "'s", "’s", "'", "’", "of", "for", "outgoing", "a", "an", "new"})
ANOTHER_POST = frozenset({"former", "ex", "vice", "deputy", "assistant", "acting", "shadow", "then", "late", "elect"})

LINKS = frozenset({"of", "for", "at", "in", "on", "with", "from", "to", "under"})
BEING = frozenset({"am", "is", "was", "be", "been", "become", "becomes", "became", "remains", "remained"})
SINGLE = frozenset(
    {"president", "mayor", "governor", "chancellor", "premier", "king", "queen", "pope", "pontiff", "emperor", "judge"}
)  # offices that a story has one bearer of, whoever else it names
IN_REALM = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD", "HYPH"})
LONGEST_REALM = 8
MANY = 200  # stated roles of one head that are looked at


def place_nominals(
    words: Sequence[Sequence[Word]], nominals: Sequence[Found], people: Sequence[Person], known: Known
) -> list[tuple[Found, Person]]:
    """The noun phrases that only one person's stated role fits, each with the person."""
    stated = Stated(words, people, known)
    placed: list[tuple[Found, Person]] = []
    for found in nominals:
        sentence = words[found.sentence]
        told = became(sentence, found.first) if not owns(sentence, found.last) else None
        if told is not None:  # "I am the nominee": nobody's where the subject is nobody's name
            person = stated.ends.get((found.sentence, told))
        else:
            person = stated.beside(found) or stated.ahead(found) or also(sentence, placed, found)
            if person is None and not joins_name(sentence, found.last):
                person = stated.bearer(found)
        if person is not None:
            placed.append((found, person))
    return placed


class Stated:
    """Looks up who bears a role: the roles as stated, where people's names end, and where those stand whose role the
    text never states."""

    def __init__(self, words: Sequence[Sequence[Word]], people: Sequence[Person], known: Known) -> None:
        self.words, self.known = words, known
        self.roles: dict[str, list[tuple[Person, frozenset[str], Found]]] = {}
        for person in people:
            for found in person.found:
                if found.role:
                    head, stated = asked_of(split(found.role), known)
                    self.roles.setdefault(head, []).append((person, stated, found))
        self.ends = {(f.sentence, f.last): person for person in people for f in person.found}
        self.begins = {
            (f.sentence, f.first - (f.title is not None)): (f.last, p)
            for p in people
            for f in p.found
            if f.form == "name"
        }
        self.loose = sorted(f.start for p in people if not any(f.role for f in p.found) for f in p.found)

    def beside(self, found: Found) -> Person | None:
        """Whom a phrase is apposed to: Ann Lee, "the mayor"; the subject of a verb stands for itself: After this talk
        with Ann Lee, "the mayor" left."""
        sentence = self.words[found.sentence]
        definite = sentence[found.first].text.lower() in DEFINITE
        acts = definite and found.last < len(sentence) and sentence[found.last].tag in FINITE
        if owns(sentence, found.last) or acts:
            return None
        return self.ends.get((found.sentence, before_commas(sentence, found.first)))

    def ahead(self, found: Found) -> Person | None:
        """Whose name a comma sets behind a phrase: "its director", Ann Lee, said; "a founder" and owner, Ann Lee."""
        sentence, at = self.words[found.sentence], found.last
        while at < len(sentence) and at - found.last < LONGEST_REALM and goes_on(sentence, at):
            at += 1
        if at >= len(sentence) or sentence[at].text != "," or owns(sentence, found.last):
            return None
        last, person = self.begins.get((found.sentence, at + 1), (0, None))
        return person if last >= len(sentence) or sentence[last].text in CLOSES else None

    def bearer(self, found: Found) -> Person | None:
        """The one person whose stated role a phrase fits in full, with the realm behind it: "the president" of Orlu."""
        sentence = self.words[found.sentence]
        phrase = sentence[found.first : found.last]
        head, asked = asked_of([w.text for w in phrase], self.known)
        if len(asked) == 1 and head not in self.known.roles:
            return None  # "this man" may be any
        whole = asked | content(realm(sentence, found.last), self.known)
        proper = any(w.text[0].isupper() and w.text.lower() not in DEFINITE for w in phrase)
        fitting = {
            id(p): p
            for p, stated, at in self.roles.get(head, ())[:MANY]
            if fits(whole, stated) and (proper or at.sentence <= found.sentence)  # "the director" was told of before
        }
        person = fitting.popitem()[1] if len(fitting) == 1 else None
        one_of_many = "former" in asked or not (proper or asked & SINGLE)
        return None if person is not None and one_of_many and self.has_rival(person, found) else person

    def has_rival(self, person: Person, found: Found) -> bool:
        """Whether somebody whose role is not stated was named since the person was: he may bear it as well."""
        last = max((f.start for f in person.found if f.start < found.start), default=-1)
        return last >= 0 and bisect_right(self.loose, last) < bisect_right(self.loose, found.start)


def goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word is of what a role is of, or joins another role of the same person: "for the port", "and owner"."""
    if words[at].text == "and":
        return at + 1 < len(words) and words[at + 1].tag not in ("DT", "PRP$")
    return words[at].tag in IN_REALM or words[at].tag == "IN"


def realm(words: Sequence[Word], at: int) -> list[str]:
    """The words behind the "of" of an office: the president "of the rowing club"; none where no "of" follows."""
    end = at
    while end < len(words) and end - at < LONGEST_REALM and (words[end].text == "of" or words[end].tag in IN_REALM):
        end += 1
    return [w.text for w in words[at:end]] if at < len(words) and words[at].text == "of" else []


def also(words: Sequence[Word], placed: Sequence[tuple[Found, Person]], found: Found) -> Person | None:
    """Ann Lee, a teacher of music and "the host" of a show: whose phrase an "and" joins to this one."""
    if not placed or not found.first or words[found.first - 1].text != "and":
        return None
    before, person = placed[-1]
    if before.sentence != found.sentence or not (before.first and words[before.first - 1].text == ","):
        return None
    between = words[before.last : found.first - 1]
    return person if all(w.tag in IN_REALM or w.tag == "IN" for w in between) else None


def joins_name(words: Sequence[Word], at: int) -> bool:
    """ "the host" and former reporter Ed Lee: one person or two, as nobody can tell."""
    if at >= len(words) or words[at].text != "and":
        return False
    end = at + 1
    while end < len(words) and words[end].name != "B-PER" and words[end].tag in IN_REALM and words[end].tag != "DT":
        end += 1
    return at + 1 < end < len(words) and words[end].name == "B-PER"


def became(words: Sequence[Word], first: int) -> int | None:
    """Where the subject of a verb of being in front of a phrase ends: Lee | "has become" the minister, with or without
    a comma; else None."""
    at = first - 1
    if at < 1 or words[at].text not in BEING:
        return None
    while at and (words[at].tag[:2] in ("VB", "MD") or words[at].tag == "RB"):
        at -= 1
    return at if words[at].text == "," else at + 1


def owns(words: Sequence[Word], at: int) -> bool:
    """A possessive behind: Ann Lee, "the mayor" 's daughter, is not the mayor."""
    return at < len(words) and words[at].tag == "POS"


def before_commas(words: Sequence[Word], first: int) -> int:
    """Where what a phrase is apposed to ends: before the comma in front of it, and before an age between commas."""
    at = first - 1
    if at < 1 or words[at].text != ",":
        return -1
    return at - 2 if at > 2 and words[at - 1].text.isdigit() and words[at - 2].text == "," else at


def fits(asked: frozenset[str], stated: frozenset[str]) -> bool:
    """A phrase may leave words of the stated role out, but not those that make it another post ("vice", "former")."""
    return asked - {"former"} <= stated and not (stated - asked) & ANOTHER_POST


def split(role: str) -> list[str]:
    """The words of a stated role, its possessives apart."""
    return role.replace("’s", " 's").replace("'s", " 's").split()


def asked_of(tokens: Sequence[str], known: Known) -> tuple[str, frozenset[str]]:
    """The head noun of a role ("minister of state": minister), and the words that tell it from other roles."""
    tokens = [known.title_nouns.get(t, t) for t in tokens]
    end = next((n for n, t in enumerate(tokens) if n and t in LINKS), len(tokens))
    return tokens[end - 1].casefold() if tokens else "", content(tokens, known)


def holder(phrase: str, roles: Sequence[tuple[int, str]], known: Known) -> int | None:
    """The one actor, of those given with their roles, whom a definite phrase stands for; None when none or several."""
    tokens = split(phrase)
    if len(tokens) < 2 or tokens[0].lower() not in DEFINITE:
        return None
    head, asked = asked_of(tokens, known)
    fitting = set()
    for actor, role in roles:
        stated_head, stated = asked_of(split(role), known)
        if head == stated_head and fits(asked, stated):
            fitting.add(actor)
    return fitting.pop() if len(fitting) == 1 else None


def content(tokens: Sequence[str], known: Known) -> frozenset[str]:
    """The words that tell a role from another: nationalities and countries levelled ("Russian" = "Russia")."""
    kept = (t for t in tokens if t.lower() not in IGNORED)
    return frozenset(level(known.demonyms.get(t, t).casefold(), known) for t in kept)


def level(word: str, known: Known) -> str:
    """One form of a word: "US" and "American" are one country."""
    return known.aliases.get(word, word)
