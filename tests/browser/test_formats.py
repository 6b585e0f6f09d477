"""A real browser: every format, saved by its real producer, uploaded at once and read back; broken files among them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_reading import settled, upload

pytestmark = pytest.mark.browser
FILES = Path(__file__).resolve().parents[1] / "files"
WORDS = re.compile(r"National Cup on Sunday|ordered to leave port|old lighthouse road for nine weeks|Bronze Age")
ONE_EACH = list({p.suffix: p for p in sorted(FILES.glob("[!R]*"))}.values())  # the last of each ending
BROKEN = {
    "empty.txt": (b"", "the file is empty"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj<<", "the PDF is damaged"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(99), "it is a picture, not text"),
    "deep.json": (b"[" * 100_000, "it is no valid JSON"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "it is an old Office document"),
    "large.txt": (b"word " * 1_200_000, "6,000,000, and the limit is 5,000,000"),
}


def uploaded(page: Any, address: str, files: list[Path]) -> list[str]:
    """What the app says of each of these files."""
    upload(page, address, files)
    page.get_by_text(f"of {len(files)} files read").wait_for(timeout=90_000)
    settled(page)
    found: list[str] = page.locator(".ns-verdicts > li").all_inner_texts()
    return found


def test_every_format_is_uploaded_and_read_back(visit: Callable[..., Any], tmp_path: Path) -> None:
    good = sorted(p for p in FILES.iterdir() if p.name != "README.md")
    for name, (data, _) in BROKEN.items():
        (tmp_path / name).write_bytes(data)
    reader = visit()
    page = reader.page
    verdicts = uploaded(page, reader.address, [*good, *(tmp_path / name for name in BROKEN)])
    told = {v.split(":")[0].split()[-1]: v for v in verdicts}
    assert page.get_by_text(f"{len(good)} of {len(good) + len(BROKEN)} files read").count() == 1
    for name, (_, reason) in BROKEN.items():
        assert reason in told[name]
    for path in good:
        assert ": read, " in told[path.name]
    assert "3 articles" in told["info-zip.zip"]
    assert "2 articles" in told["s-nail.mbox"]
    assert page.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize("path", ONE_EACH, ids=lambda p: p.name)
def test_one_file_is_read_back_on_its_page(visit: Callable[..., Any], path: Path) -> None:
    reader = visit()
    page = reader.page
    page.goto(reader.address)
    page.get_by_role("tab", name="Upload").click()
    page.locator("input[type=file]").set_input_files(path)
    page.wait_for_timeout(1000)
    settled(page)
    page.get_by_role("button", name="Read them").click()
    page.locator(".ns-verdicts > li", has_text=path.name).wait_for()
    settled(page)
    page.goto(f"{reader.address}/left-out")
    page.locator(".ns-head h1").wait_for()
    settled(page)
    assert WORDS.search(page.get_by_test_id("stMain").inner_text())
