"""Dashboard -> bytes of a file: one offline HTML page, JSON of the public contract, Markdown, or a ZIP of all."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable

import dashboard.tables as tables
from dashboard.report import corrected, report
from dashboard.theme import plural, title_of
from summariser.cli import documents
from summariser.codec import encode
from summariser.model import Article, Dashboard, UnreadableFile
from summariser.read import read
from summariser.summary import summarise


def dashboard_of(files: list[str], title: str | None) -> tuple[Dashboard, int]:
    """The articles of these files; files that cannot be read are named on standard error and make the number 1."""
    articles: list[Article] = []
    failed = 0
    for document in documents(files):
        if isinstance(document, UnreadableFile):
            print(document, file=sys.stderr)
            failed = 1
        else:
            articles.append(read(document.text, document.published, document=document))
    name = title or (title_of(articles[0]) if len(articles) == 1 else plural(len(articles), "article"))
    return Dashboard(name, tuple(articles)), failed


def to_json(board: Dashboard) -> str:
    """The articles as the public contract writes them."""
    choices = dict(board.choices)
    length, algorithm = int(choices.get("sentences", "5")), choices.get("algorithm", "news")
    rows = [encode(a, summarise(a, algorithm, sentences=length)) for a in corrected(board)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def to_markdown(board: Dashboard) -> str:
    """Summary, quotes and events of each article as Markdown."""
    choices = dict(board.choices)
    length, algorithm = int(choices.get("sentences", "5")), choices.get("algorithm", "news")
    parts = [f"# {board.title}"]
    for article in corrected(board):
        picks = tables.summary(article, summarise(article, algorithm, sentences=length))
        parts += [f"## {title_of(article)}", "### Summary", *(f"- {row['Sentence']}" for row in picks)]
        parts += [
            "### Quotes",
            *(f"- **{q['Speaker'] or 'Nobody named'}**: {q['Words']}" for q in tables.quotes(article)),
        ]
        parts += ["### Timeline", *(f"- {a['When']} ({a['Status']}): {a['What']}" for a in tables.actions(article))]
    return "\n\n".join(parts).replace("\n\n- ", "\n- ") + "\n"


def to_zip(board: Dashboard) -> bytes:
    """Everything in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dashboard.html", _bytes(report(board, offline=True)))
        archive.writestr("articles.json", _bytes(to_json(board)))
        archive.writestr("dashboard.md", _bytes(to_markdown(board)))
        for i, article in enumerate(corrected(board), 1):
            for name, rows in (
                ("quotes", tables.quotes(article)),
                ("events", tables.actions(article)),
                ("speakers", tables.speakers(article)),
            ):
                archive.writestr(f"{i}-{name}.csv", csv_bytes(rows))
    return out.getvalue()


def csv_bytes(rows: list[tables.Row]) -> bytes:
    """CSV with the mark that tells spreadsheets it is UTF-8."""
    return b"\xef\xbb\xbf" + _bytes(tables.to_csv(rows))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


KINDS: dict[str, Callable[[Dashboard], bytes]] = {
    "html": lambda board: _bytes(report(board, offline=True)),
    "json": lambda board: _bytes(to_json(board)),
    "md": lambda board: _bytes(to_markdown(board)),
    "zip": to_zip,
}
