"""HTML: nothing of an article gets out of its escape, and the marked text is still the text."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from harbour import TEXT, harbour
from hypothesis import given
from hypothesis import strategies as st

from dashboard.markup import (
    Mark,
    escape,
    event_marks,
    marked,
    page,
    quote_cards,
    quote_marks,
    summary_list,
    summary_marks,
)
from dashboard.reasons import REASONS
from dashboard.samples import samples
from summariser import api
from summariser.model import Colour, InnerQuote, Pick, Span

PICKS = (Pick(0, 1, 1.0, "opens the <i>story</i>"), Pick(3, 2, 0.5, "says who"))


def words(markup: str) -> str:
    """The text in some HTML, without the small numbers."""
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<a class=\"ns-ref\".*?</a>", "", markup)))


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.booleans()), max_size=8),
)
def test_marked_text_is_the_text(text: str, spans: list[tuple[int, int, bool]]) -> None:
    marks = [Mark(a, a + b, "event", f"e{i}", i if n else None) for i, (a, b, n) in enumerate(spans)]
    made = marked(text, marks, 0, len(text))
    assert words(made) == text
    assert made.count("<mark") == made.count("</mark>")


def test_crossing_marks_nest() -> None:
    made = marked("abcdef", [Mark(0, 4, "event"), Mark(2, 6, "date")], 0, 6)
    assert re.sub(r" [a-z]+=\"[^\"]*\"", "", made) == "<mark>ab<mark>cd</mark></mark><mark>ef</mark>"


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", '" onmouseover="x', "'><img src=x>", "&lt;b&gt;"])
def test_escape_lets_nothing_out(attack: str) -> None:
    assert not set("<>\"'") & set(escape(attack))
    assert html.unescape(escape(attack)) == attack


def test_escape_shows_control_and_direction_characters() -> None:
    assert escape("a\x00b\u202ec\ud800") == "a\ufffdb\ufffdc\ufffd"


def test_the_page_holds_headline_and_body_and_on_demand_all() -> None:
    article = harbour()
    made = page(article, [])
    assert "&lt;b&gt;ferry&lt;/b&gt;" in made
    assert "Swan" not in made
    everything = page(article, [], everything=True)
    assert "Swan" in everything
    assert "link to another story" in everything


def test_cards_and_words_link_to_each_other() -> None:
    article = harbour()
    cards = quote_cards(article, list(enumerate(article.quotes, 1)), "#0072B2")
    text = page(article, quote_marks(article))
    for quote in article.quotes:
        assert f'id="c-q{quote.id}"' in cards
        assert f'href="#w-q{quote.id}"' in cards
        assert f'id="w-q{quote.id}"' in text
        assert f'href="#c-q{quote.id}"' in text
    assert "carries on the quote before" in cards
    assert "(rule: said_after)" in cards


def test_each_mark_stands_over_its_words() -> None:
    article = harbour()
    for mark in [*quote_marks(article), *event_marks(article), *summary_marks(article, PICKS)]:
        made = marked(TEXT, [mark], mark.start, mark.end)
        assert words(made) == TEXT[mark.start : mark.end]


def test_reasons_are_escaped() -> None:
    assert "<i>" not in summary_list(harbour(), PICKS)


def test_a_name_of_ours_stands_in_one_pair_of_brackets() -> None:
    from summariser.terminal import glossed

    article = harbour()
    first = article.sentences[0]
    after, before = (
        Pick(0, 1, 1.0, "", (first.start + 5, "[of Strandhaven]")),
        Pick(0, 1, 1.0, "", (first.start, "[X:]")),
    )
    assert "Mayor [of Strandhaven] Ruth Adeyemi" in glossed(article, after)
    assert glossed(article, before).startswith("[X:] Mayor")
    made = summary_list(article, (after,))
    assert "[of Strandhaven]" in made
    assert "[[" not in made


def test_every_rule_that_the_samples_meet_is_told_in_plain_words() -> None:
    for path in samples():
        article = api.read(str(path))
        met = {x.rule for layer in (article.quotes, article.actions, article.blocks) for x in layer}
        assert {rule for rule in met if rule not in REASONS} == set()


def test_a_quote_put_right_still_tells_the_first_guess() -> None:
    article = harbour()
    quote = article.quotes[0]
    assert "guess was: &lt;Tom&gt;" in quote_cards(article, [(1, quote)], "#0072B2", {quote.id: "<Tom>"})
    assert "guess was" not in quote_cards(article, [(1, quote)], "#0072B2", {})


def test_words_quoted_inside_a_quote_tell_who_said_them_first() -> None:
    article = harbour()
    first, at = article.quotes[0], TEXT.index("no choice")
    inner = InnerQuote(at, at + 9, 1, None, None)
    told = replace(article, quotes=(first._replace(inner=(inner,)), *article.quotes[1:]))
    card = quote_cards(told, [(1, told.quotes[0])], "#0072B2")
    text = page(told, quote_marks(told))
    assert "quotes Tom Hallam: ‘no choice’" in card
    assert 'href="#w-i0-0"' in card
    assert 'id="w-i0-0" class="ns-inner"' in text
    assert "said by Tom Hallam" in text
    unknown = first._replace(inner=(inner._replace(speaker=None),))
    assert "quotes somebody not named" in quote_cards(article, [(1, unknown)], "#0072B2")
    here = first._replace(inner=(inner._replace(speaker=None, speaker_span=Span(at, at + 2)),))
    assert "quotes somebody not named (“no”)" in quote_cards(article, [(1, here)], "#0072B2")
    assert "ns-inner" not in page(article, quote_marks(article))


@pytest.mark.parametrize(("colour", "told"), [("assertive", "more than"), ("doubting", "distance"), ("neutral", "")])
def test_a_verb_that_colours_the_words_is_told(colour: Colour, told: str) -> None:
    article = harbour()
    at = TEXT.index("she said") + 4
    quote = article.quotes[0]._replace(colour=colour, cue=Span(at, at + 4))
    card = quote_cards(article, [(1, quote)], "#0072B2")
    assert told in card
    assert ("The writer’s verb, “said”" in card) == bool(told)
