"""The laws of summariser/model.py hold for any text."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summariser import Article, read
from summariser.codec import decode, encode

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "data" / "samples").iterdir())
PIECES = st.sampled_from(
    [
        "Mr Lowe",
        " said",
        "\n",
        "\n\n",
        "“",
        "”",
        '"',
        "'",
        "’",
        ". ",
        ", ",
        "on Friday",
        "5 March 2024",
        "The minister",
        " he ",
        "(",
        ")",
        "\x00",
        "�",
        "İ",
        "…",
        "\u2028",
        "\t",
        "\r\n",
        "- ",
        "According to Ms Bell, ",
        "“We won,” ",
        "\u200b",
        "🙂",
    ]
)
ODD = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def spans(article: Article) -> list[tuple[int, int]]:
    found = [(x.start, x.end) for layer in ("blocks", "sentences", "dates", "actions") for x in getattr(article, layer)]
    found += [(m.start, m.end) for a in article.actors for m in a.mentions]
    found += [(p.start, p.end) for q in article.quotes for p in q.parts]
    return found + [(s.start, s.end) for q in article.quotes for s in (q.speaker_span, q.cue) if s]


def check(article: Article, text: str) -> None:
    assert article.text == text
    assert all(0 <= start <= end <= len(text) for start, end in spans(article))
    assert [a.id for a in article.actors] == list(range(len(article.actors)))
    assert [q.id for q in article.quotes] == list(range(len(article.quotes)))
    ids = range(len(article.actors))
    assert all(q.speaker is None or q.speaker in ids for q in article.quotes)
    assert all(a.actor is None or a.actor in ids for a in article.actions)
    assert all(q.continues is None or q.continues < q.id for q in article.quotes)
    assert all(a.when is None or a.when.date is None or a.when.date < len(article.dates) for a in article.actions)
    assert all(g.rule and 0 <= g.confidence <= 1 for g in (*article.quotes, *article.actions))
    assert all(b.rule for b in article.blocks)
    assert all(article.blocks[s.block].role == "body" for s in article.sentences)
    assert all(a.end <= b.start for a, b in zip(article.blocks, article.blocks[1:], strict=False))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ODD, st.booleans())
def test_any_string_is_an_article(text: str, as_body: bool) -> None:
    article = read(text, as_body=as_body)
    check(article, text)
    assert decode(json.loads(json.dumps(encode(article)))) == article
    assert pickle.loads(pickle.dumps(article)) == article
    hash(article)


def test_the_same_text_is_read_the_same_twice() -> None:
    text = SAMPLES[0].read_text(encoding="utf-8")
    assert read(text) == read(text)
