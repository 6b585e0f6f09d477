"""Which action is the main event, and how its weights are fitted."""

from __future__ import annotations

import hashlib
import tomllib

import numpy as np

from summariser.actions.rank import Clues, look
from summariser.lexicon import HERE
from summariser.read import read
from summariser.train import actions


def test_what_the_story_comes_back_to_is_the_main_event() -> None:
    text = (
        "Anna Brandt ate lunch on the quay. Helen Marsh sank the ferry. The ferry lay on the sand at noon. "
        "Divers saw the ferry. Nobody was on the ferry when Marsh sank it."
    )
    article = read(text, "2025-03-14", as_body=True)
    clues = dict(
        zip([a.verb for a in article.actions], look(text, article.sentences, article.actions, ""), strict=True)
    )
    assert clues["sank"].spread > clues["ate"].spread == 0
    assert max(a.main for a in article.actions) == 1.0


def test_a_headline_says_which_event_is_the_main_one() -> None:
    story = "Anna Brandt opened the mill on Monday. Helen Marsh closed the bank on Tuesday."
    plain = {a.verb: a.main for a in read(story, "2025-03-14", as_body=True).actions}
    text = (
        f"Bank closed by Helen Marsh\n\n14 March 2025\n\n{story}\n\nNo more was known on Friday, the town council said."
    )
    told = {a.verb: a.main for a in read(text).actions if "on" in text[a.start : a.end]}
    assert told["closed"] / told["opened"] > plain["closed"] / plain["opened"]


def test_events_are_ranked_by_what_people_kept() -> None:
    kept, passing = np.zeros(len(Clues._fields)), np.zeros(len(Clues._fields))
    kept[Clues._fields.index("spread")] = 1.0
    gold = [actions.Ranking(np.array([kept, passing]), np.zeros(2), np.array([0.6, 0.0]), actions.SETS[0])] * 20
    weights = actions.solve(gold)
    assert weights @ kept > weights @ passing
    assert weights.tolist() == actions.solve(gold).tolist()


def test_the_weights_are_the_recorded_ones() -> None:
    recorded = tomllib.loads((HERE.parent / "SOURCES.toml").read_text(encoding="utf-8"))["file"]["action-weights.json"]
    assert recorded["sha256"] == hashlib.sha256((HERE / "action-weights.json").read_bytes()).hexdigest()
