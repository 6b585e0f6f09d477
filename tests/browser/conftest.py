"""A dashboard of its own for the browser tests, and a Chromium that may speak to it alone."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium on this machine (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install 'news-summariser[test]'")
    with playwright.sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=path, args=ARGS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the running dashboard: its library, and its ``log`` with all that it printed."""
    return tmp_path_factory.mktemp("dashboard")


@pytest.fixture(scope="session")
def address(place: Path) -> Iterator[str]:
    """A running dashboard with a library of its own."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "dashboard.cli", "dashboard", "--no-browser", "--port", str(port)]
    with (place / "log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--database", str(place / "library.sqlite")],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
        )
    try:
        wait(f"http://localhost:{port}/_stcore/health", server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(20)
    told = (place / "log").read_text("utf-8", "replace")
    assert "Traceback" not in told, told
    assert "/share/" not in told, "a token was logged"


def wait(place: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers."""
    for _ in range(120):
        assert server.poll() is None, "the dashboard stopped by itself"
        try:
            urllib.request.urlopen(place, timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the dashboard did not start within a minute")


class Visit:
    """One visitor: a fresh browser context whose every request is written down."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(**({"viewport": {"width": 1360, "height": 900}} | options))
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.address = address
        self.context.on("request", lambda r: self.requests.append(r.url))
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("websocket", lambda s: self.requests.append(s.url))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))

    def outside(self) -> list[str]:
        """Requests to anything but this machine's dashboard."""
        home = (self.address, self.address.replace("http", "ws"), "data:", "blob:")
        return [r for r in self.requests if not r.startswith(home)]


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Callable[..., Visit]]:
    """Makes visitors; at the end none of them has asked anything of another host."""
    made: list[Visit] = []

    def come(**options: Any) -> Visit:
        made.append(Visit(browser, address, **options))
        return made[-1]

    yield come
    for visitor in made:
        visitor.context.close()
        assert visitor.outside() == []
        assert visitor.errors == []
