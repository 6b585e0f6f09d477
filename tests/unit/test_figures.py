"""Pictures: titles state the finding, numbers agree with the measures, odd articles break nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from harbour import harbour

from dashboard.figures import Picture, dispersion, prominence, quotes_per_speaker, room, timeline, together
from dashboard.pictures.canvas import label
from dashboard.pictures.lanes import placed
from summariser.compare import compare
from summariser.model import Article
from summariser.read import read

ODD = [
    "",
    " ",
    "word",
    "<b>&amp;</b> “x” said $y$ {z}",
    "“" * 50,
    "\x00\ud800",
    "One. Two. “Three,” said Ann Smith. " * 40,
]


def bars(picture: Picture) -> list[tuple[int, int]]:
    return [(trace.y[0], trace.x[0]) for trace in picture.figure.data]


def test_one_block_a_quote_as_wide_as_its_words() -> None:
    made = quotes_per_speaker(harbour())
    assert bars(made) == [(0, 11), (1, 3)]
    assert made.title == "Ruth Adeyemi is quoted most: 79% of all words quoted"
    notes = [re.sub(r"<[^>]+>", " ", a.text) for a in made.figure.layout.annotations]
    assert [n.split() for n in notes] == [["1", "quote", "11", "words"], ["1", "quote", "3", "words"]]
    assert "Ruth Adeyemi 1 quote, 11 words" in made.alt


def test_mentions_are_split_by_form() -> None:
    made = prominence(harbour())
    assert [list(t.x) for t in made.figure.data] == [[1, 1], [0, 0], [1, 1]]
    assert made.title == "Ruth Adeyemi and Tom Hallam are mentioned most, 2 times each"


def test_dispersion_has_a_tick_a_mention_and_a_disc_a_quote() -> None:
    *ticks, discs = dispersion(harbour()).figure.data
    assert [len(t.x) for t in ticks] == [2, 2]
    assert list(discs.y) == [0, 1]


def test_an_event_without_a_date_stands_in_its_place() -> None:
    made = timeline(harbour())
    assert len(made.figure.data) == len(harbour().actions)
    marks = {t.customdata[0][0]: t for t in made.figure.data}
    assert marks["e5"].marker.symbol.endswith("-open-dot")
    assert marks["e5"].x[0] > marks["e4"].x[0]
    assert made.title == "5 events from 2018 to 2026, 3 with a stated date"


def test_open_marks_are_inferred_and_shapes_tell_the_status() -> None:
    symbols = {t.customdata[0][0]: t.marker.symbol for t in timeline(harbour()).figure.data}
    del symbols["e5"]  # it has no date
    assert symbols == {"e1": "circle", "e2": "circle", "e3": "circle-open", "e4": "triangle-right"}


def test_only_the_weightiest_are_drawn() -> None:
    made = timeline(harbour(), most=2)
    assert len(made.figure.data) == 2
    assert "the 2 weightiest of 5" in made.means
    assert made.title == "5 events from 2018 to 2026, 3 with a stated date; the 2 weightiest are shown"
    assert len(placed(harbour())) == 4


def test_only_chosen_events_are_drawn() -> None:
    made = timeline(harbour(), only=frozenset({1, 4}))
    assert {t.customdata[0][0] for t in made.figure.data} == {"e1", "e4"}
    assert made.title.startswith("2 events")


def test_without_any_date_the_order_is_drawn() -> None:
    undated = tuple(a._replace(when=None) for a in harbour().actions)
    made = timeline(replace(harbour(), actions=undated))
    places = [t.x[0] for t in sorted(made.figure.data, key=lambda t: t.customdata[0][0])]
    assert places == sorted(places)
    assert places[0] < places[-1]


def test_three_articles_have_a_column_each() -> None:
    made = room(compare((harbour(), replace(harbour(), actors=(), quotes=()), harbour())))
    assert [len(t.x) for t in made.figure.data] == [2, 0, 2]
    assert made.title == "Ruth Adeyemi is in 2 of the 3 articles"
    assert "Ruth Adeyemi: 50%, 0%, 50%" in made.alt


def test_events_of_several_articles_share_one_axis() -> None:
    made = together(compare((harbour(), harbour())))
    marks = {t.customdata[0][0]: t.x[0] for t in made.figure.data}
    assert {id: x for id, x in marks.items() if id.startswith("a0")} == {
        id.replace("a1", "a0"): x for id, x in marks.items() if id.startswith("a1")
    }
    assert len(marks) == 8
    assert made.title == "8 dated events, the first in 2018"


def test_two_articles_alike_say_so() -> None:
    assert room(compare((harbour(), harbour()))).title == "Both articles give the people nearly the same room"


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_articles_make_pictures_too(text: str) -> None:
    article = read(text, "2026-03-14", as_body=True)
    for made in (
        quotes_per_speaker(article),
        prominence(article),
        dispersion(article),
        timeline(article),
        both(article),
        together(compare((article, harbour()))),
        room(compare((article, harbour(), article))),
    ):
        assert made.title
        made.figure.to_json()


def both(article: Article) -> Picture:
    return room(compare((article, harbour())))


def test_long_names_are_broken_and_cut() -> None:
    assert label("Ann") == "Ann"
    assert label("Ruth Adeyemi-Cholmondeley") == "Ruth<br>Adeyemi-Cholmondeley"
    assert max(map(len, label("The Very Long Ministry of Many Things and More").split("<br>"))) <= 24


def test_a_menu_calls_no_two_articles_alike() -> None:
    from dashboard.theme import told_apart

    names = {"8b146cad": "Bridge shut", "8e238203": "Bridge shut", "77aa0000": "Swan holds up traffic"}
    told = told_apart(names, 70)
    assert told == {
        "8b146cad": "Bridge shut · 8b14",
        "8e238203": "Bridge shut · 8e23",
        "77aa0000": "Swan holds up traffic",
    }
    assert len(set(told_apart({"a1": "word " * 20 + "one", "b2": "word " * 20 + "two"}, 70).values())) == 2
