"""The dashboard in a notebook's cell.

from dashboard.notebook import show
panel = show(articles)     # articles, texts, file names; the samples when nothing is named
panel.article              # the one that is open, with what you put right in it
panel.articles             # all of them; .frame("quotes") is pandas
panel.keep()               # into the library that the tile "News summariser" shows; library() gets it back
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.notebook.handed import taken
from summariser.model import Article
from summariser.table import Articles

if TYPE_CHECKING:
    from dashboard.notebook.panel import Panel

__all__ = ["library", "show"]


def library() -> Articles[Article]:
    """The articles of the library that JupyterLab's tile "News summariser" shows, as you put them right, latest first;
    ``show(library())`` opens them here."""
    from dashboard.notebook.shelf import kept

    return kept()


def show(articles: Any = None) -> Panel:
    """The interactive dashboard in this cell: summary, quotes, timeline, speakers, two articles side by side, places
    to upload and paste more, and corrections.

    ``articles`` is an Article, a text or a file's name, or a list of these; with none it is the sample articles.
    The Panel that comes back holds what you make of them: ``panel.article``, ``panel.articles``.
    Raises UnreadableFile when a file cannot be read, ImportError when ipywidgets is missing.
    """
    try:
        from dashboard.notebook.panel import Panel
    except ImportError as error:
        raise ImportError(
            "The dashboard in a cell needs ipywidgets: pip install 'news-summariser[notebook]'"
        ) from error
    panel = Panel(taken(articles))
    panel.display()
    return panel
