"""To check: the guesses under a threshold, one after the other, by mouse or by single keys."""

from __future__ import annotations

import streamlit as st

import dashboard.markup as markup
from dashboard.theme import because, plural, sure, when_text
from dashboard.unsure import UNSURE, Guess, candidates, guesses
from dashboard.views.address import keep_setting, kept_setting
from dashboard.views.corrections import put
from dashboard.views.desk import Item, need_article, plain, words
from dashboard.views.pictures import light_up
from summariser.measure import in_order, interval
from summariser.model import Action, Article


def show() -> None:
    """The page."""
    found = need_article("To check")
    if found is None:
        return
    item, article = found
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        left = waiting(item, guesses(article, threshold() / 100))
        if left:
            ask(item, article, left)
        else:
            st.success("Nothing left to check below this threshold.")
    marks = [*markup.quote_marks(article), *unsure_days(article, left)]
    with text:
        words(markup.page(article, marks), "Underlined: quotes, and the event that is asked about.")
    if left:
        light_up(left[0].mark, stay=True)


def threshold() -> int:
    """How sure a guess must be to be left alone, in per cent."""
    usual = str(round(UNSURE * 100))
    kept = kept_setting("below", usual)
    value = int(kept) if kept.isdecimal() and 50 <= int(kept) <= 95 else int(usual)
    chosen = st.slider("Check guesses less sure than", 50, 95, value, step=5, format="%d%%", key="check-below")
    keep_setting("below", str(chosen), usual)
    return chosen


def unsure_days(article: Article, left: list[Guess]) -> list[markup.Mark]:
    """The mark of the event that is asked about."""
    mark = left[0].mark if left else ""
    return [m for m in markup.event_marks(article) if m.id == mark]


def waiting(item: Item, found: list[Guess]) -> list[Guess]:
    """Those not passed over yet."""
    passed = st.session_state.setdefault(f"passed-{item.id}", [])
    left = [g for g in found if g.start not in passed]
    st.caption(f"{plural(len(left), 'guess', 'guesses')} to check" + (f", {len(passed)} passed over" if passed else ""))
    if passed and st.button("Back to the last one passed over", shortcut="B", key="check-back"):
        passed.pop()
        st.rerun()
    return left


def ask(item: Item, article: Article, left: list[Guess]) -> None:
    """The question about the first guess, with an answer on each key."""
    guess = left[0]
    why = f"{sure(guess.confidence)} · why: {because(guess.rule)}"
    st.html(
        f'<h2 class="ns-finding">{"Who said this?" if guess.kind == "speaker" else "When was this?"}</h2>'
        f'<ol class="ns-cards"><li id="c-{guess.mark}"><span class="ns-number">{guess.number}</span>'
        f'<div>{in_context(article, guess)}<div class="ns-small">{markup.escape(why)}</div></div></li></ol>'
    )
    (ask_speaker if guess.kind == "speaker" else ask_day)(item, article, guess)
    if st.button("Pass over", shortcut="S", key="check-pass", type="tertiary"):
        st.session_state[f"passed-{item.id}"].append(guess.start)
        st.rerun()


def in_context(article: Article, guess: Guess) -> str:
    """The words asked about inside their sentences, so that a phone needs no second look at the text."""
    around = [s for s in article.sentences if s.start < guess.end and guess.start < s.end]
    start = min([guess.start, *(s.start for s in around)])
    end = max([guess.end, *(s.end for s in around)])
    words = markup.Mark(guess.start, guess.end, "asked")
    return markup.marked(article.text, [words], start, end)


def ask_speaker(item: Item, article: Article, guess: Guess) -> None:
    """Who of those near the words said them, nobody named, or no quote at all."""
    quote = next(q for q in article.quotes if f"q{q.id}" == guess.mark)
    now = next((a.name for a in article.actors if a.id == quote.speaker), None)
    start = quote.parts[0].start
    for key, name in enumerate(candidates(article, guess), 1):
        label = name + (", as guessed" if name == now else "")
        if st.button(plain(label), shortcut=str(key), key=f"check-{key}", width="stretch"):
            put(item, "speakers", (start, name))
    left, right = st.columns(2)
    if left.button("Nobody named", shortcut="N", key="check-nobody", width="stretch"):
        put(item, "speakers", (start, None))
    if right.button("No quote", shortcut="Q", key="check-no-quote", width="stretch"):
        put(item, "not_quotes", start)


def ask_day(item: Item, article: Article, guess: Guess) -> None:
    """The day as guessed, another day, or no event at all."""
    action: Action = in_order(article)[guess.number - 1]
    value = action.when.value if action.when else None
    if value and st.button(f"{when_text(value)}, as guessed", shortcut="1", key="check-1", width="stretch"):
        put(item, "dates", (action.start, value))
    with st.form(f"check-day-{action.start}", border=False):
        other = st.text_input("Another day (2024-12-05, 2024-12 or 2024)", max_chars=10)
        if st.form_submit_button("Set the date"):
            if interval(other) is None:
                st.error("That is no date: write it as 2024-12-05, 2024-12 or 2024.")
            else:
                put(item, "dates", (action.start, other))
    if st.button("No event", shortcut="E", key="check-no-event", width="stretch"):
        put(item, "not_actions", action.start)
