"""The dumbbell: the room that two articles give to each person."""

from __future__ import annotations

from dashboard.pictures.canvas import MENTION_MEANS, Picture, canvas, people_axis, wrap
from dashboard.theme import LINE, OTHER, leading, percent, shorten
from summariser.compare.findings import label as label_of
from summariser.comparison import Comparison
from summariser.measure import speakers

BAR = {"color": OTHER, "width": 4}


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
