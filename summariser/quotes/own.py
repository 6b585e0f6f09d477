""" "I" and "we" in somebody's words are that somebody: "I resigned," Ann Lee said.

I, me, my are the speaker where that is a person; we, us, our where it is a body or a group.  Not within a quotation
inside the quotation: there somebody else says "I".
"""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Actor, Mention, Quote, Span
from summariser.quotes.candidates import Scene
from summariser.quotes.lines import MARKS

SINGLE = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
WHOSE = {"person": SINGLE, "organisation": PLURAL, "group": PLURAL | SINGLE}
FIRST = ("PRP", "PRP$", "FW", "NN", "NNP", "CD")  # "I" alone may be taken for a number, "mine" for a noun


def own_mentions(
    scenes: Sequence[Scene], stretches: Sequence[Span], quotes: Sequence[Quote], cast: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The cast with the first persons of its own words among its mentions."""
    said = {stretches[k].start: (n, a, b) for n, s in enumerate(scenes) for k, a, b in s.line.stretches}
    found: dict[int, set[Mention]] = {}
    for quote in quotes:
        if quote.speaker is None or quote.kind == "indirect":
            continue
        pronouns = WHOSE.get(cast[quote.speaker].kind, frozenset())
        for place in (said[part.start] for part in quote.parts if part.start in said):
            found.setdefault(quote.speaker, set()).update(first_persons(scenes, place, pronouns))
    return tuple(
        a._replace(mentions=tuple(sorted({*a.mentions, *found[a.id]}))) if found.get(a.id) else a for a in cast
    )


def first_persons(scenes: Sequence[Scene], place: tuple[int, int, int], pronouns: frozenset[str]) -> list[Mention]:
    """The pronouns of one stretch, those in an inner quotation left out."""
    n, a, b = place
    if pronouns.isdisjoint(map(str.lower, scenes[n].line.texts[a:b])):
        return []
    found, inner = [], False
    for word in scenes[n].line.words[a:b]:
        if word.text in MARKS:
            inner = word.text in "“‘«" or (word.text in "\"'" and not inner)
        elif not inner and word.text.lower() in pronouns and word.tag in FIRST and word.text != "US":
            found.append(Mention(word.start, word.end, "pronoun"))
    return found
