"""Who acts in a clause: the agent of a passive, the subjects, or whoever a pronoun goes on with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import Clause
from summariser.actions.nouns import noun_kind
from summariser.actions.scene import Scene, speaker_at
from summariser.actions.subjects import actor_of, enlisted, phrase_kind, span_of, titled, whole
from summariser.actions.thread import FIRMS, PAIRS
from summariser.lexicon import words as listed

NEEDS_ACTOR = frozenset({"reduced", "participle", "relative", "infinitive", "no_subject"})  # of things they say little
KINDS_OF_PRONOUN = {"he": ("person",), "she": ("person",), "they": ("group", "organisation")}
CRAFT = frozenset({"aircraft", "plane", "airliner", "aeroplane", "airplane", "jet", "ship", "ferry", "vessel", "train"})
FAR = 1500  # characters: within a few paragraphs
OF_EVENTS = frozenset({"comes", "came", "follows", "followed", "marks", "marked", "means", "meant", "happened"})
LAWYER = re.compile(r"(?P<owner>\w)['’]s (?:[\w-]+ ){0,2}(?:attorney|lawyer|solicitor|barrister)\b"
                    r"|\b(?:attorney|lawyer|solicitor|barrister) (?:for|of) (?=[A-Z])")  # fmt: skip
NEAR_LAWYER = 600  # characters: a paragraph or two
DASH = re.compile(":")
PHRASAL = frozenset("DJNPCO")
BOTH = frozenset({"the", "both", "these"})
CLOSE = 4  # tokens: "called to service by the governor"
MOST_ACTORS = 3  # a list of subjects gives each its action, up to so many


def is_passive(line: Line, clause: Clause) -> bool:
    """True for "was sacked", "being held" and a bare participle after its noun ("detained by")."""
    if line.letters[clause.head] not in "Qv":
        return False
    own = line.letters[clause.verb.start : clause.head].replace("R", "").replace("x", "")
    if own:
        return own[-1] in "bBeg"
    return clause.rule == "reduced" or (line.letters[clause.head] == "Q" and no_object(line, clause))


def no_object(line: Line, clause: Clause) -> bool:
    """True when no noun phrase follows the verb group."""
    return line.letters[clause.verb.end : clause.verb.end + 1] not in PHRASAL


def agent_after_by(line: Line, clause: Clause, end: int) -> Piece | None:
    """The noun phrase after "by" of a passive clause, before any other verb; close after a bare participle."""
    last = clause.verb.end + CLOSE if clause.verb.end - clause.verb.start == 1 else end
    for k in range(bisect_left(line.begins, clause.verb.end), len(line.pieces) - 1):
        piece = line.pieces[k]
        if piece.start >= last or piece.kind == "v":
            return None
        if piece.kind == "I" and line.low[piece.start] == "by":
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
    if len(nouns) == 1 and (taken_up := again(scene, line, nouns[0])):
        return [(nouns[0], actor) for actor in taken_up]
    several = [(noun, actor_of(scene.cast, line, noun)) for noun in nouns]
    if len(several) == 2 and several[1][1] is not None and of_one(line, *nouns):
        several = several[1:]
    if len(several) > 1 and any(actor is not None for _, actor in several):  # "Ms Lee and leaders of the council"
        several = [(noun, enlisted(scene.cast, line, noun) if actor is None else actor) for noun, actor in several]
    known = [pair for pair in several if pair[1] is not None and not is_event(line, pair[0])]
    if known:
        return list({actor: (noun, actor) for noun, actor in reversed(known)}.values())[::-1]
    if clause.apposed is not None and (actor := actor_of(scene.cast, line, clause.apposed)) is not None:
        return [(clause.apposed, actor)]
    noun = nouns[0]
    if some := some_of(line, noun):
        return [(whole(line, noun), enlisted(scene.cast, line, some))]
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


def of_one(line: Line, first: Piece, second: Piece) -> bool:
    """ "Former prosecutor and mayor Ann Lee left": two roles of one person, the first without an article."""
    bare = line.letters[first.start] in "JN" and line.words[first.end - 1].tag == "NN"
    return bare and line.words[second.end - 1].name.endswith("PER")


def some_of(line: Line, noun: Piece) -> Piece | None:
    """ "Some of the town's bankers": the whole phrase, where it is no "some of them"."""
    one = noun.end - noun.start == 1 and line.letters[noun.start] == "D"
    phrase = whole(line, noun)
    return phrase if one and phrase.end > noun.end and line.letters[phrase.end - 1] == "N" else None


def owner_of(scene: Scene, line: Line, noun: Piece) -> int | None:
    """Whose event a noun phrase names: "His sentencing is set for May" is about him."""
    if line.low[noun.end - 1] not in listed("event-nouns"):
        return None
    at = line.letters.rfind("s", noun.start, noun.end)
    owner = line.words[at - 1] if at > noun.start else line.words[noun.start]
    return scene.cast.ends.get(owner.end) if at > noun.start or owner.tag == "PRP$" else None


def is_idle(line: Line, clause: Clause) -> bool:
    """True for an "it" that is done to, comes after, or stands in a clause within another: nobody."""
    subject = clause.subjects[0]
    if subject.end - subject.start > 1 or line.low[subject.start] != "it":
        return False
    return clause.rule != "main" or is_passive(line, clause) or line.low[clause.head] in OF_EVENTS


def by_pronoun(
    scene: Scene, line: Line, clauses: Sequence[Clause], clause: Clause, noun: Piece
) -> list[tuple[Piece, int | None]]:
    """A pronoun that nobody has claimed: "I" in a quotation is its speaker; "they said they ..." goes on with whoever
    said it; "it" with the body that acted just before; "there" and the rest are nobody."""
    word, low = line.words[noun.start], line.low[noun.start]
    if low in ("i", "we"):
        speaker = speaker_at(scene, word.start)
        return [(noun, speaker)] if speaker is not None else []
    if low == "it":
        if is_idle(line, clause) or speaker_at(scene, word.start) is not None:
            return []
        return [(noun, actor) for actor in scene.thread.thing(scene.cast.members)]
    if low not in KINDS_OF_PRONOUN:
        return []
    if clause.parent is not None and clauses[clause.parent].subjects:
        above = actor_of(scene.cast, line, clauses[clause.parent].subjects[0])
        head = clauses[clause.parent].subjects[0].end - 1
        single = low != "they" and line.words[head].tag == "NN" and noun_kind(line.low[head]) == "person"
        if above is not None and (single or scene.cast.members[above].kind in KINDS_OF_PRONOUN[low]):
            return [(noun, above)]
    meant = they(scene, speaker_at(scene, word.start)) if low == "they" else scene.thread.single(low)
    return [(noun, actor) for actor in meant[:MOST_ACTORS]] or [(noun, None)]


def words_of(line: Line, noun: Piece) -> tuple[str, ...]:
    """The words of a noun phrase, in lower case."""
    return line.low[noun.start : noun.end]


def they(scene: Scene, speaker: int | None) -> tuple[int, ...]:
    """Those who acted last; in a quotation those of the speaker's words, else the body he or she has just accused."""
    meant = scene.thread.several(speaker)
    blamed = scene.thread.accused_by(speaker) if speaker is not None and not meant else None
    if blamed is None:
        return meant
    known = actor_of(scene.cast, blamed.line, blamed.noun)
    kind = phrase_kind(scene.cast, blamed.line, blamed.noun) if known is None else scene.cast.members[known].kind
    if kind not in KINDS_OF_PRONOUN["they"]:
        return ()
    return (scene.cast.enlist(span_of(blamed.line, blamed.noun.start, blamed.noun.end), kind),)


