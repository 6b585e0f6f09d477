"""Timeline: who did what when, as swim lanes and as a list beside the words."""

from __future__ import annotations

from collections import Counter

import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.events import event_list
from dashboard.figures import timeline
from dashboard.pictures.lanes import FEW, NOBODY, chosen
from dashboard.theme import STATUS, leading, plural
from dashboard.views.address import keep_setting, kept_setting
from dashboard.views.corrections import date_form
from dashboard.views.desk import need_article, words
from dashboard.views.pictures import picture
from summariser.measure import events
from summariser.model import Action, Article

ALL = 200
BETWEEN = "|"  # of several choices in the address line


def show() -> None:
    """The page."""
    found = need_article("Timeline")
    if found is None:
        return
    item, article = found
    only = filtered(article)
    many = len(only) > FEW
    full = many and every_event(len(only))
    shown = frozenset(p.number for p in chosen(article, ALL if full else FEW, only))
    picture(timeline(article, ALL if full else FEW, only), rows(article, only), "timeline")
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        listed(article, shown, only)
        date_form(item, article)
    with text:
        words(markup.page(article, markup.event_marks(article)), "Underlined: events. Grey: dates.")


def rows(article: Article, only: frozenset[int]) -> list[tables.Row]:
    """The table under the picture."""
    return [row for number, row in enumerate(tables.actions(article), 1) if number in only]


def filtered(article: Article) -> frozenset[int]:
    """The numbers of the events of the chosen actors and status; of all where nothing is chosen."""
    told = list(enumerate(events(article), 1))
    names = {a.id: a.name for a in article.actors}
    actors = Counter(who(action, names) for _, action in told)
    status = Counter(STATUS[action.status] for _, action in told)
    if len(told) < 2:
        return frozenset(number for number, _ in told)
    left, right = st.columns([3, 2])
    with left:
        people = choice("Who", "who", [name for name, _ in actors.most_common()], actors)
    with right:
        kinds = choice("Happened or not", "status", [s for s in STATUS.values() if s in status], status)
    return frozenset(
        number
        for number, action in told
        if (not people or who(action, names) in people) and (not kinds or STATUS[action.status] in kinds)
    )


def who(action: Action, names: dict[int, str]) -> str:
    return names.get(action.actor, NOBODY) if action.actor is not None else NOBODY


def choice(label: str, name: str, options: list[str], counts: Counter[str]) -> list[str]:
    """A filter that the address line keeps; nothing chosen is everything."""
    kept = [one for one in kept_setting(f"events-{name}", "").split(BETWEEN) if one in options]
    picked = st.multiselect(
        label,
        options,
        kept,
        format_func=lambda one: f"{leading(one)} ({counts[one]})",
        placeholder="All",
        key=f"events-{name}",
    )
    keep_setting(f"events-{name}", BETWEEN.join(picked), "")
    return picked


def every_event(number: int) -> bool:
    """Whether to draw the lesser events too."""
    chosen = st.toggle(
        f"Show all {number} events, not only the {FEW} weightiest",
        kept_setting("events", "few") == "all",
        key="every-event",
    )
    keep_setting("events", "all" if chosen else "few", "few")
    return chosen


def listed(article: Article, shown: frozenset[int], only: frozenset[int]) -> None:
    """The events of the picture as a list, the lesser ones behind a fold."""
    numbered = list(enumerate(events(article), 1))
    told = [pair for pair in numbered if pair[0] in shown]
    rest = [pair for pair in numbered if pair[0] in only - shown]
    if told:
        st.html(f'<h2 class="ns-finding">Events in order of time</h2>{event_list(article, told)}')
    if rest:
        with st.expander(plural(len(rest), "lesser event")):
            st.html(event_list(article, rest))
