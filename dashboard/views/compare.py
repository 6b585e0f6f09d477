"""Compare: two articles side by side."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.figures import dumbbell
from dashboard.theme import shorten
from dashboard.views.desk import Item, article_of, head, name_of, opened, picture
from summariser.summary import summarise


def show() -> None:
    """The page."""
    st.html('<div class="ns-head"><h1>Compare</h1></div>')
    items: list[Item] = st.session_state.get("items", [])
    if len(items) < 2:
        st.info("Comparing needs two articles: paste or upload another under Library.")
        return
    one, other = pair(items)
    if one.id == other.id:
        st.info("These are the same article: choose another one.")
        return
    articles = (article_of(one), article_of(other))
    picture(dumbbell(*articles), tables.compared(*articles), "compare")
    for column, article in zip(st.columns(2, gap="large"), articles, strict=True):
        with column:
            head(article, 2)
            st.html(markup.plain_list(article, summarise(article, sentences=3)))


def pair(items: list[Item]) -> tuple[Item, Item]:
    """The two that the reader chose; first the open one and its neighbour."""
    current = opened() or items[0]
    names = {i.id: shorten(name_of(i), 80) for i in items}
    ids = list(names)
    at = ids.index(current.id)
    left, right = st.columns(2)
    one = left.selectbox("This article", ids, index=at, format_func=names.__getitem__, key=f"one-{current.id}")
    other = right.selectbox(
        "beside", ids, index=(at + 1) % len(ids), format_func=names.__getitem__, key=f"other-{current.id}"
    )
    by = {i.id: i for i in items}
    return by[one], by[other]
