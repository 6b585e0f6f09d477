"""Who did what: clauses with actor, verb, object, place and status.

A sentence is chunked (``chunks``), its clauses are found (``clauses``), and every clause whose verb is news and whose
subject somebody could be becomes an action; nominal events ("Russia's invasion of Ukraine") come beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from summariser.actions.case import case_of, denied
from summariser.actions.chunks import Line, Piece, chunk_all
from summariser.actions.clause import Clause
from summariser.actions.clauses import find_clauses
from summariser.actions.doers import agent_after_by, is_idle, is_passive, subjects_with_actors
from summariser.actions.events import find_events
from summariser.actions.filled import filler
from summariser.actions.lend import give_back, hand_over, unquoted
from summariser.actions.noting import remember, remember_accused
from summariser.actions.phrases import (
    antecedent,
    clause_end,
    closed,
    is_contact,
    object_span,
    place_of,
    with_particle,
    words_of,
)
from summariser.actions.runon import to_the_pause
from summariser.actions.scene import Scene, set_scene, speaker_at
from summariser.actions.sequence import SPEAKS
from summariser.actions.status import status_of
from summariser.actions.subjects import actor_of, span_of, whole
from summariser.actions.verbs import verb_class
from summariser.lexicon import words as listed
from summariser.model import Action, Actor, Block, Date, Quote, Sentence, Span, When, Word

LONGEST = 300  # tokens read as one sentence: a list without a full stop must not cost its square
NEAR = 8  # tokens between a subject and its verb that still go into one clause
CAPTIONED = frozenset({"left", "right", "pictured"})
CAPTIONS = frozenset({",v", ",v,", ",v.", ",Q", ",Q,", ",Q."})
OBJECTS = frozenset("DJNPC")
BARRED = frozenset("MxT")  # of a passive that is told as its agent did it
TELLS = frozenset({"main", "coordinated", "inverted", "resumed"})  # whose subjects the text goes on with
SPEAKING = frozenset({"speaking", "talking", "writing", "addressing"})
APPEARS = frozenset({"appear", "appeared", "appearing"})
BEFORE_OTHERS = frozenset({"at", "on", "before", "alongside", "with", "beside"})  # where somebody appears, not seems to
OPENS = frozenset({"main", "resumed", "subordinate", "complement", "headline_infinitive"})  # after their subject
SURE = {"main": 0.9, "inverted": 0.85, "coordinated": 0.75, "relative": 0.75, "participle": 0.7, "subordinate": 0.85,
        "complement": 0.8, "resumed": 0.75, "reduced": 0.65, "infinitive": 0.6, "headline_infinitive": 0.8}  # fmt: skip
PLACE = attrgetter("start", "end")
done_by = filler("actor", "actor_span", "confidence")


def find_actions(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    actors: tuple[Actor, ...],
    quotes: tuple[Quote, ...],
    dates: tuple[Date, ...],
) -> tuple[tuple[Action, ...], tuple[Actor, ...]]:
    """The actions in reading order (``when`` holds the date in the clause, ``order`` is 0), and the cast with new
    actors enlisted."""
    scene = set_scene(text, words, actors, quotes, dates)
    parts = [part for sentence in words for part in (without_links(sentence) if "|" in text else [sentence]) if part]
    pieces = [part[start : start + LONGEST] for part in parts for start in range(0, len(part), LONGEST)]
    # one step for all sentences before the next one: a tenth faster than sentence by sentence
    lines = chunk_all(pieces, [scene.dates.words_in(piece) for piece in pieces], scene.names, scene.known)
    read = [find_clauses(line) if len(line.words) > 1 else () for line in lines]
    news = [[is_told(line, clauses, c) for c in clauses] for line, clauses in zip(lines, read, strict=True)]
    made = [sentence_actions(scene, *row) for row in zip(pieces, lines, read, news, strict=True)]
    ended = [to_the_pause(scene, piece, its) for piece, its in zip(pieces, made, strict=True)]
    return tuple(sorted(chain.from_iterable(ended), key=PLACE)), scene.cast.actors


def is_told(line: Line, clauses: Sequence[Clause], clause: Clause) -> bool:
    """True for a clause that tells news of somebody."""
    return bool(clause.subjects) and is_news(line, clause) and not only_sets_scene(line, clauses, clause)


def sentence_actions(
    scene: Scene, words: Sequence[Word], line: Line, clauses: Sequence[Clause], news: Sequence[bool]
) -> list[Action]:
    """The actions of one sentence; ``news`` says which of its clauses tell any."""
    scene.thread.sentence += 1
    if len(line.words) < 2:
        return []
    question = words[-1].text == "?" or (len(words) > 1 and words[-2].text == "?")
    events = find_events(scene.text, scene.cast, line, scene.dates)
    head = next((k for k, c in enumerate(clauses) if c.rule in ("main", "resumed", "inverted")), 0)
    taken = [Span(e.start, e.end) for e in events]
    dates = scene.dates.owned(line, clauses, taken, head)
    found = list(events)
    told = [new and not of_nobody(scene, line, c) for c, new in zip(clauses, news, strict=True)]
    dates = unquoted(scene, line, clauses, dates)
    if dates:
        give_back(line, clauses, scene.dates, dates)
        hand_over(line, clauses, told, scene.dates, dates)
    made: dict[int, list[Action]] = {}
    for k in range(len(clauses)):
        if told[k]:
            when = scene.dates.best(dates.get(k, ()))
            made[k] = with_claimant(line, clauses, k, made, [*clause_actions(scene, line, clauses, k, question, when)])
            found += made[k]
    return found if all(told) else with_place_of_scene(scene, line, clauses, found)


def with_claimant(
    line: Line, clauses: Sequence[Clause], number: int, made: dict[int, list[Action]], own: list[Action]
) -> list[Action]:
    """The actions of a clause, claimed by whoever a pronoun before it says them: "they argue that ..."."""
    parent = clauses[number].parent
    above = made.get(parent) if parent is not None and clauses[number].rule == "complement" else None
    if not above or verb_class(line.low[clauses[parent or 0].head]) not in ("say", "tell"):
        return own
    return [a if a.claimed_by is not None else a._replace(claimed_by=above[0].actor) for a in own]


def of_nobody(scene: Scene, line: Line, clause: Clause) -> bool:
    """True for "it was closed" where nobody has said who or what "it" is, nor by whom."""
    if not is_idle(line, clause) or actor_of(scene.cast, line, clause.subjects[0]) is not None:
        return False
    return agent_after_by(line, clause, len(line.words)) is None


def with_place_of_scene(scene: Scene, line: Line, clauses: Sequence[Clause], found: list[Action]) -> list[Action]:
    """ "Speaking in Malta, Mr Lee warned ...": the place goes to the clause that tells what was said."""
    for k, clause in enumerate(clauses):
        if clause.parent is None or not only_sets_scene(line, clauses, clause):
            continue
        place = place_of(line, clause.verb.end, clause_end(line, clauses, k), scene.places)
        above = line.words[clauses[clause.parent].head].start
        place_text = words_of(scene.text, line, place)
        found = [
            a._replace(place=place_text) if a.place is None and a.start <= above < a.end and a.rule != "nominal" else a
            for a in found
        ]
    return found


def without_links(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The words before and after a row of other stories' titles ("... More: A says no | B says yes | C asks, ...")."""
    bars = [k for k, word in enumerate(words) if word.text == "|"]
    if len(bars) < 2:
        return [words]
    colons = [k for k in range(bars[0]) if words[k].text == ":"]
    on = next((k + 1 for k in range(bars[-1], len(words)) if words[k].text == ","), len(words))
    return [words[: colons[-1] if colons else bars[0]], words[on:]]


