"""Visitors: a signed cookie each, a private library each; what is forged, guessed or another's opens nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dashboard import visitors
from dashboard.routes import routes
from dashboard.server import BASE_URL, DATABASE, LIBRARY, the_store
from dashboard.store import Store
from dashboard.store.passwords import TRIES
from dashboard.visitors import COOKIE, Visitor, number_of, owner_of, signed
from summariser.model import Corrections, Document

NUMBER = "n" * 43
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv(DATABASE, str(tmp_path / "library.sqlite"))
    monkeypatch.setenv(LIBRARY, "private")
    monkeypatch.delenv(BASE_URL, raising=False)
    return the_store()


def asked(app: Any, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """What an ASGI application answers."""
    told: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        told.append(message)

    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": [(k.encode(), v.encode("latin-1")) for k, v in headers.items()],
             "root_path": "", "scheme": "http", "http_version": "1.1"}  # fmt: skip
    with ThreadPoolExecutor(1) as apart:  # a browser test of the same run may have left its loop running in this thread
        apart.submit(asyncio.run, app(scope, receive, send)).result()
    found = {k.decode(): v.decode() for k, v in told[0].get("headers", ())}
    return told[0]["status"], found, b"".join(m.get("body", b"") for m in told[1:])


@pytest.fixture
def visit() -> Callable[..., str]:
    """The cookie that a visit to the first page sets; empty where it sets none."""

    async def page(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b"<p>"})

    def go(path: str = "/", **headers: str) -> str:
        return asked(Visitor(page), path, **headers)[1].get("set-cookie", "")

    return go


@pytest.fixture
def site() -> Any:
    from starlette.applications import Starlette

    return Starlette(routes=routes(""))


def test_the_name_of_the_library_leads_to_the_first_page(site: Any) -> None:
    status, headers, _ = asked(site, "/library")
    assert (status, headers["location"]) == (307, "./")


def test_a_visitor_gets_one_cookie_that_scripts_cannot_read(visit: Callable[..., str]) -> None:
    cookie = visit()
    assert cookie.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    again = cookie.split(";")[0]
    assert visit(cookie=again) == ""
    assert visit(cookie=f"other=1; {again}; more=2") == ""
    assert visit() != cookie


def test_only_pages_set_a_cookie(visit: Callable[..., str]) -> None:
    for path in ("/share/x", "/share-assets/draw.js", "/health", "/static/x.css", "/_stcore/health"):
        assert visit(path) == ""


def test_behind_https_and_a_prefix_the_cookie_stays_there(
    visit: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(BASE_URL, "https://news.example/desk")
    parts = visit("/desk/").split("; ")
    assert {"Secure", "Path=/desk"} <= set(parts)
    assert visit("/desk/share/x") == ""


@pytest.mark.parametrize(
    "forged",
    ["", NUMBER, f"{NUMBER}.", f"{NUMBER}.{'0' * 64}", f"{NUMBER}.é", "x", ".", f"{NUMBER}.{NUMBER}.{NUMBER}"],
)
def test_a_forged_cookie_is_replaced_and_opens_nothing(visit: Callable[..., str], forged: str) -> None:
    assert number_of(forged) is None
    fresh = visit(cookie=f"{COOKIE}={forged}")
    assert fresh.startswith(f"{COOKIE}=")
    assert NUMBER not in fresh
    assert owner_of(forged, {}, "alone") == owner_of(None, {}, "alone") != owner_of(signed(NUMBER), {}, "alone")


def test_the_signature_belongs_to_its_number_and_its_server(store: Store, tmp_path: Path) -> None:
    good = signed(NUMBER)
    assert number_of(good) == NUMBER
    assert number_of("m" * 43 + good[43:]) is None
    assert number_of(good[:-1] + ("0" if good[-1] != "0" else "1")) is None
    assert store.key("cookie") != Store(tmp_path / "other.sqlite").key("cookie")


def test_a_number_of_the_first_version_is_signed_only_with_articles(visit: Callable[..., str], store: Store) -> None:
    assert NUMBER not in visit(cookie=f"{COOKIE}={NUMBER}")
    store.keep(visitors.digest(NUMBER), Document("", "x", "The mayor closed the pier."))
    assert f"{COOKIE}={signed(NUMBER)}" in visit(cookie=f"{COOKIE}={NUMBER}")


def test_two_visitors_never_meet(visit: Callable[..., str], store: Store) -> None:
    mine, other = (owner_of(visit().split(";")[0].split("=", 1)[1], {}, "alone") for _ in range(2))
    key = store.keep(mine, Document("", "x", "The mayor closed the pier.", "Pier"))
    (kept,) = store.library(mine)
    token = store.share(mine, "Pier", "<p>x</p>", "[]")
    (share,) = store.shares(mine)
    assert store.find(mine, kept.name) == kept
    assert (store.find(other, kept.name), store.library(other), store.shares(other)) == (None, [], [])
    assert store.count(other, "pier") == 0
    store.correct(other, key, Corrections(published="2026-01-01"))
    store.remove(other, key)
    assert not store.revoke(other, share.hash)
    assert store.library(mine) == [kept]
    assert store.shared(token) == "<p>x</p>"


def test_accounts_and_a_newsroom(monkeypatch: pytest.MonkeyPatch) -> None:
    ann, other = ({"is_logged_in": True, "iss": "https://id.example", "sub": name} for name in ("ann", "bob"))
    assert owner_of(None, ann, "a") == owner_of(signed(NUMBER), ann, "b") != owner_of(None, other, "a")
    assert owner_of(None, ann | {"iss": "https://elsewhere.example"}, "a") != owner_of(None, ann, "a")
    monkeypatch.setenv(LIBRARY, "shared")
    assert owner_of(None, ann, "a") == owner_of(None, {}, "b") == visitors.EVERYBODY


def opening(site: Any, token: str, password: str | None = None) -> Answer:
    if password is None:
        return asked(site, f"/share/{token}")
    return asked(site, f"/share/{token}", "POST", f"password={password}".encode())


def test_a_password_opens_a_page(site: Any, store: Store) -> None:
    token = store.share("me", "a", "<p>x</p>", "[]", password="open sesame")
    form = opening(site, token)
    assert form[0] == 200
    assert b'type="password"' in form[2]
    assert b"<p>x</p>" not in form[2]
    assert "form-action 'self'" in form[1]["content-security-policy"]
    assert form[1]["cache-control"] == "no-store"
    wrong = opening(site, token, "sesame")
    assert (wrong[0], b"not the password" in wrong[2]) == (403, True)
    assert opening(site, token, "open+sesame")[::2] == (200, b"<p>x</p>")


def test_closed_pages_answer_any_password_alike(site: Any, store: Store) -> None:
    over, closed, bare_over = (
        store.share("me", "over", "x", "[]", days=-1, password="right"),
        store.share("me", "closed", "x", "[]", password="right"),
        store.share("me", "bare", "x", "[]", days=-1),
    )
    store.revoke("me", next(s.hash for s in store.shares("me") if s.title == "closed"))
    answers = {
        repr(opening(site, token, password))
        for token in (over, closed, bare_over, "w" * 43, "é", "x")
        for password in (None, "right", "wrong", "")
    }
    assert len(answers) == 1
    assert answers.pop().startswith("(404, ")


def test_many_wrong_passwords_must_wait_and_long_bodies_are_cut(site: Any, store: Store) -> None:
    token = store.share("me", "a", "<p>x</p>", "[]", password="right")
    assert opening(site, token, "x" * 100_000)[0] == 403
    told = [opening(site, token, "wrong")[0] for _ in range(TRIES)]
    assert told == [403] * (TRIES - 1) + [429]
    assert opening(site, token, "right")[0] == 429


def test_health_tells_of_the_database(site: Any, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    status, headers, body = asked(site, "/health")
    assert (status, headers["cache-control"]) == (200, "no-store")
    assert b'"status": "ok"' in body
    monkeypatch.setattr(type(store), "answers", lambda self: False)
    assert asked(site, "/health")[0] == 503
