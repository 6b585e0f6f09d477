"""Scores ``compare`` on the labelled pairs of ``data/gold/pairs``, kind by kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from summariser.compare import compare
from summariser.comparison import Comparison
from summariser.train.pairs_gold import LabelledPair

Key = tuple[object, ...]


class Score(NamedTuple):
    """How many were right of how many found and of how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.there if self.there else 100.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)

    def __str__(self) -> str:
        share = f"P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.1f}"
        return f"{share}  ({self.right} right of {self.found} found, {self.there} there)"


def found_claims(pair: LabelledPair, found: Comparison) -> dict[tuple[int, int], str]:
    """(sentence of A, sentence of B) -> relation, numbered as the gold numbers them."""
    one, two = pair.reports
    rows = {}
    for claim in found.claims:
        mine = [one.number(one.article.sentences[i].start) for n, i in claim.members if n == 0]
        theirs = [two.number(two.article.sentences[i].start) for n, i in claim.members if n == 1]
        rows |= {(a, b): claim.relation for a in mine for b in theirs}
    return rows


def found_quotes(pair: LabelledPair, found: Comparison) -> dict[tuple[int, int], str]:
    """(sentence of A, sentence of B) -> agreement, of the utterances that both carry."""
    rows = {}
    for shared in (q for q in found.quotes if len(q.members) == 2):
        starts = [min(p.start for p in found.articles[n].quotes[k].parts) for n, k in sorted(shared.members)]
        rows[pair.reports[0].number(starts[0]), pair.reports[1].number(starts[1])] = shared.agreement
    return rows


def found_figures(pair: LabelledPair, found: Comparison) -> set[Key]:
    """(kind and verdict, sentence of A, sentence of B)."""
    rows = set()
    for shared in found.numbers:
        verdict = f"{shared.kind} {'differ' if shared.conflict else 'agree'}"
        numbered = [(m.article, pair.reports[m.article].number(m.start)) for m in shared.members]
        rows |= {(verdict, a, b) for n, a in numbered if n == 0 for k, b in numbered if k == 1}
    return rows


def named(name: str, found: str) -> bool:
    """True when ``found`` is the name that the gold gives, or has all of its words, or only some of them."""
    one, two = (set(re.findall(r"\w+", n.casefold())) - {"the", "s"} for n in (name, found))
    return one <= two or (bool(two) and two <= one)


def found_actors(found: Comparison, people: bool) -> list[tuple[str, str]]:
    """The names that A and B have for each person, or each body, that both name."""
    rows = []
    for actor in found.actors:
        wanted = actor.kind == "person" if people else actor.kind == "organisation"
        if wanted and len(actor.members) == 2:
            (_, i), (_, k) = sorted(actor.members)
            rows.append((found.articles[0].actors[i].name, found.articles[1].actors[k].name))
    return rows


def actors(gold: Iterable[tuple[str, str]], made: list[tuple[str, str]]) -> Score:
    """Each gold person once, by the first pair of names that fits."""
    left, right, there = list(made), 0, 0
    for one, two in gold:
        there += 1
        fitting = [m for m in left if named(one, m[0]) and named(two, m[1])]
        if fitting:
            right += 1
            left.remove(fitting[0])
    return Score(right, len(made), there)


def sets(gold: set[Key], made: set[Key]) -> Score:
    return Score(len(gold & made), len(made), len(gold))


def of_pair(pair: LabelledPair, found: Comparison) -> dict[str, Score]:
    """Every kind of one pair."""
    claims, quotes, figures = found_claims(pair, found), found_quotes(pair, found), found_figures(pair, found)
    same = {p for p, r in pair.claims.items() if r == "same"}
    made = {p for p, r in claims.items() if r == "same"}
    joined = set(pair.quotes) | set(quotes)
    agreed = sum(pair.quotes.get(q) == quotes.get(q) for q in joined)
    gold_figures = {(kind, a, b) for kind, a, _, b, _ in pair.figures}
    clashes = [{f for f in fs if "differ" in str(f[0])} for fs in (gold_figures, figures)]
    copied = pair.copied != "no"
    direction = {"B from A": 0, "A from B": 1}.get(pair.copied)
    right_copy = copied and bool(found.copies) and found.copies[0].source == direction
    return {
        "claims same": sets(same, made),
        "claims joined": sets(set(pair.claims), {p for p, r in claims.items() if r != "only"}),
        "same, similar not wrong": Score(len(made & set(pair.claims)), len(made), len(same)),
        "quotes": Score(agreed, len(joined), len(joined)),
        "people": actors(pair.people, found_actors(found, True)),
        "bodies": actors(pair.bodies, found_actors(found, False)),
        "clashes": sets(clashes[0], clashes[1]),
        "figures": sets(gold_figures, figures),
        "copies": Score(right_copy, len(found.copies), copied),
    }


def score(pairs: Iterable[LabelledPair]) -> dict[str, Score]:
    """Every kind over all ``pairs``."""
    totals: dict[str, Score] = defaultdict(Score)
    for pair in pairs:
        found = compare((pair.reports[0].article, pair.reports[1].article))
        for kind, part in of_pair(pair, found).items():
            totals[kind] = Score(*(x + y for x, y in zip(totals[kind], part, strict=True)))
    return dict(totals)
