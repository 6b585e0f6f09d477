"""Every summariser keeps the same contract; the news one reads well."""

from __future__ import annotations

import pytest

from summariser import SUMMARISERS, read, summarise
from summariser.model import Article
from summariser.summary.coherence import Lean
from summariser.summary.features import Features, measure
from summariser.summary.news import rank, valued
from summariser.summary.select import Room, Values, fill, in_order, never
from summariser.summary.shown import Shown, Unfit
from summariser.summary.terms import cut, terms
from summariser.summary.worth import worths

STORY = """The harbour council voted on Tuesday to close the old ferry terminal at Ostrand after forty years.
Mayor Lena Brandt said the terminal had lost 3 million crowns a year. "We kept it open as long as we could," she said.
However, shop owners near the quay called the vote a betrayal.
She promised that a new bus line would start in May.
The ferry company Nordlin will move its boats to Port Hale, the council said.
About 38 workers at the terminal will lose their jobs.
Who will pay for the quay? Nobody at the meeting would say.
The council will sell the terminal building in the autumn.
Some of the ferry workers marched to the town hall on Wednesday.
The old terminal opened in 1984 and once served 900 passengers a day."""


@pytest.fixture(scope="module")
def story() -> Article:
    return read(STORY, as_body=True)


@pytest.fixture(scope="module")
def long() -> Article:
    return read(
        " ".join(f"The council of town {n} met and voted for bridge {n % 7}." for n in range(501)), as_body=True
    )


@pytest.mark.parametrize("name", SUMMARISERS)
def test_contract(name: str, story: Article) -> None:
    picks = summarise(story, name, sentences=3)
    assert len(picks) == 3
    assert [p.sentence for p in picks] == sorted({p.sentence for p in picks})
    assert sorted(p.rank for p in picks) == [1, 2, 3]
    assert all(p.why for p in picks)
    assert picks == summarise(story, name, sentences=3)


@pytest.mark.parametrize("name", SUMMARISERS)
def test_edges(name: str, story: Article) -> None:
    assert summarise(read(""), name) == ()
    assert len(summarise(read("?!\n\n...", as_body=True), name)) <= 3
    assert len(summarise(story, name, sentences=500)) == len(story.sentences)
    for words in (1, 20, 60):
        picks = summarise(story, name, words=words)
        taken = [story.sentences[p.sentence] for p in picks]
        assert sum(len(story.text[s.start : s.end].split()) for s in taken) <= words
    assert len(summarise(story, name, share=1.0)) == len(story.sentences)


@pytest.mark.parametrize("budget", [{"sentences": 0}, {"words": -3}, {"share": 0.0}, {"sentences": 2, "words": 3}])
def test_wrong_budgets_are_named(budget: dict[str, int], story: Article) -> None:
    with pytest.raises(ValueError, match="budget"):
        summarise(story, **budget)  # type: ignore[arg-type]


def test_an_unknown_algorithm_names_the_others(story: Article) -> None:
    with pytest.raises(ValueError, match="lexrank"):
        summarise(story, "magic")


def test_sumy_refuses_long_texts_with_the_way_out(long: Article) -> None:
    with pytest.raises(ValueError, match="Use the algorithm news"):
        summarise(long, "textrank", sentences=3)
    assert len(summarise(long, "news", sentences=3)) == 3


def test_a_longer_summary_holds_the_shorter(story: Article) -> None:
    picks = [{p.sentence for p in summarise(story, sentences=n)} for n in range(1, 10)]
    assert all(a < b for a, b in zip(picks, picks[1:], strict=False))


def test_what_leans_comes_after_what_it_leans_on(story: Article) -> None:
    leaning = next(i for i, s in enumerate(story.sentences) if story.text.startswith("However", s.start))
    for n in range(1, len(story.sentences)):
        chosen = {p.sentence for p in summarise(story, sentences=n)}
        assert leaning not in chosen or leaning - 1 in chosen


def test_a_query_answers_only_what_is_asked(story: Article) -> None:
    picks = summarise(story, sentences=3, query="jobs of the worker")
    texts = [story.text[story.sentences[p.sentence].start : story.sentences[p.sentence].end] for p in picks]
    assert any("38 workers" in t for t in texts)
    assert all("worker" in t or "job" in t for t in texts)
    assert summarise(story, query="volcano") == ()
    with pytest.raises(ValueError, match="query"):
        summarise(story, "lsa", query="jobs")


def test_terms_are_stems_of_content_words_however_they_are_joined() -> None:
    said = 'The long-term plan ("stopped", they said) isn’t Ostrand’s: 3,000 boats, no 5.'
    assert terms(said) == ["long", "term", "plan", "stop", "ostrand", "3", "000", "boat", "5"]


def leaning(article: Article) -> list[Lean | None]:
    cuts = cut(article)
    return list(map(Shown(article, cuts).__getitem__, range(len(cuts))))


