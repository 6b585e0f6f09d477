"""Who a noun phrase is: somebody of the cast, somebody new, or a thing."""

from __future__ import annotations

from summariser.actions.chunks import Line, Piece
from summariser.actions.nouns import noun_kind
from summariser.model import ActorKind, Span
from summariser.people.enlist import Cast
from summariser.short import short

EMPTY = frozenset({"it", "there", "this", "that", "these", "those", "which", "what", "some", "all", "one"})
TYPES = frozenset({"index", "group", "company", "firm", "corporation", "agency", "newspaper", "party", "airline"})
COUNTS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})

as_span = short(Span)


def head_word(line: Line, noun: Piece) -> int:
    """The index of the head of a noun phrase: its last word."""
    return noun.end - 1


def name_kind(cast: Cast, line: Line, noun: Piece, at: int) -> ActorKind | None:
    """The kind of a name that the cast does not know: by its last word, else some body or brand; a single capital at
    the beginning of a sentence proves no name, unless the word has it within another."""
    word = line.words[at]
    if not word.text[:1].isupper():
        return noun_kind(word.text.lower())
    if known := "group" if word.tag == "NNPS" else noun_kind(word.text.lower()):
        return known
    after_word = noun.start > 0 and line.words[noun.start - 1].text.islower()
    sure = noun.end - noun.start > 1 or after_word or (word.text.isupper() and len(word.text) > 1)
    sure = sure or (word.tag == "NNP" and cast.is_capital(word.text))
    return "organisation" if sure and not word.name.endswith("LOC") else None


def is_name(line: Line, at: int) -> bool:
    """True for a capital within a sentence that the tagger took for no name ("the A380 was"), but not in a headline."""
    word, after = line.words[at].text, line.words[at + 1 : at + 2]
    return at > 0 and word[:1].isupper() and line.letters[at] in "NJ" and bool(after) and after[0].text.islower()


def phrase_kind(cast: Cast, line: Line, noun: Piece) -> ActorKind | None:
    """What kind of actor a phrase that is nobody's mention may be."""
    at = head_word(line, noun)
    low = line.low[at]
    while at > noun.start and line.words[at].text[:1].isdigit() and line.words[at - 1].text[:1].isupper():
        at -= 1  # "the FTSE 100"
    if line.letters[at] == "P" or is_name(line, at):
        return name_kind(cast, line, noun, at)
    if line.letters[at] == "C":
        return "group" if low in COUNTS - {"one"} else None
    if line.letters[at] in "NJ":
        return noun_kind(low)
    return None


def whole(line: Line, noun: Piece) -> Piece:
    """The noun phrase with its "of" phrase, or the place it is in: "the makers of the bar", "officials in Kyiv"."""
    at = noun.end
    low = line.low[at] if at < len(line.low) else ""
    if low not in ("of", "in") or line.letters[at] != "I":
        return noun
    after = line.noun_at(at + 1)
    if after is None or (low == "in" and not line.words[after.end - 1].name.endswith("LOC")):
        return noun
    return Piece("n", noun.start, after.end)


def span_of(line: Line, start: int, end: int) -> Span:
    """The characters of tokens ``start`` to ``end``."""
    return as_span((line.words[start].start, line.words[end - 1].end))


def actor_of(cast: Cast, line: Line, noun: Piece) -> int | None:
    """The member of the cast that the head of ``noun`` names; a possessor is not the head ("the club's fans")."""
    head = line.words[head_word(line, noun)]
    found = cast.ends.get(head.end)
    return cast.starts.get(head.start) if found is None else found


def titled(line: Line, noun: Piece) -> Piece:
    """The noun phrase with the name that its "of" phrase ends in: "secretary of state Antony Blinken"."""
    letters = line.letters
    if letters[noun.end - 1] == "P" or letters[noun.end : noun.end + 2] not in ("IN", "SN"):
        return noun
    after = line.piece_at(noun.end + 1)
    return Piece("n", noun.start, after.end) if after and letters[after.end - 1] == "P" else noun


def known_elsewhere(cast: Cast, line: Line, noun: Piece) -> int | None:
    """The actor whom the same words name elsewhere in the article; "the Nasdaq index" is Nasdaq."""
    if line.letters[noun.end - 1] not in "PNC":
        return None
    words = [w.text for w in line.words[noun.start : noun.end]]
    if words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in TYPES:
        words = words[:-1]
    if not words or not (words[-1][0].isupper() or words[-1][0].isdigit()):
        return None
    phrase = " ".join(words).casefold()
    found = cast.phrases.get(phrase)
    return cast.phrases.get("the " + phrase) if found is None else found


def enlisted(cast: Cast, line: Line, noun: Piece) -> int | None:
    """The actor of ``noun``, new in the cast where it is a person, body or group; None for things."""
    found = actor_of(cast, line, noun)
    if found is not None or line.letters[noun.start] in "OE":
        return found
    if line.low[noun.start] in EMPTY and noun.end - noun.start == 1:
        return None
    known = known_elsewhere(cast, line, noun)
    kind = cast.members[known].kind if known is not None else phrase_kind(cast, line, noun)
    if known is not None or kind is None:
        return known
    span = span_of(line, noun.start, whole(line, noun).end)
    if span.end in cast.ends and line.words[noun.end].text == "in":  # "officials in Kyiv": Kyiv is somebody else
        span = span_of(line, noun.start, noun.end)
    # "a gunman" who is named nowhere is none of the persons of the article
    return cast.enrol(span, "group" if kind == "person" else kind)
