"""Dashboard -> bytes of a file: one offline HTML page, JSON of the public contract, Markdown, or a ZIP of all."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable

import dashboard.tables as tables
from dashboard.lengths import chosen_summary
from dashboard.report import corrected, report
from dashboard.theme import plural, title_of
from summariser.cli import documents
from summariser.codec import encode_corrected
from summariser.model import Article, Corrections, Dashboard, UnreadableFile
from summariser.read import read


def dashboard_of(files: list[str], title: str | None) -> tuple[Dashboard, int]:
    """The articles of these files; files that cannot be read are named on standard error and make the number 1."""
    articles: list[Article] = []
    corrections: list[Corrections] = []
    failed = 0
    for document in documents(files):
        if isinstance(document, UnreadableFile):
            print(document, file=sys.stderr)
            failed = 1
        else:
            articles.append(read(document.text, document.published, document=document))
            corrections.append(document.corrections)
    name = title or (title_of(articles[0]) if len(articles) == 1 else plural(len(articles), "article"))
    return Dashboard(name, tuple(articles), tuple(corrections)), failed


def to_json(board: Dashboard) -> str:
    """The articles as the public contract writes them, with what was put right: reading it in again gives it back."""
    choices = dict(board.choices)
    put_right = board.corrections or (Corrections(),) * len(board.articles)
    rows = [
        encode_corrected(shown, chosen_summary(shown, choices), plain, corrections)
        for shown, plain, corrections in zip(corrected(board), board.articles, put_right, strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def to_markdown(board: Dashboard) -> str:
    """Summary, quotes and events of each article as Markdown."""
    choices = dict(board.choices)
    parts = [f"# {board.title}"]
    for article in corrected(board):
        picks = tables.summary(article, chosen_summary(article, choices))
        parts += [f"## {title_of(article)}", "### Summary", *(f"- {row['Sentence']}" for row in picks)]
        parts += [
            "### Quotes",
            *(f"- **{q['Speaker'] or 'Nobody named'}**: {q['Words']}" for q in tables.quotes(article)),
        ]
        parts += ["### Timeline", *(f"- {a['When']} ({a['Status']}): {a['What']}" for a in tables.actions(article))]
    return "\n\n".join(parts).replace("\n\n- ", "\n- ") + "\n"


TABLES: dict[str, Callable[[Article], list[tables.Row]]] = {
    "quotes": tables.quotes,
    "events": tables.actions,
    "speakers": tables.speakers,
}


def to_table(board: Dashboard, name: str) -> bytes:
    """One of ``TABLES`` over all articles as CSV; the first column says which article a row is of."""
    rows: list[tables.Row] = [
        {"Article": title_of(article), **row} for article in corrected(board) for row in TABLES[name](article)
    ]
    return csv_bytes(rows)


def to_zip(board: Dashboard) -> bytes:
    """Everything in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dashboard.html", _bytes(report(board, offline=True)))
        archive.writestr("articles.json", _json_bytes(board))
        archive.writestr("dashboard.md", _bytes(to_markdown(board)))
        for name in TABLES:
            archive.writestr(f"{name}.csv", to_table(board, name))
    return out.getvalue()


def csv_bytes(rows: list[tables.Row]) -> bytes:
    """CSV with the mark that tells spreadsheets it is UTF-8."""
    return b"\xef\xbb\xbf" + _bytes(tables.to_csv(rows))


def _json_bytes(board: Dashboard) -> bytes:
    """JSON in UTF-8; half a character (a lone surrogate) as its escape, which JSON reads back."""
    return to_json(board).encode("utf-8", "backslashreplace")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


KINDS: dict[str, Callable[[Dashboard], bytes]] = {
    "html": lambda board: _bytes(report(board, offline=True)),
    "json": _json_bytes,
    "md": lambda board: _bytes(to_markdown(board)),
    "csv": lambda board: to_table(board, "quotes"),
    "zip": to_zip,
}
