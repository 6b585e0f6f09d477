"""The language of a text: told by function words where these are enough, by the classifier elsewhere."""

from __future__ import annotations

import pytest

from summariser.text import metadata
from summariser.text.blocks import all_body
from summariser.text.metadata import find_language

RESULTS = "\n".join(
    f"{school} ({n}-1): {one} {n + 11} points. {other} {n + 4} points. {one}-{other} {n} saves."
    for n, (school, one, other) in enumerate(
        [("Strandhaven", "Okafor", "Brandt"), ("Carrow Bay", "Pell", "Adeyemi"), ("Mill Road", "Drew", "Quill")] * 4
    )
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Rat hat am Montag beschlossen, dass die Brücke bis zum Herbst für alle Wagen gesperrt bleibt.", "de"),
        ("De raad heeft maandag besloten dat de brug tot de herfst voor al het verkeer dicht is, zegt hij.", "nl"),
        ("A tanács hétfőn úgy döntött, hogy a híd őszig zárva marad, és a forgalom a part felé megy majd.", "hu"),
        ("El consejo decidió el lunes que el puente no se abre hasta el otoño, a pesar de las protestas.", "es"),
    ],
)
def test_other_languages_are_told_and_warned_of(text: str, code: str) -> None:
    found, warnings = find_language(text, all_body(text))
    assert found == code
    assert len(warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the bridge on Monday and it will stay shut until the autumn.",
        "Council shuts bridge: what drivers have been told, and what happens next for them.",
        RESULTS,
        "",
        "14:05",
    ],
)
def test_english_and_lists_of_results_need_no_classifier(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "classify", lambda sample: pytest.fail(f"asked about {sample[:40]!r}"))
    assert find_language(text, all_body(text)) == ("en", ())


def test_running_words_are_no_list() -> None:
    german = (
        "Der Rat hat am Montag beschlossen, dass die Brücke gesperrt bleibt, sagte die Bürgermeisterin. "
        "Wer zur Arbeit über den Fluss muss, soll die Fähre nehmen, die alle zehn Minuten fährt und nichts kostet. "
        "Die Händler am Ufer fürchten einen schlechten Sommer und verlangen, dass die Stadt ihnen die Pacht erlässt. "
        "Ein Gutachten hatte im März gezeigt, dass zwei Pfeiler nicht mehr tragen, was viele vermutet hatten. "
        "Bis zum Herbst wird gebaut, und wenn das Wetter hält, kann die Brücke noch vor dem ersten Frost wieder öffnen."
    )
    assert not metadata.is_list(german)
    assert not metadata.is_list(german.upper())
    assert metadata.is_list(RESULTS)