def again(scene: Scene, line: Line, noun: Piece) -> tuple[int, ...]:
    """Whom "the men", "both" and "her client" mean, whatever they are called elsewhere: the two persons told of just
    before; whose lawyer speaks; those whose names stand behind between dashes."""
    last = line.low[noun.end - 1]
    if last in PAIRS and line.low[noun.start] in BOTH and {"two", "the"}.issuperset(words_of(line, noun)[1:-1]):
        return scene.thread.pair
    if last == "client" and line.words[noun.start].tag == "PRP$":
        return client(scene, line.words[noun.start].start)
    return set_off(scene, line, noun)


def client(scene: Scene, at: int) -> tuple[int, ...]:
    """Who has the lawyer told of last before a place in the text: "Mr Lee's lawyer", "a solicitor for Mr Lee"."""
    near = scene.text[max(0, at - NEAR_LAWYER) : at]
    found = list(LAWYER.finditer(near))
    if not found:
        return ()
    base, last = at - len(near), found[-1]
    who = scene.cast.ends.get(base + last.end("owner")) if last["owner"] else scene.cast.starts.get(base + last.end())
    return () if who is None else (who,)


def set_off(scene: Scene, line: Line, noun: Piece) -> tuple[int, ...]:
    """ "Two rivals in the race - Ms Lee and Mr King - have left", "her running mate - Mr King - has": those named
    between the dashes."""
    if line.letters.count(":", noun.end, noun.end + 24) != 2:
        return ()
    several = line.words[noun.end - 1].tag == "NNS"
    ends = [m.start() for m in DASH.finditer(line.letters, noun.end, noun.end + 24)]
    if not set(line.letters[noun.end : ends[0]]) <= set("IDJNP"):
        return ()
    inside = [p for p in line.pieces if ends[0] < p.start and p.end <= ends[1]]
    persons = [p for p in inside if p.kind == "n" and line.letters[p.end] != "."]  # "Sens. Lee and King"
    named = [scene.cast.ends.get(line.words[p.end - 1].end) for p in persons]
    if None in named or not all(p.kind in "n,&." for p in inside):
        return ()
    alone = len(named) == 1 and line.words[persons[0].end - 1].name.endswith("PER")
    return tuple(n for n in named if n is not None) if (len(named) > 1 if several else alone) else ()


def by_phrase(scene: Scene, line: Line, noun: Piece) -> tuple[int, ...]:
    """Whom "the company" and "the aircraft" mean: the one firm, or the one of its make, told of just before."""
    words = words_of(line, noun)
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
