"""Words: offsets are exact, one tuple a sentence, odd text is no error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.model import Sentence, Word
from summariser.text.alike import UNKNOWN, listed, word_class
from summariser.text.names import name_features
from summariser.text.tokens import split_words
from summariser.text.words import tag


def read(text: str) -> tuple[Word, ...]:
    return tag(text, (Sentence(0, len(text), 0),))[0]


def tokens(text: str) -> list[str]:
    return split_words(text, 0, len(text))


def test_clitics_are_words_of_their_own() -> None:
    assert tokens("I didn't say it’s Ann's.") == ["I", "did", "n't", "say", "it", "’s", "Ann", "'s", "."]
    assert tokens("We cannot, can't") == ["We", "can", "not", ",", "ca", "n't"]
    assert tokens("the ministers' vote") == ["the", "ministers", "'", "vote"]


def test_stops_stay_with_abbreviations_numbers_and_addresses() -> None:
    assert tokens("Mr. J. Obi of the U.S. paid $1,000.50.") == [
        *("Mr.", "J.", "Obi", "of", "the", "U.S.", "paid", "$", "1,000.50", "."),
    ]
    assert tokens("See https://a.example/b?c=1, or write to d@e.example.") == [
        *("See", "https://a.example/b?c=1", ",", "or", "write", "to", "d@e.example", "."),
    ]


def test_hyphens_stay_but_a_place_is_let_go() -> None:
    assert tokens("a well-known 34-year-old") == ["a", "well-known", "34-year-old"]
    assert tokens("the London-based firm") == ["the", "London", "-", "based", "firm"]


def test_names_and_tags() -> None:
    found = {w.text: (w.tag, w.name) for w in read("Anna Lindqvist said the talks in Berlin had failed.")}
    assert found["Anna"] == ("NNP", "B-PER")
    assert found["Lindqvist"] == ("NNP", "I-PER")
    assert found["Berlin"] == ("NNP", "B-LOC")
    assert found["said"][0] == "VBD"


def test_words_used_alike_share_a_class() -> None:
    assert word_class("monday")[0] == word_class("tuesday")[0]
    assert word_class("striker")[0] == word_class("goalkeeper")[0] != word_class("minister")[0]
    assert word_class("london")[1] == word_class("lagos")[1] != word_class("merkel")[1]
    assert word_class("qxzt") == word_class("") == word_class("\uffff") == UNKNOWN


def test_word_classes_are_listed_in_order_with_two_digits_each() -> None:
    words, senses, sorts = listed()
    assert words == tuple(sorted(set(words)))
    assert all(word == word.lower() for word in words)
    assert len(senses) == len(sorts) == 2 * len(words)


def test_a_capitalised_word_shows_its_classes_and_its_run() -> None:
    rows = name_features(["The", "striker", "Ivo", "Qxzt", "left", "Lagos"], ["DT", "NN", "NNP", "NNP", "VBD", "NNP"])
    sense, sort = word_class("striker")
    assert {"w qxzt", "rl qxzt", f"k {UNKNOWN[0]}", f"rbs {sense}", "rb striker", "ra left", "ri 1 0"} <= set(rows[3])
    assert f"-y {sort} {word_class('ivo')[1]}" in rows[2]
    assert rows[1][0] == "w striker"
    assert len(rows[1]) == 4


def test_one_tuple_a_sentence() -> None:
    assert tag("", ()) == ()
    assert tag("a  b", (Sentence(0, 0, 0), Sentence(2, 4, 0)))[0] == ()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="aZ.'’-\"\ud800\x00 1n", max_size=60))
def test_every_mark_of_any_text_is_in_one_word(text: str) -> None:
    found = read(text)
    assert all(text[w.start : w.end] == w.text for w in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    kept = "".join(w.text for w in found)
    assert kept == "".join(text.split())


def test_a_long_text_takes_linear_time() -> None:
    for piece in ("a", "a-", "n'", "1,", "U.", "http://", "x@", "A"):
        text = piece * (100_000 // len(piece))
        assert split_words(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("The council's chief executive, Marek Dolny, said so.", "executive", "NN"),
        ("Google's chief executive told the town.", "executive", "NN"),
        ("The executive pay rose.", "executive", "JJ"),
        ("The board is independent, as he said.", "independent", "JJ"),
    ],
)
def test_a_noun_for_a_person_is_no_adjective(text: str, word: str, part: str) -> None:
    words = read(text)
    assert [w.tag for w in words if w.text == word] == [part]
