"""Compare in a real browser: two, three and twelve articles, the words behind a link, what is the same left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_reading import settled, upload

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PAIRS = sorted((ROOT / "data" / "gold" / "pairs").glob("[0-9]*.md"))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Twelve reports of six events, as files with their outlet and day."""
    folder, made = tmp_path_factory.mktemp("reports"), []
    for path in PAIRS[:6]:
        _, *both, _ = re.split(r"^## ", path.read_text("utf-8"), flags=re.M)
        for report in both:
            head, body = report.split("\n", 1)
            _, outlet, when = head.split(" · ")
            story = re.sub(r"^\d+ ", "", body, flags=re.M)
            made.append(folder / f"{len(made):02}.md")
            front = f"---\ntitle: Report {len(made)} of {outlet}\noutlet: {outlet}\npublished: {when[:10]}\n---\n"
            made[-1].write_text(f"{front}{story}", encoding="utf-8")
    return made


def add(page: Any, address: str, files: list[Path]) -> None:
    """Put files into the visitor's library."""
    upload(page, address, files)
    page.get_by_text(f"{files[-1].name}: read, ").last.wait_for()
    settled(page)


def compared(page: Any, address: str, titles: list[str]) -> None:
    """Compare with the first title open and the others beside it."""
    ids = {}
    page.goto(f"{address}/summary")
    for title in titles:
        settled(page)
        box = page.get_by_test_id("stSidebar").get_by_role("combobox", name="Article")
        box.click()
        page.keyboard.press("Control+A")
        page.keyboard.type(title)
        page.get_by_role("option", name=title, exact=True).click()
        page.locator(".ns-head h1", has_text=title).wait_for()
        settled(page)
        ids[title] = re.search(r"article=(\w+)", page.url)[1]  # type: ignore[index]
    first, *others = (ids[t] for t in titles)
    page.goto(f"{address}/compare?article={first}&beside={'~'.join(others)}")
    page.wait_for_function(f"document.querySelectorAll('.ns-sheet').length === {len(titles)}")
    settled(page)


def test_two_stand_sentence_beside_sentence(visit: Callable[..., Any]) -> None:
    reader = visit()
    page = reader.page
    page.goto(f"{reader.address}/compare")
    page.locator(".ns-row.ns-same").first.wait_for()
    settled(page)
    page.wait_for_function("document.querySelectorAll('.ns-sheet').length === 2")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .main-svg').length >= 2")
    rows, same = page.locator(".ns-row").count(), page.locator(".ns-row.ns-same").count()
    assert same >= 3
    for selector in (".ns-row.ns-same .ns-jump", "#c-f1 .ns-jump"):
        link = page.locator(selector).last
        target = link.get_attribute("href")
        link.click()
        assert page.url.endswith(target)
        assert page.locator(f"mark{target}:target").is_visible()
    page.get_by_text("Only differences").click()
    page.wait_for_function(f"document.querySelectorAll('.ns-row').length < {rows}")
    assert "rows=differences" in page.url
    clash = page.locator(".ns-row:has(mark.ns-stands)")
    assert clash.count() >= 1


def test_three_have_a_column_each(visit: Callable[..., Any], reports: list[Path]) -> None:
    reader = visit()
    page = reader.page
    add(page, reader.address, reports[:3])
    titles = [f"Report {n} of {outlet}" for n, outlet in enumerate(("Ellery Wire", "Westmark Courier"), 1)]
    compared(page, reader.address, [*titles, "Report 3 of Northern Sports Agency"])
    table = page.locator(".ns-matrix table.ns-wordy").first
    assert table.locator("thead th").all_inner_texts()[1:] == [
        "Ellery Wire",
        "Westmark Courier",
        "Northern Sports Agency",
    ]
    assert table.locator("tbody tr").count() >= 4
    link = table.locator("td .ns-jump").first
    target = link.get_attribute("href")
    link.click()
    assert page.locator(f"mark{target}:target").is_visible()
    told = page.locator(".ns-cards").first.inner_text()
    assert "Northern Sports Agency has no statement and no quotation in common with the others" in told


def test_twelve_make_a_matrix(visit: Callable[..., Any], reports: list[Path]) -> None:
    reader = visit()
    page = reader.page
    add(page, reader.address, reports)
    page.goto(f"{reader.address}/compare")
    settled(page)
    box = page.get_by_test_id("stMultiSelect").get_by_role("combobox")
    for n in range(2, 12):
        box.click()
        page.get_by_role("option").filter(has_text="Report").first.click()
        page.wait_for_function(f"document.querySelectorAll('.ns-sheet').length === {n + 1}")
        settled(page)
        page.keyboard.press("Escape")
    table = page.locator(".ns-matrix table.ns-discs")
    assert table.locator("thead th").count() == 13
    assert table.locator("tbody tr").count() >= 25
    assert page.get_by_test_id("stException").count() == 0
    again = reader.context.new_page()
    again.set_viewport_size({"width": 380, "height": 800})
    again.goto(page.url.split("#")[0])
    again.wait_for_function("document.querySelectorAll('.ns-sheet').length === 12")
    settled(again)
    assert again.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
