"""Dispersion: where in the story each person is mentioned and quoted."""

from __future__ import annotations

from dashboard.pictures.canvas import GAP, MENTION_MEANS, Picture, canvas, people_axis, wrap
from dashboard.theme import LINE, OTHER, colours, leading, percent
from summariser.measure import Presence, speakers, utterances
from summariser.model import Article

PLACE_MEANS = "Position is how far down the story something stands: 0 % is its first word, 100 % its last."


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
