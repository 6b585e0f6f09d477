"""Who acts in a clause: the agent of a passive, the subjects, or whoever a pronoun goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import Clause
from summariser.actions.nouns import noun_kind
from summariser.actions.scene import Scene, speaker_at
from summariser.actions.subjects import actor_of, enlisted, titled, whole
from summariser.actions.thread import FIRMS, PAIRS
from summariser.lexicon import words as listed

NEEDS_ACTOR = frozenset({"reduced", "participle", "relative", "infinitive", "no_subject"})  # of things they say little
KINDS_OF_PRONOUN = {"he": ("person",), "she": ("person",), "they": ("group", "organisation")}
CRAFT = frozenset({"aircraft", "plane", "airliner", "aeroplane", "airplane", "jet", "ship", "ferry", "vessel", "train"})
FAR = 1500  # characters: within a few paragraphs
OF_EVENTS = frozenset({"comes", "came", "follows", "followed", "marks", "marked", "means", "meant", "happened"})
MOST_ACTORS = 3  # a list of subjects gives each its action, up to so many


def letters(line: Line, clause: Clause) -> str:
    return line.letters[clause.verb.start : clause.verb.end]


def is_passive(line: Line, clause: Clause) -> bool:
    """True for "was sacked", "being held" and a bare participle after its noun ("detained by")."""
    group = letters(line, clause)[: clause.head - clause.verb.start + 1]
    own = group.replace("R", "").replace("x", "")
    if own[-1:] not in ("Q", "v"):
        return False
    return (
        own[-2:-1] in tuple("bBeg")
        or (own == "Q" and clause.rule == "reduced")
        or (own == "Q" and no_object(line, clause))
    )


def no_object(line: Line, clause: Clause) -> bool:
    """True when no noun phrase follows the verb group."""
    return line.letters[clause.verb.end : clause.verb.end + 1] not in tuple("DJNPCO")


def agent_after_by(line: Line, clause: Clause, end: int) -> Piece | None:
    """The noun phrase after "by" of a passive clause, before any other verb; at once after a bare participle."""
    last = clause.verb.end + 1 if clause.verb.end - clause.verb.start == 1 else end
    for k, piece in enumerate(line.pieces[:-1]):
        if piece.start >= last or (piece.kind == "v" and piece.start >= clause.verb.end):
            return None
        if clause.verb.end <= piece.start and piece.kind == "I" and line.words[piece.start].text.lower() == "by":
            return line.pieces[k + 1] if line.pieces[k + 1].kind == "n" else None
    return None


def subjects_with_actors(
    scene: Scene, line: Line, clauses: Sequence[Clause], clause: Clause, agent: Piece | None
) -> list[tuple[Piece, int | None]]:
    """Who acts: the agent after "by", else the subjects; several named ones each, else the first."""
    if agent is not None:
        actor = enlisted(scene.cast, line, agent)
        if actor is not None:
            return [(agent, actor)]
    nouns = [titled(line, noun) for noun in clause.subjects[:MOST_ACTORS]]
    several = [(noun, actor_of(scene.cast, line, noun)) for noun in nouns]
    known = [pair for pair in several if pair[1] is not None and not is_event(line, pair[0])]
    if known:
        return list({actor: (noun, actor) for noun, actor in reversed(known)}.values())[::-1]
    if clause.apposed is not None and (actor := actor_of(scene.cast, line, clause.apposed)) is not None:
        return [(clause.apposed, actor)]
    noun = nouns[0]
    if noun.end - noun.start == 1 and line.letters[noun.start] in "OED":
        return by_pronoun(scene, line, clauses, clause, noun)
    if meant := by_phrase(scene, line, noun):
        return [(noun, actor) for actor in meant]
    if is_event(line, noun):
        return [(noun, None)]
    actor = enlisted(scene.cast, line, noun)
    if actor is None and (owner := owner_of(scene, line, noun)) is not None:
        return [(noun, owner)]
    if actor is None and clause.rule in NEEDS_ACTOR:
        return []
    return [(whole(line, noun), actor)]


def owner_of(scene: Scene, line: Line, noun: Piece) -> int | None:
    """Whose event a noun phrase names: "His sentencing is set for May" is about him."""
    if line.words[noun.end - 1].text.lower() not in listed("event-nouns"):
        return None
    at = line.letters.rfind("s", noun.start, noun.end)
    owner = line.words[at - 1] if at > noun.start else line.words[noun.start]
    return scene.cast.ends.get(owner.end) if at > noun.start or owner.tag == "PRP$" else None


def by_pronoun(
    scene: Scene, line: Line, clauses: Sequence[Clause], clause: Clause, noun: Piece
) -> list[tuple[Piece, int | None]]:
    """A pronoun that nobody has claimed: "I" in a quotation is its speaker; "they said they ..." goes on with whoever
    said it; "it" with the body that acted just before; "there" and the rest are nobody."""
    word = line.words[noun.start]
    low = word.text.lower()
    if low in ("i", "we"):
        speaker = speaker_at(scene, word.start)
        return [(noun, speaker)] if speaker is not None else []
    if low == "it":
        idle = clause.rule != "main" or is_passive(line, clause) or speaker_at(scene, word.start) is not None
        if idle or line.words[clause.head].text.lower() in OF_EVENTS:
            return []
        return [(noun, actor) for actor in scene.thread.thing(scene.cast.members)]
    if low not in KINDS_OF_PRONOUN:
        return []
    if clause.parent is not None and clauses[clause.parent].subjects:
        above = actor_of(scene.cast, line, clauses[clause.parent].subjects[0])
        head = line.words[clauses[clause.parent].subjects[0].end - 1]
        single = low != "they" and head.tag == "NN" and noun_kind(head.text.lower()) == "person"
        if above is not None and (single or scene.cast.members[above].kind in KINDS_OF_PRONOUN[low]):
            return [(noun, above)]
    meant = scene.thread.several() if low == "they" else scene.thread.single(low)
    return [(noun, actor) for actor in meant[:MOST_ACTORS]] or [(noun, None)]


def by_phrase(scene: Scene, line: Line, noun: Piece) -> tuple[int, ...]:
    """Whom "the men", "both" and "the company" mean: the two persons, or the one firm, told of just before."""
    words = [w.text.lower() for w in line.words[noun.start : noun.end]]
    if words[-1] in PAIRS and words[0] in ("the", "both", "these") and set(words[1:-1]) <= {"two", "the"}:
        return scene.thread.pair
    if len(words) == 2 and words[0] == "the" and words[1] in FIRMS and actor_of(scene.cast, line, noun) is None:
        body = scene.thread.body(line.words[noun.start].start)
        return () if body is None else (body,)
    if words[0] in ("the", "this") and words[-1] in CRAFT and actor_of(scene.cast, line, noun) is None:
        return craft(scene, line.words[noun.start].start)
    return ()


def craft(scene: Scene, at: int) -> tuple[int, ...]:
    """Which one of a make told of just before "the aircraft" is: "the Skyliner A20", where no other is near."""
    near = {
        actor.id
        for actor in scene.cast.members
        if actor.kind == "organisation" and any(c.isdigit() for word in actor.name.split()[-2:] for c in word)
        if any(at - FAR < m.start < at for m in actor.mentions)
    }
    return tuple(near) if len(near) == 1 else ()


def is_event(line: Line, noun: Piece) -> bool:
    """True for a race, match or feast by its name: it takes place, it does nothing."""
    last = line.words[noun.end - 1].text
    return last[:1].isupper() and last.lower() in listed("event-names")
