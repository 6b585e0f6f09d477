"""What class a verb form belongs to: speech, plans, attributes ... (``lexicon/en/verb-classes.tsv``)."""

from __future__ import annotations

from functools import cache, lru_cache

from summariser.lexicon import rows

VOWELS = "aeiou"
TELLING = frozenset({"say", "tell", "think"})  # the classes of verbs that only pass on what somebody holds
IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})


def doubles(base: str) -> bool:
    """True for verbs like "plan" and "quip" that double their last letter before -ed and -ing."""
    last_two = base[-1] not in VOWELS + "wxy" and base[-2:-1] in tuple(VOWELS)
    return last_two and base[-3:-2] not in tuple(VOWELS) and sum(c in VOWELS for c in base) == 1


def inflect(base: str, past: str = "", participle: str = "") -> frozenset[str]:
    """All forms of a verb; ``past`` and ``participle`` only where they are irregular."""
    stem = base + base[-1] if doubles(base) else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    ing = base[:-1] + "ing" if base.endswith("e") and not base.endswith(("ee", "be")) else stem + "ing"
    ed = base + "d" if base.endswith("e") else stem + "ed"
    if base.endswith("y") and base[-2] not in VOWELS:
        third, ed = base[:-1] + "ies", base[:-1] + "ied"
    return frozenset({base, third, ing, past or ed, participle or past or ed})


@cache
def classes() -> dict[str, str]:
    """Verb form -> its class."""
    found = {}
    for row in rows("verb-classes"):
        for form in inflect(row["verb"], row["past"] or "", row["participle"] or ""):
            found[form] = row["class"]
    return found


@lru_cache(maxsize=50_000)
def verb_class(form: str) -> str:
    """The class of a verb form, "" for a plain action."""
    return classes().get(form.lower(), "")
