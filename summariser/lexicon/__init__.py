"""What the program knows, as files; this module is their only reader.

``en/*.txt``  one entry a line, '#' comments          -> words("titles")
``en/*.tsv``  a header line, then a row an entry      -> rows("cues")
``en/*.json`` small tables of numbers                 -> numbers("quote-weights")
``en/*.txt.gz`` large tables, one line a column        -> packed("word-classes")
``en/*.crf.gz`` trained weights                        -> weights("tags.crf")
"""

from __future__ import annotations

import csv
import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "en"


def entries(name: str) -> tuple[str, ...]:
    """The entries of ``en/NAME.txt`` in file order."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(kept for line in lines if (kept := line.split("#")[0].strip()))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``en/NAME.txt`` as a set."""
    return frozenset(entries(name))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``en/NAME.tsv`` as dicts keyed by its header line."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return tuple(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def numbers(name: str) -> Any:
    """The content of ``en/NAME.json``."""
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


@cache
def weights(name: str) -> bytes:
    """The trained weights of ``en/NAME.gz``, unpacked."""
    return unpacked(HERE / f"{name}.gz")


def packed(name: str) -> str:
    """The text of ``en/NAME.txt.gz`` without the newline at its end."""
    return unpacked(HERE / f"{name}.txt.gz").decode().removesuffix("\n")


def unpacked(path: Path) -> bytes:
    """A gzip file of one member, unpacked.  Its last four bytes tell its size: room that is made at once takes two
    thirds of the time that ``gzip.decompress`` needs to let it grow."""
    content = path.read_bytes()
    return zlib.decompress(content, wbits=31, bufsize=int.from_bytes(content[-4:], "little"))
