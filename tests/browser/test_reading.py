"""A real browser: paste a page, read it, share it, open the link as somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
MALTA = ROOT.parent / "shared" / "articles" / "malta-osce.txt"
OURS = ROOT / "data" / "samples" / "bridge-harbour-gazette.txt"
PAGES = ["library", "summary", "quotes", "timeline", "speakers", "check", "left-out", "compare", "share-links"]

DRAWN_FOR_QUINCE = """(number) => [...document.querySelectorAll('.js-plotly-plot')].filter(
    plot => [...plot.querySelectorAll('.ytick')].some(tick => /Quince/.test(tick.textContent))).length === number"""


@pytest.fixture(scope="module")
def text() -> str:
    """The Malta page; our own sample where the shared folder is not there, with a word more so that it is new."""
    if MALTA.exists():
        return MALTA.read_text("utf-8")
    return OURS.read_text("utf-8").replace("bakery", "small bakery")


def open_page(page: Any, name: str) -> None:
    """One of the pages by its link in the side bar."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    page.wait_for_function(f"document.querySelector('[aria-current=page]')?.innerText.includes({name!r})")
    page.wait_for_timeout(1200)
    settled(page)


def settled(page: Any) -> None:
    """Until the app has drawn all it has to: a menu opened before that is closed again by the drawing."""
    page.wait_for_function("document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'")
    page.wait_for_timeout(300)


def pick(page: Any, label: str, option: str) -> None:
    """Choose from a menu the option that begins with ``option``, as often as the menu is drawn anew meanwhile."""
    wanted = page.get_by_role("option", name=re.compile(rf"^{re.escape(option)}(?!\w)")).first
    for _ in range(5):
        settled(page)
        page.get_by_role("combobox", name=label, exact=True).click()
        try:
            wanted.click(timeout=4_000)
        except Exception:  # the menu was closed by a drawing: open it again
            page.keyboard.press("Escape")
        else:
            return settled(page)
    raise AssertionError(f"the menu {label!r} never offered {option!r}")


def upload(page: Any, address: str, files: list[Path]) -> None:
    """Hand in files and have them read; the caller waits for what the app says of them."""
    page.goto(address)
    page.get_by_role("tab", name="Upload").click()
    page.locator("input[type=file]").set_input_files(files)
    page.wait_for_timeout(2500)
    settled(page)
    page.get_by_role("button", name="Read them").click()


def paste(page: Any, address: str, text: str) -> None:
    page.goto(address)
    page.get_by_label("The article, as copied from its page").fill(text)
    page.get_by_role("button", name="Read it").click()


def test_paste_read_share_and_open_as_somebody_else(visit: Callable[..., Any], text: str) -> None:
    reader = visit()
    page = reader.page
    paste(page, reader.address, text)
    page.locator("mark.ns-summary").first.wait_for()
    settled(page)
    assert 1 <= page.locator("mark.ns-summary").count() <= 5
    open_page(page, "Quotes")
    page.wait_for_selector(".js-plotly-plot .barlayer path")
    page.locator("mark[class^='ns-quote']").first.wait_for()
    settled(page)
    quotes = page.locator("[id^='c-q']").count()
    assert quotes >= 3
    assert page.locator("mark[class^='ns-quote']").count() >= quotes
    open_page(page, "Timeline")
    page.wait_for_selector(".js-plotly-plot .scatterlayer path", state="attached")
    page.wait_for_function("document.querySelectorAll('[id^=c-e]').length >= 3")
    open_page(page, "Speakers")
    page.wait_for_selector(".js-plotly-plot .scatterlayer path", state="attached")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot').length === 3")
    open_page(page, "Share")
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("a", has_text="Open the shared page").get_attribute("href")
    assert re.fullmatch(re.escape(reader.address) + r"/share/[\w-]{43}", link)
    look_at_share(visit(), link, quotes)


def look_at_share(guest: Any, link: str, quotes: int) -> None:
    """The shared page as a stranger sees it: everything there, nothing to set, no word on the console."""
    said: list[str] = []
    guest.page.on("console", lambda message: said.append(message.text))
    answer = guest.page.goto(link)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    guest.page.locator(".picture .main-svg").nth(3).wait_for(state="attached")
    assert guest.page.locator("[id^='c-a0q']").count() == quotes
    assert guest.page.locator("mark[class*='ns-summary']").count() >= 1
    assert guest.page.locator("form, input, textarea, iframe").count() == 0
    assert guest.context.cookies() == []
    assert said == []


def test_a_closed_link_and_a_wrong_one_answer_alike(visit: Callable[..., Any]) -> None:
    reader, guest = visit(), visit()
    page = reader.page
    page.goto(f"{reader.address}/share-links")
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("a", has_text="Open the shared page").get_attribute("href")
    assert guest.page.goto(link).status == 200
    page.get_by_role("button", name="Close this link").click()
    page.get_by_text("revoked").wait_for()
    told = []
    for place in (link, f"{reader.address}/share/{'x' * 43}"):
        answer = guest.page.goto(place)
        told.append((answer.status, guest.page.content()))
    assert told[0] == told[1]
    assert told[0][0] == 404


def test_a_card_jumps_to_its_words_and_back(visit: Callable[..., Any]) -> None:
    reader = visit()
    reader.page.goto(f"{reader.address}/quotes")
    card = reader.page.locator("[id^='c-q']").last
    card.wait_for()
    settled(reader.page)  # words drawn anew after the jump would no longer be its target
    words = "#" + str(card.get_attribute("id")).replace("c-", "w-")
    card.locator("a.ns-jump").click()
    assert reader.page.url.endswith(words)
    assert reader.page.locator(f"mark{words}:target").is_visible()
    reader.page.locator(f"mark{words} a.ns-ref").click()
    assert reader.page.locator("li[id^='c-q']:target").count() == 1


