"""Compare: two articles side by side: what differs, what both say, whom each gives room."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
import dashboard.sides as sides
import dashboard.tables as tables
from dashboard.figures import dumbbell
from dashboard.theme import plural, told_apart
from dashboard.views.desk import Item, article_of, head, heading, name_of, opened, words
from dashboard.views.pictures import picture
from summariser.compare import compare
from summariser.comparison import Comparison


@st.cache_resource(max_entries=60, show_spinner="Comparing…")
def comparison(_one: Item, _other: Item, key: str) -> Comparison:
    """A comparison made once."""
    return compare((article_of(_one), article_of(_other)))


def show() -> None:
    """The page."""
    heading("Compare")
    items: list[Item] = st.session_state.get("items", [])
    if len(items) < 2:
        st.info("Comparing needs two articles: paste or upload another under Library.")
        return
    one, other = pair(items)
    if one.id == other.id:
        st.info("These are the same article: choose another one.")
        return
    found = comparison(one, other, repr((one.id, one.corrections, other.id, other.corrections)))
    left, right = st.columns(2, gap="large")
    with left:
        st.html(f'<h2 class="ns-finding">What stands out</h2>{sides.findings(found)}')
    with right:
        st.html(f'<h2 class="ns-finding">One summary of both</h2>{sides.summary(found)}')
    picture(dumbbell(found), tables.compared(found), "compare")
    shared(found)
    for n, column in enumerate(st.columns(2, gap="large")):
        with column:
            head(found.articles[n], 2)
            words(sides.side(found, n), "Outlined: what stands out. Grey: the other article says it too.")


def pair(items: list[Item]) -> tuple[Item, Item]:
    """The two that the reader chose; first the open one and its neighbour."""
    current = opened() or items[0]
    names = told_apart({i.id: name_of(i) for i in items}, 80)
    ids = list(names)
    at = ids.index(current.id)
    left, right = st.columns(2)
    one = left.selectbox("This article", ids, index=at, format_func=names.__getitem__, key=f"one-{current.id}")
    other = right.selectbox(
        "beside", ids, index=(at + 1) % len(ids), format_func=names.__getitem__, key=f"other-{current.id}"
    )
    by = {i.id: i for i in items}
    return by[one], by[other]


def shared(found: Comparison) -> None:
    """Tables of what both carry, each behind a line that says how much there is."""
    parts = (
        ("quotation", "in both", sides.quote_rows(found)),
        ("figure or day", "in both", sides.number_rows(found)),
        ("statement", "that both make", sides.claim_rows(found)),
    )
    for noun, where, rows in parts:
        many = "figures or days" if noun.startswith("figure") else None
        if rows:
            with st.expander(f"{plural(len(rows), noun, many)} {where}"):
                st.html(markup.table(rows))
