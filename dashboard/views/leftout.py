"""What was left out: the lines not taken for the story, each with its reason, and one click to overrule it."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
from dashboard.theme import ROLES, because, plural, shorten
from dashboard.views.corrections import line_button
from dashboard.views.desk import need_article, words
from summariser.measure import left_out

MOST = 60


def show() -> None:
    """The page."""
    found = need_article()
    if found is None:
        return
    item, article = found
    gone = left_out(article)
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        st.html(f'<h2 class="ns-finding">{plural(len(gone), "line")} left out of the story</h2>')
        st.caption(
            "Nothing is deleted: a line taken for something else is kept here, and “Put in” makes it part of the story."
        )
        for block in gone[:MOST]:
            line, button = st.columns([3, 1], vertical_alignment="center")
            said = markup.escape(shorten(article.text[block.start : block.end], 160))
            why = markup.escape(f"{ROLES[block.role]} · why: {because(block.rule)}")
            line.html(f'<div class="ns-line">{said}<div class="ns-small">{why}</div></div>')
            with button:
                line_button(item, block.start, "body", "Put in")
        if len(gone) > MOST:
            st.caption(f"{len(gone) - MOST} more stand greyed in the text.")
        with st.expander("Put a line out of the story"):
            body = {b.start: b for b in article.blocks if b.role == "body"}
            if body:
                start = st.selectbox(
                    "Line",
                    list(body),
                    format_func=lambda s: shorten(article.text[s : body[s].end], 70),
                    key="line-out",
                )
                line_button(item, start, "furniture", "Leave it out")
    with text:
        words(markup.page(article, [], everything=True), "Grey: left out.")
