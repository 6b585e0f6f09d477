"""Figures and days that articles give for the same thing, and where they clash."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from summariser.compare.figures import Figure, agree, figures, shown
from summariser.comparison import Claim, Reported, SharedNumber
from summariser.model import Article, Date
from summariser.summary.alike import alike, places, set_vectors
from summariser.summary.terms import Vector

LEAST = 0.12  # a cosine from which two sentences may give the same figure
LENGTHS = frozenset({"day", "week", "month", "year", "hour", "minute", "second", "mile", "time", "money", "%"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
Found = tuple[Reported, Figure]


def share_numbers(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[SharedNumber, ...]:
    """Figures with the same unit, and days, in sentences that say the same or something similar; clashes first."""
    where, bags = places(articles), set_vectors(articles)
    related = [
        Claim((where[i], where[j]), "similar", s) for s, i, j in alike(where, bags, LEAST) if near(bags[i], bags[j])
    ]
    told = [c for c in claims if c.relation != "only"]
    found = [n for c in (*told, *related) for n in of_claim(articles, c)]
    once: dict[Reported, SharedNumber] = {}
    for number in (*found, *(n for c in told for n in days(articles, c))):
        if not any(m in once for m in number.members):
            once |= dict.fromkeys(number.members, number)
    kept = [doubtless(n, list(once.values())) for n in dict.fromkeys(once.values())]
    return tuple(sorted(kept, key=lambda n: (not n.conflict, n.members[0].article, n.members[0].start)))


def near(a: Vector, b: Vector) -> bool:
    """True when two sentences share enough words for their figures to be about one thing."""
    return len(a.keys() & b.keys()) >= 3


def doubtless(number: SharedNumber, others: Sequence[SharedNumber]) -> SharedNumber:
    """``number`` without its clash where the articles agree on one of its values elsewhere: two figures, not one."""
    values = {m.value for m in number.members}
    settled = any(not n.conflict and n.about == number.about and {m.value for m in n.members} & values for n in others)
    return number._replace(conflict=False) if number.conflict and settled else number


def of_claim(articles: Sequence[Article], claim: Claim) -> Iterator[SharedNumber]:
    """The figures of one claim that count the same thing in two articles or more."""
    units: dict[str, list[Found]] = defaultdict(list)
    for n, i in claim.members:
        sentence = articles[n].sentences[i]
        for f in figures(articles[n].text[sentence.start : sentence.end]):
            place = Reported(n, sentence.start + f.start, sentence.start + f.end, shown(f.value))
            for unit in f.unit[:2]:
                units[unit].append((place, f))
    for found in units.values():
        several = {p.article for p, _ in found}
        if len(several) > 1 and len(found) == len(several):  # two in one sentence: which answers to which is a guess
            clash = any(not agree(a, b) for _, a in found for _, b in found)
            clash = clash and (claim.relation == "same" or not LENGTHS & set(found[0][1].unit))
            about = max((f.about for _, f in found), key=len)
            yield SharedNumber(about, "number", tuple(p for p, _ in found), clash)


def days(articles: Sequence[Article], claim: Claim) -> Iterator[SharedNumber]:
    """The day of one claim, where each article names exactly one in its sentence."""
    found = []
    for n, i in claim.members:
        sentence = articles[n].sentences[i]
        inside = [d for d in articles[n].dates if sentence.start <= d.start < sentence.end and whole_day(d)]
        if len({d.value[:10] for d in inside}) == 1:
            found.append(Reported(n, inside[0].start, inside[0].end, inside[0].value[:10]))
    if len({m.article for m in found}) > 1 and claim.relation == "same":
        yield SharedNumber("the day", "date", tuple(found), len({m.value for m in found}) > 1)


def whole_day(date: Date) -> bool:
    """True for a time expression that names one calendar day."""
    return date.type in ("DATE", "TIME") and bool(DAY.match(date.value))
