"""The length that a reader chose reaches the shared page and the exports."""

from __future__ import annotations

import json

import pytest

from dashboard.exports import to_json, to_markdown
from dashboard.lengths import budget_of, chosen_summary
from summariser import read
from summariser.model import Budget, Dashboard

STORY = " ".join(f"The ferry {n} ran aground on the sands of Ostrand." for n in ("Ada", "Bea", "Cleo", "Dora", "Eva"))


@pytest.mark.parametrize(
    ("choices", "length"),
    [
        ({}, Budget(sentences=5)),
        ({"sentences": "3"}, Budget(sentences=3)),
        ({"words": "120"}, Budget(words=120)),
        ({"share": "20"}, Budget(share=0.2)),
    ],
)
def test_choices_are_budgets(choices: dict[str, str], length: Budget) -> None:
    assert budget_of(choices) == length


def test_a_frozen_page_keeps_to_the_words_asked_for() -> None:
    board = Dashboard("Ferries", (read(STORY, as_body=True),), choices=(("algorithm", "lead"), ("words", "20")))
    assert to_markdown(board).split("### Quotes")[0].count("\n- The ferry") == 2
    assert len(json.loads(to_json(board))[0]["summary"]) == 2


def test_a_text_too_long_for_another_algorithm_has_our_summary() -> None:
    long = read(
        " ".join(f"The council of town {n} met and voted for bridge {n % 7}." for n in range(501)), as_body=True
    )
    assert chosen_summary(long, {"algorithm": "lsa", "sentences": "3"}) == chosen_summary(long, {"sentences": "3"})
