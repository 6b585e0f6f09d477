"""Who said it: a decision for each stretch in quotation marks, gathered into quotes, and indirect speech.

A quote is one utterance, however many paragraphs: the parts that a cue splits and the paragraphs that carry a
quotation on are parts of one Quote.  Where a paragraph in quotation marks carries on words that were only quoted
within a clause, it is a Quote of its own that says which one it ``continues``.
"""

from __future__ import annotations

from typing import NamedTuple

from summariser.model import Actor, Block, NotQuote, Quote, QuoteKind, Sentence, Span, Word
from summariser.people.enlist import Cast
from summariser.quotes.candidates import Scene, set_scenes
from summariser.quotes.decide import Decision, decide
from summariser.quotes.indirect import chance, find_reports
from summariser.quotes.inner import add_inner
from summariser.quotes.lines import lay_lines
from summariser.quotes.options import Option
from summariser.quotes.own import own_mentions
from summariser.quotes.rules import name_nobody, name_rule
from summariser.quotes.signed import find_signed
from summariser.quotes.speakers import cue_span, find_actor, speaker_words

LIKELY = 0.3  # a report less likely than this is left out


class Draft(NamedTuple):
    """A quote while its decisions are gathered."""

    decisions: tuple[Decision, ...]
    continues: int | None


def attribute(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    words: tuple[tuple[Word, ...], ...],
    stretches: tuple[Span, ...],
    actors: tuple[Actor, ...],
) -> tuple[tuple[Quote, ...], tuple[NotQuote, ...], tuple[Actor, ...]]:
    """Quotes with their speakers, the marked stretches that are no speech, and the cast with new speakers enlisted."""
    scenes = set_scenes(lay_lines(blocks, sentences, words, stretches))
    decisions = decide(text, scenes, find_signed(text, blocks, stretches))
    cast = Cast(text, actors)
    quotes: list[Quote] = []
    for number, draft in enumerate(gather(decisions)):
        quotes.append(finish(number, draft, scenes, stretches, cast, quotes))
    quotes = add_inner(text, scenes, stretches, quotes, cast) + report(scenes, cast)
    nobody = tuple(
        NotQuote(*stretches[d.stretch], name_nobody(text, d, stretches[d.stretch]))
        for d in decisions
        if d.winner.phrase is None
    )
    return in_order(quotes), nobody, own_mentions(scenes, stretches, quotes, cast.actors)


def in_order(quotes: list[Quote]) -> tuple[Quote, ...]:
    """The quotes in reading order, numbered anew."""
    order = sorted(quotes, key=lambda q: (q.parts[0], q.kind))
    number = {q.id: k for k, q in enumerate(order) if q.kind != "indirect"}
    return tuple(
        q._replace(id=k, continues=None if q.continues is None else number[q.continues]) for k, q in enumerate(order)
    )


def report(scenes: list[Scene], cast: Cast) -> list[Quote]:
    """Indirect speech: the reports that are likelier speech than not worth showing."""
    found = []
    for n, scene in enumerate(scenes):
        words = scene.line.words
        for each in find_reports(scene):
            likely = chance(each)
            if likely < LIKELY:
                continue
            option = Option(n, scene.phrases[each.subject.phrase], each.cue, each.subject.relation, "", (), 0.0)
            parts = tuple(Span(words[a].start, words[b - 1].end) for a, b in each.clause.pieces)
            speaker, span = find_actor(cast, scene, option, None), speaker_words(scene, option)
            cue, colour = cue_span(scene, each.cue), each.cue.verb.colour
            found.append(
                Quote(-1, parts, "indirect", speaker, span, cue, None, each.clause.rule, round(likely, 3), colour)
            )
    return found


def gather(decisions: list[Decision]) -> list[Draft]:
    """The decisions for speech, those of one utterance together."""
    drafts: list[Draft] = []
    for decision in decisions:
        if decision.winner.phrase is None:
            continue
        last = drafts[-1].decisions[-1] if drafts else None
        if last and one_utterance(last, decision, drafts[-1].decisions[0].partial):
            drafts[-1] = Draft((*drafts[-1].decisions, decision), drafts[-1].continues)
        else:
            carried = decision.winner.relation == "continues" and drafts
            drafts.append(Draft((decision,), len(drafts) - 1 if carried else None))
    return drafts


def one_utterance(last: Decision, decision: Decision, began_partial: bool) -> bool:
    """Whether a stretch goes on with the utterance of the stretch before it."""
    same = (last.winner.line, last.winner.phrase) == (decision.winner.line, decision.winner.phrase)
    if decision.winner.relation == "continues":
        return not began_partial
    if not same or last.line != decision.line:
        return False
    if last.winner.cue and last.winner.cue == decision.winner.cue and not last.partial:
        return last.winner.side != decision.winner.side  # a cue between; on one side of it: "A" and "B", they chanted
    return last.partial == decision.partial or not last.partial


def finish(
    number: int, draft: Draft, scenes: list[Scene], stretches: tuple[Span, ...], cast: Cast, before: list[Quote]
) -> Quote:
    """The Quote of a draft, its speaker looked up or enlisted."""
    first = draft.decisions[0]
    scene = scenes[first.winner.line]
    span = speaker_words(scene, first.winner)
    last = next((q.speaker for q in reversed(before) if q.speaker is not None), None)
    kind: QuoteKind = "partial" if first.partial else "direct"
    parts = tuple(stretches[d.stretch] for d in draft.decisions)
    confidence = round(min(d.chance for d in draft.decisions), 3)
    cue = cue_span(scene, first.winner.cue)
    signed = next((d.winner.span for d in draft.decisions if d.winner.span), None)
    speaker = cast.sign(signed) if signed else find_actor(cast, scene, first.winner, last)
    colour = first.winner.cue.verb.colour if first.winner.cue else None
    rule = name_rule(draft.decisions)
    return Quote(number, parts, kind, speaker, span, cue, draft.continues, rule, confidence, colour)
