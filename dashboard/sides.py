"""A Comparison -> HTML and rows: what stands out, the words side by side, quotations and figures that are shared."""

from __future__ import annotations

from dashboard.markup import Mark, distinct, escape, page
from dashboard.tables import Row, flat
from dashboard.theme import shorten
from summariser.compare.findings import label
from summariser.comparison import Comparison

AGREEMENTS = {"same": "word for word the same", "shortened": "shortened", "altered": "altered", "only": "in one only"}
RELATIONS = {"same": "the same", "similar": "much alike", "only": "in one only"}


def findings(found: Comparison) -> str:
    """What stands out, each sentence with links to the words that prove it."""
    if not found.findings:
        return '<p class="ns-small">Nothing stands out: no figure, day or quotation differs.</p>'
    rows = []
    for number, finding in enumerate(found.findings, 1):
        articles = dict.fromkeys(n for n, _, _ in finding.places)
        links = " ".join(f'<a class="ns-jump" href="#w-a{n}f{number}">in {_called(found, n)}</a>' for n in articles)
        said = f"<div>{escape(finding.text)} {links}</div>"
        rows.append(f'<li id="c-f{number}"><span class="ns-number">{number}</span>{said}</li>')
    return f'<ol class="ns-cards">{"".join(rows)}</ol>'


def _called(found: Comparison, n: int) -> str:
    """An article's label, short and escaped."""
    return escape(shorten(label(found.articles, n), 36))


def summary(found: Comparison) -> str:
    """The one summary of all, each sentence with the articles that say it."""
    rows = []
    for line in found.summary:
        sources = ", ".join(_called(found, n) for n in sorted({line.article, *line.also}))
        text = escape(flat(found.articles[line.article], line.start, line.end))
        rows.append(f'<li><div>{text}<div class="ns-small">{sources} · {escape(line.why)}</div></div></li>')
    return f'<ul class="ns-cards">{"".join(rows)}</ul>'


def side(found: Comparison, n: int) -> str:
    """One article's words with what was found marked in them and what another article says too."""
    article = found.articles[n]
    marks = []
    for number, finding in enumerate(found.findings, 1):
        places = [(start, end) for at, start, end in finding.places if at == n]
        for i, (start, end) in enumerate(places):
            named = f"f{number}" if i == 0 else ""
            marks.append(Mark(start, end, "stands", named, None, finding.text, "#D55E00"))
    for claim in found.claims:
        if claim.relation != "only":
            sentences = [article.sentences[i] for at, i in claim.members if at == n]
            marks += [Mark(s.start, s.end, "shared", "", None, "another article says this too") for s in sentences]
    return distinct(page(article, marks), f"a{n}")


def quote_rows(found: Comparison) -> list[Row]:
    """Quotations that several articles carry."""
    rows: list[Row] = []
    for shared in (q for q in found.quotes if q.agreement != "only"):
        row: Row = {"Agreement": AGREEMENTS[shared.agreement], "Difference": shared.difference or ""}
        for n in range(len(found.articles)):
            row[label(found.articles, n)] = _quoted(found, n, dict(shared.members).get(n))
        rows.append(row)
    return rows


def _quoted(found: Comparison, n: int, quote: int | None) -> str:
    parts = next((q.parts for q in found.articles[n].quotes if q.id == quote), ())
    return " … ".join(flat(found.articles[n], p.start, p.end) for p in parts)


def number_rows(found: Comparison) -> list[Row]:
    """Figures and days that several articles give for one thing, those that clash first."""
    rows: list[Row] = []
    for shared in sorted(found.numbers, key=lambda s: not s.conflict):
        row: Row = {"About": shared.about, "They": "differ" if shared.conflict else "agree"}
        for n in range(len(found.articles)):
            given = [found.articles[n].text[m.start : m.end] for m in shared.members if m.article == n]
            row[label(found.articles, n)] = ", ".join(given)
        rows.append(row)
    return rows


def claim_rows(found: Comparison) -> list[Row]:
    """What several articles say, in the words of each."""
    rows: list[Row] = []
    for claim in (c for c in found.claims if c.relation != "only"):
        row: Row = {"Alike": RELATIONS[claim.relation]}
        for n, article in enumerate(found.articles):
            said = [article.sentences[i] for at, i in claim.members if at == n]
            row[label(found.articles, n)] = " ".join(flat(article, s.start, s.end) for s in said)
        rows.append(row)
    return rows
