"""Events named by a noun with its doer: "Russia's full-scale invasion of Ukraine", "Russia's move to lower the bar"."""

from __future__ import annotations

from functools import cache

from summariser.actions.chunks import Line
from summariser.actions.phrases import noun_chain
from summariser.actions.subjects import enlisted, span_of
from summariser.actions.when import DateFinder
from summariser.lexicon import words as listed
from summariser.model import Action
from summariser.people.enlist import Cast

PASSIVE = frozenset(
    {"arrest", "death", "murder", "killing", "sacking", "dismissal", "resignation", "victory", "defeat", "departure"}
)
BLOWS = frozenset(
    ["airstrike", "airstrikes", "assault", "assaults", "attack", "attacks", "bombardment", "bombing", "bombings"]
    + ["incursion", "invasion", "offensive", "raid", "raids", "shelling", "strike", "strikes"]
)
AFTER = frozenset({"of", "on", "against", "into", "for", "with", "from", "to", "in", "at", "over"})


def find_events(text: str, cast: Cast, line: Line, dates: DateFinder) -> list[Action]:
    """The nominal events of a sentence whose doer is somebody of the cast."""
    if happenings().isdisjoint(line.low):
        return []
    found = []
    for k, piece in enumerate(line.pieces):
        if piece.kind != "n" or line.low[piece.end - 1] not in happenings():
            continue
        at = line.letters.rfind("s", piece.start, piece.end)
        if at < 0 and line.words[piece.start].tag == "PRP$":
            at = piece.start  # "his departure"
        action = possessed(text, cast, line, dates, k, at) if at >= 0 else unowned(text, cast, line, dates, k)
        if action:
            found.append(action)
    return found


@cache
def happenings() -> frozenset[str]:
    """The nouns that may name an event."""
    return listed("event-nouns") | listed("plan-nouns")


def unowned(text: str, cast: Cast, line: Line, dates: DateFinder, k: int) -> Action | None:
    """An event whose doer stands after "by", or before it as an adjective would."""
    if line.low[line.pieces[k].end - 1] not in listed("event-nouns"):
        return None
    return done_by(text, cast, line, dates, k) or blow_of(text, cast, line, dates, k)


def blow_of(text: str, cast: Cast, line: Line, dates: DateFinder, k: int) -> Action | None:
    """ "A powerful Taliban truck bombing at the consulate", "Israeli air strikes on Rafah": a group strikes; a place
    before such a noun is only where it was ("the London bombing")."""
    piece = line.pieces[k]
    noun = line.low[piece.end - 1]
    if noun not in BLOWS:
        return None
    spots = [i for i in range(piece.start, piece.end - 1) if line.letters[i] in "PJ"]
    at = next((i for i in spots if strikes(cast, line, i)), None)
    thing = target(line, k + 1)
    if at is None or thing is None:
        return None
    span = span_of(line, at, dated_end(line, thing[1]))
    return Action(
        start=span.start, end=span.end, actor=cast.ends[line.words[at].end], actor_span=span_of(line, at, at + 1),
        verb=text[line.words[at + 1].start : line.words[piece.end - 1].end],
        object=text[line.words[thing[0]].start : line.words[thing[1] - 1].end],
        place=None, when=dates.when(span) or dates.when_named_again(text, noun, span.end), status="happened", order=0,
        rule="nominal", confidence=0.65,
    )  # fmt: skip


def strikes(cast: Cast, line: Line, at: int) -> bool:
    """True for the last word of somebody's name who is no place."""
    actor = cast.ends.get(line.words[at].end)
    return actor is not None and cast.members[actor].kind in ("organisation", "group")


def done_by(text: str, cast: Cast, line: Line, dates: DateFinder, k: int) -> Action | None:
    """ "an earlier declaration by China's health chiefs", "the seizure of the ship by rebels"."""
    piece, pieces = line.pieces[k], line.pieces
    thing = target(line, k + 1) if k + 1 < len(pieces) and line.words[pieces[k + 1].start].text == "of" else None
    by = k + 1 if thing is None else next((n for n, p in enumerate(pieces) if p.start == thing[1]), len(pieces))
    if by + 1 >= len(pieces) or line.words[pieces[by].start].text != "by" or pieces[by + 1].kind != "n":
        return None
    agent = pieces[by + 1]
    actor = enlisted(cast, line, agent)
    if actor is None:
        return None
    span = span_of(line, piece.start, dated_end(line, agent.end))
    first = next(i for i in range(piece.start, piece.end) if line.letters[i] != "D" or i == piece.end - 1)
    return Action(
        start=span.start, end=span.end, actor=actor, actor_span=span_of(line, agent.start, agent.end),
        verb=text[line.words[first].start : line.words[piece.end - 1].end],
        object=text[line.words[thing[0]].start : line.words[thing[1] - 1].end] if thing else None,
        place=None, when=dates.when(span), status="happened", order=0, rule="nominal", confidence=0.65,
    )  # fmt: skip


def possessed(text: str, cast: Cast, line: Line, dates: DateFinder, k: int, at: int) -> Action | None:
    """What the possessor before the "'s" at ``at`` did, when the phrase at piece ``k`` names an event or a plan."""
    piece, owner = line.pieces[k], line.words[max(line.pieces[k].start, at - 1)]
    noun = line.low[piece.end - 1]
    plan = noun in listed("plan-nouns") and infinitive_after(line, k)
    if at + 1 >= piece.end or not (plan or noun in listed("event-nouns")):
        return None
    actor = cast.ends.get(owner.end)
    if actor is None:
        return None
    stop = line.pieces[k + 1].end if plan else piece.end
    thing = target(line, k + 2 if plan else k + 1)
    if thing is None and noun not in PASSIVE and "t" not in line.letters[stop : stop + 2]:
        return None
    first = next((i for i in range(piece.start, at) if line.letters[i] not in "D,"), piece.start)
    span = span_of(line, first, dated_end(line, thing[1] if thing else stop))
    return Action(
        start=span.start, end=span.end, actor=actor, actor_span=span_of(line, first, max(at, first + 1)),
        verb=text[line.words[at + 1].start : line.words[stop - 1].end],
        object=text[line.words[thing[0]].start : line.words[thing[1] - 1].end] if thing else None,
        place=None, when=dates.when(span), status="planned" if plan else "happened", order=0, rule="nominal",
        confidence=0.7,
    )  # fmt: skip


def infinitive_after(line: Line, k: int) -> bool:
    """True when the piece after ``k`` is "to" with its verb."""
    return k + 1 < len(line.pieces) and line.pieces[k + 1].kind == "v" and line.letters[line.pieces[k + 1].start] == "T"


def target(line: Line, k: int) -> tuple[int, int] | None:
    """The noun phrase at piece ``k``, or the one after its preposition: what the event befell."""
    pieces = line.pieces
    if k < len(pieces) and pieces[k].kind in "IT" and line.low[pieces[k].start] in AFTER:
        k += 1
    elif k < len(pieces) and k and pieces[k - 1].kind == "n":
        return None
    return (pieces[k].start, noun_chain(line, pieces, k)) if k < len(pieces) and pieces[k].kind == "n" else None


def dated_end(line: Line, end: int) -> int:
    """The end with the date that follows at once: "in February 2022"."""
    at = end + 1 if line.letters[end : end + 2] in ("It", "St") else end
    while at < len(line.letters) and line.letters[at] == "t":
        at += 1
    return at
