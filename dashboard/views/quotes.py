"""Quotes: who said what, each quote a jump from its words, with how sure the program is and why."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.figures import quotes_per_speaker
from dashboard.theme import OTHER, colours, plural
from dashboard.unsure import is_unsure
from dashboard.views.corrections import quote_form
from dashboard.views.desk import keep_setting, kept_setting, need_article, picture, words
from summariser.model import Article, Quote

KINDS = ["All", "Word for word", "Reported", "Unsure"]


def show() -> None:
    """The page."""
    found = need_article()
    if found is None:
        return
    item, article = found
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        if article.quotes:
            picture(quotes_per_speaker(article), tables.quotes(article), "quotes")
            cards(article, only())
        else:
            st.info("Nobody is quoted in this story, as far as the program sees.")
        quote_form(item, article)
    with text:
        words(markup.page(article, markup.quote_marks(article)), "Underlined: the words said, in the speaker’s colour.")


def only() -> str:
    """Which quotes to list."""
    kept = kept_setting("show", KINDS[0])
    usual = kept if kept in KINDS else KINDS[0]
    chosen = st.segmented_control("Show", KINDS, default=usual, key="quote-kinds", label_visibility="collapsed")
    keep_setting("show", chosen or KINDS[0], KINDS[0])
    return chosen or KINDS[0]


def fits(quote: Quote, kind: str) -> bool:
    """Whether a quote is of the kind to list."""
    if kind == "Unsure":
        return is_unsure(quote)
    return kind == "All" or (quote.kind == "indirect") == (kind == "Reported")


def cards(article: Article, kind: str) -> None:
    """The quotes by speaker, in the order of their first word."""
    names, hue = tables.names(article), colours([article])
    groups: dict[int | None, list[tuple[int, Quote]]] = defaultdict(list)
    for number, quote in enumerate(article.quotes, 1):
        if fits(quote, kind):
            groups[quote.speaker].append((number, quote))
    if not groups:
        st.caption("No quote of this kind.")
    for who, quotes in groups.items():
        name = names.get(who) or "Speaker not found"
        colour = hue.get(name, OTHER)
        st.html(
            f'<h3 class="ns-speaker" style="--who:{colour}"><span class="ns-swatch"></span>{markup.escape(name)} '
            f'<span class="ns-small">{plural(len(quotes), "passage")}</span></h3>'
            f"{markup.quote_cards(article, quotes, colour)}"
        )
