"""news-summariser read | compare: the reading engine on the command line.

Results go to standard output; warnings and errors to standard error.  Exit codes: 0 all read, 1 some inputs could not
be read (each named), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from summariser.codec import encode_comparison, encode_corrected
from summariser.compare import compare
from summariser.compare.report import compared
from summariser.correct import correct
from summariser.inputs import open_bytes, open_path, read_bounded
from summariser.model import Document, UnreadableFile
from summariser.read import read
from summariser.summary import SUMMARISERS, summarise
from summariser.terminal import report, safe
from summariser.text.backends import backend

NAMES_HELP = "a spaCy model of yours to find the names with"


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Put ``read`` under ``commands``."""
    p = commands.add_parser("read", help="read articles: summary, quotes, timeline")
    p.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, a folder, or - for standard input")
    p.add_argument("--format", choices=["text", "json", "jsonl"], default="text")
    p.add_argument("--as-body", action="store_true", help="the text is a clean article body already")
    p.add_argument("--published", metavar="YYYY-MM-DD", help="the day of publication, where you know it")
    p.add_argument("--names", type=names_model, metavar="spacy:MODEL", help=NAMES_HELP)
    p.add_argument("--algorithm", choices=list(SUMMARISERS), default="news")
    length = p.add_mutually_exclusive_group()
    length.add_argument("--sentences", type=int, metavar="N", help="length of the summary in sentences")
    length.add_argument("--words", type=int, metavar="N", help="length of the summary in words")
    length.add_argument("--share", type=float, metavar="X", help="length of the summary as a share of the text: 0.2")
    p.add_argument("--query", metavar="TEXT", help="summarise what the article says about this")
    p.set_defaults(run=run_read)
    p = commands.add_parser("compare", help="set two to twelve articles side by side")
    p.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, a folder, or - for standard input")
    p.add_argument("--format", choices=["text", "json"], default="text")
    p.add_argument("--as-body", action="store_true", help="the texts are clean article bodies already")
    p.add_argument("--words", type=int, metavar="N", help="length of the one summary of them all in words")
    only = p.add_mutually_exclusive_group()
    only.add_argument("--query", metavar="TEXT", help="summarise what the articles say about this")
    only.add_argument("--update", action="store_true", help="summarise what the last article says and no other does")
    p.add_argument("--names", type=names_model, metavar="spacy:MODEL", help=NAMES_HELP)
    p.set_defaults(run=run_compare)


def names_model(text: str) -> str:
    """The value of ``--names``, told at once when it is not here."""
    try:
        backend(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error).removeprefix("names: ")) from None
    return text


def documents(inputs: list[str]) -> Iterator[Document | UnreadableFile]:
    """The articles of all inputs in order; an input that cannot be read comes as the error it raised."""
    for name in inputs:
        try:
            if name == "-":
                yield from open_bytes(read_bounded(sys.stdin.buffer, "standard input"), "standard input")
            else:
                yield from open_path(Path(name))
        except UnreadableFile as error:
            yield error


def run_read(args: argparse.Namespace) -> int:
    """Read every input and print it in the chosen format."""
    failed = 0
    rows = []
    for document in documents(args.inputs):
        if isinstance(document, UnreadableFile):
            print(safe(str(document)), file=sys.stderr)
            failed = 1
            continue
        day = args.published or document.published
        plain = read(document.text, day, as_body=args.as_body, document=document, names=args.names)
        article = correct(plain, document.corrections)
        for warning in article.warnings:
            print(safe(f"{document.source}: {warning}"), file=sys.stderr)
        try:
            summary = summarise(article, args.algorithm, args.sentences, args.words, args.share, args.query)
        except ValueError as error:
            print(f"{document.source}: {error}", file=sys.stderr)
            return 2
        if args.format == "text":
            print(report(article, summary, width=shutil.get_terminal_size((100, 24)).columns), flush=True)
        elif args.format == "jsonl":
            row = encode_corrected(article, summary, plain, document.corrections)
            print(json.dumps(row, ensure_ascii=False), flush=True)
        else:
            rows.append(encode_corrected(article, summary, plain, document.corrections))
    if args.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    return failed


def run_compare(args: argparse.Namespace) -> int:
    """Read every input, set the articles side by side and print what they share, change and leave out."""
    found = list(documents(args.inputs))
    lost = [d for d in found if isinstance(d, UnreadableFile)]
    for error in lost:
        print(safe(str(error)), file=sys.stderr)
    kept = [d for d in found if not isinstance(d, UnreadableFile)]
    readings = (read(d.text, d.published, as_body=args.as_body, document=d, names=args.names) for d in kept)
    articles = tuple(correct(a, d.corrections) for a, d in zip(readings, kept, strict=True))
    try:
        comparison = compare(articles, args.words, args.query, len(articles) - 1 if args.update else None)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1 if lost else 2
    if args.format == "json":
        print(json.dumps(encode_comparison(comparison), ensure_ascii=False, indent=1))
    else:
        print(compared(comparison, width=shutil.get_terminal_size((100, 24)).columns))
    return 1 if lost else 0


def speak_any_text() -> None:
    """Let standard output take half a character too (a lone surrogate): as ``\\udXXX``, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def look_for_rubbish_seldom() -> None:
    """Let Python look for circles of dead objects once an article or so: a reading makes thousands of small objects and
    no circles, and looking at them every 700 costs a twentieth of the time."""
    gc.set_threshold(20_000)


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the exit code."""
    parser = argparse.ArgumentParser(prog="news-summariser", description=__doc__)
    add_commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    args = parser.parse_args(argv)
    speak_any_text()
    look_for_rubbish_seldom()
    return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
