"""A real browser: by keyboard alone, single keys, parting a person, settings in a bookmark, saved pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_reading import DRAWN_FOR_QUINCE, OURS, open_page, paste, pick, settled

pytestmark = pytest.mark.browser
CLICKS = "window.clicks = 0; addEventListener('pointerdown', () => window.clicks += 1, true);"
MOST_TABS = 250


def tab_to(page: Any, here: str) -> None:
    """Press Tab until the element with the focus fulfils ``here``, an expression over ``it``."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(f"(() => {{ const it = document.activeElement; return Boolean({here}); }})()"):
            return
    raise AssertionError(f"the Tab key never came to {here}")


def named(kind: str, words: str) -> str:
    """An expression for ``tab_to``: an element of a kind that shows these words and no others."""
    return f"it.matches({kind!r}) && it.innerText.trim() === {words!r}"


def enter(page: Any, here: str) -> None:
    """Go to an element by Tab and press Enter on it."""
    settled(page)
    tab_to(page, here)
    page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def story() -> str:
    """One of our samples with a word changed, so that it is new to the library."""
    return OURS.read_text("utf-8").replace("bakery", "tiny bakery")


def test_the_main_path_by_keyboard_alone(visit: Callable[..., Any], story: str) -> None:
    reader = visit()
    page = reader.page
    page.add_init_script(CLICKS)
    page.goto(reader.address)
    page.locator(".ns-head h1").wait_for()
    settled(page)
    tab_to(page, "it.matches('textarea')")
    page.keyboard.insert_text(story)
    enter(page, named("button", "Read it"))
    page.locator("mark.ns-summary").first.wait_for()
    enter(page, named("a", "Quotes"))
    page.locator("[id^='c-q']").first.wait_for()
    enter(page, "it.matches('a.ns-jump')")
    page.wait_for_function("location.hash.startsWith('#w-q') && document.querySelector('mark:target')")
    correct_by_keys(page)
    enter(page, named("a", "Share"))
    page.get_by_role("button", name="Make a link").wait_for()
    enter(page, named("button", "Make a link"))
    page.locator("a", has_text="Open the shared page").wait_for()
    settled(page)
    tab_to(page, "it.matches('a') && it.innerText.includes('Open the shared page')")
    guest = visit()
    assert guest.page.goto(page.evaluate("document.activeElement.href")).status == 200
    assert guest.page.get_by_text("Zoë Quince").count() >= 1
    assert page.evaluate("window.clicks") == 0


def correct_by_keys(page: Any) -> None:
    """Give the first quote to Zoë Quince, on the page of quotes, without a mouse."""
    enter(page, "it.matches('summary') && it.innerText.includes('Put it right')")
    settled(page)
    tab_to(page, "it.getAttribute('aria-label')?.includes('Said by')")
    page.keyboard.press("Control+A")
    page.keyboard.type("Zoë Quince")
    page.keyboard.press("Enter")
    settled(page)
    enter(page, named("button", "Set the speaker"))
    page.locator("h3.ns-speaker", has_text="Zoë Quince").wait_for()


def left_to_check(page: Any) -> int:
    """How many guesses the page says are left; 0 when there is nothing to check."""
    settled(page)
    told = re.search(r"(\d+) guess(?:es)? to check", page.get_by_test_id("stMain").inner_text())
    return int(told[1]) if told else 0


def test_guesses_are_answered_by_single_keys(visit: Callable[..., Any], story: str) -> None:
    reader = visit()
    page = reader.page
    page.add_init_script(CLICKS)
    page.goto(f"{reader.address}/check?below=95")
    page.get_by_text("Who said this?").or_(page.get_by_text("When was this?")).first.wait_for()
    before = left_to_check(page)
    assert before >= 4
    for key, after in (("1", before - 1), ("s", before - 2), ("b", before - 1), ("s", before - 2)):
        page.keyboard.press(key)
        page.wait_for_function(
            "n => new RegExp(`(^|\\\\s)${n} guess(es)? to check`).test(document.body.innerText)",
            arg=after,
        )
        settled(page)
    page.keyboard.press("q" if page.get_by_text("Who said this?").count() else "e")
    page.get_by_text("You put right 2 things").wait_for()
    settled(page)
    assert left_to_check(page) == before - 3
    assert page.evaluate("window.clicks") == 0


