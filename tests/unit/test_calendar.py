"""The days a TIMEX3 value covers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.text.calendar import granularity, interval, shift_days, shift_months

VALUES = [
    ("2024-12-05", "day", date(2024, 12, 5), date(2024, 12, 5)),
    ("2024-12-05T16:08", "day", date(2024, 12, 5), date(2024, 12, 5)),
    ("2024-12-05TEV", "day", date(2024, 12, 5), date(2024, 12, 5)),
    ("2024-W49", "week", date(2024, 12, 2), date(2024, 12, 8)),
    ("2024-W49-WE", "weekend", date(2024, 12, 7), date(2024, 12, 8)),
    ("2024-W49-4", "day", date(2024, 12, 5), date(2024, 12, 5)),
    ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-Q1", "quarter", date(2023, 1, 1), date(2023, 3, 31)),
    ("2023-H2", "half", date(2023, 7, 1), date(2023, 12, 31)),
    ("2023-WI", "season", date(2023, 12, 1), date(2024, 2, 29)),
    ("2023-SU", "season", date(2023, 6, 1), date(2023, 8, 31)),
    ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
    ("198", "decade", date(1980, 1, 1), date(1989, 12, 31)),
    ("198X", "decade", date(1980, 1, 1), date(1989, 12, 31)),
    ("19", "century", date(1900, 1, 1), date(1999, 12, 31)),
]


@pytest.mark.parametrize(("value", "fineness", "first", "last"), VALUES)
def test_the_days_of_a_value(value: str, fineness: str, first: date, last: date) -> None:
    assert interval(value) == (first, last)
    assert granularity(value) == fineness


@pytest.mark.parametrize(
    "value", ["", "PXM", "P3D", "PRESENT_REF", "XXXX-WXX-4", "2023-02-30", "0000", "2023-W60", "٢٠٢٤"]
)
def test_no_stretch_of_the_calendar(value: str) -> None:
    assert interval(value) is None
    assert granularity(value) is None


@given(st.text(alphabet="0123456789-XWQHTFYSPU", max_size=12) | st.text(max_size=12))
def test_any_string_is_a_value(value: str) -> None:
    days = interval(value)
    assert days is None or days[0] <= days[1]


@given(st.dates(), st.integers(-40000, 40000))
def test_sums_stay_within_the_calendar(day: date, by: int) -> None:
    assert date.min <= shift_days(day, by) <= date.max
    assert date.min <= shift_months(day, by) <= date.max


def test_months_too_short() -> None:
    assert shift_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shift_months(date(2024, 3, 31), -4) == date(2023, 11, 30)
