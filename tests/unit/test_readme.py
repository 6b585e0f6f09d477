"""The README's examples run and say what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_library_tour_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried >= 15
    assert failed == 0


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = project[project.index("dependencies = [") :].split("]")[0]
    names = re.findall(r'"([\w-]+)', listed)
    table = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(names) > 10
    assert not [name for name in names if name not in table]
