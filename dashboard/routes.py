"""What is answered beside Streamlit's own pages: shared pages, their scripts, and a health check.

Read-only, without a cookie, never cached; what is wrong, expired or closed answers with one and the same 404.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from dashboard.report import asset, scripts
from dashboard.settings import the_store
from dashboard.store import VERSION, PasswordNeeded

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

MOST = 4096
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; form-action {form}; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY.format(form="'none'"),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FORM_HEADERS = HEADERS | {"Content-Security-Policy": POLICY.format(form="'self'")}
PAGE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>{title}</title><style>'
    ":root{{color-scheme:light dark}}body{{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;"
    "padding:0 1rem}}input,button{{font:inherit;padding:.4rem .7rem}}</style></head><body><main><h1>{title}</h1>{body}"
    "</main></body></html>"
)
GONE = PAGE.format(
    title="There is no shared page at this address",
    body="<p>The link may be incomplete, or its owner closed it or let it run out. Ask them for a new one.</p>",
)
FORM = (
    '<form method="post"><p><label for="password">Who shared it with you has told you its password.</label></p>'
    '<p><input id="password" name="password" type="password" autocomplete="off" required autofocus maxlength="200"> '
    "<button>Open</button></p></form>"
)
WRONG = '<p role="alert">That is not the password.</p>'
WAIT = '<p role="alert">There were too many wrong passwords: wait a minute, then try again.</p>'


def show_share(request: Request) -> Response:
    """The frozen page, the form that asks for its password, or the same 404 for every token that opens nothing."""
    return answer(request.path_params["token"], None)


async def open_share(request: Request) -> Response:
    """The same with the password that was typed."""
    from starlette.concurrency import run_in_threadpool

    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST:
            break
    typed = parse_qs(body[:MOST].decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    return await run_in_threadpool(answer, request.path_params["token"], typed.get("password", [""])[0])


def answer(token: str, password: str | None) -> Response:
    """What a token and a password open."""
    from starlette.responses import HTMLResponse

    try:
        page = the_store().shared(token, password)
    except PasswordNeeded as needed:
        note, status = (WAIT, 429) if needed.wait else (WRONG, 403) if needed.tried else ("", 200)
        html = PAGE.format(title="This page has a password", body=note + FORM)
        return HTMLResponse(html, status_code=status, headers=FORM_HEADERS)
    return HTMLResponse(page or GONE, status_code=200 if page else 404, headers=HEADERS)


def show_asset(request: Request) -> Response:
    """A script of shared pages from this port: as it was when the page was frozen, named by the hash of its text."""
    from starlette.responses import Response

    name = request.path_params["name"]
    body = scripts().get(name) or the_store().asset(name)
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    if body is None and name in UNNUMBERED:  # pages that version 0.1 froze
        body, kept["Cache-Control"] = UNNUMBERED[name](), "public, max-age=86400"
    if body is None:
        return Response("There is no such file.", status_code=404, media_type="text/plain")
    return Response(body, media_type="text/javascript", headers=kept)


@cache
def _plotly() -> str:
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs())


UNNUMBERED: dict[str, Callable[[], str]] = {"plotly.min.js": _plotly, "report.js": lambda: asset("report.js")}


def show_health(_request: Request) -> Response:
    """Whether this server can do its work: 200 when its database answers, else 503."""
    from starlette.responses import Response

    fine = the_store().answers()
    told = {"status": "ok" if fine else "the database does not answer", "schema": VERSION}
    kept = {"Cache-Control": "no-store"}
    return Response(json.dumps(told), 200 if fine else 503, media_type="application/json", headers=kept)


def to_library(request: Request) -> Response:
    """The library is Streamlit's first page, which has no address but the root: who types its name is sent there."""
    from starlette.responses import RedirectResponse

    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}", 307)  # relative: right behind any proxy too


def routes(prefix: str) -> list[Route]:
    """Every route under a path prefix."""
    from starlette.routing import Route

    return [
        Route(f"{prefix}/library", to_library, methods=["GET"]),
        Route(f"{prefix}/share/{{token}}", show_share, methods=["GET"]),
        Route(f"{prefix}/share/{{token}}", open_share, methods=["POST"]),
        Route(f"{prefix}/share-assets/{{name}}", show_asset),
        Route(f"{prefix}/health", show_health),
    ]
