"""Which sentences cannot stand alone, and what helps: the sentence before, or a name of ours in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summariser.lexicon import entries
from summariser.model import Actor, Article, Mention, Sentence

OPENS = re.compile(
    r"\W{0,3}(?:he|she|they|him|his|her|hers|their|theirs|its|this|that|these|those|it|both|them)(?![\w-])", re.I
)
EMPTY_IT = re.compile(  # "It is not clear whether", "It was a cold morning": points at nothing before it
    r"\W{0,3}it(?:['’]s| is| was| remains?| remained| will be| has been| had been| would be| takes?| took)"
    r"(?: \w+){0,3}?(?: (?:that|whether|if|who|why|how|when|to|for)\b| unclear| unknown|[^.]{0,20}\btime\b)",
    re.I,
)
PERSONAL = re.compile(r"\b(?:he|she|they|him|his|her|hers|their|theirs|them|himself|herself|themselves)\b", re.I)
SUBJECT_IT = re.compile(r"\b[Ii]t\b(?!['’]s| is| was| would| will| has been)")
NAME = re.compile(r"(?<![.!?“\"‘] )(?<!^)\b[A-Z][\w’'-]+")
NOUN = re.compile(r"\b(?:the|a|an|two|three|four|some|many|several|those|people|most)\s+[\w-]+", re.I)
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
MARKS = str.maketrans("“”", '""')
SPEECH = re.compile(r"\b(?:said|says|told|added|adds|wrote|writes|asked|asks|according|tweeted|explained|insisted)\b")
Gloss = tuple[int, str]


class Lean(NamedTuple):
    """How a sentence hangs on what stands before it: the name of the case, and the words of ours that would help."""

    case: str
    gloss: Gloss | None = None


@cache
def connectives() -> re.Pattern[str]:
    """Matches a sentence that opens with one of en/connectives.txt."""
    found = sorted(entries("connectives"), key=len, reverse=True)
    return re.compile(r"\W{0,3}(?:" + "|".join(map(re.escape, found)) + r")(?![\w-])", re.I)


def leanings(article: Article) -> list[Lean | None]:
    """For each sentence what it leans on; None for one that stands alone."""
    named = [m for a in article.actors for m in a.mentions if m.form != "pronoun"]
    starts = sorted(m.start for m in named)
    pronouns = sorted((m, a) for a in article.actors for m in a.mentions if m.form == "pronoun")
    at = [m.start for m, _ in pronouns]
    said = unattributed(article)
    found: list[Lean | None] = []
    for number, sentence in enumerate(article.sentences):
        text = article.text[sentence.start : sentence.end]
        mine = pronouns[bisect_left(at, sentence.start) : bisect_right(at, sentence.end)]
        found.append(said.get(number) or lean(text, sentence, mine, starts))
    return found


def lean(text: str, sentence: Sentence, mine: Sequence[tuple[Mention, Actor]], starts: Sequence[int]) -> Lean | None:
    """The first case that fits one sentence."""
    outside = QUOTED.sub(lambda m: "\x00" * len(m[0]), text)
    if connectives().match(text):
        return Lean("connective")
    if loose_marks(text):
        return Lean("quotation marks open or closed elsewhere")
    if not outside.strip("\x00 .,;:'’‘—–-"):
        return Lean("quotation without its speaker")
    return pronoun(text, outside, sentence, mine, starts)


def pronoun(
    text: str, outside: str, sentence: Sentence, mine: Sequence[tuple[Mention, Actor]], starts: Sequence[int]
) -> Lean | None:
    """A pronoun that comes before anything in its sentence that it could stand for."""
    if EMPTY_IT.match(text):
        return None
    first = PERSONAL.search(outside)
    opening = OPENS.match(outside)
    at = min((m.start() for m in (first, SUBJECT_IT.search(outside)) if m), default=None)
    if opening is None and (at is None or anchored(outside[:at], sentence, starts, at)):
        return None
    known = next(((m, a) for m, a in mine if first and m.start == sentence.start + first.start()), None)
    if known and (opening is None or first is None or first.start() <= opening.end()):
        return Lean("pronoun", bracket(text, sentence.start, *known))
    return Lean("pronoun")


def anchored(before: str, sentence: Sentence, starts: Sequence[int], at: int) -> bool:
    """True when a name or a noun phrase in ``before`` may be what the pronoun after it stands for."""
    mentioned = bisect_left(starts, sentence.start + at) > bisect_left(starts, sentence.start)
    return mentioned or bool(NAME.search(before)) or bool(NOUN.search(before))


def bracket(text: str, offset: int, mention: Mention, actor: Actor) -> Gloss | None:
    """The actor's name to show after a pronoun: "He [Sergey Lavrov]", "his [Sergey Lavrov's]"."""
    word = text[mention.start - offset : mention.end - offset].casefold()
    own = "’s" if word in ("his", "its", "their") or (word == "her" and text[mention.end - offset :][:1] == " ") else ""
    return (mention.end, f"[{actor.name}{own}]") if actor.name.casefold() != word else None


def loose_marks(text: str) -> bool:
    """True when a quotation opens or closes in another sentence."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def unattributed(article: Article) -> dict[int, Lean]:
    """Sentences inside a quotation whose speaker is named in another sentence, with the speaker to show in front."""
    begins = [s.start for s in article.sentences]
    found: dict[int, Lean] = {}
    for quote in article.quotes:
        for part in quote.parts if quote.kind == "direct" else ():
            for number in range(max(0, bisect_right(begins, part.start) - 1), bisect_left(begins, part.end)):
                s = article.sentences[number]
                inside = s.start >= part.start - 2 and s.end <= part.end + 2
                if inside and not any(x and s.start <= x.start < s.end for x in (quote.speaker_span, quote.cue)):
                    sure = quote.speaker is not None and quote.confidence >= 0.6
                    name = article.actors[quote.speaker].name if sure and quote.speaker is not None else ""
                    found[number] = Lean("quotation without its speaker", (s.start, f"[{name}:]") if name else None)
    return found
