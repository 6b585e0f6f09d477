"""Who may be speaking: noun phrases paired with the cue they are the subject of, each by a named relation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from summariser.quotes.cues import Cue, find_cues
from summariser.quotes.lines import NARRATION, Line, before_verb, first_of_sentence
from summariser.quotes.phrases import PREPOSITIONS, Phrase, find_phrases
from summariser.short import short

DESCRIBES = frozenset({"JJ", "VBN"})
RELATIVES = frozenset({"who", "whose", "which"})


class Subject(NamedTuple):
    """``phrase`` indexes Scene.phrases, ``cue`` indexes Scene.cues; ``relation`` says how the two stand together."""

    phrase: int
    cue: int
    relation: str


as_subject = short(Subject)


class Looks(NamedTuple):
    """The sorts of the words before and after a phrase, and its last word in small letters."""

    left: str
    right: str
    head: str


class Scene(NamedTuple):
    """One paragraph with its phrases, cues and who is the subject of which cue; ``crowd`` says how many cues stand in
    the sentence of each; ``looks`` of phrases are filled in when they are asked for; ``pasts`` are the first two verbs
    of the past in the narration of a paragraph that holds a quotation."""

    line: Line
    phrases: list[Phrase]
    starts: list[int]
    cues: list[Cue]
    crowd: list[int]
    subjects: list[list[Subject]]
    looks: dict[int, Looks]
    pasts: tuple[int, ...]


def set_scenes(lines: Sequence[Line]) -> list[Scene]:
    """Read every paragraph for speakers; one with no cue tells of none unless it or the next holds a quotation."""
    near = [bool(a.stretches or b.stretches) for a, b in pairwise((*lines, *lines[-1:]))]
    # one step for all paragraphs before the next one: faster than paragraph by paragraph
    cues = list(map(find_cues, lines))
    return list(map(with_subjects, list(map(without_subjects, lines, cues, near))))


def set_scene(line: Line) -> Scene:
    """Read a paragraph for speakers."""
    return with_subjects(without_subjects(line, find_cues(line), heard=True))


def without_subjects(line: Line, cues: list[Cue], heard: bool) -> Scene:
    """A paragraph with its cues and phrases; not ``heard``: only where it holds a cue."""
    if not cues and not heard:
        return Scene(line, [], [], [], [], [], {}, ())
    phrases = find_phrases(line, frozenset(i for c in cues for i in range(c.start, c.end)))
    sentences = [line.sentence[c.start] for c in cues]
    crowd = list(map(Counter(sentences).__getitem__, sentences))
    pasts = (i for i, tag in enumerate(line.tags) if tag == "VBD" and line.where[i] == NARRATION)
    first_two = tuple(islice(pasts, 2)) if line.stretches else ()
    return Scene(line, phrases, [p.start for p in phrases], cues, crowd, [], {}, first_two)


def with_subjects(scene: Scene) -> Scene:
    """The same paragraph with the subjects of its cues filled in."""
    scene.subjects.extend(list(find_subjects(scene, number)) for number in range(len(scene.cues)))
    return scene


def find_subjects(scene: Scene, number: int) -> Iterator[Subject]:
    """Phrases that may be the subject of a cue, the likeliest relations first; a phrase comes once."""
    cue, seen = scene.cues[number], set()
    for side in sides(scene, cue):
        for phrase, relation in side:
            if (phrase, relation) not in seen:
                seen.add((phrase, relation))
                yield as_subject((phrase, number, relation))


def sides(scene: Scene, cue: Cue) -> list[Iterator[tuple[int, str]]]:
    """Where the subject of a cue is looked for: a noun of speech has an owner."""
    if cue.verb.lemma == "according to":
        return [after(scene, cue)]
    if cue.by:
        return [agent(scene, cue)]
    return [owner(scene, cue)] if cue.tag == "NN" else [before(scene, cue), after(scene, cue)]


def agent(scene: Scene, cue: Cue) -> Iterator[tuple[int, str]]:
    """Who does what a passive tells: "was described by | X"."""
    k = starting_at(scene, cue.end + 1)
    if k is not None:
        yield k, "subject"


def owner(scene: Scene, cue: Cue) -> Iterator[tuple[int, str]]:
    """Whose claim it is: "X's claim", "his claim"; "a claim by X"."""
    ahead = cue.end - cue.start == 2
    k = starting_at(scene, cue.end) if ahead else ending_at(scene, cue.group)
    if k is not None:
        yield k, "by" if ahead else "owner"


def ending_at(scene: Scene, end: int) -> int | None:
    """The phrase whose last word stands right before word ``end``."""
    k = bisect_left(scene.starts, end) - 1
    return k if k >= 0 and scene.phrases[k].end == end else None


def starting_at(scene: Scene, start: int) -> int | None:
    """The phrase that begins at word ``start``."""
    k = bisect_left(scene.starts, start)
    return k if k < len(scene.starts) and scene.starts[k] == start else None


def after(scene: Scene, cue: Cue) -> Iterator[tuple[int, str]]:
    """The phrase right after a cue: "said X", "according to X"; an adverb may stand between."""
    line, i = scene.line, cue.end
    while line.narrated(i) and line.words[i].tag in ("RB", "RP"):
        i += 1
    k = starting_at(scene, i)
    if k is not None and line.narrated(i):
        yield k, "according" if cue.verb.lemma == "according to" else "inverted"


def before(scene: Scene, cue: Cue) -> Iterator[tuple[int, str]]:
    """The phrases to the left of a cue's verb group that may govern it."""
    line, i = scene.line, cue.group - 1
    while line.narrated(i) and line.words[i].tag == "RB":
        i -= 1
    if not line.narrated(i):
        if i >= 0 and i + 1 == cue.group:
            yield from clause_subject(scene, cue, "resumed")
        return
    text, tag = line.words[i].text, line.words[i].tag
    if (k := ending_at(scene, i + 1)) is not None:
        yield from phrase_before(scene, k)
    elif text in ",—–-" or text == "--":
        yield from set_off(scene, cue, i)
    elif text in (")", "]"):
        yield from bracketed(scene, i)
    elif tag == "CC":
        yield from clause_subject(scene, cue, "joined")
    else:
        yield from clause_subject(scene, cue, "loose")


