"""Library: the articles there are, and the places to paste or drop new ones."""

from __future__ import annotations

import streamlit as st

from dashboard.entries import described
from dashboard.server import the_store
from dashboard.views.desk import Item, heading, key_of, offers_files, owner, plain, reading, refused
from dashboard.views.listing import listed
from dashboard.views.uploads import upload_form
from summariser.inputs import open_bytes
from summariser.inputs.limits import check, configured
from summariser.model import Document, UnreadableFile

LEAST = 20


def show() -> None:
    """The page."""
    heading("News Summariser")
    st.markdown(f"{first_step()}: summary, quotes with their speakers, and who did what when.")
    paste, upload = st.tabs(["Paste", "Upload"])
    with paste:
        paste_form()
    with upload:
        upload_form()
    undo_line()
    for sentence in refused():
        st.warning(plain(sentence))
    listed()


def first_step() -> str:
    """What to do first; a sample, or an article, is only spoken of where one is listed."""
    items: list[Item] = st.session_state.get("items", [])
    if not items:
        return "Paste a news article, or upload files"
    mine = any(item.kept for item in items)
    return f"Paste a news article, or open {'one' if mine or offers_files() else 'a sample'} below"


def paste_form() -> None:
    """One text box and one button."""
    with st.form("paste", clear_on_submit=False, border=False):
        text = st.text_area("The article, as copied from its page", height=180, key="pasted")
        if st.form_submit_button("Read it", type="primary"):
            try:
                take(pasted(text))
            except UnreadableFile as error:
                st.error(plain(str(error)))


def pasted(text: str) -> Document:
    """The pasted text as one document.  Raises UnreadableFile with a sentence for the screen."""
    size = len(text.encode("utf-8", "replace"))
    check("The pasted text", "it has too many bytes", size, configured().file, "Paste one article at a time")
    if sum(c.isalnum() for c in text) < LEAST:
        raise UnreadableFile("The paste", "there is no article in it", "Copy the text of a news page and paste it here")
    found = list(open_bytes(text.encode("utf-8", "replace"), "pasted text"))
    if not found:
        raise UnreadableFile("The paste", "there is no article in it", "Copy the text of a news page and paste it here")
    return found[0]._replace(id="", source="pasted text")


def take(document: Document) -> None:
    """Keep an article and open it on the summary page."""
    name = key_of(document)
    article = reading(document, name + str(document.published))
    the_store().keep(owner(), document, described(article))
    st.session_state["open_next"] = name
    st.session_state.pop("chooser", None)
    st.switch_page(st.session_state["pages"]["summary"], query_params={"article": name})


def undo_line() -> None:
    """After a removal: one click brings the article back."""
    gone = st.session_state.get("removed")
    if gone:
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.info("The article was taken out of your library.")
        if right.button("Undo", key="restore"):
            the_store().restore(owner(), gone)
            st.session_state.pop("removed")
            st.rerun()
