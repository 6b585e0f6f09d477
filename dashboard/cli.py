"""news-summariser: the reading engine's commands, and dashboard, notebook, share, shares, export, backup and restore.

Screens are imported only by the commands that need them, so ``read`` starts without them.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.cli import NAMES_HELP, add_commands, names_model, speak_any_text
from summariser.inputs.limits import configured

if TYPE_CHECKING:
    from dashboard.store import Store

PASSWORD = "NEWS_SUMMARISER_SHARE_PASSWORD"
SHELL = "shell"  # under this name the library keeps what is shared from here


def add_screens(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Put ``dashboard``, ``share`` and the rest under ``commands``."""
    p = commands.add_parser("dashboard", help="read articles in a browser")
    p.add_argument("files", nargs="*", metavar="FILE", help="articles, or folders of them (else the samples)")
    p.add_argument("--port", type=port, default=8501, help="the port (the next free one when it is taken)")
    p.add_argument("--host", default="127.0.0.1", help="the address to listen on; 0.0.0.0 lets other computers in")
    p.add_argument("--base-url", type=web_address, help="the address that visitors type, for a server behind a proxy")
    p.add_argument("--shared-library", action="store_true", help="one library for all visitors (else one each)")
    p.add_argument("--names", type=names_model, metavar="spacy:MODEL", help=NAMES_HELP)
    p.add_argument("--no-browser", action="store_true", help="print the address only")
    _database(p, run_dashboard)

    p = commands.add_parser("notebook", help="start JupyterLab on notebooks that show how it is done")
    p.add_argument("--to", default="news-notebooks", metavar="FOLDER", help="where the copies of the notebooks go")
    p.add_argument("--port", type=port, default=8888, help="the port (the next free one when it is taken)")
    p.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    p.add_argument("--no-browser", action="store_true", help="print the address only")
    p.add_argument("--allow-root", action="store_true", help="run as root, which JupyterLab else refuses")
    p.set_defaults(run=run_notebook)

    p = commands.add_parser("share", help="freeze a dashboard of articles and print its link")
    p.add_argument("files", nargs="+", metavar="FILE", help="articles, or an exported dashboard (.json)")
    p.add_argument("--title", help="the title of the shared page")
    p.add_argument("--days", type=days, help="after how many days the link runs out")
    p.add_argument("--password", action="store_true", help=f"ask for a password (or take it from {PASSWORD})")
    p.add_argument("--base-url", type=web_address, default="http://localhost:8501", help="the dashboard's address")
    _database(p, run_share)

    p = commands.add_parser("shares", help="list the links made by `share`, or close them")
    p.add_argument(
        "--revoke", metavar="NAME", nargs="+", help="close these links for good (a name of the list, or all)"
    )
    _database(p, run_shares)

    p = commands.add_parser("export", help="write a dashboard of articles as files")
    p.add_argument("files", nargs="+", metavar="FILE", help="articles, or an exported dashboard (.json)")
    p.add_argument("--to", required=True, metavar="FILE", help="name.html (opens offline), .json, .md, .csv or .zip")
    p.add_argument("--title", help="the title of the page")
    tables = ["quotes", "events", "speakers"]
    p.add_argument("--table", choices=tables, default="quotes", help="which table a .csv holds (a .zip holds all)")
    p.set_defaults(run=run_export)

    for name, told, run in (
        ("backup", "write library and shares to one file, while the server runs", run_backup),
        ("restore", "bring what a backup holds back into a database", run_restore),
    ):
        p = commands.add_parser(name, help=told)
        p.add_argument("file", metavar="FILE", help="the backup, name.zip")
        _database(p, run)


def _database(parser: argparse.ArgumentParser, run: object) -> None:
    """The option that names the database, and what the command does."""
    parser.add_argument("--database", help="the file, or postgresql:// address, that keeps library and shares")
    parser.set_defaults(run=run)


def port(text: str) -> int:
    """A port number."""
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535; not {text!r}")
    return number


def days(text: str) -> float:
    """A number of days, a part of one too."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= 36500:
        raise argparse.ArgumentTypeError(f"days are a number from 0 to 36500, as 7 or 0.5; not {text!r}")
    return number


def web_address(text: str) -> str:
    """The address of a server, with its path where it has one."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        fine = False
    if not fine:
        raise argparse.ArgumentTypeError(f"an address looks like https://news.example/desk; not {text!r}")
    return text.rstrip("/")