def test_a_bar_jumps_to_the_words(visit: Callable[..., Any]) -> None:
    reader = visit()
    reader.page.goto(f"{reader.address}/quotes")
    reader.page.locator(".js-plotly-plot .barlayer path").first.wait_for()
    settled(reader.page)
    reader.page.wait_for_timeout(800)
    box = reader.page.locator(".js-plotly-plot .barlayer path").first.bounding_box()
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.page.wait_for_function("location.hash.startsWith('#w-q') && document.querySelector('mark:target')")


def test_a_speaker_is_corrected_and_everything_follows(visit: Callable[..., Any], text: str) -> None:
    reader = visit()
    page = reader.page
    paste(page, reader.address, text)
    page.wait_for_selector("mark.ns-summary")
    open_page(page, "Quotes")
    page.get_by_text("Something wrong? Put it right").click()
    number = page.locator("mark.ns-quote-direct a.ns-ref").first.inner_text()
    pick(page, "Quote", number)
    page.get_by_role("combobox", name="Said by").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Zoë Quince")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Set the speaker").click()
    page.locator("h3.ns-speaker", has_text="Zoë Quince").wait_for()
    page.wait_for_function(DRAWN_FOR_QUINCE, arg=1)
    open_page(page, "Speakers")
    page.wait_for_function(DRAWN_FOR_QUINCE, arg=3)
    page.get_by_text("You put right 1 thing").click()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_function(DRAWN_FOR_QUINCE, arg=0)


def test_twenty_files_each_get_a_verdict(visit: Callable[..., Any], tmp_path: Path) -> None:
    story = OURS.read_text("utf-8")
    files = []
    for n in range(18):
        files.append(tmp_path / f"story-{n}.txt")
        files[-1].write_text(story.replace("Carrow", f"Carrow{n}"), encoding="utf-8")
    files += [tmp_path / "empty.txt", tmp_path / "large.txt"]
    files[-2].write_text("", encoding="utf-8")
    files[-1].write_text("word " * 1_200_000, encoding="utf-8")
    reader = visit()
    reader.page.goto(reader.address)
    reader.page.get_by_role("tab", name="Upload").click()
    reader.page.locator("input[type=file]").set_input_files(files)
    reader.page.wait_for_timeout(2500)
    settled(reader.page)
    reader.page.get_by_role("button", name="Read them").click()
    reader.page.get_by_text("large.txt: ").last.wait_for()
    verdicts = reader.page.locator(".ns-verdicts > li").all_inner_texts()
    assert len(verdicts) == 20
    assert sum(": read, " in v for v in verdicts) == 18
    assert all("large.txt" in v or "empty.txt" in v for v in verdicts[:2])
    assert reader.page.get_by_text("18 of 20 files read").count() == 1
    assert reader.page.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize("bad", ["", "\x00\x01\x02 ÿØÿà" * 3])
def test_a_bad_paste_is_told_in_a_sentence(visit: Callable[..., Any], bad: str) -> None:
    reader = visit()
    paste(reader.page, reader.address, bad)
    alert = reader.page.get_by_test_id("stAlert")
    alert.wait_for()
    assert "there is no article in it" in alert.inner_text()
    assert reader.page.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize(
    "options",
    [{"viewport": {"width": 380, "height": 800}}, {"color_scheme": "dark"}],
    ids=["phone", "dark"],
)
def test_every_page_fits_and_is_free_of_errors(visit: Callable[..., Any], options: dict[str, Any]) -> None:
    reader = visit(**options)
    for name in PAGES:
        reader.page.goto(f"{reader.address}/{'' if name == 'library' else name}")
        reader.page.locator(".ns-head").first.wait_for()
        settled(reader.page)
        reader.page.wait_for_timeout(700)
        assert reader.page.get_by_test_id("stException").count() == 0
        assert reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0


def test_a_view_is_bookmarked_and_opened_again(visit: Callable[..., Any]) -> None:
    reader = visit()
    reader.page.goto(reader.address)
    reader.page.get_by_test_id("stMain").get_by_role("button", name="Open", exact=True).nth(2).click()
    reader.page.wait_for_url("**/summary?article=*")
    reader.page.locator(".ns-head h1").wait_for()
    title = reader.page.locator(".ns-head h1").inner_text()
    open_page(reader.page, "Quotes")
    kept = reader.page.url
    again = visit()
    again.page.goto(kept)
    again.page.locator(".ns-head h1").wait_for()
    assert again.page.locator(".ns-head h1").inner_text() == title


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_barrier(visit: Callable[..., Any], scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python").Axe()
    reader = visit(color_scheme=scheme)
    page, found = reader.page, []
    for name in PAGES:
        page.goto(f"{reader.address}/{'' if name == 'library' else name}")
        page.locator(".ns-head").first.wait_for()
        settled(page)
        page.wait_for_timeout(1200)
        found += [(name, *barrier) for barrier in barriers(axe, page)]
    page.get_by_role("button", name="Make a link").click()
    page.goto(page.locator("a", has_text="Open the shared page").get_attribute("href"))
    page.wait_for_selector(".picture .main-svg")
    assert found + [("shared", *barrier) for barrier in barriers(axe, page)] == []


def barriers(axe: Any, page: Any) -> list[tuple[str, str]]:
    """What axe-core calls serious or critical, with the first place of each."""
    rows = axe.run(page).response["violations"]
    return [(r["id"], r["nodes"][0]["html"][:120]) for r in rows if r["impact"] in ("serious", "critical")]
