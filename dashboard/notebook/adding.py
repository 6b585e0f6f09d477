"""More articles for the dashboard in a cell: a place to paste and a place to drop files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as w

import dashboard.markup as markup
from dashboard.notebook.handed import pasted, uploaded
from dashboard.notebook.parts import html, row, sided
from summariser.model import UnreadableFile

if TYPE_CHECKING:
    from dashboard.notebook.panel import Panel

KINDS = ".txt,.md,.html,.htm,.pdf,.docx,.eml,.json,.jsonl,.csv,.tsv,.xml,.rss,.zip"


class Adding:
    """A button that opens and closes the two places, and what came of the last thing added."""

    def __init__(self, panel: Panel) -> None:
        self.panel = panel
        self.button = w.ToggleButton(False, description="Add articles", icon="plus")
        self.files = w.FileUpload(accept=KINDS, multiple=True, description="Upload files", layout={"width": "auto"})
        hint = "Paste a news article here, as copied from its page"
        self.box = w.Textarea(placeholder=hint, rows=6, layout={"width": "auto"}, continuous_update=False)
        self.read = w.Button(description="Read it", button_style="primary")
        self.note = html("")
        self.places = w.VBox([self.box, row(self.read, self.files)], layout={"width": "100%"})
        self.widget = w.VBox([self.places, self.note], layout={"width": "100%"})
        self.button.observe(lambda change: self.show(bool(change["new"])), "value")
        self.read.on_click(lambda _: self.take_paste())
        self.files.observe(self.take_files, "value")

    def open(self, needed: bool) -> None:
        """Open when it is ``needed``, for there is nothing else to do; else leave it as it is."""
        self.button.value = self.button.value or needed
        self.show(self.button.value)

    def show(self, open: bool) -> None:
        """Open or close the places."""
        self.places.layout.display = "" if open else "none"

    def say(self, sentences: list[str]) -> None:
        """What went wrong; nothing clears the last words."""
        lines = "".join(f'<p class="ns-warning" role="alert">{markup.escape(s)}</p>' for s in sentences)
        self.note.value = sided(lines) if lines else ""

    def take_paste(self) -> None:
        """Read what was pasted and open it."""
        try:
            found = pasted(self.box.value)
        except UnreadableFile as error:
            return self.say([str(error)])
        self.say([])
        self.box.value, self.button.value = "", False
        return self.panel.add(found)

    def take_files(self, change: Any) -> None:
        """Read what was uploaded and open the first of it; the box is emptied, so that a file can come again."""
        if not change["new"]:
            return
        found, problems = uploaded(change["new"])
        self.files.value = ()
        self.say(problems)
        if found:
            self.button.value = False
            self.panel.add(found)
