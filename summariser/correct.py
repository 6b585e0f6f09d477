"""correct(article, corrections) -> Article: what a person put right, applied; every number and picture follows.

A corrected guess carries the rule ``corrected`` and is wholly sure.  A correction that no longer fits the reading (its
quote is gone, its actor has another name) does nothing: it is kept, and odd corrections are never an error.
"""

from __future__ import annotations

from summariser.measure import interval
from summariser.model import Action, Actor, Article, Corrections, Document, Mention, NotQuote, Quote, Span, When
from summariser.read import read

RULE = "corrected"


def correct(article: Article, corrections: Corrections) -> Article:
    """``article`` as a person says it should read."""
    if corrections == Corrections():
        return article
    for step in STEPS:
        article = step(article, corrections)
    return article


def replace(article: Article, **fields: object) -> Article:
    """``article`` with some fields changed."""
    from dataclasses import replace as changed

    return changed(article, **fields)  # type: ignore[arg-type]


def reread(article: Article, corrections: Corrections) -> Article:
    """Roles and the day of publication decide everything after them, so the text is read again."""
    roles = dict(corrections.roles)
    if not any(b.start in roles for b in article.blocks) and not corrections.published:
        return article
    blocks = tuple(b._replace(role=roles[b.start], rule=RULE) if b.start in roles else b for b in article.blocks)
    about = Document(
        article.id, article.source, article.text, article.title, article.byline, article.outlet,
        language=article.language, warnings=article.warnings,
    )  # fmt: skip
    return read(article.text, corrections.published or article.published, blocks=blocks, document=about)


def rename(article: Article, corrections: Corrections) -> Article:
    """New names for actors."""
    names = dict(corrections.renamed)
    return replace(article, actors=tuple(a._replace(name=names.get(a.name, a.name)) for a in article.actors))


def merge(article: Article, corrections: Corrections) -> Article:
    """Two actors that are one: the second one's mentions, quotes and actions go to the first."""
    renamed = dict(corrections.renamed)
    for kept, gone in corrections.merged:
        keep = find(article.actors, renamed.get(kept, kept))
        drop = find(article.actors, renamed.get(gone, gone))
        if keep is not None and drop is not None and keep != drop:
            article = _merged(article, keep, drop)
    return article


def find(actors: tuple[Actor, ...], name: str) -> int | None:
    """The id of the actor of this name."""
    return next((a.id for a in actors if a.name == name), None)


def _merged(article: Article, keep: int, drop: int) -> Article:
    def number(old: int | None) -> int | None:
        if old is None:
            return None
        old = keep if old == drop else old
        return old - 1 if old > drop else old

    both = tuple(sorted((*article.actors[keep].mentions, *article.actors[drop].mentions)))
    members = [a._replace(mentions=both) if a.id == keep else a for a in article.actors if a.id != drop]
    return replace(
        article,
        actors=tuple(a._replace(id=i) for i, a in enumerate(members)),
        quotes=tuple(
            q._replace(
                speaker=number(q.speaker), inner=tuple(i._replace(speaker=number(i.speaker)) for i in q.inner)
            )
            for q in article.quotes
        ),
        actions=tuple(
            a._replace(actor=number(a.actor), claimed_by=number(a.claimed_by)) for a in article.actions
        ),
    )  # fmt: skip


def split(article: Article, corrections: Corrections) -> Article:
    """Mentions that stand for somebody else: they go to that one, with the quotes and actions they name."""
    for spans, name in corrections.split:
        known = {(m.start, m.end) for a in article.actors for m in a.mentions}
        moved = known & {(start, end) for start, end in spans}
        if moved:
            article, new = _speaker(article, _today(corrections, name))
            assert new is not None
            article = _move(article, moved, new)
    return article


def _today(corrections: Corrections, name: str) -> str:
    """What an actor is called after the renamings and mergers."""
    name = {gone: kept for kept, gone in corrections.merged}.get(name, name)
    return dict(corrections.renamed).get(name, name)


def _move(article: Article, moved: set[tuple[int, int]], new: int) -> Article:
    taken = tuple(m for a in article.actors for m in a.mentions if (m.start, m.end) in moved)

    def mentions(actor: Actor) -> tuple[Mention, ...]:
        kept = tuple(m for m in actor.mentions if (m.start, m.end) not in moved)
        return tuple(sorted(kept + taken)) if actor.id == new else kept

    owners = {a.id for a in article.actors for m in a.mentions if (m.start, m.end) in moved}

    def acted(action: Action) -> bool:  # an apposition to the actor may name others
        return _names(action.actor_span, moved) and (action.actor is None or action.actor in owners)

    given: set[int] = set()
    quotes = []
    for quote in article.quotes:
        if _names(quote.speaker_span, moved) or quote.continues in given:
            given.add(quote.id)
            quote = quote._replace(speaker=new, rule=RULE, confidence=1.0)
        quotes.append(quote)
    return _claims(
        replace(
            article,
            actors=tuple(a._replace(mentions=mentions(a)) for a in article.actors),
            quotes=tuple(quotes),
            actions=tuple(a._replace(actor=new) if acted(a) else a for a in article.actions),
        ),
        article.quotes,
    )


