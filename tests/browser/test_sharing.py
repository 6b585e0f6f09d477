"""Shared pages and files in a real browser: a password, a link that runs out, the offline page opened from the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_reading import pick, settled

pytestmark = pytest.mark.browser


def link_of(page: Any) -> str:
    """Make a link and read it."""
    page.get_by_role("button", name="Make a link").click()
    found = page.locator("a", has_text="Open the shared page")
    found.wait_for()
    settled(page)
    return str(found.get_attribute("href"))


def test_a_password_opens_the_page(visit: Callable[..., Any]) -> None:
    reader, guest = visit(), visit()
    reader.page.goto(f"{reader.address}/share-links")
    box = reader.page.get_by_label("Password (may be empty)")
    box.wait_for()
    settled(reader.page)
    box.fill("Seagull 7")
    link = link_of(reader.page)
    said: list[str] = []
    page = guest.page
    page.on("console", lambda message: said.append(message.text))
    assert page.goto(link).status == 200
    assert "Carrow" not in page.content()
    page.get_by_label("Who shared it with you").fill("seagull 7")
    page.get_by_role("button", name="Open").click()
    page.get_by_role("alert").wait_for()
    assert "That is not the password" in page.content()
    assert "Carrow" not in page.content()
    page.get_by_label("Who shared it with you").fill("Seagull 7")
    page.get_by_role("button", name="Open").click()
    page.locator(".picture .main-svg").nth(3).wait_for(state="attached")
    assert [text for text in said if "403" not in text] == []  # the browser itself notes the refused answer


def test_a_link_runs_out(visit: Callable[..., Any], place: Path) -> None:
    reader, guest = visit(), visit()
    reader.page.goto(f"{reader.address}/share-links")
    reader.page.get_by_role("button", name="Make a link").wait_for()
    pick(reader.page, "The link runs out", "After a day")
    link = link_of(reader.page)
    assert guest.page.goto(link).status == 200
    reader.page.get_by_text("runs out in 1 day").wait_for()
    with sqlite3.connect(place / "library.sqlite", timeout=20) as db:
        changed = db.execute("UPDATE shares SET expires = expires - 86400 WHERE expires IS NOT NULL").rowcount
    db.close()
    assert changed >= 1
    assert guest.page.goto(link).status == 404
    gone = guest.page.content()
    assert guest.page.goto(f"{reader.address}/share/{'y' * 43}").status == 404
    assert guest.page.content() == gone


def test_the_offline_page_opens_from_the_disk(visit: Callable[..., Any], tmp_path: Path) -> None:
    reader, guest = visit(), visit()
    page = reader.page
    page.goto(f"{reader.address}/share-links")
    page.get_by_text("Download instead").click()
    settled(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download", exact=True).click()
    saved = tmp_path / coming.value.suggested_filename
    coming.value.save_as(saved)
    assert saved.suffix == ".html"
    said: list[str] = []
    guest.page.on("console", lambda message: said.append(message.text))
    guest.context.set_offline(True)
    guest.page.goto(saved.as_uri())
    guest.page.locator(".picture .main-svg").nth(3).wait_for(state="attached")
    guest.page.locator("a.ns-jump").first.click()
    assert guest.page.locator("mark:target").is_visible()
    assert guest.requests == [saved.as_uri()]
    guest.requests.clear()  # the file itself is no request to anybody
    assert said == []
