"""The app and the share pages on one port: what is set in Streamlit, which port is taken, and running it."""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard.gate import Gate
from dashboard.routes import routes
from dashboard.settings import BASE_URL, DATABASE, FILES, LIBRARY, TILE, default_database, store, the_store
from dashboard.visitors import Visitor, prefix
from summariser.inputs.limits import MEGABYTE, configured

__all__ = ["BASE_URL", "DATABASE", "FILES", "LIBRARY", "build", "default_database", "serve", "store", "the_store"]

HERE = Path(__file__).resolve().parent
TRIES = 50
# No statistics, no toolbar for developers, no traceback for readers.
STREAMLIT = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "server.fileWatcherType": "none",
    "server.headless": True,
    "logger.level": "warning",
    "theme.light.primaryColor": "#0072B2",
    "theme.dark.primaryColor": "#0072B2",
}


def build() -> Any:
    """The ASGI application: Streamlit's with our routes before its own."""
    import streamlit as st
    from starlette.middleware import Middleware

    for name, value in (STREAMLIT | here()).items():
        st.config.set_option(name, value)
    no_questions()
    key = os.environ.get(TILE)
    door = Middleware(Gate, key) if key else Middleware(Visitor)
    return st.App(HERE / "app.py", routes=routes(prefix()), middleware=[door])


def here() -> dict[str, object]:
    """Streamlit's settings that follow from the address and the database.

    The key of its cookies is the database's, so that a visitor may go from one replica to another.
    """
    told = urlsplit(os.environ.get(BASE_URL) or "")
    key = hashlib.sha256(b"streamlit " + the_store().key("cookie").encode()).hexdigest()
    found: dict[str, object] = {"server.baseUrlPath": prefix().strip("/"), "server.cookieSecret": key}
    found["server.maxUploadSize"] = max(1, configured().upload // MEGABYTE)
    if os.environ.get(TILE):  # the gate has a stricter answer to pages from elsewhere, and knows Jupyter's address
        found |= {"server.enableCORS": False, "server.enableXsrfProtection": False}
    return found | {"browser.serverAddress": told.hostname} if told.hostname else found


def no_questions() -> None:
    """Keep Streamlit from asking a host on the internet for its own address when an unknown page knocks."""
    from streamlit import net_util

    net_util._external_ip = "localhost"


def bind(host: str, port: int) -> tuple[socket.socket, int]:
    """A listening socket on ``port`` or the first free one after it.  Raises OSError when there is none."""
    for wanted in range(port, min(port + TRIES, 65536)):
        found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, wanted))
        except OSError as error:
            found.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            continue
        found.listen(128)
        return found, wanted
    raise OSError(errno.EADDRINUSE, f"ports {port} to {port + TRIES - 1} are all taken: choose another with --port")


def address(host: str, port: int) -> str:
    """What to type into a browser."""
    name = "localhost" if host in ("", "0.0.0.0", "::", "127.0.0.1", "::1") else host
    return f"http://{name}:{port}"


def serve(
    files: list[str],
    host: str,
    port: int,
    database: str,
    browser: bool = False,
    base_url: str | None = None,
    shared_library: bool = False,
    meanwhile: Callable[[], object] = lambda: None,
) -> int:
    """Run the dashboard until it is stopped; the exit code.  ``meanwhile`` is called once the server is set up."""
    os.environ[DATABASE] = database
    os.environ[FILES] = json.dumps([str(Path(f).resolve()) for f in files])
    os.environ[BASE_URL] = base_url or ""
    os.environ[LIBRARY] = "shared" if shared_library else "" if os.environ.get(TILE) else "private"
    the_store().forget_removed()
    the_store().forget_expired()
    listening, taken = bind(host, port)
    if taken != port:
        print(f"Port {port} is taken; using {taken} instead.", file=sys.stderr)
    import uvicorn

    app = build()
    meanwhile()
    place = address(host, taken) + prefix()
    print(f"News Summariser is at {place}  (Ctrl+C stops it)", flush=True)
    if browser:
        threading.Thread(target=_open, args=(place,), daemon=True).start()
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(app, log_level="warning", access_log=False, ws="websockets-sansio")
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _open(place: str) -> None:
    """Open the browser once the server answers; where there is none, the printed address does."""
    time.sleep(1.0)
    webbrowser.open(place)