def run_dashboard(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    from dashboard.server import serve
    from dashboard.settings import NAMES
    from dashboard.views import warm

    missing = [f for f in args.files if not Path(f).exists()]
    for name in missing:
        print(f"{name}: there is no such file. Check its name and folder", file=sys.stderr)
    if missing:
        return 2
    store = opened(args)
    if store is None:
        return 1
    os.environ[NAMES] = args.names or ""
    browser = not args.no_browser and _has_screen()
    place = args.database or _default()
    try:
        return serve(args.files, args.host, args.port, place, browser, args.base_url, args.shared_library, warm.begin)
    except OSError as error:
        print(f"The dashboard cannot start: {error}", file=sys.stderr)
        return 1


def _has_screen() -> bool:
    """Whether a browser could be seen here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _default() -> str:
    from dashboard.settings import DATABASE, default_database

    return os.environ.get(DATABASE) or default_database()


def opened(args: argparse.Namespace) -> Store | None:
    """The database that was named; None, and a sentence on standard error, when it cannot be used."""
    from dashboard.settings import store
    from dashboard.store import TooNew, Unusable

    try:
        return store(args.database or _default())
    except (OSError, TooNew, Unusable) as error:
        print(f"{args.parser_name}: {error}", file=sys.stderr)
        return None


def run_notebook(args: argparse.Namespace) -> int:
    """JupyterLab until stopped."""
    from dashboard.lab import start

    return start(Path(args.to), args.host, args.port, not args.no_browser, args.allow_root)


def run_share(args: argparse.Namespace) -> int:
    """Freeze the articles in the database and print the link."""
    from dashboard.exports import dashboard_of, to_json
    from dashboard.report import report, scripts

    place = opened(args)
    if place is None:
        return 1
    board, failed = dashboard_of(args.files, args.title)
    if not board.articles:
        return 1
    password = asked_password() if args.password else None
    if password == "":
        print("share: an empty password protects nothing; type one, or leave --password out", file=sys.stderr)
        return 2
    token = place.share(SHELL, board.title, report(board), to_json(board), args.days, password, scripts())
    print(f"{args.base_url}/share/{token}")
    return failed


def asked_password() -> str:
    """The password from the environment, else typed unseen: never from the command line, which others can read."""
    import getpass

    told = os.environ.get(PASSWORD)
    try:
        return told if told is not None else getpass.getpass("Password of the shared page: ")
    except EOFError:
        return ""


def run_shares(args: argparse.Namespace) -> int:
    """Print the links that were made from the shell, or close some."""
    from datetime import datetime

    place = opened(args)
    if place is None:
        return 1
    listed = place.shares(SHELL)
    for wanted in args.revoke or ():
        found = [s for s in listed if wanted == "all" or s.hash.startswith(wanted)]
        if not found or (len(found) > 1 and wanted != "all"):
            print(f"shares: no one link is called {wanted!r}; `news-summariser shares` lists them", file=sys.stderr)
            return 1
        for share in found:
            place.revoke(SHELL, share.hash)
    for share in place.shares(SHELL):
        made = datetime.fromtimestamp(share.created).strftime("%Y-%m-%d %H:%M")
        lock = "password" if share.locked else "no password"
        print(f"{share.hash[:10]}  {made}  {share.state:7}  seen {share.views}  {lock}  {share.title}")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write one file of the kind its name asks for."""
    from dashboard.exports import KINDS, dashboard_of, to_table

    kind = Path(args.to).suffix.lstrip(".").lower()
    if kind not in KINDS:
        print(f"--to must end in {', '.join('.' + k for k in KINDS)}; not {args.to!r}", file=sys.stderr)
        return 2
    board, failed = dashboard_of(args.files, args.title)
    if not board.articles:
        return 1
    try:
        made = to_table(board, args.table) if kind == "csv" else KINDS[kind](board)
        Path(args.to).write_bytes(made)
    except OSError as error:
        print(f"export: {args.to} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(args.to)
    return failed


def run_backup(args: argparse.Namespace) -> int:
    """Copy everything out of the database."""
    from dashboard.store.backup import back_up

    place = opened(args)
    if place is None:
        return 1
    try:
        counts = back_up(place, Path(args.file))
    except OSError as error:
        print(f"backup: {args.file} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{args.file}: {counts['articles']} articles, {counts['shares']} shares")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """Copy everything that is missing into the database."""
    from dashboard.store import TooNew
    from dashboard.store.backup import NoBackup, restore

    place = opened(args)
    if place is None:
        return 1
    try:
        counts = restore(place, Path(args.file))
    except (NoBackup, TooNew) as error:
        print(f"restore: {error}", file=sys.stderr)
        return 1
    print(f"{args.file}: {counts['articles']} articles and {counts['shares']} shares were missing and came back")
    return 0


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the exit code."""
    parser = argparse.ArgumentParser(
        prog="news-summariser", description="Drop in news articles: summaries, who said what, who did what and when."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="parser_name")
    add_commands(commands)
    add_screens(commands)
    args = parser.parse_args(argv)
    try:
        configured()
    except ValueError as error:
        parser.error(str(error))
    speak_any_text()
    try:
        code = int(args.run(args))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads along, such as ``head``, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