def test_words_told_add_nothing_again() -> None:
    words = [["ferry", "hole"], ["ferry", "quay"], ["bus"]]
    adds = {"ferry": [(0, 0.64), (1, 0.81)], "hole": [(0, 0.36)], "quay": [(1, 0.16)], "bus": [(2, 1.0)]}
    values = Values([1.4, 1.3, 0.6], words.__getitem__, adds.__getitem__)
    assert list(in_order(values, never)) == [0, 2, 1]


def test_what_found_no_room_has_told_nothing() -> None:
    words = [["ferry", "hole"], ["ferry"], ["bus"]]
    adds = {"ferry": [(0, 0.64), (1, 1.0)], "hole": [(0, 0.36)], "bus": [(2, 1.0)]}
    refused: set[int] = set()
    order = in_order(Values([1.8, 0.9, 0.6], words.__getitem__, adds.__getitem__), never, refused)
    assert fill(order, [20, 5, 5], never, Room(9, 10), refused) == [1, 2]


def test_only_sentences_whose_turn_comes_are_asked_what_leaning_costs() -> None:
    asked: list[int] = []

    def costs(sentence: int) -> float:
        asked.append(sentence)
        return -2.0 if sentence == 0 else 0.0

    values = Values([3.0, 2.0, 0.5], lambda sentence: (), lambda word: (), costs)
    order = in_order(values, never)
    assert [next(order), next(order)] == [1, 0]
    assert set(asked) == {0, 1}


@pytest.mark.parametrize(
    "sentence",
    [
        "Since then, the quay has stood empty.",
        "It's thanks to those owners that the pier was built.",
        "Most striking is that the port ignored all of this.",
        "Either move could have saved the port.",
        "Neither side would say why.",
        "The remaining boats stay.",
        "Unfortunately, that owner was the mayor.",
        "The owners booed that last one.",
        "With that in mind, the port sold its cranes.",
        "The bulk of these losses is still unpaid.",
        "On Tuesday, those words were said again.",
        "After reading this plan, the mayor left.",
        "Even before that, the port had lost its cranes.",
    ],
)
def test_what_points_back_leans(sentence: str) -> None:
    assert leaning(read(f"The port of Ostrand closed in May. {sentence}", as_body=True))[1] is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The port paid those who lost their work.",
        "It's clear that the port will close.",
        "This week, the council sold the cranes.",
        "Either the council or the county will pay.",
        "The port is rare in that it never lost a boat.",
        "The port will open later on this year.",
    ],
)
def test_what_points_at_nothing_before_it_stands_alone(sentence: str) -> None:
    assert leaning(read(f"The port of Ostrand closed in May. {sentence}", as_body=True))[1] is None


def test_a_piece_of_a_sentence_is_no_choice() -> None:
    article = read(STORY.replace("Who will pay for the quay?", "Who pays: ."), as_body=True)
    taken = [article.sentences[p.sentence] for p in summarise(article, sentences=5)]
    assert not any(article.text.startswith("Who pays", s.start) for s in taken)


def test_a_sentence_that_takes_up_the_headline_is_chosen() -> None:
    page = "Nordlin boats leave Ostrand for Port Hale\n\n" + STORY.replace("\n", "\n\n")
    article = read(page)
    texts = [article.text[article.sentences[p.sentence].start :] for p in summarise(article, sentences=2)]
    assert any(t.startswith("The ferry company Nordlin") for t in texts)


@pytest.mark.parametrize(
    "sentence",
    [
        "On Sunday, the army released them.",
        "A shop moved in to replace it.",
        "'The quay is lost and nobody told the owners.",
    ],
)
def test_what_is_done_to_somebody_untold_and_speech_left_open_lean(sentence: str) -> None:
    assert leaning(read(f"The port of Ostrand closed in May. {sentence}", as_body=True))[1] is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner said the shop would buy it.",
        "The mayor met the owners and thanked them.",
        "The mayor won because the owners voted for her.",
        "The 'Old Quay' was sold.",
    ],
)
def test_what_somebody_else_can_stand_for_stands_alone(sentence: str) -> None:
    assert leaning(read(f"The port of Ostrand closed in May. {sentence}", as_body=True))[1] is None


def test_who_speaks_on_in_single_marks_is_not_the_one_spoken_of() -> None:
    article = read(
        "Tom Reed spoke of the goalkeeper on Monday, saying: 'He has worked hard. He is the best of us. He will play.'",
        as_body=True,
    )
    found = leaning(article)[1:]
    assert all(found)
    assert not any(lean and lean.gloss and lean.gloss[1] == "[Tom Reed]" for lean in found)


def test_a_line_with_its_stop_apart_is_no_choice() -> None:
    cut = read(STORY.replace("Who will pay for the quay?", "Port Hale, Ostrand held ."), as_body=True)
    taken = [cut.sentences[p.sentence] for p in summarise(cut, sentences=5)]
    assert not any(cut.text.startswith("Port Hale, Ostrand", s.start) for s in taken)


def test_the_name_of_who_speaks_is_no_help_to_words_that_point_back() -> None:
    article = read(
        '"The quay is lost for good. We have to build on that. And are the owners paid? The port will close," '
        "Mayor Lena Brandt said.",
        as_body=True,
    )
    assert [bool(lean and lean.gloss) for lean in leaning(article)] == [True, False, False, False]


