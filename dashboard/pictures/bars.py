"""Bars: how much each person is quoted, and how often mentioned."""

from __future__ import annotations

from dashboard.pictures.canvas import GAP, MENTION_MEANS, Picture, canvas, people_axis, wrap
from dashboard.theme import OTHER, colours, leading, percent, plural
from summariser.measure import Presence, speakers, utterances
from summariser.model import Article

QUOTE_MEANS = (
    "A quote is one utterance in quotation marks, however many paragraphs it runs over; its width is its words. "
    "Speech reported in other words is not counted."
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
    forms = [(p.names, "name"), (p.nominals, "description"), (p.pronouns, "pronoun")]
    shown = wrap(", ".join(plural(n, word) for n, word in forms if n), 24)  # as much as a phone has room for
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
