"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# The first example of a property loads the weights, and a busy machine is no fault of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def malta() -> str:
    """The Malta page, where the shared folder stands beside the project."""
    path = SHARED / "articles" / "malta-osce.txt"
    if not path.exists():
        pytest.skip(f"{path} is not there: this test reads a news page that is not ours to ship")
    return path.read_text(encoding="utf-8")
