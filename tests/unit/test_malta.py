"""The real page that must be read right first: who said what, when, and nothing from around the article."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from summariser import Article, read, summarise
from summariser.terminal import report


@pytest.fixture(scope="module")
def article(malta: str) -> Article:
    return read(malta)


def named(article: Article, surname: str) -> list[str]:
    return [a.name for a in article.actors if a.name.split()[-1] == surname]


def test_page_facts(article: Article) -> None:
    assert article.title == "Blinken and Lavrov clash on Ukraine at security meeting in Malta"
    assert article.published == "2024-12-05T15:34"
    assert article.byline == "Press Association"


def test_nothing_around_the_article_is_read(article: Article) -> None:
    body = "\n".join(article.text[b.start : b.end] for b in article.blocks if b.role == "body")
    for stray in (
        "Qatar",
        "Le Pen",
        "Picture: PA",
        "Alberto Pizzoli",
        "sheafs",
        "Latest World News",
        "good day",
        "finger",
    ):
        assert stray not in body
    assert "illegally occupied territories" in body
    assert "fifth-largest jailer" in body


@pytest.mark.parametrize("surname", ["Lavrov", "Blinken", "Sybiha", "Zakharova"])
def test_each_person_is_one_actor(article: Article, surname: str) -> None:
    assert len(named(article, surname)) == 1
    assert len(named(article, surname)[0].split()) == 2


def test_all_forms_of_a_name_are_one_actor(article: Article) -> None:
    lavrov = next(a for a in article.actors if a.name == "Sergey Lavrov")
    forms = {article.text[m.start : m.end] for m in lavrov.mentions}
    assert {"Sergey Lavrov", "Mr Lavrov"} <= forms or {"Sergey Lavrov", "Lavrov"} <= forms
    assert lavrov.role
    assert "foreign minister" in lavrov.role


def test_eight_stretches_and_their_speakers(article: Article) -> None:
    names = {a.id: a.name for a in article.actors}
    marked = [(q, p) for q in article.quotes if q.kind != "indirect" for p in q.parts]
    said = [(article.text[p.start : p.end], names.get(q.speaker)) for q, p in marked]
    assert Counter(name for _, name in said) == {"Sergey Lavrov": 3, "Antony Blinken": 3, "Andrii Sybiha": 2}
    assert not any("good day" in text for text, _ in said)
    whole = {p.start: q for q, p in marked}
    for opening in ("The result is the reincarnation", "That’s exactly what this is about"):
        quote = whole[article.text.index(opening)]
        assert quote.parts[0].start < article.text.index(opening), "it carries an utterance on, over a caption too"
    assert whole[article.text.index("Ukraine continues to fight")].continues is not None


@pytest.mark.parametrize(
    ("value", "actor"),
    [("2022-02", "Russia"), ("2022", "Poland"), ("2023", "Sergey Lavrov"), ("2023", "Ukraine"),
     ("2024-12-05", "Sergey Lavrov"), ("2024-12-05", "Antony Blinken"), ("2024-12-05", "Andrii Sybiha")],
)  # fmt: skip
def test_the_timeline_has_who_and_when(article: Article, value: str, actor: str) -> None:
    names = {a.id: a.name for a in article.actors}
    assert (value, actor) in {(a.when.value, names[a.actor]) for a in article.actions if a.when and a.actor is not None}


def test_the_summary_stays_in_the_article(article: Article) -> None:
    picks = summarise(article, sentences=3)
    assert len(picks) == 3
    assert "clashed on Thursday" in article.text[article.sentences[picks[0].sentence].start :][:150]


def order_of(article: Article, words: str) -> int:
    at = article.text.rindex(words)
    return next(a.order for a in article.actions if a.start <= at < a.end and words.startswith(a.verb.split()[0]))


def test_the_day_is_told_in_its_order(article: Article) -> None:
    steps = [
        ["travelled to Malta"],
        ["called Mr Lavrov a"],
        ["walked out as Mr Lavrov", "took the podium"],
        ["clashed on Thursday", "accused the West of reviving"],
        ["walked out before Mr Blinken", "left the room"],
        ["spoke after Mr Lavrov", "put the blame for escalation in the region back on Russia, noting"],
    ]
    orders = [[order_of(article, words) for words in step] for step in steps]
    assert all(max(one) < min(other) for one, other in pairwise(orders)), orders


def test_nobody_says_when_the_journey_was(article: Article) -> None:
    journey = next(a for a in article.actions if a.verb == "travelled")
    assert journey.when is None


def test_the_walk_out_is_among_the_events_of_the_terminal(article: Article) -> None:
    told = " ".join(report(article, ()).partition("TIMELINE")[2].split())
    assert "Andrii Sybiha: walked out as Mr Lavrov took the podium" in told
    assert "left the room" not in told, "he has walked out already"
