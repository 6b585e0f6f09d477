"""How long a summary is to be, as a reader says it: so many sentences, so many words, or a share of the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from summariser.model import Article, Budget, Pick
from summariser.summary import summarise


class Unit(NamedTuple):
    """What the menu and the slider call it, and the places of the slider."""

    menu: str
    label: str
    least: int
    most: int
    step: int
    usual: int


UNITS = {
    "sentences": Unit("Sentences", "Sentences", 1, 15, 1, 5),
    "words": Unit("Words", "Words at most", 20, 400, 10, 100),
    "share": Unit("Share of the text", "Per cent of the words", 5, 60, 5, 20),
}
USUAL = "sentences"


def budget(unit: str, length: int) -> Budget:
    """``length`` of that unit; a share is told in per cent."""
    if unit == "share":
        return Budget(share=length / 100)
    return Budget(words=length) if unit == "words" else Budget(sentences=length)


def chosen_summary(article: Article, choices: Mapping[str, str]) -> tuple[Pick, ...]:
    """The summary that ``choices`` ask for; by our own algorithm where the text is too long for another."""
    length, algorithm = budget_of(choices), choices.get("algorithm", "news")
    try:
        return summarise(article, algorithm, *length)
    except ValueError:
        return summarise(article, "news", *length)


def budget_of(choices: Mapping[str, str]) -> Budget:
    """What a frozen page keeps of it; five sentences where it keeps nothing."""
    unit = next((name for name in UNITS if name in choices), USUAL)
    return budget(unit, int(choices.get(unit, str(UNITS[unit].usual))))
