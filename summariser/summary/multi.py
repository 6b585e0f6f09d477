"""One summary of several articles: what several sources say first, near-copies once, the news, then by time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summariser.comparison import Line
from summariser.lexicon import numbers
from summariser.model import Article, Budget
from summariser.summary.alike import Place, alike, places, set_vectors
from summariser.summary.news import Ranking, because, rank, weights_for
from summariser.summary.query import answers
from summariser.summary.select import Room, Values, fill, in_order
from summariser.summary.terms import Vector, dot

SUPPORT = 0.3  # a cosine from which another source says about the same
COPY = 0.6  # and from which it says it in nearly the same words


def digest(articles: Sequence[Article], budget: Budget, query: str | None = None) -> tuple[Line, ...]:
    """One summary of all ``articles``, each line with its source and the others that say the same."""
    where, bags = places(articles), set_vectors(articles)
    rankings = [rank(a, weights_for(budget)) for a in articles]
    also = supporters(where, bags)
    scores = supported(standing(rankings, where), where, bags, also)
    if query:
        wanted = [w for a in articles for w in answers(a, query)]
        return lines(
            articles, rankings, also, [s + w for s, w in zip(scores, wanted, strict=True)], bags, budget, wanted
        )
    return lines(articles, rankings, also, scores, bags, budget)


def update(old: Sequence[Article], new: Article, budget: Budget) -> tuple[Line, ...]:
    """What ``new`` says that the ``old`` ones did not, by one summary of ``new`` (article index ``len(old)``)."""
    articles = [*old, new]
    where, bags = places(articles), set_vectors(articles)
    told = [w for w, (n, _) in enumerate(where) if n < len(old)]
    fresh = []
    for i, (n, _) in enumerate(where):
        known = max((dot(bags[i], bags[k]) for k in told), default=0.0) if n == len(old) else 1.0
        fresh.append(0.0 if known >= SUPPORT else 1.0 - known)
    rankings = [rank(a, weights_for(budget)) for a in articles]
    scores = [score * new for score, new in zip(standing(rankings, where), fresh, strict=True)]
    return lines(articles, rankings, supporters(where, bags), scores, bags, budget, fresh)


def news_in(articles: Sequence[Article], number: int, budget: Budget) -> tuple[Line, ...]:
    """What the article with this number says that none of the others does; links as the articles stand.

    Raises ValueError when there is no such article.
    """
    if not 0 <= number < len(articles):
        raise ValueError(f"the article must be one of 0 to {len(articles) - 1}; not {number}")
    others = [a for n, a in enumerate(articles) if n != number]
    return tuple(line._replace(article=number, also=()) for line in update(others, articles[number], budget))


def standing(rankings: Sequence[Ranking], where: Sequence[Place]) -> list[float]:
    """What each sentence is worth in its own article, less what leaning costs."""
    return [rankings[n].scores[i] + rankings[n].costs(i) for n, i in where]


def supporters(where: Sequence[Place], bags: Sequence[Vector]) -> list[set[int]]:
    """For each sentence the other articles with a sentence that says about the same."""
    found: list[set[int]] = [set() for _ in where]
    for _, i, j in alike(where, bags, SUPPORT):
        found[i].add(where[j][0])
        found[j].add(where[i][0])
    return found


def supported(
    scores: Sequence[float], where: Sequence[Place], bags: Sequence[Vector], also: Sequence[set[int]]
) -> list[float]:
    """``scores`` with what the other sources say added: how near to all of their words, how many say the same."""
    weights = numbers("news-weights")["several"]
    whole: dict[str, float] = defaultdict(float)
    own: dict[tuple[int, str], float] = defaultdict(float)
    for (n, _), bag in zip(where, bags, strict=True):
        for w, x in bag.items():
            whole[w] += x
            own[n, w] += x
    near = [sum(x * (whole[w] - own[n, w]) for w, x in bag.items()) for (n, _), bag in zip(where, bags, strict=True)]
    top = max(near, default=0.0) or 1.0
    sources = max(1, len({n for n, _ in where}) - 1)
    return [
        s + weights["others"] * c / top + weights["support"] * len(a) / sources
        for s, c, a in zip(scores, near, also, strict=True)
    ]


def lines(
    articles: Sequence[Article],
    rankings: Sequence[Ranking],
    also: Sequence[set[int]],
    scores: Sequence[float],
    bags: Sequence[Vector],
    budget: Budget,
    wanted: Sequence[float] = (),
) -> tuple[Line, ...]:
    """The chosen sentences as Lines in reading order; where ``wanted`` is given, only sentences it is above 0 for."""
    where, weights = places(articles), numbers("news-weights")["several"]
    hard = [rankings[n].hard(i) and i > 0 for n, i in where].__getitem__
    lengths = [rankings[n].reading.lengths[i] for n, i in where]
    holders: dict[str, list[int]] = defaultdict(list)
    for k, bag in enumerate(bags):
        for w in bag:
            holders[w].append(k)

    def adds(word: str) -> list[tuple[int, float]]:
        return [(k, weights["set_price"] * bags[k][word] * bags[k][word]) for k in holders[word]]

    order = in_order(Values(scores, bags.__getitem__, adds), hard)
    if wanted:
        order = (k for k in order if wanted[k] > 0)
    taken = fill(once(order, where, bags), lengths, hard, limits(budget, lengths))
    rank_of = {k: place + 1 for place, k in enumerate(taken)}
    found = []
    for k in reading_order(articles, where, taken):
        n, i = where[k]
        sentence, lean = articles[n].sentences[i], rankings[n].leans[i]
        why = because(rankings[n], i, {where[t][1] for t in taken if where[t][0] == n})
        why = f"{len(also[k]) + 1} of {len(articles)} articles say it; {why}" if also[k] else why
        gloss = lean.gloss if lean and (k - 1 not in rank_of or i == 0) else None
        score = round(scores[k], 4)
        found.append(Line(n, i, sentence.start, sentence.end, rank_of[k], score, why, tuple(sorted(also[k])), gloss))
    return tuple(found)


def limits(budget: Budget, lengths: Sequence[int]) -> Room:
    """What ``budget`` allows over the whole set."""
    share = None if budget.share is None else int(sum(lengths) * min(1.0, budget.share) + 0.5)
    return Room(budget.sentences or 1 << 60, budget.words or share or 1 << 60)


def once(order: Iterator[int], where: Sequence[Place], bags: Sequence[Vector]) -> Iterator[int]:
    """``order`` without the near-copies of what another article has already given."""
    given: list[int] = []
    for k in order:
        if all(where[g][0] == where[k][0] or dot(bags[g], bags[k]) < COPY for g in given[-200:]):
            given.append(k)
            yield k


def reading_order(articles: Sequence[Article], where: Sequence[Place], taken: Sequence[int]) -> list[int]:
    """The run of the sentence that was chosen first, for it is the news; then runs of neighbouring sentences by the
    time of what they tell, then by how early in its article each stands."""
    runs: list[list[int]] = []
    for k in sorted(taken):
        if runs and runs[-1][-1] == k - 1 and where[k][0] == where[k - 1][0]:
            runs[-1].append(k)
        else:
            runs.append([k])

    def early(run: list[int]) -> tuple[bool, str, float, int]:
        n, i = where[run[0]]
        return (taken[0] not in run, told_time(articles[n], i), i / len(articles[n].sentences), run[0])

    return [k for run in sorted(runs, key=early) for k in run]


def told_time(article: Article, number: int) -> str:
    """The ISO day of the weightiest dated action of a sentence, else the article's own; "" when neither is known."""
    sentence = article.sentences[number]
    dated = [
        (-a.weight, a.start, a.when.value)
        for a in article.actions
        if a.when and a.when.value and a.status == "happened" and sentence.start <= a.start < sentence.end
    ]
    return min(dated)[2][:10] if dated else (article.published or "")[:10]
