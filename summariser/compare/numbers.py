"""Figures and days that articles give for the same thing, and where they clash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from summariser.compare.figures import CURRENCIES, Figure, agree, figures, shown
from summariser.compare.told import content
from summariser.comparison import Claim, Reported, SharedActor, SharedNumber
from summariser.model import Article, Date
from summariser.people.known import names_a_person

MEASURES = "day week month year hour minute second mile time dollar pound euro"
PEOPLE = "people others person men women children soldiers civilians died hurt"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NAMES_DAY = re.compile(r"(?i:day\b|tomorrow|last night|tonight|\bthis\b)|[A-Z]\w+\.? \d|\d (?:of )?[A-Z]")
REPORTED = re.compile(
    r"\b(?:said|says|told \w+|announced|reported|wrote|confirmed|statement)(?: \w+)?(?: on| late| early)?\s*$"
)


@cache
def stems(words: str) -> frozenset[str]:
    """The stems that figures' units are told by: of ``MEASURES``, the signs too."""
    signs = {"%", *CURRENCIES.values()} if words is MEASURES else ()
    return frozenset(content(words)).union(signs)


class Given(NamedTuple):
    """A figure where it stands; ``unit`` and ``about`` are the stems of what it counts and of its clause."""

    place: Reported
    figure: Figure
    unit: frozenset[str]
    about: frozenset[str]


def share_numbers(
    articles: Sequence[Article], claims: Sequence[Claim], actors: Sequence[SharedActor]
) -> tuple[SharedNumber, ...]:
    """Figures for one thing, and days, in sentences that say the same or something similar, and the ages of people;
    clashes first."""
    told = sorted((c for c in claims if c.relation != "only"), key=lambda c: (c.relation != "same", c.members))
    found = [n for c in told for n in (*of_claim(articles, c), *days(articles, c))]
    found += ages(articles, actors)
    once: dict[Reported, SharedNumber] = {}
    for number in found:
        if not any(m in once for m in number.members):
            once |= dict.fromkeys(number.members, number)
    kept = [doubtless(n, list(once.values())) for n in dict.fromkeys(once.values())]
    return tuple(sorted(kept, key=lambda n: (not n.conflict, n.members[0].article, n.members[0].start)))


def doubtless(number: SharedNumber, others: Sequence[SharedNumber]) -> SharedNumber:
    """``number`` without its clash where the articles agree on one of its values elsewhere: two figures, not one."""
    values = {m.value for m in number.members}
    settled = any(not n.conflict and n.about == number.about and {m.value for m in n.members} & values for n in others)
    return number._replace(conflict=False) if number.conflict and settled else number


def of_claim(articles: Sequence[Article], claim: Claim) -> Iterator[SharedNumber]:
    """The figures of one claim that count the same thing in two articles or more."""
    given = [given_in(articles, n, i) for n, i in claim.members]
    groups: list[list[Given]] = []
    for one, two in combinations(given, 2):
        if one and two and one[0].place.article != two[0].place.article:
            for a, b in matched(one, two, claim.relation == "same"):
                put_together(groups, a, b)
    for group in groups:
        clash = any(not agree(a.figure, b.figure) for a, b in combinations(group, 2))
        about = max((g.figure.about for g in group), key=len)
        yield SharedNumber(about, "number", tuple(sorted(g.place for g in group)), clash)


def given_in(articles: Sequence[Article], n: int, i: int) -> list[Given]:
    """The figures of one sentence; ages are looked at by person."""
    start, end, _ = articles[n].sentences[i]
    rows = []
    for f in figures(articles[n].text[start:end]):
        if f.unit != ("age",):
            place = Reported(n, start + f.start, start + f.end, shown(f.value))
            unit = frozenset(content(" ".join(f.unit[:2]))) or frozenset(f.unit[:2])
            rows.append(Given(place, f, unit, frozenset(content(f.said)) | unit))
    return rows


def put_together(groups: list[list[Given]], a: Given, b: Given) -> None:
    """Add a match to the group that has one of the two already, else make a group; at most one of an article."""
    for group in groups:
        if a in group or b in group:
            other = b if a in group else a
            if other.place.article not in {g.place.article for g in group}:
                group.append(other)
            return
    groups.append([a, b])


