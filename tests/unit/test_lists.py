"""Lists of other stories within an article, captions and dates beside it: pages of different makes, all invented."""

from __future__ import annotations

import pytest

from summariser.read import read
from summariser.text.lines import see_lines
from summariser.text.lists import lists_out
from summariser.text.stamps import find_stamp

STORY = (
    "The council of Strandhaven closed the Carrow Bridge on Saturday after engineers found cracks in two cables.",
    "Lorries now wait at the ferry, and the mayor, Ruth Adeyemi, said that the bridge would stay shut for weeks.",
    "“We acted by breakfast,” Ms Adeyemi said, and thanked the engineers who had found the cracks in the night.",
    "About 14,000 vehicles cross the bridge on a weekday, a fifth of them lorries on their way to the port.",
    "The ferry company said that it would run two more boats from Monday, and that fares would not rise.",
)
TITLES = (
    "Ferry fares to stay the same until spring",
    "Swimmer rescued off Eastmere pier after an hour",
    "Moorland farmers ask for help with flooded fields",
)
BLURBS = (
    "The ferry company has promised that a single ticket will cost the same until the first of April.",
    "A man of 40 was brought ashore by the lifeboat on Friday evening after an hour in the water.",
)
HEAD = "Home\nNews\nSport\nSign in\n\nCouncil closes Carrow Bridge over cracks\n\nBy Hannah Pell\n14 March 2026, 18:05"
READ = ("body", "subhead", "standfirst")


def kept(page: str) -> list[str]:
    """What is read of the page."""
    return [page[b.start : b.end] for b in read(page).blocks if b.role in READ]


@pytest.mark.parametrize(
    "between",
    [
        "Most read\n" + "\n".join(TITLES),
        "Trending\n\n" + "\n\n".join(TITLES),
        f"Related articles\n\n{TITLES[0]}\n{BLURBS[0]}\n\n{TITLES[1]}\n{BLURBS[1]}",
        f"Most read\n{TITLES[0]}\n2 hours ago\n{TITLES[1]}\n3 hours ago",
        "Recommended Stories\nlist of 2 items\nlist 1 of 2\n"
        + TITLES[0]
        + "\nlist 2 of 2\n"
        + TITLES[1]
        + "\nend of list",
        f"RELATED: {TITLES[0]}",
        f"Read more: {TITLES[0]}",
    ],
)
def test_other_stories_between_two_paragraphs(between: str) -> None:
    page = "\n\n".join((HEAD, *STORY[:3], between, *STORY[3:]))
    assert kept(page) == list(STORY)


def test_a_subhead_worded_like_an_opener_stays() -> None:
    page = "\n\n".join((HEAD, *STORY[:3], "The latest", *STORY[3:]))
    assert kept(page) == [*STORY[:3], "The latest", *STORY[3:]]


def test_the_label_of_a_table_opens_no_list() -> None:
    cell = "\n".join(("Recommended for", *TITLES))
    lines = see_lines(f"{cell}\n{cell}\n{cell}")
    assert lists_out(lines, [1] * len(lines), 1, 2) == [1] * len(lines)
    assert lists_out(lines[:5], [1] * 5, 1, 2) == [2] * 4 + [1]


def test_the_line_below_the_words_image_caption_is_one() -> None:
    picture = "Image source, Harbour Pictures\nImage caption,\nThe bridge was shut at six"
    page = "\n".join(("Council closes Carrow Bridge over cracks", picture, "By Hannah Pell", *STORY))
    article = read(page)
    assert article.title == "Council closes Carrow Bridge over cracks"
    assert [page[b.start : b.end] for b in article.blocks if b.role == "caption"][-1] == "The bridge was shut at six"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Council closes Carrow Bridge after\nengineers find cracks in two cables",
            "Council closes Carrow Bridge after engineers find cracks in two cables",
        ),
        (
            "Harbour Gazette | Council closes Carrow Bridge over cracks\n\nCouncil closes Carrow Bridge over cracks",
            "Council closes Carrow Bridge over cracks",
        ),
    ],
)
def test_headlines_broken_and_with_the_name_of_the_site(head: str, title: str) -> None:
    assert read("\n\n".join((head, "14 March 2026", *STORY))).title == title


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("March 14, 2026 | Updated: March 15, 2026 7:10 a.m.", "2026-03-14"),
        ("PUBLISHED: 18:05, 14 March 2026 | UPDATED: 19:22, 14 March 2026", "2026-03-14T18:05"),
        ("14 March 2026 -- Updated 1822 GMT", "2026-03-14T18:22+00:00"),
    ],
)
def test_a_date_has_the_time_beside_it_and_not_that_of_the_update(line: str, value: str) -> None:
    stamp = find_stamp(line)
    assert stamp is not None
    assert stamp.value == value


def test_a_byline_in_capitals() -> None:
    page = "\n\n".join(("Council closes Carrow Bridge over cracks", "By HANNAH PELL FOR THE GAZETTE", *STORY))
    assert read(page).byline == "HANNAH PELL"
