"""Uploads: any number of files at once, each read by itself, with progress and a verdict on each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

import dashboard.markup as markup
from dashboard.entries import counts, described
from dashboard.server import the_store
from dashboard.theme import plural
from dashboard.views.desk import owner, plain
from summariser.correct import correct
from summariser.inputs import open_bytes
from summariser.inputs.limits import MEGABYTE, Limits, check, configured
from summariser.model import Corrections, Document, UnreadableFile
from summariser.read import read

NEXT = "Upload it next"


class Verdict(NamedTuple):
    """How it went with one file."""

    name: str
    told: str
    fine: bool


def upload_form() -> None:
    """Any number of files, with a verdict on each."""
    limits = configured()
    with st.form("upload", clear_on_submit=False, border=False):
        files = st.file_uploader("Text, web pages, PDF, Word, mail…", accept_multiple_files=True, key="uploaded")
        st.html(
            f'<p class="ns-small">At most {limits.files} files and {megabytes(limits.upload)} at once, '
            f"{megabytes(limits.file)} a file; a table or ZIP of many articles may have {megabytes(limits.upload)}.</p>"
        )
        if st.form_submit_button("Read them", type="primary"):
            if files:
                read_files([(f.name, f.size, f.getvalue) for f in files], limits)
            else:
                st.error("No file was chosen: drop files in the box, or browse for them.")
    show_verdicts(st.session_state.get("verdicts", []))


def megabytes(size: int) -> str:
    """A size in bytes as people say it."""
    return f"{size / MEGABYTE:,.1f}".removesuffix(".0") + " MB"


def show_verdicts(verdicts: list[Verdict]) -> None:
    """How it went: in one line, then what could not be read with its reason, then the rest."""
    if not verdicts:
        return
    fine = [v for v in verdicts if v.fine]
    rows = "".join(f"<li>{one_verdict(v)}</li>" for v in [*(v for v in verdicts if not v.fine), *fine])
    told = f"<p><b>{len(fine)} of {plural(len(verdicts), 'file')} read</b></p>" if len(verdicts) > 1 else ""
    st.html(f'<div role="status">{told}<ul class="ns-verdicts">{rows}</ul></div>')


def one_verdict(verdict: Verdict) -> str:
    """A sign, the name of the file and what became of it."""
    kind, sign = ("fine", "✓") if verdict.fine else ("bad", "✗")
    name, told = markup.escape(verdict.name), markup.escape(verdict.told)
    return f'<span class="ns-{kind}" aria-hidden="true">{sign}</span> <span><b>{name}</b>: {told}</span>'


def read_files(files: list[tuple[str, int, Callable[[], bytes]]], limits: Limits) -> None:
    """Read each file, say how it went, and keep what was read; those past the limits of an upload are named."""
    verdicts: list[Verdict] = []
    bar, total = st.progress(0.0), 0
    for done, (name, size, content) in enumerate(files, 1):
        bar.progress((done - 1) / len(files), text=plain(f"Reading {name} ({done} of {len(files)})"))
        total += size
        try:
            check(name, "not read, for there are too many files in one upload", done, limits.files, NEXT)
            check(name, "not read, for the files have too many bytes together", total, limits.upload, NEXT)
            verdicts.append(Verdict(name, keep_all(name, content()), True))
        except UnreadableFile as error:
            verdicts.append(Verdict(name, f"{error.reason}. {error.way_out}.", False))
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
        return f"read, {plural(len(kept), 'article')}" + (f"; but {bad.reason}. {bad.way_out}." if bad else "")
    article = correct(read(kept[0].text, kept[0].published, document=kept[0]), kept[0].corrections)
    the_store().describe(owner(), {key: described(article)})
    put_right = ", with what was put right in it" if kept[0].corrections != Corrections() else ""
    return f"read, {counts(article)}{put_right}"
