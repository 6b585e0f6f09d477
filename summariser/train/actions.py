"""Fits the numbers that rank the events of an article: ``python -m summariser.train actions``.

Three kinds of gold say what people kept: highlights and summaries written for the article, the answer to "what
happened", timelines made by hand.  Only weights of clues that hold none of their words are kept.  The same gold gives
the same numbers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from summariser.actions.rank import Clues, form, look, topics
from summariser.model import Action, Article
from summariser.read import read
from summariser.train.quotes import Gold, gold_articles

STRENGTH = 1.0  # of the pull of every weight towards nought
LATER = 0.85  # what a highlight is worth beside the one before it
TOLD = 0.85  # share of a clause's words that a sentence of the timeline has when it tells it
FOLDS = 5
DEPTHS = (1, 3, 6, 12)


class Set(NamedTuple):
    """A gold set: its file, how much each of its articles counts (the small sets more), how sharp its answers are, what
    an action is worth."""

    file: str
    counts: float
    sharp: float
    worth: Callable[[Article, Action, Gold], float]


class Ranking(NamedTuple):
    """The actions of one article: their clues, what their form leaves, what each is worth, the set they come from."""

    clues: Any
    form: Any
    worth: Any
    of: Set


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice the words shared beside the words of both."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def kept_in_summary(article: Article, action: Action, gold: Gold) -> float:
    """How like the action is to the sentence of the summary that is likest, the first ones counting most."""
    name = article.actors[action.actor].name if action.actor is not None else ""
    said = topics(f"{name} {article.text[action.start : action.end]}")
    return max([likeness(said, topics(line)) * LATER**k for k, line in enumerate(gold["reference"])], default=0.0)


def answers_what(article: Article, action: Action, gold: Gold) -> float:
    """How like the predicate is to the best answer; an action of nobody answers nothing."""
    after = action.actor_span.end if action.actor_span and action.actor_span.end < action.end else action.start
    said = topics(article.text[after : action.end])
    found = [likeness(said, topics(answer["text"])) for answer in gold["gold"].get("what", ())]
    return max(found, default=0.0) if action.actor is not None else 0.0


def in_timeline(article: Article, action: Action, gold: Gold) -> float:
    """1 for an action that a sentence of the timeline tells."""
    said = set(article.text[action.start : action.end].lower().split())
    shares = [len(said & set(line["sentence"].lower().split())) / max(1, len(said)) for line in gold["timeline"]]
    return float(max(shares, default=0.0) > TOLD)


SETS = (
    Set("summaries-cnndm-dev", 1.0, 5.0, kept_in_summary),
    Set("summaries-writer-dev", 1.0, 5.0, kept_in_summary),
    Set("events-5w-dev", 6.0, 5.0, answers_what),
    Set("articles-dev", 30.0, 2.0, in_timeline),
)


def rankings(folder: Path, one: Set) -> Iterator[Ranking]:
    """The articles of a set, read; a title that is known is the headline of a bare body."""
    for gold in gold_articles(folder / f"{one.file}.jsonl.gz"):
        pasted = gold.get("pasted")
        article = read(pasted) if pasted else read(gold["text"], gold.get("dct"), as_body=True)
        body = [a for a in article.actions if any(s.start <= a.start < s.end for s in article.sentences)]
        if body:
            article = replace(article, actions=tuple(body))
            clues = np.array(look(article.text, article.sentences, body, gold.get("title") or ""))
            yield Ranking(
                clues, np.array([form(a) for a in body]), np.array([one.worth(article, a, gold) for a in body]), one
            )


def solve(found: Sequence[Ranking]) -> Any:
    """The weights whose softmax over the actions of each article is nearest to that of what they are worth."""
    wanted = [np.exp(one.of.sharp * one.worth) for one in found]
    goals = [share / share.sum() for share in wanted]

    def loss(weights: Any) -> tuple[float, Any]:
        value, slope = STRENGTH * weights @ weights / 2, STRENGTH * weights
        for one, goal in zip(found, goals, strict=True):
            score = one.clues @ weights + one.form
            score = score - score.max()
            share = np.exp(score) / np.exp(score).sum()
            value -= one.of.counts * (goal @ np.log(share))
            slope = slope - one.of.counts * (one.clues.T @ (goal - share))
        return float(value), slope

    return minimize(loss, np.zeros(len(Clues._fields)), jac=True, method="L-BFGS-B").x


def report(folder: Path) -> str:
    """What the first actions are worth, on average, by weights fitted without their articles; and in reading order."""
    sets = {one.file: list(rankings(folder, one)) for one in SETS}
    lines = [f"{'worth of the first':28}" + "".join(f"{depth:>8}" for depth in DEPTHS)]
    fitted = [
        solve([one for found in sets.values() for k, one in enumerate(found) if k % FOLDS != fold])
        for fold in range(FOLDS)
    ]
    for name, found in sets.items():
        ranked = [
            one.worth[np.argsort(-(one.clues @ fitted[k % FOLDS] + one.form), kind="stable")]
            for k, one in enumerate(found)
        ]
        for label, rows in ((name, ranked), ("  as they stand", [one.worth for one in found])):
            lines.append(f"{label:28}" + "".join(f"{100 * np.mean([r[:n].mean() for r in rows]):8.1f}" for n in DEPTHS))
    return "\n".join(lines)


def write(folder: Path, out: Path) -> str:
    """Fit on everything and write the numbers; their sha256."""
    weights = solve([one for gold in SETS for one in rankings(folder, gold)])
    table = {name: round(float(weight), 3) for name, weight in zip(Clues._fields, weights, strict=True)}
    page = json.dumps(table, indent=1) + "\n"
    (out / "action-weights.json").write_text(page, encoding="utf-8")
    return f"actions: sha256 {hashlib.sha256(page.encode()).hexdigest()}"
