"""Golden cases of quotes and laws for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summariser.lexicon as lexicon
from summariser.codec import decode, encode
from summariser.model import Article, Block, Role
from summariser.quotes.cues import verbs
from summariser.read import read

PATH = Path(__file__).resolve().parents[1] / "cases" / "quotes.md"
LINE = re.compile(r"^(\w*)> (.*)$")


class Case(NamedTuple):
    """A text with a role for each paragraph, and what is expected of it, one line a quote."""

    title: str
    text: str
    blocks: tuple[Block, ...]
    expected: list[str]


def cases() -> list[Case]:
    """The cases of the file, in order."""
    return [case(part) for part in PATH.read_text(encoding="utf-8").split("\n## ")[1:]]


def case(part: str) -> Case:
    """One case: its heading, its paragraphs ("> " or "caption> "), its expected lines."""
    title, *lines = part.splitlines()
    blocks: list[Block] = []
    text = ""
    for line in lines:
        if m := LINE.match(line):
            role: Role = "caption" if m[1] == "caption" else "headline" if m[1] == "headline" else "body"
            blocks.append(Block(len(text), len(text) + len(m[2]), role, "case"))
            text += m[2] + "\n\n"
    return Case(title, text.rstrip(), tuple(blocks), [line for line in lines if line.startswith("- ")])


def shown(article: Article) -> list[str]:
    """The quotes and the stretches that are none, as the cases write them."""
    rows = []
    for q in article.quotes:
        said = " … ".join(article.text[p.start : p.end] for p in q.parts)
        who = article.actors[q.speaker].name if q.speaker is not None else "?"
        here = article.text[q.speaker_span.start : q.speaker_span.end] if q.speaker_span else "?"
        carried = "" if q.continues is None else f", continues {q.continues}"
        rows.append((q.parts[0].start, f"- {q.kind} | {who} ({here}) | {q.rule}{carried}: {said}"))
    rows += [(n.start, f"- nobody | {n.rule}: {article.text[n.start : n.end]}") for n in article.not_quotes]
    return [row for _, row in sorted(rows)]


@pytest.mark.parametrize("each", cases(), ids=lambda c: c.title)
def test_case(each: Case) -> None:
    assert shown(read(each.text, blocks=each.blocks)) == each.expected


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abS ,.\n\"“”‘’'said:", max_size=200))
def test_any_text(text: str) -> None:
    article = read(text + '\n"Yes," Ann said.', as_body=True)
    for k, q in enumerate(article.quotes):
        assert q.id == k
        assert q.parts
        assert all(0 <= p.start < p.end <= len(article.text) for p in q.parts)
        assert 0 <= q.confidence <= 1
        assert q.speaker is None or q.speaker < len(article.actors)
        assert q.continues is None or article.quotes[q.continues].kind != "indirect"


@pytest.mark.parametrize("row", lexicon.rows("cues"), ids=lambda r: r["verb"])
def test_cue_rows(row: dict[str, str]) -> None:
    first, _, second = row["verb"].partition(" ")
    words = [w.strip('.,"').lower() for w in row["example"].split()]
    assert any(second in verbs().get(word, {}) for word in words)
    assert row["colour"] in {"neutral", "assertive", "doubting"}
    assert set(row["frames"].split()) <= set("qbctwiragopnm")


def test_first_persons_are_the_speaker() -> None:
    text = (
        "“I lost my roof and then he said ‘I am sorry’ to us,” Marta Keller said.\n\n“We are late,” the council said."
    )
    article = read(text, as_body=True)
    cast = {a.name: [text[m.start : m.end] for m in a.mentions] for a in article.actors}
    assert cast["Marta Keller"] == ["I", "my", "Marta Keller"]
    assert cast["the council"] == ["We", "the council"]


def test_a_quote_inside_a_quote_is_the_inner_speakers() -> None:
    text = "“Jonas Brandt told me, ‘Go home now,’ and I said, ‘No I will not,’ to the ‘big man’,” Marta Keller said."
    article = read(text, as_body=True)
    inner = [
        (text[i.start : i.end], article.actors[i.speaker].name)
        for i in article.quotes[0].inner
        if i.speaker is not None
    ]
    assert inner == [("Go home now,", "Jonas Brandt"), ("No I will not,", "Marta Keller")]
    assert decode(encode(article)).quotes == article.quotes


@pytest.mark.parametrize(("verb", "colour"), [("said", "neutral"), ("insisted", "assertive"), ("claimed", "doubting")])
def test_the_verb_has_a_colour(verb: str, colour: str) -> None:
    article = read(f"“The ferry is late,” Marta Keller {verb}. Jonas Brandt {verb} that it was shut.", as_body=True)
    assert [q.colour for q in article.quotes] == [colour, colour]


def test_a_comma_and_a_verb_of_speech_after_the_marks_mean_that_somebody_speaks() -> None:
    article = read('Untreated lead poisoning is "often fatal", says WFO.', as_body=True)
    assert [article.text[p.start : p.end] for q in article.quotes for p in q.parts] == ["often fatal"]
