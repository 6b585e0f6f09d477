"""What belongs to a clause besides its subject and verb: where it ends, its particle, object and place."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.actions.chunks import Line, Piece
from summariser.actions.clause import Clause
from summariser.actions.finite import CLAUSAL
from summariser.actions.subjects import span_of
from summariser.actions.verbs import verb_class
from summariser.lexicon import words as listed
from summariser.model import Span

PARTICLES = frozenset(
    ["out", "up", "down", "off", "away", "back", "over", "apart", "forward", "through", "together", "aside"]
)
WHERE = frozenset(["in", "at", "near", "outside", "inside", "across", "into", "from", "to", "around"])
SETTLED = frozenset(["in", "at", "near", "outside", "inside"])
WHOLE = frozenset({"say", "tell", "ask", "make", "plan", "speech"})
LEAVES = frozenset({"left", "found", "kept", "held"})  # "was left stranded": one verb
SHORT = 9  # tokens of a subordinate clause that stays part of the one it hangs on
UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "moments", "seconds"})
COUNTING = "CDJt"
TRAILING = ",&:.SIcwTx"
OPENERS = {"”": "“", "’": "‘", '"': '"'}


def clause_end(line: Line, clauses: Sequence[Clause], number: int) -> int:
    """The token where the clause ends: before the next clause that is no part of it, links trimmed off."""
    own = clauses[number]
    end = len(line.words)
    for k, later in enumerate(clauses[number + 1 :], number + 1):
        above = later.parent is not None and later.parent < number  # goes on from what this clause is inside of
        apart = not later.inside or above or is_long(line, clauses, k, end) or is_contact(line, clauses, k)
        if later.opened >= own.verb.end and apart:
            end = later.opened
            break
    if own.rule == "subordinate":
        end = first_comma(line, own.verb.end, end)
    while end > own.verb.end and (line.letters[end - 1] in TRAILING or loose(line, end)):
        end = before_count(line, end) if measured(line, end) else end - 1
    return end


def loose(line: Line, end: int) -> bool:
    """True for an adverb behind a comma, and for "hours" in "..., hours after it"."""
    last, opens = line.letters[end - 2 : end], line.letters[end : end + 1] == "S"
    if last in (",R", ":R"):
        return True
    return opens and (last in (",N", ",t") or last[-1:] == "R" or measured(line, end))  # "even [as she ...]"


def before_count(line: Line, end: int) -> int:
    """The end without the length of time that stands there, number and all."""
    end -= 2 if line.letters[end - 2] == "N" else 1  # "forty" is often taken for a noun
    while line.letters[end - 1] in COUNTING:
        end -= 1
    return end


def measured(line: Line, end: int) -> bool:
    """True within "forty minutes" of "capsized forty minutes [after it had left]"."""
    near = [word.text.lower() for word in line.words[max(0, end - 1) : end + 1]]
    return near[:1] != near[1:] and near[0] in UNITS and near[-1] in ("after", "before")


def first_comma(line: Line, start: int, end: int) -> int:
    """Where a clause within a sentence ends before what goes on after a comma: "as he took the floor, along with"."""
    for k in range(start, end):
        if line.letters[k : k + 2] in (",I", ",S", ",R"):
            return k
    return end


def is_contact(line: Line, clauses: Sequence[Clause], number: int) -> bool:
    """True for what only says more of a noun: "for a call [he made]"."""
    clause = clauses[number]
    if clause.rule != "complement" or clause.intro or clause.parent is None:
        return False
    return verb_class(line.low[clauses[clause.parent].head]) not in CLAUSAL


def is_long(line: Line, clauses: Sequence[Clause], number: int, end: int) -> bool:
    """True for a subordinate clause too long to go along ("walked out as Ms Bell took the floor" keeps its)."""
    if clauses[number].rule != "subordinate" or line.letters[clauses[number].opened - 1] == "c":
        return False
    after = [c.opened for c in clauses[number + 1 :] if not c.inside]
    own = clauses[number]
    return first_comma(line, own.verb.end, min([end, *after])) - own.opened > SHORT


def with_particle(line: Line, verb: Piece) -> int:
    """The end of the verb group, its particle counted in ("walked out")."""
    at = verb.end
    here = line.letters[at : at + 1]
    if here == "Q" and line.low[at - 1] in LEAVES:
        return at + 1
    over = here and here not in "Jt" and line.low[at] in PARTICLES
    return at + 1 if over or here == "r" else at


def noun_chain(line: Line, pieces: Sequence[Piece], k: int) -> int:
    """The end of the noun phrase at piece ``k`` with its "of" phrases."""
    end = pieces[k].end
    while k + 2 < len(pieces) and pieces[k + 1].kind == "I" and line.low[pieces[k + 1].start] == "of":
        if pieces[k + 2].kind != "n":
            break
        k += 2
        end = pieces[k].end
    return end


def object_span(line: Line, clause: Clause, start: int, end: int, places: frozenset[int]) -> tuple[int, int] | None:
    """What the verb is about: all that is said, or its complements up to a date, a place or another clause."""
    pieces = line.within(start, end)
    k = first_complement(line, pieces)
    if k is None:
        return None
    whole = verb_class(line.low[clause.head]) in WHOLE
    if whole or pieces[k].kind in "cqv":
        return pieces[k].start, end
    if pieces[k].kind == "S" and not (k + 1 < len(pieces) and pieces[k + 1].kind == "n"):
        return None
    last = k
    while last + 1 < len(pieces) and not ends_object(line, pieces, last + 1, places):
        last += 1
    if line.letters[pieces[last].end - 1] in "JC" and last + 1 < len(pieces) and pieces[last + 1].kind == "t":
        last += 1  # "used sick days"
    while last > k and (pieces[last].kind in "ITRrx&" or line.letters[pieces[last].end - 1] == "D"):
        last -= 1
    return (pieces[k].start, pieces[last].end) if any(p.kind == "n" for p in pieces[k : last + 1]) else None


def first_complement(line: Line, pieces: Sequence[Piece]) -> int | None:
    """Where the complement begins, over adverbs, dates and "in" with its date."""
    gerund = pieces[0].start if pieces and line.letters[pieces[0].start] == "G" else -1
    for k, piece in enumerate(pieces):
        if piece.kind in "Rxtr":
            continue
        if piece.kind in "IS" and k + 1 < len(pieces) and pieces[k + 1].kind == "t":
            continue
        infinitive = piece.kind == "v" and (line.letters[piece.start] == "T" or (k == 0 and piece.start == gerund))
        if (
            infinitive
            or piece.kind in "nITcq"
            or (piece.kind == "S" and line.low[piece.start] in ("as", "if", "whether", "how", "why"))
        ):
            return k
        return None
    return None


def ends_object(line: Line, pieces: Sequence[Piece], k: int, places: frozenset[int]) -> bool:
    """True where a date, a place, a comma or another clause ends the object."""
    piece = pieces[k]
    if piece.kind in "tScw,:.":
        return piece.kind != "," or not list_goes_on(pieces, k)
    if piece.kind == "I" and k + 1 < len(pieces):
        word = line.low[piece.start]
        return pieces[k + 1].kind == "t" or (
            word in SETTLED and pieces[k + 1].kind == "n" and is_place(line, pieces[k + 1], places)
        )
    return False


def list_goes_on(pieces: Sequence[Piece], k: int) -> bool:
    """True for the commas of "sold the pier, the ferry and the bank"."""
    while k + 2 < len(pieces) and pieces[k].kind == "," and pieces[k + 1].kind == "n":
        k += 2
        if pieces[k].kind == "&":
            return k + 1 < len(pieces) and pieces[k + 1].kind == "n"
    return False


def antecedent(line: Line, clauses: Sequence[Clause], number: int) -> tuple[int, int] | None:
    """The noun phrase that a contact clause says more of: "a call" of "for a call [he made]"."""
    clause = clauses[number]
    if not is_contact(line, clauses, number) or not clause.subjects:
        return None
    at = clause.subjects[0].start
    return next(((p.start, p.end) for p in line.pieces if p.end == at and p.kind == "n"), None)


def is_place(line: Line, noun: Piece, places: frozenset[int]) -> bool:
    """True when a noun phrase ends in a place name or a word for a kind of place."""
    last = line.words[noun.end - 1]
    return last.name.endswith("LOC") or last.start in places or line.low[noun.end - 1] in listed("place-nouns")


def place_of(line: Line, start: int, end: int, places: frozenset[int]) -> tuple[int, int] | None:
    """Where it took place: the first place after "in" or "at", else after "to" or "from"."""
    found = None
    pieces = line.within(start, end)
    for k in range(1, len(pieces)):
        if pieces[k].kind != "n":
            continue
        word = line.low[pieces[k - 1].start]
        if word in WHERE and is_place(line, pieces[k], places):
            if word in SETTLED:
                return wider(line, pieces, k, places)
            found = found or wider(line, pieces, k, places)
    return found


def wider(line: Line, pieces: Sequence[Piece], k: int, places: frozenset[int]) -> tuple[int, int]:
    """A place with the one it lies in: "Skopje, North Macedonia"."""
    more = k + 2 < len(pieces) and pieces[k + 1].kind == "," and pieces[k + 2].kind == "n"
    if more and is_place(line, pieces[k + 2], places) and line.letters[pieces[k + 2].end - 1] == "P":
        return pieces[k].start, pieces[k + 2].end
    return pieces[k].start, noun_chain(line, pieces, k)


def words_of(text: str, line: Line, tokens: tuple[int, int] | None) -> str | None:
    """The text of a stretch of tokens as it stands."""
    if tokens is None or tokens[1] <= tokens[0]:
        return None
    span = span_of(line, *tokens)
    return text[span.start : closed(text, span)]


def closed(text: str, span: Span) -> int:
    """The end of ``span``, a closing quotation mark taken along when its opening one lies inside."""
    mark = text[span.end : span.end + 1]
    opener = OPENERS.get(mark)
    inside = text[span.start : span.end] if opener else ""
    if opener and inside.count(opener) > (inside.count(mark) if mark != opener else 0) and inside.count(opener) % 2:
        return span.end + 1
    return span.end
