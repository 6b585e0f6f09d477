"""What ``import summariser as ns`` offers a notebook: the calls of the program with the convenience that people expect.

``ns.read`` takes a text or the name of a file; the pipeline's own ``summariser.read.read`` takes only a text, so that
a pasted text that happens to be a file's name never opens that file on a server.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from summariser.compare import compare as compare_all
from summariser.comparison import Comparison
from summariser.inputs import READERS, open_path
from summariser.measure import Presence, presences
from summariser.model import Article, Block, Document, Pick, UnreadableFile
from summariser.read import read as read_text
from summariser.summary import summarise as choose
from summariser.table import Articles, Table

T = TypeVar("T")
LONGEST_NAME = 1000
ADDRESS = re.compile(r"https?://\S+")
FILE = re.compile(rf"[^\n]{{1,200}}\.(?:{'|'.join(READERS)})", re.I)
NO_FILE = "There is no file of this name here, so the name itself was read as a text"
NO_NETWORK = "This is an address, and nothing is fetched: save the page and read the file"


def read(
    text_or_path: str | os.PathLike[str],
    published: str | None = None,
    *,
    as_body: bool = False,
    blocks: tuple[Block, ...] | None = None,
    document: Document | None = None,
    names: str | None = None,
) -> Article:
    """Read one news article: a text as you copied it, or the name of a file (HTML, PDF, Word, mail, text...).

    ``published`` ("2026-03-14") overrules the day on the page; ``as_body`` takes every paragraph for the story.
    ``names`` ("spacy:MODEL") has a spaCy model that you installed find the names.
    With ``blocks`` or a ``document``, as a program has them, it is always a text.  Any text gives an article.
    Raises UnreadableFile when a file cannot be read or holds several articles, ValueError for a model that is not here.

    >>> read("“We acted by breakfast,” Ruth Adeyemi said.").quotes[0].kind
    'direct'
    """
    if blocks or document or not is_file(text_or_path):
        text = str(text_or_path)
        article = read_text(text, published, as_body=as_body, blocks=blocks, document=document, names=names)
        doubt = None if blocks or document else doubts(text)
        return replace(article, warnings=(*article.warnings, doubt)) if doubt else article
    documents = list(open_path(Path(text_or_path)))
    if len(documents) != 1:
        reason = f"it holds {len(documents)} articles" if documents else "there is no article in it"
        raise UnreadableFile(str(text_or_path), reason, "Read them all with read_all")
    return of_document(documents[0], published, as_body, names)


def is_file(thing: str | os.PathLike[str]) -> bool:
    """Whether this is a path, or a text that is the name of a file that exists."""
    if not isinstance(thing, str):
        return True
    if len(thing) > LONGEST_NAME or "\n" in thing:
        return False
    try:
        return os.path.isfile(thing)
    except ValueError:  # zero characters and half characters are in no file's name
        return False


def doubts(text: str) -> str | None:
    """What to say of a text that looks like the name of something else."""
    if ADDRESS.fullmatch(text.strip()):
        return NO_NETWORK
    return NO_FILE if FILE.fullmatch(text.strip()) else None


def of_document(
    document: Document, published: str | None = None, as_body: bool = False, names: str | None = None
) -> Article:
    """A document, read."""
    day = published or document.published
    return read_text(document.text, day, as_body=as_body, document=document, names=names)


def read_all(*paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Articles[Article]:
    """Read every article in these files and folders (also ZIP, feeds, CSV and JSON lines that hold many).

    The result shows as a table; ``.frame()`` is one row an article and ``.frame("quotes")`` all quotes of all.
    What cannot be read is told as a warning.  Raises UnreadableFile when nothing could be read.
    """
    found: list[Article] = []
    bad: list[UnreadableFile] = []
    for path in flat(paths):
        try:
            for document in open_path(Path(path)):
                found.append(of_document(document))
        except UnreadableFile as error:
            bad.append(error)
    if bad and not found:
        raise bad[0]
    for problem in bad:
        warnings.warn(str(problem), stacklevel=2)
    return Articles(found)


def flat(paths: Iterable[object]) -> Iterator[str | os.PathLike[str]]:
    """Paths and lists of paths as one row of paths."""
    for path in paths:
        if isinstance(path, (str, os.PathLike)):
            yield path
        elif isinstance(path, Iterable):
            yield from flat(path)


def summarise(
    article: Article,
    algorithm: str = "news",
    sentences: int | None = None,
    words: int | None = None,
    share: float | None = None,
    query: str | None = None,
) -> tuple[Pick, ...]:
    """The sentences that tell the story, in reading order: five, or as many as ``sentences``, ``words`` or ``share``
    (0.2 is a fifth of the text) leave room for; with a ``query`` those that answer it.

    ``algorithm`` is one of ``SUMMARISERS``.  The result shows as a table and has ``.frame()``.
    """
    picks = choose(article, algorithm, sentences, words, share, query)
    return table(picks, "summary", article)


def speakers(article: Article) -> tuple[Presence, ...]:
    """Everybody in the article with the room they are given: quotes, words quoted, mentions; the most quoted first."""
    return table(presences(article), "speakers", article)


def table(rows: Iterable[T], kind: str, article: Article) -> Table[T]:
    """Rows that point into ``article`` as a table."""
    of: Table[object] = article.quotes  # type: ignore[assignment]
    return Table(rows, kind, of.maker, of.fields)


def compare(
    *articles: Article | Iterable[Article],
    words: int | None = None,
    query: str | None = None,
    news_of: int | None = None,
) -> Comparison:
    """Set two to twelve articles side by side: ``compare(a, b)``.

    What stands out comes first (``findings``); then one ``summary`` of them all (``words`` is its length, 150), and
    what they share or change: ``quotes``, ``numbers``, ``claims``, ``actors``, ``copies``.  With a ``query`` the
    summary holds what answers it, with ``news_of`` (an article's number) what that one says and the others do not.
    """
    found: list[Article] = []
    for one in articles:
        found += [one] if isinstance(one, Article) else list(one)
    return compare_all(tuple(found), words, query, news_of)
