"""What our lists say of a capitalised word: first name, surname, country, town, head word of a body, title..."""

from __future__ import annotations

from functools import cache

from summariser.lexicon import entries, rows

LONGEST = 4  # words of a name in the lists


@cache
def listed() -> dict[str, tuple[str, ...]]:
    """The entries of our lists by the letter of their class."""
    countries = rows("countries")
    return {
        "F": (*(row["name"] for row in rows("first-names")), *entries("forenames")),
        "L": entries("surnames"),
        "N": tuple(row["country"] for row in countries),
        "A": tuple(form for row in countries for form in row["demonyms"].split(";")),
        "C": (*(seat for row in countries for seat in row["seats"].split(";")), *entries("cities"), *entries("places")),
        "H": entries("body-heads"),
        "S": entries("body-tails"),
        "P": entries("place-heads"),
        "B": entries("bodies"),
        "T": tuple(row["title"] for row in rows("titles")),
        "D": entries("not-names"),
        "O": entries("openers"),
    }


@cache
def single() -> dict[str, str]:
    """Word -> the letters of its classes, in order."""
    found: dict[str, str] = {}
    for letter, names in listed().items():
        for name in dict.fromkeys(names):
            if " " not in name:
                found[name] = found.get(name, "") + letter
    return found


@cache
def phrases() -> dict[str, dict[tuple[str, ...], str]]:
    """First word -> the names of several words that begin with it -> the letter of their class."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for letter in "NCB":
        for name in listed()[letter]:
            words = tuple(name.split())
            if 1 < len(words) <= LONGEST:
                found.setdefault(words[0], {})[words] = letter.lower()
    return found


def letters(word: str) -> str:
    """The classes of one word; a word in capitals is looked up in small letters too."""
    known = single()
    return known.get(word) or (known.get(word.capitalize(), "") if len(word) > 3 and word.isupper() else "") or "-"
