"""Where names stand: the tagger's labels, put right at their edges by what belongs to a name and what stands outside.

Titles, roles and nationalities are outside a name ("minister", "Mr", "Russian"); the tail of a long name is inside
("Ministry of Health", "Organisation for Security and Co-operation in Europe").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summariser.model import Word
from summariser.people.known import Known
from summariser.short import short
from summariser.text.gazetteer import letters

Words = Sequence[Word]
LINKS = frozenset({"of", "for", "on", "against"})
UNITS = frozenset({"Battalion", "Brigade", "Cavalry", "Corps", "Division", "Infantry", "Regiment", "Squadron", "Wing"})
NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)?")
SHORT = "SHORT"
NAME_LINKS = frozenset(
    {"de", "van", "von", "und", "zu", "zum", "zur", "vom", "der", "den", "ter", "bin", "al", "el", "da", "di", "dos"}
    | {"du", "del", "della", "la", "le", "ibn", "ben", "af"}
)
OUTSIDE = frozenset({"POS", ",", ":", "''", "``"})
TIME_BEFORE = frozenset(
    {"in", "on", "since", "until", "by", "last", "next", "this", "of", "from", "early", "late", "mid"}
)
QUOTES = frozenset('"“”‘’') | {"``", "''"}
SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})


class Name(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of one sentence; ``label`` is PER, ORG, LOC, another kind, "", or
    SHORT: a word that is a name only where somebody's full name has it ("King", "May")."""

    sentence: int
    first: int
    last: int
    label: str
    glued: int = 0  # characters at the end of the last token that a page glued on


as_name = short(Name)


def find_names(words: Words, sentence: int, spots: Sequence[int], known: Known) -> list[Name]:
    """The names of one sentence, and the runs of capitals that no label covers (label ""); ``spots`` are its words
    with a capital or a label."""
    found: list[Name] = []
    for first, last, label in parts(runs(words, spots), words, known):
        first, last = trimmed(words, first, last, label, known)
        if first == last:
            continue
        glued = 0
        ranked = has_rank(words, first, known) or is_ranked(words, first, last, known)
        if words[first].text in known.civil_titles or (label in ("", "LOC") and ranked):
            label = "PER"
        if label == "PER":
            first, last = person_edges(words, first, last, known)
            last, glued = unglued(words, first, last)
        elif label != "LOC":
            first, last = body_edges(words, first, last, known)
        if found and first < found[-1].last:
            found[-1] = found[-1]._replace(last=max(last, found[-1].last))
        elif worth(words, first, last, known):
            found.append(as_name((sentence, first, last, label, glued)))
        elif last - first == 1 and not is_time(words, first):  # "King", "May": a name where someone is called so
            found.append(Name(sentence, first, last, SHORT))
    return found


def runs(words: Words, spots: Sequence[int]) -> list[tuple[int, int, str]]:
    """Labelled stretches, and unlabelled runs of capitalised nouns between them."""
    found = []
    at, n = 0, len(words)
    for start in spots:
        if start < at:
            continue
        label, at = words[start].name, start + 1
        if label != "O":
            inside = "I-" + label[2:]
            while at < n and words[at].name == inside:
                at += 1
            found.append((start, at, label[2:]))
        elif is_proper(words, start):
            while at < n and words[at].name == "O" and is_proper(words, at):
                at += 1
            found.append((start, at, ""))
    return found


def parts(found: list[tuple[int, int, str]], words: Words, known: Known) -> list[tuple[int, int, str]]:
    """A run with a rank inside is a body and a person: "Supreme Court" Justice "Antonin Scalia"."""
    split: list[tuple[int, int, str]] = []
    for first, last, label in found:
        if split and label in ("", "PER") and last - first == 1 and ends_a_thing(words, *split[-1], first, known):
            continue
        inner = range(last - 2, first, -1) if last - first > 3 else ()
        at = next(
            (n for n in inner if words[n].text in known.role_titles and words[n + 1].text in known.first_names), 0
        )
        if at:
            split += [(first, at, label), (at + 1, last, "PER")]
        elif label != "PER" and last - first > 3 and is_person_of(words, first):  # "Ann Lee of Save Immel"
            split += [(first, first + 2, "PER"), (first + 3, last, label)]
        else:
            split.append((first, last, label))
    return split


