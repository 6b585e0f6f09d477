"""Corrections in a cell: another speaker, no quote, and the way back of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as w

import dashboard.markup as markup
from dashboard.notebook.parts import html, row, sided
from dashboard.righting import NOBODY, added, possible_speakers, quote_name, told, without
from dashboard.theme import because, plural, sure
from summariser.model import Article, Corrections

if TYPE_CHECKING:
    from dashboard.notebook.panel import Panel

WIDE = {"width": "auto", "flex": "1 1 18rem"}


class Righting:
    """A fold with the form, and above it what was put right."""

    def __init__(self, panel: Panel) -> None:
        self.panel, self.drawing = panel, False
        self.quote = w.Dropdown(description="Quote", layout=WIDE)
        self.who = w.Combobox(description="Said by", ensure_option=False, layout=WIDE, placeholder=NOBODY)
        self.why = html("")
        self.set = w.Button(description="Set the speaker")
        self.none = w.Button(description="This is no quote")
        form = w.VBox([row(self.quote, self.who), self.why, row(self.set, self.none)])
        self.fold = w.Accordion([form], titles=["Something wrong? Put a quote right"], selected_index=None)
        self.list = w.VBox([])
        self.widget = w.VBox([self.list, self.fold], layout={"width": "100%"})
        self.quote.observe(lambda change: self.explain(), "value")
        self.set.on_click(lambda _: self.set_speaker())
        self.none.on_click(lambda _: self.put("not_quotes", self.start()))

    def draw(self, article: Article) -> None:
        """The form and the list for ``article``."""
        before = self.quote.value
        self.drawing = True
        self.quote.options = [(quote_name(article, n), n) for n in range(1, len(article.quotes) + 1)]
        if article.quotes:
            self.quote.value = min(before or 1, len(article.quotes))
        self.who.options = possible_speakers(article)
        self.drawing = False
        self.fold.layout.display = "" if article.quotes else "none"
        self.list.children = self.undoings()
        self.explain()

    def explain(self) -> None:
        """The guess of the chosen quote and why it was made."""
        article, number = self.panel.article, self.quote.value
        if self.drawing or article is None or not number:
            return
        quote = article.quotes[number - 1]
        self.who.value = next((a.name for a in article.actors if a.id == quote.speaker), NOBODY)
        why = markup.escape(f"Why: {because(quote.rule)}; {sure(quote.confidence)}.")
        self.why.value = sided(f'<p class="ns-small">{why}</p>')

    def start(self) -> int:
        """Where the chosen quote begins, by which corrections know it."""
        article = self.panel.article
        assert article is not None
        return int(article.quotes[self.quote.value - 1].parts[0].start)

    def set_speaker(self) -> None:
        """Give the chosen quote to whoever was chosen or typed."""
        name = " ".join(str(self.who.value).split())
        self.put("speakers", (self.start(), None if name in ("", NOBODY) else name))

    def put(self, field: str, entry: Any) -> None:
        """Add one correction."""
        self.panel.correct(added(self.panel.corrections, field, entry))

    def undoings(self) -> list[Any]:
        """What was put right, each with its way back."""
        made = self.panel.corrections
        if made == Corrections():
            return []
        rows = told(made, self.panel.original)
        lines = [html(sided(f"<b>You put right {plural(len(rows), 'thing')}</b>"))]
        for sentence, field, place in rows:
            undo = w.Button(description="Undo", layout={"width": "5rem"})
            undo.on_click(lambda _, field=field, place=place: self.panel.correct(without(made, field, place)))
            lines.append(row(undo, html(sided(markup.escape(sentence)))))
        return lines
