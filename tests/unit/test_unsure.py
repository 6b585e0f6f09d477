"""The guesses a person is asked to check."""

from __future__ import annotations

from dataclasses import replace

from harbour import TEXT, harbour, span

from dashboard.unsure import candidates, guesses
from summariser.correct import correct
from summariser.model import Corrections


def test_the_least_sure_guess_comes_first() -> None:
    before = harbour()
    lost = before.quotes[2]._replace(speaker=None, rule="no_speaker", confidence=0.9)
    found = guesses(replace(before, quotes=(*before.quotes[:2], lost)), 0.85)
    said = [TEXT[g.start : g.end] for g in found if g.kind == "speaker"]
    assert said == ["a panic measure", "“The boats will be back in June.”".strip("“”")]
    assert [g.confidence for g in found] == sorted(g.confidence for g in found)


def test_what_the_text_states_is_not_asked() -> None:
    stated = {a.start for a in harbour().actions if a.when and a.when.stated}
    assert stated
    assert not stated & {g.start for g in guesses(harbour(), 0.95) if g.kind == "day"}


def test_an_answer_takes_the_question_away() -> None:
    start = span("a panic measure").start
    for answer in (Corrections(speakers=((start, None),)), Corrections(not_quotes=(start,))):
        left = guesses(correct(harbour(), answer), 0.99)
        assert start not in [g.start for g in left if g.kind == "speaker"]
    asked = [g for g in guesses(harbour(), 0.95) if g.kind == "day"]
    left = guesses(correct(harbour(), Corrections(not_actions=(asked[0].start,))), 0.95)
    assert asked[0].start not in [g.start for g in left if g.kind == "day"]


def test_the_programs_own_guess_is_offered_first() -> None:
    article = harbour()
    for guess in guesses(article, 0.99):
        offered = candidates(article, guess)
        assert len(offered) == len(set(offered)) <= 5
        if guess.kind == "speaker":
            quote = article.quotes[guess.number - 1]
            assert quote.speaker is not None
            assert offered[0] == article.actors[quote.speaker].name