def ends_a_thing(words: Words, first: int, last: int, label: str, then: int, known: Known) -> bool:
    """The word at ``then`` ends the name of a thing, the ship "Maid of Tarn": before it stand "the", a capital that is
    no title or kind of body, and "of"."""
    named = not label and last - first == 1 and then == last + 1 and words[last].text == "of"
    if not named or words[max(0, first - 1)].text.lower() != "the":
        return False
    head = words[first].text
    return not any(head in listed for listed in (known.titles, known.body_heads, known.place_heads, known.roles))


def is_person_of(words: Words, first: int) -> bool:
    """A first name and a word that begins or ends no body, then "of"."""
    one, two, link = (w.text for w in words[first : first + 3])
    return link == "of" and "F" in letters(one) and "C" not in letters(one) and not set(letters(two)) & set("HSPNAC")


def is_proper(words: Words, at: int) -> bool:
    """A capitalised noun; where a sentence begins only if it was tagged a proper one or stands in capitals."""
    word = words[at]
    if not word.text[0].isupper() or word.tag[:2] != "NN":
        return False
    return (
        word.tag[:3] == "NNP" or (word.text.isupper() and len(word.text) > 1) or (at > 0 and words[at - 1].tag != "``")
    )


def trimmed(words: Words, first: int, last: int, label: str, known: Known) -> tuple[int, int]:
    """Without openers, days and a person's nationality in front, without a possessive behind.

    A body or place keeps such words in the middle of a sentence, where their capital means something ("First Bank")."""
    bodies = label in ("ORG", "LOC")
    while last - first > 1 and words[first].text in known.no_names:
        if first and bodies and words[first].tag[:2] not in ("VB", "MD"):  # "Is Orlu Mills to close?" in a run-on line
            break
        if f"{words[first].text} {words[first + 1].text}" in known.places:
            break  # "New Jersey"
        first += 1
    while last - first > 1 and words[first].text.islower() and words[first].text not in NAME_LINKS:
        first += 1
    if last - first > 2 and words[first].text in known.demonyms and words[first + 1].text in known.first_names:
        first += 1
    if first < last and words[last - 1].tag in OUTSIDE and not (bodies and is_shop(words, last)):
        last -= 1
    return first, last


def is_shop(words: Words, last: int) -> bool:
    """The label takes in a possessive that owns nothing here: "dinner at Harrow's", "Dillon's and Sayer's"."""
    return words[last - 1].tag == "POS" and not (last < len(words) and words[last].tag[:2] in ("NN", "JJ", "CD"))


def worth(words: Words, first: int, last: int, known: Known) -> bool:
    """It may be a name: more than hours, days, openers, titles, roles and nationalities ("D-Minn" is a party)."""
    tokens = [w.text for w in words[first:last]]
    if tokens[0][:2] in ("D-", "R-", "I-") or " ".join(tokens) in known.demonyms:
        return False
    if last - first > 1 and tokens[-1] in known.titles and tokens[0] not in known.first_names:
        return False  # "U.S. Attorney", "Vice President"
    return any(is_telling(token, known) for token in tokens)


def is_telling(token: str, known: Known) -> bool:
    """A word with a capital that is no opener, title, role or nationality, nor a group that is no people."""
    if not (token[0].isupper() or any(map(str.isupper, token))):
        return False
    if token in known.no_names or token in known.titles or token in known.demonyms:
        return False
    low = token.lower()
    return low not in known.roles and (low not in known.groups or token in known.peoples)


def is_time(words: Words, at: int) -> bool:
    """A month or a day by what stands beside it: "in May", "May 5"."""
    before = words[at - 1].text.lower() if at else ""
    after = words[at + 1].text[0] if at + 1 < len(words) else ""
    if words[at].tag[:2] != "NN" or words[at].text.endswith(("day", "days")):
        return True
    return after.isdigit() or before.isdigit() or before in TIME_BEFORE


def outside_person(words: Words, at: int, last: int, known: Known) -> bool:
    """Titles, roles, nationalities and articles stand before a person's name, not in it."""
    text = words[at].text
    if text in known.first_names:  # "Prince Andrew" against "Dean Baker": a first name alone follows a rank
        return text in known.titles and last - at == 2 and words[at + 1].text in known.first_names
    if text in known.titles or text in known.demonyms or text.lower() in known.persons:
        return True
    lower = not text[0].isupper() and text.casefold() not in NAME_LINKS and not text.startswith("al-")
    return lower or text in ("The", "A", "An", "Former", "Ex")


