"""Quotes: who said what, each quote a jump from its words, with how sure the program is and why."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.figures import quotes_per_speaker
from dashboard.theme import OTHER, colours, leading, plural
from dashboard.unsure import is_unsure
from dashboard.views.address import keep_setting, kept_setting
from dashboard.views.corrections import quote_form
from dashboard.views.desk import Item, need_article, original, words
from dashboard.views.pictures import picture
from summariser.correct import RULE
from summariser.measure import utterances
from summariser.model import Article, Quote

KINDS = ["All", "Word for word", "Reported", "Unsure"]


def show() -> None:
    """The page."""
    found = need_article("Quotes")
    if found is None:
        return
    item, article = found
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        if article.quotes:
            picture(quotes_per_speaker(article), tables.quotes(article), "quotes")
            cards(article, only(), guessed_before(item, article))
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


def tally(article: Article, listed: list[tuple[int, Quote]]) -> str:
    """How much of it is quotes, counted as everywhere, and how much is reported."""
    ids = {quote.id for _, quote in listed}
    said = sum(1 for u in utterances(article) if ids & set(u.quotes))
    reported = sum(1 for _, quote in listed if quote.kind == "indirect")
    return ", ".join([plural(said, "quote")] * bool(said) + [f"{reported:,} reported"] * bool(reported))


def guessed_before(item: Item, article: Article) -> dict[int, str]:
    """For quotes that a person gave to somebody else: whom the program had named."""
    before = original(item)
    names = tables.names(before)
    guess = {q.parts[0].start: names.get(q.speaker) or "nobody named" for q in before.quotes if q.parts}
    return {q.id: guess.get(q.parts[0].start, "") for q in article.quotes if q.rule == RULE and q.parts}


def cards(article: Article, kind: str, was: dict[int, str]) -> None:
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
        called = leading(name)
        colour = hue.get(name, OTHER)
        st.html(
            f'<h3 class="ns-speaker" style="--who:{colour}"><span class="ns-swatch"></span>{markup.escape(called)} '
            f'<span class="ns-small">{tally(article, quotes)}</span></h3>'
            f"{markup.quote_cards(article, quotes, colour, was)}"
        )