def _names(span: Span | None, moved: set[tuple[int, int]]) -> bool:
    """Whether the words that name somebody are, or hold, one of the moved mentions."""
    return span is not None and any(start < span.end and span.start < end for start, end in moved)


def _claims(article: Article, before: tuple[Quote, ...]) -> Article:
    """What is claimed inside a quote is claimed by the quote's new speaker."""
    was = {q.id: q.speaker for q in before}
    changed = [q for q in article.quotes if q.id in was and q.speaker != was[q.id]]

    def claimed(action: Action) -> Action:
        inside = (q for q in changed for p in q.parts if p.start <= action.start and action.end <= p.end)
        quote = next(inside, None)
        return action._replace(claimed_by=quote.speaker) if quote and action.claimed_by is not None else action

    return replace(article, actions=tuple(claimed(a) for a in article.actions)) if changed else article


def reassign(article: Article, corrections: Corrections) -> Article:
    """Quotes given to another speaker; paragraphs that carry such a quote on go with it."""
    before = article.quotes
    decided: dict[int, int | None] = {}
    chosen = dict(corrections.speakers)
    quotes: list[Quote] = []
    for quote in article.quotes:
        start = quote.parts[0].start if quote.parts else -1
        if start in chosen:
            name = chosen[start]
            article, decided[quote.id] = _speaker(article, _today(corrections, name) if name else None)
        elif quote.continues in decided:
            decided[quote.id] = decided[quote.continues]
        if quote.id in decided:
            quote = quote._replace(speaker=decided[quote.id], speaker_span=None, rule=RULE, confidence=1.0)
        quotes.append(quote)
    return _claims(replace(article, quotes=tuple(quotes)), before)


def _speaker(article: Article, name: str | None) -> tuple[Article, int | None]:
    """The id of the speaker of this name, who joins the cast when new."""
    if name is None:
        return article, None
    known = find(article.actors, name)
    if known is not None:
        return article, known
    new = Actor(len(article.actors), name, "person", None, ())
    return replace(article, actors=(*article.actors, new)), new.id


def unquote(article: Article, corrections: Corrections) -> Article:
    """Words that are no quotes; what carried them on stands for itself."""
    gone = {q.id: q for q in article.quotes if q.parts and q.parts[0].start in corrections.not_quotes}
    if not gone:
        return article
    titles = tuple(NotQuote(p.start, p.end, RULE) for q in gone.values() for p in q.parts)
    kept = (q for q in article.quotes if q.id not in gone)
    return replace(
        article,
        quotes=tuple(q._replace(continues=None) if q.continues in gone else q for q in kept),
        not_quotes=tuple(sorted((*article.not_quotes, *titles))),
    )


def unmake(article: Article, corrections: Corrections) -> Article:
    """Clauses that tell of no event."""
    gone = set(corrections.not_actions)
    if not any(a.start in gone for a in article.actions):
        return article
    return replace(article, actions=tuple(a for a in article.actions if a.start not in gone))


def redate(article: Article, corrections: Corrections) -> Article:
    """Events given another day, and put in their new place in time."""
    days = dict(corrections.dates)
    if not any(a.start in days for a in article.actions):
        return article
    actions = [
        a._replace(when=When(days[a.start], True, None), rule=RULE, confidence=1.0) if a.start in days else a
        for a in article.actions
    ]
    moved = [a for a in actions if a.start in days]
    line = sorted((a for a in actions if a.start not in days), key=lambda a: (a.order, a.start))
    for action in moved:
        _put(line, action)
    orders = _orders(line)
    return replace(article, actions=tuple(a._replace(order=orders[id(a)]) for a in actions))


def _day(action: Action) -> str:
    span = interval(action.when.value) if action.when else None
    return span[0].isoformat() if span else ""


def _put(line: list[Action], action: Action) -> None:
    """Before the first event of a later day."""
    later = (i for i, a in enumerate(line) if _day(a) > _day(action) and _day(action))
    line.insert(next(later, len(line)), action)


def _orders(line: list[Action]) -> dict[int, int]:
    """A number for each event; those of one old number or of one corrected day share it."""
    orders: dict[int, int] = {}
    number = -1
    before: Action | None = None
    for action in line:
        same = before is not None and (
            (before.order == action.order and RULE not in (before.rule, action.rule))
            or (_day(before) == _day(action) != "" and RULE in (before.rule, action.rule))
        )
        number += 0 if same else 1
        orders[id(action)] = number
        before = action
    return orders


STEPS = [reread, rename, merge, split, reassign, unquote, unmake, redate]
