"""What stands out in a set of articles, the one summary of them all, and the list of the articles themselves."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.compared.words import heads
from dashboard.markup import escape, facts, glossed
from dashboard.theme import plural, title_of
from summariser.comparison import Comparison, Line

FIRST = 6  # findings that are shown at once


def articles(found: Comparison) -> str:
    """The articles with the numbers that they have in pictures and tables, each a link to its words."""
    rows = [
        f'<li><span class="ns-number">{n + 1}</span><div><a class="ns-ref" href="#w-a{n}top">{escape(title_of(a))}</a> '
        f'<span class="ns-small">{facts(a)}</span></div></li>'
        for n, a in enumerate(found.articles)
    ]
    return f'<ol class="ns-articles">{"".join(rows)}</ol>'


def findings(found: Comparison) -> str:
    """What stands out, each sentence with links to the words that prove it; the first six, the others behind a fold."""
    if not found.findings:
        return '<p class="ns-small">Nothing stands out: no figure, day or quotation differs.</p>'
    names, rows = heads(found), []
    for number, finding in enumerate(found.findings, 1):
        places = dict.fromkeys(n for n, _, _ in finding.places)
        links = " ".join(f'<a class="ns-jump" href="#w-a{n}f{number}">in {escape(names[n])}</a>' for n in places)
        said = f"<div>{escape(finding.text)} {links}</div>"
        rows.append(f'<li id="c-f{number}"><span class="ns-number">{number}</span>{said}</li>')
    first, rest = "".join(rows[:FIRST]), "".join(rows[FIRST:])
    shown = f'<ol class="ns-cards">{first}</ol>'
    more = plural(len(rows) - FIRST, "more finding")
    return f'{shown}<details><summary>{more}</summary><ol class="ns-cards">{rest}</ol></details>' if rest else shown


def summary(found: Comparison, lines: Iterable[Line] | None = None) -> str:
    """The one summary of all (or other ``lines``), each with the articles that say it and a link to its words."""
    names, rows = heads(found), []
    for line in found.summary if lines is None else lines:
        sources = ", ".join(escape(names[n]) for n in sorted({line.article, *line.also}))
        text = glossed(found.articles[line.article].text, line.start, line.end, line.gloss)
        link = f'<a class="ns-jump" href="#w-a{line.article}t{line.sentence}">in the text</a>'
        rows.append(f'<li><div>{text} {link}<div class="ns-small">{sources} · {escape(line.why)}</div></div></li>')
    return f'<ul class="ns-cards">{"".join(rows)}</ul>'
