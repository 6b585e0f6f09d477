"""Article -> the public JSON contract (format 1), and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from summariser.comparison import Claim, Comparison, Copy, Line, Reported, SharedActor, SharedNumber, SharedQuote
from summariser.model import (
    Action,
    Actor,
    Article,
    Block,
    Corrections,
    Date,
    InnerQuote,
    Mention,
    NotQuote,
    Pick,
    Quote,
    Sentence,
    Span,
    When,
)

FORMAT = 1
Json = dict[str, Any]


def encode(article: Article, summary: tuple[Pick, ...] = ()) -> Json:
    """The contract's object for one article and one summary of it."""
    return {
        "format": FORMAT,
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "blocks": [b._asdict() for b in article.blocks],
        "sentences": [{"start": s.start, "end": s.end} for s in article.sentences],
        "actors": [a._asdict() | {"mentions": [m._asdict() for m in a.mentions]} for a in article.actors],
        "quotes": [_quote(q) for q in article.quotes],
        "not_quotes": [n._asdict() for n in article.not_quotes],
        "dates": [d._asdict() for d in article.dates],
        "actions": [_action(a) for a in article.actions],
        "summary": [_pick(p) for p in summary],
        "warnings": list(article.warnings),
    }


def _span(span: Span | None) -> Json | None:
    return span._asdict() if span is not None else None


def _quote(quote: Quote) -> Json:
    return quote._asdict() | {
        "parts": [p._asdict() for p in quote.parts],
        "speaker_span": _span(quote.speaker_span),
        "cue": _span(quote.cue),
        "inner": [i._asdict() | {"speaker_span": _span(i.speaker_span), "cue": _span(i.cue)} for i in quote.inner],
    }


def _action(action: Action) -> Json:
    return action._asdict() | {
        "actor_span": _span(action.actor_span),
        "when": action.when._asdict() if action.when else None,
    }


def _pick(pick: Pick) -> Json:
    row = pick._asdict()
    return row | {"gloss": {"at": pick.gloss[0], "text": pick.gloss[1]} if pick.gloss else None}


def decode(row: Json) -> Article:
    """The Article that ``encode`` wrote.  Raises ValueError when the object is of another format."""
    if row.get("format") != FORMAT:
        raise ValueError(f"format must be {FORMAT}; not {row.get('format')!r}: write it with `news-summariser read`")
    blocks = tuple(Block(**b) for b in row["blocks"])
    return Article(
        text=row["text"],
        title=row["title"],
        byline=row["byline"],
        outlet=row["outlet"],
        published=row["published"],
        language=row["language"],
        blocks=blocks,
        sentences=_sentences(row["sentences"], blocks),
        actors=tuple(Actor(**a | {"mentions": tuple(Mention(**m) for m in a["mentions"])}) for a in row["actors"]),
        quotes=tuple(_read_quote(q) for q in row["quotes"]),
        not_quotes=tuple(NotQuote(**n) for n in row.get("not_quotes", ())),
        dates=tuple(Date(**d) for d in row["dates"]),
        actions=tuple(_read_action(a) for a in row["actions"]),
        warnings=tuple(row["warnings"]),
        id=row["id"],
        source=row["source"],
    )


