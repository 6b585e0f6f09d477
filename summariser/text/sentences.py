"""Sentences with their offsets, by one pass of ordered rules; newlines first.

Every run of stops is looked at once, from left to right; the first rule with an answer decides whether a sentence
ends there.  Closing quotation marks and brackets stay with the sentence that they close.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from summariser.lexicon import words
from summariser.model import Block, Sentence

LONGEST = 3_000  # characters: what runs on without a stop for longer is cut, for it is a list or worse
READ = frozenset({"headline", "standfirst", "body"})
STOP = re.compile(
    r"""
    (?=[.!?…])(?:                                         # nothing else is looked at twice
      (?<![.!?…])(?P<marks>[.!?…]++)(?P<closers>["'”’»)\]]{0,4})(?P<gap>\s++)(?=\S)
    | (?<=[a-z][a-z])(?P<tight>[.!?…]++)(?P<after>["”’)]?)(?=["“‘]?[A-Z][a-z]{0,15}\s)   # "the end.Then"
    )
    """,
    re.VERBOSE,
)
BEFORE = re.compile(r"[^\s\"'“”‘’()\[\]«»,;]{1,30}$")
NEXT = re.compile(r"(?P<openers>[\"'“‘«(\[]*)(?P<word>[^\W\d_][\w'’]{0,30}|\S)")
OPENING = '"“‘'
OPENER = re.compile(  # what may follow a line end lost in copying: "flowers at the gate The mayor has said"
    r" (?=[ABCHIPTWY])(?<=[A-Za-z)] )(?=(?P<opener>The|A|An|At|As|He|She|It|They|There|This|These|Those|His|Her|Their"
    r"|Its|But|However|How|If|When|After|While|What|We|You|Please|Thanks|Click) (?P<after>[a-z]{2,20}))"
)
LETTERED = frozenset(
    {"class", "country", "grade", "group", "letter", "level", "option", "part", "plan", "section", "series", "team"}
    | {"type", "vitamin"}
)
NICKNAME = re.compile(r"[\"“‘'][A-Z][\w.-]{1,15}[\"”’'] [A-Z]")
CUES = "asked|said|says|asks|wrote|shouted|cried|wondered|demanded|replied|added"
NAMED_CUE = re.compile(rf"(?:[A-Z][\w.'’-]{{0,20}} ){{1,4}}(?:{CUES})\b")
SMALL_CUE = re.compile(rf"(?:(?:[a-z]+ ){{0,2}}(?:{CUES}))\b")

SLOGAN = re.compile(r"[a-z] [\"“][A-Z][^\"“”]{0,30}$")
SLOGAN_ENDS = re.compile(r"[^\"“”]{1,40}[\"”] (?=[a-z])")


class Stop(NamedTuple):
    """A run of stops with what stands around it."""

    before: str  # the word that the stop follows
    earlier: str  # the last character of the word before that one, or nothing at the start of the sentence
    marks: str
    closers: str
    word: str  # the word that follows, its opening marks left out
    follows: str  # the text that follows


# Abbreviations that only a small letter carries on: a capital behind them begins a sentence
MEASURES = frozenset(
    {"cm", "etc", "hrs", "kg", "km", "lb", "lbs", "mg", "mins", "ml", "mm", "oz", "secs", "wks", "yrs"}
)

Rule = Callable[[Stop], bool | None]


def marks_follow(stop: Stop) -> bool | None:
    """More stops, a comma or a closing bracket follow: the sentence goes on (". . .", "Inc. , ")."""
    return False if stop.word[0] in ",;:.!?…)]%" else None


def bracketed_mark(stop: Stop) -> bool | None:
    """A mark alone in brackets is a remark: "the best (!) plan"."""
    return False if not stop.before and stop.closers.startswith((")", "]")) else None


def small_opener(stop: Stop) -> bool | None:
    """ "It is late. hope you are well": after a plain word a stop ends the sentence of a writer who begins in small
    letters, and before an address; a cue goes on ("Who pays? she asked")."""
    if not stop.word[0].islower() or stop.closers or "…" in stop.marks or ".." in stop.marks:
        return None
    return True if stop.before.islower() and is_word(stop.before) and not SMALL_CUE.match(stop.follows) else None


def small_letter_follows(stop: Stop) -> bool | None:
    """ "Why?" he asked; ... and so on; e.g. this: a small letter carries on."""
    return False if stop.word[0].islower() and not stop.word[1:2].isupper() else None


def cue_follows(stop: Stop) -> bool | None:
    """ "Why now?" Ms Obi asked: the cue belongs to the quotation."""
    asked = stop.closers[:1] in {'"', "”", "’", "'"} and stop.marks[-1:] in "?!"
    return False if asked and NAMED_CUE.match(stop.follows) else None


def strong_mark(stop: Stop) -> bool | None:
    """Question and exclamation marks and ellipses end a sentence before a capital."""
    return True if stop.marks != "." else None


def closed_quotation(stop: Stop) -> bool | None:
    """A stop inside a closing mark ends the sentence, whatever abbreviation it follows; "(Inc.)" does not."""
    return True if stop.closers and stop.closers[0] not in ")]" else None


def list_number(stop: Stop) -> bool | None:
    """The number or letter of a list item opens its sentence: "2. The harbour"."""
    listed = not stop.earlier and (stop.before.isdigit() or len(stop.before) == 1)
    return False if listed and len(stop.before) <= 2 else None


def number_sign(stop: Stop) -> bool | None:
    """ "No. 10", "p. 5", "Jan. 3": the abbreviation goes with its number."""
    low = stop.before.lower()
    if not stop.word[0].isdigit() or "." in low or low in {"in", "am", "pm"}:
        return None
    return False if low in {"no", "art"} or low in words("abbreviations-final") else None


def abbreviation(stop: Stop) -> bool | None:
    """Titles and the like never end a sentence: "Mr.", "Gen.", "vs."."""
    low = stop.before.lower()
    if len(low) == 1 and not (low == stop.before and stop.word[0].isupper() and stop.earlier.islower()):
        return None
    return False if low in words("abbreviations") else None


def initial(stop: Stop) -> bool | None:
    """ "J. Obi", "Ann J. Obi", 'Ann J. "Bo" Obi' go on; "plan B. The", "and I. Then" end."""
    if len(stop.before) != 1 or not stop.before.isupper():
        return None
    if stop.before == "I" and stop.earlier != ".":
        return True
    return starts_sentence(stop) and not NICKNAME.match(stop.follows)


def final_abbreviation(stop: Stop) -> bool | None:
    """ "U.S.", "Inc.", "a.m." may end a sentence: the word that follows decides."""
    low = stop.before.lower()
    dotted = len(low) > 2 and low[1::2].strip(".") == "" and low[::2].isalpha()
    if not dotted and low not in words("abbreviations-final"):
        return None
    if low == stop.before and not dotted and low in {"in", "no", "sat", "sun", "am", "mar", "min", "max", "la", "pa"}:
        return True  # plain words too
    return starts_sentence(stop)


def starts_sentence(stop: Stop) -> bool:
    """Does the word that follows begin sentences rather than carry names on?"""
    opens = stop.follows[:1] in OPENING
    return opens or stop.word.lower() in words("sentence-starters")


def plain_stop(stop: Stop) -> bool | None:
    """Any other full stop ends its sentence."""
    return True


RULES: tuple[Rule, ...] = (
    marks_follow,
    bracketed_mark,
    small_opener,
    small_letter_follows,
    cue_follows,
    strong_mark,
    closed_quotation,
    list_number,
    number_sign,
    abbreviation,
    initial,
    final_abbreviation,
    plain_stop,
)


def ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """The first rule with an answer decides."""
    if in_a_slogan(text, match, start, end):
        return False
    if is_plain_end(text, match, start):
        return True
    stop = stop_at(text, match, start, end)
    return next(answer for rule in RULES if (answer := rule(stop)) is not None)


def in_a_slogan(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """The "Slow down. We live here." signs: short sentences in marks stand as a word does in the one round them."""
    if match["closers"] or not SLOGAN.search(text, max(start, match.start() - 34), match.start()):
        return False
    rest = SLOGAN_ENDS.match(text, match.end(), end)
    return bool(rest and not SMALL_CUE.match(text, rest.end()))


def is_plain_end(text: str, match: re.Match[str], start: int) -> bool:
    """A full stop between a word and a capital, as most are: seen at once what the rules would find."""
    after = match.end()
    if match["marks"] != "." or not text[after + (text[after] in OPENING) : after + 2][:1].isupper():
        return False
    if match["closers"]:
        return match["closers"][0] not in ")]"
    at = match.start()
    near = max(start, at - 31)
    return is_word(text[max(near, text.rfind(" ", near, at) + 1) : at])


def is_word(word: str) -> bool:
    """Two or more letters that are no abbreviation."""
    return len(word) > 1 and word.isalpha() and word.lower() not in abbreviations()


@cache
def abbreviations() -> frozenset[str]:
    """All of them, in small letters."""
    return words("abbreviations") | words("abbreviations-final") | MEASURES


def stop_at(text: str, match: re.Match[str], start: int, end: int) -> Stop:
    """What stands around the stop that ``match`` found in the sentence that began at ``start``."""
    marks = match["marks"] or match["tight"]
    at = match.start()
    word = BEFORE.search(text, max(start, at - 31), at)
    before = word[0] if word else ""
    earlier = text[max(start, at - len(before) - 6) : at - len(before)].strip("\"'“”‘’([«» \t\xa0")[-1:]
    following = NEXT.match(text, match.end(), end)
    found = following["word"] if following else "?"
    return Stop(before, earlier, marks, match["closers"] or "", found, text[match.end() : min(end, match.end() + 90)])


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of ``text[start:end]``, without the space around them; a line that goes on in the next one, with a
    small letter, is one with it."""
    opens = closes = start
    for line in text[start:end].split("\n"):
        words_of = line.strip()
        first = start + len(line) - len(line.lstrip())
        if words_of and not (opens < closes == start - 1 and words_of[0].islower()):
            if opens < closes:
                yield opens, closes
            opens = first
        if words_of:
            closes = first + len(words_of)
        start += len(line) + 1
    if opens < closes:
        yield opens, closes


def lost_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that stand in one because their ends were lost: a caption, a heading and the first sentence.  A word
    that opens sentences has a capital only there, unless a title or a letter ("grade A") is meant."""
    for match in OPENER.finditer(text, start, end):
        if is_lost_end(text, match, start):
            yield start, match.start()
            start = match.end()
    yield start, end


def is_lost_end(text: str, match: re.Match[str], start: int) -> bool:
    """A word that a line may end with stands before the opener: longer, no small word, in capitals throughout or in
    none; or a bracket that closes after such a word."""
    near = max(start, match.start() - 21)
    before = text[max(near, text.rfind(" ", near, match.start()) + 1) : match.start()].rstrip(")")
    if not before.isalpha() or not (len(before) > 2 and before.islower() or len(before) > 3 and before.isupper()):
        return False
    lettered = match["opener"] == "A" and (before in LETTERED or match["after"] in words("function-words"))
    return before not in words("function-words") and not lettered


def boundaries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one line, by its stops."""
    for match in STOP.finditer(text, start, end):
        if ends(text, match, start, end):
            yield start, match.start("gap") if match["gap"] else match.end()
            start = match.end()
    yield start, end


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; one past the longest in pieces, each of which ends at a space where there is one."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield start, start + len(text[start:stop].rstrip())
        start = end - len(text[stop:end].lstrip())
    yield start, end


def split_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of headline, standfirst and body blocks, in reading order; ``block`` indexes ``blocks``."""
    return tuple(
        [
            Sentence(*part, number)
            for number, block in enumerate(blocks)
            if block.role in READ
            for piece in pieces(text, block.start, block.end)
            for line in lost_ends(text, *piece)
            for sentence in boundaries(text, *line)
            for part in (cut(text, *sentence) if sentence[1] - sentence[0] > LONGEST else (sentence,))
        ]
    )
