"""Article -> HTML strings: the marked text, quote cards, the list of events.

Everything of an article passes ``escape``.

Links need no script: a card links to the words (``#w-q3``) and the words link back to the card (``#c-q3``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashboard.theme import (
    COLOURED,
    KINDS,
    OTHER,
    ROLES,
    STATUS,
    because,
    colours,
    how_dated,
    leading,
    plural,
    sure,
    when_text,
)
from summariser.measure import events
from summariser.model import Article, InnerQuote, Pick, Quote

SHOWN = ("headline", "subhead", "body", "standfirst")  # the roles of blocks that readers see
LINKED = re.compile(r'(id="|href="#)([wc]-)')
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class Mark(NamedTuple):
    """Words to mark: ``id`` links them with their card, ``number`` stands small beside them, ``colour`` is #RRGGBB."""

    start: int
    end: int
    kind: str
    id: str = ""
    number: int | None = None
    title: str = ""
    colour: str = OTHER


def escape(text: object) -> str:
    """Text made safe for HTML, inside and outside attributes; control and direction characters show as a box."""
    return html.escape(UNPRINTABLE.sub("\ufffd", str(text)), quote=True)


def nested(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks between ``start`` and ``end``, cut so that each lies wholly inside or outside any other."""
    waiting = sorted(
        (m._replace(start=max(m.start, start), end=min(m.end, end)) for m in marks if m.start < end and m.end > start),
        key=lambda m: (m.start, -m.end),
        reverse=True,
    )
    done: list[Mark] = []
    open_ends: list[int] = []
    while waiting:
        mark = waiting.pop()
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if open_ends and mark.end > open_ends[-1]:
            rest = mark._replace(start=open_ends[-1], id="", number=None)
            mark = mark._replace(end=open_ends[-1])
            waiting.append(rest)
            waiting.sort(key=lambda m: (m.start, -m.end), reverse=True)
        done.append(mark)
        open_ends.append(mark.end)
    return done


def marked(text: str, marks: Iterable[Mark], start: int, end: int) -> str:
    """``text[start:end]`` as HTML with the marks in it."""
    pieces: list[str] = []
    open_ends: list[int] = []
    at = start
    for mark in nested(marks, start, end):
        while open_ends and open_ends[-1] <= mark.start:
            pieces += [escape(text[at : open_ends[-1]]), "</mark>"]
            at = open_ends.pop()
        pieces += [escape(text[at : mark.start]), _open(mark)]
        at = mark.start
        open_ends.append(mark.end)
    while open_ends:
        pieces += [escape(text[at : open_ends[-1]]), "</mark>"]
        at = open_ends.pop()
    return "".join([*pieces, escape(text[at:end])])


def _open(mark: Mark) -> str:
    colour = mark.colour if COLOUR.fullmatch(mark.colour) else OTHER
    number = (
        f'<a class="ns-ref" href="#c-{escape(mark.id)}" aria-label="note {mark.number}: {escape(mark.title)}">'
        f"{mark.number}</a>"
        if mark.number is not None
        else ""
    )
    identity = f' id="w-{escape(mark.id)}"' if mark.id else ""
    return (
        f'<mark{identity} class="ns-{escape(mark.kind)}" style="--who:{colour}" title="{escape(mark.title)}">{number}'
    )


def page(article: Article, marks: Iterable[Mark], everything: bool = False) -> str:
    """The article with its marks; ``everything`` shows what was left out too, greyed and with its reason."""
    kept = list(marks)
    rows = []
    for block in article.blocks:
        inside = marked(article.text, [m for m in kept if m.start < block.end], block.start, block.end)
        if everything or block.role in SHOWN:  # what goes on in the next block has been named here
            kept = [m._replace(id="", number=None) if m.start < block.end else m for m in kept if m.end > block.end]
        if block.role == "headline":
            rows.append(f'<p class="ns-headline">{inside}</p>')
        elif block.role == "subhead":
            rows.append(f'<p class="ns-subhead">{inside}</p>')
        elif block.role in SHOWN:
            rows.append(f"<p>{inside}</p>")
        elif everything:
            why = escape(f"{ROLES[block.role]}: {because(block.rule)}")
            rows.append(f'<p class="ns-out"><span class="ns-why">{why}</span>{inside}</p>')
    return f'<div class="ns-text" lang="{escape(article.language)}">{"".join(rows)}</div>'


def distinct(made: str, prefix: str) -> str:
    """The same markup with its ids and links under ``prefix``, so that several articles stand on one page."""
    return LINKED.sub(rf"\g<1>\g<2>{prefix}", made)


def summary_marks(article: Article, picks: tuple[Pick, ...]) -> list[Mark]:
    """The chosen sentences."""
    return [
        Mark(s.start, s.end, "summary", f"s{p.sentence}", i + 1, f"in the summary: {p.why}", "#E69F00")
        for i, p in enumerate(picks)
        for s in [article.sentences[p.sentence]]
    ]


def quote_marks(article: Article) -> list[Mark]:
    """The words said, in their speaker's colour."""
    hue: dict[str, str] = colours([article])
    names: dict[int | None, str] = {a.id: a.name for a in article.actors}
    found = []
    for number, quote in enumerate(article.quotes, 1):
        who = names.get(quote.speaker, "nobody named")
        for i, part in enumerate(quote.parts):
            first = f"q{quote.id}" if i == 0 else ""
            title = f"said by {who}, {sure(quote.confidence)}"
            shown = number if i == 0 else None
            found.append(Mark(part.start, part.end, f"quote-{quote.kind}", first, shown, title, hue.get(who, OTHER)))
        found += inner_marks(quote, hue, names)
    return found


def inner_marks(quote: Quote, hue: Mapping[str, str], names: Mapping[int | None, str]) -> list[Mark]:
    """The words that the speaker quotes, in the colour of whoever said them first."""
    found = []
    for n, inner in enumerate(quote.inner):
        who = names.get(inner.speaker, "somebody not named")
        title = f"quoted inside the quote: said by {who}"
        found.append(Mark(inner.start, inner.end, "inner", f"i{quote.id}-{n}", None, title, hue.get(who, OTHER)))
    return found


def event_marks(article: Article) -> list[Mark]:
    """The clauses that tell who did what, and the dates."""
    hue, names = colours([article]), {a.id: a.name for a in article.actors}
    found = [Mark(d.start, d.end, "date", f"d{i}", None, when_text(d.value)) for i, d in enumerate(article.dates)]
    for number, action in enumerate(events(article), 1):
        who = names.get(action.actor, "") if action.actor is not None else ""
        known = ", ".join(filter(None, [how_dated(action.when), STATUS[action.status]]))
        title = f"{when_text(action.when.value if action.when else None)}: {known}"
        found.append(Mark(action.start, action.end, "event", f"e{number}", number, title, hue.get(who, OTHER)))
    return found


def mention_marks(article: Article) -> list[Mark]:
    """Where each person that a picture shows is mentioned."""
    hue = colours([article])
    return [
        Mark(m.start, m.end, "mention", f"m{m.start}", None, f"{a.name}, {m.form}", hue[a.name])
        for a in article.actors
        if a.name in hue
        for m in a.mentions
    ]


def summary_list(article: Article, picks: tuple[Pick, ...]) -> str:
    """The summary as numbered sentences, each a link to its words and with its reason."""
    rows = []
    for number, pick in enumerate(picks, 1):
        words = article.sentences[pick.sentence]
        said = glossed(article.text, words.start, words.end, pick.gloss)
        rows.append(
            f'<li id="c-s{pick.sentence}"><span class="ns-number">{number}</span><div>{said} '
            f'<a class="ns-jump" href="#w-s{pick.sentence}" aria-label="show sentence {number} in the article">'
            f'in the text</a><div class="ns-small">{escape(pick.why)}</div></div></li>'
        )
    return f'<ol class="ns-cards">{"".join(rows)}</ol>'


def glossed(text: str, start: int, end: int, gloss: tuple[int, str] | None) -> str:
    """A sentence with the words of ours that it needs, told apart from those of the text."""
    if gloss is None or not start <= gloss[0] <= end:
        return escape(" ".join(text[start:end].split()))
    at, words = gloss
    after = " " if at == start else ""
    return f'{escape(text[start:at])} <span class="ns-gloss">{escape(words)}</span>{after}{escape(text[at:end])}'


def quote_cards(
    article: Article, quotes: Iterable[tuple[int, Quote]], colour: str, was: Mapping[int, str] | None = None
) -> str:
    """Quotes of one speaker as cards; ``quotes`` come with the number that stands beside their words.

    ``was`` tells, for quotes that a person put right, whom the program had named.
    """
    before = was or {}
    return f'<ol class="ns-cards">{"".join(_card(article, n, q, colour, before.get(q.id)) for n, q in quotes)}</ol>'


def _card(article: Article, number: int, quote: Quote, colour: str, was: str | None) -> str:
    said = " … ".join(" ".join(article.text[p.start : p.end].split()) for p in quote.parts)
    marks = ("", "") if quote.kind == "indirect" else ("“", "”")
    named = quote.speaker_span
    carries = " · carries on the quote before" if quote.continues is not None else ""
    here = f" · named here as “{escape(article.text[named.start : named.end])}”" if named else ""
    here += f" · put right; the program’s guess was: {escape(was)}" if was else ""
    return (
        f'<li id="c-q{quote.id}" style="--who:{colour}"><span class="ns-number">{number}</span><div>'
        f'<span class="ns-said">{marks[0]}{escape(said)}{marks[1]}</span> '
        f'<a class="ns-jump" href="#w-q{quote.id}" aria-label="show quote {number} in the article">in the text</a>'
        f'<div class="ns-small">{escape(KINDS[quote.kind])}{carries}{here}</div>{_inside(article, quote)}'
        f'<details class="ns-small"><summary>Why? {escape(sure(quote.confidence))}</summary>'
        f"{escape(leading(because(quote.rule)))}. <span>(rule: {escape(quote.rule)})</span>{_verb(article, quote)}"
        f"</details></div></li>"
    )


def _inside(article: Article, quote: Quote) -> str:
    """The words that the speaker quotes, each with whoever said them first and a link to its place."""
    names: dict[int | None, str] = {a.id: a.name for a in article.actors}
    return "".join(
        f'<div class="ns-small">quotes {escape(_first_speaker(article, i, names))}: '
        f"‘{escape(' '.join(article.text[i.start : i.end].split()))}’ "
        f'<a class="ns-jump" href="#w-i{quote.id}-{n}" aria-label="show the words quoted inside">in the text</a></div>'
        for n, i in enumerate(quote.inner)
    )


def _first_speaker(article: Article, inner: InnerQuote, names: Mapping[int | None, str]) -> str:
    """Who said the inner words: the name; else the words that stand for him here."""
    span = inner.speaker_span
    here = f" (“{article.text[span.start : span.end]}”)" if span else ""
    return names.get(inner.speaker) or f"somebody not named{here}"


def _verb(article: Article, quote: Quote) -> str:
    """How the writer's verb stands to the words; nothing where it only reports them."""
    if quote.colour is None or quote.cue is None or quote.colour not in COLOURED:
        return ""
    verb = " ".join(article.text[quote.cue.start : quote.cue.end].split())
    return f'<div class="ns-verb">The writer’s verb, “{escape(verb)}”, {escape(COLOURED[quote.colour])}.</div>'


def table(rows: list[dict[str, object]], caption: str = "") -> str:
    """Rows as a plain HTML table."""
    if not rows:
        return '<p class="ns-small">Nothing to list.</p>'
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.values()) + "</tr>" for row in rows)
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<div class="ns-scroll"><table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def facts(article: Article) -> str:
    """One line under the title: outlet, writer, day, length."""
    length = sum(len(article.text[s.start : s.end].split()) for s in article.sentences)
    parts = [article.outlet, article.byline, when_text(article.published) if article.published else None]
    return " · ".join(escape(p) for p in [*filter(None, parts), plural(length, "word")])
