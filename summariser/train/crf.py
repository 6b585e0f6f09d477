"""Fits a linear-chain model by averaged perceptron (Collins 2002) with CRFsuite and packs its weights."""

from __future__ import annotations

import hashlib
import lzma
import tempfile
from collections.abc import Iterable
from pathlib import Path

from summariser.train.rows import Row

ROUNDS = {"tags": 10, "names": 10}


def fit(rows: Iterable[Row], name: str, out: Path) -> str:
    """Train, write ``NAME.crfsuite.xz`` and ``NAME.top.txt`` into ``out``; the answer is the sha256 of the weights."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ROUNDS[name]})
    for seen, labels in rows:
        trainer.append(seen, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        trainer.train(str(path))
        packed = lzma.compress(path.read_bytes(), preset=9)
        (out / f"{name}.top.txt").write_text(strongest(path), encoding="utf-8")
    (out / f"{name}.crfsuite.xz").write_bytes(packed)
    return hashlib.sha256(packed).hexdigest()


def strongest(path: Path, most: int = 25) -> str:
    """The strongest features of each label, and the strongest transitions, one a line."""
    import pycrfsuite

    model = pycrfsuite.Tagger()
    model.open(str(path))
    about = model.info()
    found = ["# label, feature, weight: the strongest of each label, made by summariser.train"]
    for label in sorted(about.labels):
        mine = [(weight, feature) for (feature, of), weight in about.state_features.items() if of == label]
        found += [f"{label}\t{feature}\t{weight:.2f}" for weight, feature in sorted(mine, reverse=True)[:most]]
    moves = sorted(((weight, f"{a} > {b}") for (a, b), weight in about.transitions.items()), reverse=True)
    found += [f"{move}\ttransition\t{weight:.2f}" for weight, move in moves[: 2 * most]]
    return "\n".join(found) + "\n"
