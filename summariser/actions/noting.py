"""What the text's thread keeps of each clause: who acted, and whom a speech act was about."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import Clause
from summariser.actions.nouns import noun_kind
from summariser.actions.scene import Scene, speaker_at
from summariser.actions.thread import Accused


def remember(scene: Scene, line: Line, doers: Sequence[tuple[Piece, int | None]]) -> None:
    """Note who acted, for the pronouns to come."""
    acting = tuple(dict.fromkeys(actor for _, actor in doers if actor is not None))
    noun = doers[0][0]
    head = noun.end - 1
    if not acting or (line.letters[noun.start] == "O" and len(acting) < 2):
        return
    kinds = [scene.cast.members[actor].kind for actor in acting]
    persons = "person" in kinds and "place" not in kinds
    several = line.words[head].tag == "NNS" or (noun_kind(line.low[head]) == "group")
    speaker = speaker_at(scene, line.words[noun.start].start)
    scene.thread.note(acting, line.low[head], line.letters[head] == "P", several, persons, speaker)


def remember_accused(scene: Scene, line: Line, clause: Clause, doers: Sequence[tuple[Piece, int | None]]) -> None:
    """Note whom a speech act is about."""
    noun = line.noun_at(clause.verb.end)
    if noun is not None:
        speakers = tuple(n for _, n in doers if n is not None)
        scene.thread.accused = Accused(scene.thread.sentence, speakers, line, noun)
