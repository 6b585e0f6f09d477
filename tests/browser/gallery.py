"""Pictures of every page, to be looked at by people: ``python tests/browser/gallery.py FOLDER [CASE …]``.

Each page in light, dark and on a phone; with no article, one, the samples, very long names, eighty events; and what a
share link shows.  Sheets put the looks of one page side by side.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conftest import ARGS, NAMES, ROOT, Visit

PAGES = ("library", "summary", "quotes", "timeline", "speakers", "check", "left-out", "compare", "share-links")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1360, "height": 900}},
    "dark": {"viewport": {"width": 1360, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 380, "height": 800}, "is_mobile": True, "has_touch": True},
}
TALLEST = 3600  # pixels of a page that are kept
WIDEST = 1000  # pixels of a look on a sheet
DONE = "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
HEIGHT = "Math.max(document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0, document.body.scrollHeight)"
LONG = (
    "Dr Maximiliane Featherstonehaugh-Oberlechner von und zu Waldenburg-Schillingsfürst",
    "the North Strandhaven and Outer Islands Joint Committee for Coastal Protection and Harbour Maintenance",
)
NAMES_OF_EVENTS = ("Ruth Adeyemi", "Tom Hallam", "Ines Korhonen", "Marek Dvorak", "Leila Osei", "Alan Pryce")
DEEDS = ("opened the northern bridge", "closed the western pier", "signed the small treaty", "sold the central ferry")
MONTHS = ("January", "March", "May", "July", "October")


def long_names() -> str:
    """An article whose people, body and headline have very long names."""
    who, body = LONG
    return (
        "Committee for Coastal Protection splits over harbour wall after the longest sitting in its two-hundred-year "
        "history, and nobody who was there agrees on why\n\nBy Wilhelmina Hollingsworth-Carruthers\n\n14 March 2026\n\n"
        f"{who}, chair of {body}, resigned on Friday.\n\n"
        f"“We were never told that the wall had moved by eleven centimetres in a single winter,” said {who}. “She was "
        "told twice,” said Bartholomew Cholmondeley-Warrington-Smythe, the harbour master of Strandhaven.\n\n"
        f"{LONG[1][0].upper()}{LONG[1][1:]} will meet again on 2 April 2026. Cholmondeley-Warrington-Smythe denied on "
        "Monday that he had hidden a report. “I have hidden nothing from anybody at any time,” he said.\n"
    )


def eighty_events() -> str:
    """An article that tells of eighty days."""
    told = [
        f"{NAMES_OF_EVENTS[n % 6]} {DEEDS[n % 4]} on {1 + n * 7 % 28} {MONTHS[n % 5]} {1946 + n}." for n in range(80)
    ]
    runs = "\n\n".join(" ".join(told[n : n + 3]) for n in range(0, 80, 3))
    return f"Eighty days that made Strandhaven\n\n14 March 2026\n\n{runs}\n\n“It had to be done,” Adeyemi said.\n"


def cases(folder: Path) -> dict[str, list[str]]:
    """Name of each case -> the files that the dashboard starts with; none are the samples."""
    texts = {"empty": "", "long": long_names(), "events": eighty_events()}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    made = {name: [str(folder / f"{name}.txt")] for name in texts}
    return made | {"many": [], "one": [str(ROOT / "data" / "samples" / "storm-island-herald.md")]}


@contextmanager
def dashboard(files: list[str], folder: Path) -> Iterator[str]:
    """The address of a dashboard with these files."""
    command = [sys.executable, "-m", "dashboard.cli", "dashboard", "--no-browser", "--port", "9340", *files]
    server = subprocess.Popen(
        [*command, "--database", str(folder / "library.sqlite")],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        yield server.stdout.readline().split(" at ")[1].split()[0]
    finally:
        server.terminate()
        server.wait(20)


def shoot(page: Any, path: Path, options: dict[str, Any]) -> None:
    """The whole of a page, as high as it is."""
    size = options["viewport"]
    page.wait_for_timeout(1000)
    high = min(TALLEST, max(size["height"], page.evaluate(HEIGHT)))
    page.set_viewport_size(size | {"height": high})
    page.wait_for_timeout(700)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def look(visit: Visit, options: dict[str, Any], stem: str, name: str, out: Path) -> None:
    """Every page in one look, and what a share link of the open article shows."""
    page = visit.page
    for at in PAGES:
        page.goto(f"{visit.address}/{'' if at == 'library' else at}")
        page.locator(".ns-head, [data-testid=stAlert]").first.wait_for()
        page.wait_for_function(DONE)
        shoot(page, out / f"{stem}-{at}-{name}.png", options)
    if page.get_by_role("button", name="Make a link").count():
        page.get_by_role("button", name="Make a link").click()
        page.goto(page.locator("a", has_text="Open the shared page").get_attribute("href"))
        page.wait_for_selector(".picture .main-svg")
        shoot(page, out / f"{stem}-shared-{name}.png", options)


def sheet(out: Path, stem: str, at: str) -> None:
    """The looks of one page side by side."""
    from PIL import Image

    paths = [p for p in (out / f"{stem}-{at}-{name}.png" for name in LOOKS) if p.exists()]
    shown = []
    for path in paths:
        image = Image.open(path).convert("RGB")
        wide = min(image.width, WIDEST)
        shown.append(image.resize((wide, image.height * wide // image.width)))
    if shown:
        whole = Image.new("RGB", (sum(i.width + 12 for i in shown), max(i.height for i in shown)), "#b00000")
        left = 0
        for image in shown:
            whole.paste(image, (left, 0))
            left += image.width + 12
        (out / "sheets").mkdir(exist_ok=True)
        whole.save(out / "sheets" / f"{stem}-{at}.png")


def main(out: Path, wanted: list[str]) -> None:
    """All pictures of the cases that are wanted."""
    from playwright.sync_api import sync_playwright

    out.mkdir(parents=True, exist_ok=True)
    path = next(filter(None, map(shutil.which, NAMES)))
    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGS)
        for stem, files in cases(Path(place)).items():
            if wanted and stem not in wanted:
                continue
            (Path(place) / stem).mkdir()
            with dashboard(files, Path(place) / stem) as address:
                for name, options in LOOKS.items():
                    visit = Visit(browser, address, **options)
                    look(visit, options, stem, name, out)
                    visit.context.close()
            for at in (*PAGES, "shared"):
                sheet(out, stem, at)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
