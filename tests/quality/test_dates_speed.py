"""Ten times the text costs at most twelve times the CPU time, for the words of every rule, in one endless sentence."""

from __future__ import annotations

import re
import time

import pytest

from summariser.lexicon import rows
from summariser.model import Sentence, Word
from summariser.text.dates import find_dates

PHRASES = [phrase for row in rows("time-rules") for phrase in row["yes"].split("|")]
TEASERS = ["the the the", "1 1 1", "one hundred", "about about 5", "the end of the end of", "2-3-4-", "12:", "   ", "-"]

pytestmark = pytest.mark.quality


def cost(text: str) -> float:
    """The least CPU time of three readings."""
    words = tuple(Word(m.start(), m.end(), m[0], "NN") for m in re.finditer(r"\w+|[^\w\s]", text))
    sentences, best = (Sentence(0, len(text), 0),), 60.0
    for _ in range(3):
        began = time.process_time()
        find_dates(text, sentences, (words,), "2024-12-05")
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("phrase", PHRASES + TEASERS)
def test_cost_grows_with_the_text(phrase: str) -> None:
    text = f"{phrase} " * max(1500 // (len(phrase) + 1), 1)
    tries = (cost(text * 10) / cost(text) for _ in range(10))  # a busy machine spoils a try, never all ten
    assert any(ratio <= 12 for ratio in tries)
