"""Labels of words: the quick way and the textbook way agree; rows found by number are those of the strings."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summariser.text.crf import (
    AT_ONCE,
    SPREAD,
    Model,
    Scores,
    best_labels,
    by_maxima,
    by_products,
    key,
    model,
    prepared,
)
from summariser.text.features import features
from summariser.text.sums import Sums
from summariser.text.tags import MEMORY, Memory, scores, tags

SENTENCES = [
    ["Ruth", "Adeyemi", ",", "mayor", "of", "Strandhaven", ",", "closed", "the", "bridge", "."],
    ["“", "We", "acted", "by", "breakfast", ",", "”", "she", "said", "--", "the", "2026", "plan", "+", "more", "."],
    ["Qxzt"],
    ["\ud800", "𝒳’s", "a" * 90, "=", "("],
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
    best = [f"L{k}" for part in parts for k in by_maxima(part, chosen.steps)]
    assert best_labels(chosen, found, lengths) == best


def test_sentences_beyond_those_gone_through_at_once_have_the_labels_of_their_own() -> None:
    sizes = [1 + k % 5 for k in range(2 * AT_ONCE + 3)]
    chosen, found = made(7, 4, sum(sizes), 2.0)
    lengths = np.array(sizes, np.intp)
    parts = np.split(found, lengths.cumsum()[:-1])
    best = [label for part in parts for label in best_labels(chosen, part, np.array([len(part)]))]
    assert best_labels(chosen, found, lengths) == best


def test_a_tie_is_not_certain_and_goes_to_the_first() -> None:
    chosen, _ = made(0, 3, 1, 0.0)
    _, certain = by_products(chosen, np.zeros((2, 3)), np.array([2]))
    assert not certain[0]
    assert best_labels(chosen, np.zeros((2, 3)), np.array([2])) == ["L0", "L0"]


def test_scores_by_number_are_the_sums_of_the_rows_of_strings() -> None:
    words = [word for sentence in SENTENCES for word in sentence]
    met = MEMORY.room_for(words)
    found = scores(met, words, np.array([len(sentence) for sentence in SENTENCES]))
    strings = [row for sentence in SENTENCES for row in features(sentence)]
    sums = [met.model.scores[met.model.rows(row)].sum(axis=0, dtype=float) for row in strings]
    assert np.abs(found - np.array(sums)).max() < 1e-12


def test_the_key_of_two_words_comes_from_those_of_each() -> None:
    assert key("a b") == (key("a") * SPREAD + key("b")) % 2**64 != key("b a")


def test_every_string_is_known_by_its_key() -> None:
    chosen = model("tags")
    assert (chosen.keys[1:] > chosen.keys[:-1]).all()
    assert chosen.rows(["w=the", "w=qxzt"])[0] > 0 == chosen.rows(["w=qxzt"])[0]
    assert (chosen.rows_of(chosen.keys) == np.arange(1, len(chosen.keys) + 1)).all()


def test_memory_begins_anew_when_it_is_full() -> None:
    memory = Memory()
    first = memory.room_for(["a"])
    assert memory.room_for(["a"] * 10) is first
    assert memory.room_for(["a"] * (first.room + 1)) is not first


def test_empty_sentences_have_no_tags() -> None:
    assert tags([]) == tags([[]]) == []
    assert len(tags([[], *SENTENCES, []])) == sum(map(len, SENTENCES))


def test_sums_begin_anew_when_they_are_full() -> None:
    small = Sums(model("tags"), lambda word: (f"w={word}",), 3)
    one = small.of(["the"])
    assert (small.of(["the", "cat", "sat", "on", "a", "mat"])[0] == one[0]).all()
    assert len(small.kept.numbers) == 6
    assert (small.of(["dog", "the"])[1] == one[0]).all()
    assert len(small.kept.numbers) == 2
