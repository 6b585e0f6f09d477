"""One decision for each stretch: who says it or nobody, by which construction, how likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summariser.quotes.candidates import Scene
from summariser.quotes.lines import Line
from summariser.quotes.options import Option, list_options
from summariser.quotes.phrases import Phrase
from summariser.quotes.rank import choose
from summariser.quotes.shapes import Shape, shape_of
from summariser.quotes.signed import Signed
from summariser.quotes.titles import TITLE, is_title

SIGNED = 0.93  # how surely whoever signs a quotation said it
NAMED = 0.9  # how surely words that a noun beside them calls a title are nobody's


class Decision(NamedTuple):
    """``stretch`` indexes the stretches, ``line`` the lines; ``winner`` has no phrase where nobody speaks;
    ``partial`` says that the stretch stands within a clause of the writer's."""

    stretch: int
    line: int
    winner: Option
    chance: float
    partial: bool
    whole_line: bool


def decide(text: str, scenes: Sequence[Scene], signed: Mapping[int, Signed]) -> list[Decision]:
    """A decision for every stretch, in reading order; ``signed`` says to whom the layout gives a stretch."""
    made: list[Decision] = []
    last: Decision | None = None
    for n, scene in enumerate(scenes):
        for stretch in scene.line.stretches:
            if stretch[0] in signed:
                decision = signed_off(text, scenes, n, stretch, last, signed[stretch[0]])
            else:
                decision = decide_one(text, scenes, n, stretch, last)
            made.append(decision)
            last = decision if decision.winner.phrase else last
    return made


def signed_off(
    text: str, scenes: Sequence[Scene], n: int, stretch: tuple[int, int, int], last: Decision | None, signed: Signed
) -> Decision:
    """The decision for a stretch that somebody signs; it may carry on what the line before began to quote."""
    name, whole = signed.name, is_whole(scenes[n].line)
    head = text[name.start : name.end].split()[-1].lower()
    winner = Option(n, Phrase(-name.end, -name.start, "name"), None, signed.relation, "", (), 0.0, head, name)
    if last and signed.relation == "signed" and carries_on(text, scenes, n, last, whole):
        winner = last.winner._replace(relation="continues", side="", span=name)
    return Decision(stretch[0], n, winner, SIGNED, False, whole)


def decide_one(
    text: str, scenes: Sequence[Scene], n: int, stretch: tuple[int, int, int], last: Decision | None
) -> Decision:
    """The decision for one stretch: the paragraph that carries a quotation on first, then the weights."""
    line = scenes[n].line
    shape, whole = shape_of(text, line, stretch), is_whole(line)
    partial = is_partial(shape)
    if last and carries_on(text, scenes, n, last, whole):
        winner = last.winner._replace(relation="continues", side="")
        return Decision(stretch[0], n, winner, max(0.5, 0.95 * last.chance), False, True)
    if is_title(line, stretch, shape):
        return Decision(stretch[0], n, Option(n, None, None, TITLE, "", (), 0.0), NAMED, partial, whole)
    options = list_options(shape, scenes, n, stretch, last.winner if last else None, n - last.line if last else 0)
    winner, chance = choose(options)
    return Decision(stretch[0], n, winner, chance, partial, whole)


def is_whole(line: Line) -> bool:
    """Whether a paragraph holds nothing but words in quotation marks."""
    return not any(place == -1 and word.text[0].isalnum() for place, word in zip(line.where, line.words, strict=True))


def carries_on(text: str, scenes: Sequence[Scene], n: int, last: Decision, whole: bool) -> bool:
    """Whether line ``n``, all in quotation marks, carries on the quotation of the line before it: no cue of its own,
    none announced by a colon."""
    if not whole or last.line not in (n - 1, n):
        return False
    before = scenes[n - 1].line.words[-1] if n else None
    return last.line == n or (before is not None and before.text != ":")


def is_partial(shape: Shape) -> bool:
    """Whether the stretch is part of the writer's own clause: "called it a 'farce'"."""
    if shape.before in ("line", "colon", "stop", "quote"):
        return False
    if shape.start == "C" and (shape.end != "none" or shape.after == "comma"):
        return False
    return shape.start != "C" or shape.length in ("1", "2", "3-4") or shape.before not in ("comma", "VB")
