"""What a server prints: neither an article's words nor the token of a link, also when a visitor errs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
TEXT = (
    "Zebracrossing closed\n\nThe mayor of Strandhaven, Ruth Adeyemi, closed the zebracrossing on Saturday.\n\n"
    "“We had no choice,” Ms Adeyemi said.\n"
)


def test_words_and_tokens_are_never_logged(visit: Callable[..., Any], place: Path) -> None:
    reader, guest = visit(), visit()
    page = reader.page
    page.goto(reader.address)
    page.get_by_label("The article, as copied from its page").fill("Zebracrossing")
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("there is no article in it").wait_for()
    page.get_by_label("The article, as copied from its page").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector("ol.ns-cards li")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Share", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("a", has_text="Open the shared page").get_attribute("href")
    token = link.rsplit("/", 1)[1]
    assert guest.page.goto(link).status == 200
    assert "zebracrossing" in guest.page.content()
    assert guest.page.goto(f"{link}/more").status in (200, 404)
    assert guest.page.goto(link[:-1]).status == 404
    told = (place / "log").read_text("utf-8", "replace")
    assert "News Summariser is at" in told
    assert "zebracrossing" not in told.casefold()
    assert token[:-1] not in told
