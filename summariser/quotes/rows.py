"""The features of an option, in rows: a row is made once for the looks it tells of, and kept with its weight."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import ParamSpec, cast

import summariser.lexicon as lexicon
from summariser.model import Colour
from summariser.quotes.shapes import Shape

KEPT = 20_000  # rows of each sort
P = ParamSpec("P")


# Features that go together and the sum of their weights, as fitted by ``summariser.train quotes``.  A plain tuple: some
# ten thousand are kept, and Python's collector looks through a named one again and again.
Row = tuple[tuple[str, ...], float]
FEATURES, WEIGHT = itemgetter(0), itemgetter(1)


def kept(name: str) -> Callable[[Callable[P, tuple[str, ...]]], Callable[P, Row]]:
    """A function of features as one of rows, kept, with the weights of a "speaker" or of a "report"."""

    def keep(features: Callable[P, tuple[str, ...]]) -> Callable[P, Row]:
        def row(*looks: P.args, **named: P.kwargs) -> Row:
            found, table = features(*looks, **named), lexicon.numbers("quote-weights")[name]
            return found, sum(filter(None, map(table.get, found)))

        return cast("Callable[P, Row]", lru_cache(maxsize=KEPT)(row))

    return keep


@kept("speaker")
def place_row(
    side: str, rank: int, words: str, stops: int, between: int, inside: str, clause: bool, frames: str, others: int
) -> tuple[str, ...]:
    """Where a cue stands: on which side of the stretch, as which one from there, behind how many narration words, full
    stops and stretches, ``inside`` the same sentence or not."""
    return (
        "cue",
        f"{side}{words}",
        f"{side}.{stops}{between}{inside}",
        f"{side}rank{rank}",
        f"{side}rank{rank}|{clause}|{frames}",
        f"{side}rank{rank}|of{others}",
    )


@kept("speaker")
def shape_row(side: str, near: str, start: str, end: str, before: str, after: str, length: str) -> tuple[str, ...]:
    """How the side and the nearness of a cue go with the shape of the stretch."""
    return (
        f"{side}|{near}|{end}",
        f"{side}|{near}|{before}",
        f"{side}|{near}|{after}",
        f"{side}|{near}|{start}{length}",
    )


@kept("speaker")
def verb_row(
    side: str, near: str, frames: str, colour: Colour, tag: str, passive: bool, negated: bool
) -> tuple[str, ...]:
    """What sort of verb a cue is."""
    return (
        f"frames:{'q' if 'q' in frames else '-'}|{near}",
        f"frames:{''.join([frame for frame in frames if frame in 'notabmp'])}|{side}{near}",
        f"tag:{tag}|{side}",
        f"passive:{passive}|{near}",
        f"negated:{negated}",
        f"colour:{colour}",
    )


def sort_of(form: str, relation: str, side: str) -> tuple[str, ...]:
    """What sort of phrase it is."""
    return (f"form:{form}", f"{relation}|{form}", f"{relation}|{side}")


@kept("speaker")
def beside_row(relation: str, left: str, right: str) -> tuple[str, ...]:
    """Between which neighbours a phrase stands."""
    return (
        f"left:{left}",
        f"right:{right}",
        f"{relation[:7]}|{left}_{right}",
        f"{relation.partition('+')[0]}|{left}",
    )


@kept("speaker")
def subject_row(form: str, relation: str, side: str, order: int, near: str, tag: str, spoke: str) -> tuple[str, ...]:
    """What sort of phrase is the subject of a cue, as which one, of what sort of cue; whether it spoke last."""
    return (
        *sort_of(form, relation, side),
        f"order{order}{side}",
        f"{side}|{relation}|{near}",
        f"{relation}|{tag}",
        f"same:{spoke}",
    )


@kept("speaker")
def standing_row(side: str, taken: bool, shadowed: bool) -> tuple[str, ...]:
    """Whether a cue had the last stretch, and whether a nearer one stands right at the marks."""
    return (f"{side}|taken:{taken}|shadowed:{shadowed}",)


@kept("speaker")
def nobody_row(shape: Shape, headline: bool, named: bool, cues: int) -> tuple[str, ...]:
    """What speaks for words that are no speech."""
    return (
        "nobody",
        f"nobody|{shape.length}|{shape.start}",
        f"nobody|{shape.length}|{shape.end}",
        f"nobody|before:{shape.before}",
        f"nobody|after:{shape.after}",
        f"nobody|{shape.before}_{shape.after}",
        f"nobody|title:{shape.title}|{shape.length}",
        f"nobody|headline:{headline}",
        f"nobody|named:{named}",
        f"nobody|cues:{cues}",
    )


@kept("speaker")
def bare_row(relation: str, before: str, after: str) -> tuple[str, ...]:
    """How a phrase with no cue of its own goes with what stands round the stretch."""
    return ("no cue", relation, f"{relation}|{before}", f"{relation}|{after}")


@kept("speaker")
def apart_row(relation: str, words: str, stops: int, between: int) -> tuple[str, ...]:
    """How far from the stretch a phrase with no cue of its own stands."""
    return (f"{relation}|{words}", f"{relation}|{stops}{between}")


@kept("speaker")
def phrase_row(form: str, relation: str, spoke: str) -> tuple[str, ...]:
    """What sort of phrase with no cue it is; whether it spoke last."""
    return (*sort_of(form, relation, ""), f"same:{spoke}")


@kept("speaker")
def last_row(shape: Shape, gap: int, empty: bool, relation: str) -> tuple[str, ...]:
    """How whoever said the stretch before this one, ``gap`` paragraphs ago, goes on."""
    return (
        "last",
        f"last|gap{gap}|{'whole line' if empty else 'some'}",
        f"last|gap{gap}|{shape.before}|{shape.start}",
        f"last|gap{gap}|{shape.after}",
        f"last|{shape.end}",
        f"last|{shape.length}",
        f"last|{relation}",
    )


@kept("speaker")
def line_row(form: str, where: str, empty: bool, end: str, off: str, subject: str, before: str) -> tuple[str, ...]:
    """A phrase of the paragraph before: ``where`` says which cue it is the subject of, or "phrase" for none."""
    head = ("line before", f"line before|{where}|{'whole line' if empty else 'some'}|{end}")
    cue = () if where == "phrase" else (f"line before|{off}", f"line before|{subject}", f"line before|{before}")
    return (*head, *cue, *sort_of(form, "line before", ""))


@kept("report")
def said_row(rule: str, frames: str, colour: Colour, tag: str, apart: bool, negated: bool) -> tuple[str, ...]:
    """By which construction words are reported, and by what sort of verb."""
    return (
        "report",
        rule,
        f"{rule}|{frames}",
        f"frames:{frames}",
        f"{rule}|{tag}",
        f"tag:{tag}|{apart}",
        f"colour:{colour}",
        f"negated:{negated}",
    )


@kept("report")
def speaker_row(rule: str, form: str, relation: str) -> tuple[str, ...]:
    """Who reports words, and how that phrase stands to the verb."""
    return (f"form:{form}", f"relation:{relation}", f"{rule}|{relation}")


@kept("report")
def length_row(rule: str, length: str, distance: str) -> tuple[str, ...]:
    """How long the words are, and how far the speaker stands from the verb."""
    return (f"length:{length}", f"{rule}|length:{length}", f"distance:{distance}")


@kept("report")
def round_row(before: str, quoted: bool, finite: bool, headline: bool) -> tuple[str, ...]:
    """What stands before a report, in its sentence and in its clause."""
    return (f"before:{before}", f"quoted:{quoted}", f"verb:{finite}", f"headline:{headline}")
