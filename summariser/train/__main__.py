"""The command line of the training."""

from __future__ import annotations

import argparse
from pathlib import Path

from summariser.lexicon import HERE
from summariser.train import actions, headlines, pages, summary
from summariser.train.crf import fit
from summariser.train.gold import Sentence, marked, named, tagged
from summariser.train.pairs import write as write_pairs
from summariser.train.quotes import write
from summariser.train.reliability import report
from summariser.train.repairs import handles_out, phrases_out, titles_out
from summariser.train.rows import name_rows, tag_rows

DATA = Path(__file__).parents[2] / "data"
NEWS = DATA / "gold" / "names-news.txt"
RANKINGS = {"headlines": headlines, "actions": actions, "summary": summary}
SILVER = tuple(DATA / "silver" / f"names-{name}.txt.gz" for name in ("wiki", "ewt"))


def names_gold(folder: Path, limit: int | None) -> list[Sentence]:
    """The sentences that teach names, each set brought to one habit; our own news counts four times.

    The last are not gold: openly licensed text whose names a larger model found (data/silver)."""
    uner, crossner, re3d, wnut, btc = (
        named(folder / f"names-{name}.gz")[:limit]
        for name in ("uner-ewt-dev.iob2", "crossner.txt", "re3d.txt", "wnut17.txt", "btc.txt")
    )
    cut = [kept for sentence in re3d if (kept := phrases_out(sentence))]
    gold = map(titles_out, [*uner, *crossner, *cut, *wnut, *map(handles_out, btc)])
    silver = [sentence for path in SILVER for sentence in marked(path)[:limit]]
    return [*gold, *marked(NEWS)[:limit] * 4, *silver]


def main() -> None:
    """Train one model and write its weights, packed, with their readable twin."""
    parser = argparse.ArgumentParser(prog="python -m summariser.train", description=__doc__)
    parser.add_argument("model", choices=("tags", "names", "quotes", "pairs", "pages", *RANKINGS))
    parser.add_argument("--gold", type=Path, help="the folder of the gold files; pairs have theirs in data/gold")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--limit", type=int, default=None, help="only so many sentences of each file")
    parser.add_argument(
        "--report",
        action="store_true",
        help="quotes, pages, headlines, actions, summary: only show how well they hold",
    )
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.model == "pairs":
        print(f"pairs: sha256 {write_pairs(chosen.out)}")
        return
    if chosen.gold is None:
        parser.error("--gold is needed: the folder of the gold files")
    if chosen.model == "pages":
        pairs = pages.both(chosen.gold).items() if chosen.report else ()
        print("\n".join(pages.report(*pair) for pair in pairs) or pages.write(chosen.gold, chosen.out))
        return
    if chosen.model in RANKINGS:
        ranking = RANKINGS[chosen.model]
        print(ranking.report(chosen.gold) if chosen.report else ranking.write(chosen.gold, chosen.out))
        return
    if chosen.report and chosen.model == "quotes":
        print(report(chosen.gold / "quotes-polnear-dev.jsonl.gz"))
        return
    if chosen.model == "quotes":
        print(f"quotes: sha256 {write(chosen.gold / 'quotes-polnear-train.jsonl.gz', chosen.out)}")
        return
    if chosen.model == "tags":
        rows = tag_rows(tagged(chosen.gold / "tags-ewt-train.conllu.gz")[: chosen.limit])
    else:
        rows = name_rows(names_gold(chosen.gold, chosen.limit))
    print(f"{chosen.model}: sha256 {fit(rows, chosen.model, chosen.out)}")


if __name__ == "__main__":
    main()
