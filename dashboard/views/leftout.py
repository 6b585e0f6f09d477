"""What was left out: the lines not taken for the story, each with its reason, and one click to overrule it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import streamlit as st

import dashboard.markup as markup
from dashboard.theme import ROLES, because, plural, shorten
from dashboard.views.corrections import line_button
from dashboard.views.desk import Item, need_article
from summariser.measure import left_out
from summariser.model import Article, Block

MOST = 60


def show() -> None:
    """The page."""
    found = need_article("What was left out")
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
            said = markup.escape(shorten(article.text[block.start : block.end], 160))
            why = markup.escape(f"{ROLES[block.role]} · why: {because(block.rule)}")
            line(item, block, f'<div class="ns-line">{said}<div class="ns-small">{why}</div></div>', "Put in")
        if len(gone) > MOST:
            st.caption(f"{len(gone) - MOST} more stand greyed in the text.")
    with text:
        st.caption("Grey: left out. “Leave out” puts a paragraph aside.")
        whole(item, article)


def whole(item: Item, article: Article) -> None:
    """The page as it came: what is left out greyed, each paragraph of the story with its button."""
    lines = 0
    for story, run in groupby(article.blocks, key=lambda b: b.role == "body"):
        if not story or lines > MOST:
            st.html(markup.page(replace(article, blocks=tuple(run)), [], everything=True))
            continue
        for block in run:
            lines += 1
            line(item, block, markup.page(replace(article, blocks=(block,)), []), "Leave out")


def line(item: Item, block: Block, html: str, label: str) -> None:
    """One line with the button that puts it in or out, side by side on a phone too."""
    with st.container(key=f"line-{block.start}"):
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.html(html)
        with right:
            line_button(item, block.start, "furniture" if block.role == "body" else "body", label)
