"""The fit of the summary: what it chooses among, how that is scored, and that it learns."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from summariser.summary.worth import STANDING
from summariser.train import summary
from summariser.train.rouge import rouge
from summariser.train.summary_sets import NAMES, Choice, Gold, choice, gold_articles, summaries

STORY = (
    "The harbour council of Ostrand voted to close the old ferry terminal. The terminal lost 3 million crowns a year. "
    "However, shop owners called the vote a betrayal. The ferry company Nordlin will move its boats to Port Hale. "
    "It rained on the day of the vote in most of the county. About 38 workers at the ferry terminal lose their jobs."
)
WANTED = ["The council closes the ferry terminal.", "38 workers lose their jobs."]


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    row = json.dumps({"text": STORY, "reference": WANTED})
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(f"{row}\n".encode()))
    return gold_articles(tmp_path / "a.jsonl.gz")[0]


def test_rouge_is_counted_as_published() -> None:
    inside = np.array([[1.0, 0.0], [1.0, 1.0]])
    found = rouge(inside, ["The boats sailed.", "A storm came."], [["The boat sailed", "at night"]], 1)
    assert found.round(2).tolist() == [75.0, 54.55]  # 2 x 3 / (3 + 5), 2 x 3 / (6 + 5)
    pairs = rouge(inside, ["The boats sailed.", "A storm came."], [["The boat sailed", "at night"]], 2)
    assert pairs.round(2).tolist() == [80.0, 57.14]  # 2 x 2 / (2 + 3), 2 x 2 / (4 + 3)


def test_a_summary_never_leaves_out_what_its_sentence_leans_on(gold: Gold) -> None:
    assert gold.hard[2]
    assert all(1 in chosen for chosen in summaries(gold, 3) if 2 in chosen)
    assert {len(chosen) for chosen in summaries(gold, 3)} == {3}


def test_a_budget_of_words_is_filled_and_kept(gold: Gold) -> None:
    sizes = [sum(gold.reading.lengths[i] for i in chosen) for chosen in summaries(gold, 30)]
    assert max(sizes) <= 30
    assert min(sizes) > 30 - max(gold.reading.lengths)


def test_the_fit_prefers_what_people_chose_and_is_the_same_again(gold: Gold) -> None:
    words = summary.word_weights([gold] * 3)
    assert len(words) == len(STANDING)
    kinds = {(name, size): [choice(gold, size, words)] * 3 for name in summary.SETS for size in (3, 100)}
    for aim in summary.AIMS.values():
        first, again = (summary.sentence_weights(kinds, aim) for _ in range(2))
        assert first == again
        assert set(first) == set(NAMES)
    aim = summary.AIMS["sentences"]
    assert gain(kinds, summary.sentence_weights(kinds, aim)) > gain(kinds, aim.start)


def gain(kinds: dict[tuple[str, int], list[Choice]], weights: Mapping[str, float]) -> float:
    """What a softmax over the summaries of three sentences can expect of ``weights``."""
    stack = summary.stacked(kinds["cnndm", 3], np.ones(len(NAMES)), 1.0)
    return summary.expected(np.array([weights[name] for name in NAMES]) * summary.SHARP, stack)[0]
