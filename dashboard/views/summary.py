"""Summary: the chosen sentences, why each was chosen, and where they stand in the text; two algorithms side by side."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import dashboard.beside as beside
import dashboard.markup as markup
from dashboard.lengths import UNITS, USUAL, budget
from dashboard.theme import algorithm_name, plural
from dashboard.views.address import keep_setting, kept_setting, question
from dashboard.views.desk import need_article, plain, words
from summariser.model import Article, Budget, Pick
from summariser.summary import SUMMARISERS, summarise

ALONE = "none"
OURS = "news"


class Asked(NamedTuple):
    """What the reader chose: it stays while pages and articles change."""

    algorithm: str
    length: Budget
    other: str
    query: str


def asked(article: Article) -> Asked:
    """The length, the algorithm, the one beside it and the question."""
    algorithms = sorted(SUMMARISERS, key=lambda a: (a != OURS, a))
    length = how_long(article, *st.columns(2))
    one, other_one = st.columns(2)
    with one:
        algorithm = menu("Chosen by", "by", algorithms)
    with other_one:
        other = menu("Beside it", "other", [ALONE, *(a for a in algorithms if a != algorithm)])
    query = ""
    if algorithm == OURS and other == ALONE:
        query = question(st.container(), "Only what it says about")
    return Asked(algorithm, length, other, query.strip())


def how_long(article: Article, left: DeltaGenerator, right: DeltaGenerator) -> Budget:
    """What the summary is measured in, and a slider for how long it is to be."""
    kept = kept_setting("unit", USUAL)
    before = st.session_state.get("unit", kept)
    st.session_state["unit"] = before if before in UNITS else USUAL
    unit = left.selectbox("Length in", list(UNITS), format_func=lambda u: UNITS[u].menu, key="unit")
    keep_setting("unit", unit, USUAL)
    chosen, most = UNITS[unit], longest(article, unit)
    usual = str(chosen.usual)
    asked_for = kept_setting(unit, usual)
    value = max(chosen.least, min(int(asked_for if asked_for.isdecimal() else usual), most))
    value -= (value - chosen.least) % chosen.step
    length = right.slider(chosen.label, chosen.least, most, value, chosen.step, key=f"length-{unit}-{most}")
    keep_setting(unit, str(length), usual)
    for other in UNITS.keys() - {unit}:
        st.query_params.pop(other, None)
    return budget(unit, length)


def longest(article: Article, unit: str) -> int:
    """Where the slider ends: at the whole text, or where a summary is none any more."""
    least, most, step = UNITS[unit].least, UNITS[unit].most, UNITS[unit].step
    size = most
    if unit == "sentences":
        size = len(article.sentences)
    elif unit == "words":
        size = sum(len(article.text[s.start : s.end].split()) for s in article.sentences)
    return max(least + step, min(most, size + -size % step))


def menu(label: str, name: str, offered: list[str]) -> str:
    """A menu of algorithms; what was chosen stays."""
    before = st.session_state.get(f"menu-{name}", kept_setting(name, offered[0]))
    st.session_state[f"menu-{name}"] = before if before in offered else offered[0]
    chosen = st.selectbox(label, offered, format_func=called, key=f"menu-{name}")
    keep_setting(name, chosen, offered[0])
    return chosen


def called(algorithm: str) -> str:
    """What the menus call an algorithm."""
    return "no other" if algorithm == ALONE else algorithm_name(algorithm)


@st.cache_resource(max_entries=300, show_spinner=False)
def picks_of(_article: Article, key: str, algorithm: str, length: Budget, query: str = "") -> tuple[Pick, ...]:
    """A summary made once."""
    return summarise(_article, algorithm, *length, query=query or None)


def show() -> None:
    """The page."""
    found = need_article("Summary")
    if found is None:
        return
    item, article = found
    if not article.sentences:
        st.info("No sentence of a story was found in this text. “What was left out” shows what it was taken for.")
        return
    key = f"{item.id}{hash((article.blocks, article.published))}"
    answers, text = st.columns([1, 1], gap="large")
    with answers:
        want = asked(article)
        try:
            picks = picks_of(article, key, want.algorithm, want.length, want.query)
            others = picks_of(article, key, want.other, want.length) if want.other != ALONE else ()
        except ValueError as error:  # too long a text for one of the other algorithms
            st.warning(plain(str(error)))
            return
        if want.other == ALONE:
            one(article, picks, want.query)
            marks, legend = markup.summary_marks(article, picks), "Yellow: the sentences of the summary."
        else:
            names = (algorithm_name(want.algorithm), algorithm_name(want.other))
            st.html(beside.table(article, names, (picks, others)))
            marks, legend = beside.marks(article, names, (picks, others)), beside.LEGEND.format(*names)
    with text:
        words(markup.page(article, marks), legend)


def one(article: Article, picks: tuple[Pick, ...], query: str) -> None:
    """One algorithm's summary, or what the article says about the query."""
    if not picks:
        st.info(plain(f"The article says nothing about “{query}”." if query else "No sentence is as short as that."))
        return
    about = f" about “{query}”" if query else ""
    taken = [article.sentences[p.sentence] for p in picks]
    size = plural(sum(len(article.text[s.start : s.end].split()) for s in taken), "word")
    of = plural(len(picks), "sentence") + f" of {len(article.sentences)}{about}"
    st.caption(plain(f"{of}, {size}, word for word and in the story’s order."))
    st.html(markup.summary_list(article, picks))
