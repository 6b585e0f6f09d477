"""Putting readings right: the forms of the pages, and the list in the side bar where each correction is undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.righting import NOBODY, added, possible_speakers, quote_name, told, without
from dashboard.theme import because, plural, shorten, sure
from dashboard.views.desk import Item, change, opened, original, plain
from summariser.measure import events, interval
from summariser.model import Article, Corrections, Role


def put(item: Item, field: str, entry: Any) -> None:
    """Add one correction; one of the same words or name takes the place of the last."""
    change(item, added(item.corrections, field, entry))


def sidebar_list() -> None:
    """What was put right in the open article, each with its way back."""
    item = opened()
    if item is None or item.corrections == Corrections():
        return
    rows = told(item.corrections, original(item))
    with st.sidebar.expander(f"You put right {plural(len(rows), 'thing')}"):
        for n, (sentence, field, place) in enumerate(rows):
            st.caption(plain(sentence))
            if st.button("Undo", key=f"undo-{n}"):
                undo(item, field, place)


def undo(item: Item, field: str, place: int) -> None:
    """Take one correction back."""
    change(item, without(item.corrections, field, place))


def quote_form(item: Item, article: Article) -> None:
    """Give a quote to somebody else, or say that it is none."""
    if not article.quotes:
        return
    with st.expander("Something wrong? Put it right"):
        numbers = list(range(1, len(article.quotes) + 1))
        chosen = st.selectbox("Quote", numbers, format_func=lambda n: quote_name(article, n), key="fix-quote")
        quote = article.quotes[chosen - 1]
        st.caption(plain(f"Why: {because(quote.rule)}; {sure(quote.confidence)}."))
        names = possible_speakers(article)
        now = next((a.name for a in article.actors if a.id == quote.speaker), NOBODY)
        at = names.index(now) if now in names else 0
        who = st.selectbox("Said by", names, index=at, accept_new_options=True, key=f"fix-speaker-{chosen}")
        left, right = st.columns(2)
        if left.button("Set the speaker", disabled=who == now, key="set-speaker"):
            put(item, "speakers", (quote.parts[0].start, None if who == NOBODY else who))
        if right.button("This is no quote", key="not-quote"):
            put(item, "not_quotes", quote.parts[0].start)


def people_form(item: Item, article: Article) -> None:
    """Say that two are one, that one is two, or give somebody another name."""
    names = list(dict.fromkeys(a.name for a in article.actors))
    if not names:
        return
    with st.expander("Something wrong? Put it right"):
        merge, part, rename = st.tabs(["Two are one", "One is two", "Another name"])
        with merge:
            merge_form(item, names)
        with part:
            part_form(item, article, names)
        with rename:
            rename_form(item, names)


def merge_form(item: Item, names: list[str]) -> None:
    """Two actors that are one."""
    left, right = st.columns(2)
    kept = left.selectbox("This one", names, key="fix-kept")
    gone = right.selectbox("is the same as", names, index=min(1, len(names) - 1), key="fix-gone")
    if st.button("Make them one", disabled=kept == gone, key="merge"):
        put(item, "merged", (kept, gone))


def part_form(item: Item, article: Article, names: list[str]) -> None:
    """Mentions that stand for somebody else."""
    whole = st.selectbox("Under this name", names, key="fix-whole")
    spans = [(m.start, m.end) for a in article.actors if a.name == whole for m in a.mentions]
    chosen = st.multiselect(
        "these places are somebody else",
        spans,
        format_func=lambda s: _in_context(article.text, *s),
        key=f"fix-places-{whole}",
        placeholder="Choose the places",
    )
    others = [n for n in names if n != whole]
    who = st.selectbox(
        "namely",
        others,
        index=None,
        accept_new_options=True,
        key=f"fix-other-{whole}",
        placeholder="Choose or type a name",
    )
    if st.button("Part them", disabled=not chosen or not who, key="part"):
        put(item, "split", (tuple(sorted(chosen)), str(who).strip()))


def _in_context(text: str, start: int, end: int) -> str:
    """A mention in brackets among the whole words next to it."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if start > 24:
        before = "… " + before.partition(" ")[2]
    if end + 24 < len(text):
        after = after.rpartition(" ")[0] + " …"
    return shorten(f"{before}[{text[start:end]}]{after}", 90)


def rename_form(item: Item, names: list[str]) -> None:
    """Another name for somebody."""
    old = st.selectbox("Who is now called", names, key="fix-old")
    new = st.text_input("should be called", key=f"fix-name-{old}", max_chars=80)
    if st.button("Rename", disabled=not new.strip() or new in names, key="rename"):
        put(item, "renamed", (old, new.strip()))


def date_form(item: Item, article: Article) -> None:
    """Set the day of an event, or of publication."""
    with st.expander("Something wrong? Put it right"):
        shown = events(article)
        if shown:
            n = st.selectbox(
                "Event",
                range(1, len(shown) + 1),
                format_func=lambda n: f"{n}  {shorten(article.text[shown[n - 1].start : shown[n - 1].end], 60)}",
                key="fix-event",
            )
            value = st.text_input("took place on (2024-12-05, 2024-12 or 2024)", key="fix-date", max_chars=10)
            left, right = st.columns(2)
            if left.button("Set the date", disabled=interval(value) is None, key="set-date"):
                put(item, "dates", (shown[n - 1].start, value))
            if right.button("This is no event", key="not-event"):
                put(item, "not_actions", shown[n - 1].start)
        day = st.text_input("The article was published on (2024-12-05)", key="fix-published", max_chars=10)
        if st.button(
            "Set the day of publication", disabled=len(day) != 10 or interval(day) is None, key="set-published"
        ):
            change(item, replace(item.corrections, published=day))


def line_button(item: Item, start: int, role: Role, label: str) -> None:
    """One click that puts a line in or out."""
    if st.button(label, key=f"role-{start}"):
        put(item, "roles", (start, role))
