"""The dashboard in a cell: which article is open, what was put right in it, and which tab is looked at.

Only the tab that is looked at is drawn, so that the cell is up at once.  Pictures go out as plotly's own JSON in an
output, not as plotly's FigureWidget: making the first of those costs seconds.
"""

from __future__ import annotations

from typing import Any

import ipywidgets as w

import dashboard.markup as markup
from dashboard.card import style
from dashboard.notebook.adding import Adding
from dashboard.notebook.parts import html, row, sided
from dashboard.notebook.righting import Righting
from dashboard.notebook.shelf import keep
from dashboard.notebook.tabs import Compare, Quotes, Speakers, Summary, Timeline
from dashboard.righting import guessed_before
from dashboard.theme import plural, title_of, told_apart
from summariser.correct import correct
from summariser.model import Article, Corrections
from summariser.table import Articles

TITLES = ("Summary", "Quotes", "Timeline", "Speakers", "Compare")


class Panel:
    """The dashboard in a cell.  ``article`` is the one that is open, as you put it right; ``articles`` are all."""

    def __init__(self, articles: list[Article]) -> None:
        self._originals: list[Article] = []
        self._corrections: list[Corrections] = []
        self._righted: list[Article] = []
        self._shown_in: object = None
        self._offering = False
        self._tabs = [Summary(self), Quotes(self), Timeline(self), Speakers(self), Compare(self)]
        self._righting = Righting(self)
        self._adding = Adding(self)
        self._picker = w.Dropdown(description="Article", layout={"width": "auto", "flex": "1 1 20rem"})
        self._head = html("")
        self._board = w.Tab([tab.widget for tab in self._tabs], titles=TITLES, layout={"width": "100%"})
        self._body = w.VBox([self._head, self._board, self._righting.widget], layout={"width": "100%"})
        self.widget = w.VBox(
            [html(style()), row(self._picker, self._adding.button), self._adding.widget, self._body],
            layout={"width": "100%", "max_width": "78rem", "overflow": "visible"},
        )
        self.add(articles, 0)
        self._picker.observe(lambda change: None if self._offering else self.redraw(), "value")
        self._board.observe(lambda change: self._draw_tab(), "selected_index")

    @property
    def article(self) -> Article | None:
        """The article that is open, with what you put right; None while there is none."""
        return self._righted[self.at] if self._righted else None

    @property
    def articles(self) -> Articles[Article]:
        """All articles, with what you put right in each."""
        return Articles(self._righted)

    @property
    def corrections(self) -> Corrections:
        """What you put right in the open article, for ``ns.correct``."""
        return self._corrections[self.at] if self._corrections else Corrections()

    @property
    def original(self) -> Article:
        """The open article as the program read it."""
        return self._originals[self.at]

    @property
    def at(self) -> int:
        """The number of the open article."""
        return int(self._picker.value or 0)

    def add(self, articles: list[Article], open_at: int | None = None) -> None:
        """More articles; the first new one is opened.  What is here already is only opened."""
        known = {(a.text, a.published): n for n, a in enumerate(self._originals)}
        for article in articles:
            if (article.text, article.published) not in known:
                known[article.text, article.published] = len(self._originals)
                self._originals.append(article)
                self._corrections.append(Corrections())
                self._righted.append(article)
        first = known[articles[0].text, articles[0].published] if articles else 0
        self._offer(first if open_at is None else open_at)

    def correct(self, corrections: Corrections) -> None:
        """Put these corrections, and only these, to the open article; every number and picture follows."""
        self._corrections[self.at] = corrections
        self._righted[self.at] = correct(self.original, corrections)
        self._offer(self.at)

    def keep(self) -> str:
        """Put all articles, with what you put right in each, into the library that JupyterLab's tile shows."""
        return f"{plural(keep(self._originals, self._corrections), 'article')} in the library"

    def guessed_before(self) -> dict[int, str]:
        """For quotes that were put right: whom the program had named."""
        return guessed_before(self.original, self._righted[self.at])

    def names(self) -> dict[str, str]:
        """What menus call the articles, by their number."""
        return told_apart({str(n): title_of(a) for n, a in enumerate(self._righted)}, 90)

    def _offer(self, open_at: int) -> None:
        """The articles in the menu, one of them open."""
        options = [(name, int(n)) for n, name in self.names().items()]
        self._offering = True
        self._picker.options = options
        if options:
            self._picker.value = open_at
        self._offering = False
        self.redraw()

    def redraw(self) -> None:
        """Everything anew that is looked at; the rest when it is."""
        article = self.article
        self._body.layout.display = "" if article else "none"
        self._adding.open(not article)
        if article is None:
            return
        warned = "".join(f'<p class="ns-warning">{markup.escape(text)}</p>' for text in article.warnings)
        facts = f'<p class="ns-small">{markup.facts(article)}</p>'
        self._head.value = sided(f'<div class="ns-title">{markup.escape(title_of(article))}</div>{facts}{warned}')
        for tab in self._tabs:
            tab.stale = True
        self._righting.draw(article)
        self._draw_tab()

    def _draw_tab(self) -> None:
        tab = self._tabs[self._board.selected_index or 0]
        article = self.article
        if tab.stale and article is not None:
            tab.draw(article)
            tab.stale = False

    def display(self) -> None:
        """Show it in the cell that is running; outside a notebook nothing happens."""
        shell = _shell()
        if shell is not None:
            from IPython.display import display

            self._shown_in = shell.execution_count
            display(self.widget)

    def _ipython_display_(self) -> None:
        """As the last line of a cell; ``show`` has shown it in its own cell already."""
        shell = _shell()
        if shell is None or self._shown_in != shell.execution_count:
            self.display()

    def __repr__(self) -> str:
        opened = f", open: {title_of(self.article)!r}" if self.article else ""
        return f"<the dashboard of {plural(len(self._righted), 'article')}{opened}>"


def _shell() -> Any:
    """The notebook's shell, None elsewhere."""
    from IPython.core.getipython import get_ipython

    return get_ipython()
