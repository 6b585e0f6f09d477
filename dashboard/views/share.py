"""Share: freeze the open article, or several, behind a link that nobody can guess; list, expiry, revoke; downloads."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from dashboard.exports import KINDS, to_json
from dashboard.lengths import UNITS, USUAL
from dashboard.report import report, scripts
from dashboard.server import BASE_URL, the_store
from dashboard.settings import TILE
from dashboard.store import Share
from dashboard.theme import day, plural, title_of, told_apart
from dashboard.views.address import kept_setting
from dashboard.views.desk import Item, article_of, heading, name_of, opened, original, owner, plain, send_to_library
from summariser.model import Dashboard

LIVES = {"Never": None, "After a day": 1.0, "After a week": 7.0, "After a month": 30.0}
MIME = {"html": "text/html", "json": "application/json", "md": "text/markdown", "zip": "application/zip"}
FILES = {"html": "One page that opens offline", "json": "JSON", "md": "Markdown", "zip": "All, with tables as CSV"}


def base() -> str:
    """What a link begins with: the address the reader sees, or the one the server was told."""
    told = os.environ.get(BASE_URL)
    if told:
        return told.rstrip("/")
    seen = urlsplit(st.context.url or "http://localhost:8501")
    path = seen.path.rsplit("/", 1)[0].rstrip("/")
    return f"{seen.scheme}://{seen.netloc}{path}"


def board(items: list[Item], title: str) -> Dashboard:
    """What is frozen: the readings, what was put right, and the choices on the summary page."""
    unit = kept_setting("unit", USUAL)
    unit = unit if unit in UNITS else USUAL
    length = kept_setting(unit, str(UNITS[unit].usual))
    chosen = (("algorithm", kept_setting("by", "news")), (unit, length))
    return Dashboard(title, tuple(original(i) for i in items), tuple(i.corrections for i in items), chosen)


def show() -> None:
    """The page."""
    heading("Share")
    items: list[Item] = st.session_state.get("items", [])
    current = opened()
    if current is None:
        send_to_library("There is no article to share yet: paste or upload one under Library.")
        return
    names = told_apart({i.id: name_of(i) for i in items}, 110)
    ids = st.multiselect(
        "Articles", list(names), [current.id], format_func=names.__getitem__, max_selections=12, key="share-what"
    )
    chosen = [i for i in items if i.id in ids]
    if chosen:
        default = title_of(article_of(chosen[0])) if len(chosen) == 1 else plural(len(chosen), "article")
        title = st.text_input("Title of the page", default, max_chars=200, key=f"share-title-{hash(tuple(ids))}")
        freeze(board(chosen, title.strip() or default))
        downloads(board(chosen, title.strip() or default))
    listed()


def freeze(frozen: Dashboard) -> None:
    """The button that makes a link."""
    life = st.selectbox("The link runs out", list(LIVES), key="share-life")
    password = st.text_input(
        "Password (may be empty)", type="password", max_chars=200, key="share-password", autocomplete="new-password"
    )
    if st.button("Make a link", type="primary", key="share-make"):
        with st.spinner("Freezing the page…"):
            page, data, ends = report(frozen), to_json(frozen), LIVES[life]
            token = the_store().share(owner(), frozen.title, page, data, ends, password or None, scripts())
        st.session_state["last-link"] = f"{base()}/share/{token}"
    link = st.session_state.get("last-link")
    if link:
        st.success("The page is frozen: later corrections do not change it. Who has this link can read it.")
        st.code(link, language=None)
        st.caption("Copy it now: only its fingerprint is kept, so it cannot be shown again.")
        if os.environ.get(TILE):
            st.caption("It opens for those who may enter this Jupyter; for others, download the page and send it.")
        st.html(f'<a href="{link}" target="_blank" rel="noopener">Open the shared page</a>')


def downloads(frozen: Dashboard) -> None:
    """The same dashboard as files, made when asked for."""
    with st.expander("Download instead"):
        kind = st.selectbox("As", list(FILES), format_func=FILES.__getitem__, key="export-kind")
        st.download_button(
            "Download", lambda: KINDS[kind](frozen), f"dashboard.{kind}", MIME[kind], key="export", on_click="ignore"
        )


def listed() -> None:
    """The visitor's shares."""
    shares = the_store().shares(owner())
    if not shares:
        return
    st.html('<h2 class="ns-finding">Your links</h2>')
    for share in shares:
        with st.container(border=True):
            st.markdown(f"**{plain(share.title)}**")
            st.caption(about(share))
            if share.state == "open" and st.button("Close this link", key=f"revoke-{share.hash}"):
                the_store().revoke(owner(), share.hash)
                st.session_state.pop("last-link", None)
                st.rerun()


def about(share: Share) -> str:
    """One line on a share."""
    made = day(datetime.fromtimestamp(share.created, UTC).date())
    ends = ""
    if share.state == "open" and share.expires is not None:
        ends = f" · runs out in {plural(max(1, round((share.expires - time.time()) / 86400)), 'day')}"
    return f"made {made} · {share.state}{ends} · seen {plural(share.views, 'time')}"
