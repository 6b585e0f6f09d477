"""Each notebook runs from top to bottom from a clean kernel, and is kept without outputs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytestmark = [pytest.mark.notebook, pytest.mark.timeout(150)]
ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "data" / "notebooks").glob("*.ipynb"))


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat", reason="pip install 'news-summariser[test]'")
    client = pytest.importorskip("nbclient", reason="pip install 'news-summariser[test]'")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    book = nbformat.read(path, as_version=4)
    written = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in written)
    client.NotebookClient(book, timeout=60, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    kinds = [{kind for out in cell.outputs for kind in out.get("data", {})} for cell in written]
    assert all(out.output_type != "error" for cell in written for out in cell.outputs)
    assert all(kinds), "every cell shows something"
    if "hundred" not in path.name:
        assert "application/vnd.plotly.v1+json" in set().union(*kinds)
        assert "application/vnd.jupyter.widget-view+json" in kinds[-1]
