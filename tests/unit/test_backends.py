"""Another program's names: labels follow its spans, what is not here is told in a sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

import summariser as ns
from dashboard.cli import main
from summariser.model import Sentence
from summariser.text.backends import backend, one_sentence
from summariser.text.words import tag

TEXT = "The mayor of Strandhaven, Quorl Vantz, met the Ostrand Zephyr on Monday.\n\n“We agreed,” Vantz said."
KNOWN = {"Quorl Vantz": "PERSON", "Vantz": "PERSON", "Strandhaven": "GPE", "Ostrand Zephyr": "ORG", "Monday": "DATE"}


def model(sentence: str) -> Any:
    """What a spaCy model gives, as far as we look: spans with a label."""
    spans = [(sentence.find(name), name, label) for name, label in KNOWN.items() if name in sentence]
    spans = [s for s in spans if s[1] != "Vantz" or "Quorl" not in sentence]  # spaCy's names never overlap
    named = [SimpleNamespace(start_char=at, end_char=at + len(name), label_=label) for at, name, label in spans]
    return SimpleNamespace(ents=named)


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def load(name: str) -> Any:
        if name != "en_test":
            raise OSError(name)
        return model

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))
    backend.cache_clear()
    yield
    backend.cache_clear()


@pytest.mark.usefixtures("spacy")
def test_the_names_are_the_models() -> None:
    article = ns.read(TEXT, as_body=True, names="spacy:en_test")
    kinds = {a.name: a.kind for a in article.actors}
    assert kinds["Quorl Vantz"] == "person"
    assert kinds["Ostrand Zephyr"] == "organisation"
    assert [article.actors[q.speaker].name for q in article.quotes if q.speaker is not None] == ["Quorl Vantz"]


def test_words_that_touch_a_name_belong_to_it_and_neighbours_stay_apart() -> None:
    (words,) = tag("Ann Bell Cora Dale left", (Sentence(0, 23, 0),))
    made = one_sentence(words, [(0, 8, "PER"), (9, 16, "PER")])
    assert [w.name for w in made] == ["B-PER", "I-PER", "B-PER", "I-PER", "O"]
    assert [w._replace(name="O") for w in made] == [w._replace(name="O") for w in words]


@pytest.mark.usefixtures("spacy")
@pytest.mark.parametrize(
    ("asked", "told"),
    [("stanza:en", "expected spacy:MODEL"), ("spacy:", "expected spacy:MODEL"), ("spacy:no_such", "no spaCy model")],
)
def test_what_is_not_here_is_told(asked: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match=told):
        ns.read(TEXT, names=asked)
    with pytest.raises(SystemExit) as ended:
        main(["read", "--names", asked, "-"])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_without_spacy_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    backend.cache_clear()
    with pytest.raises(ValueError, match=r"news-summariser\[spacy\]"):
        ns.read(TEXT, names="spacy:en_core_web_sm")