def _sentences(rows: list[Json], blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The contract leaves a sentence's block out; it is the last one that starts at or before it."""
    found, at = [], 0
    for row in rows:
        while at + 1 < len(blocks) and blocks[at + 1].start <= row["start"]:
            at += 1
        found.append(Sentence(row["start"], row["end"], at))
    return tuple(found)


def _read_span(row: Json | None) -> Span | None:
    return Span(**row) if row is not None else None


def _read_quote(row: Json) -> Quote:
    spans = {"speaker_span": _read_span(row["speaker_span"]), "cue": _read_span(row["cue"])}
    inner = tuple(
        InnerQuote(**i | {"speaker_span": _read_span(i["speaker_span"]), "cue": _read_span(i["cue"])})
        for i in row.get("inner", ())
    )
    return Quote(**row | spans | {"parts": tuple(Span(**p) for p in row["parts"]), "inner": inner})


def _read_action(row: Json) -> Action:
    when = When(**row["when"]) if row["when"] else None
    return Action(**row | {"actor_span": _read_span(row["actor_span"]), "when": when})


def encode_comparison(found: Comparison) -> Json:
    """The contract's object for several articles; an article without an id of its own goes by its number."""
    ids = _ids(found.articles)
    return {
        "format": FORMAT,
        "articles": [encode(a) | {"id": i} for a, i in zip(found.articles, ids, strict=True)],
        "summary": [_line(line, found.articles, ids) for line in found.summary],
        "actors": [_set(a, {"in": {ids[n]: i for n, i in a.members}}) for a in found.actors],
        "quotes": [_set(q, {"in": {ids[n]: i for n, i in q.members}}) for q in found.quotes],
        "sentences": [_set(c, {"in": _by_article(c.members, ids)}) for c in found.claims],
        "numbers": [
            _set(n, {"in": _by_article(((m.article, _reported(m)) for m in n.members), ids)}) for n in found.numbers
        ],
        "copies": [_copy(c, ids) for c in found.copies],
        "findings": [f._asdict() | {"places": _places(f.places, ids)} for f in found.findings],
    }


def _ids(articles: tuple[Article, ...]) -> list[str]:
    ids = [a.id for a in articles]
    return [i if i and ids.count(i) == 1 else f"{i or 'article'}#{n + 1}" for n, i in enumerate(ids)]


def _line(line: Line, articles: tuple[Article, ...], ids: list[str]) -> Json:
    text = articles[line.article].text[line.start : line.end]
    gloss = {"at": line.gloss[0], "text": line.gloss[1]} if line.gloss else None
    also = [ids[n] for n in line.also]
    return line._asdict() | {"article": ids[line.article], "text": text, "also": also, "gloss": gloss}


def _set(shared: SharedActor | SharedQuote | Claim | SharedNumber, where: Json) -> Json:
    return {key: value for key, value in shared._asdict().items() if key != "members"} | where


def _by_article(members: Iterable[tuple[int, Any]], ids: list[str]) -> Json:
    found: Json = {}
    for number, value in members:
        found.setdefault(ids[number], []).append(value)
    return found


def _reported(member: Reported) -> Json:
    return {"start": member.start, "end": member.end, "value": member.value}


def _copy(copy: Copy, ids: list[str]) -> Json:
    return {
        "articles": [ids[n] for n in copy.articles],
        "containment": copy.containment,
        "source": None if copy.source is None else ids[copy.source],
        "passages": _places(copy.passages, ids),
    }


def _places(places: tuple[tuple[int, int, int], ...], ids: list[str]) -> list[Json]:
    return [{"article": ids[n], "start": start, "end": end} for n, start, end in places]


def encode_corrected(article: Article, summary: tuple[Pick, ...], read: Article, corrections: Corrections) -> Json:
    """The object of a corrected article, with what was put right and what the import needs of the reading before."""
    row = encode(article, summary)
    if corrections == Corrections():
        return row
    before = encode(read)
    needed = ("title", "byline", "outlet", "published", "language", "blocks")
    return row | {"corrections": asdict(corrections), "uncorrected": {name: before[name] for name in needed}}


def decode_corrections(row: Any) -> Corrections:
    """Corrections from their JSON object.  A field that this version does not know, or that is not as ``encode``
    writes it, is passed over."""
    kept = row if isinstance(row, dict) else {}
    fields = {name: frozen(kept.get(name)) for name in SHAPES}
    return Corrections(**{name: value for name, value in fields.items() if fits(value, SHAPES[name])})


def frozen(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    return tuple(frozen(v) for v in value) if isinstance(value, list) else value


def fits(value: Any, shape: Any) -> bool:
    """Whether a value has a shape: a type, several types, ``[shape]`` for any number, a tuple of shapes for a row."""
    if isinstance(shape, list):
        return isinstance(value, tuple) and all(fits(v, shape[0]) for v in value)
    if isinstance(shape, tuple):
        same = isinstance(value, tuple) and len(value) == len(shape)
        return same and all(fits(v, s) for v, s in zip(value, shape, strict=True))
    return isinstance(value, shape) and not isinstance(value, bool)


SHAPES: dict[str, Any] = {
    "roles": [(int, str)],
    "speakers": [(int, str | None)],
    "not_quotes": [int],
    "merged": [(str, str)],
    "renamed": [(str, str)],
    "dates": [(int, str)],
    "published": str,
    "split": [([(int, int)], str)],
    "not_actions": [int],
}