def matched(one: Sequence[Given], two: Sequence[Given], same: bool) -> Iterator[tuple[Given, Given]]:
    """Figures of two sentences that are about one thing: the equal ones first; others only where it is not a guess."""
    pairs = [(fit(a, b), a, b) for a, b in product(one, two)]
    taken: set[Reported] = set()
    for degree, a, b in sorted(pairs, key=lambda p: (-p[0], p[1].place, p[2].place)):
        if degree <= 0 or {a.place, b.place} & taken:
            continue
        rivals = [d for d, x, y in pairs if d == degree and (x is a) != (y is b) and not {x.place, y.place} & taken]
        sure = same or likely(a, b)
        if agree(a.figure, b.figure) or (not rivals and sure):
            taken |= {a.place, b.place}
            yield a, b


def likely(a: Given, b: Given) -> bool:
    """True where two figures of merely similar sentences are one: they count the same, neither is twice the other,
    and sums, times and shares are told of in the same words besides."""
    low, high = sorted((a.figure.value, b.figure.value))
    counts = bool(a.unit & b.unit) and high <= 2 * low
    return counts and (not stems(MEASURES) & (a.unit | b.unit) or len(a.about & b.about) > 1)


def fit(a: Given, b: Given) -> int:
    """How much speaks for two figures being about one thing; 0 for nothing."""
    shared = len(a.about & b.about)
    units = bool(a.unit & b.unit)
    if not units and (a.unit and b.unit and not (counts_people(a) and counts_people(b))):
        return 0
    if not units and not shared:
        return 0
    return 10 * (a.figure.value == b.figure.value) + 5 * agree(a.figure, b.figure) + 2 * units + min(shared, 2)


def counts_people(given: Given) -> bool:
    """True for "14 others", "38 workers"."""
    return bool(given.unit & stems(PEOPLE)) or any(names_a_person(u) for u in given.unit)


def ages(articles: Sequence[Article], actors: Sequence[SharedActor]) -> Iterator[SharedNumber]:
    """The age that articles give for the same person."""
    for actor in (a for a in actors if a.kind == "person" and len(a.members) > 1):
        found = [f for n, i in actor.members for f in [age_of(articles[n], n, i)] if f]
        if len(found) > 1:
            yield SharedNumber(f"age of {actor.name}", "number", tuple(found), len({f.value for f in found}) > 1)


def age_of(article: Article, n: int, actor: int) -> Reported | None:
    """The age right behind one of the names of an actor: "Ray Colfax, 58,"."""
    for m in article.actors[actor].mentions:
        found = re.match(r", (?:aged )?(\d{1,3})(?=[,.;)]| and\b)", article.text[m.end : m.end + 14])
        if m.form == "name" and found and int(found[1]) < 120:
            return Reported(n, m.end + found.start(1), m.end + found.end(1), found[1])
    return None


def days(articles: Sequence[Article], claim: Claim) -> Iterator[SharedNumber]:
    """The day of one claim, where each article names exactly one in its sentence."""
    found = []
    for n, i in claim.members:
        dates = dated(articles[n], i)
        if len({d.value[:10] for d in dates}) == 1:
            found.append(Reported(n, dates[0].start, dates[0].end, dates[0].value[:10]))
    if len({m.article for m in found}) == len(found) > 1 and claim.relation == "same":
        yield SharedNumber("the day", "date", tuple(found), len({m.value for m in found}) > 1)


def dated(article: Article, i: int) -> list[Date]:
    """The whole days that a sentence tells of: not those of what is quoted, nor when somebody said it."""
    sentence = article.sentences[i]
    said = [p for q in article.quotes if q.kind != "indirect" for p in q.parts if p.start < sentence.end]
    return [
        d
        for d in article.dates
        if sentence.start <= d.start < sentence.end
        and whole_day(article, d)
        and not any(p.start <= d.start < p.end for p in said)
        and not REPORTED.search(article.text[max(sentence.start, d.start - 30) : d.start])
    ]


def whole_day(article: Article, date: Date) -> bool:
    """True for a time expression that names one calendar day; a mere "in the morning" leaves it to guesses."""
    named = date.type == "DATE" or bool(NAMES_DAY.search(article.text, date.start, date.end))
    return named and bool(DAY.match(date.value))
