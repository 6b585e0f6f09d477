"""The app and the share pages on one port.

``/share/TOKEN`` is answered here, by own routes beside Streamlit's: read-only, without a cookie, never cached.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import secrets
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.report import asset
from dashboard.store import Store

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

HERE = Path(__file__).resolve().parent
DATABASE, FILES, BASE_URL = "NEWS_SUMMARISER_DATABASE", "NEWS_SUMMARISER_FILES", "NEWS_SUMMARISER_BASE_URL"
COOKIE = "news_summariser_visitor"
YEAR = 365 * 86400
TRIES = 50
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
GONE = (
    '<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<link rel="icon" href="data:,"><title>Nothing here</title><body style="font:16px/1.5 system-ui,sans-serif;'
    'max-width:36rem;margin:15vh auto;padding:0 1rem"><h1>There is no shared page at this address</h1><p>The link may '
    "be incomplete, or its owner closed it or let it run out. Ask them for a new one.</p></body></html>"
)
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


def default_database() -> str:
    """The file that holds the library when none is named."""
    from platformdirs import user_data_path

    return str(user_data_path("news-summariser") / "library.sqlite")


@cache
def store(place: str) -> Store:
    """The one store of this process for a place."""
    return Store(place)


def the_store() -> Store:
    """The store that this process was started with."""
    return store(os.environ.get(DATABASE) or default_database())


def show_share(request: Request) -> Response:
    """The frozen page, or the same 404 for every token that opens nothing."""
    from starlette.responses import HTMLResponse

    page = the_store().shared(request.path_params["token"])
    return HTMLResponse(page or GONE, status_code=200 if page else 404, headers=HEADERS)


def show_asset(request: Request) -> Response:
    """plotly and the few lines that draw, from this port."""
    from starlette.responses import Response

    name = request.path_params["name"]
    scripts: dict[str, Callable[[], str]] = {"plotly.min.js": _plotly, "report.js": lambda: asset("report.js")}
    if name not in scripts:
        return Response("There is no such file.", status_code=404, media_type="text/plain")
    kept = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}
    return Response(scripts[name](), media_type="text/javascript", headers=kept)


@cache
def _plotly() -> str:
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs())


class Visitor:
    """ASGI middleware: an unguessable, http-only cookie for each browser, so that everybody has an own library."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        wanted = scope["type"] == "http" and not scope["path"].lstrip("/").startswith(("share", "static", "_stcore"))
        known = any(k == b"cookie" and COOKIE.encode() in v for k, v in scope.get("headers", ()))
        if not wanted or known:
            await self.app(scope, receive, send)
            return
        value = f"{COOKIE}={secrets.token_urlsafe(32)}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax"
        value += "; Secure" if scope.get("scheme") == "https" else ""

        async def tell(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), (b"set-cookie", value.encode())]
            await send(message)

        await self.app(scope, receive, tell)


def build() -> Any:
    """The ASGI application: Streamlit's with our routes before its own."""
    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.routing import Route

    for name, value in STREAMLIT.items():
        st.config.set_option(name, value)
    routes = [Route("/share/{token}", show_share), Route("/share-assets/{name}", show_asset)]
    return st.App(HERE / "app.py", routes=routes, middleware=[Middleware(Visitor)])


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


def serve(files: list[str], host: str, port: int, database: str, browser: bool, base_url: str | None) -> int:
    """Run the dashboard until it is stopped; the exit code."""
    os.environ[DATABASE] = database
    os.environ[FILES] = json.dumps([str(Path(f).resolve()) for f in files])
    os.environ[BASE_URL] = base_url or ""
    the_store()
    listening, taken = bind(host, port)
    if taken != port:
        print(f"Port {port} is taken; using {taken} instead.", file=sys.stderr)
    import uvicorn

    app = build()
    print(f"News Summariser is at {address(host, taken)}  (Ctrl+C stops it)", flush=True)
    if browser:
        threading.Thread(target=_open, args=(address(host, taken),), daemon=True).start()
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(app, log_level="warning", access_log=False, ws="websockets-sansio")
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _open(place: str) -> None:
    """Open the browser once the server answers; where there is none, the printed address does."""
    time.sleep(1.0)
    webbrowser.open(place)
