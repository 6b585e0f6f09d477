"""Lines that stand in one because copying lost their ends, and lines that go on in the next one.

Sentences are looked for within what is found here (``sentences``): newlines first, then the credit of a picture and
words that only open sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.lexicon import words

OPENER = re.compile(  # what may follow a line end lost in copying: "flowers at the gate The mayor has said"
    r" (?=[ABCHIPTWY])(?<=[A-Za-z)] )(?=(?P<opener>The|A|An|At|As|He|She|It|They|There|This|These|Those|His|Her|Their"
    r"|Its|But|However|How|If|When|After|While|What|We|You|Please|Thanks|Click) (?P<after>[a-z]{2,20}))"
)
LETTERED = frozenset(
    {"class", "country", "grade", "group", "letter", "level", "option", "part", "plan", "section", "series", "team"}
    | {"type", "vitamin"}
)
# The credit of a picture ends its caption: "(Photo: Joy Amadi)", "(JOY AMADI/Harbour Wire)"; so does what a button says
CREDIT = re.compile(
    r"\((?:(?:Photo|PHOTO|Image|Picture|Video|Credit)s?(?: by|:) ?[^()]{2,60}"
    r"|(?:[^()]{2,40}[/,] ?)?(?:Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|Press Association)"
    r"|AP Photo[^()]{0,40}|[^()]{2,40}/(?:AP|AFP|EPA|PA)"
    r"|(?<=[.!?\"”’'] .)(?:AP|AFP|EPA|PA|(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.’'-]+/(?:[A-Z][\w.’'-]+ ?){1,4})"
    r"|Opens in new window)\)(?= [A-Z\"“‘(])"
)
PHOTO = re.compile(r"(?:Photo|Image|Video) (?=[A-Z]{4,}\b[^.]{0,25} (?:--|—|–) )")


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


def credited(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A caption that stands in one line with what follows: the credit of its picture ends it, where words enough stand
    before it to be no dateline ("HARBOUR CITY (Reuters)")."""
    photo = PHOTO.match(text, start, end)
    if photo:
        yield start, photo.end() - 1
        start = photo.end()
    for match in CREDIT.finditer(text, start, end):
        if match.start() - start > 20 or match.start() == start:
            yield start, match.end()
            start = match.end() + 1
    yield start, end


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
