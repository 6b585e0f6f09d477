"""What a page says of itself: the head of an HTML page, and bylines of pasted ones.  All pages are invented."""

from __future__ import annotations

import pytest

from summariser.inputs.headers import read_headers
from summariser.inputs.markup import parse
from summariser.read import read
from summariser.text.bylines import beside_day, is_person

STORY = (
    "The council of Strandhaven closed the Carrow Bridge on Saturday after engineers found cracks in two cables.\n\n"
    "Lorries now wait at the ferry, and the mayor said that the bridge would stay shut until they are replaced.\n"
)
TITLE = "Council closes Carrow Bridge over cracks"
OUTLET = '<meta property="og:site_name" content="Harbour Gazette">'


def page(head: str, body: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}<p>{STORY}</p></body></html>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f'{OUTLET}<meta property="og:title" content="{TITLE}">', "<h1>Harbour Gazette</h1>"),
        (f"<title>{TITLE} | Harbour Gazette</title>", "<h1>The bridge</h1>"),
        (f"<title>Bridge news: {TITLE} - Harbour Gazette</title>", f"<h1>News from home</h1><h1>{TITLE}</h1>"),
        ("<title>Gazette</title>", f"<h1>{TITLE}</h1>"),
    ],
)
def test_the_title_is_no_name_of_a_site_or_section(head: str, body: str) -> None:
    assert read_headers(parse(page(head, body))).title == TITLE


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (f'{OUTLET}<meta name="author" content="Harbour Gazette">', "", None),
        (f'{OUTLET}<meta name="author" content="Hannah Pell">', "", "Hannah Pell"),
        ('<meta property="article:author" content="https://gazette.example/pell">', '<a rel="author">Hannah Pell</a>',
         "Hannah Pell"),
        ('<meta property="og:site_name" content="Hannah Pell"><meta name="author" content="Hannah Pell">', "",
         "Hannah Pell"),
        (OUTLET + '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": ", Harbour Gazette"}}'
         '</script>', "", None),
    ],
)  # fmt: skip
def test_the_writer_is_not_the_site(head: str, body: str, byline: str | None) -> None:
    assert read_headers(parse(page(head, body))).byline == byline


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("w-published-date", "2026-03-14T06:03+00:00"),
        ("article.published", "2026-03-14T06:03+00:00"),
        ("cxenseparse:recs:publishtime", "2026-03-14T06:03+00:00"),
        ("last-modified", None),
        ("publisher-since", None),
    ],
)
def test_the_day_in_further_meta_elements(name: str, published: str | None) -> None:
    head = f'<meta name="{name}" content="2026-03-14T06:03:43.274Z">'
    assert read_headers(parse(page(head))).published == published


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("Hannah Pell\n14 March 2026", "Hannah Pell"),
        ("Dr Hannah Pell\n14 March 2026", "Dr Hannah Pell"),
        ("Hannah Pell and Tom Hallam\nHarbour Gazette\n14 March 2026", "Hannah Pell and Tom Hallam"),
        ("Author: Hannah Pell\n14 March 2026", "Hannah Pell"),
        ("Written\xa0by\xa0Hannah Pell\n14 March 2026", "Hannah Pell"),
        ("Posted by Hannah Pell on Saturday, March 14, 2026", "Hannah Pell"),
        ("March 14, 2026/Hannah Pell", "Hannah Pell"),
        ("Carrow Bridge\nBy Tom Hallam\nHannah Pell\n14 March 2026", "Tom Hallam"),
        ("By Hannah PellStaff Writer\n14 March 2026", "Hannah Pell"),
        ("By HANNAH PELLPUBLISHED: 14 March 2026", "HANNAH PELL"),
        ("By Hannah Pell - Harbour Correspondent\n14 March 2026", "Hannah Pell"),
        ("By HarbourPress Agency\n14 March 2026", "HarbourPress Agency"),
        ("Carrow Bridge\n14 March 2026", None),
    ],
)
def test_bylines_of_different_makes(lines: str, byline: str | None) -> None:
    assert read(f"{TITLE}\n{lines}\n\n{STORY}").byline == byline


@pytest.mark.parametrize(
    ("rights", "outlet"),
    [
        ("© Copyright 2026 Harbour Gazette", "Harbour Gazette"),
        ("© 2026 Harbour Gazette · Privacy ∙ Terms", "Harbour Gazette"),
        ("©" * 100, None),
    ],
)
def test_the_holder_of_the_rights(rights: str, outlet: str | None) -> None:
    assert (
        read(f"{TITLE}\n14 March 2026\n\n{STORY}\nMost read\nFerry fares stay the same\nContact us\n{rights}\n").outlet
        == outlet
    )


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("STRANDHAVEN, March 14 (North Coast Wire) - ", "North Coast Wire"),
        ("PORT SELENE, Valdora (NCW) — ", "NCW"),
        ("Strandhaven (the port) - ", None),
        ("The WTO (World Trade Organisation) - ", None),
        ("STRANDHAVEN — ", None),
    ],
)
def test_the_agency_in_the_dateline(dateline: str, outlet: str | None) -> None:
    assert read(f"{TITLE}\n\n14 March 2026\n\n{dateline}{STORY}").outlet == outlet


def test_what_a_name_is() -> None:
    assert is_person("Hannah J. Pell")
    assert not is_person("Hannah")
    assert not is_person("Strandhaven Council")
    assert not is_person("Hannah closes the bridge")
    assert beside_day("Updated 14 March 2026") is None
