"""Two articles sentence beside sentence: what both say stands in one row, what one alone says has a row of its own.

The rows keep the reading order of the first article; what only the second says stands before the next sentence of it
that both say.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dashboard.compared.words import heads, outlines
from dashboard.markup import escape, marked
from dashboard.theme import plural
from summariser.comparison import Comparison, Relation

RELATIONS: dict[Relation, str] = {"same": "Says the same", "similar": "Much alike", "only": "In one only"}


class Beside(NamedTuple):
    """One row: the sentences of each side (their indices), and whether words in them differ for all that."""

    relation: Relation
    left: tuple[int, ...]
    right: tuple[int, ...]
    differs: bool


def beside(found: Comparison) -> list[Beside]:
    """The rows of the first two articles; every sentence of both is in one of them."""
    rows = [_row(found, claim.relation, claim.members) for claim in found.claims]
    first = {i: row for row in rows for i in row.left}
    second = {i: row for row in rows for i in row.right}
    done: dict[Beside, None] = {}
    at = 0
    for i in range(len(found.articles[0].sentences)):
        row = first.get(i)
        if row is None:
            continue
        if row.right:
            for j in range(at, min(row.right)):
                if j in second and not second[j].left:
                    done.setdefault(second[j])
            at = max(at, min(row.right))
        done.setdefault(row)
    for j in range(len(found.articles[1].sentences)):
        if j in second:
            done.setdefault(second[j])
    return list(done)


def _row(found: Comparison, relation: Relation, members: tuple[tuple[int, int], ...]) -> Beside:
    sides = [tuple(sorted(i for n, i in members if n == side)) for side in (0, 1)]
    return Beside(relation, sides[0], sides[1], any(_inside(found, n, i) for n, i in members))


def _inside(found: Comparison, n: int, i: int) -> bool:
    """Whether a figure, a day or a quotation that differs stands in a sentence."""
    s = found.articles[n].sentences[i]
    rules = ("clashes", "changed_quotes")
    places = [place for f in found.findings if f.rule in rules for place in f.places]
    return any(at == n and start < s.end and end > s.start for at, start, end in places)


def aligned(found: Comparison, differences: bool = False) -> str:
    """The rows as HTML; ``differences`` leaves out those in which both say the same and no word of note differs."""
    rows = [r for r in beside(found) if not differences or r.relation != "same" or r.differs]
    names = heads(found)
    top = "".join(f'<div class="ns-cell ns-top">{escape(name)}</div>' for name in names[:2])
    body = "".join(_shown(found, row, names) for row in rows)
    return f'{legend(found)}<div class="ns-beside"><div class="ns-row">{top}</div>{body}</div>'


def legend(found: Comparison) -> str:
    """What the colours mean, with how many rows there are of each."""
    names, rows = heads(found), beside(found)
    many = Counter(r.relation for r in rows)
    left = sum(1 for r in rows if not r.right)
    told = [
        ("same", f"{many['same']} say the same"),
        ("similar", f"{many['similar']} much alike"),
        ("only", f"{left} only in {names[0]}, {many['only'] - left} only in {names[1]}"),
    ]
    keys = "".join(f'<span class="ns-key ns-{kind}">{escape(text)}</span>' for kind, text in told)
    return f'<p class="ns-legend">{plural(len(rows), "row")}: {keys}</p>'


def _shown(found: Comparison, row: Beside, names: list[str]) -> str:
    told = RELATIONS[row.relation] + (", but words or figures differ" if row.differs and row.relation == "same" else "")
    cells = "".join(_cell(found, n, sentences, names[n]) for n, sentences in enumerate((row.left, row.right)))
    return f'<div class="ns-row ns-{row.relation}" title="{escape(told)}">{cells}</div>'


def _cell(found: Comparison, n: int, sentences: tuple[int, ...], name: str) -> str:
    if not sentences:
        return '<div class="ns-cell ns-none"></div>'
    article, stands = found.articles[n], [m._replace(id="") for m in outlines(found, n)]
    said = " … ".join(marked(article.text, stands, s.start, s.end) for s in (article.sentences[i] for i in sentences))
    link = f'<a class="ns-jump" href="#w-a{n}t{sentences[0]}" aria-label="show it in {escape(name)}">in the text</a>'
    return f'<div class="ns-cell"><span class="ns-whose">{escape(name)}</span>{said} {link}</div>'
