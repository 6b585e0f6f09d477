"""Sentences: the golden cases, and laws that hold for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.model import Block
from summariser.text.sentences import split_sentences

CASES = (Path(__file__).parents[1] / "cases" / "sentences.md").read_text(encoding="utf-8").split("\n## ")[1:]


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, (Block(0, len(text), "body", "test"),))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.splitlines()[0])
def test_golden_cases(case: str) -> None:
    text = " ".join(re.findall(r"^> (.*)", case, re.M))
    assert split(text) == re.findall(r"^- (.*)", case, re.M)


def test_lines_end_sentences_unless_they_go_on() -> None:
    assert split("A heading\nThe text. More\nof it\n\nand so on") == [
        "A heading",
        "The text.",
        "More\nof it",
        "and so on",
    ]


def test_only_what_is_read_is_split() -> None:
    text = "Headline here\nPicture: a port. By the sea.\nBody. Text."
    blocks = (Block(0, 13, "headline", ""), Block(14, 42, "caption", ""), Block(43, 54, "body", ""))
    found = split_sentences(text, blocks)
    assert [(text[s.start : s.end], s.block) for s in found] == [("Headline here", 0), ("Body.", 2), ("Text.", 2)]


@given(st.text(max_size=120) | st.text(alphabet="aA. \n\"”?!()\u2026'1,", max_size=80))
def test_sentences_hold_every_mark_in_order(text: str) -> None:
    found = split_sentences(text, (Block(0, len(text), "body", "test"),))
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(s.start < s.end for s in found)
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize("piece", [".", ". ", "\n", '"', '."', "A.", "\u2026 ", "a.A", " \n", ".\t"])
def test_long_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    split(text)
