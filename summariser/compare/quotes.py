"""Quotations of the same words in several articles, aligned word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from summariser.comparison import Agreement, SharedActor, SharedQuote
from summariser.model import Article, Quote

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "without", "nobody", "nothing"})


class Said(NamedTuple):
    """One quotation: its place, its words as they stand, the same folded, and whose they are across the set."""

    article: int
    quote: int
    words: list[str]
    folded: list[str]
    speaker: int | None
    name: str | None


def share_quotes(articles: Sequence[Article], actors: Sequence[SharedActor]) -> tuple[SharedQuote, ...]:
    """Every marked quotation of the set in one SharedQuote; those that several articles carry first."""
    whose = {member: k for k, actor in enumerate(actors) for member in actor.members}
    said = [heard(n, a, q, whose) for n, a in enumerate(articles) for q in a.quotes if q.kind != "indirect"]
    pairs = sorted(((o, i, j) for i, j in candidates(said) if (o := overlap(said[i], said[j])) > 0), reverse=True)
    groups: dict[int, list[int]] = {k: [k] for k in range(len(said))}
    home = list(range(len(said)))
    for _, i, j in pairs:
        one, two = home[i], home[j]
        apart = {said[k].article for k in groups[one]} & {said[k].article for k in groups[two]}
        if one != two and not apart:
            groups[one] += groups.pop(two)
            for k in groups[one]:
                home[k] = one
    found = [agreement([said[k] for k in sorted(g)]) for g in groups.values()]
    return tuple(sorted(found, key=lambda q: (-len(q.members), q.members)))


def heard(number: int, article: Article, quote: Quote, whose: dict[tuple[int, int], int]) -> Said:
    """The words of one quotation, parts joined."""
    words = WORD.findall(" ".join(article.text[p.start : p.end] for p in quote.parts)[:20_000])
    speaker = None if quote.speaker is None else whose.get((number, quote.speaker))
    name = None if quote.speaker is None else article.actors[quote.speaker].name
    return Said(number, quote.id, words, [w.casefold().replace("’", "'") for w in words], speaker, name)


def candidates(said: Sequence[Said]) -> set[tuple[int, int]]:
    """Pairs of different articles that share three words in a row, or are equal and shorter than that."""
    index: dict[tuple[str, ...], list[int]] = {}
    pairs = set()
    for j, one in enumerate(said):
        width = min(3, len(one.folded))
        for at in range(len(one.folded) - width + 1 if width else 0):
            known = index.setdefault(tuple(one.folded[at : at + width]), [])
            pairs |= {(i, j) for i in known[-50:] if said[i].article != one.article}
            known.append(j)
    return pairs


def overlap(a: Said, b: Said) -> float:
    """How much of the shorter quotation the longer holds in order; 0 where that is too little to be the same words."""
    short, long = sorted((a.folded, b.folded), key=len)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    held = sum(m.size for m in blocks) / len(short)
    least = 0.6 if len(short) >= 5 else 0.99
    return held if held >= least else 0.0


def agreement(group: Sequence[Said]) -> SharedQuote:
    """How the articles' versions of one utterance agree: the worst of each version with the longest."""
    members = tuple((s.article, s.quote) for s in group)
    if len(group) == 1:
        return SharedQuote(members, "only", None, "no other article has these words")
    longest = max(group, key=lambda s: len(s.folded))
    worst: Agreement = "same"
    notes = []
    for other in (s for s in group if s is not longest):
        kind = relation(other.folded, longest.folded)
        worst = kind if kind == "altered" or worst == "same" else worst
        notes += [n for n in (changes(other, longest) if kind != "same" else None, speakers(other, longest)) if n]
    return SharedQuote(members, worst, "; ".join(dict.fromkeys(notes)) or None, "aligned word by word")


def relation(short: list[str], long: list[str]) -> Agreement:
    """Same words; a part of them, nothing changed inside; or changed."""
    if short == long:
        return "same"
    steps = [s for s in SequenceMatcher(None, short, long, autojunk=False).get_opcodes() if s[0] != "equal"]
    dropped = {word for kind, _, _, c, d in steps if kind == "insert" for word in long[c:d]}
    turned = any(word in NEGATIONS or word.endswith("n't") for word in dropped)
    return "altered" if turned or any(kind != "insert" for kind, *_ in steps) else "shortened"


def changes(other: Said, longest: Said) -> str:
    """The words that differ: "[the whole] plan", with – for words one side does not have."""
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, longest.folded, other.folded, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(f"“{' '.join(longest.words[a:b]) or '–'}” / “{' '.join(other.words[c:d]) or '–'}”")
    return ", ".join(found[:6])


def speakers(other: Said, longest: Said) -> str | None:
    """A note where the same words are put into different mouths."""
    if other.speaker is None or longest.speaker is None or other.speaker == longest.speaker:
        return None
    return f"said by {longest.name} / by {other.name}"
