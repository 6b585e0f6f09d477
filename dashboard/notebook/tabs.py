"""The tabs of the dashboard in a cell: each draws one article when it is looked at."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import ipywidgets as w

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.compared import aligned, findings, words
from dashboard.events import event_list
from dashboard.figures import dispersion, prominence, quotes_per_speaker, room, timeline, together
from dashboard.notebook.parts import columns, html, outputs, pane, place, row, sided
from dashboard.pictures.lanes import FEW, chosen
from dashboard.theme import OTHER, algorithm_name, colours, leading, plural, shorten
from summariser.compare import compare
from summariser.measure import events
from summariser.model import Article, Quote
from summariser.summary import SUMMARISERS, summarise

if TYPE_CHECKING:
    from dashboard.notebook.panel import Panel

USUAL, MOST = 5, 15


class Tab:
    """A part of the dashboard: ``draw`` puts an article on its ``widget``; ``stale`` says that it should."""

    def __init__(self, panel: Panel) -> None:
        self.panel, self.stale, self.place = panel, True, place()
        self.pictures = w.Output(layout={"width": "100%"})
        self.answers, self.text = html(""), html("")
        self.widget: Any = w.VBox([self.pictures, columns(self.answers, self.text)])

    def draw(self, article: Article) -> None:
        """Put ``article`` on the screen."""
        raise NotImplementedError

    def put(self, answers: str, text: str = "") -> None:
        """The two halves of the tab, their links leading to one another."""
        self.answers.value = sided(answers, self.place)
        self.text.value = sided(text, self.place)


class Summary(Tab):
    """The chosen sentences, as many as the slider says, and where they stand."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        wide = {"width": "auto", "flex": "1 1 16rem"}
        self.slider = w.IntSlider(USUAL, 1, MOST, description="Sentences", layout=wide)
        names = sorted(SUMMARISERS, key=lambda a: (a != "news", a))
        self.by = w.Dropdown(options=[(algorithm_name(n), n) for n in names], description="Chosen by", layout=wide)
        self.widget = w.VBox([row(self.slider, self.by), columns(self.answers, self.text)])
        for control in (self.slider, self.by):
            control.observe(self._again, "value")

    def _again(self, _change: object) -> None:
        if self.panel.article is not None:
            self.draw(self.panel.article)

    def draw(self, article: Article) -> None:
        picks = summarise(article, self.by.value, sentences=self.slider.value)
        tally = f"{plural(len(picks), 'sentence')} of {len(article.sentences)}, word for word and in the story’s order."
        note = tally if article.sentences else "No sentence of a story was found in this text."
        self.put(
            f'<p class="ns-small">{note}</p>{markup.summary_list(article, picks)}',
            pane(markup.page(article, markup.summary_marks(article, picks)), "Yellow: the sentences of the summary."),
        )


class Quotes(Tab):
    """Who said what, by speaker."""

    def draw(self, article: Article) -> None:
        self.pictures.outputs = outputs([quotes_per_speaker(article)] if article.quotes else [])
        self.put(
            self.cards(article),
            pane(
                markup.page(article, markup.quote_marks(article)),
                "Underlined: the words said, in the speaker’s colour.",
            ),
        )

    def cards(self, article: Article) -> str:
        """The quotes under their speakers, in the order of their first word."""
        names, hue, was = tables.names(article), colours([article]), self.panel.guessed_before()
        groups: dict[int | None, list[tuple[int, Quote]]] = defaultdict(list)
        for number, quote in enumerate(article.quotes, 1):
            groups[quote.speaker].append((number, quote))
        made = []
        for who, quotes in groups.items():
            name = names.get(who) or "Speaker not found"
            colour = hue.get(name, OTHER)
            swatch = f'<span class="ns-swatch" style="--who:{colour}"></span>'
            made.append(f"<h4>{swatch}{markup.escape(leading(name))}</h4>")
            made.append(markup.quote_cards(article, quotes, colour, was))
        return "".join(made) or '<p class="ns-small">Nobody is quoted in this story, as far as the program sees.</p>'


class Timeline(Tab):
    """Who did what when."""

    def draw(self, article: Article) -> None:
        self.pictures.outputs = outputs([timeline(article)])
        drawn = {p.number for p in chosen(article, FEW)}
        numbered = list(enumerate(events(article), 1))
        told, rest = [p for p in numbered if p[0] in drawn], [p for p in numbered if p[0] not in drawn]
        made = f"<h4>Events in order of time</h4>{event_list(article, told)}" if told else ""
        if rest:
            fold = f"<summary>{plural(len(rest), 'lesser event')}</summary>{event_list(article, rest)}"
            made += f"<details{'' if told else ' open'}>{fold}</details>"
        self.put(made, pane(markup.page(article, markup.event_marks(article)), "Underlined: events. Grey: dates."))


class Speakers(Tab):
    """How much room each person is given, and where."""

    def draw(self, article: Article) -> None:
        rows = tables.speakers(article)
        drawn = [quotes_per_speaker(article), prominence(article), dispersion(article)] if rows else []
        self.pictures.outputs = outputs(drawn)
        marks = [*markup.mention_marks(article), *markup.quote_marks(article)]
        self.put(
            markup.table(rows) if rows else '<p class="ns-small">Nobody is named in this story.</p>',
            pane(markup.page(article, marks), "Marked: mentions and quotes, in each person’s colour."),
        )


class Compare(Tab):
    """The open article beside another one."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self.other = w.Dropdown(description="beside", layout={"width": "auto", "max_width": "44rem"})
        self.top = html("")
        self.widget = w.VBox([self.other, self.top, self.pictures, columns(self.answers, self.text)])
        self.offering = False
        self.other.observe(self._again, "value")

    def _again(self, _change: object) -> None:
        if not self.offering and self.panel.article is not None:
            self.set_side_by_side(self.panel.article)

    def draw(self, article: Article) -> None:
        options = [(name, int(n)) for n, name in self.panel.names().items() if int(n) != self.panel.at]
        before = self.other.value
        self.offering = True
        self.other.options = options
        if options:
            numbers = [n for _, n in options]
            self.other.value = before if before in numbers else numbers[0]
        self.offering = False
        self.other.layout.display = "" if options else "none"
        if not options:
            self.pictures.outputs, self.top.value = (), ""
            return self.put('<p class="ns-small">Comparing needs two articles: add another one above.</p>')
        return self.set_side_by_side(article)

    def set_side_by_side(self, article: Article) -> None:
        """What stands out, the one summary of both, and both texts with the proof."""
        found = compare((article, self.panel.articles[self.other.value]))
        self.top.value = sided(
            f"<h4>What stands out</h4>{findings.findings(found)}<h4>One summary of both</h4>{findings.summary(found)}"
            f"<h4>Sentence beside sentence</h4>{aligned.aligned(found)}",
            self.place,
        )
        self.pictures.outputs = outputs([room(found), together(found)])
        halves = [
            f"<h4>{markup.escape(shorten(found.articles[n].title or 'Without a title', 90))}</h4>"
            + pane(words.side(found, n), "Outlined: what stands out. Grey: the other article says it too.")
            for n in range(2)
        ]
        self.put(*halves)
