"""Training: the gold is read aright, and the same gold makes the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import re
import tomllib
from pathlib import Path

from summariser.lexicon import HERE
from summariser.read import read
from summariser.text.lines import see_lines
from summariser.train import pages
from summariser.train.__main__ import SILVER
from summariser.train.crf import fit
from summariser.train.gold import bio, joined, marked, unmarked
from summariser.train.pages_gold import agreement, f1, states
from summariser.train.reliability import judge, table
from summariser.train.repairs import handles_out, phrases_out, titles_out
from summariser.train.rows import tag_rows


def test_weights_are_the_recorded_ones() -> None:
    recorded = tomllib.loads((HERE.parent / "SOURCES.toml").read_text(encoding="utf-8"))["file"]
    for path in HERE.glob("*.crf*.gz"):
        assert recorded[path.name]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.with_name(path.name.partition(".")[0] + ".top.txt").exists()
    made = ("quote-weights", "page-weights", "page-weights-html", "headline-weights", "news-weights", "worth-weights")
    for name in (*(f"{kind}.json" for kind in made), "word-classes.txt.gz"):
        assert recorded[name]["sha256"] == hashlib.sha256((HERE / name).read_bytes()).hexdigest()


def test_silver_is_what_its_readme_says() -> None:
    pinned = re.findall(r"^ +([0-9a-f]{64})  (\S+)$", (SILVER[0].parent / "README.md").read_text("utf-8"), re.M)
    assert sorted(pinned) == sorted((hashlib.sha256(path.read_bytes()).hexdigest(), path.name) for path in SILVER)


def test_same_gold_same_bytes(tmp_path: Path) -> None:
    gold = [[("Ann", "NNP"), ("ran", "VBD"), (".", ".")], [("a", "DT"), ("well", "RB"), ("-", "HYPH"), ("ran", "VBN")]]
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    assert len({fit(tag_rows(gold * 3), "tags", folder) for folder in folders}) == 1
    assert len({(folder / "tags.crf.gz").read_bytes() for folder in folders}) == 1


def test_kinds_are_ours_and_names_begin_with_b() -> None:
    assert bio([("Ann", "I-politician"), ("Obi", "I-politician"), ("Emmy", "B-award")]) == [
        *(("Ann", "B-PER"), ("Obi", "I-PER"), ("Emmy", "O")),
    ]


def test_hyphened_words_are_joined() -> None:
    gold = [("a", "DT"), ("well", "RB"), ("-", "HYPH"), ("known", "VBN"), ("port", "NN")]
    assert joined(gold) == [("a", "DT"), ("well-known", "JJ"), ("port", "NN")]


def test_marked_sentences_are_read() -> None:
    assert unmarked("Mr [PER Ann Obi] left [LOC Rome].") == [
        *(("Mr", "O"), ("Ann", "B-PER"), ("Obi", "I-PER"), ("left", "O"), ("Rome", "B-LOC"), (".", "O")),
    ]


def test_marked_sentences_are_read_packed_or_not(tmp_path: Path) -> None:
    text = "# a remark\n[PER Ann Obi] left .\n\nIt rained .\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(text.encode()))
    assert marked(tmp_path / "a.txt") == marked(tmp_path / "a.txt.gz")
    assert marked(tmp_path / "a.txt.gz")[0] == [("Ann", "B-PER"), ("Obi", "I-PER"), ("left", "O"), (".", "O")]


def test_names_are_brought_to_one_habit() -> None:
    assert titles_out([("Mr.", "B-PER"), ("Obi", "I-PER")]) == [("Mr.", "O"), ("Obi", "B-PER")]
    assert handles_out([("@", "B-PER"), ("ann", "B-PER"), ("Ann", "B-PER")])[1:] == [("ann", "O"), ("Ann", "B-PER")]
    assert phrases_out([("the", "B-ORG"), ("Red", "I-ORG"), ("Cross", "I-ORG"), ("we", "B-ORG")]) == [
        *(("the", "O"), ("Red", "B-ORG"), ("Cross", "I-ORG"), ("we", "O")),
    ]
    assert phrases_out([("Red", "B-ORG"), ("partners", "I-ORG")]) is None


def test_report_counts_what_is_right() -> None:
    text = "“The ferry is late,” Ann Obi said.\n\n“The pier is shut,” Ben Orlu said."
    said = [{"start": 1, "end": 19, "speaker": {"start": 21, "end": 28}}]
    said.append({"start": 37, "end": 54, "speaker": {"start": 21, "end": 28}})
    judged = list(judge({"text": text, "quotes": said}, read(text, as_body=True)))
    assert [j.right for j in judged] == [True, False]
    assert table(judged).splitlines()[1].split() == ["in", "marks", "0.90", "to", "1.00", "2", "0.99", "0.50"]


PASTED = """Home
News
Road to close for nine weeks
The board of Eastmere voted on Tuesday to close the old road.
Read next
It said so in a letter to everybody who lives along the road.
Cookies
"""
ARTICLE = (
    "The board of Eastmere voted on Tuesday to close the old road.\n\n"
    "It said so in a letter to everybody who lives along the road."
)


def test_gold_bodies_give_every_line_its_state() -> None:
    assert states(see_lines(PASTED), ARTICLE) == [0, 0, 0, 1, 2, 1, 3]
    assert states(see_lines("Home\nNews"), ARTICLE) == [0, 0]


def test_agreement_is_of_runs_of_four_words() -> None:
    assert agreement(ARTICLE, ARTICLE) == (1.0, 1.0)
    precision, recall = agreement("a b c d e f g h", "a b c d e")
    assert (precision, recall) == (1.0, 0.4)
    assert f1([(1.0, 1.0), (0.0, 0.0)]) == 0.5


def test_page_weights_learn_and_are_the_same_again() -> None:
    page = pages.Page("gazette.example", ARTICLE, see_lines(PASTED))
    first, again = (pages.fit([page.row] * 3, 1.0) for _ in range(2))
    assert first == again
    assert "board of Eastmere" in pages.read_body(page, first)
    assert "Cookies" not in pages.read_body(page, first)
