"""Labels of words: the quick way and the textbook way agree; rows found by number are those of the strings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.text.crf import (
    AT_ONCE,
    SPREAD,
    Keys,
    Model,
    Scores,
    best_labels,
    by_maxima,
    by_products,
    joined,
    key,
    keys,
    model,
    prepared,
)
from summariser.text.features import features
from summariser.text.names import name_features
from summariser.text.names import scores as name_scores
from summariser.text.spellings import MEMORY, Memory, laid_out
from summariser.text.tags import best_tags, scores, tags

SENTENCES = [
    ["Ruth", "Adeyemi", ",", "mayor", "of", "Strandhaven", ",", "closed", "the", "bridge", "."],
    ["“", "We", "acted", "by", "breakfast", ",", "”", "she", "said", "--", "the", "2026", "plan", "+", "more", "."],
    ["Qxzt"],
    ["\ud800", "𝒳’s", "a" * 90, "=", "("],
]
NAMED = [
    *SENTENCES,
    [
        "At",
        "the",
        "University",
        "of",
        "Carrow",
        "in",
        "New",
        "York",
        ",",
        "he",
        "met",
        "Ivo",
        "Qxzt",
        "of",
        "the",
        "UN",
    ],
    ["MAYOR", "SHUTS", "Bosnia", "and", "Herzegovina", "'s", "BRIDGE", "IN", "THE", "Strandhaven", "OF", "Old"],
    ["In", "New"],
    ["Zealand", "won"],
]


def made(seed: int, labels: int, words: int, scale: float) -> tuple[Model, Scores]:
    """A model with steps at random, and scores at random."""
    numbers = np.random.default_rng(seed)
    names = [f"L{k}" for k in range(labels)]
    steps = numbers.normal(0, scale, (labels, labels))
    return prepared(names, np.zeros(0, np.uint64), np.zeros((1, labels), "f4"), steps), numbers.normal(
        0, 2 * scale, (words, labels)
    )


@given(st.integers(0, 10_000), st.integers(1, 9), st.lists(st.integers(1, 12), min_size=1, max_size=6), st.floats(0, 5))
def test_the_best_labels_are_those_of_viterbi(seed: int, labels: int, sizes: list[int], scale: float) -> None:
    chosen, found = made(seed, labels, sum(sizes), scale)
    lengths = np.array(sizes, np.intp)
    parts = np.split(found, lengths.cumsum()[:-1])
    best = [k for part in parts for k in by_maxima(part, chosen.steps)]
    assert best_labels(chosen, found, lengths).tolist() == best


def test_sentences_beyond_those_gone_through_at_once_have_the_labels_of_their_own() -> None:
    sizes = [1 + k % 5 for k in range(2 * AT_ONCE + 3)]
    chosen, found = made(7, 4, sum(sizes), 2.0)
    lengths = np.array(sizes, np.intp)
    parts = np.split(found, lengths.cumsum()[:-1])
    best = [label for part in parts for label in best_labels(chosen, part, np.array([len(part)]))]
    assert best_labels(chosen, found, lengths).tolist() == best


def test_a_tie_is_not_certain_and_goes_to_the_first() -> None:
    chosen, _ = made(0, 3, 1, 0.0)
    _, certain = by_products(chosen, np.zeros((2, 3)), np.array([2]))
    assert not certain[0]
    assert best_labels(chosen, np.zeros((2, 3)), np.array([2])).tolist() == [0, 0]


def test_scores_by_number_are_the_sums_of_the_rows_of_strings() -> None:
    words = [word for sentence in SENTENCES for word in sentence]
    laid = laid_out(MEMORY.room_for(words), words, np.array([len(sentence) for sentence in SENTENCES]))
    chosen, strings = laid.met.model, [row for sentence in SENTENCES for row in features(sentence)]
    sums = [chosen.scores[rows(chosen, row)].sum(axis=0, dtype=float) for row in strings]
    assert np.abs(scores(laid) - np.array(sums)).max() < 1e-5


def test_scores_of_names_are_the_sums_of_the_rows_of_strings() -> None:
    words = [word for sentence in NAMED for word in sentence]
    laid = laid_out(MEMORY.room_for(words), words, np.array([len(sentence) for sentence in NAMED]))
    found, chosen = best_tags(laid), model("names")
    said = iter(model("tags").labels[k] for k in found)
    strings = [row for sentence in NAMED for row in name_features(sentence, [next(said) for _ in sentence])]
    sums = [chosen.scores[rows(chosen, row)].sum(axis=0, dtype=float) for row in strings]
    assert np.abs(name_scores(laid, words, found) - np.array(sums)).max() < 1e-5


def rows(chosen: Model, strings: list[str]) -> list[int]:
    """The row of each string, whatever its words."""
    found: list[int] = chosen.rows_of(np.array(list(map(key, strings)), np.uint64)).tolist()
    return found


def test_the_key_of_several_words_comes_from_those_of_each() -> None:
    assert key("a b") == (key("a") * SPREAD + key("b")) % 2**64 != key("b a")
    words: list[Keys] = [keys([word]) for word in ("a", "b", "c")]
    assert joined(joined(words[0], words[1]), words[2]).tolist() == [key("a b c")] != [key("b a c")]


@pytest.mark.parametrize("name", ["tags", "names"])
def test_every_string_is_known_by_its_key(name: str) -> None:
    chosen = model(name)
    assert (chosen.rows_of(chosen.keys) == np.arange(1, len(chosen.keys) + 1)).all()
    assert not chosen.rows_of(chosen.keys ^ np.uint64(1)).any()


def test_strings_have_rows() -> None:
    chosen = model("tags")
    assert chosen.rows(["w=the", "w=qxzt"])[0] > 0 == chosen.rows(["w=qxzt"])[0]


def test_memory_begins_anew_when_it_is_full() -> None:
    memory = Memory()
    first = memory.room_for(["a"])
    assert memory.room_for(["a"] * 10) is first
    assert memory.room_for(["a"] * (first.room + 1)) is not first


def test_a_word_that_looks_like_the_end_of_a_sentence_is_none() -> None:
    met = Memory().room_for(["<", "the", "<"])
    assert met.of(["<", "the", "<"]).tolist() == [2, 3, 2]
    assert met.filled == 4


def test_empty_sentences_have_no_tags() -> None:
    assert tags([]) == tags([[]]) == []
    assert len(tags([[], *SENTENCES, []])) == sum(map(len, SENTENCES))
