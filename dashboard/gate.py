"""The door of an app that Jupyter carries to the browser: only what comes from there, and from no other site's page."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import urlsplit

from dashboard.tile import HEADER


class Gate:
    """ASGI middleware: 403 for a request without the key, or of a page from elsewhere."""

    def __init__(self, app: Any, key: str) -> None:
        self.app, self.key = app, key.encode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] not in ("http", "websocket") or self.lets_in(dict(scope["headers"])):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"This dashboard is opened from its tile in JupyterLab."})

    def lets_in(self, headers: dict[bytes, bytes]) -> bool:
        """Whether the key is right (compared in constant time), and the page that asks, where one does, is ours."""
        given = headers.get(HEADER.lower().encode(), b"")
        page, host = headers.get(b"origin", b"").decode("latin-1"), headers.get(b"host", b"").decode("latin-1")
        return secrets.compare_digest(given, self.key) and (not page or urlsplit(page).netloc == host)
