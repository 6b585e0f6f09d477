"""Timeline: who did what when, as swim lanes and as a list beside the words."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.figures import timeline
from dashboard.pictures.lanes import placed
from dashboard.theme import plural
from dashboard.views.address import keep_setting, kept_setting
from dashboard.views.corrections import date_form
from dashboard.views.desk import need_article, words
from dashboard.views.pictures import picture
from summariser.measure import events
from summariser.model import Article

FEW, ALL = 18, 200


def show() -> None:
    """The page."""
    found = need_article("Timeline")
    if found is None:
        return
    item, article = found
    many = len(placed(article)) > FEW
    full = many and every_event(len(placed(article)))
    picture(timeline(article, ALL if full else FEW), tables.actions(article), "timeline")
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        listed(article)
        date_form(item, article)
    with text:
        words(markup.page(article, markup.event_marks(article)), "Underlined: events. Grey: dates.")


def every_event(number: int) -> bool:
    """Whether to draw the lesser events too."""
    chosen = st.toggle(
        f"Draw all {number} dated events, not only the {FEW} weightiest",
        kept_setting("events", "few") == "all",
        key="every-event",
    )
    keep_setting("events", "all" if chosen else "few", "few")
    return chosen


def listed(article: Article) -> None:
    """The events as a list, those without a date behind a fold."""
    dated = {p.number for p in placed(article)}
    numbered = list(enumerate(events(article), 1))
    told = [pair for pair in numbered if pair[0] in dated]
    rest = [pair for pair in numbered if pair[0] not in dated]
    if told:
        st.html(f'<h2 class="ns-finding">Events in order of time</h2>{markup.event_list(article, told)}')
    if rest:
        with st.expander(f"{plural(len(rest), 'event')} without a date", expanded=not told):
            st.html(markup.event_list(article, rest))
