"""Who a visitor is: a random number in a signed, http-only cookie, or an account where the server asks for a login.

The number is the key to a private library, so it is never logged and never kept: the library is filed under its hash.
The signature is the server's: a number that somebody made up, or put into another's browser, opens nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from dashboard.settings import BASE_URL, library_kind, the_store
from dashboard.store import digest

COOKIE = "news_summariser_visitor"
YEAR = 365 * 86400
NUMBER = re.compile(r"[\w-]{43}")
EVERYBODY = "newsroom"
OWN_ROUTES = ("share/", "share-assets/", "health", "static/", "_stcore/", "media/", "component/")


def signed(number: str) -> str:
    """The cookie of a visitor's number."""
    mark = hmac.new(the_store().key("cookie").encode(), number.encode(), hashlib.sha256).hexdigest()
    return f"{number}.{mark}"


def number_of(cookie: str | None) -> str | None:
    """The number in a cookie that this server signed, compared in constant time; None for any other."""
    number = (cookie or "").partition(".")[0]
    if not cookie or not NUMBER.fullmatch(number):
        return None
    return number if secrets.compare_digest(cookie.encode(), signed(number).encode()) else None


def owner_of(cookie: str | None, account: Mapping[str, Any], alone: str) -> str:
    """Under whose name articles and shares are kept; ``alone`` is for a browser that takes no cookies."""
    if account.get("is_logged_in"):
        who = account.get("sub") or account.get("email") or alone
        return EVERYBODY if library_kind() == "shared" else digest(f"account {account.get('iss', '')} {who}")
    if library_kind() != "private":
        return EVERYBODY if library_kind() == "shared" else "local"
    return digest(number_of(cookie) or alone)


def prefix() -> str:
    """The path that the server's pages begin with, as ``/desk``; empty at the root."""
    path = urlsplit(os.environ.get(BASE_URL) or "").path.strip("/")
    return f"/{path}" if path else ""


class Visitor:
    """ASGI middleware: gives each browser that asks for a page its cookie."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not _page(scope["path"]):
            await self.app(scope, receive, send)
            return
        from starlette.concurrency import run_in_threadpool

        value = await run_in_threadpool(_new_cookie, scope)

        async def tell(message: Any) -> None:
            if value and message["type"] == "http.response.start" and _html(message):
                message["headers"] = [*message.get("headers", ()), (b"set-cookie", value.encode())]
            await send(message)

        await self.app(scope, receive, tell)


def _page(path: str) -> bool:
    inner = path[len(prefix()) :] if path.startswith(prefix()) else path
    return not inner.lstrip("/").startswith(OWN_ROUTES)


def _html(message: Any) -> bool:
    return any(k.lower() == b"content-type" and v.startswith(b"text/html") for k, v in message.get("headers", ()))


def _new_cookie(scope: Any) -> str | None:
    """The header that gives this browser a cookie; None when it has a good one."""
    lines = [v.decode("latin-1") for k, v in scope.get("headers", ()) if k == b"cookie"]
    try:
        found = SimpleCookie("; ".join(lines)).get(COOKIE)
    except CookieError:
        found = None
    had = found.value if found else ""
    if number_of(had):
        return None
    # Version 0.1 did not sign: whoever has articles under such a number keeps them.
    known = NUMBER.fullmatch(had) and the_store().owns(digest(had))
    number = had if known else secrets.token_urlsafe(32)
    secure = scope.get("scheme") == "https" or (os.environ.get(BASE_URL) or "").startswith("https://")
    parts = [f"{COOKIE}={signed(number)}", f"Path={prefix() or '/'}", f"Max-Age={YEAR}", "HttpOnly", "SameSite=Lax"]
    return "; ".join([*parts, "Secure"] if secure else parts)
