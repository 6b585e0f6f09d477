"""What an article says about a query: its stems, the actors it names, and their other names and pronouns."""

from __future__ import annotations

from bisect import bisect_right
from math import log

from summariser.model import Actor, Article
from summariser.summary.terms import terms

STRONG = 3.0  # a sentence that answers outweighs any that does not


def answers(article: Article, query: str) -> list[float]:
    """For each sentence how well it answers ``query``, 0 for not at all: rare words count more, a sentence of an actor
    that the query names counts as that name."""
    asked = set(terms(query))
    begins = [s.start for s in article.sentences]
    held = [set(terms(article.text[s.start : s.end])) & asked for s in article.sentences]
    for actor in (a for a in article.actors if named(a, article.text, asked)):
        name = set(terms(actor.name)) & asked or asked
        for m in actor.mentions:
            number = bisect_right(begins, m.start) - 1
            if number >= 0 and m.end <= article.sentences[number].end:
                held[number] = held[number] | name
    return weighed(held, asked)


def named(actor: Actor, text: str, asked: set[str]) -> bool:
    """True when the query holds the actor's last name, or the whole of another of its names."""
    forms = {actor.name} | {text[m.start : m.end] for m in actor.mentions if m.form == "name"}
    split = [terms(form) for form in forms]
    return any(form and (set(form) <= asked or form[-1] in asked) for form in split)


def weighed(held: list[set[str]], asked: set[str]) -> list[float]:
    """Turn what each sentence holds of the query into numbers, the best at ``STRONG``."""
    spread = {w: sum(w in h for h in held) for w in asked}
    rarity = {w: log(1 + len(held) / n) for w, n in spread.items() if n}
    values = [sum(rarity[w] for w in h) for h in held]
    top = max(values, default=0.0) or 1.0
    return [STRONG * v / top for v in values]
