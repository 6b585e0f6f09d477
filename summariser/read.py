"""read(text) -> Article: the whole pipeline on one screen.  Each step is a pure function of just what it depends on."""

from __future__ import annotations

from summariser.actions.find import find_actions
from summariser.actions.rank import rank_actions
from summariser.actions.timeline import order_actions
from summariser.model import Article, Block, Document
from summariser.people.mentions import find_mentions
from summariser.people.resolve import resolve
from summariser.quotes.attribute import attribute
from summariser.quotes.find import find_quotes
from summariser.text.backends import relabelled
from summariser.text.blocks import all_body, label_blocks
from summariser.text.dates import find_dates
from summariser.text.metadata import find_metadata
from summariser.text.sentences import split_sentences
from summariser.text.words import tag


def read(
    text: str,
    published: str | None = None,
    *,
    as_body: bool = False,
    blocks: tuple[Block, ...] | None = None,
    document: Document | None = None,
    names: str | None = None,
) -> Article:
    """Read one news text.

    ``published`` (ISO date) overrules what the page says; ``as_body`` takes every paragraph for body; ``blocks`` are
    labels already decided (a person's or a file format's); ``document`` is what the file said of itself; ``names``
    ("spacy:MODEL") has that model find the names.  Any string gives an Article.
    Raises ValueError for ``names`` that are not here.
    """
    proved = blocks or (document.blocks if document and not as_body else None)
    blocks = proved or (all_body(text) if as_body else label_blocks(text, document and document.title))
    about = find_metadata(text, blocks, document, published)
    sentences = split_sentences(text, blocks)
    words = tag(text, sentences)
    words = relabelled(words, text, sentences, names) if names else words
    stretches = find_quotes(text, blocks)
    mentions = find_mentions(text, blocks, sentences, words)
    actors = resolve(text, blocks, sentences, words, mentions, stretches)
    quotes, not_quotes, actors = attribute(text, blocks, sentences, words, stretches, actors)
    dates = find_dates(text, sentences, words, about.published)
    actions, actors = find_actions(text, blocks, sentences, words, actors, quotes, dates)
    ordered = order_actions(text, blocks, sentences, words, actions, dates, quotes, about.published)
    return Article(
        text=text,
        title=about.title,
        byline=about.byline,
        outlet=about.outlet,
        published=about.published,
        language=about.language,
        blocks=blocks,
        sentences=tuple(s for s in sentences if blocks[s.block].role == "body"),
        actors=actors,
        quotes=quotes,
        not_quotes=not_quotes,
        dates=dates,
        actions=rank_actions(text, blocks, sentences, ordered),
        warnings=about.warnings,
        id=document.id if document else "",
        source=document.source if document else "",
    )
