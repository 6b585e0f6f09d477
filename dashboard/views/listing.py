"""The list of the library, a page at a time: only the articles that are opened are read."""

from __future__ import annotations

import time

import streamlit as st

from dashboard.entries import Line, described, line_of
from dashboard.settings import the_store
from dashboard.store import Entry
from dashboard.theme import plural, shorten
from dashboard.views.address import keep_setting, kept_setting
from dashboard.views.desk import Item, article_of, name_of, offers_files, owner, plain, untouched

ROWS = 20
READING = 0.25  # seconds that a drawing of the list spends on articles that nobody has read
SEARCH_FROM = 6  # articles; fewer are seen at a glance


def listed() -> None:
    """Every article with its outlet, day, people and length, and a button that opens it."""
    mine, words = owner(), ""
    others = untouched()
    if the_store().count(mine) + len(others) >= SEARCH_FROM:
        words = asked_words()
    others = [i for i in others if all(word in i.document.text.casefold() for word in words.casefold().split())]
    kept = the_store().count(mine, words)
    total = kept + len(others)
    page = min(page_asked(), max(1, -(-total // ROWS)))
    first = (page - 1) * ROWS
    entries = the_store().entries(mine, words, ROWS, first) if first < kept else []
    items = [Item(e.name, mine, e) for e in noted(mine, entries)]
    items += others[max(0, first - kept) : max(0, first - kept) + ROWS - len(items)]
    st.caption(told(total, first, len(items), bool(words)))
    for item in items:
        row(item)
    pages(page, -(-total // ROWS))


def asked_words() -> str:
    """What the reader searches for; a new search begins on its first page."""
    st.session_state.setdefault("search", kept_setting("search", ""))
    words = st.text_input("Search in the articles", key="search", max_chars=200, on_change=turn, args=(1,))
    keep_setting("search", words, "")
    return words


def page_asked() -> int:
    """Which page of the list the address line, or the reader, has open."""
    told = kept_setting("page", "1")
    return max(1, int(told)) if told.isdecimal() and len(told) < 9 else 1


def turn(page: int) -> None:
    """Open another page of the list."""
    keep_setting("page", str(page), "1")


def told(total: int, first: int, shown: int, searched: bool) -> str:
    """How many there are, and which of them are on this page."""
    whole = plural(total, "article") + (" with these words" if searched else "")
    return whole if shown == total else f"{first + 1:,} to {first + shown:,} of {whole}"


def noted(mine: str, entries: list[Entry]) -> list[Entry]:
    """The same entries; those that nobody has read since they came or since an upgrade are read now.

    Where that would keep the reader waiting, the others are left to the next drawing of the list.
    """
    fresh: dict[str, str] = {}
    end = time.monotonic() + READING
    for entry in entries:
        if line_of(entry.card) is None and time.monotonic() < end:
            fresh[entry.id] = described(article_of(Item(entry.name, mine, entry)))
    if fresh:
        the_store().describe(mine, fresh)
    return [e._replace(card=fresh.get(e.id, e.card)) for e in entries]


def pages(page: int, last: int) -> None:
    """The buttons that turn the pages."""
    if last < 2:
        return
    back, on, _ = st.columns([1, 1, 4])
    back.button("Newer", key="page-back", disabled=page <= 1, on_click=turn, args=(page - 1,), width="stretch")
    on.button("Older", key="page-on", disabled=page >= last, on_click=turn, args=(page + 1,), width="stretch")


def row(item: Item) -> None:
    """One article."""
    with st.container(border=True):
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.markdown(f"**{plain(shorten(name_of(item), 110))}**")
        left.caption(plain(facts(item.line) + ("" if item.kept or offers_files() else " · sample")))
        if right.button("Open", key=f"open-{item.kept or item.id}", width="stretch"):
            st.session_state["open_next"] = item.id
            st.session_state.pop("chooser", None)
            st.switch_page(st.session_state["pages"]["summary"], query_params={"article": item.id})
        if item.kept and right.button("Remove", key=f"remove-{item.kept}", width="stretch", type="tertiary"):
            the_store().remove(owner(), item.kept)
            st.session_state["removed"] = item.kept
            st.rerun()


def facts(line: Line | None) -> str:
    """Outlet, day, people and what was found."""
    if line is None:
        return "not read yet"
    outlet = [line.outlet] if line.outlet else []
    return " · ".join([*outlet, line.when, ", ".join(line.people) or "nobody named", line.counts])
