"""From the phrase that names a speaker to its exact words in the text and to an actor of the cast."""

from __future__ import annotations

import re
from bisect import bisect_left

import summariser.lexicon as lexicon
from summariser.model import ActorKind, Span
from summariser.people.enlist import Cast
from summariser.quotes.candidates import Scene, starting_at
from summariser.quotes.cues import Cue
from summariser.quotes.options import Option
from summariser.quotes.phrases import Phrase

ATTACHING = frozenset({"for", "of", "at", "from", "in", "with"})
AGED = re.compile(r"^\d+-year-old$")
PRONOUNS = frozenset({"he", "they", "it", "i", "you", "other"})


def speaker_words(scene: Scene, option: Option) -> Span:
    """The words that name the speaker: the phrase and, for a role, what it is the role of."""
    assert option.phrase is not None
    if option.span and option.relation != "continues":
        return option.span
    phrase, words = option.phrase, scene.line.words
    start, end = phrase.start, phrase.end
    if phrase.form == "role":
        end = with_realm(scene, end)
    while end > start + 1 and words[end - 1].tag == "POS":
        end -= 1
    return Span(words[start].start, words[end - 1].end)


def antecedent(scene: Scene, who: Phrase) -> Phrase:
    """The phrase that "who" stands for: the one right before it."""
    k = bisect_left(scene.starts, who.start) - 1
    near = k >= 0 and who.start - scene.phrases[k].end <= 2
    return scene.phrases[k] if near else who


def with_realm(scene: Scene, end: int) -> int:
    """Where "a spokesman | for the port | of X" ends."""
    for _ in range(2):
        line = scene.line
        if not (line.narrated(end) and line.words[end].text.lower() in ATTACHING):
            break
        k = starting_at(scene, end + 1)
        if k is None or scene.phrases[k].form in ("time", "who") or scene.phrases[k].form in PRONOUNS:
            break
        end = scene.phrases[k].end
    return end


def find_actor(cast: Cast, scene: Scene, option: Option, last: int | None) -> int | None:
    """The actor whom the words name; enlisted where they are nobody's yet; a pronoun nobody knows goes to the actor who
    spoke last, or to nobody."""
    assert option.phrase is not None
    phrase = antecedent(scene, option.phrase) if option.phrase.form == "who" else option.phrase
    words = scene.line.words[phrase.start : phrase.end]
    while len(words) > 1 and words[-1].tag == "POS":
        words = words[:-1]
    head = Span(words[0].start, words[-1].end)
    known = cast.who(head) if phrase.form in ("name", "place") else cast.ends.get(head.end)
    if known is not None:
        return known
    if phrase.form in PRONOUNS or phrase.form == "who":
        return last if phrase.form == "he" else None
    if AGED.search(words[-1].text) and (person := most_present(cast, head.start)) is not None:
        return person
    whole = speaker_words(scene, option._replace(phrase=phrase))
    return cast.enrol(whole, kind_of(phrase, words[-1].text.lower(), words[-1].tag, words[-1].name))


def most_present(cast: Cast, before: int) -> int | None:
    """The person named most often up to a place: whom "the 56-year-old" means."""
    counts = {a.id: sum(m.start < before for m in a.mentions) for a in cast.members if a.kind == "person"}
    return max(counts, key=lambda i: counts[i]) if any(counts.values()) else None


def kind_of(phrase: Phrase, head: str, tag: str, name: str) -> ActorKind:
    """What sort of actor a phrase stands for, by its last word."""
    if head in lexicon.words("speaking-bodies") or name.endswith("ORG"):
        return "organisation"
    if tag in ("NNS", "NNPS") or phrase.form == "they":
        return "group"
    return "place" if name.endswith("LOC") else "person"


def cue_span(scene: Scene, cue: Cue | None) -> Span | None:
    """The words of a cue in the text."""
    return cue and Span(scene.line.words[cue.start].start, scene.line.words[cue.end - 1].end)
