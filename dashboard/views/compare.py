"""Compare: two to twelve articles: what differs, what several say, whom each gives room, and the words of each."""

from __future__ import annotations

import json

import streamlit as st

import dashboard.tables as tables
from dashboard.compared import aligned, findings, shared
from dashboard.compared.words import heads, panes
from dashboard.exports import csv_bytes
from dashboard.figures import room, together
from dashboard.theme import plural, told_apart
from dashboard.views.address import keep_setting, kept_setting, question
from dashboard.views.desk import Item, article_of, heading, name_of, one, opened, plain, send_to_library
from dashboard.views.pictures import picture
from summariser.codec import encode_comparison
from summariser.compare import MOST, compare
from summariser.comparison import Comparison
from summariser.model import Budget
from summariser.summary.multi import digest, news_in

LENGTH = Budget(words=150)
BETWEEN = "~"  # between the articles' names in the address line
LEGEND = "Outlined: what stands out. Grey: another article says it too."


@st.cache_resource(max_entries=60, show_spinner="Comparing…")
def comparison(_items: tuple[Item, ...], key: str) -> Comparison:
    """A comparison made once; ``key`` stands for the articles and their corrections."""
    return compare(tuple(article_of(item) for item in _items))


def show() -> None:
    """The page."""
    heading("Compare")
    items: list[Item] = list(st.session_state.get("items", []))
    if len(items) < 2:
        send_to_library("Comparing needs two articles: paste or upload another under Library.")
        return
    chosen = selected(items)
    if len(chosen) < 2:
        st.info("Choose an article to set beside the open one.")
        return
    found = comparison(chosen, repr([(item.id, item.corrections) for item in chosen]))
    st.html(findings.articles(found))
    left, right = st.columns(2, gap="large")
    with left:
        st.html(f'<h2 class="ns-finding">What stands out</h2>{findings.findings(found)}')
    with right:
        one_summary(found)
    left, right = st.columns(2, gap="large")
    with left:
        picture(room(found), tables.compared(found), "compare")
    with right:
        picture(together(found), tables.all_actions(found), "together")
    side_by_side(found)
    in_several(found)
    st.html(f'<h2 class="ns-finding">The words</h2><p class="ns-small">{LEGEND}</p>{panes(found)}')


def one_summary(found: Comparison) -> None:
    """The summary of them all, or only what answers a query, or only what one of them says and no other."""
    st.html('<h2 class="ns-finding">One summary of them all</h2>')
    names = ["every article", *(f"only in: {name}" for name in heads(found))]
    left, right = st.columns(2)
    number = left.selectbox("What to tell", range(len(names)), format_func=names.__getitem__)
    query = ""
    if number == 0:
        query = question(right, "Only what they say about")
    lines = found.summary
    if number:
        lines = news_in(found.articles, number - 1, LENGTH)
    elif query:
        lines = digest(found.articles, LENGTH, query)
    if lines:
        st.html(findings.summary(found, lines))
    else:
        st.info("It says nothing that the others do not." if number else plain(f"None says anything about “{query}”."))


def selected(items: list[Item]) -> tuple[Item, ...]:
    """The open article and those that the reader set beside it; first its neighbour in the list."""
    current = opened() or items[0]
    asked = [id for id in kept_setting(f"beside-{current.id}", st.query_params.get("beside", "")).split(BETWEEN) if id]
    known = {item.id for item in items}
    items += [found for found in (one(id) for id in dict.fromkeys(asked) if id not in known) if found is not None]
    others = {item.id: item for item in items if item.id != current.id}
    ids = list(others)
    at = next((n for n, item in enumerate(items) if item.id == current.id), 0)
    neighbour = ids[at % len(ids)]
    names = told_apart({id: name_of(item) for id, item in others.items()}, 60)
    key = f"beside-{current.id}"
    before: list[str] = st.session_state.get(key, [id for id in asked[: MOST - 1] if id in others] or [neighbour])
    st.session_state[key] = [id for id in before if id in others]  # one may have been deleted meanwhile
    chosen = st.multiselect(
        "Beside the open article",
        ids,
        format_func=names.__getitem__,
        max_selections=MOST - 1,
        placeholder="Choose articles",
        key=key,
    )
    st.session_state[f"kept-beside-{current.id}"] = BETWEEN.join(chosen)
    keep_setting("beside", BETWEEN.join(chosen), neighbour)
    return (current, *(others[id] for id in chosen))


def side_by_side(found: Comparison) -> None:
    """Two articles sentence beside sentence; of more, which of them make which statement."""
    two = len(found.articles) == 2
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    left.html(f'<h2 class="ns-finding">{"Sentence beside sentence" if two else "Who tells what"}</h2>')
    only = right.toggle("Only differences", kept_setting("rows", "all") == "differences", key="only-differences")
    keep_setting("rows", "differences" if only else "all", "all")
    if two:
        st.html(aligned.aligned(found, only))
        return
    lines = shared.statements(found, only)
    if lines:
        st.html(shared.matrix(found, lines, plural(len(lines), "statement")))
    else:
        st.html('<p class="ns-small">No statement is made by several of the articles and left out by another.</p>')
    alone = "".join(shared.alone(found, n) for n in range(len(found.articles)))
    st.html(f'<div class="ns-alone">{alone}</div>')


def in_several(found: Comparison) -> None:
    """What several articles carry, each behind a line that says how much there is, and the files of it all."""
    parts = (
        ("quotations", shared.quotations(found), "quotation in several", "quotations in several"),
        ("figures", shared.figures(found), "figure or day in several", "figures and days in several"),
    )
    for name, lines, singular, many in parts:
        if lines:
            with st.expander(plural(len(lines), singular, many)):
                st.html(shared.matrix(found, lines, singular.split()[0].capitalize(), wordy=True))
                rows = csv_bytes(shared.rows(found, lines))
                st.download_button("Download as CSV", rows, f"{name}.csv", "text/csv", key=f"{name}-csv")
    with st.container(horizontal=True):
        rows = csv_bytes(shared.rows(found, shared.statements(found)))
        st.download_button("Statements as CSV", rows, "statements.csv", "text/csv", key="statements-csv")
        data = json.dumps(encode_comparison(found), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
        st.download_button("The comparison as JSON", data, "comparison.json", "application/json", key="comparison-json")
