"""label_blocks: roles of a page's lines."""

from __future__ import annotations

import re
import string

import numpy as np
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser import lexicon
from summariser.model import Block
from summariser.read import read
from summariser.text.blocks import all_body, label_blocks
from summariser.text.evidence import FLAT, evidence
from summariser.text.furniture import BY_BIT, announce, called
from summariser.text.lines import see_lines
from summariser.text.metadata import find_metadata
from summariser.text.openings import opening
from summariser.text.pagewords import shared, tell
from summariser.text.published import shown_before
from summariser.text.stamps import find_stamp, is_american

STORY_LINE = "The board of Eastmere voted on Tuesday to close the old lighthouse road for nine weeks."

LEXICON = sorted(
    {
        word
        for table in ("page-openers", "page-notices")
        for row in lexicon.rows(table)
        for word in row["examples"].replace("|", " ").split()
    }
    | {
        "Photo:",
        "Getty/AP",
        "Hannah",
        "Pell",
        "(Reuters)",
        "by",
        "2026",
        "March",
        "14",
        ";",
        "©",
        "You're",
        "reporter,",
    }
)


def roles(text: str) -> dict[str, str]:
    return {text[b.start : b.end]: b.role for b in label_blocks(text)}


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_string_gets_blocks_in_order(text: str) -> None:
    blocks = label_blocks(text)
    assert all(a.end <= b.start for a, b in zip(blocks, blocks[1:], strict=False))
    assert all(text[b.start : b.end].strip() and b.rule for b in blocks)
    assert " ".join(text[b.start : b.end] for b in blocks).split() == text.split()


def test_the_malta_page(malta: str) -> None:
    found = roles(malta)
    blocks = label_blocks(malta)
    assert found["Antony Blinken reads sheafs of papers"] == "caption"
    tail = malta.index("By Press Association")
    assert not [
        malta[b.start : b.end] for b in blocks if b.start >= tail and b.role in ("body", "subhead", "standfirst")
    ]
    about = find_metadata(malta, blocks)
    assert about.published == "2024-12-05T15:34"
    assert about.byline == "Press Association"
    assert about.title == "Blinken and Lavrov clash on Ukraine at security meeting in Malta"
    assert (about.language, about.warnings) == ("en", ())


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("5 December 2024, 15:34", "2024-12-05T15:34"),
        ("Updated 9:22 PM EST, Mon November 6, 2023", "2023-11-06T21:22-05:00"),
        ("Published: 2024-12-05T15:34:10Z", "2024-12-05T15:34+00:00"),
        ("April 26, 2014 -- Updated 1358 GMT", "2014-04-26T13:58+00:00"),
        ("Sept. 3rd, 2021", "2021-09-03"),
        ("6.30pm, 14th of March 2026", "2026-03-14T18:30"),
        ("BUSINESSNOV 7, 2023 2:00 AM", "2023-11-07T02:00"),
        ("31/12/2023", "2023-12-31"),
        ("03.04.2026", "2026-04-03"),
        ("40 December 2024", None),
        ("12 comments", None),
    ],
)
def test_stamps(line: str, value: str | None) -> None:
    found = find_stamp(line)
    assert (found.value if found else None) == value


def test_american_pages_put_the_month_first() -> None:
    assert is_american("Posted 3/4/2026 9:00 AM EST")
    stamp = find_stamp("3/4/2026", american=True)
    assert stamp is not None
    assert stamp.value == "2026-03-04"


@pytest.mark.parametrize("table", ["page-openers", "page-notices"])
def test_every_example_matches_its_pattern(table: str) -> None:
    for row in lexicon.rows(table):
        for example in row["examples"].split("|"):
            assert re.match(row["pattern"], example, re.I), (row["pattern"], example)
            assert (row.get("needs") or "") in example.lower()


def test_all_body() -> None:
    assert [b.role for b in all_body("One.\n\nTwo.\n")] == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("8/1/2026", "stamp"),
        ("2026-02-03#harbour#roads#eastmere", "stamp"),
        ("# 3rd Feb 2026 • roads, lorries, moor, board", "stamp"),
        ("609-365-7014", "symbols"),
        ("Thoughts on the harbour road", None),
        ("4 thoughts on “The harbour road”", "section_opener"),
    ],
)
def test_days_with_labels_and_titles_like_openers(line: str, kind: str | None) -> None:
    assert announce(line, line.lower(), len(line.split()), False) == kind


