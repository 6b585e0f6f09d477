"""What an article, a table and a comparison look like in a notebook, and as plain text.

The parts are those of the app: the same summary, cards, marked text and tables.  No script: it reads well in light and
dark pages because every colour of text is left to the page.
"""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from zlib import crc32

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.compared import findings, words
from dashboard.theme import OTHER, colours, plural, shorten, title_of
from summariser.compare.findings import label
from summariser.compare.report import compared
from summariser.comparison import Comparison
from summariser.measure import speakers
from summariser.model import Article
from summariser.summary import summarise
from summariser.table import Table
from summariser.terminal import report

ROWS, PLAIN_ROWS, SENTENCES, PEOPLE = 100, 20, 4, 6
NUMBERS = count(1)
HERE = Path(__file__).resolve().parent


def bundle(thing: object) -> dict[str, str]:
    """``thing`` as HTML and as plain text."""
    if isinstance(thing, Article):
        return {"text/html": article_card(thing), "text/plain": report(thing, summarise(thing, sentences=SENTENCES))}
    if isinstance(thing, Comparison):
        return {"text/html": comparison_card(thing), "text/plain": compared(thing)}
    if isinstance(thing, Table):
        return {"text/html": table_card(thing), "text/plain": plain_table(thing)}
    return {"text/plain": repr(thing)}


@cache
def style() -> str:
    """The style sheet that every output needs, for outputs are looked at one by one."""
    return f"<style>{''.join((HERE / name).read_text('utf-8') for name in ('style.css', 'notebook.css'))}</style>"


def framed(html: str, words: str) -> str:
    """The outer box of an output; its links lead to places of its own, however often it is shown."""
    place = f"n{crc32(words.encode('utf-8', 'replace')):x}x{next(NUMBERS)}x"
    return f'{style()}<div class="ns-shown">{markup.distinct(html, place)}</div>'


def article_card(article: Article) -> str:
    """Title, summary, speakers, and the text with both marked."""
    picks = summarise(article, sentences=SENTENCES)
    marks = [*markup.summary_marks(article, picks), *markup.quote_marks(article)]
    marks = [m._replace(number=None, id="") if m.kind.startswith("quote") else m for m in marks]
    warned = "".join(f'<p class="ns-warning">{markup.escape(w)}</p>' for w in article.warnings)
    html = (
        f'<div class="ns-title">{markup.escape(title_of(article))}</div>'
        f'<p class="ns-small">{markup.facts(article)}</p>{warned}'
        f"{markup.summary_list(article, picks) if picks else nothing('There is no sentence to summarise.')}"
        f"{people(article)}"
        f"<details><summary>The text: the summary in yellow, quotes in their speaker’s colour</summary>"
        f'<div class="ns-pane">{markup.page(article, marks)}</div></details>'
        f'<p class="ns-small">{layers(article)}</p>'
    )
    return framed(html, article.text)


def nothing(sentence: str) -> str:
    """What stands where there is nothing to show."""
    return f'<p class="ns-small">{markup.escape(sentence)}</p>'


def people(article: Article) -> str:
    """Who speaks and who is named, each with the room they are given."""
    hue, shown = colours([article]), speakers(article)
    rows = []
    for p in shown[:PEOPLE]:
        said = f"{plural(p.quotes, 'quote')}, {plural(p.words, 'word')}" if p.quotes else "not quoted word for word"
        rows.append(
            f'<li style="--who:{hue.get(p.name, OTHER)}"><span class="ns-swatch"></span><b>{markup.escape(p.name)}</b> '
            f'<span class="ns-small">{said} · {plural(p.mentions, "mention")}</span></li>'
        )
    rest = f'<li class="ns-small">and {len(shown) - PEOPLE} more</li>' if len(shown) > PEOPLE else ""
    return f'<ul class="ns-people">{"".join(rows)}{rest}</ul>' if rows else nothing("Nobody is named.")


def layers(article: Article) -> str:
    """How to go on from here."""
    found = ((".quotes", article.quotes), (".actions", article.actions), (".actors", article.actors))
    return " · ".join(f"<code>{name}</code> {len(rows):,}" for name, rows in found) + " · <code>.text</code>"


def comparison_card(found: Comparison) -> str:
    """What stands out, the one summary, and both texts with the proof."""
    named = " and ".join(shorten(label(found.articles, n), 60) for n in range(len(found.articles)))
    texts = "".join(
        f"<details><summary>The text of {markup.escape(shorten(label(found.articles, n), 60))}</summary>"
        f'<div class="ns-pane">{words.side(found, n)}</div></details>'
        for n in range(len(found.articles))
    )
    html = (
        f'<div class="ns-title">{markup.escape(named)}</div>'
        f"<h4>What stands out</h4>{findings.findings(found)}<h4>One summary of all</h4>{findings.summary(found)}{texts}"
    )
    return framed(html, "".join(a.text for a in found.articles))


def rows_of(shown: Table[Any]) -> list[tables.Row]:
    """The rows of a table as people read them; kinds that no page of the app shows, as they are."""
    whole = shown.whole()
    if shown.kind == "summary":
        return tables.summary(whole, shown)
    if shown.kind in ("quotes", "actions"):
        every = {"quotes": whole.quotes, "actions": whole.actions}[shown.kind]
        rows = {"quotes": tables.quotes, "actions": tables.actions}[shown.kind](whole)
        order = every if shown.kind == "quotes" else sorted(every, key=lambda a: (a.order, a.start))
        wanted = set(shown)
        return [row for row, item in zip(rows, order, strict=True) if item in wanted]
    return [{name.replace("_", " "): cell(value) for name, value in row.items()} for row in shown.records()]


def cell(value: object) -> object:
    """A value as people read it."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, tuple):
        return ", ".join(str(cell(v)) for v in value[:8]) + (" …" if len(value) > 8 else "")
    return "" if value is None else value


def table_card(shown: Table[Any]) -> str:
    """A table, cut where it is long."""
    rows = rows_of(shown)
    more = f" The first {ROWS} of {len(shown):,} are shown." if len(shown) > ROWS else ""
    note = nothing(f"{plural(len(shown), 'row')}.{more} A pandas DataFrame: .frame()")
    return framed(markup.table(rows[:ROWS]) + note, shown.kind)


def plain_table(shown: Table[Any]) -> str:
    """A table for a terminal: one line a row."""
    lines = [f"{shown.kind}: {plural(len(shown), 'row')}"]
    for row in rows_of(shown)[:PLAIN_ROWS]:
        lines.append("  " + shorten(" | ".join(str(v) for v in row.values() if v not in ("", None)), 110))
    if len(shown) > PLAIN_ROWS:
        lines.append(f"  ... and {len(shown) - PLAIN_ROWS:,} more; .frame() has them all")
    return "\n".join(lines)
