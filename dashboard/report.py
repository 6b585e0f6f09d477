"""Dashboard -> one self-contained, read-only HTML page: what a share link shows and what the offline export is.

The page has no form, asks for nothing elsewhere and runs no script but plotly's and the few lines that draw with it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.compared import aligned, findings, shared
from dashboard.compared.words import anchors, outlines
from dashboard.events import event_list
from dashboard.figures import Picture, dispersion, prominence, quotes_per_speaker, room, timeline, together
from dashboard.lengths import chosen_summary
from dashboard.markup import escape
from dashboard.theme import OTHER, colours, day, plural, title_of
from summariser.compare import MOST, compare
from summariser.comparison import Comparison
from summariser.correct import correct
from summariser.measure import events
from summariser.model import Article, Corrections, Dashboard, Pick, Quote

HERE = Path(__file__).resolve().parent
ASSETS = "../share-assets"


@cache
def asset(name: str) -> str:
    """One of the files that the page needs: style.css, report.css, report.js."""
    return (HERE / name).read_text(encoding="utf-8")


def corrected(dashboard: Dashboard) -> tuple[Article, ...]:
    """The articles with what a person put right."""
    corrections = dashboard.corrections or (Corrections(),) * len(dashboard.articles)
    return tuple(correct(a, c) for a, c in zip(dashboard.articles, corrections, strict=True))


def report(dashboard: Dashboard, offline: bool = False) -> str:
    """The whole page; ``offline`` puts plotly inside, so that the file opens from a disk without a server."""
    choices = dict(dashboard.choices)
    articles = corrected(dashboard)
    found = compare(articles) if 2 <= len(articles) <= MOST else None
    body = [_together(found)] if found else []
    for n, article in enumerate(articles):
        places = [*outlines(found, n), *anchors(found, n)] if found else []
        picks = chosen_summary(article, choices)
        alone = len(articles) == 1 and title_of(article) == dashboard.title
        body.append(_article(n, article, picks, [m._replace(kind="at") for m in places if m.id[:1] != "e"], alone))
    made = day(datetime.now(UTC).date())
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(dashboard.title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">'
        f"<style>{asset('report.css')}{asset('style.css')}</style></head><body><main>"
        f'<h1>{escape(dashboard.title)}</h1><p class="quiet">Read by News Summariser, frozen on {made}. Summaries are '
        "sentences of the article itself; speakers, dates and events are found by rules and can be wrong: each "
        f"links to its words.</p>{''.join(body)}</main>{_scripts(offline)}</body></html>"
    )


@cache
def scripts() -> dict[str, str]:
    """plotly and the few lines that draw, each under a name that holds the hash of its text.

    A share keeps them in the database: a later version's scripts never meet an old page.
    """
    from plotly.offline import get_plotlyjs

    texts = {"plotly": str(get_plotlyjs()), "draw": asset("report.js")}
    return {f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:20]}.js": text for name, text in texts.items()}


def _scripts(offline: bool) -> str:
    if not offline:
        return "".join(f'<script src="{ASSETS}/{name}"></script>' for name in scripts())
    return "".join(f"<script>{text}</script>" for text in scripts().values())


def _together(found: Comparison) -> str:
    """What stands out among several articles, before each of them."""
    two = len(found.articles) == 2
    lines = shared.statements(found)
    told = aligned.aligned(found) if two else shared.matrix(found, lines, plural(len(lines), "statement"))
    sentences = "Sentence beside sentence" if two else "Who tells what"
    figures, quotations = shared.figures(found), shared.quotations(found)
    more = "".join(
        f"<h3>{name}</h3>{shared.matrix(found, rows, name, wordy=True)}"
        for name, rows in (("Quotations in several", quotations), ("Figures and days in several", figures))
        if rows
    )
    return (
        f"<section><h2>Side by side</h2>{findings.articles(found)}"
        f'<div class="side"><section><h3>What stands out</h3>{findings.findings(found)}</section>'
        f"<section><h3>One summary of them all</h3>{findings.summary(found)}</section></div>"
        f'<div class="side"><section>{_picture(room(found), "")}</section>'
        f"<section>{_picture(together(found), '')}</section></div>"
        f"<details><summary>{sentences}</summary>{told}</details>{more}</section>"
    )


def _article(number: int, article: Article, picks: tuple[Pick, ...], places: list[markup.Mark], alone: bool) -> str:
    pictures = [quotes_per_speaker(article), prominence(article), dispersion(article)]
    when = timeline(article)
    numbered = list(enumerate(events(article), 1))
    marks = [*markup.summary_marks(article, picks), *markup.quote_marks(article), *markup.event_marks(article)]
    marks = [*(m if m.kind.startswith("quote") else m._replace(number=None) for m in marks), *places]
    dropped = tables.dropped(article)
    html = (
        f'<h2 id="w-top">{"The article" if alone else escape(title_of(article))}</h2>'
        f'<p class="quiet">{markup.facts(article)}</p>'
        f"<h3>Summary: {plural(len(picks), 'sentence')} of {len(article.sentences)}</h3>"
        f"{markup.summary_list(article, picks)}"
        f'<div class="side"><section><h3>Who said what</h3>{quotes_by_speaker(article)}</section>'
        f"<section>{''.join(_picture(p, f'a{number}') for p in pictures if p.figure.data)}</section></div>"
        f"<h3>Who did what, when</h3>{_picture(when, f'a{number}') if when.figure.data else ''}"
        f'<div class="side"><section><h3>Events in order of time</h3>{event_list(article, numbered)}</section>'
        f"<section><h3>The words</h3>{markup.page(article, marks)}</section></div>"
        f"<details><summary>What was left out: {plural(len(dropped), 'line')}</summary>"
        f"{markup.table(dropped)}</details>"
    )
    return f'<article id="a{number}">{markup.distinct(html, f"a{number}")}</article>'


def quotes_by_speaker(article: Article) -> str:
    """The quote cards under a heading for each speaker, in the order of their first word."""
    hue, names = colours([article]), tables.names(article)
    groups: dict[int | None, list[tuple[int, Quote]]] = defaultdict(list)
    for number, quote in enumerate(article.quotes, 1):
        groups[quote.speaker].append((number, quote))
    if not groups:
        return '<p class="ns-small">Nobody is quoted in this story.</p>'
    return "".join(
        f"<h4>{escape(names.get(who) or 'Speaker not found')}</h4>"
        f"{markup.quote_cards(article, quotes, hue.get(names.get(who, ''), OTHER))}"
        for who, quotes in groups.items()
    )


def _picture(picture: Picture, prefix: str) -> str:
    """A figure as a place to draw in and its data as JSON that no browser runs."""
    data = str(picture.figure.to_json()).replace("<", "\\u003c")
    place = f"{prefix or 'all'}-{picture.name}"
    return (
        f'<figure><figcaption>{escape(picture.title)}</figcaption><div class="picture" id="{place}" role="img" '
        f'data-prefix="{prefix}" aria-label="{escape(picture.alt)}"></div>'
        f'<script type="application/json" data-figure="{place}">{data}</script>'
        f'<details class="ns-small"><summary>What is counted?</summary>{escape(picture.means)}</details></figure>'
    )
