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
from summariser.text.joined import credited, lost_ends, pieces

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
NICKNAME = re.compile(r"[\"“‘'][A-Z][\w.-]{1,15}(?: [A-Z][\w.-]{1,15}){0,2}[\"”’'] [A-Z]")
CUES = "asked|said|says|asks|wrote|shouted|cried|wondered|demanded|replied|added"
NAMED_CUE = re.compile(rf"(?:[A-Z][\w.'’-]{{0,20}} ){{1,4}}(?:{CUES})\b")
SMALL_CUE = re.compile(rf"(?:(?:[a-z]+ ){{0,2}}(?:{CUES}))\b")
SMALL_WORD = re.compile(r"(?<![\w'’@/.])[a-z]{4}")

SLOGAN = re.compile(r"[a-z] [\"“][A-Z][^\"“”]{0,30}$")
SLOGAN_ENDS = re.compile(r"[^\"“”]{1,40}[\"”] (?=[a-z])")


class Stop(NamedTuple):
    """A run of stops with what stands around it."""

    before: str  # the word that the stop follows
    earlier: str  # the last character of the word before that one, or nothing at the start of the sentence
    led: str  # what the sentence holds before that word, at most sixty characters
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


def opens_a_bracket(stop: Stop) -> bool | None:
    """ "(reg. 40 crowns)", "(dir. Ann Obi)": a short word alone behind its bracket is an abbreviation."""
    return False if stop.led[-1:] in ("(", "[") and stop.before.islower() and len(stop.before) < 6 else None


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
    return starts_sentence(stop)


def final_abbreviation(stop: Stop) -> bool | None:
    """ "U.S.", "Inc.", "a.m." may end a sentence: the word that follows decides."""
    low = stop.before.lower()
    dotted = len(low) > 2 and low[1::2].strip(".") == "" and low[::2].isalpha()
    if not dotted and low not in words("abbreviations-final"):
        return None
    if low == stop.before and not dotted and low in {"in", "no", "sat", "sun", "am", "mar", "min", "max", "la", "pa"}:
        return True  # plain words too
    return starts_sentence(stop) and not (titled(stop.led) and titled(stop.follows))


def starts_sentence(stop: Stop) -> bool:
    """Does the word that follows begin sentences rather than carry names on?  A nickname does not."""
    if stop.follows[:1] in OPENING:
        return not NICKNAME.match(stop.follows)
    return stop.word.lower() in words("sentence-starters")


def titled(text: str) -> bool:
    """True for words of a title, all with capitals: "Help for Farmers in the U.S. As Rain Fails"; what has one there
    need not begin a sentence."""
    return " " in text and not SMALL_WORD.search(text)


def plain_stop(stop: Stop) -> bool | None:
    """Any other full stop ends its sentence."""
    return True


RULES: tuple[Rule, ...] = (
    marks_follow,
    bracketed_mark,
    opens_a_bracket,
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
    led = text[max(start, at - len(before) - 60) : at - len(before)]
    follows = text[match.end() : min(end, match.end() + 90)]
    return Stop(before, earlier, led, marks, match["closers"] or "", found, follows)


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
            for caption in credited(text, *piece)
            for line in lost_ends(text, *caption)
            for sentence in boundaries(text, *line)
            for part in (cut(text, *sentence) if sentence[1] - sentence[0] > LONGEST else (sentence,))
        ]
    )
