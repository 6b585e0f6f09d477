"""Speakers: how much room each person is given, and where."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.figures import dispersion, prominence, quotes_per_speaker
from dashboard.views.corrections import people_form
from dashboard.views.desk import need_article, words
from dashboard.views.pictures import picture


def show() -> None:
    """The page."""
    found = need_article("Speakers")
    if found is None:
        return
    item, article = found
    rows = tables.speakers(article)
    if not rows:
        st.info("Nobody is named in this story, as far as the program sees.")
        return
    answers, text = st.columns([3, 2], gap="large")
    with answers:
        picture(quotes_per_speaker(article), rows, "speaker-quotes")
        picture(prominence(article), rows, "prominence")
        picture(dispersion(article), rows, "dispersion")
        people_form(item, article)
    with text:
        marks = [*markup.mention_marks(article), *markup.quote_marks(article)]
        words(markup.page(article, marks), "Marked: mentions and quotes, in each person’s colour.")
