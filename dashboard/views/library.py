"""Library: the articles there are, and the places to paste or drop new ones."""

from __future__ import annotations

import streamlit as st

from dashboard.entries import counts, described
from dashboard.server import the_store
from dashboard.theme import plural
from dashboard.views.desk import Item, heading, key_of, offers_files, owner, plain, reading
from dashboard.views.listing import listed
from summariser.correct import correct
from summariser.inputs import open_bytes
from summariser.model import Corrections, Document, UnreadableFile
from summariser.read import read

LIMIT = 5_000_000
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
    if len(text.encode("utf-8", "replace")) > LIMIT:
        raise UnreadableFile("The pasted text", "it is larger than 5 MB", "Paste one article at a time")
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


def upload_form() -> None:
    """Any number of files, with a verdict on each."""
    with st.form("upload", clear_on_submit=False, border=False):
        files = st.file_uploader("Text, web pages, PDF, Word, mail…", accept_multiple_files=True, key="uploaded")
        if st.form_submit_button("Read them", type="primary"):
            if files:
                read_files([(f.name, f.getvalue()) for f in files])
            else:
                st.error("No file was chosen: drop files in the box, or browse for them.")
    for name, verdict, fine in st.session_state.get("verdicts", []):
        (st.success if fine else st.error)(plain(f"{name}: {verdict}" if fine else verdict))


def read_files(files: list[tuple[str, bytes]]) -> None:
    """Read each file, say how it went, and keep what was read."""
    verdicts: list[tuple[str, str, bool]] = []
    bar = st.progress(0.0)
    for done, (name, data) in enumerate(files, 1):
        bar.progress(done / len(files), text=plain(f"Reading {name} ({done} of {len(files)})"))
        try:
            verdicts.append((name, keep_all(name, data), True))
        except UnreadableFile as error:
            verdicts.append((name, str(error), False))
    st.session_state["verdicts"] = verdicts
    st.rerun()


def keep_all(name: str, data: bytes) -> str:
    """Read the articles of one file into the library; what to say of it.  Raises UnreadableFile.

    Where a file holds several articles the good ones come first, and are kept even when one after them is bad.
    """
    kept: list[Document] = []
    bad: UnreadableFile | None = None
    try:
        for document in open_bytes(data, name):
            key = the_store().keep(owner(), document)
            kept.append(document)
    except UnreadableFile as error:
        bad = error
    if not kept:
        raise bad or UnreadableFile(name, "there is no article in it", "Copy the text of the article and paste it")
    if len(kept) > 1 or bad:
        return f"read, {plural(len(kept), 'article')}" + (f"; then: {bad}" if bad else "")
    article = correct(read(kept[0].text, kept[0].published, document=kept[0]), kept[0].corrections)
    the_store().describe(owner(), {key: described(article)})
    put_right = ", with what was put right in it" if kept[0].corrections != Corrections() else ""
    return f"read, {counts(article)}{put_right}"


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
