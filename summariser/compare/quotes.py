"""Quotations of the same words in several articles, aligned word by word."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from summariser.compare.wording import Wording, differing, relation, wording
from summariser.comparison import Agreement, SharedActor, SharedQuote
from summariser.model import Article, Quote

SHOWN = 6  # differences named in words
MARKS = frozenset('"“”„«»')
RANK: tuple[Agreement, ...] = ("same", "shortened", "altered")


class Said(NamedTuple):
    """One quotation: its place, its words, the article's text, and whose it is across the set."""

    article: int
    quote: int
    words: Wording
    text: str
    speaker: int | None
    name: str | None


def share_quotes(articles: Sequence[Article], actors: Sequence[SharedActor]) -> tuple[SharedQuote, ...]:
    """Every marked quotation of the set in a SharedQuote; those that several articles carry first.

    A quotation whose words another article prints inside a longer one that has its partner already is set beside that
    longer one once more: it is not alone with its words.
    """
    whose = {member: k for k, actor in enumerate(actors) for member in actor.members}
    said = [heard(n, a, q, whose) for n, a in enumerate(articles) for q in a.quotes if q.kind != "indirect"]
    pairs = sorted(((o, i, j) for i, j in candidates(said) if (o := overlap(said[i], said[j])) > 0), reverse=True)
    groups = grouped(said, pairs)
    alone = {g[0] for g in groups if len(g) == 1}
    again = {k: next((i + j - k for _, i, j in pairs if k in (i, j)), None) for k in alone}
    groups = [g if len(g) > 1 or again[g[0]] is None else sorted((g[0], again[g[0]] or 0)) for g in groups]
    found = {agreement([said[k] for k in sorted(g)]) for g in groups}
    return tuple(sorted(found, key=lambda q: (-len(q.members), q.members)))


def grouped(said: Sequence[Said], pairs: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    """The quotations by utterance, best pairs first, at most one of each article."""
    groups: dict[int, list[int]] = {k: [k] for k in range(len(said))}
    home = list(range(len(said)))
    for _, i, j in pairs:
        one, two = home[i], home[j]
        apart = {said[k].article for k in groups[one]} & {said[k].article for k in groups[two]}
        if one != two and not apart:
            groups[one] += groups.pop(two)
            for k in groups[one]:
                home[k] = one
    return list(groups.values())


def heard(number: int, article: Article, quote: Quote, whose: dict[tuple[int, int], int]) -> Said:
    """One quotation with its words and its speaker."""
    speaker = None if quote.speaker is None else whose.get((number, quote.speaker))
    name = None if quote.speaker is None else article.actors[quote.speaker].name
    return Said(number, quote.id, wording(article, quote), article.text, speaker, name)


def candidates(said: Sequence[Said]) -> set[tuple[int, int]]:
    """Pairs of different articles that share three words in a row, or are equal and shorter than that."""
    index: dict[tuple[str, ...], list[int]] = {}
    pairs = set()
    for j, one in enumerate(said):
        folded = one.words.folded
        width = min(3, len(folded))
        for at in range(len(folded) - width + 1 if width else 0):
            known = index.setdefault(folded[at : at + width], [])
            pairs |= {(i, j) for i in known[-50:] if said[i].article != one.article}
            known.append(j)
    return pairs


def overlap(a: Said, b: Said) -> float:
    """How much of the shorter quotation the longer holds in order; 0 where that is too little to be the same words.

    One that is held but for a few words, or of which a whole clause is held by the same speaker, is the same."""
    short, long = sorted((a.words.folded, b.words.folded), key=len)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    held = sum(m.size for m in blocks) / len(short)
    if len(short) < 5:
        return held if held >= 0.99 and (len(short) > 2 or a.speaker == b.speaker) else 0.0
    longest = max(m.size for m in blocks)
    spoken = a.speaker is not None and a.speaker == b.speaker
    return held if held >= (0.4 if spoken and longest >= 4 else 0.6) else 0.0


def agreement(group: Sequence[Said]) -> SharedQuote:
    """How the articles' versions of one utterance agree: the worst of each version with the longest."""
    members = tuple((s.article, s.quote) for s in group)
    if len(group) == 1:
        return SharedQuote(members, "only", None, "no other article has these words")
    longest = max(group, key=lambda s: len(s.words.folded))
    others = [s for s in group if s is not longest]
    worst = max((relation(longest.words, s.words) for s in others), key=RANK.index)
    notes = [note for s in others for note in (changes(longest, s), speakers(longest, s)) if note]
    return SharedQuote(members, worst, "; ".join(dict.fromkeys(notes)) or None, "aligned word by word")


def changes(longest: Said, other: Said) -> str:
    """The words that differ: “gone” against “simply gone”, or “simply” in one only; at most ``SHOWN`` of them."""
    found = []
    for step in differing(longest.words, other.words):
        sides = [stretch(longest, step.a, step.b), stretch(other, step.c, step.d)]
        found.append(" against ".join(sides) if all(sides) else f"{max(sides)} in one only")
    return ", ".join(found[:SHOWN])


def stretch(said: Said, start: int, end: int) -> str:
    """Words [start, end) of a quotation as they stand, in quotation marks, with "…" where it breaks off between them;
    empty for none."""
    spans = said.words.spans[start:end]
    broken = [not MARKS.isdisjoint(said.text[a[1] : b[0]]) for a, b in pairwise(spans)]
    seams = ["… " if seam else "" for seam in (False, *broken)]
    words = " ".join(seam + said.text[a:b] for seam, (a, b) in zip(seams, spans, strict=False))
    return f"“{words}”" if words else ""


def speakers(longest: Said, other: Said) -> str | None:
    """A note where the same words are put into different mouths."""
    if other.speaker is None or longest.speaker is None or other.speaker == longest.speaker:
        return None
    return f"said by {longest.name} / by {other.name}"
