"""The command line of the training."""

from __future__ import annotations

import argparse
from pathlib import Path

from summariser.lexicon import HERE
from summariser.train.crf import fit
from summariser.train.gold import named, tagged
from summariser.train.rows import name_rows, tag_rows

NAMES = ("uner-ewt-dev.iob2", "crossner.txt", "re3d.txt", "wnut17.txt", "btc.txt")


def main() -> None:
    """Train one model and write its weights, packed, with their readable twin."""
    parser = argparse.ArgumentParser(prog="python -m summariser.train", description=__doc__)
    parser.add_argument("model", choices=("tags", "names"))
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the gold files")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--limit", type=int, default=None, help="only so many sentences of each file")
    chosen = parser.parse_args()
    if chosen.model == "tags":
        rows = tag_rows(tagged(chosen.gold / "tags-ewt-train.conllu.gz")[: chosen.limit])
    else:
        files = [chosen.gold / f"names-{name}.gz" for name in NAMES]
        rows = name_rows([s for file in files for s in named(file)[: chosen.limit]])
    print(f"{chosen.model}: sha256 {fit(rows, chosen.model, chosen.out)}")


if __name__ == "__main__":
    main()
