"""Summary: the chosen sentences, why each was chosen, and where they stand in the text."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
from dashboard.theme import algorithm_name, plural
from dashboard.views.address import keep_setting, kept_setting
from dashboard.views.desk import need_article, words
from summariser.model import Article, Pick
from summariser.summary import SUMMARISERS, summarise

USUAL = "5"


def choices(article: Article) -> tuple[str, int]:
    """The algorithm and the length that the reader chose; they stay while pages and articles change."""
    algorithms = sorted(SUMMARISERS, key=lambda a: (a != "news", a))
    most = max(2, min(15, len(article.sentences)))
    left, right = st.columns(2)
    kept = kept_setting("sentences", USUAL)
    length = left.slider(
        "Sentences", 1, most, max(1, min(int(kept if kept.isdecimal() else USUAL), most)), key=f"length-{most}"
    )
    before = kept_setting("by", algorithms[0])
    chosen = right.selectbox(
        "Chosen by",
        algorithms,
        index=algorithms.index(before) if before in algorithms else 0,
        format_func=algorithm_name,
    )
    keep_setting("sentences", str(length), USUAL)
    keep_setting("by", chosen, algorithms[0])
    return chosen, length


@st.cache_resource(max_entries=300, show_spinner=False)
def picks_of(_article: Article, key: str, algorithm: str, length: int) -> tuple[Pick, ...]:
    """A summary made once."""
    return summarise(_article, algorithm, sentences=length)


def show() -> None:
    """The page."""
    found = need_article("Summary")
    if found is None:
        return
    item, article = found
    if not article.sentences:
        st.info("No sentence of a story was found in this text. “What was left out” shows what it was taken for.")
        return
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        algorithm, length = choices(article)
        picks = picks_of(article, f"{item.id}{hash((article.blocks, article.published))}", algorithm, length)
        st.caption(
            f"{plural(len(picks), 'sentence')} of {len(article.sentences)}, word for word and in the story’s order."
        )
        st.html(markup.summary_list(article, picks))
    with text:
        words(markup.page(article, markup.summary_marks(article, picks)), "Yellow: the sentences of the summary.")
