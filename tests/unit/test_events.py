"""The list of events: who stands before the words, and what stands there when nobody is named."""

import re
from dataclasses import replace

from dashboard.events import event_list
from summariser import read
from summariser.measure import events


def listed(text: str) -> list[str]:
    article = read(text, as_body=True)
    rows = event_list(article, enumerate(events(article), 1)).split("<li ")[1:]
    return [re.sub(r"<[^>]+>", "", row.split(" · ", 1)[1].split("<a ")[0]).strip() for row in rows]


def test_an_event_of_nobody_named_begins_with_its_own_words() -> None:
    assert listed("The old bridge was closed in 1931.") == ["The old bridge was closed in 1931"]


def test_a_name_that_opens_the_words_is_not_said_twice() -> None:
    assert listed("Marta Quill opened the bridge in 1931.") == ["Marta Quill opened the bridge in 1931"]


def test_a_name_that_the_words_lack_is_put_before_them() -> None:
    rows = listed("Marta Quill came home in 1931. She opened the bridge in 1932.")
    assert rows[1] == "Marta Quill: She opened the bridge in 1932"


def test_a_day_too_unsure_to_be_told_is_named_among_the_reasons() -> None:
    article = read("Marta Quill opened the bridge.", as_body=True, published="2026-03-14")
    (action,) = article.actions
    assert action.when is not None
    unsure = replace(article, actions=(action._replace(when=action.when._replace(confidence=0.5)),))
    html = event_list(unsure, enumerate(events(unsure), 1))
    assert 'class="ns-day">no date<' in html
    assert "the guess is too unsure: 14 March 2026, 50% sure" in html
    assert "too unsure" not in event_list(article, enumerate(events(article), 1))