@pytest.mark.parametrize(
    ("head", "stated", "taken"),
    [
        ("January 31, 2024", "2025-11-05", "2024-01-31"),
        ("Updated January 31, 2024", "2025-11-05", "2025-11-05"),
        ("November 4, 2025", "2025-11-05T02:00+00:00", "2025-11-05T02:00+00:00"),
        ("December 9, 2025", "2025-11-05", "2025-11-05"),
        ("No day", "2025-11-05", "2025-11-05"),
        ("January 31, 2024", "2025", "2025"),
        ("January 31, 2024", None, None),
    ],
)
def test_an_earlier_day_that_readers_see_goes_before_the_stated_one(
    head: str, stated: str | None, taken: str | None
) -> None:
    text = f"{head}\n\n{STORY_LINE}"
    blocks = (Block(0, len(head), "timestamp", "stamp"), Block(len(head) + 2, len(text), "body", "paragraph"))
    assert shown_before(text, blocks, stated) == taken


def test_of_two_days_in_a_row_the_earlier_is_the_publication() -> None:
    page = f"Lighthouse road to close\n\n8/2/2025\n\n8/28/2025\n\n{STORY_LINE}\n\n{STORY_LINE} Lorries wait."
    assert find_metadata(page, label_blocks(page)).published == "2025-08-02"


@pytest.mark.parametrize(
    ("line", "names", "paper", "day"),
    [
        (
            "By Fiona Drew and Peter Aske — Island Herald, 9 December 2025",
            "Fiona Drew and Peter Aske",
            "Island Herald",
            9,
        ),
        ("By Hannah Pell, transport reporter | 3 May 2026", "Hannah Pell", None, 3),
        ("By Ann Bell for MailOnline", "Ann Bell", "MailOnline", None),
        ("By Hannah Pell | Staff Writer", "Hannah Pell", None, None),
    ],
)
def test_a_byline_names_its_paper_and_its_day(line: str, names: str, paper: str | None, day: int | None) -> None:
    article = read(f"Pier closed as storm nears\n\n{line}\n\n{STORY}")
    assert (article.byline, article.outlet) == (names, paper)
    assert (int(article.published[8:]) if article.published else None) == day


STORY = (
    "The mayor of Strandhaven, Ruth Adeyemi, closed the pier on Saturday after a long day of talk.\n\n"
    "It rained on the people of the town, and the mayor said that it would rain again on Sunday.\n"
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Above: The harbour wall at dusk", "caption_label"),
        ("Ruth Adeyemi, mayor of Strandhaven, pictured at the opening of the pier in 2024.", "caption_label"),
        ("KATIE HALLAM FOR HARBOUR GAZETTE", "credit_line"),
        ("Mayor Ruth Adeyemi, left, speaks with a ferryman, Tuesday, March 3, 2026, in Strandhaven.", "caption_day"),
        ("She was born in a harbour town on Tuesday, March 3, 1959, to a ferryman.", None),
        ("Love boats? Our Tide Table newsletter has the best of them. Sign up now for free.", "promotion"),
        ("The company went on to sign up more readers throughout the spring.", None),
        ("Our editors choose every boat. We may earn a commission when you buy one.", "disclosure"),
        ("Agents like insurance because they get a commission when it is sold.", None),
        ("Anna Quill is a freelance reporter living in Eastmere.", "biography"),
        ("Rating: 12 Votes", "comment_mark"),
        ("2 days ago at 07:52 am", "ago"),
        ("Quotes delayed at least 20 minutes. Data provided by Moorland.", "legal_notice"),
        ('name = name.add( user.first, " " ); // a space', "code"),
    ],
)
def test_what_stands_beside_an_article(line: str, kind: str | None) -> None:
    assert announce(line, line.lower(), len(line.split()), line.endswith(".")) == kind


@pytest.mark.parametrize(
    "line",
    [
        "© 2026 Harbour Gazette. All rights reserved.",
        "Copyright 2026 Harbour Gazette. All rights reserved.",
        "Copyright © 2026 North Coast Wire",
        "(c) 2026 North Coast Wire",
    ],
)
def test_a_line_of_rights_is_no_part_of_a_short_article(line: str) -> None:
    assert [b.role for b in label_blocks(f"{STORY}\n{line}")] == ["body", "body", "furniture"]


def asked(line: str) -> set[str]:
    """The names of the rules that are asked about a line."""
    low = line.lower()
    calls = called(low, len(low.split()), int(tell([low]).calls[0]))
    return {rule.__name__ for bit, rule in BY_BIT.items() if bit & calls}


