"""The openly licensed gold files, as sentences of (word, label) pairs.  Licences: see lexicon/SOURCES.toml."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from summariser.text.tokens import split_words

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
    """The sentences of a CoNLL-U file with Penn Treebank tags; ranges (1-2) and empty nodes (3.1) left out."""
    found: list[Sentence] = [[]]
    for line in lines(path):
        cells = line.split("\t")
        if not line and found[-1]:
            found.append([])
        elif cells[0].isdigit():
            found[-1].append((cells[1], cells[4]))
    return [sentence for sentence in found if sentence]


def joined(sentence: Sentence) -> Sentence:
    """The sentence with its hyphened words as one word, as our tokens have them: well - known -> well-known."""
    found: Sentence = []
    hyphen = False
    for i, (word, tag) in enumerate(sentence):
        if tag == "HYPH" and found and i + 1 < len(sentence):
            found[-1] = (found[-1][0] + word, found[-1][1])
        elif hyphen:
            after = sentence[i + 1][1] if i + 1 < len(sentence) else ""
            describes = after.startswith("NN") and tag in {"NN", "CD", "VBG", "VBN", "VBD", "IN", "RP"}
            found[-1] = (found[-1][0] + word, "JJ" if describes else tag)
        else:
            found.append((word, tag))
        hyphen = tag == "HYPH" and len(found) > 0 and i + 1 < len(sentence)
    return found


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


def marked(path: Path) -> list[Sentence]:
    """Sentences with names marked as ``[PER Ann Obi]``; one a line."""
    found = lines(path) if path.suffix == ".gz" else path.read_text(encoding="utf-8").splitlines()
    return [unmarked(line) for line in found if line.strip() and not line.startswith("#")]


def unmarked(line: str) -> Sentence:
    """The words and labels of one marked line."""
    found: Sentence = []
    for kind, name, other in re.findall(r"\[([A-Z]{3}) ([^\]]*)\]|([^\[]+)", line):
        tokens = split_words(name or other, 0, len(name or other))
        labels = [f"B-{kind}", *[f"I-{kind}"] * (len(tokens) - 1)] if kind else ["O"] * len(tokens)
        found += zip(tokens, labels, strict=True)
    return found