def person_edges(words: Words, first: int, last: int, known: Known) -> tuple[int, int]:
    """Drops titles and roles from the front and small words from the end; takes in "Jr" behind."""
    last = before_realm(words, first, last, known)
    core = last - 1 if words[last - 1].text in SUFFIXES else last
    for at in range(core - 2, first - 1, -1):
        if outside_person(words, at, core, known):
            first = at + 1
            break
    while last - first > 1 and words[last - 1].text.islower():
        last -= 1
    last = behind_particles(words, last)
    while last < len(words) and words[last].text in SUFFIXES:
        last += 1
    return first, last


def before_realm(words: Words, first: int, last: int, known: Known) -> int:
    """Where the name ends that a label runs on from to where its bearer is from: Senator "Ted Lee" of Orlu; ranks
    that are named with their realm keep it ("Prince of Wales")."""
    at = next((n for n in range(first + 1, last - 1) if words[n].text == "of"), last)
    return last if words[at - 1].text in known.titles or words[at - 1].text.lower() in known.persons else at


def behind_particles(words: Words, last: int) -> int:
    """The end of a surname that small words lead in: Karl | von und zu "Ehring"; ``last`` where none does."""
    end = last
    while end < len(words) and end - last < 4 and words[end].text in NAME_LINKS:
        end += 1
    led = last < end < len(words) and words[end].text[0].isupper() and words[end].name in ("O", "B-PER", "I-PER")
    return end + 1 if led else last


def has_rank(words: Words, first: int, known: Known) -> bool:
    """A title stands just before: "Mayor" London Breed."""
    before = words[first - 1].text if first else ""
    return before in known.titles and before not in known.body_heads and not before.isupper()


def is_ranked(words: Words, first: int, last: int, known: Known) -> bool:
    """A rank with a stop and a name, the whole of it: "Rep. King"."""
    rank = words[first].text
    whole = last == len(words) or words[last].name[:2] != "B-"
    return last - first > 1 and rank.endswith(".") and rank in known.titles and whole


def unglued(words: Words, first: int, last: int) -> tuple[int, int]:
    """A hover card that a page pastes into its name, "Ann LeeAnn LeeMore": the name ends where it begins anew."""
    again = words[first].text
    for at in range(first + 1, min(last + 1, len(words))):
        text = words[at].text
        cut = text.find(again, 1)
        if cut > 0 and text[cut - 1].islower() and len(again) > 1:
            return at + 1, len(text) - cut
    return last, 0


def body_edges(words: Words, first: int, last: int, known: Known) -> tuple[int, int]:
    """Takes in the tail of a name that begins with a kind of body: "Department" + "of Health and Social Care"."""
    if first and words[last - 1].text in UNITS and NUMBER.fullmatch(words[first - 1].text):
        first -= 1  # the "82nd" Airborne Division
    heads = known.body_heads
    if not (words[last - 1].text in heads or words[first].text in heads) or words[first].text in known.titles:
        return first, last
    if first > 1 and words[first - 1].text == "and" and words[first - 2].name == "O" and is_proper(words, first - 2):
        first -= 2  # "Securities and" + "Exchange Commission"
    linked = "".join(f" {w.text}" for w in words[first:last] if w.text in LINKS)
    for _ in range(4):
        reach = tail(words, last, linked, known)
        if reach == last:
            break
        linked += " " + words[last].text
        last = reach
    return first, last


def tail(words: Words, at: int, linked: str, known: Known) -> int:
    """The end of one more link and its capitals after ``at``; ``at`` where the name ends there."""
    n = len(words)
    if at >= n:
        return at
    link, start = words[at].text, at + 1
    if start < n and words[start].text == "the":
        start += 1
    # "and" and "in" carry a name on only after a link: "Ministry of Trade and Industry", "... in Europe"
    fits = link in LINKS or (linked and link == "and") or (" for" in linked and link == "in") or link in ("Without",)
    end = start
    while fits and end < n and is_proper(words, end) and words[end].text not in known.no_names:
        end += 1
    if link == "and" and start < n and (words[start].name[:2] == "B-" or (end < n and words[end].tag[:2] == "VB")):
        return at  # "the Ministry of Health and Lee said": the second is somebody else
    return end if end > start else at
