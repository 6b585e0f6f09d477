"""What a reader hands in, as articles: objects, texts, file names, uploads, pastes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from dashboard.samples import samples
from summariser.api import is_file, of_document, read, read_all
from summariser.comparison import Comparison
from summariser.inputs import open_bytes
from summariser.inputs.limits import check, configured
from summariser.model import Article, UnreadableFile

LEAST = 20
WAY_OUT = "Copy the text of a news page and paste it here"


def taken(articles: Any) -> list[Article]:
    """What was handed to ``show``, each text once."""
    found = list(read_all(samples())) if articles is None else list(_each(articles))
    return list({(a.text, a.published): a for a in found}.values())


def _each(thing: Any) -> Iterable[Article]:
    if isinstance(thing, Article):
        yield thing
    elif isinstance(thing, Comparison):
        yield from thing.articles
    elif isinstance(thing, str):
        yield from read_all(thing) if is_file(thing) or is_folder(thing) else [read(thing)]
    elif isinstance(thing, os.PathLike):
        yield from read_all(thing)
    elif isinstance(thing, Iterable):
        for one in thing:
            yield from _each(one)
    else:
        raise TypeError(f"show takes articles, texts and names of files; not {type(thing).__name__}")


def is_folder(text: str) -> bool:
    """Whether a text is the name of a folder; a word that happens to be one, without a slash, is a text."""
    try:
        return len(text) < 1000 and ("/" in text or os.sep in text) and os.path.isdir(text)
    except ValueError:
        return False


def pasted(text: str) -> list[Article]:
    """The pasted text, read.  Raises UnreadableFile with a sentence for the screen."""
    data = text.encode("utf-8", "replace")
    check("The pasted text", "it has too many bytes", len(data), configured().file, "Paste one article at a time")
    if sum(c.isalnum() for c in text) < LEAST:
        raise UnreadableFile("The paste", "there is no article in it", WAY_OUT)
    return [of_document(d._replace(id="", source="pasted text")) for d in open_bytes(data, "pasted text")]


def uploaded(files: Iterable[Any]) -> tuple[list[Article], list[str]]:
    """The files of an upload box, read, and a sentence for each that could not be."""
    found: list[Article] = []
    problems: list[str] = []
    for file in files:
        try:
            found += [of_document(d) for d in open_bytes(bytes(file["content"]), str(file["name"]))]
        except UnreadableFile as error:
            problems.append(str(error))
    return found, problems
