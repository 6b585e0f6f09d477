"""news-summariser: the reading engine's commands, and dashboard, share and export.

Screens are imported only by the commands that need them, so ``read`` starts without them.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from summariser.cli import add_commands, speak_any_text


def add_screens(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Put ``dashboard``, ``share`` and ``export`` under ``commands``."""
    p = commands.add_parser("dashboard", help="read articles in a browser")
    p.add_argument("files", nargs="*", metavar="FILE", help="articles to show (the samples when none is named)")
    p.add_argument("--port", type=port, default=8501, help="the port (the next free one when it is taken)")
    p.add_argument("--host", default="127.0.0.1", help="the address to listen on; 0.0.0.0 lets other computers in")
    p.add_argument("--database", help="the file, or database URL, that keeps library and shares")
    p.add_argument("--base-url", help="the address that share links begin with, for a server behind a proxy")
    p.add_argument("--no-browser", action="store_true", help="print the address only")
    p.set_defaults(run=run_dashboard)

    p = commands.add_parser("share", help="freeze a dashboard of articles and print its link")
    p.add_argument("files", nargs="+", metavar="FILE")
    p.add_argument("--title", help="the title of the shared page")
    p.add_argument("--days", type=float, help="after how many days the link runs out")
    p.add_argument("--database", help="the database of the running dashboard")
    p.add_argument("--base-url", default="http://localhost:8501", help="the address of the running dashboard")
    p.set_defaults(run=run_share)

    p = commands.add_parser("export", help="write a dashboard of articles as files")
    p.add_argument("files", nargs="+", metavar="FILE")
    p.add_argument("--to", required=True, metavar="FILE", help="name.html (opens offline), .json, .md or .zip")
    p.add_argument("--title", help="the title of the page")
    p.set_defaults(run=run_export)


def port(text: str) -> int:
    """A port number."""
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535; not {text!r}")
    return number


def run_dashboard(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    from dashboard.server import default_database, serve
    from dashboard.store import TooNew

    missing = [f for f in args.files if not Path(f).exists()]
    for name in missing:
        print(f"{name}: there is no such file. Check its name and folder", file=sys.stderr)
    if missing:
        return 2
    browser = not args.no_browser and _has_screen()
    try:
        return serve(args.files, args.host, args.port, args.database or default_database(), browser, args.base_url)
    except (OSError, TooNew) as error:
        print(f"The dashboard cannot start: {error}", file=sys.stderr)
        return 1


def _has_screen() -> bool:
    """Whether a browser could be seen here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_share(args: argparse.Namespace) -> int:
    """Freeze the articles in the database and print the link."""
    from dashboard.exports import dashboard_of, to_json
    from dashboard.report import report
    from dashboard.server import default_database, store

    board, failed = dashboard_of(args.files, args.title)
    if not board.articles:
        return 1
    place = store(args.database or default_database())
    token = place.share("shell", board.title, report(board), to_json(board), args.days)
    print(f"{args.base_url.rstrip('/')}/share/{token}")
    return failed


def run_export(args: argparse.Namespace) -> int:
    """Write one file of the kind its name asks for."""
    from dashboard.exports import KINDS, dashboard_of

    kind = Path(args.to).suffix.lstrip(".").lower()
    if kind not in KINDS:
        print(f"--to must end in {', '.join('.' + k for k in KINDS)}; not {args.to!r}", file=sys.stderr)
        return 2
    board, failed = dashboard_of(args.files, args.title)
    if not board.articles:
        return 1
    Path(args.to).write_bytes(KINDS[kind](board))
    print(args.to)
    return failed


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the exit code."""
    parser = argparse.ArgumentParser(
        prog="news-summariser", description="Drop in news articles: summaries, who said what, who did what and when."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_commands(commands)
    add_screens(commands)
    args = parser.parse_args(argv)
    speak_any_text()
    return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
