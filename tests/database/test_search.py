"""Search: the same words find the same articles in both databases, and only one's own."""

from __future__ import annotations

import pytest

from dashboard.store import Store
from summariser.model import Document

ARTICLES = [
    Document("", "a", "The mayor closed the Carrow Bridge on Saturday.", "Council shuts bridge"),
    Document("", "b", "Zoë Quince’s bakery-café sold 3,500 rolls/hour at http://example.org/rolls.", "Rolls"),
    Document("", "c", "Nothing of the sort happened.\n\nThe bridges stay open, said The Who.", None),
]


@pytest.fixture
def filled(store: Store) -> Store:
    for document in ARTICLES:
        store.keep("me", document)
    store.keep("you", ARTICLES[0]._replace(text="The mayor opened the Carrow Bridge."))
    return store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bridge", "ac"),
        ("BRIDGES", "ac"),
        ("carr brid", "a"),
        ("closing", "a"),
        ("council", "a"),
        ("the", "ac"),
        ("the who", "c"),
        ("zoe", "b"),
        ("ZOË cafe", "b"),
        ("bakery-café", "b"),
        ("3,500", "b"),
        ("rolls/hour", "b"),
        ("example.org", "b"),
        ("bridge bakery", ""),
        ("ferry", ""),
        ("opened", "c"),
    ],
)
def test_every_word_must_be_there(filled: Store, asked: str, found: str) -> None:
    assert "".join(sorted(k.document.source for k in filled.library("me", words=asked))) == found
    assert filled.count("me", asked) == len(found) == len(filled.entries("me", asked))


@pytest.mark.parametrize("asked", ["", "  ", "?!", "_", "\ud800", "\0"])
def test_nothing_asked_is_everything(filled: Store, asked: str) -> None:
    assert filled.count("me", asked) == 3


@pytest.mark.parametrize(
    "asked",
    ['"', "a' OR '1'='1", "x\\", "NEAR(a b)", "a AND", "text : x", "*", "word:*", "-a", "né́", "a" * 5000, "x " * 900],
)
def test_no_question_is_an_error(filled: Store, asked: str) -> None:
    assert filled.count("me", asked) in (0, 1, 2, 3)


@pytest.mark.parametrize("text", ["", "\0\x01", "\ud800 half", "word" * 50_000, "w%d " * 100_000, "é" * 300_000])
def test_any_text_is_kept_and_comes_back(store: Store, text: str) -> None:
    document = Document("", "x", text + " lighthouse" if len(text) < 20 else text, "Odd \0 title \udfff")
    store.keep("me", document)
    assert store.library("me")[0].document == document
    assert store.count("me", "odd title") == 1


def test_a_very_long_article_is_found_by_its_beginning(store: Store) -> None:
    words = " ".join(f"w{n}" for n in range(200_000))
    store.keep("me", Document("", "x", f"lighthouse {words}", None))
    assert store.count("me", "lighthouse w12000") == 1


def test_removed_articles_are_not_found(filled: Store) -> None:
    for kept in filled.library("me", words="bridge"):
        filled.remove("me", kept.id)
    assert filled.count("me", "bridge") == 0
    assert filled.count("you", "bridge") == 1
