"""Articles side by side: shared people, claims, quotations, figures, copies; and strangers share nothing."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from summariser import read
from summariser.cli import main
from summariser.codec import encode_comparison
from summariser.compare import compare
from summariser.compare.actors import clash, initials, same_body
from summariser.compare.figures import agree, figures
from summariser.compare.partners import partners
from summariser.compare.wording import relation, worded
from summariser.comparison import Comparison
from summariser.model import Budget, Span
from summariser.summary.multi import digest, update

ONE = """The harbour council of Ostrand voted on Tuesday to close the old ferry terminal after forty years.
Mayor Lena Brandt said 38 workers would lose their jobs.
"We kept the terminal open for as long as we possibly could," Brandt said.
The council will sell the terminal building to the brewery Halvor in the autumn."""
TWO = """Ostrand's harbour council voted on Tuesday to close its old ferry terminal.
Lena Brandt, the mayor, said 45 workers would lose their jobs.
"We kept the terminal open for as long as we could," Brandt said.
Shop owners marched to the town hall and demanded a new vote."""
OTHER = """Astronomers at the Kessel observatory have measured a faint comet beyond the orbit of Saturn.
Its tail holds more cyanide than that of any comet seen before.
The instrument was built by students over nine winters."""


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare((read(ONE, "2024-03-05", as_body=True), read(TWO, "2024-03-06", as_body=True)), 60)


def test_claims(pair: Comparison) -> None:
    relations = {c.members: c.relation for c in pair.claims}
    assert relations[(0, 0), (1, 0)] in ("same", "similar")
    assert relations[(0, 1), (1, 1)] in ("same", "similar")
    assert relations[((0, 3),)] == relations[((1, 3),)] == "only"
    assert sorted(m for c in pair.claims for m in c.members) == [(n, i) for n in (0, 1) for i in range(4)]


def test_figures_that_differ(pair: Comparison) -> None:
    clash = next(n for n in pair.numbers if n.conflict)
    assert {m.value for m in clash.members} == {"38", "45"}
    assert "worker" in clash.about
    assert all(pair.articles[m.article].text[m.start : m.end] == m.value for m in clash.members)


def test_a_sentence_with_two_suitors_goes_where_all_are_best_served() -> None:
    articles = [0, 0, 1, 1]
    assert partners(articles, [(0.9, 0, 2), (0.8, 0, 3), (0.7, 1, 2)]) == [(0.8, 0, 3), (0.7, 1, 2)]
    assert partners(articles, [(0.5, 1, 3), (0.9, 0, 2)]) == [(0.9, 0, 2), (0.5, 1, 3)]
    assert partners(articles, [(0.8, 0, 3), (0.9, 0, 2)]) == [(0.9, 0, 2)]


def test_strangers_share_nothing() -> None:
    found = compare((read(ONE, as_body=True), read(OTHER, as_body=True)))
    assert {c.relation for c in found.claims} == {"only"}
    assert not found.copies
    assert not found.numbers
    assert all(q.agreement == "only" for q in found.quotes)


def test_copies() -> None:
    longer = ONE + "\nA band played outside while the members of the council were leaving the building by a side door."
    found = compare((read(longer, "2024-03-06", as_body=True), read(ONE, "2024-03-05", as_body=True)))
    assert [c.containment for c in found.copies] == [1.0]
    assert found.copies[0].source == 1
    assert {c.relation for c in found.claims if len(c.members) == 2} == {"same"}


def test_the_digest_says_a_thing_once(pair: Comparison) -> None:
    told = {(line.article, line.sentence) for line in pair.summary}
    assert not {(0, 0), (1, 0)} <= told
    assert any(line.also for line in pair.summary)
    assert sum(len(pair.articles[x.article].text[x.start : x.end].split()) for x in pair.summary) <= 60


def test_update_tells_only_what_is_new() -> None:
    found = update([read(ONE, as_body=True)], read(TWO, as_body=True), Budget(sentences=2))
    texts = [TWO[line.start : line.end] for line in found]
    assert any("marched" in t for t in texts)
    assert not any("voted on Tuesday" in t for t in texts)
    assert {line.article for line in found} == {1}


def test_digest_for_a_query() -> None:
    found = digest([read(ONE, as_body=True), read(TWO, as_body=True)], Budget(sentences=4), "brewery")
    assert [(line.article, line.sentence) for line in found] == [(0, 3)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("we will not go", "We will not go,", "same"),
        ("We will not go there today", "we will not go", "shortened"),
        ("we will not go", "we will go", "altered"),
        ("we shall not go", "we will not go", "altered"),
        ("We heard two bangs and then the roof was gone", "We heard two bangs and the roof was gone", "altered"),
        ("The hall burnt, and we could not go in.", "The hall burnt,", "shortened"),
        ("We would not say the hall burnt down.", "the hall burnt down", "altered"),
        ("It is late. Nobody came. We are closing the shop.", "It is late. We are closing the shop.", "shortened"),
        ("The crew kept us calm, they had tea.", "The crew kept us calm. The children sang.", "shortened"),
        ("The crew kept us calm, they had tea.", "The crew kept us calm and sang.", "altered"),
    ],
)
def test_quotations_word_by_word(one: str, other: str, kind: str) -> None:
    for a, b in ((one, other), (other, one)):
        assert relation(worded(a, (Span(0, len(a)),)), worded(b, (Span(0, len(b)),))) == kind


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("“The roof was gone by noon,” Ms Adeyemi said.", "“The roof was simply gone by noon,” Ms Adeyemi said.",
         "“simply” in one only"),
        ("“We shall not leave this town,” Ms Adeyemi said.", "“We will not leave this town,” Ms Adeyemi said.",
         "“shall” against “will”"),
        ("“We did not get anybody out on Monday,” Ms Adeyemi said. “All were out by noon.”",
         "“We did not get anybody out, but were out by noon,” Ms Adeyemi said.",
         "“on Monday … All” against “but”"),
    ],
)  # fmt: skip
def test_what_differs_is_told_in_words(one: str, other: str, difference: str) -> None:
    found = compare(
        (read(f"Ruth Adeyemi spoke. {one}", as_body=True), read(f"Ruth Adeyemi spoke. {other}", as_body=True))
    )
    assert [q.difference for q in found.quotes] == [difference]


def test_a_cue_between_two_parts_is_no_change() -> None:
    whole, split = "We did all we could and it was late", "“We did all we could,” she said, “and it was late.”"
    parts = (Span(1, 21), Span(34, 50))
    assert relation(worded(whole, (Span(0, len(whole)),)), worded(split, parts)) == "same"


def test_figures() -> None:
    assert [f.value for f in figures("It cost £2.5 million, or 12 per cent more, for 3,000 seats.")] == [
        2.5e6,
        12,
        3000,
    ]
    assert not figures("On 5 March 2024 at 10:30 in 1999")
    about, exact = figures("more than 35 people")[0], figures("38 people")[0]
    assert agree(about, exact)
    assert not agree(exact, figures("40 people")[0])


def test_names() -> None:
    assert initials("Organisation for Security and Co-operation in Europe") == "OSCE"
    assert same_body("OSCE", "the Organisation for Security and Co-operation in Europe")
    assert clash("mayor of Ostrand", "striker")
    assert not clash("mayor of Ostrand", None)


def test_json_and_edges(pair: Comparison) -> None:
    row = json.loads(json.dumps(encode_comparison(pair)))
    ids = [a["id"] for a in row["articles"]]
    assert len(set(ids)) == 2
    assert all(set(c["in"]) <= set(ids) for c in row["sentences"])
    assert all(a["rank"] != b["rank"] for a, b in pairwise(row["summary"]))
    empty = compare((read(""), read("")))
    assert empty.summary == ()
    with pytest.raises(ValueError, match="2 to 12"):
        compare((read(""),))
    with pytest.raises(ValueError, match="words"):
        compare((read(""), read("")), 0)


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / name for name in ("one.txt", "two.txt")]
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text, encoding="utf-8")
    assert main(["compare", "--as-body", "--format", "json", *map(str, paths)]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == 1
    assert main(["compare", "--as-body", *map(str, paths)]) == 0
    assert "What stands out" in capsys.readouterr().out
    assert main(["compare", str(paths[0])]) == 2


def test_figures_behind_an_article_ordinals_and_names() -> None:
    hundred, eighty = figures("More than a hundred came")[0], figures("some 120 came")[0]
    assert (hundred.value, hundred.near) == (100, "more than")
    assert agree(hundred, eighty)
    assert [f.value for f in figures("Two sons spent eight days there in the 88th minute of Meteora-2")] == [2, 8]
    more, still_more = figures("more than 300 people")[0], figures("more than 400 people")[0]
    assert not agree(more, still_more)


def test_articles_of_other_events_are_called_strangers() -> None:
    other = "A storm tore roofs off houses in Carrow on Sunday.\n\n“Nobody slept,” said Ann Vole, a baker.\n"
    two = compare((read(ONE, as_body=True), read(other, as_body=True)))
    assert [f.text for f in two.findings] == ["The articles have no statement and no quotation in common."]
    three = compare((read(ONE, as_body=True), read(TWO, as_body=True), read(other, as_body=True)))
    assert [f.text for f in three.findings if f.rule == "strangers"] == [
        "Article 3 has no statement and no quotation in common with the others."
    ]
    assert not any("Ann Vole" in f.text for f in three.findings)


def test_a_share_in_words_is_a_round_one() -> None:
    (share,) = figures("Her union says that nine in ten of its members have stopped work.")
    (exact,) = figures("The union said 92 per cent had walked out.")
    assert (share.value, share.unit) == (90, ("%",))
    assert agree(share, exact)
    assert [f.value for f in figures("Three in 12 months died.")] == [3, 12]


def test_the_summary_of_a_set_answers_a_query_or_tells_the_news_of_one() -> None:
    old = read("The ferry Ostrand ran aground on Monday. Forty people were on board.", as_body=True)
    new = read("The ferry Ostrand ran aground on Monday. A diver found a hole in the hull.", as_body=True)
    lines = compare((old, new), news_of=1).summary
    assert [(x.article, new.text[x.start : x.end]) for x in lines] == [(1, "A diver found a hole in the hull.")]
    back = compare((new, old), news_of=0).summary
    assert [(x.article, new.text[x.start : x.end]) for x in back] == [(0, "A diver found a hole in the hull.")]
    asked = compare((old, new), query="hull").summary
    assert [new.text[x.start : x.end] for x in asked] == ["A diver found a hole in the hull."]
    with pytest.raises(ValueError, match="not both"):
        compare((old, new), query="hull", news_of=1)
    with pytest.raises(ValueError, match="one of 0 to 1"):
        compare((old, new), news_of=2)
