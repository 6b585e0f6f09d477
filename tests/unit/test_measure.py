"""The numbers behind the pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from harbour import TEXT, harbour

from summariser.measure import Places, count_words, events, left_out, presences, speakers, standing, utterances


def test_a_quote_over_two_paragraphs_is_one_quote() -> None:
    first, second = utterances(harbour())
    assert (first.speaker, first.quotes, first.words) == (0, (0, 1), 4 + 7)
    assert (second.speaker, second.quotes, second.words) == (1, (2,), 3)


def test_presences_put_the_most_quoted_first() -> None:
    rows = [(p.name, p.quotes, p.words, p.names, p.nominals, p.pronouns) for p in presences(harbour())]
    assert rows == [("Ruth Adeyemi", 1, 11, 1, 0, 1), ("Tom Hallam", 1, 3, 1, 0, 1), ("the mayor", 0, 0, 0, 1, 0)]


def test_who_is_neither_named_nor_quoted_gets_no_row() -> None:
    assert [p.name for p in speakers(harbour())] == ["Ruth Adeyemi", "Tom Hallam"]


def test_reported_speech_is_no_quote() -> None:
    article = harbour()
    told = article.quotes[2]._replace(kind="indirect")
    changed = replace(article, quotes=(told,))
    hallam = next(p for p in presences(changed) if p.name == "Tom Hallam")
    assert (hallam.quotes, hallam.words, hallam.reported) == (0, 0, 1)


def test_positions_count_body_text_only() -> None:
    article = harbour()
    places = Places(article.blocks)
    assert places.of(TEXT.index("Mayor Ruth")) == 0
    assert places.of(len(TEXT)) == 1
    assert places.of(0) == 0
    assert Places(()).of(5) == 0


@pytest.mark.parametrize(("text", "words"), [("", 0), ("don't stop", 2), ("mid-2024: £4.6 m", 3), ("“Yes.”", 1)])
def test_words_as_people_count_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_events_in_order_of_time() -> None:
    assert [a.when.value for a in events(harbour()) if a.when] == [
        "2018-02", "2026-03-14", "2026-03-14", "2026-03-26", None,
    ]  # fmt: skip


def test_headline_and_body_are_not_left_out() -> None:
    assert [b.role for b in left_out(harbour())] == ["timestamp", "caption", "teaser"]


def test_what_sets_the_scene_and_a_mere_she_said_give_way() -> None:
    told = harbour().actions[0]._replace(rule="main", object="the pier", weight=0.4)
    scene = told._replace(rule="subordinate")
    said = told._replace(verb="said", object=None, weight=0.9)
    assert [a.rule for a in sorted([scene, said, told], key=standing)] == ["main", "subordinate", "main"]
    assert standing(said) < standing(scene) < standing(told)
