"""The Streamlit entry: the pages, and the chooser that says which article is open."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.theme import told_apart
from dashboard.views import check, compare, desk, leftout, library, quotes, share, speakers, summary, timeline
from dashboard.views.corrections import sidebar_list

PAGES = [
    st.Page(library.show, title="Library", url_path="library", default=True),
    st.Page(summary.show, title="Summary", url_path="summary"),
    st.Page(quotes.show, title="Quotes", url_path="quotes"),
    st.Page(timeline.show, title="Timeline", url_path="timeline"),
    st.Page(speakers.show, title="Speakers", url_path="speakers"),
    st.Page(check.show, title="To check", url_path="check"),
    st.Page(leftout.show, title="What was left out", url_path="left-out"),
    st.Page(compare.show, title="Compare", url_path="compare"),
    st.Page(share.show, title="Share", url_path="share-links"),
]


def choose(items: list[desk.Item]) -> desk.Item | None:
    """The article that the address line or the chooser names; the first where neither does."""
    asked = st.session_state.pop("open_next", None) or st.query_params.get("article")
    for name in (st.session_state.get("chooser"), asked):
        if name and all(i.id != name for i in items):
            items[:0] = filter(None, [desk.one(name)])
    ids = [i.id for i in items]
    if not ids:
        return None
    if "chooser" not in st.session_state or st.session_state.get("chooser") not in ids:
        st.session_state["chooser"] = asked if asked in ids else ids[0]
    elif asked in ids and asked != st.session_state.get("chooser") and st.session_state.get("asked") != asked:
        st.session_state["chooser"] = asked
    names = told_apart({i.id: desk.name_of(i) for i in items}, 70)
    older = "The latest ones; all others are under Library." if len(ids) >= desk.LATEST else None
    chosen = st.sidebar.selectbox("Article", ids, format_func=names.__getitem__, key="chooser", help=older)
    st.query_params["article"] = st.session_state["asked"] = chosen
    return next(i for i in items if i.id == chosen)


def admitted() -> bool:
    """Whether the visitor may come in: where the server has an identity provider, only after logging in."""
    account = st.user.to_dict()
    if account.get("is_logged_in") is False:  # without an ``[auth]`` section in secrets.toml there is no such field
        st.html('<div class="ns-head"><h1>News Summariser</h1></div>')
        st.button("Log in", type="primary", key="log-in", on_click=st.login)
        return False
    if account.get("is_logged_in"):
        st.sidebar.button("Log out", key="log-out", on_click=st.logout)
    return True


def main() -> None:
    """Draw the frame and the page in it."""
    icon = str(Path(__file__).resolve().parent / "icon.png")
    st.set_page_config(page_title="News Summariser", page_icon=icon, layout="wide")
    st.html(desk.style())
    if not admitted():
        return
    page = st.navigation(PAGES)
    st.session_state["pages"] = {p.url_path: p for p in PAGES}
    items = desk.library()
    st.session_state["items"] = items
    st.session_state["opened"] = choose(items)
    sidebar_list()
    page.run()


main()
