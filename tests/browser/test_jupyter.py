"""JupyterLab in a real browser: cards and pictures of a notebook, the dashboard in a cell, the app behind its tile."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Visit
from test_reading import settled

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
SAMPLE = ROOT / "data" / "samples" / "bridge-harbour-gazette.txt"
OTHER = ROOT / "data" / "samples" / "storm-island-herald.md"
CELLS = [
    f"import summariser as ns\narticle = ns.read({str(SAMPLE)!r})",
    "article",
    "from dashboard.figures import quotes_per_speaker, timeline\nquotes_per_speaker(article)",
    "timeline(article)",
    "from dashboard.notebook import library, show\npanel = show(article)",
]
MARKED = "document.querySelectorAll('.jupyter-widgets mark.ns-summary').length"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab as ``news-summariser notebook`` starts it, with a notebook of ours: its address and token."""
    pytest.importorskip("jupyterlab", reason="pip install 'news-summariser[test]'")
    home = tmp_path_factory.mktemp("jupyter")
    write(home / "books" / "mine.ipynb", CELLS)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    ours = {name: str(home / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    ours |= {"PYTHONPATH": str(ROOT), "NEWS_SUMMARISER_DATABASE": str(home / "library.sqlite")}
    command = [sys.executable, "-m", "dashboard.cli", "notebook", "--to", str(home / "books"), "--port", str(port)]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--no-browser", "--allow-root"], cwd=home, env=os.environ | ours, stdout=log, stderr=log
        )
    try:
        yield f"http://127.0.0.1:{port}?token={token(home / 'log', server)}"
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(home, ignore_errors=True)


def write(path: Path, cells: list[str]) -> None:
    """A notebook of these cells."""
    path.parent.mkdir(parents=True)
    rows = [
        {"cell_type": "code", "execution_count": None, "id": f"c{n}", "metadata": {}, "outputs": [], "source": code}
        for n, code in enumerate(cells)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    path.write_text(json.dumps({"cells": rows, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}), "utf-8")


def token(log: Path, server: subprocess.Popen[bytes]) -> str:
    """What opens JupyterLab, as soon as it says so."""
    for _ in range(120):
        found = re.search(r"token=(\w+)", log.read_text("utf-8", "replace"))
        if found:
            return found[1]
        assert server.poll() is None, log.read_text("utf-8", "replace")
        time.sleep(0.5)
    raise AssertionError("JupyterLab did not start within a minute")


@pytest.fixture
def enter(browser: Any, lab: str) -> Iterator[Callable[[str], Any]]:
    """Opens a page of JupyterLab; at the end nothing was asked of another host."""
    address, key = lab.split("?")
    visit = Visit(browser, address, viewport={"width": 1400, "height": 1000})
    visit.page.set_default_timeout(60_000)

    def come(path: str) -> Any:
        visit.page.goto(f"{address}{path}?{key}&reset")
        visit.page.locator("#jp-main-dock-panel").wait_for()
        return visit.page

    yield come
    visit.context.close()
    assert visit.outside() == []
    assert visit.errors == []


def ready(page: Any) -> None:
    """Until the notebook has its kernel."""
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()


def run_all(page: Any) -> None:
    """Run every cell of the open notebook."""
    ready(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def test_a_notebook_shows_cards_pictures_and_the_dashboard(enter: Callable[[str], Any]) -> None:
    page = enter("/lab/tree/mine.ipynb")
    run_all(page)
    page.locator(".jp-OutputArea .ns-shown .ns-title", has_text="Mayor apologises").first.wait_for()
    page.locator(".jp-OutputArea .js-plotly-plot .barlayer path").first.wait_for(state="attached")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .scatterlayer path').length > 5")
    handle = page.locator(".widget-slider .noUi-handle").first
    handle.scroll_into_view_if_needed()
    before = page.evaluate(MARKED)
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{MARKED} === {before + 1}")
    page.get_by_role("tab", name="Speakers", exact=True).click()
    page.wait_for_function("document.querySelectorAll('.jupyter-widgets .js-plotly-plot').length >= 3")
    page.locator(".widget-toggle-button", has_text="Add articles").click()
    with page.expect_file_chooser() as chooser:
        page.locator(".jupyter-widget-upload, .widget-upload").click()
    chooser.value.set_files(OTHER)
    page.locator(".jupyter-widgets .ns-title", has_text="Storm Edda").wait_for()
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").count() == 0


@pytest.mark.skipif(
    not any(e.name == "news-summariser" for e in entry_points(group="jupyter_serverproxy_servers")),
    reason="the tile is known once the project is installed: pip install -e '.[test]'",
)
def test_the_tile_opens_the_app_and_shares_the_library(enter: Callable[[str], Any]) -> None:
    page = enter("/lab")
    page.locator(".jp-LauncherCard", has_text="News summariser").click()
    app = page.frame_locator("iframe[src*='news-summariser']")
    text = SAMPLE.read_text("utf-8").replace("bakery", "tiled bakery")
    app.get_by_label("The article, as copied from its page").fill(text)
    app.get_by_role("button", name="Read it").click()
    app.locator("mark.ns-summary").first.wait_for()
    frame = next(f for f in page.frames if "/news-summariser/" in f.url)
    settled(frame)
    assert "/news-summariser/summary" in frame.url
    page = enter("/lab/tree/mine.ipynb")
    cell = page.locator(".jp-Notebook .jp-Cell .cm-content").first
    cell.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("from dashboard.notebook import library\n'tiled bakery' in library()[0].text")
    ready(page)
    page.keyboard.press("Control+Enter")
    page.locator(".jp-OutputArea-output pre", has_text="True").first.wait_for()