def only_sets_scene(line: Line, clauses: Sequence[Clause], clause: Clause) -> bool:
    """ "Speaking in Malta, Mr Lee accused ...": the speech is told by the main verb."""
    if clause.rule != "participle" or clause.parent is None or line.low[clause.head] not in SPEAKING:
        return False
    above = clauses[clause.parent]
    return clause.head < above.head and verb_class(line.low[above.head]) in SPEAKS


# ------------------------------------------------------------------ one clause
def is_news(line: Line, clause: Clause) -> bool:
    """False for verbs that only say what somebody is, has or thinks."""
    low, head, (_, start, end) = line.low, clause.head, clause.verb
    word, here, after = low[head], line.letters[head], line.letters[end : end + 1]
    if word in CAPTIONED and line.letters[head - 1 : head + 2] in CAPTIONS:
        return False  # "Ms Bell, left": a caption
    group = line.letters[start:end].strip("Rx")
    if group == "d" and after not in OBJECTS:
        return False  # "as Mr Lee did in May"
    if group in ("z", "V") and low[end : end + 1] == ("no",):
        return False  # "faces no ban"
    if word == "aged" and after == "C":
        return False
    kind = "state" if here in "bBegh" else verb_class(word)
    if kind == "state":
        near = low[end : end + 4]
        near = near[: near.index("to")] if "to" in near else near  # "is hostile to free trade"
        return here in "bBe" and not listed("news-states").isdisjoint(near) and "if" not in near
    if word in APPEARS and low[end : end + 1] and low[end] in BEFORE_OTHERS:
        return True
    return kind not in ("think", "seem") or end - start > 2 and "T" in line.letters[start:end]


