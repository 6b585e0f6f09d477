"""Quotation marks: every kind found, offsets exact, apostrophes left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.quotes.find import find_quotes
from summariser.text.blocks import all_body

CASES = [
    ('"It is done," she said.', ["It is done,"]),
    ("“It is done,” she said. “At last.”", ["It is done,", "At last."]),
    ("„Es ist vorbei“, said the guard.", ["Es ist vorbei"]),
    ("« C’est fini », said the cook.", ["C’est fini"]),
    ("``Done,'' he said. ''Gone,'' she said.", ["Done,", "Gone,"]),
    ("‘The ministers’ plan is dead,’ he said.", ["The ministers’ plan is dead,"]),
    ("It was a ‘good day’ for the town.", ["good day"]),
    ("The dogs’ bowls and the cats’ beds stood in the ’90s kitchen.", []),
    ("'Tis the boys' club of the '90s.", []),
    ("He's sure that it's the firm's fault.", []),
    ("“She told me ‘never again’ and left,” he said.", ["She told me ‘never again’ and left,"]),
    ("‘She told me “never again” and left,’ he said.", ["She told me “never again” and left,"]),
    ("“The road is shut.\n“The bridge is, too,” she said.", ["The road is shut.", "The bridge is, too,"]),
    ("“The road is shut, she said.", ["The road is shut,"]),
    ("We have waited for nine years and will wait no more,” she said.", None),
    ('The board is 5" wide and 3" deep.', []),
    ("", []),
    ("\x00\ud800”“", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks(text: str, expected: list[str] | None) -> None:
    found = [text[s.start : s.end] for s in find_quotes(text, all_body(text))]
    assert found == (["We have waited for nine years and will wait no more,"] if expected is None else expected)


@given(st.text(alphabet="ab., \n\"“”‘’'«»„`", max_size=80))
def test_stretches_lie_in_order_and_in_one_paragraph(text: str) -> None:
    found = find_quotes(text, all_body(text))
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all("\n" not in text[s.start : s.end] and text[s.start : s.end].strip() for s in found)