def phrase_before(scene: Scene, k: int) -> Iterator[tuple[int, str]]:
    """ "X said"; with a preposition before X the phrase in front: "a spokesman for X said"; "X, who said"."""
    phrase, line = scene.phrases[k], scene.line
    if phrase.form == "who":
        yield k, "who"
        i = phrase.start - 1
        i -= line.narrated(i) and line.words[i].text in ",—"
        if (owner := ending_at(scene, i + 1)) is not None:
            yield from renamed(chain(scene, owner), "whose")
        return
    yield from renamed(chain(scene, k), "subject")


def renamed(found: Iterator[tuple[int, str]], relation: str) -> Iterator[tuple[int, str]]:
    """The same phrases under a relation's own name."""
    for k, depth in found:
        yield k, relation + depth


def chain(scene: Scene, k: int) -> Iterator[tuple[int, str]]:
    """A phrase, and the phrases that its prepositions hang on: "the head of | the office of | X", "a source close to |
    X"."""
    line = scene.line
    governed: list[int] = []
    while len(governed) < 4:
        governed.append(k)
        i = scene.phrases[k].start - 1
        if not (line.narrated(i) and line.words[i].text.lower() in PREPOSITIONS):
            break
        head = ending_at(scene, i)
        if head is None and line.narrated(i - 1) and line.tags[i - 1] in DESCRIBES:
            head = ending_at(scene, i - 1)
        if head is None:
            break
        k = head
    top = governed.pop()
    yield top, "+head" if governed else ""
    for k in governed:
        yield k, "+governed"


def is_object(scene: Scene, k: int) -> bool:
    """Whether a verb stands right before a phrase ("leaving | the podium, X said"): then it governs no cue."""
    i = scene.phrases[k].start - 1
    return scene.line.narrated(i) and scene.line.words[i].tag.startswith("VB")


def set_off(scene: Scene, cue: Cue, comma: int) -> Iterator[tuple[int, str]]:
    """ "X, the head of Y, said": the phrase before the comma that opens what is set off; "X, said"; "…, adding"."""
    if cue.tag == "VBG":
        yield from clause_subject(scene, cue, "participle")
    if (k := before_relative(scene, comma)) is not None:
        yield from renamed(chain(scene, k), "apposed1")
        return
    if (k := ending_at(scene, comma)) is not None:
        yield from renamed(chain(scene, k), "comma")
    line, i, found = scene.line, comma - 1, 0
    mark = line.words[comma].text
    while i > max(0, comma - 60) and line.narrated(i) and found < 2:
        if line.words[i].text in (mark, ",") and (k := ending_at(scene, i)) is not None and not is_object(scene, k):
            found += 1
            yield from renamed(chain(scene, k), f"apposed{found}")
        if line.words[i].text in ".?!":
            break
        i -= 1
    if found < 2:
        yield from clause_subject(scene, cue, "far")


def before_relative(scene: Scene, comma: int) -> int | None:
    """The phrase before ", who runs the shelter in Carrow," where that ends in this comma: nothing inside it speaks."""
    line = scene.line
    for i in range(comma - 2, max(0, comma - 40), -1):
        if not line.narrated(i) or line.words[i].text in ".?!":
            return None
        if line.words[i].text == "," and line.words[i + 1].text in RELATIVES:
            return ending_at(scene, i)
    return None


def bracketed(scene: Scene, close: int) -> Iterator[tuple[int, str]]:
    """ "Rep. X (D-Calif.) said"."""
    line = scene.line
    for i in range(close - 1, max(-1, close - 12), -1):
        if line.words[i].text in "([":
            if (k := ending_at(scene, i)) is not None:
                yield from renamed(chain(scene, k), "subject")
            return


def clause_subject(scene: Scene, cue: Cue, relation: str) -> Iterator[tuple[int, str]]:
    """The phrase that begins the sentence, and the last one before a finite verb, left of the cue."""
    line, words = scene.line, scene.line.words
    low = first_of_sentence(line, cue.start)
    k = bisect_left(scene.starts, low)
    stop = bisect_left(scene.starts, cue.start)
    governed = False
    opening = None
    for j in range(k, stop):
        phrase = scene.phrases[j]
        if phrase.form in ("time", "other"):
            continue
        i = phrase.start - 1
        governed = line.narrated(i) and words[i].text.lower() in PREPOSITIONS
        if not governed and opening is None and not is_object(scene, j):
            opening = j
            yield j, relation + "+first"
    for j in range(stop - 1, k - 1, -1):
        if j != opening and before_verb(line, scene.phrases[j].end):
            yield from renamed(chain(scene, j), relation + "+last")
            return


def in_sentence(scene: Scene, i: int) -> range:
    """The phrases of the sentence of word ``i``."""
    line = scene.line
    low, high = first_of_sentence(line, i), bisect_right(line.sentence, line.sentence[i])
    return range(bisect_left(scene.starts, low), bisect_left(scene.starts, high))