def test_a_person_is_parted_in_two(visit: Callable[..., Any], story: str) -> None:
    reader = visit()
    page = reader.page
    paste(page, reader.address, story)
    page.wait_for_selector("mark.ns-summary")
    open_page(page, "Speakers")
    page.wait_for_function(DRAWN_FOR_QUINCE, arg=0)
    page.get_by_text("Something wrong? Put it right").click()
    page.get_by_role("tab", name="One is two").click()
    pick(page, "Under this name", "Ruth Adeyemi")
    pick(page, "these places are somebody else", "… mayor of Strandhaven, [Ruth Adeyemi]")
    page.keyboard.press("Escape")
    settled(page)
    page.get_by_role("combobox", name="namely").click()
    page.keyboard.type("Zoë Quince")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="Part them").click()
    page.get_by_text("You put right 1 thing").wait_for()
    page.wait_for_function(DRAWN_FOR_QUINCE.replace("=== number", ">= number"), arg=2)
    page.get_by_text("You put right 1 thing").click()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_function(DRAWN_FOR_QUINCE, arg=0)


def test_settings_are_in_the_bookmark(visit: Callable[..., Any]) -> None:
    reader = visit()
    page = reader.page
    page.goto(f"{reader.address}/summary")
    page.locator("mark.ns-summary").first.wait_for()
    pick(page, "Chosen by", "LexRank")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"sentences=7\b"))
    settled(page)
    marked = page.locator("mark.ns-summary").all_inner_texts()
    again = visit()
    again.page.goto(page.url)
    again.page.locator("mark.ns-summary").first.wait_for()
    settled(again.page)
    assert again.page.get_by_role("slider").input_value() == "7"
    assert again.page.locator("mark.ns-summary").all_inner_texts() == marked
    assert again.page.get_by_role("combobox", name="Chosen by").input_value() in ("", "LexRank")
    assert "by=lexrank" in again.page.url


def test_table_and_picture_are_saved_with_what_was_put_right(
    visit: Callable[..., Any], story: str, tmp_path: Path
) -> None:
    reader = visit(color_scheme="dark")
    page = reader.page
    paste(page, reader.address, story)
    page.wait_for_selector("mark.ns-summary")
    open_page(page, "Quotes")
    page.get_by_text("Something wrong? Put it right").click()
    pick(page, "Quote", page.locator("mark.ns-quote-direct a.ns-ref").first.inner_text())
    page.get_by_role("combobox", name="Said by").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Zoë Quince")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="Set the speaker").click()
    page.wait_for_function(DRAWN_FOR_QUINCE, arg=1)
    page.get_by_text("What is counted, and the table").click()
    saved = {kind: save(page, kind, tmp_path) for kind in ("CSV", "PNG", "SVG")}
    assert "Zoë Quince" in saved["CSV"].decode("utf-8-sig")
    assert saved["PNG"].startswith(b"\x89PNG")
    assert page.locator("h2.ns-finding").first.text_content().split()[0] in saved["SVG"].decode("utf-8")
    assert "Quince" in "".join(re.findall(r">([^<]+)<", saved["SVG"].decode("utf-8")))


def save(page: Any, kind: str, folder: Path) -> bytes:
    """What the button for a kind of file gives."""
    settled(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name=f"Download as {kind}").click()
    coming.value.save_as(folder / f"saved.{kind}")
    return (folder / f"saved.{kind}").read_bytes()


def test_a_line_goes_out_and_comes_in_by_one_click(visit: Callable[..., Any], story: str) -> None:
    reader = visit(viewport={"width": 380, "height": 800})
    page = reader.page
    paste(page, reader.address, story)
    page.wait_for_selector("mark.ns-summary")
    page.goto(page.url.replace("/summary", "/left-out"))
    page.get_by_role("button", name="Leave out").first.wait_for()
    settled(page)
    before = page.get_by_role("button", name="Put in").count()
    page.get_by_role("button", name="Leave out").first.click()
    page.wait_for_function(
        "n => [...document.querySelectorAll('button')].filter(b => b.innerText === 'Put in').length === n",
        arg=before + 1,
    )
    page.get_by_text("put right by a person").first.wait_for()
