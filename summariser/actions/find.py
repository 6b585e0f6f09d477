"""Who did what: clauses with actor, verb, object, place and status.

A sentence is chunked (``chunks``), its clauses are found (``clauses``), and every clause whose verb is news and whose
subject somebody could be becomes an action; nominal events ("Russia's invasion of Ukraine") come beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summariser.actions.chunks import Line, Piece, chunk
from summariser.actions.clause import Clause
from summariser.actions.clauses import find_clauses
from summariser.actions.events import find_events
from summariser.actions.phrases import clause_end, object_span, place_of, with_particle
from summariser.actions.status import Case, status_of
from summariser.actions.subjects import actor_of, enlisted, span_of, titled, whole
from summariser.actions.verbs import verb_class
from summariser.actions.when import DateFinder
from summariser.lexicon import words as listed
from summariser.model import Action, Actor, Block, Date, Quote, Sentence, Span, When, Word
from summariser.people.enlist import Cast

SURE = {"main": 0.9, "inverted": 0.85, "coordinated": 0.75, "relative": 0.75, "participle": 0.7, "subordinate": 0.85,
        "complement": 0.8, "resumed": 0.75, "reduced": 0.65, "infinitive": 0.6, "headline_infinitive": 0.8}  # fmt: skip
NEEDS_ACTOR = frozenset({"reduced", "participle", "relative", "infinitive", "no_subject"})  # of things they say little
MOST_ACTORS = 3  # a list of subjects gives each its action, up to so many


class Scene(NamedTuple):
    """What every sentence of one article is read against."""

    text: str
    cast: Cast
    names: frozenset[int]
    places: frozenset[int]
    known: frozenset[str]
    quotes: tuple[Quote, ...]
    dates: DateFinder


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
    found: list[Action] = []
    for line in words:
        found += sentence_actions(scene, line)
    return tuple(sorted(found, key=lambda a: (a.start, a.end))), scene.cast.actors


def set_scene(
    text: str,
    words: Sequence[Sequence[Word]],
    actors: Sequence[Actor],
    quotes: tuple[Quote, ...],
    dates: Sequence[Date],
) -> Scene:
    """Which words lie in names and places, looked up once an article."""
    named = [(m.start, m.end, a.kind) for a in actors for m in a.mentions if m.form == "name"]
    spans = sorted(named)
    names, places, known, k = set(), set(), set(), 0
    for line in words:
        for word in line:
            while k < len(spans) and spans[k][1] <= word.start:
                k += 1
            if k < len(spans) and spans[k][0] <= word.start and word.text[:1].isalnum():
                names.add(word.start)
                if word.tag in ("NNP", "NNPS") and len(word.text) > 3:
                    known.add(word.text)
                if spans[k][2] == "place":
                    places.add(word.start)
    finder = DateFinder(dates)
    return Scene(text, Cast(text, actors), frozenset(names), frozenset(places), frozenset(known), quotes, finder)


def sentence_actions(scene: Scene, words: Sequence[Word]) -> list[Action]:
    """The actions of one sentence."""
    if not words:
        return []
    line = chunk(words, scene.dates.words_in(words), scene.names, scene.known)
    if len(line.words) < 2:
        return []
    clauses = find_clauses(line)
    question = words[-1].text == "?" or (len(words) > 1 and words[-2].text == "?")
    events = find_events(scene.text, scene.cast, line, scene.dates)
    dates = scene.dates.owned(line, [c.opened for c in clauses], [Span(e.start, e.end) for e in events])
    found = list(events)
    for k in range(len(clauses)):
        found += clause_actions(scene, line, clauses, k, question, scene.dates.best(dates.get(k, ())))
    return found


# ------------------------------------------------------------------ one clause
def is_news(line: Line, clause: Clause) -> bool:
    """False for verbs that only say what somebody is, has or thinks."""
    kind = "state" if line.letters[clause.head] in "bBegh" else verb_class(line.words[clause.head].text)
    if kind == "state":
        after = [w.text.lower() for w in line.words[clause.verb.end : clause.verb.end + 3]]
        is_be = line.letters[clause.head] in "bBe"
        return is_be and bool(listed("news-states").intersection(after)) and "if" not in after
    return kind not in ("think", "seem") or clause.verb.end - clause.verb.start > 2 and "T" in letters(line, clause)


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


def clause_actions(
    scene: Scene, line: Line, clauses: Sequence[Clause], number: int, question: bool, when: When | None
) -> Iterator[Action]:
    """The actions of one clause: one, or one for each of several subjects; none when the verb is no news."""
    clause = clauses[number]
    if not clause.subjects or not is_news(line, clause):
        return
    end = clause_end(line, clauses, number)
    passive = is_passive(line, clause)
    agent = agent_after_by(line, clause, end) if passive else None
    doers = subjects_with_actors(scene, line, clause, agent)
    if not doers:
        return
    base = build(scene, line, clauses, number, end, question, agent)
    base = base._replace(when=when)
    rule = "passive_by" if agent and doers[0][1] is not None and doers[0][0] == agent else clause.rule
    for noun, actor in doers:
        sure = SURE.get(clause.rule, 0.5) * (0.85 if line.letters[noun.start] == "O" else 1.0)
        yield base._replace(actor=actor, actor_span=span_of(line, noun.start, noun.end), rule=rule,
                            confidence=round(sure if actor is not None else sure * 0.8, 2))  # fmt: skip


def subjects_with_actors(
    scene: Scene, line: Line, clause: Clause, agent: Piece | None
) -> list[tuple[Piece, int | None]]:
    """Who acts: the agent after "by", else the subjects; several named ones each, else the first."""
    if agent is not None:
        actor = enlisted(scene.cast, line, agent)
        if actor is not None:
            return [(agent, actor)]
    nouns = [titled(line, noun) for noun in clause.subjects[:MOST_ACTORS]]
    several = [(noun, actor_of(scene.cast, line, noun)) for noun in nouns]
    known = [pair for pair in several if pair[1] is not None]
    if known:
        return list({actor: (noun, actor) for noun, actor in reversed(known)}.values())[::-1]
    if clause.apposed is not None and (actor := actor_of(scene.cast, line, clause.apposed)) is not None:
        return [(clause.apposed, actor)]
    noun = nouns[0]
    if line.letters[noun.start] == "E" or (line.letters[noun.start] in "OD" and noun.end - noun.start == 1):
        return [] if line.words[noun.start].text.lower() not in ("he", "she", "they") else [(noun, None)]
    actor = enlisted(scene.cast, line, noun)
    if actor is None and clause.rule in NEEDS_ACTOR:
        return []
    return [(whole(line, noun), actor)]


def build(
    scene: Scene, line: Line, clauses: Sequence[Clause], number: int, end: int, question: bool, agent: Piece | None
) -> Action:
    """The action of a clause but for its actor."""
    clause = clauses[number]
    particle = min(with_particle(line, clause.verb), max(end, clause.verb.end))
    start = clause_start(clause)
    span = span_of(line, start, max(end, particle))
    inside = object_span(line, clause, particle, end, scene.places)
    passive_object = agent is not None and clause.subjects[0].start < clause.verb.start
    thing = (clause.subjects[0].start, clause.subjects[0].end) if passive_object else inside
    place = place_of(line, particle, end, scene.places)
    case = case_of(line, clauses, number, question, False)
    return Action(
        start=span.start,
        end=closed(scene.text, span),
        actor=None,
        actor_span=None,
        verb=" ".join(w.text for w in line.words[clause.verb.start : particle]),
        object=words_of(scene.text, line, thing),
        place=words_of(scene.text, line, place),
        when=None,
        status=status_of(case),
        order=0,
        rule=clause.rule,
        confidence=0.0,
        claimed_by=claimed_by(scene, line, clauses, number),
    )


def clause_start(clause: Clause) -> int:
    """The subject where the clause has its own, else the verb."""
    own = clause.rule not in ("coordinated", "participle", "relative", "inverted") and clause.subjects
    return min(clause.subjects[0].start, clause.verb.start) if own else clause.verb.start


def words_of(text: str, line: Line, tokens: tuple[int, int] | None) -> str | None:
    """The text of a stretch of tokens as it stands."""
    if tokens is None or tokens[1] <= tokens[0]:
        return None
    span = span_of(line, *tokens)
    return text[span.start : closed(text, span)]


def closed(text: str, span: Span) -> int:
    """The end of ``span``, a closing quotation mark taken along when its opening one lies inside."""
    inside = text[span.start : span.end]
    mark = text[span.end : span.end + 1]
    opener = {"”": "“", "’": "‘", '"': '"'}.get(mark)
    if opener and inside.count(opener) > (inside.count(mark) if mark != opener else 0) and inside.count(opener) % 2:
        return span.end + 1
    return span.end


def case_of(line: Line, clauses: Sequence[Clause], number: int, question: bool, ahead: bool) -> Case:
    """What the status rules look at."""
    clause = clauses[number]
    verb = tuple(w.text.lower() for w in line.words[clause.verb.start : clause.verb.end])
    at = next((k for k, form in enumerate(verb) if form == "to" and k), None)
    chain = verb_class(verb[at - 1]) if at else ""
    governor = "" if clause.parent is None else verb_class(line.words[clauses[clause.parent].head].text)
    subject = tuple(w.text.lower() for w in line.words[clause.subjects[0].start : clause.subjects[0].end])
    present = line.letters[clause.verb.start] in "zVbG" and "h" not in line.letters[clause.verb.start : clause.verb.end]
    return Case(verb, subject, clause.intro, chain, governor, clause.rule, question, ahead and present)


def claimed_by(scene: Scene, line: Line, clauses: Sequence[Clause], number: int) -> int | None:
    """The speaker whose quotation, or whose "said that", is all that vouches for the clause."""
    clause = clauses[number]
    at = line.words[clause.head].start
    for quote in scene.quotes:
        if any(part.start <= at < part.end for part in quote.parts):
            return quote.speaker
    parent = clause.parent
    while parent is not None and clause.inside and clause.rule != "subordinate":
        above = clauses[parent]
        if verb_class(line.words[above.head].text) in ("say", "tell") and above.subjects:
            return actor_of(scene.cast, line, above.subjects[0])
        clause, parent = above, above.parent
    return None
