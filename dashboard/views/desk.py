"""What every page stands on: whose library this is, which article is open, and how parts are put on the screen."""

from __future__ import annotations

import json
import os
import secrets
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import streamlit as st

import dashboard.markup as markup
from dashboard.entries import Line, described, line_of
from dashboard.samples import samples
from dashboard.settings import FILES, NAMES, the_store
from dashboard.store import Entry, digest, short_name
from dashboard.theme import title_of
from dashboard.visitors import COOKIE, owner_of
from summariser.correct import correct
from summariser.inputs import open_path
from summariser.model import Article, Corrections, Document, UnreadableFile
from summariser.read import read

LATEST = 50  # articles that the menus offer; the others are found under Library


class Item:
    """One article on the desk; its text is fetched when it is first needed.

    ``kept`` is its id in the library of ``owner``, None for a sample.
    """

    def __init__(self, id: str, owner: str, found: Entry | Document) -> None:
        self.id, self.owner, self.found = id, owner, found
        self.kept = found.id if isinstance(found, Entry) else None

    @cached_property
    def _row(self) -> tuple[Document, Corrections]:
        if isinstance(self.found, Document):
            return self.found, Corrections()
        kept = the_store().get(self.owner, self.found.id)
        if kept is None:  # forgotten for good since it was listed
            return Document("", "", "", self.found.title), Corrections()
        return kept.document, kept.corrections

    @property
    def document(self) -> Document:
        return self._row[0]

    @property
    def corrections(self) -> Corrections:
        return self._row[1]

    @cached_property
    def line(self) -> Line | None:
        """What lists say of it; None where nobody has read it yet."""
        return line_of(self.found.card) if isinstance(self.found, Entry) else line_of(described(article_of(self)))


def owner() -> str:
    """Whose library this visitor sees: an account's, a cookie's, or for want of one that of this visit alone."""
    alone = str(st.session_state.setdefault("visit", secrets.token_urlsafe(32)))
    return owner_of(st.context.cookies.get(COOKIE), st.user.to_dict(), alone)


def key_of(document: Document) -> str:
    """A short name of an article for the address line, the same on every visit."""
    return short_name(document)


class Offer(NamedTuple):
    """What the dashboard was started with: its articles, and a sentence for every file that could not be read."""

    documents: tuple[Document, ...]
    refused: tuple[str, ...]


@st.cache_resource(max_entries=4, show_spinner=False)
def offered(files: str) -> Offer:
    """The articles of the files and folders the dashboard was started with, else the samples."""
    found: list[Document] = []
    refused = []
    named: list[str] = json.loads(files) if files else []
    for path in [Path(f) for f in named] or samples():
        above = f"{path.parent}{os.sep}"  # whoever sees the page need not know where on this machine a file lies
        try:
            found += (d._replace(source=d.source.removeprefix(above)) for d in open_path(path))
        except UnreadableFile as error:
            refused.append(str(error).removeprefix(above))
    return Offer(tuple(found), tuple(refused))


@st.cache_resource(max_entries=300, show_spinner=False)
def reading(_document: Document, key: str) -> Article:
    """An article read once; ``key`` stands for the document."""
    names = os.environ.get(NAMES) or None
    return read(_document.text, _document.published, document=_document, names=names)


@st.cache_resource(max_entries=300, show_spinner=False)
def righted(_article: Article, _corrections: Corrections, key: str) -> Article:
    """A reading with what a person put right."""
    return correct(_article, _corrections)


def library() -> list[Item]:
    """The visitor's latest articles and then the samples, those with the same text only once."""
    mine = owner()
    items: dict[str, Item] = {}
    for item in [Item(e.name, mine, e) for e in the_store().entries(mine, limit=LATEST)] + untouched()[:LATEST]:
        items.setdefault(item.id, item)
    return list(items.values())


def untouched() -> list[Item]:
    """The samples, or the files the dashboard was started with, without those that are in the library."""
    mine, found = owner(), shelf(os.environ.get(FILES, ""))
    taken = {entry.name for entry in the_store().named(mine, list(found))}
    return [Item(name, mine, document) for name, document in found.items() if name not in taken]