def test_who_passes_words_on_is_not_shown_as_their_speaker() -> None:
    article = read(
        '"The quay is lost. The port will close," the Ostrand Wire quoted Lena Brandt as saying.', as_body=True
    )
    assert not any(lean and lean.gloss for lean in leaning(article))


def pieces(article: Article) -> list[bool]:
    """For each sentence whether it is none that a reader should be shown."""
    cuts = cut(article)
    return [Unfit(article, cuts, measure(article, cuts).tally)[number] for number in range(len(cuts))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Foul by Jonas Reed (Ostrand).", True),
        ("Top 10 Harbour Crane Makers in the North.", True),
        ("Fast cranes (good for small ports with little room)", True),
        ("Ruth Obi (left) shakes hands with the mayor of Ostrand.", True),
        ("Stay tuned for more news from our harbours.", True),
        ("Click here to see where the cranes were built.", True),
        ("Copyright © 2026 The Ostrand Wire and others.", True),
        ("Lena BrandtLena Brandt Mayor wins againMayor loses a vote at last MORE (Ostrand) spoke of the port.", True),
        ("Mayor Lena Brandt-ObiLena Brandt-Obi Harbour sold at lastMayor wins spoke of the port.", True),
        ("The Harbour Shopper: 24 sales that are made for…", True),
        ("GETTY The mayor of Ostrand left the port early The port stays open for all.", True),
        ("About the Ten Best Makers of Cranes for Small Old Harbours in the North.", True),
        ("To browse all the cranes of the year, visit our shop.", True),
        ("Jonas Reed (Ostrand) wins a free kick in the attacking half.", True),
        ("Ostrand. pic.twitter.com/ab1 -- Ruth Obi (@ruthobi) March 8, 2026 Some blame the mayor.", True),
        ("#Ostrand2026pic.twitter.com/ab1 -- Ruth Obi (@ruthobi) March 8, 2026 It was a long day.", True),
        ('<post author="ruthobi" id="71">The harbour deserves better than a toll.</post>.', True),
        ("The mayor said that x < y and that the toll would stand.", False),
        ("Get the harbour's news directly to your inbox + Subscribe Thank you for subscribing!", True),
        ("He said that he would sign up for the navy if the harbour was lost.", False),
        ("Ruth Obi in Ostrand contributed to this report.", True),
        ("The cranes cost the port millions.", False),
        ("Ruth Obi depends on the port.", False),
        ("They know the harbour very well.", False),
        ("The mayor of Ostrand (she left early) sold the cranes (all of them).", False),
        ("“We sold the cranes of the port.”", False),
    ],
)
def test_a_label_and_what_points_beside_the_text_are_no_choice(sentence: str, expected: bool) -> None:
    article = read(f"The port of Ostrand closed in May.\n\n{sentence}", as_body=True)
    assert pieces(article)[1] is expected


def test_lines_run_together_and_a_sentence_told_again_are_no_choice() -> None:
    again = "Mayor Lena Brandt closed the old ferry terminal at Ostrand on Tuesday."
    long = " ".join(f"Boat {n}" for n in range(60)) + " sailed."
    assert pieces(read(f"{NEWS}\n\n{again}\n\n{long}", as_body=True)) == [False] * 6 + [True] * 2


NEWS = """Mayor Lena Brandt closed the old ferry terminal at Ostrand on Tuesday.
"It lost 3 million crowns a year," Ms Brandt said.
Two years ago the council had promised to keep it.
Since 2013 the number of passengers has halved.
Chairman Piet Olsen said nobody was asked.
The boats will move to Port Hale."""


def feature(name: str) -> list[float]:
    """One feature of every sentence of ``NEWS``."""
    article = read(NEWS, as_body=True)
    return [float(x) for x in measure(article, cut(article)).rows[:, Features._fields.index(name)]]


def test_what_went_before_the_news_is_known() -> None:
    assert feature("before") == [0, 0, 1, 1, 0, 0]


def test_who_is_named_first_is_introduced_once() -> None:
    introduces = feature("introduces")
    assert introduces[0] > introduces[4] > 0 == introduces[1]


def test_the_words_of_who_is_mentioned_most_count_most() -> None:
    said = feature("speaker")
    assert said[1] == 1 > said[4] > 0 == said[5]


def test_the_main_event_counts_once() -> None:
    article = read(STORY, as_body=True)
    weights = dict.fromkeys((*Features._fields, "hard", "gloss", "worth", "content", "length"), 0.0) | {"main": 1.0}
    ranking = rank(article, weights)
    rows = ranking.reading.rows.copy()
    rows[:, Features._fields.index("main")] = [1, 1, 0, 0, 0, 0, 0, 0, 1, *[0] * (len(rows) - 9)]
    ranking = ranking._replace(reading=ranking.reading._replace(rows=rows))
    values = valued(ranking, worths(ranking.reading.tally))
    (event,) = {word for word in values.words(0) if dict(values.adds(word)).get(0)}
    assert dict(values.adds(event)) == {0: 1.0, 1: 1.0, 8: 1.0}
