"""The strings that an option shows its weights: a row of them is made once for the looks it tells of, and kept."""

from __future__ import annotations

from functools import lru_cache

from summariser.quotes.cues import Verb
from summariser.quotes.shapes import Shape

KEPT = 20_000  # rows of each sort
Gap = tuple[str, int, int, str]  # what stands between: narration words, full stops, stretches; the same sentence or not


@lru_cache(maxsize=KEPT)
def place_strings(side: str, rank: int, gap: Gap, clause: bool, frames: str, others: int) -> tuple[str, ...]:
    """Where a cue stands: on which side of the stretch, as which one from there, behind what."""
    words, stops, between, inside = gap
    return (
        "cue",
        f"{side}{words}",
        f"{side}.{stops}{between}{inside}",
        f"{side}rank{rank}",
        f"{side}rank{rank}|{clause}|{frames}",
        f"{side}rank{rank}|of{others}",
    )


@lru_cache(maxsize=KEPT)
def shape_strings(side: str, near: str, shape: Shape) -> tuple[str, ...]:
    """How the side and the nearness of a cue go with the shape of the stretch."""
    return (
        f"{side}|{near}|{shape.end}",
        f"{side}|{near}|{shape.before}",
        f"{side}|{near}|{shape.after}",
        f"{side}|{near}|{shape.start}{shape.length}",
    )


@lru_cache(maxsize=KEPT)
def verb_strings(side: str, near: str, verb: Verb, tag: str, passive: bool, negated: bool) -> tuple[str, ...]:
    """What sort of verb a cue is."""
    return (
        f"frames:{'q' if 'q' in verb.frames else '-'}|{near}",
        f"frames:{''.join(sorted(verb.frames & set('notabmp')))}|{side}{near}",
        f"tag:{tag}|{side}",
        f"passive:{passive}|{near}",
        f"negated:{negated}",
        f"colour:{verb.colour}",
    )


@lru_cache(maxsize=KEPT)
def phrase_strings(form: str, relation: str, side: str, left: str, right: str) -> tuple[str, ...]:
    """What sort of phrase it is, and between which neighbours."""
    return (
        f"form:{form}",
        f"{relation}|{form}",
        f"{relation}|{side}",
        f"left:{left}",
        f"right:{right}",
        f"{relation[:7]}|{left}_{right}",
        f"{relation.partition('+')[0]}|{left}",
    )


@lru_cache(maxsize=KEPT)
def subject_strings(
    form: str, relation: str, side: str, left: str, right: str, order: int, near: str, tag: str, spoke: str
) -> tuple[str, ...]:
    """What sort of phrase is the subject of a cue, as which one, of what sort of cue; whether it spoke last."""
    return (
        *phrase_strings(form, relation, side, left, right),
        f"order{order}{side}",
        f"{side}|{relation}|{near}",
        f"{relation}|{tag}",
        f"same:{spoke}",
    )