@pytest.mark.parametrize(
    ("line", "some", "others"),
    [
        ("Photo by Hannah Pell", {"credit"}, {"stamp", "byline", "promotion", "biography"}),
        ("By Hannah Pell", {"byline", "notice"}, {"credit", "stamp", "control"}),
        ("14 March 2026", {"stamp", "symbols", "legal"}, {"byline", "credit"}),
        ("Since 1900", {"stamp", "legal"}, {"contributor", "dateline_only"}),
        ("14 bridges, Carrow", {"legal", "contributor"}, {"stamp", "dateline_only"}),
        ("CARROW BAY (AP) —", {"contributor", "dateline_only"}, {"stamp"}),
        ("Council closes the bridge", {"glued_words"}, {"notice", "section_opener", "credit", "code", "biography"}),
        ("Getty/Hannah", {"credit", "code", "link"}, {"stamp"}),
        ("run();", {"code"}, {"stamp"}),
        ("All rights reservedHome", {"legal", "far_notice"}, {"credit"}),
        ("By 14 " + "bridges " * 30, {"notice"}, {"byline", "stamp", "glued_words"}),
        ("By 14 " + "bridges " * 300, set(), {"notice", "promotion", "credit"}),
    ],
)
def test_rules_are_asked_where_length_words_or_opening_call_them(line: str, some: set[str], others: set[str]) -> None:
    assert some <= asked(line)
    assert not asked(line) & others


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(LEXICON), min_size=1, max_size=14).map(" ".join))
def test_a_rule_that_is_not_called_would_not_have_known_the_line(line: str) -> None:
    low = line.lower()
    calls = int(tell([low]).calls[0])
    assert announce(line, low, len(low.split()), False, calls) == announce(line, low, len(low.split()), False)


@pytest.mark.parametrize("table", ["page-openers", "page-notices"])
def test_no_pattern_fits_a_line_of_another_opening(table: str) -> None:
    signs = string.ascii_lowercase + string.digits + string.punctuation + " ©™®’“‘–—•·»é"
    for row in lexicon.rows(table):
        pattern, opens = regex.compile(row["pattern"]), row["opens"].split()
        starts = [a for a in signs if pattern.match(a, partial=True)]
        starts += [a + b for a in starts for b in signs if pattern.match(a + b, partial=True)]
        starts += [a + b for a in starts if len(a) == 2 for b in signs if pattern.match(a + b, partial=True)]
        whole = [start for start in starts if len(start) == 3 or pattern.match(start)]
        assert row["needs"] if not opens else {opening(start) for start in whole} == set(opens), row["pattern"]


def test_words_tell_what_their_lines_count() -> None:
    told = tell(["you're the second, mr pell", "like/reply", "—", "the harbour's two harbours", "pell wrote"])
    assert told.words.tolist() == [5, 1, 1, 4, 2]
    assert told.function.tolist() == [2, 1, 0, 1, 0]
    assert told.address.tolist() == [1, 0, 0, 0, 0]
    assert told.thread.tolist() == [0, 2, 0, 0, 0]
    assert told.keys.tolist() == [2, 2, 0, 1, 2]  # a key counts once a line
    assert shared(told, np.array([False, False, False, True, True])).tolist() == [1, 0, 0, 1, 2]


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\n")).map(str.strip).filter(bool), max_size=6))
def test_a_line_tells_the_same_alone_and_among_others(lines: list[str]) -> None:
    page = tell(lines)
    assert page.words.tolist() == [len(line.split()) for line in lines]
    for i, line in enumerate(lines):
        alone = tell([line])
        assert [int(column[i]) for column in page[:6]] == [int(column[0]) for column in alone[:6]]


def test_the_names_of_the_features_are_those_of_the_weights() -> None:
    page = f"Home\nNews\nRoad to close\n\n{STORY_LINE}\n\n{STORY}\nRead next\nWe like 12 roads, you know.\n3 days ago"
    seen = {name for row in evidence(see_lines(page)) for name in row}
    assert {"kind=section_opener", "kind_after=edge", "shape=5s", "thread=2", "above=0", "address=301"} <= seen
    known = set(lexicon.numbers("page-weights")["states"])
    assert len(known & set(FLAT)) > 0.95 * len(known)


def test_comments_are_no_part_of_the_article() -> None:
    thread = "".join(
        f"Reader {n}\n{n} days ago at 07:5{n} am\nI like the road.\nRating: {n}0 Votes\n" for n in range(1, 5)
    )
    page = f"Road to close\n\n{STORY_LINE}\n\n{STORY}\nTop Rated Comments\n{thread}"
    assert not [b for b in label_blocks(page) if b.role == "body" and b.start > page.index("Top Rated")]


def test_a_day_between_headline_and_story_is_no_subhead() -> None:
    assert (
        roles(f"Pier closed as storm nears\n\n14 March 2026 18:05 UTC\n\n{STORY}")["14 March 2026 18:05 UTC"]
        == "timestamp"
    )