def clause_actions(
    scene: Scene, line: Line, clauses: Sequence[Clause], number: int, question: bool, when: When | None
) -> Iterator[Action]:
    """The actions of one clause: one, or one for each of several subjects; none when the verb is no news."""
    clause = clauses[number]
    end = clause_end(line, clauses, number)
    passive = is_passive(line, clause)
    agent = agent_after_by(line, clause, end) if passive else None
    doers = subjects_with_actors(scene, line, clauses, clause, agent)
    if not doers:
        return
    if clause.rule in TELLS:
        remember(scene, line, doers)
    if verb_class(line.low[clause.head]) == "speech":
        remember_accused(scene, line, clause, doers)
    by_agent = agent is not None and doers[0][1] is not None and doers[0][0] == agent
    if by_agent:
        befallen = [actor_of(scene.cast, line, noun) for noun in clause.subjects]
        scene.thread.together(tuple(n for n in befallen if n is not None and scene.cast.members[n].kind == "person"))
    base = build(scene, line, clauses, number, end, question, when, agent if by_agent else None)
    last = doers[-1][0]
    for noun, actor in doers:
        reach = phrase_end(line, clause) if noun == last and clause.rule in OPENS and not by_agent else noun.end
        sure = SURE.get(clause.rule, 0.5) * (0.85 if line.letters[noun.start] == "O" else 1.0)
        span = span_of(line, noun.start, max(noun.end, reach))
        yield done_by(base, actor, span, round(sure if actor is not None else sure * 0.8, 2))


def phrase_end(line: Line, clause: Clause) -> int:
    """Where the subject ends with what is said of it: "Skyways, the firm that runs the line, [said]"."""
    at = clause.verb.start
    while at > 0 and line.letters[at - 1] in "Rx,t":
        at -= 1
    return at


def build(
    scene: Scene,
    line: Line,
    clauses: Sequence[Clause],
    number: int,
    end: int,
    question: bool,
    when: When | None,
    agent: Piece | None,
) -> Action:
    """The action of a clause but for its actor, who may be the ``agent`` of a passive."""
    clause = clauses[number]
    own = "contact" if is_contact(line, clauses, number) else clause.rule
    particle = min(with_particle(line, clause.verb), max(end, clause.verb.end))
    start = clause_start(line, clause)
    span = span_of(line, start, max(end, particle))
    after = clause.subjects[0].end if clause.rule == "inverted" else particle
    inside = object_span(line, clause, after, end, scene.places)
    passive_object = agent is not None and clause.subjects[0].start < clause.verb.start
    thing = (clause.subjects[0].start, clause.subjects[0].end) if passive_object else inside
    meant = antecedent(line, clauses, number)
    if not thing or line.letters[thing[0]] in "IS":
        thing = meant or thing
    if when is None and meant:
        when = scene.dates.when(span_of(line, *meant))  # "a March 21 call he made"
    return Action(
        start=span.start,
        end=closed(scene.text, span),
        actor=None,
        actor_span=None,
        verb=verb_text(line, clause, particle, turned=passive_object),
        object=words_of(scene.text, line, thing),
        place=words_of(scene.text, line, place_of(line, particle, end, scene.places)),
        when=when,
        status=status_of(case_of(line, clauses, number, question, False)),
        order=0,
        rule=("reduced_by" if clause.rule == "reduced" else "passive_by") if agent is not None else own,
        confidence=0.0,
        claimed_by=claimed_by(scene, line, clauses, number),
    )


def verb_text(line: Line, clause: Clause, end: int, turned: bool) -> str:
    """The verb group as it stands; where the agent of a passive is the actor (``turned``), as that one did it."""
    group = [w.text for w in line.words[clause.verb.start : end]]
    if turned and BARRED.isdisjoint(line.letters[clause.verb.start : end]):
        had = group[:1] if group[0].lower() == "had" and len(group) > 1 else []
        group = had + [w.text for w in line.words[clause.head : end]]
    return " ".join(group)


def clause_start(line: Line, clause: Clause) -> int:
    """The subject where the clause has its own and it is near, else the verb."""
    if not clause.subjects or clause.rule in ("coordinated", "participle", "relative", "inverted"):
        return clause.verb.start
    first = clause.subjects[0]
    far = clause.rule == "resumed" and clause.verb.start - whole(line, first).end > NEAR
    idle = clause.rule == "reduced" and line.letters[clause.head] == "G"
    start = first.start - denied(line, first)  # "not a single bank was sold"
    return clause.verb.start if far or idle else min(start, clause.verb.start)


def claimed_by(scene: Scene, line: Line, clauses: Sequence[Clause], number: int) -> int | None:
    """The speaker whose quotation, or whose "said that", is all that vouches for the clause."""
    clause = clauses[number]
    speaker = speaker_at(scene, line.words[clause.head].start)
    if speaker is not None:
        return speaker
    parent = clause.parent
    while parent is not None and clause.inside and clause.rule != "subordinate":
        above = clauses[parent]
        if verb_class(line.low[above.head]) in ("say", "tell") and above.subjects:
            return actor_of(scene.cast, line, above.subjects[0])
        clause, parent = above, above.parent
    return None