def offers_files() -> bool:
    """Whether the dashboard was started with files; the samples are left out then."""
    return bool(json.loads(os.environ.get(FILES) or "[]"))


def refused() -> tuple[str, ...]:
    """A sentence for every file that the dashboard was started with and could not read."""
    return offered(os.environ.get(FILES, "")).refused


def offered_item(document: Document) -> Item:
    """An article that everybody is offered, as it stands before anybody corrects it."""
    return Item(key_of(document), "", document)


@st.cache_resource(max_entries=4, show_spinner=False)
def shelf(files: str) -> dict[str, Document]:
    """The offered articles by their short names."""
    return {key_of(document): document for document in offered(files).documents}


def one(name: str) -> Item | None:
    """The article with this short name, wherever it is; of several the latest."""
    mine, document = owner(), shelf(os.environ.get(FILES, "")).get(name)
    for entry in the_store().named(mine, [name]):
        return Item(name, mine, entry)
    return Item(name, mine, document) if document is not None else None


def original(item: Item) -> Article:
    """An item as the program reads it."""
    return reading(item.document, item.id + str(item.document.published))


def article_of(item: Item) -> Article:
    """An item, read and corrected."""
    article = original(item)
    if item.corrections == Corrections():
        return article
    return righted(article, item.corrections, item.id + digest(repr(item.corrections)))


def name_of(item: Item) -> str:
    """What lists call an item."""
    if isinstance(item.found, Document):
        return title_of(article_of(item))
    return item.line.title if item.line else item.found.title or "(an article without words)"


def opened() -> Item | None:
    """The item that the chooser in the side bar shows."""
    found: Item | None = st.session_state.get("opened")
    return found


def need_article(page: str) -> tuple[Item, Article] | None:
    """The open article under its heading; None, and a sentence under the name of the page, when there is none."""
    item = opened()
    if item is None:
        heading(page)
        send_to_library("There is no article yet: paste or upload one under Library.")
        return None
    article = article_of(item)
    head(article)
    return item, article


def send_to_library(why: str) -> None:
    """A sentence that says what is wanting, and the way to where it is got."""
    st.info(why)
    st.page_link(st.session_state["pages"][""], label="Go to the Library")


def heading(words: str) -> None:
    """The heading of a page that is not one article's."""
    st.html(f'<div class="ns-head"><h1>{markup.escape(words)}</h1></div>')


def head(article: Article, level: int = 1) -> None:
    """Title, facts and warnings."""
    st.html(
        f'<div class="ns-head"><h{level}>{markup.escape(title_of(article))}</h{level}>'
        f'<p class="ns-small">{markup.facts(article)}</p></div>'
    )
    for warning in article.warnings:
        st.warning(plain(warning))


def plain(text: str) -> str:
    """Text for a Streamlit message, which would read Markdown in it."""
    escaped = "".join("\\" + c if c in "\\`*_{}[]()<>#+-.!|~$:&^" else c for c in text)
    return markup.UNPRINTABLE.sub("\ufffd", escaped)


def words(html: str, note: str = "") -> None:
    """The article's text in its own scrolling pane."""
    st.html(
        '<div class="ns-pane" tabindex="0" role="region" aria-label="The article">'
        f'<p class="ns-small">{markup.escape(note)}</p>{html}</div>'
    )


def change(item: Item, corrections: Corrections) -> None:
    """Keep corrections of an item; a corrected sample becomes the visitor's own."""
    store = the_store()
    kept = item.kept or store.keep(owner(), item.document)
    right = righted(original(item), corrections, item.id + digest(repr(corrections)))
    store.correct(owner(), kept, corrections, described(right))
    st.rerun()


def style() -> str:
    """The style sheet of the app, as one element."""
    here = Path(__file__).resolve().parent.parent
    return f"<style>{(here / 'style.css').read_text('utf-8')}{(here / 'app.css').read_text('utf-8')}</style>"
