"""What is worth saying first about a set of articles, each in one sentence of ours with the places that prove it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from summariser.columns import quote_of
from summariser.comparison import Comparison, Finding
from summariser.model import Article

MOST = 5  # of each kind
TITLE = 48  # letters of a headline that an article goes by


def find_findings(found: Comparison) -> tuple[Finding, ...]:
    """Clashes first, then changed quotations, copies, claims that one article leaves out, voices that it alone has,
    and articles that have nothing to do with the rest."""
    rules = (clashes, changed_quotes, copies, left_out, only_voices, strangers)
    return tuple(finding for rule in rules for _, finding in zip(range(MOST), rule(found), strict=False))


def label(articles: tuple[Article, ...], n: int) -> str:
    """What to call an article: its outlet, else its title, cut when long, else its number."""
    article = articles[n]
    outlets = [a.outlet for a in articles]
    if article.outlet and outlets.count(article.outlet) == 1:
        return article.outlet
    return f"“{textwrap.shorten(article.title, TITLE, placeholder='…')}”" if article.title else f"Article {n + 1}"


def clashes(found: Comparison) -> Iterator[Finding]:
    """Figures and days that cannot both be right."""
    for number in (n for n in found.numbers if n.conflict):
        said = []
        for m in number.members:
            said.append(f"{label(found.articles, m.article)} has “{found.articles[m.article].text[m.start : m.end]}”")
        about = f" ({number.about})" if number.kind == "number" and number.about else ""
        places = tuple((m.article, m.start, m.end) for m in number.members)
        yield Finding(f"The {number.kind}s differ{about}: {', '.join(said)}.", places, "clashes")


def changed_quotes(found: Comparison) -> Iterator[Finding]:
    """Quotations whose words differ between articles."""
    for quote in (q for q in found.quotes if q.agreement == "altered"):
        spans = [(n, quote_of(found.articles[n], k).parts) for n, k in quote.members]
        places = tuple((n, parts[0].start, parts[-1].end) for n, parts in spans)
        yield Finding(f"The same quotation differs: {quote.difference}.", places, "changed_quotes")


def copies(found: Comparison) -> Iterator[Finding]:
    """Articles that share running text."""
    for copy in found.copies:
        one, two = (label(found.articles, n) for n in copy.articles)
        text = f"{one} and {two} share {copy.containment:.0%} of the shorter one's wording"
        came = f"; {label(found.articles, copy.source)} came first" if copy.source is not None else ""
        yield Finding(f"{text}{came}.", copy.passages, "copies")


def only_voices(found: Comparison) -> Iterator[Finding]:
    """People and bodies whom a single article quotes, first those whom others name without quoting them."""
    kin = related(found)
    for actor in sorted(found.actors, key=lambda actor: len(actor.members) < 2):
        quoted = [(n, q) for n, i in actor.members for q in found.articles[n].quotes if q.speaker == i]
        articles = {n for n, _ in quoted}
        if len(articles) == 1 and articles <= kin:
            n = articles.pop()
            places = tuple((n, q.parts[0].start, q.parts[-1].end) for _, q in quoted)
            yield Finding(f"Only {label(found.articles, n)} quotes {actor.name}.", places, "only_voices")


def related(found: Comparison) -> set[int]:
    """The articles that say something that another one says too."""
    claims = {n for c in found.claims if c.relation != "only" for n, _ in c.members}
    return claims | {n for q in found.quotes if q.agreement != "only" for n, _ in q.members}


def strangers(found: Comparison) -> Iterator[Finding]:
    """Articles without a statement or a quotation that another one has."""
    alone = sorted(set(range(len(found.articles))) - related(found))
    opening = {n: found.articles[n].sentences[:1] for n in alone}
    places = tuple((n, s.start, s.end) for n in alone for s in opening[n])
    if len(alone) == len(found.articles):
        yield Finding("The articles have no statement and no quotation in common.", places, "strangers")
    elif alone:
        named = ", ".join(label(found.articles, n) for n in alone)
        has = "has" if len(alone) == 1 else "have"
        yield Finding(f"{named} {has} no statement and no quotation in common with the others.", places, "strangers")


def left_out(found: Comparison) -> Iterator[Finding]:
    """Claims that all articles but one make, of those that tell of the same things at all."""
    kin = related(found)
    for claim in (c for c in found.claims if c.relation != "only"):
        missing = kin - {n for n, _ in claim.members}
        if len(missing) == 1 and len(kin) > 2:
            sentences = [(n, found.articles[n].sentences[i]) for n, i in claim.members]
            first = found.articles[sentences[0][0]].text[sentences[0][1].start : sentences[0][1].end]
            places = tuple((n, s.start, s.end) for n, s in sentences)
            yield Finding(f"{label(found.articles, missing.pop())} leaves out: {first}", places, "left_out")
