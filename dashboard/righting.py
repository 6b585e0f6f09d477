"""Corrections as every screen keeps them: one added, one taken back, each told in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dashboard.theme import ROLES, shorten, when_text
from summariser.model import Article, Corrections

NOBODY = "Nobody named"


def with_rows(corrections: Corrections, field: str, rows: tuple[Any, ...]) -> Corrections:
    """The corrections with one field changed."""
    changed: dict[str, Any] = {field: rows}
    return replace(corrections, **changed)


def added(corrections: Corrections, field: str, entry: Any) -> Corrections:
    """With one more; one of the same words or name takes the place of the last."""
    rows = getattr(corrections, field)
    first = entry[0] if isinstance(entry, tuple) and field != "merged" else entry
    kept = [r for r in rows if (r[0] if isinstance(r, tuple) and field != "merged" else r) != first]
    return with_rows(corrections, field, (*kept, entry))


def without(corrections: Corrections, field: str, place: int) -> Corrections:
    """With one taken back."""
    if field == "published":
        return replace(corrections, published=None)
    rows = getattr(corrections, field)
    return with_rows(corrections, field, (*rows[:place], *rows[place + 1 :]))


def told(corrections: Corrections, article: Article) -> list[tuple[str, str, int]]:
    """Every correction as (sentence, field, place).  ``article`` is as the program read it: the original guess stays
    in the sentence."""
    c, text = corrections, article.text
    before = {q.parts[0].start: q for q in article.quotes if q.parts}
    names = {a.id: a.name for a in article.actors}

    def guess(start: int) -> str:
        quote = before.get(start)
        return names.get(quote.speaker, NOBODY) if quote and quote.speaker is not None else NOBODY

    def words(start: int) -> str:
        return shorten(text[start : start + 120], 40)

    rows = [
        (f"“{words(s)}” said by {n or NOBODY}; was {guess(s)}", "speakers", i) for i, (s, n) in enumerate(c.speakers)
    ]
    rows += [(f"“{words(s)}” is no quote", "not_quotes", i) for i, s in enumerate(c.not_quotes)]
    rows += [(f"“{words(s)}” is no event", "not_actions", i) for i, s in enumerate(c.not_actions)]
    rows += [(f"{mentioned(text, spans)} is {name}", "split", i) for i, (spans, name) in enumerate(c.split)]
    rows += [(f"{gone} is {kept}", "merged", i) for i, (kept, gone) in enumerate(c.merged)]
    rows += [(f"{old} is called {new}", "renamed", i) for i, (old, new) in enumerate(c.renamed)]
    rows += [(f"“{words(s)}” on {when_text(v)}", "dates", i) for i, (s, v) in enumerate(c.dates)]
    rows += [(f"“{words(s)}” is {ROLES[r]}", "roles", i) for i, (s, r) in enumerate(c.roles)]
    if c.published:
        rows.append((f"published {when_text(c.published)}; was {when_text(article.published)}", "published", 0))
    return rows


def mentioned(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The words of some mentions, each form once."""
    forms = dict.fromkeys(shorten(text[start:end], 30) for start, end in spans)
    return ", ".join(f"“{form}”" for form in forms)


def quote_name(article: Article, number: int) -> str:
    """What a menu calls a quote."""
    part = article.quotes[number - 1].parts[0]
    return f"{number}  {shorten(article.text[part.start : part.end], 60)}"


def possible_speakers(article: Article) -> list[str]:
    """Whom a menu offers as the speaker of a quote."""
    return [NOBODY, *dict.fromkeys(a.name for a in article.actors if a.kind != "place")]


def guessed_before(before: Article, article: Article) -> dict[int, str]:
    """For quotes that a person gave to somebody else: whom the program had named."""
    from summariser.correct import RULE

    names = {a.id: a.name for a in before.actors}
    guess = {
        q.parts[0].start: names.get(q.speaker, "nobody named") if q.speaker is not None else "nobody named"
        for q in before.quotes
        if q.parts
    }
    return {q.id: guess.get(q.parts[0].start, "") for q in article.quotes if q.rule == RULE and q.parts}
