"""Names of people -> persons: full names are introduced once and shortened later.

Spouses and siblings who share a surname are kept apart by title and first name; a bare surname that fits two people
stays with the one it was established for, or with nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Word
from summariser.people.known import Known
from summariser.people.mentions import Found
from summariser.people.names import QUOTES, SUFFIXES
from summariser.text.gazetteer import letters

ROYAL = frozenset({"King", "Queen", "Prince", "Princess", "Pope", "Lord", "Lady", "Sir", "Dame", "Sister", "Father"})
AGES = frozenset({"elder", "younger"})
JUNIOR = frozenset({"Jr", "Jr."})
NEAR, FAR = 1, 8  # sentences: who was named just now, and who so long ago that a reader is told the whole name again
OFTEN = 4  # mentions by which a relative is a person of the story
MANY = 24  # bearers of one name that are looked at, the latest; a bound on work, met by no news text

PRONOUNS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


class Person:
    """One person while the cast is put together; made and read out inside ``resolve``."""

    __slots__ = ("names", "found", "gender", "established", "since", "kin", "suffix")

    def __init__(self, gender: str, since: int) -> None:
        self.names: set[tuple[str, ...]] = set()
        self.found: list[Found] = []
        self.gender = gender
        self.established = False
        self.since = since
        self.kin = False
        self.suffix = ""


class People:
    """The people so far, looked up by a word of their names."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self.index: dict[tuple[str, str], list[Person]] = {}

    def new(self, tokens: tuple[str, ...], found: Found, gender: str) -> Person:
        person = Person(gender, found.start)
        self.all.append(person)
        self.add(person, tokens, found, gender)
        return person

    def add(self, person: Person, tokens: tuple[str, ...], found: Found, gender: str) -> None:
        """One more mention of a person, under a name that may be new."""
        person.found.append(found)
        person.gender = person.gender or gender
        person.since = min(person.since, found.start)
        if tokens in person.names:
            return
        person.names.add(tokens)
        parts = [("surname", tokens[-1]), ("first", tokens[0]), *(("middle", t) for t in tokens[1:-1])]
        for place, token in parts:
            bearers = self.index.setdefault((place, token.casefold()), [])
            if person not in bearers[-MANY:]:
                bearers.append(person)

    def with_part(self, place: str, token: str) -> list[Person]:
        """Those with this word at this place of a name."""
        return self.index.get((place, token.casefold()), [])[-MANY:]


def spelt(name: str) -> str:
    """A person's name as names are written: "KELLER" in a transcript is Keller; initials stay."""
    return name.title() if name.isupper() and len(name) > 3 else name


def tokens_of(words: Sequence[Word], found: Found) -> tuple[str, ...]:
    """The words of a name that tell people apart: without "Jr" and quotation marks, and to where the name ends."""
    parts = words[found.first : found.last]
    tokens = tuple(
        w.text[: found.end - w.start].replace("’", "'")
        for w in parts
        if w.text not in SUFFIXES and w.text not in QUOTES
    )
    return tokens or (parts[0].text,)


def suffix_of(words: Sequence[Word], found: Found) -> str:
    """ "Jr" or "III" behind a name; nothing where there is none."""
    last = words[found.last - 1].text
    return last.rstrip(".") if last in SUFFIXES else ""


def juniors(words: Sequence[Sequence[Word]], mentions: Sequence[Found]) -> frozenset[str]:
    """First names that stand with "Jr." alone ("Donald Jr."): whoever has one is told from a namesake by it."""
    return frozenset(
        words[f.sentence][f.first].text
        for f in mentions
        if f.last - f.first == 2 and words[f.sentence][f.last - 1].text in JUNIOR
    )


def is_junior(words: Sequence[Word], found: Found, apart: frozenset[str]) -> bool:
    """A mention with "Jr." whose first name the text uses so to tell him from a namesake."""
    return words[found.last - 1].text in JUNIOR and words[found.first].text in apart


