"""The reading beside its rivals on the same text in the same run, by CPU time; a longer text costs no more a word."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from nltk.tag.perceptron import PerceptronTagger
from nltk.tokenize.punkt import PunktSentenceTokenizer

from summariser.read import read
from summariser.text.blocks import all_body
from summariser.text.sentences import split_sentences
from summariser.text.words import tag

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
TRIES = 10  # a busy machine spoils a try, never all of them

pytestmark = pytest.mark.quality


def cost(work: Callable[[], object]) -> float:
    """The least CPU time of three runs."""
    best = 60.0
    for _ in range(3):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def faster(ours: Callable[[], object], theirs: Callable[[], object]) -> bool:
    """Whether our work costs less than theirs."""
    return any(cost(ours) < cost(theirs) for _ in range(TRIES))


def test_sentences_are_found_faster_than_by_punkt() -> None:
    punkt = PunktSentenceTokenizer()
    assert faster(
        lambda: [split_sentences(text, all_body(text)) for text in TEXTS],
        lambda: [punkt.tokenize(text) for text in TEXTS],
    )


def test_words_tags_and_names_are_found_faster_than_a_perceptron_finds_tags() -> None:
    split = [(text, split_sentences(text, all_body(text))) for text in TEXTS]
    tagged = [[(w.text, w.tag) for w in words] for text in split for words in tag(*text)]
    perceptron = PerceptronTagger(load=False)
    perceptron.train(tagged, nr_iter=2)
    bare = [[word for word, _ in sentence] for sentence in tagged]
    assert faster(lambda: [tag(*text) for text in split], lambda: [perceptron.tag(words) for words in bare])


@pytest.mark.parametrize("gap", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_ten_times_the_text_costs_at_most_twelve_times_the_reading(gap: str) -> None:
    text = TEXTS[0] if gap == "\n\n" else " ".join(TEXTS[0].split())
    longer = gap.join([text] * 10)
    tries = (cost(lambda: read(longer, as_body=True)) / cost(lambda: read(text, as_body=True)) for _ in range(TRIES))
    assert any(ratio <= 12 for ratio in tries)
