"""`news-summariser notebook`, up to the start of JupyterLab itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.lab import copy_to, notebooks, options


def test_copies_are_made_once(tmp_path: Path) -> None:
    made = copy_to(tmp_path / "new")
    assert [p.name for p in made] == [p.name for p in notebooks()]
    assert len(made) == 3
    made[0].write_text("mine", "utf-8")
    copy_to(tmp_path / "new")
    assert made[0].read_text("utf-8") == "mine"


def test_jupyterlab_takes_these_options() -> None:
    lab = pytest.importorskip("jupyterlab.labapp", reason="pip install 'news-summariser[notebook]'")
    app = lab.LabApp()
    app.parse_command_line(options(Path("/tmp"), "127.0.0.1", 9000, browser=False, root=False))
    assert app.config.LabApp.news_url is None
    assert app.config.LabApp.extension_manager == "readonly"
    assert "NeverCheckForUpdate" in str(app.config.LabApp.check_for_updates_class)


def test_without_jupyterlab_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    assert main(["notebook", "--to", str(tmp_path / "books")]) == 1
    assert "news-summariser[notebook]" in capsys.readouterr().err
    assert not (tmp_path / "books").exists()
