"""Reads the labelled pairs of reports in ``data/gold/pairs`` (their README explains the format)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from summariser.model import Article, Document
from summariser.read import read

FOLDER = Path(__file__).parents[2] / "data" / "gold" / "pairs"
NUMBERED = re.compile(r"(\d+) (.+)")
PLACES = re.compile(r"A(\d+) B(\d+)")
FIGURES = re.compile(r"A(\d+) (.+?) \| B(\d+) (.+)")
Two = tuple[int, int]


class Report(NamedTuple):
    """One of the two reports: the article as read and where each numbered sentence starts in it, from 1 on."""

    article: Article
    starts: tuple[int, ...]

    def number(self, offset: int) -> int:
        """The gold's number of the sentence that ``offset`` lies in."""
        return sum(1 for start in self.starts if start <= offset)


class LabelledPair(NamedTuple):
    """Two reports and what people say they share; pairs are (sentence of A, of B), numbered as in the file."""

    name: str
    aside: bool
    reports: tuple[Report, Report]
    people: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]
    claims: dict[Two, str]
    quotes: dict[Two, str]
    figures: tuple[tuple[str, int, str, int, str], ...]
    copied: str

    @property
    def related(self) -> bool:
        """True where the two tell of one event."""
        return bool(self.claims)


def labelled_pairs(folder: Path = FOLDER) -> list[LabelledPair]:
    """Every pair of the folder, by file name."""
    return [labelled(path) for path in sorted(folder.glob("[0-9]*.md"))]


def labelled(path: Path) -> LabelledPair:
    """One file.  Raises ValueError for a label that names no sentence or no words of the reports."""
    _, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)
    one, two, labels = parts
    rows = [tuple(line.split(": ", 1)) for line in labels.splitlines()[1:] if ": " in line]
    named = {kind: [value for key, value in rows if key == kind] for kind in {key for key, _ in rows}}
    pair = LabelledPair(
        path.stem,
        named["aside"] == ["yes"],
        (reported(one, path.stem), reported(two, path.stem)),
        tuple(map(names, named.get("person", []))),
        tuple(map(names, named.get("body", []))),
        {places(v): k for k in ("same", "similar") for v in named.get(k, [])},
        {places(v): k.removeprefix("quote ") for k in named if k.startswith("quote ") for v in named[k]},
        tuple(figure(k, v) for k in named if k.startswith(("number ", "date ")) for v in named[k]),
        named["copied"][0],
    )
    check(pair)
    return pair


def reported(part: str, name: str) -> Report:
    """One report: its head line gives outlet and time, each further line is a numbered sentence."""
    head, *lines = part.split("\n")
    letter, outlet, published = head.split(" · ")
    text, starts = "", []
    for line in lines:
        found = NUMBERED.fullmatch(line)
        if found:
            text += "" if not text or text.endswith("\n\n") else " "
            starts.append(len(text))
            text += found[2]
        elif text and not text.endswith("\n\n"):
            text += "\n\n"
    text = text.rstrip()
    about = Document(f"{name}-{letter}", outlet, text, None, None, outlet, published)
    return Report(read(text, published, as_body=True, document=about), tuple(starts))


def places(value: str) -> Two:
    """ "A1 B12" -> (1, 12)."""
    found = PLACES.fullmatch(value)
    if not found:
        raise ValueError(f"a label must look like 'A1 B2'; not {value!r}")
    return int(found[1]), int(found[2])


def names(value: str) -> tuple[str, str]:
    """ "Ines Kovar = Ms Kovar" -> its two sides."""
    one, two = value.split(" = ")
    return one, two


def figure(kind: str, value: str) -> tuple[str, int, str, int, str]:
    """ "number differ", "A2 38 | B3 45" -> ("number differ", 2, "38", 3, "45")."""
    found = FIGURES.fullmatch(value)
    if not found:
        raise ValueError(f"a figure must look like 'A2 38 | B3 45'; not {value!r}")
    return kind, int(found[1]), found[2], int(found[3]), found[4]


def check(pair: LabelledPair) -> None:
    """Labels that point at nothing are mistakes in the file."""
    for letter, number, words in pointed(pair):
        report = pair.reports["AB".index(letter)]
        if not 1 <= number <= len(report.starts) or words.casefold() not in sentence(report, number).casefold():
            raise ValueError(f"{pair.name}: {letter}{number} has no {words!r}")


def pointed(pair: LabelledPair) -> Iterator[tuple[str, int, str]]:
    """Every (report, sentence, words) that a label of the pair names."""
    for a, b in (*pair.claims, *pair.quotes):
        yield from (("A", a, ""), ("B", b, ""))
    for _, a, one, b, two in pair.figures:
        yield from (("A", a, one), ("B", b, two))


def sentence(report: Report, number: int) -> str:
    """The words of one numbered sentence."""
    ends = (*report.starts[1:], len(report.article.text))
    return report.article.text[report.starts[number - 1] : ends[number - 1]]