def told_apart(words: Sequence[Word], found: Found) -> str:
    """What tells the bearer of a name from a namesake: the "elder" Lee, the "first" President Lee; else nothing."""
    at = found.first - 1 - (found.title is not None)
    before = words[at].text.lower() if at > 0 and words[at - 1].text.lower() == "the" else ""
    return before if before in AGES or (before == "first" and found.title) else ""


def gather(words: Sequence[Sequence[Word]], mentions: Sequence[Found], known: Known) -> list[Person]:
    """The people of all person names: full names first, then what is short for them, in reading order."""
    people = People()
    short = []
    apart = juniors(words, mentions)
    heirs: dict[str, Person] = {}
    for found in mentions:
        tokens = tokens_of(words[found.sentence], found)
        if is_junior(words[found.sentence], found, apart):
            heirs.setdefault(tokens[0], Person("m", found.start)).found.append(found)
            continue
        if namesake := told_apart(words[found.sentence], found):
            key = f"{namesake} {tokens[-1]}"
            heirs.setdefault(key, Person(gender_of(tokens, found, known), found.start)).found.append(found)
            continue
        if len(tokens) == 1:
            short.append((found, tokens[0]))
            continue
        gender = gender_of(tokens, found, known)
        near = (*people.with_part("surname", tokens[-1]), *people.with_part("first", tokens[0]))
        suffix = suffix_of(words[found.sentence], found)
        alike = (p for p in near if not (suffix and p.suffix and suffix != p.suffix))
        person = next((p for p in alike if same_full(p, tokens, gender, known)), None)
        if person is None:
            person = people.new(tokens, found, gender)
            person.kin = comes_as_kin(words[found.sentence], found, known)
        else:
            people.add(person, tokens, found, gender)
        person.suffix = person.suffix or suffix
    genders = bare_genders(words, people, short, known)
    called = {t.casefold() for t in {t for _, t in short} if sum(t == other for _, other in short) > 1}
    for found, token in short:
        place_short(people, found, token, genders.get(token, ""), called, known)
    for person in (everybody := [*people.all, *heirs.values()]):
        person.found.sort()
    return everybody


def gender_of(tokens: tuple[str, ...], found: Found, known: Known) -> str:
    """By title, then by the noun of the role, then by the first name."""
    if found.title and known.titles[found.title]:
        return known.titles[found.title]
    if found.role:
        for noun in found.role.split():
            if known.persons.get(noun.lower()) and noun.lower() not in known.kin:
                return known.persons[noun.lower()]
    told = len(tokens) > 1 or "L" not in letters(tokens[0])  # "Hillary", but not "Kelly", who may be any Mr Kelly
    return known.first_names.get(tokens[0], "") if told else ""


def same_full(person: Person, tokens: tuple[str, ...], gender: str, known: Known) -> bool:
    """Whether a full name is one of this person's: same surname, and first names that are the same or short for it."""
    if person.gender and gender and person.gender != gender:
        return False
    return any(same_tokens(other, tokens, known) for other in person.names)


def same_tokens(one: tuple[str, ...], other: tuple[str, ...], known: Known) -> bool:
    """ "William J. Burns" and "Bill Burns"; never "Ann Lee" and "Amy Lee"."""
    if one == other:
        return True
    if one[-1].casefold() != other[-1].casefold():
        short, long = sorted((one, other), key=len)
        return len(short) > 1 and len(long) == len(short) + 1 and long[: len(short)] == short
    a, b = one[0], other[0]
    if a.casefold() == b.casefold():
        return middles_agree(one[1:-1], other[1:-1])
    shorter, longer = sorted((one, other), key=len)
    if len(one) != len(other) and folded(longer[-len(shorter) :]) == folded(shorter):
        return True
    if "." in a or "." in b or len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return frozenset((a, b)) in known.nicknames


def folded(tokens: tuple[str, ...]) -> list[str]:
    """ "De Blasio" as "de Blasio"."""
    return [t.casefold() for t in tokens]


def middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Middle names speak against only where both are given and begin differently."""
    return not one or not other or one[0][0] == other[0][0]


def bare_genders(
    words: Sequence[Sequence[Word]], people: People, short: Sequence[tuple[Found, str]], known: Known
) -> dict[str, str]:
    """The gender of whom a surname stands for where that is in doubt: several people bear it, or it stands bare before
    any full name has it ("Obama ... Michelle Obama").  By its titles, else by two pronouns that follow it."""
    counts: dict[str, dict[str, int]] = {}
    for found, token in short:
        bearers = people.with_part("surname", token)
        if not bearers or (token not in counts and len(bearers) == 1 and bearers[0].since < found.start):
            continue
        count = counts.setdefault(token, {"m": 0, "f": 0})
        sentence = words[found.sentence]
        # "Obi called Lee a clown on his show", "hatred of Lee among his friends": another's pronoun
        owned = found.first > 0 and sentence[found.first - 1].tag == "IN"
        owned = owned or any(w.name == "B-PER" for w in sentence[: found.first])
        shown = (
            known.titles.get(found.title, "") if found.title else "" if owned else next_pronoun(sentence, found.last)
        )
        if shown:
            count[shown] += 2 if found.title else 1
    return {t: max(c, key=lambda g: c[g]) for t, c in counts.items() if max(c.values()) > 3 * min(c.values()) + 1}


def next_pronoun(words: Sequence[Word], at: int) -> str:
    """The gender of the next he or she in the sentence, before anybody else is named; none behind a name that only says
    whose ("Lee aide Bob Ray")."""
    if at < len(words) and words[at].tag[:2] == "NN":
        return ""
    for word in words[at : at + 30]:
        if word.text == "him":  # of somebody else, in one clause
            return ""
        if word.name == "B-PER" or (word.tag[:3] == "PRP" and word.text in PRONOUNS):
            return PRONOUNS.get(word.text, "")
    return ""


def place_short(people: People, found: Found, token: str, usual: str, called: set[str], known: Known) -> None:
    """Give one word of name to the one person it fits; to a new person when it fits none; to nobody when to two."""
    gender = (known.titles.get(found.title, "") if found.title else "") or usual
    for place in ("surname", "first", "middle"):
        fitting = [p for p in people.with_part(place, token) if not (gender and p.gender and p.gender != gender)]
        if fitting:
            person = pick(fitting, found, called)
            if person is not None:
                last = any(len(name) > 1 and name[-1].casefold() == token.casefold() for name in person.names)
                person.established = person.established or last
                people.add(person, (token,), found, gender)
            return
    people.new((token,), found, gender or gender_of((token,), found, known)).established = True


def pick(fitting: list[Person], found: Found, called: set[str]) -> Person | None:
    """The only one who fits; else the only one introduced so far; else the only one told of just now; else the only one
    who did not come in as somebody's wife or son; else the one the short form was established for."""
    if len(fitting) > 1:
        fitting = [p for p in fitting if p.since < found.start] or fitting
    if len(fitting) > 1:
        near = [p for p in fitting if told_before(p, found) <= NEAR and not goes_by_first(p, called)]
        far = all(told_before(p, found) > FAR for p in fitting if p not in near)
        own = [p for p in fitting if not p.kin or len(p.found) >= OFTEN]
        established = [p for p in fitting if p.established]
        fitting = near if len(near) == 1 and far else own if len(own) == 1 else established
    return fitting[0] if len(fitting) == 1 else None


def goes_by_first(person: Person, called: set[str]) -> bool:
    """Whether the text calls somebody by the first name alone, as a wife beside her husband, and never yet by the
    last."""
    return not person.established and any(name[0].casefold() in called for name in person.names if len(name) > 1)


def comes_as_kin(words: Sequence[Word], found: Found, known: Known) -> bool:
    """Whether a name comes in as that of another's relative: his daughter "Ann Lee", her husband, "Bob Lee"."""
    at = found.first - 1
    if at > 0 and words[at].text == ",":
        at -= 1
    return (at >= 0 and words[at].text in known.kin) or not known.kin.isdisjoint((found.role or "").split())


def told_before(person: Person, found: Found) -> int:
    """How many sentences before a mention its bearer was last named."""
    return min((found.sentence - f.sentence for f in person.found if f.start < found.start), default=FAR + 1)
