"""The openly licensed gold files, as sentences of (word, label) pairs.  Licences: see lexicon/SOURCES.toml."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

Sentence = list[tuple[str, str]]

KINDS = {  # the sets' finer kinds -> PER, ORG, LOC; every other kind is no name to us
    **dict.fromkeys(("per", "person", "politician", "writer", "musicalartist", "scientist", "researcher"), "PER"),
    **dict.fromkeys(
        ("org", "organisation", "corporation", "group", "politicalparty", "university", "band", "magazine"), "ORG"
    ),
    **dict.fromkeys(("academicjournal",), "ORG"),
    **dict.fromkeys(("loc", "location", "country"), "LOC"),
}


def lines(path: Path) -> Iterator[str]:
    """The lines of a gzipped text file, without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def sentences(path: Path, word: int, label: int) -> Iterator[Sentence]:
    """The sentences of a file of one token a line; ``word`` and ``label`` are its columns."""
    found: Sentence = []
    for line in lines(path):
        cells = line.split("\t") if "\t" in line else line.split()
        if not line.strip() and found:
            yield found
            found = []
        elif line.strip() and not line.startswith(("# ", "-DOCSTART-")) and cells[word].strip():
            found.append((cells[word], cells[label]))
    if found:
        yield found


def tagged(path: Path) -> list[Sentence]:
    """Sentences of a CoNLL-U file with Penn Treebank tags; ranges (1-2) and empty nodes (3.1) left out."""
    found: list[Sentence] = [[]]
    for line in lines(path):
        cells = line.split("\t")
        if not line and found[-1]:
            found.append([])
        elif cells[0].isdigit():
            found[-1].append((cells[1], cells[4]))
    return [sentence for sentence in found if sentence]


def named(path: Path) -> list[Sentence]:
    """Sentences of a names file with B-, I- labels of PER, ORG, LOC."""
    columns = (1, 2) if "iob2" in path.name else (0, -1)
    return [bio(sentence) for sentence in sentences(path, *columns)]


def bio(sentence: Sentence) -> Sentence:
    """The sentence with our kinds; a name that starts with I- (IOB1) starts with B-."""
    found: Sentence = []
    before = "O"
    for word, label in sentence:
        kind = KINDS.get(label[2:].lower())
        inside = label.startswith("I-") and before[2:] == label[2:]
        found.append((word, f"{'I' if inside else 'B'}-{kind}" if kind else "O"))
        before = label
    return found
