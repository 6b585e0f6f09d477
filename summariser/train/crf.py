"""Fits a linear-chain conditional random field (Lafferty et al. 2001) with CRFsuite and packs its weights."""

from __future__ import annotations

import gzip
import hashlib
import struct
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from summariser.text.crf import SPREAD, key
from summariser.train.rows import Row

# L-BFGS with an L1 penalty (c1) leaves few weights: small files that open fast.
SETTINGS: dict[str, dict[str, float]] = {
    "tags": {"c1": 0.2, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 2},
    "names": {"c1": 0.25, "c2": 0.1, "max_iterations": 70, "feature.minfreq": 1},
}
# The gold sets leave many bodies out, and what they do name they call a place or a person as often: the weight of a
# body for a capitalised word is raised by so much (chosen on sentences set aside from UNER dev and CrossNER).
TILTS: dict[str, dict[tuple[str, str], float]] = {"names": {("cap", "B-ORG"): 0.4, ("cap", "I-ORG"): 0.4}}
WEIGHT = np.dtype([("sort", "<u4"), ("feature", "<i4"), ("label", "<i4"), ("weight", "<f8")])  # sort 1: of a step
KEPT_BITS = 0xFFFFFFFF00000000 << 12 & 0xFFFFFFFFFFFFFFFF  # sign, exponent and 8 bits of the fraction: 2 to 3 digits


def fit(rows: Iterable[Row], name: str, out: Path) -> str:
    """Train, write the weights (``NAME.crf.gz``) and ``NAME.top.txt`` into ``out``; the answer is the sha256 of the
    weights."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS[name])
    for seen, labels in rows:
        trainer.append(seen, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        trainer.train(str(path))
        path.write_bytes(shortened(path, name))
        content = plain(path)
        (out / f"{name}.top.txt").write_text(strongest(path), encoding="utf-8")
    packed = gzip.compress(content, compresslevel=9, mtime=0)
    (out / f"{name}.crf.gz").write_bytes(packed)
    return hashlib.sha256(packed).hexdigest()


def opened(path: Path) -> Any:
    """What the model file holds: labels, attributes, weights."""
    import pycrfsuite

    model = pycrfsuite.Tagger()
    model.open(str(path))
    return model.info()


def shortened(path: Path, name: str) -> bytes:
    """The model file with weights of two to three digits (it packs to a third) and with its tilt.

    The file: a header of ten 32-bit numbers, whose eighth says where "FEAT", a size and a count begin; then 20 bytes
    a weight (``WEIGHT``).
    """
    model = bytearray(path.read_bytes())
    about = opened(path)
    tilts = {
        (0, int(about.attributes.get(seen, -1)), int(about.labels.get(said, -1))): change
        for (seen, said), change in TILTS.get(name, {}).items()
    }
    offset = struct.unpack_from("<10I", model)[7]
    (count,) = struct.unpack_from("<I", model, offset + 8)
    for at in range(offset + 12, offset + 12 + 20 * count, 20):
        sort, feature, label, weight = struct.unpack_from("<3id", model, at)
        weight += tilts.get((sort, feature, label), 0.0)
        (bits,) = struct.unpack("<Q", struct.pack("<d", weight))
        struct.pack_into("<Q", model, at + 12, bits & KEPT_BITS)
    return bytes(model)


def plain(path: Path) -> bytes:
    """The labels, strings and weights of a model file as ``summariser.text.crf`` reads them: the strings by their keys,
    in the order of the drawers that these go into.

    Raises ValueError when two strings have one key."""
    about, model = opened(path), path.read_bytes()
    labels = sorted(about.labels, key=lambda label: int(about.labels[label]))
    strings = sorted(about.attributes, key=lambda string: key(string) * SPREAD % 2**64)
    known = np.array(list(map(key, strings)), "<u8")
    if len(np.unique(known)) < len(known):
        raise ValueError("two strings have one key: choose another SPREAD in summariser/text/crf.py")
    (offset,) = struct.unpack_from("<I", model, 28)
    (count,) = struct.unpack_from("<I", model, offset + 8)
    weights = np.frombuffer(model, WEIGHT, count, offset + 12)
    steps = np.zeros((len(labels), len(labels)), "<f4")
    moves = weights[weights["sort"] == 1]
    steps[moves["feature"], moves["label"]] = moves["weight"]
    places = np.empty(len(strings), int)  # among the strings in order
    places[[int(about.attributes[string]) for string in strings]] = np.arange(len(strings))
    seen = weights[weights["sort"] == 0]
    seen = seen[np.lexsort((seen["label"], places[seen["feature"]]))]
    counts = np.bincount(places[seen["feature"]], minlength=len(strings))
    columns = (steps, known, counts.astype("u1"), seen["label"].astype("u1"), seen["weight"].astype("<f4"))
    return f"{' '.join(labels)}\n{len(strings)}\n".encode() + b"".join(column.tobytes() for column in columns)


def strongest(path: Path, most: int = 25) -> str:
    """The strongest features of each label, and the strongest transitions, one a line."""
    about = opened(path)
    found = ["# label, feature, weight: the strongest of each label, made by summariser.train"]
    for label in sorted(about.labels):
        mine = [(weight, feature) for (feature, of), weight in about.state_features.items() if of == label]
        found += [f"{label}\t{feature}\t{weight:.2f}" for weight, feature in sorted(mine, reverse=True)[:most]]
    moves = sorted(((weight, f"{a} > {b}") for (a, b), weight in about.transitions.items()), reverse=True)
    found += [f"{move}\ttransition\t{weight:.2f}" for weight, move in moves[: 2 * most]]
    return "\n".join(found) + "\n"
