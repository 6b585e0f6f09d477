"""Which line is taken for the headline, and the day by the newsroom's clock."""

from __future__ import annotations

import pytest

from summariser.read import read
from summariser.text.headline import choose, is_trail, tell
from summariser.text.lines import see_lines
from summariser.train.headlines import Choice, fit, same

STORY = (
    "The council of Strandhaven closed the Carrow Bridge on Saturday after engineers found cracks in two cables.\n\n"
    "Lorries now wait at the ferry, and the mayor said that the bridge would stay shut until they are replaced.\n\n"
    "“We acted by breakfast,” she said, and thanked the engineers who had found the cracks in the night.\n"
)
MENU = "Home\nNews\nSport\nWeather\nJobs\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # a deck right below says more of the story's words
        (
            "Council closes Carrow Bridge over cracks\n\n"
            "The Carrow Bridge in Strandhaven stays shut until two cracked cables are replaced\n\nBy Hannah Pell\n\n",
            "Council closes Carrow Bridge over cracks",
        ),
        # the way to the page ends with the headline and comes first
        (
            "Home > News > Strandhaven > Council closes bridge over cracks\nCouncil closes bridge over cracks\n\n"
            "14 March 2026\n\n",
            "Council closes bridge over cracks",
        ),
        (
            "Home  Roads and Rails  Bridges of Strandhaven & the Council's Engineers\nFour cracked cables too many\n"
            "14 March 2026\n\n",
            "Four cracked cables too many",
        ),
        # a caption below the first paragraph is none
        (
            "Four cables and a ferry queue\n14 March 2026\n\n"
            "The council of Strandhaven closed the Carrow Bridge on Saturday after engineers found cracks.\n\n"
            "The Carrow Bridge of Strandhaven seen from the ferry\n\n",
            "Four cables and a ferry queue",
        ),
    ],
)
def test_the_headline_among_its_rivals(head: str, title: str) -> None:
    assert read(f"{MENU}\n{head}{STORY}").title == title


def test_the_way_to_a_page_is_no_headline() -> None:
    assert is_trail("Home > Tech > Laptops")
    assert is_trail("News » Sport » Rowing")
    assert not is_trail("Rowers > sailors, says coach")


def test_an_article_of_one_long_line_is_heard() -> None:
    lines = see_lines(f"Council closes bridge\n\n{' '.join(STORY.split() * 20)}")
    assert tell(lines, [0, 1]).body == [2, lines.told.keys[1]]


def test_a_line_of_blanks_takes_no_time_to_speak_of() -> None:
    blanks = " " * 100_000
    assert read(f"Council closes | bridge{blanks}\tover cracks\n\n{STORY}").title is not None


@pytest.mark.parametrize(
    ("stamp", "first", "published"),
    [
        ("March 13, 2026 -- Updated 0203 GMT", "on Thursday", "2026-03-12T21:03-05:00"),
        ("March 13, 2026 -- Updated 0203 GMT", "on Friday", "2026-03-13T02:03+00:00"),
        ("March 13, 2026 -- Updated 1203 GMT", "on Thursday", "2026-03-13T12:03+00:00"),
        ("13 March 2026, 02:03 GMT", "on Thursday", "2026-03-13T02:03+00:00"),
    ],
)
def test_the_day_that_the_newsroom_had(stamp: str, first: str, published: str) -> None:
    story = STORY.replace("on Saturday", first)
    assert read(f"Council closes bridge over cracks\n{stamp}\n\n{story}").published == published


def test_weights_choose_the_line_that_says_the_title() -> None:
    page = Choice("a.example", [(3, {"first": 1.0}), (5, {"shared": 1.0})], frozenset({5}), "pasted")
    weights = fit([page, page._replace(site="b.example")])
    assert choose(page.found, weights) == 5
    assert weights == fit([page, page._replace(site="b.example")])
    assert weights["shared"] == -weights["first"] > 0


def test_a_title_without_the_name_of_the_site() -> None:
    assert same("Council closes bridge", "Council closes bridge | Harbour Gazette")
    assert not same("Council closes bridge", "Council closes bridge and road")
