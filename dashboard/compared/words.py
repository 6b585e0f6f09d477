"""The words of each article of a comparison, marked, and what the articles are called on a page."""

from __future__ import annotations

from collections import Counter

from dashboard.markup import Mark, distinct, escape, facts, page
from dashboard.theme import shorten, title_of
from summariser.compare.findings import label
from summariser.comparison import Comparison
from summariser.measure import events

STANDS = "#D55E00"


def heads(found: Comparison, most: int = 36) -> list[str]:
    """What the articles are called in tables and links, short and no two alike."""
    short = [_short(label(found.articles, n), most) for n in range(len(found.articles))]
    often = Counter(short)
    return [f"{name} ({n + 1})" if often[name] > 1 else name for n, name in enumerate(short)]


def _short(name: str, most: int) -> str:
    """A name of at most ``most`` letters; of a title, the quotation marks stay about it."""
    return f"“{shorten(name[1:-1], most - 2)}”" if name.startswith("“") else shorten(name, most)


def anchors(found: Comparison, n: int) -> list[Mark]:
    """Marks that nobody sees, for links to lead to: sentences ``t``, quotes ``u``, figures ``n``, events ``e``."""
    article = found.articles[n]
    made = [Mark(s.start, s.end, "at", f"t{i}") for i, s in enumerate(article.sentences)]
    made += [Mark(q.parts[0].start, q.parts[-1].end, "at", f"u{q.id}") for q in article.quotes]
    figures = {(m.start, m.end): shared.about for shared in found.numbers for m in shared.members if m.article == n}
    made += [Mark(start, end, "at", f"n{start}", None, about) for (start, end), about in figures.items()]
    return made + [Mark(a.start, a.end, "at", f"e{number}") for number, a in enumerate(events(article), 1)]


def outlines(found: Comparison, n: int) -> list[Mark]:
    """What stands out in one article: the places of the findings."""
    made = []
    for number, finding in enumerate(found.findings, 1):
        places = [(start, end) for at, start, end in finding.places if at == n]
        for i, (start, end) in enumerate(places):
            made.append(Mark(start, end, "stands", f"f{number}" if i == 0 else "", None, finding.text, STANDS))
    return made


def shared(found: Comparison, n: int) -> list[Mark]:
    """The sentences of one article that others make too."""
    rows = found.articles[n].sentences
    said = {i for claim in found.claims if claim.relation != "only" for at, i in claim.members if at == n}
    return [Mark(rows[i].start, rows[i].end, "shared", "", None, "another article says this too") for i in said]


def side(found: Comparison, n: int) -> str:
    """One article's words with what was found marked in them and what another article says too."""
    marks = [*outlines(found, n), *shared(found, n), *anchors(found, n)]
    return distinct(page(found.articles[n], marks), f"a{n}")


def panes(found: Comparison) -> str:
    """All articles beside each other, as many as the page is wide, each in its own pane."""
    made = []
    for n, article in enumerate(found.articles):
        title = escape(title_of(article))
        made.append(
            f'<section class="ns-sheet"><h3 id="w-a{n}top"><span class="ns-number">{n + 1}</span> {title}</h3>'
            f'<p class="ns-small">{facts(article)}</p>'
            f'<div class="ns-pane" tabindex="0" role="region" aria-label="The words of {title}">{side(found, n)}</div>'
            "</section>"
        )
    return f'<div class="ns-sheets">{"".join(made)}</div>'
