"""Corrections flow into the article and can be undone by leaving them out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from harbour import TEXT, harbour, span
from hypothesis import given
from hypothesis import strategies as st

from summariser.correct import correct
from summariser.measure import utterances
from summariser.model import Article, Corrections
from summariser.read import read


def said_by(article: Article) -> list[str | None]:
    names = {a.id: a.name for a in article.actors}
    return [names.get(q.speaker) if q.speaker is not None else None for q in article.quotes]


def test_no_correction_changes_nothing() -> None:
    assert correct(harbour(), Corrections()) is not None
    assert correct(harbour(), Corrections()) == harbour()


def test_a_reassigned_quote_takes_its_next_paragraph_along() -> None:
    start = span("We had no choice").start
    article = correct(harbour(), Corrections(speakers=((start, "Tom Hallam"),)))
    assert said_by(article) == ["Tom Hallam", "Tom Hallam", "Tom Hallam"]
    assert {q.rule for q in article.quotes[:2]} == {"corrected"}
    assert article.quotes[0].confidence == 1.0


def test_a_quote_given_to_somebody_new_enlists_them() -> None:
    start = span("a panic measure").start
    article = correct(harbour(), Corrections(speakers=((start, "Joanna Kerr"),)))
    assert said_by(article)[2] == "Joanna Kerr"
    assert [a.id for a in article.actors] == list(range(4))


def test_a_quote_given_to_nobody() -> None:
    assert said_by(correct(harbour(), Corrections(speakers=((span("a panic").start, None),))))[2] is None


def test_not_a_quote_moves_the_words_and_frees_what_carried_on() -> None:
    start = span("We had no choice").start
    article = correct(harbour(), Corrections(not_quotes=(start,)))
    assert [q.id for q in article.quotes] == [1, 2]
    assert article.quotes[0].continues is None
    assert (start, start + 17, "corrected") in article.not_quotes
    assert len(utterances(article)) == 2


def test_merging_renumbers_everything() -> None:
    article = correct(harbour(), Corrections(merged=(("the mayor", "Ruth Adeyemi"),)))
    assert [(a.id, a.name) for a in article.actors] == [(0, "Tom Hallam"), (1, "the mayor")]
    assert said_by(article) == ["the mayor", "the mayor", "Tom Hallam"]
    assert len(article.actors[1].mentions) == 3
    assert [a.actor for a in article.actions] == [None, 1, 0, 0, None]


def test_a_mention_that_is_somebody_else_takes_its_quotes_along() -> None:
    before = harbour()
    she = span("she", span("no choice").start)
    before = replace(before, quotes=(before.quotes[0]._replace(speaker_span=she), *before.quotes[1:]))
    article = correct(before, Corrections(split=((((she.start, she.end),), "Joanna Kerr"),)))
    assert said_by(article) == ["Joanna Kerr", "Joanna Kerr", said_by(before)[2]]
    assert [(a.name, [m.start for m in a.mentions]) for a in article.actors][-1] == ("Joanna Kerr", [she.start])
    mayor = before.quotes[0].speaker
    assert mayor is not None
    assert len(article.actors[mayor].mentions) == len(before.actors[mayor].mentions) - 1
    back = correct(article, Corrections(split=((((she.start, she.end),), before.actors[mayor].name),)))
    assert back.actors[mayor] == before.actors[mayor]
    assert said_by(back) == said_by(before)


def test_renaming_then_reassigning_by_the_new_name() -> None:
    start = span("a panic measure").start
    wrong = Corrections(renamed=(("Ruth Adeyemi", "Ruth A. Adeyemi"),), speakers=((start, "Ruth A. Adeyemi"),))
    assert said_by(correct(harbour(), wrong)) == ["Ruth A. Adeyemi"] * 3


def test_a_new_date_moves_the_event() -> None:
    start = span("will visit the port").start
    article = correct(harbour(), Corrections(dates=((start, "2026-03-01"),)))
    line = sorted(article.actions, key=lambda a: a.order)
    assert [TEXT[a.start : a.end] for a in line[:3]] == [
        "a barge struck it", "will visit the port", "closed the pier on Saturday",
    ]  # fmt: skip
    moved = next(a for a in article.actions if a.start == start)
    assert moved.when is not None
    assert (moved.when.value, moved.when.stated, moved.rule) == ("2026-03-01", True, "corrected")
    assert article.actions[1].order == article.actions[2].order


def test_a_line_put_out_is_read_no_more() -> None:
    text = "A headline stands here\n\nThe mayor closed the pier.\n\n“Never again,” said Tom Hallam."
    article = read(text, "2026-03-14", as_body=True)
    last = article.blocks[-1]
    changed = correct(article, Corrections(roles=((last.start, "furniture"),)))
    assert changed.text == text
    assert changed.blocks[-1].role == "furniture"
    assert all(s.end <= last.start for s in changed.sentences)


def test_a_new_day_of_publication_is_read_again() -> None:
    article = read("The mayor resigned on Monday.", "2026-03-14", as_body=True)
    assert correct(article, Corrections(published="2026-05-02")).published == "2026-05-02"


@pytest.mark.parametrize(
    "odd",
    [
        Corrections(speakers=((99999, "Nobody"),)),
        Corrections(split=((((3, 5), (99999, 7)), "Nobody"),)),
        Corrections(merged=(("Nobody", "Ruth Adeyemi"), ("Tom Hallam", "Tom Hallam"))),
        Corrections(dates=((-3, "2026-01-01"),), not_quotes=(5,), renamed=(("x", "y"),), roles=((77777, "body"),)),
    ],
)
def test_corrections_that_no_longer_fit_do_nothing(odd: Corrections) -> None:
    assert correct(harbour(), odd) == harbour()


@given(st.text(max_size=200), st.sampled_from(["2026-01-01", "x", ""]))
def test_any_reading_takes_any_correction(text: str, day: str) -> None:
    article = read(text, as_body=True)
    starts = [q.parts[0].start for q in article.quotes] or [0]
    changed = correct(article, Corrections(speakers=((starts[0], "A"),), dates=((0, day),), not_quotes=(starts[-1],)))
    assert changed.text == text
