"""Which sentences cannot stand alone, and what helps: the sentence before, or a name of ours in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summariser.lexicon import entries
from summariser.model import Actor, Article, Mention, Sentence
from summariser.summary.terms import Cut, stem

OPENS = re.compile(  # but "This week, the council": a day of its own
    r"\W{0,3}(?:he|she|they|him|his|her|hers|their|theirs|its|that|these|those|it|both|them"
    r"|n?either(?![^.]{0,200} n?or )"  # "Either move could", not "Either the council or the county"
    r"|this(?! (?:week|weekend|month|year|season|morning|afternoon|evening|summer|winter|spring|autumn|century)\b))"
    r"(?![\w-])",
    re.I,
)
EMPTY_IT = re.compile(  # "It is not clear whether", "It was a cold morning": points at nothing before it
    r"\W{0,3}it(?:['’]s(?! thanks)| is| was| remains?| remained| will be| has been| had been| would be| takes?| took)"
    r"(?: \w+){0,3}?(?: (?:that|whether|if|who|why|how|when|to|for)\b| unclear| unknown|[^.]{0,20}\btime\b)",
    re.I,
)
TIME = r"(?:year|month|week|day|night|evening|morning|season|time|point|date)\b"
THEY = r" (?:\w+ )?(?:men|women|people|two|cases|words|comments|measures|attacks|figures)\b"
ALONE = r"(?=[.,;]| and\b| or\b)"
POINTS_BACK = re.compile(  # in small letters: "that year", "such people"; begins with the "h" of all of them, for speed
    rf"h(?:at(?: (?<=\bthat ){TIME}|(?:(?<=\ball of that)|(?<=\b(?:none|much|most|some) of that)){ALONE})"
    rf"|is(?:(?<=\bthis){THEY}|(?:(?<=\ball of this)|(?<=\b(?:none|much|most|some) of this)){ALONE})"
    rf"|e (?:(?<=\bthe )(?:same|previous|following) {TIME}"
    r"|(?:(?<=^the )|(?<=^\Wthe )|(?<=^\W\Wthe )|(?<=^\W\W\Wthe ))(?:remaining|latter)\b)"
    rf"|(?:(?<=\b(?:such|both))|(?:ese|ose)(?<=\bth.se)){THEY}"
    r"|ose (?:(?<=\b(?:to|by|of|on|in) those )|(?<=\bfor those )|(?<=\b(?:with|from) those ))"
    r"(?!who|whom|whose|that|of|in|on|at|with|from|which|between)[\w-]+)"
)
PERSONAL = re.compile(  # begins with its letters, for speed
    r"[HhSsTt](?<!\w.)(?:(?<=[Hh])(?:e|im|is|ers?|imself|erself)|(?<=[Ss])he|(?<=[Tt])he(?:y|irs?|m|mselves))\b"
)
SUBJECT_IT = re.compile(r"[Ii](?<!\w.)t\b(?!['’]s| is| was| would| will| has been)")
NAME = re.compile(r"\b[A-Z][\w’'-]+")
NOUN = re.compile(r"\b(?:the|a|an|every|one|another)\s+[\w-]+", re.I)
DAYS = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|April|August|(?:Sept|Nov|Dec)ember|October)"
THINGS = re.compile(  # what an object may stand for: a noun with a word before it, or a run of names that is no day
    r"\b(?i:the|an?|every|one|another|two|three|four|some|many|several|its?|his|her|their|other|most|all|\d+"
    rf"|of|with|for|by|from|against)\s+[\w-]+|\b{DAYS}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
)
CLAUSE = re.compile(r"[,;:—]|\b(?:because|that|who|which|when|after|before|as|if|but|and|while|said|says|where|how)\b")
TO_DO = re.compile(r"\bto \w+ $")
SINGLE = re.compile(  # begins with the marks, for speed
    r"['‘’](?:(?<!’)(?<!\S.)(?P<opens>)(?=[A-Z])|(?<!‘)(?<=[\w.,!?…].)(?=\s|$|[,.;:!?)]))"
)
SPEECH = re.compile(r"['‘](?<!\S.)(?=[A-Z])")
DOUBLE = re.compile(r"[“”\"]")
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
BARE = {"he", "she", "they", "him", "his", "her", "hers", "their", "theirs", "them", "it", "It"}
BARE |= {word + mark for word in ("him", "her", "hers", "theirs", "them", "it") for mark in ".,;:"}
WORD = re.compile(r"\w+")
FIRST_WORD = re.compile(r"\W{0,3}(\w+)")
GOES_ON = re.compile(r"[\w-]")
OBJECTS = frozenset({"him", "them"})
SINGULAR = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
KIN = re.compile(r"\b(?:mother|father|wife|husband|son|daughter|sister|brother|widow|uncle|aunt|friend|partner)s?\b")
Gloss = tuple[int, str]


class Lean(NamedTuple):
    """How a sentence hangs on what stands before it: the name of the case, and the words of ours that would help."""

    case: str
    gloss: Gloss | None = None


@cache
def connectives() -> dict[str, list[str]]:
    """The entries of en/connectives.txt, in small letters, by their first words."""
    found = defaultdict[str, list[str]](list)
    for entry in map(str.lower, entries("connectives")):
        found[WORD.findall(entry)[0]].append(entry)
    return dict(found)


def connected(opening: str) -> bool:
    """True for a sentence, in small letters, that opens with one of en/connectives.txt."""
    first = FIRST_WORD.match(opening)
    if first is None:
        return False
    known, start = connectives().get(first[1], ()), first.start(1)
    return any(opening.startswith(entry, start) and not GOES_ON.match(opening, start + len(entry)) for entry in known)


class Cast(NamedTuple):
    """Of whom an article speaks, by place: where people and groups are named, where it speaks of which person, and each
    pronoun of somebody who has a name to show."""

    text: str
    sentences: tuple[Sentence, ...]
    named: list[int]
    people: list[tuple[int, int]]
    pronouns: dict[int, tuple[Mention, Actor]]

    def spoken_of(self, number: int) -> set[int]:
        """The people of one sentence; none before the first."""
        if number < 0:
            return set()
        start, end = self.sentences[number].start, self.sentences[number + 1].start
        return {
            actor for _, actor in self.people[bisect_left(self.people, (start,)) : bisect_left(self.people, (end,))]
        }

    def gloss(self, number: int, at: int) -> Gloss | None:
        """The name to show after the pronoun at ``at``, in the sentence ``number``.

        Only where the one or two sentences before it speak of a single person: a wrong one would be our error in print.
        """
        known = self.pronouns.get(at)
        if known is None or (self.spoken_of(number - 1) or self.spoken_of(number - 2)) != {known[1].id}:
            return None
        before = self.sentences[max(0, number - 2) : number]
        return None if relatives(self.text, before) else bracket(self.text, *known, self.sentences[number].end)


class Leanings(dict[int, "Lean | None"]):
    """What each sentence, by its number, leans on; None for one that stands alone.

    Found when it is asked for: a summary asks about the few sentences that it might take.
    """

    def __init__(self, article: Article, cuts: Sequence[Cut]) -> None:
        self.cuts, self.cast = cuts, cast_of(article)
        self.said = speech_in_single_marks(article) | unattributed(article)

    def __missing__(self, number: int) -> Lean | None:
        self[number] = found = self.said.get(number) or lean(*self.cuts[number], number, self.cast)
        return found


def cast_of(article: Article) -> Cast:
    """Of whom ``article`` speaks, and where."""
    named: list[int] = []
    people: list[tuple[int, int]] = []
    pronouns: dict[int, tuple[Mention, Actor]] = {}
    for actor in article.actors:
        if actor.kind in ("person", "group"):
            named += [start for start, _, form in actor.mentions if form != "pronoun"]
        if actor.kind == "person":
            people += [(m.start, actor.id) for m in actor.mentions]
        bare = [m for m in actor.mentions if m.form == "pronoun"]
        if bare and plain(actor):
            pronouns |= {m.start: (m, actor) for m in bare}
    return Cast(article.text, tuple(article.sentences), sorted(named), sorted(people), pronouns)


def lean(text: str, words: Sequence[str], number: int, cast: Cast) -> Lean | None:
    """The first case that fits one sentence."""
    opening = text[:80].lower()
    if connected(opening):
        return Lean("connective")
    marked = "“" in text or "”" in text or '"' in text
    outside = QUOTED.sub(lambda m: "\x00" * len(m[0]), text) if marked else text
    if POINTS_BACK.search(outside[:80].lower() if marked else opening):
        return Lean("points back")
    if marked and loose_marks(text):
        return Lean("quotation marks open or closed elsewhere")
    if marked and not outside.strip("\x00 .,;:'’‘—–-"):
        return Lean("quotation without its speaker")
    return None if EMPTY_IT.match(text) else pronoun(outside, outside.split() if marked else words, number, cast)


def pronoun(outside: str, words: Sequence[str], number: int, cast: Cast) -> Lean | None:
    """A pronoun ``outside`` quotations that comes before anything in its sentence that it could stand for."""
    opening = OPENS.match(outside)
    if opening is None and BARE.isdisjoint(words):
        return None
    first, start = PERSONAL.search(outside), cast.sentences[number].start
    if opening is None:
        it = SUBJECT_IT.search(outside, 0, first.start() if first else len(outside))
        leads = it or first
        if leads is None or explained(outside[: leads.start()], leads[0] if leads is first else "it", start, cast):
            return None
    elif first and first.start() > opening.end():
        return Lean("pronoun")
    return Lean("pronoun", cast.gloss(number, start + first.start()) if first else None)


def explained(before: str, word: str, start: int, cast: Cast) -> bool:
    """True when something in ``before`` may be what the pronoun ``word`` after it stands for: for "he" and "she" a
    person, or where no person of the cast is named a name or a noun phrase; for the others any word that means
    something.  ``start`` is where the sentence begins."""
    if bisect_left(cast.named, start + len(before)) == bisect_left(cast.named, start):
        single = word.lower() in SINGULAR
        found = (NAME if single else WORD).findall(before)
        if not any(map(stem, found)) and not (single and NOUN.search(before)):
            return False
    return doubtless(before, word)


def doubtless(before: str, word: str) -> bool:
    """False where the pronoun ``word`` is what something is done to, and ``before`` it stands nothing but who does it:
    in "On Sunday the army freed them" and "A shop opened to replace it" nobody is both."""
    if word not in OBJECTS and not (word == "it" and TO_DO.search(before)):
        return True
    things = [m.start() for m in THINGS.finditer(before) if any(map(stem, WORD.findall(m[0])))]
    clause = max((m.end() for m in CLAUSE.finditer(before)), default=0)
    return len(things) > 1 or bool(things and things[0] < clause) or "’s " in before or "'s " in before


def relatives(text: str, before: Sequence[Sentence]) -> bool:
    """True when one of the sentences ``before`` speaks of a relative, whom "she" may mean as well."""
    return any(KIN.search(text, s.start, s.end) for s in before)


def plain(actor: Actor) -> bool:
    """True for an actor with a name of its own to show."""
    return any(m.form == "name" for m in actor.mentions)


def bracket(text: str, mention: Mention, actor: Actor, end: int) -> Gloss | None:
    """The actor's name to show after a pronoun of the sentence that ends at ``end``: "He [Sergey Lavrov]", "his
    [Sergey Lavrov's]"."""
    word = text[mention.start : mention.end].casefold()
    own = "’s" if word in ("his", "its", "their") or (word == "her" and text.startswith(" ", mention.end, end)) else ""
    return (mention.end, f"[{actor.name}{own}]") if actor.name.casefold() != word else None


def loose_marks(text: str) -> bool:
    """True when a quotation opens or closes in another sentence."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def speech_in_single_marks(article: Article) -> dict[int, Lean]:
    """Sentences that begin inside 'speech in single marks' opened before them in their paragraph, or open one that they
    do not close: who speaks is told elsewhere.  Only a mark before a capital opens speech."""
    found: dict[int, Lean] = {}
    text = article.text
    if not ("‘" in text or " '" in text or "\n'" in text) or not SPEECH.search(text):
        return found
    since, block = -4, -1  # the sentence where a mark was opened that is not closed yet, and its paragraph
    for number, s in enumerate(article.sentences):
        marks = list(SINGLE.finditer(text, s.start, s.end))
        inside = s.block == block and number - since <= 3
        opened = bool(marks and marks[-1]["opens"] is not None) and not DOUBLE.search(text, s.start, s.end)
        if inside or (opened and marks[-1].start() == s.start):
            found[number] = Lean("quotation without its speaker")
        if opened:
            since, block = number, s.block
        elif marks:
            block = -1
    return found


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
                    sure = quote.speaker is not None and quote.confidence >= 0.75
                    name = article.actors[quote.speaker].name if sure and quote.speaker is not None else ""
                    name = name if any(map(stem, name.split())) else ""  # "Those were the words"
                    found[number] = Lean("quotation without its speaker", (s.start, f"[{name}:]") if name else None)
    return found
