"""Articles -> pictures (plotly graph_objects): drawn once here for the app, the shared page, exports and notebooks.

Each function gives a ``Picture``: the figure and, beside it, a title that states the finding, words for those who
cannot see it, and what is counted.  Colours of text and page are left to the place that shows it, light or dark.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.markup import escape
from dashboard.theme import LINE, OTHER, colours, leading, percent, plural, shorten
from summariser.compare.findings import label as label_of
from summariser.comparison import Comparison
from summariser.measure import Presence, speakers, utterances
from summariser.model import Article

ROW = 46
GAP = "white"  # between blocks; whoever shows a picture on a dark page puts the page's colour there
BAR = {"color": OTHER, "width": 4}
PLAIN = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
QUOTE_MEANS = (
    "A quote is one utterance in quotation marks, however many paragraphs it runs over; its width is its words. "
    "Speech reported in other words is not counted."
)
MENTION_MEANS = (
    "A mention is one place in the story that stands for the person: a name, a description such as “the minister”, "
    "or a pronoun such as “she”."
)
PLACE_MEANS = "Position is how far down the story something stands: 0 % is its first word, 100 % its last."


# The pictures leave the colour of their words to the page; in a notebook a rule gives them the page's own.
INK = (
    "<style>.js-plotly-plot .main-svg > :not(.hoverlayer) text { fill: var(--jp-content-font-color1, currentColor) "
    "!important; } .js-plotly-plot .main-svg { background: none !important; }</style>"
)


class Picture(NamedTuple):
    """A figure with the words that belong to it; in a notebook it shows itself, ``figure`` is the plotly Figure."""

    name: str
    title: str
    figure: go.Figure
    alt: str
    means: str

    def _ipython_display_(self) -> None:
        """Title, figure and what is counted, as three outputs of a cell.  The figure goes out as plotly's own JSON,
        which the notebook's plotly draws: no script in the notebook's file and none from elsewhere."""
        from IPython.display import display

        display({"text/html": f"{INK}<b>{escape(self.title)}</b>", "text/plain": self.title}, raw=True)
        if self.figure.data:
            shown = json.loads(self.figure.to_json()) | {"config": PLAIN}
            display({"application/vnd.plotly.v1+json": shown, "text/plain": self.alt}, raw=True)
        means = f"<details><summary>What is counted?</summary>{escape(self.means)}</details>"
        display({"text/html": means, "text/plain": self.means}, raw=True)


def canvas(rows: int, **axes: object) -> go.Figure:
    """An empty figure as high as ``rows`` of bars ask for, without grid, buttons or legend."""
    figure = go.Figure()
    figure.update_layout(
        height=70 + ROW * max(rows, 1),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"align": "left"},
        dragmode=False,
        bargap=0.35,
        **axes,
    )
    figure.update_xaxes(showgrid=False, zeroline=False, fixedrange=True, automargin=True)
    figure.update_yaxes(showgrid=False, zeroline=False, fixedrange=True, automargin=True)
    return figure


def label(name: str) -> str:
    """A name for a narrow margin: broken in two lines, cut when too long for those."""
    words = leading(shorten(name, 34)).split()
    if len(words) < 2 or len(" ".join(words)) <= 14:
        return " ".join(words)
    halves = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return "<br>".join(min(halves, key=lambda pair: max(map(len, pair))))


def wrap(text: str, width: int = 52) -> str:
    """Text for a hover box, in lines; plotly reads a little HTML, so what is article text is made plain."""
    lines, line = [], ""
    for word in text.replace("&", "&amp;").replace("<", "&lt;").split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join([*lines[:9], line if len(lines) < 10 else "…"])


def people_axis(figure: go.Figure, people: Sequence[Presence | str]) -> None:
    """One row a person, the first on top."""
    names = [p if isinstance(p, str) else p.name for p in people]
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[wrap(label(n).replace("<br>", " \x00 "), 99).replace(" \x00 ", "<br>") for n in names],
        range=[len(names) - 0.4, -0.6],
        ticks="",
        ticklabelstandoff=6,
    )


def quotes_per_speaker(article: Article) -> Picture:
    """Stacked bars: one block a quote, as wide as it has words."""
    people = [p for p in speakers(article) if p.quotes]
    rows = {p.actor: i for i, p in enumerate(people)}
    hue = colours([article])
    figure = canvas(len(people))
    for said in utterances(article):
        if said.speaker in rows:
            words = " … ".join(article.text[s.start : s.end] for s in said.spans)
            figure.add_bar(
                x=[said.words],
                y=[rows[said.speaker]],
                orientation="h",
                marker={
                    "color": hue.get(people[rows[said.speaker]].name, OTHER),
                    "line": {"color": GAP, "width": 2},
                },
                hovertemplate=f"“{wrap(words)}”<br>{plural(said.words, 'word')}<extra></extra>",
                customdata=[[f"q{said.quotes[0]}"]],
            )
    for i, p in enumerate(people):
        note = f"{plural(p.quotes, 'quote')}<br><span style='font-size:11px'>{plural(p.words, 'word')}</span>"
        figure.add_annotation(x=p.words, y=i, text=note, xanchor="left", align="left", xshift=6, showarrow=False)
    figure.update_layout(barmode="stack")
    most = max((p.words for p in people), default=1)
    figure.update_xaxes(visible=False, range=[0, most * 2])
    people_axis(figure, people)
    told = "; ".join(f"{p.name} {plural(p.quotes, 'quote')}, {plural(p.words, 'word')}" for p in people)
    return Picture("quotes", leading(quotes_title(people)), figure, f"Bars of words quoted. {told}.", QUOTE_MEANS)


def quotes_title(people: list[Presence]) -> str:
    """The finding of the quotes picture."""
    if not people:
        return "Nobody is quoted word for word"
    total = sum(p.words for p in people)
    if len(people) == 1:
        return f"{people[0].name} is the only one quoted"
    share = people[0].words / total if total else 0
    tied = people[0].words == people[1].words
    if tied:
        return f"{people[0].name} and {people[1].name} are quoted most, with {plural(people[0].words, 'word')} each"
    return f"{people[0].name} is quoted most: {percent(share)} of all words quoted"


def prominence(article: Article) -> Picture:
    """Stacked bars of mentions: by name, by description, by pronoun."""
    people = sorted(speakers(article), key=lambda p: -p.mentions)
    hue = colours([article])
    figure = canvas(len(people))
    kinds = (("by name", "names", 1.0), ("by description", "nominals", 0.6), ("by pronoun", "pronouns", 0.3))
    for name, field, strength in kinds:
        figure.add_bar(
            x=[getattr(p, field) for p in people],
            y=list(range(len(people))),
            orientation="h",
            name=name,
            marker={
                "color": [hue.get(p.name, OTHER) for p in people],
                "opacity": strength,
                "line": {"color": [hue.get(p.name, OTHER) for p in people], "width": 1},
            },
            hovertemplate="%{x} " + name + "<extra></extra>",
        )
    for i, p in enumerate(people):
        figure.add_annotation(
            x=p.mentions, y=i, text=_mention_note(p), xanchor="left", xshift=6, showarrow=False, align="left"
        )
    figure.update_layout(barmode="stack")
    figure.update_xaxes(visible=False, range=[0, max((p.mentions for p in people), default=1) * 2])
    people_axis(figure, tuple(people))
    told = "; ".join(f"{p.name} {plural(p.mentions, 'mention')}" for p in people)
    means = MENTION_MEANS + " Full colour: by name; lighter: by description; lightest: by pronoun."
    return Picture("prominence", leading(mentions_title(people)), figure, f"Bars of mentions. {told}.", means)


def _mention_note(p: Presence) -> str:
    forms = [(p.names, "by name"), (p.nominals, "described"), (p.pronouns, "by pronoun")]
    shown = ", ".join(f"{n} {word}" for n, word in forms if n)
    if not p.mentions:
        return "no mention"
    return f"{plural(p.mentions, 'mention')}<br><span style='font-size:11px'>{shown}</span>"


def mentions_title(people: list[Presence]) -> str:
    """The finding of the prominence picture."""
    if not people:
        return "Nobody is named in this story"
    if len(people) > 1 and people[0].mentions == people[1].mentions:
        return f"{people[0].name} and {people[1].name} are mentioned most, {plural(people[0].mentions, 'time')} each"
    return f"{people[0].name} is mentioned most, {plural(people[0].mentions, 'time')}"


def dispersion(article: Article) -> Picture:
    """Ticks where each person is mentioned along the story, discs where they are quoted, larger for more words."""
    people = speakers(article)
    rows = {p.actor: i for i, p in enumerate(people)}
    hue = colours([article])
    figure = canvas(len(people))
    for i, p in enumerate(people):
        colour = hue.get(p.name, OTHER)
        figure.add_shape(type="line", x0=0, x1=1, y0=i, y1=i, line={"color": LINE, "width": 1}, layer="below")
        figure.add_scatter(
            x=list(p.positions),
            y=[i] * len(p.positions),
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 18, "line": {"width": 2}, "color": colour},
            hovertemplate="mentioned %{x:.0%} of the way down<extra></extra>",
            customdata=[[f"m{m.start}"] for m in article.actors[p.actor].mentions],
        )
    heard = [u for u in utterances(article) if u.speaker in rows]
    figure.add_scatter(
        x=[u.position for u in heard],
        y=[rows[u.speaker] for u in heard if u.speaker is not None],
        mode="markers",
        marker={
            "size": [min(10 + u.words * 0.5, 30) for u in heard],
            "color": [hue.get(people[rows[u.speaker]].name, OTHER) for u in heard if u.speaker is not None],
            "opacity": 0.8,
            "line": {"width": 1, "color": GAP},
        },
        customdata=[[f"q{u.quotes[0]}", _said(article, u.spans)] for u in heard],
        hovertemplate="quoted %{x:.0%} of the way down<br>%{customdata[1]}<extra></extra>",
    )
    figure.update_xaxes(range=[-0.02, 1.04], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1], title=None)
    people_axis(figure, people)
    told = "; ".join(f"{p.name} at {_places(p)}" for p in people)
    means = f"Each tick is a mention, each disc a quote, larger for more words. {MENTION_MEANS} {PLACE_MEANS}"
    return Picture(
        "dispersion", leading(dispersion_title(people)), figure, f"Where each person appears. {told}.", means
    )


def _said(article: Article, spans: tuple[object, ...]) -> str:
    words = " … ".join(article.text[s.start : s.end] for s in spans)  # type: ignore[attr-defined]
    return f"“{wrap(words)}”"


def _places(p: Presence) -> str:
    return ", ".join(percent(x) for x in p.positions[:8]) + (" and on" if len(p.positions) > 8 else "")


def dispersion_title(people: tuple[Presence, ...]) -> str:
    """The finding of the dispersion picture: who comes in first and who comes late."""
    placed = [p for p in people if p.positions]
    if len(placed) < 2:
        return "Where each person appears in the story"
    first = min(placed, key=lambda p: p.positions[0])
    late = max(placed, key=lambda p: p.positions[0])
    if late.positions[0] < 0.3:
        return "Everybody shown comes in within the first third of the story"
    return f"{first.name} comes in first; {late.name} only {percent(late.positions[0])} of the way down"


def dumbbell(found: Comparison) -> Picture:
    """Two articles side by side: each person's share of all mentions of those shown."""
    shares = _shares(found)
    names = sorted(shares[0], key=lambda n: -max(s[n] for s in shares))[:12]
    called = [shorten(label_of(found.articles, n), 44) for n in (0, 1)]
    figure = canvas(len(names) + 1)
    for i, name in enumerate(names):
        figure.add_shape(type="line", x0=shares[0][name], x1=shares[1][name], y0=i, y1=i, line=BAR, opacity=0.5)
    for side, (symbol, colour) in enumerate((("circle", "#0072B2"), ("diamond", "#D55E00"))):
        figure.add_scatter(
            x=[shares[side][n] for n in names],
            y=list(range(len(names))),
            mode="markers",
            name=wrap(called[side], 99),
            marker={"symbol": symbol, "size": 14, "color": colour},
            hovertemplate="%{x:.0%}<extra>" + wrap(called[side]) + "</extra>",
        )
    most = max((x for s in shares for x in s.values()), default=1.0)
    figure.update_xaxes(tickformat=".0%", range=[-most * 0.04, most * 1.06], showgrid=True, gridcolor=LINE)
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0})
    people_axis(figure, names)
    told = "; ".join(f"{n} {percent(shares[0][n])} and {percent(shares[1][n])}" for n in names)
    means = f"The share of all mentions of the people shown that are of this one. {MENTION_MEANS}"
    return Picture(
        "compare", leading(dumbbell_title(names, shares, called)), figure, f"Shares of mentions. {told}.", means
    )


def _shares(found: Comparison) -> list[dict[str, float]]:
    """Name -> share of mentions, for each of the first two articles, of people and of those who speak."""
    counts: list[dict[str, int]] = [{}, {}]
    shown = [{p.actor: p for p in speakers(article, 30)} for article in found.articles[:2]]
    for actor in found.actors:
        members = [shown[n].get(dict(actor.members).get(n, -1)) for n in (0, 1)]
        if any(members):
            for count, member in zip(counts, members, strict=True):
                count[actor.name] = member.mentions if member else 0
    return [{n: c / (sum(count.values()) or 1) for n, c in count.items()} for count in counts]


def dumbbell_title(names: list[str], shares: list[dict[str, float]], called: list[str]) -> str:
    """The finding of the comparison: whose share differs most."""
    if not names:
        return "Neither article names a person"
    widest = max(names, key=lambda n: abs(shares[0][n] - shares[1][n]))
    gap = shares[0][widest] - shares[1][widest]
    if abs(gap) < 0.05:
        return "Both articles give the people nearly the same room"
    more, less = called if gap > 0 else called[::-1]
    return f"{more} gives {widest} more room than {less}"
