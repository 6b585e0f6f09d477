"""Events -> a list in HTML: each with its day and how that is known, who, the words and why."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.markup import escape
from dashboard.theme import OTHER, STATUS, because, colours, how_dated, leading, percent, sure, when_text
from summariser.measure import in_order
from summariser.model import Action, Article, When


def event_list(article: Article, shown: Iterable[tuple[int, Action]]) -> str:
    """Events as a list, each with its day, who, the words and why."""
    hue, names = colours([article]), {a.id: a.name for a in article.actors}
    guessed, rows = in_order(article), []
    for number, action in shown:
        who = None if action.actor is None else names.get(action.actor)
        day = _why_the_day(action.when, guessed[number - 1].when)
        rows.append(_event(article, number, action, who, hue.get(who or "", OTHER), names, day))
    return f'<ol class="ns-cards">{"".join(rows)}</ol>'


def _why_the_day(told: When | None, guessed: When | None) -> str:
    """How an inferred day was found; of one too unsure to be told, what it would be and how sure."""
    if told is None and guessed is not None and guessed.value:
        return (
            f"No day is told, for the guess is too unsure: {when_text(guessed.value)}, "
            f"{percent(guessed.confidence)} sure ({because(guessed.rule)}). "
        )
    return f"The day: {because(told.rule)}. " if told and told.value and not told.stated else ""


def _event(
    article: Article, number: int, action: Action, who: str | None, colour: str, names: dict[int, str], guess: str
) -> str:
    when = action.when
    day = when_text(when.value if when else None)
    claim = f"claimed by {names.get(action.claimed_by, 'somebody')}" if action.claimed_by is not None else ""
    notes = " · ".join(filter(None, [how_dated(when), STATUS[action.status], claim]))
    words = " ".join(article.text[action.start : action.end].split())
    return (
        f'<li id="c-e{number}" style="--who:{colour}"><span class="ns-number">{number}</span><div>'
        f'<span class="ns-day">{escape(day)}</span> · {_told(who, words)} '
        f'<a class="ns-jump" href="#w-e{number}" aria-label="show event {number} in the article">in the text</a>'
        f'<details class="ns-small"><summary>{escape(notes)}. Why?</summary>'
        f"{escape(guess)}The event: {escape(because(action.rule))}; {escape(sure(action.confidence))}. "
        f"<span>(rule: {escape(action.rule)})</span></details></div></li>"
    )


def _told(who: str | None, words: str) -> str:
    """Who did it, where somebody is named, and the words; a name that these begin with is not said twice."""
    if who is None:
        return escape(leading(words))
    if words.casefold().startswith(f"{who.casefold()} "):
        return f"<b>{escape(leading(words[: len(who)]))}</b>{escape(words[len(who) :])}"
    return f"<b>{escape(leading(who))}</b>: {escape(words)}"
