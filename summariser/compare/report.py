"""A comparison as plain text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from summariser.columns import quote_of
from summariser.compare.findings import label
from summariser.comparison import Comparison

MOST = 12  # rows of a section


def compared(found: Comparison, width: int = 100) -> str:
    """Findings, the one summary with its sources, shared people, claims, quotations and figures, in sections."""
    sections = [
        ("Articles", [f"{n + 1}. {label(found.articles, n)}" for n in range(len(found.articles))]),
        ("What stands out", [f.text for f in found.findings]),
        ("Summary of all", list(summary(found))),
        ("In several articles", list(people(found))),
        ("Told by several", list(claims(found))),
        ("Quotations in several", list(quotes(found))),
        ("Figures and days", list(figures(found))),
    ]
    return "\n\n".join(section(title, rows, width) for title, rows in sections if rows)


def section(title: str, rows: list[str], width: int) -> str:
    """A heading with its rows, wrapped."""
    shown = [textwrap.fill(" ".join(r.split()), width, subsequent_indent="    ") for r in rows[:MOST]]
    more = [f"... and {len(rows) - MOST} more"] if len(rows) > MOST else []
    return "\n".join([title, "-" * len(title), *shown, *more])


def numbers(articles: set[int]) -> str:
    """Article numbers as people count: "[1,3]"."""
    return "[" + ",".join(str(n + 1) for n in sorted(articles)) + "]"


def summary(found: Comparison) -> Iterator[str]:
    """The sentences of the one summary with the articles that say them; a name of ours stands in brackets."""
    for line in found.summary:
        text, at = found.articles[line.article].text, line.gloss[0] if line.gloss else line.end
        gloss = f" {line.gloss[1]}" if line.gloss else ""
        yield f"{text[line.start : at]}{gloss}{text[at : line.end]} {numbers({line.article, *line.also})}"


def people(found: Comparison) -> Iterator[str]:
    """Actors that several articles name."""
    for actor in (a for a in found.actors if len(a.members) > 1):
        role = f", {actor.role}" if actor.role else ""
        yield f"{actor.name}{role} {numbers({n for n, _ in actor.members})}"


def claims(found: Comparison) -> Iterator[str]:
    """Claims of several articles, each in the words of the first."""
    for claim in (c for c in found.claims if c.relation != "only"):
        n, i = claim.members[0]
        s = found.articles[n].sentences[i]
        yield f"{claim.relation} {numbers({n for n, _ in claim.members})}: {found.articles[n].text[s.start : s.end]}"


def quotes(found: Comparison) -> Iterator[str]:
    """Quotations of several articles."""
    for quote in (q for q in found.quotes if q.agreement != "only"):
        n, k = quote.members[0]
        parts = quote_of(found.articles[n], k).parts
        words = " ... ".join(found.articles[n].text[p.start : p.end] for p in parts)
        note = f" ({quote.difference})" if quote.difference else ""
        yield f"{quote.agreement} {numbers({n for n, _ in quote.members})}: “{words}”{note}"


def figures(found: Comparison) -> Iterator[str]:
    """Figures and days given for the same thing."""
    for number in found.numbers:
        given = ", ".join(f"{m.value} [{m.article + 1}]" for m in number.members)
        yield f"{'DIFFER' if number.conflict else 'agree'}: {number.about}: {given}"
