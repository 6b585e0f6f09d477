"""HTML pages as lines: what class names hint at, where lines end, when trafilatura is asked for more."""

from __future__ import annotations

import pytest

from summariser.inputs import html
from summariser.inputs.markup import hints_of, parse, pieces

PROSE = "The council of Strandhaven closed the Carrow Bridge on Saturday after engineers had found cracks in cables. "


@pytest.mark.parametrize(
    ("names", "hints"),
    [
        ("wp-caption", {"caption"}),
        ("MostRead most-read mostpopular", {"related"}),
        ("card cardio guardrail", {"related"}),
        ("bio biography rebio", {"author"}),
        ("ad-slot top-ads shadow adsense", {"advert"}),
        ("navy nav", {"menu"}),
        ("tags stage", {"menu"}),
        ("article__body Article-Body articlebody", {"body"}),
        ("publish-time share-bar", {"date", "share"}),
        ("c1 wrapper", set()),
    ],
)
def test_class_names_hint_at_what_they_hold(names: str, hints: set[str]) -> None:
    assert hints_of(names) == hints


def test_lines_end_where_blocks_do_and_keep_their_place() -> None:
    found = pieces(
        parse(
            "<body> <div class='share'>\n <a href='/x'>Post\x07 <!-- a --> it</a> </div><p> One <b>two</b>\n three "
            "<script>no()</script>four<span class='name rollover-people-block'>card</span><br>five</p>"
            "<nav>Home</nav><p hidden>unseen</p><p style='display : none'>gone</p>"
        )
    )
    assert [(p.text, p.tag, p.linked > 0, p.hints) for p in found] == [
        ("Post it", "div", True, ("share",)),
        ("One two three four", "p", False, ()),
        ("five", "p", False, ()),
    ]


@pytest.mark.parametrize(("words", "answers"), [(30, ["fast"]), (300, ["fast", "full"])])
def test_second_opinions_are_asked_for_where_the_finding_misses_most(
    words: int, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def extracted(tree: object, fast: bool) -> str:
        asked.append("fast" if fast else "full")
        return PROSE if fast else PROSE * 4

    monkeypatch.setattr(html, "extracted", extracted)
    assert html.extraction(None, words) == (PROSE if len(answers) == 1 else PROSE * 4)
    assert asked == answers


def test_a_page_is_read_with_one_parsing_and_its_tree_is_left_as_it_was() -> None:
    tree = parse(f"<html><body><article><h1>Bridge shut</h1><p>{PROSE * 4}</p></article></body></html>")
    before = pieces(tree)
    assert html.extracted(tree, fast=True).count("Strandhaven") == 4
    assert pieces(tree) == before
