"""Articles -> rows: what stands beneath the pictures, in the CSV files and in a notebook."""

from __future__ import annotations

import csv
import io

from dashboard.theme import KINDS, ROLES, STATUS, because, percent, when_text
from summariser.compare.findings import label
from summariser.comparison import Comparison
from summariser.measure import events, left_out, presences
from summariser.model import Article, Pick

Row = dict[str, object]
RISKY = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the start of a formula


def names(article: Article) -> dict[int | None, str]:
    """Actor id -> name; no actor is an empty name."""
    return {None: "", **{a.id: a.name for a in article.actors}}


def flat(article: Article, start: int, end: int) -> str:
    """The words of a span on one line."""
    return " ".join(article.text[start:end].split())


def summary(article: Article, picks: tuple[Pick, ...]) -> list[Row]:
    """The summary, sentence by sentence."""
    spans = [article.sentences[p.sentence] for p in picks]
    return [
        {"Sentence": flat(article, s.start, s.end), "Rank": p.rank, "Why": p.why}
        for s, p in zip(spans, picks, strict=True)
    ]


def quotes(article: Article) -> list[Row]:
    """One row a quoted stretch, in reading order."""
    who = names(article)
    return [
        {
            "No.": number,
            "Speaker": who.get(q.speaker, ""),
            "Words": " … ".join(flat(article, p.start, p.end) for p in q.parts),
            "Kind": KINDS[q.kind],
            "Carries on": "yes" if q.continues is not None else "",
            "Sure": percent(q.confidence),
            "Why": because(q.rule),
        }
        for number, q in enumerate(article.quotes, 1)
    ]


def actions(article: Article) -> list[Row]:
    """One row an event, in order of time."""
    who = names(article)
    return [
        {
            "No.": number,
            "When": when_text(a.when.value if a.when else None),
            "Date": "" if not a.when or not a.when.value else "stated" if a.when.stated else "inferred",
            "Date sure": "" if not a.when or not a.when.value or a.when.stated else percent(a.when.confidence),
            "Who": who.get(a.actor, ""),
            "What": flat(article, a.start, a.end),
            "Where": a.place or "",
            "Status": STATUS[a.status],
            "Claimed by": who.get(a.claimed_by, ""),
            "Sure": percent(a.confidence),
            "Why": because(a.rule),
        }
        for number, a in enumerate(events(article), 1)
    ]


def speakers(article: Article) -> list[Row]:
    """One row an actor."""
    return [
        {
            "Name": p.name,
            "Kind": p.kind,
            "Quotes": p.quotes,
            "Words quoted": p.words,
            "Reported": p.reported,
            "Mentions": p.mentions,
            "By name": p.names,
            "By description": p.nominals,
            "By pronoun": p.pronouns,
        }
        for p in presences(article)
    ]


def compared(found: Comparison) -> list[Row]:
    """One row an actor of any of the articles, with its mentions and quotes in each."""
    sides = [{p.actor: p for p in presences(article)} for article in found.articles]
    rows: list[Row] = []
    for actor in found.actors:
        row: Row = {"Name": actor.name}
        members = dict(actor.members)
        for n in range(len(found.articles)):
            there = sides[n].get(members.get(n, -1))
            row[f"Mentions, {label(found.articles, n)}"] = there.mentions if there else 0
            row[f"Quotes, {label(found.articles, n)}"] = there.quotes if there else 0
        rows.append(row)
    return rows


def all_actions(found: Comparison) -> list[Row]:
    """One row an event of any of the articles."""
    return [
        {"Article": label(found.articles, n), **row}
        for n, article in enumerate(found.articles)
        for row in actions(article)
    ]


def dropped(article: Article) -> list[Row]:
    """One row a line that was left out."""
    return [
        {"Line": flat(article, b.start, b.end), "Taken for": ROLES[b.role], "Why": because(b.rule)}
        for b in left_out(article)
    ]


def to_csv(rows: list[Row]) -> str:
    """Rows as CSV; a cell that a spreadsheet would take for a formula gets a quote mark before it."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({k: _harmless(v) for k, v in row.items()} for row in rows)
    return out.getvalue()


def _harmless(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell.startswith(RISKY) else cell
