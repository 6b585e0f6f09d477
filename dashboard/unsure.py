"""Which guesses of a reading a person should look at, the least sure first."""

from __future__ import annotations

from typing import Literal, NamedTuple

from summariser.correct import RULE
from summariser.measure import in_order
from summariser.model import Action, Article, Quote

UNSURE = 0.7


class Guess(NamedTuple):
    """One guess: ``mark`` names its words on the page (``q3``, ``e7``), ``number`` stands beside them."""

    kind: Literal["speaker", "day"]
    mark: str
    number: int
    start: int
    end: int
    confidence: float
    rule: str


def is_unsure(quote: Quote, below: float = UNSURE) -> bool:
    """Whether a quote's speaker is a guess under the threshold, or was not found at all."""
    return quote.rule != RULE and (quote.confidence < below or quote.speaker is None)


def certainty(quote: Quote) -> float:
    """How sure the speaker is; not at all where none was found."""
    return quote.confidence if quote.speaker is not None else 0.0


def day_is_unsure(action: Action, below: float = UNSURE) -> bool:
    """Whether an event's day is a guess under the threshold: one was inferred, and nothing in the text states it."""
    guessed = action.when is not None and action.when.value is not None and not action.when.stated
    return guessed and action.rule != RULE and day_certainty(action) < below


def day_certainty(action: Action) -> float:
    """How sure an event's day is: no surer than the event itself."""
    return min(action.confidence, action.when.confidence if action.when else 0.0)


def guesses(article: Article, below: float = UNSURE) -> list[Guess]:
    """The quotes and events to check, the least sure first."""
    quotes = [
        Guess("speaker", f"q{q.id}", n, q.parts[0].start, q.parts[-1].end, certainty(q), q.rule)
        for n, q in enumerate(article.quotes, 1)
        if q.parts and is_unsure(q, below)
    ]
    days = [
        Guess("day", f"e{n}", n, a.start, a.end, day_certainty(a), a.when.rule if a.when else a.rule)
        for n, a in enumerate(in_order(article), 1)
        if day_is_unsure(a, below)
    ]
    return sorted([*quotes, *days], key=lambda g: (g.confidence, g.start))


def candidates(article: Article, guess: Guess, most: int = 5) -> list[str]:
    """Who may have said it: the program's own guess first, then those mentioned nearest to the words."""
    said = next((q for q in article.quotes if f"q{q.id}" == guess.mark), None)
    near = {
        a.id: min(abs(m.start - guess.start) for m in a.mentions)
        for a in article.actors
        if a.mentions and a.kind != "place"
    }
    mine = [said.speaker] if said and said.speaker is not None else []
    ids = dict.fromkeys([*mine, *sorted(near, key=near.__getitem__)])
    names = {a.id: a.name for a in article.actors}
    return list(dict.fromkeys(names[i] for i in ids if i in names))[:most]
