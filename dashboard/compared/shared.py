"""What several articles carry, one line a thing and one column an article: statements, quotations, figures and days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dashboard.compared.words import heads
from dashboard.markup import escape
from dashboard.tables import Row, flat
from dashboard.theme import plural, shorten
from summariser.columns import quote_of
from summariser.comparison import Claim, Comparison

AGREEMENTS = {"same": "word for word the same", "shortened": "shortened", "altered": "altered", "only": "in one only"}
RELATIONS = {"same": "the same", "similar": "much alike", "only": "in one only"}
WORDY = 3  # articles beside which there is room for words; with more, a disc stands for them


class Said(NamedTuple):
    """What one article has of a thing; ``place`` is the id of its words in the marked text."""

    words: str
    place: str


class Line(NamedTuple):
    """One thing; ``kind`` is how alike the articles are in it, ``said`` goes by the number of the article."""

    kind: str
    about: str
    said: dict[int, tuple[Said, ...]]


def statements(found: Comparison, differences: bool = False) -> list[Line]:
    """What several articles state, that which most state first; ``differences`` leaves out what all of them state."""
    every = len(found.articles)
    told = [c for c in found.claims if c.relation != "only"]
    return [_statement(found, c) for c in told if not differences or len({n for n, _ in c.members}) < every]


def _statement(found: Comparison, claim: Claim) -> Line:
    said: dict[int, tuple[Said, ...]] = {}
    for n, i in sorted(claim.members):
        s = found.articles[n].sentences[i]
        said[n] = (*said.get(n, ()), Said(flat(found.articles[n], s.start, s.end), f"a{n}t{i}"))
    first = next(iter(said.values()))[0]
    return Line(RELATIONS[claim.relation], first.words, said)


def quotations(found: Comparison) -> list[Line]:
    """Quotations that several articles carry."""
    made = []
    for quote in (q for q in found.quotes if q.agreement != "only"):
        said: dict[int, tuple[Said, ...]] = {n: (_quoted(found, n, k),) for n, k in quote.members}
        made.append(Line(AGREEMENTS[quote.agreement], quote.difference or "", said))
    return made


def _quoted(found: Comparison, n: int, quote: int) -> Said:
    parts = quote_of(found.articles[n], quote).parts
    return Said(" … ".join(flat(found.articles[n], p.start, p.end) for p in parts), f"a{n}u{quote}")


def figures(found: Comparison) -> list[Line]:
    """Figures and days that several articles give for one thing, those that clash first."""
    made = []
    for number in sorted(found.numbers, key=lambda s: not s.conflict):
        said: dict[int, tuple[Said, ...]] = {}
        for m in number.members:
            words = flat(found.articles[m.article], m.start, m.end)
            said[m.article] = (*said.get(m.article, ()), Said(words, f"a{m.article}n{m.start}"))
        made.append(Line("differ" if number.conflict else "agree", number.about, said))
    return made


def rows(found: Comparison, lines: Iterable[Line]) -> list[Row]:
    """The lines for a table of plain words, such as a CSV file."""
    made: list[Row] = []
    for line in lines:
        row: Row = {"They": line.kind, "About": line.about}
        for n, name in enumerate(heads(found)):
            row[name] = " … ".join(s.words for s in line.said.get(n, ()))
        made.append(row)
    return made


def matrix(found: Comparison, lines: list[Line], about: str, wordy: bool = False) -> str:
    """The lines as a table of links: words where there is room (or ``wordy``), else a disc for each that has it."""
    names = heads(found)
    room = wordy or len(names) <= WORDY
    head = "".join(f'<th scope="col"><abbr title="{escape(name)}">{n}</abbr></th>' for n, name in enumerate(names, 1))
    if room:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(
        f'<tr><th scope="row">{_lead(line, room)}</th>'
        + "".join(_cell(line, n, name, room) for n, name in enumerate(names))
        + "</tr>"
        for line in lines
    )
    looks = "ns-wordy" if room else "ns-discs"
    top = f'<thead><tr><th scope="col">{escape(about)}</th>{head}</tr></thead>'
    region = f'class="ns-scroll ns-matrix" tabindex="0" role="region" aria-label="{escape(about)}"'
    return f'<div {region}><table class="{looks}">{top}<tbody>{body}</tbody></table></div>'


def _lead(line: Line, room: bool) -> str:
    """What a line is about and how alike the articles are in it; words that stand beside it are not said twice."""
    twice = room and any(line.about == s.words for those in line.said.values() for s in those)
    about = "" if twice else escape(shorten(line.about, 130)) + " "
    return f'{about}<span class="ns-small">{escape(line.kind)}</span>'


def _cell(line: Line, n: int, name: str, room: bool) -> str:
    said = line.said.get(n)
    if not said:
        return f'<td class="ns-none" aria-label="not in {escape(name)}">–</td>'
    disc = "◐" if line.kind == RELATIONS["similar"] else "●"
    words = [
        f'<a class="ns-jump" href="#w-{s.place}" title="{escape(name)}: {escape(s.words)}"'
        f' aria-label="{escape(name)}: {escape(s.words)}">{escape(shorten(s.words, 160)) if room else disc}</a>'
        for s in said[: None if room else 1]
    ]
    return f"<td>{' … '.join(words)}</td>"


def alone(found: Comparison, n: int) -> str:
    """The sentences that one article alone has, each a link to its words; empty where there are none."""
    article = found.articles[n]
    only = sorted(i for c in found.claims if c.relation == "only" for at, i in c.members if at == n)
    rows = [
        f'<li>{escape(flat(article, s.start, s.end))} <a class="ns-jump" href="#w-a{n}t{i}">in the text</a></li>'
        for i, s in ((i, article.sentences[i]) for i in only)
    ]
    if not rows:
        return ""
    told = f"{n + 1} · {heads(found)[n]}: {plural(len(rows), 'sentence')} that no other has"
    return f"<details><summary>{escape(told)}</summary><ul>{''.join(rows)}</ul></details>"
