"""The tile "News summariser" in JupyterLab's launcher: jupyter-server-proxy runs the app and carries it to a browser.

The app listens on this machine, where others may have accounts too: it answers only requests that carry the key which
Jupyter puts on them, and Jupyter puts it only on those of people who are logged in there.
"""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

from dashboard.settings import TILE

HEADER = "X-News-Summariser-Key"


def tile() -> dict[str, object]:
    """What jupyter-server-proxy asks each program that has a tile."""
    key = secrets.token_urlsafe(32)
    icon = str(Path(__file__).resolve().parent / "icon.svg")
    return {
        "command": [sys.executable, "-m", "dashboard.cli", "dashboard", "--no-browser", "--port", "{port}"],
        "environment": {TILE: key},
        "request_headers_override": {HEADER: key},
        "timeout": 60,
        "new_browser_tab": False,
        "launcher_entry": {"title": "News summariser", "icon_path": icon, "category": "Notebook"},
    }
