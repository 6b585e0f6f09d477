"""Sentences of different articles that say the same, or something similar; and those that stand in one only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from summariser.compare.likeness import FEATURES, Round, features, likeness
from summariser.compare.partners import Pair, partners
from summariser.compare.told import Told, told
from summariser.comparison import Claim, Relation, SharedActor, SharedQuote
from summariser.lexicon import numbers
from summariser.model import Article
from summariser.summary.alike import Place, alike

LEAST = 0.06  # a cosine below which nothing is looked at


def share_claims(
    articles: Sequence[Article], actors: Sequence[SharedActor], quotes: Sequence[SharedQuote]
) -> tuple[Claim, ...]:
    """Every sentence of the set in exactly one Claim; those that most articles make first."""
    rows = told(articles, actors, quotes)
    where = [t.place for t in rows]
    pairs = [(score, i, j) for i, j, values in candidates(rows, actors) if (score := likeness(values)) >= bar(values)]
    groups, scores = joined(where, pairs)
    claims = [made(where, group, scores) for group in groups]
    return tuple(sorted(claims, key=lambda c: (-len({n for n, _ in c.members}), c.members[0][1], c.members)))


def bar(values: tuple[float, ...]) -> float:
    """The least score to be joined: reports that name nobody in common are hardly about one thing, so that nothing in
    them is merely similar."""
    thresholds = numbers("pair-weights")
    cast = values[FEATURES.index("cast")]
    return float(thresholds["similar"] if cast else thresholds["same"])


def candidates(rows: Sequence[Told], actors: Sequence[SharedActor]) -> list[tuple[int, int, tuple[float, ...]]]:
    """Pairs of sentences of different articles that share words, with the features that tell how alike they are."""
    where = [t.place for t in rows]
    near = {(i, j): c for c, i, j in alike(where, [t.bag for t in rows], LEAST)}
    best = bests(where, near)
    close, cast = kinship(where, best), acquaintance(actors)
    found = []
    for (i, j), cosine in near.items():
        one, two = best[i, where[j][0]], best[j, where[i][0]]
        rival = max(one[1] if one[0] == cosine else one[0], two[1] if two[0] == cosine else two[0])
        between = (where[i][0], where[j][0])
        around = Round(beside(near, where, i, j), rival, close[between], cast[between])
        found.append((i, j, features(rows[i], rows[j], cosine, around)))
    return found


def bests(where: Sequence[Place], near: dict[tuple[int, int], float]) -> dict[tuple[int, int], tuple[float, float]]:
    """(sentence, other article) -> the best and the second best cosine that it has there."""
    found: dict[tuple[int, int], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for (i, j), cosine in near.items():
        for key in ((i, where[j][0]), (j, where[i][0])):
            first, second = found[key]
            found[key] = (max(first, cosine), min(first, cosine) if cosine > second else second)
    return found


def kinship(where: Sequence[Place], best: dict[tuple[int, int], tuple[float, float]]) -> dict[tuple[int, int], float]:
    """(article, article) -> the mean of the best cosines that the sentences of the shorter one have in the other."""
    lengths = Counter(n for n, _ in where)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for (i, m), (first, _) in best.items():
        sums[where[i][0], m] += first
    return {(n, m): max(s / lengths[n], sums[m, n] / lengths[m]) for (n, m), s in tuple(sums.items())}


def acquaintance(actors: Sequence[SharedActor]) -> Counter[tuple[int, int]]:
    """(article, article) -> how many people and bodies both name."""
    known = [sorted(n for n, _ in a.members) for a in actors if a.kind != "place"]
    return Counter(pair for members in known for pair in combinations(members, 2))


def beside(near: dict[tuple[int, int], float], where: Sequence[Place], i: int, j: int) -> float:
    """The best cosine of the sentences right before both or right behind both: reports run side by side."""
    found = [
        near.get((i + step, j + step), 0.0) for step in (-1, 1) if inside(where, i, step) and inside(where, j, step)
    ]
    return max(found, default=0.0)


def inside(where: Sequence[Place], i: int, step: int) -> bool:
    """True when the neighbour of sentence ``i`` is of the same article."""
    return 0 <= i + step < len(where) and where[i + step][0] == where[i][0]


def joined(where: Sequence[Place], pairs: list[Pair]) -> tuple[list[list[int]], dict[tuple[int, int], float]]:
    """Groups of sentences, best pairs first, at most one of each article; then those that share a partner's claim."""
    home = list(range(len(where)))
    members: dict[int, list[int]] = {k: [k] for k in home}
    scores: dict[tuple[int, int], float] = {}
    articles = [n for n, _ in where]
    for score, i, j in partners(articles, pairs):
        scores[i, j] = score
        one, two = home[i], home[j]
        apart = {where[k][0] for k in members[one]} & {where[k][0] for k in members[two]}
        if one != two and not apart:
            merge(members, home, one, two)
    for score, i, j in split_claims(where, pairs, members, home):
        if len(members[home[j]]) == 1:
            scores[i, j] = score
            merge(members, home, home[i], home[j])
    return list(members.values()), scores


def merge(members: dict[int, list[int]], home: list[int], one: int, two: int) -> None:
    """Put group ``two`` into group ``one``."""
    members[one] += members.pop(two)
    for k in members[one]:
        home[k] = one


def split_claims(
    where: Sequence[Place], pairs: list[Pair], members: dict[int, list[int]], home: list[int]
) -> Iterator[Pair]:
    """Sentences left alone that tell the same as one whose partner stands right beside them: what one report packs
    into a sentence another tells in two."""
    least = numbers("pair-weights")["same"]
    for score, a, b in sorted(pairs, reverse=True):
        for i, j in ((a, b), (b, a)):
            beside = any(where[k][0] == where[j][0] and abs(k - j) == 1 for k in members[home[i]])
            if score >= least and len(members[home[j]]) == 1 and beside:
                yield score, i, j


def made(where: Sequence[Place], group: list[int], scores: dict[tuple[int, int], float]) -> Claim:
    """The Claim of one group: as alike as its weakest link."""
    inside = set(group)
    links = [s for (i, j), s in scores.items() if i in inside and j in inside] if len(group) > 1 else []
    score = min(links, default=0.0)
    same = numbers("pair-weights")["same"]
    relation: Relation = "only" if not links else "same" if score >= same else "similar"
    return Claim(tuple(sorted(where[k] for k in group)), relation, round(min(1.0, score), 3))
