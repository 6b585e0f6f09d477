"""Sentences of different articles that say the same, or something similar; and those that stand in one only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.compare.figures import figures
from summariser.comparison import Claim, Relation
from summariser.model import Article
from summariser.summary.alike import Place, alike, places, set_vectors, text_of
from summariser.summary.terms import Vector

LEAST = 0.2  # a cosine below which nothing is looked at
SAME = 0.5
SIMILAR = 0.3
NAME = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w’-]+")


def share_claims(articles: Sequence[Article]) -> tuple[Claim, ...]:
    """Every sentence of the set in exactly one Claim; those that most articles make first."""
    where, bags = places(articles), set_vectors(articles)
    texts = [text_of(articles, p) for p in where]
    pairs = [(likeness(c, texts[i], texts[j], bags[i], bags[j]), i, j) for c, i, j in alike(where, bags, LEAST)]
    groups, scores = joined(where, [p for p in pairs if p[0] >= SIMILAR])
    claims = [made(where, group, scores) for group in groups]
    return tuple(sorted(claims, key=lambda c: (-len({n for n, _ in c.members}), c.members[0][1], c.members)))


def likeness(cosine: float, one: str, two: str, a: Vector, b: Vector) -> float:
    """The cosine, raised where the shorter sentence is held in the longer, names and figures agree, and lowered where
    they do not: two sentences with different figures or without a shared name are hardly the same claim."""
    common = a.keys() & b.keys()
    held = max(sum(v[w] ** 2 for w in common) for v in (a, b))
    score = 0.75 * cosine + 0.25 * held
    names = [set(NAME.findall(t)) for t in (one, two)]
    if all(names):
        score += 0.08 if names[0] & names[1] else -0.12
    values = [{f.value for f in figures(t)} for t in (one, two)]
    if all(values):
        score += 0.06 if values[0] & values[1] else -0.12
    enough = len(common) > 2 and (min(len(a), len(b)) > 4 or cosine > 0.8)
    return score if enough else min(score, SIMILAR - 0.01)


Pair = tuple[float, int, int]


def joined(where: Sequence[Place], pairs: list[Pair]) -> tuple[list[list[int]], dict[tuple[int, int], float]]:
    """Groups of sentences: best pairs first, each the best that either has in the other's article."""
    home = list(range(len(where)))
    members: dict[int, list[int]] = {k: [k] for k in home}
    scores: dict[tuple[int, int], float] = {}
    partner: set[tuple[int, int]] = set()
    for score, i, j in sorted(pairs, reverse=True):
        if (i, where[j][0]) in partner or (j, where[i][0]) in partner:
            continue
        partner |= {(i, where[j][0]), (j, where[i][0])}
        scores[i, j] = score
        one, two = home[i], home[j]
        apart = {where[k][0] for k in members[one]} & {where[k][0] for k in members[two]}
        if one != two and not apart:
            members[one] += members.pop(two)
            for k in members[one]:
                home[k] = one
    return list(members.values()), scores


def made(where: Sequence[Place], group: list[int], scores: dict[tuple[int, int], float]) -> Claim:
    """The Claim of one group: as alike as its weakest link."""
    inside = set(group)
    links = [s for (i, j), s in scores.items() if i in inside and j in inside] if len(group) > 1 else []
    score = min(links, default=0.0)
    relation: Relation = "only" if not links else "same" if score >= SAME else "similar"
    return Claim(tuple(sorted(where[k] for k in group)), relation, round(min(1.0, score), 3))
