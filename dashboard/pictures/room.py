"""The room that several articles give to each person: two as a dumbbell, three and more as discs in a grid."""

from __future__ import annotations

from dashboard.compared.words import heads
from dashboard.pictures.canvas import MENTION_MEANS, Picture, canvas, people_axis, wrap
from dashboard.theme import LINE, OTHER, PALETTE, leading, percent, plural
from summariser.comparison import Comparison
from summariser.measure import speakers

BAR = {"color": OTHER, "width": 4}
MOST = 12  # people
LARGEST = 30  # pixels of a disc
MEANS = f"The share of all mentions of the people shown that are of this one. {MENTION_MEANS}"

Shares = list[dict[str, float]]  # for each article: name -> share of mentions


def room(found: Comparison) -> Picture:
    """Who is given how much room by which article."""
    given = shares(found)
    names = sorted(given[0], key=lambda n: -max(s[n] for s in given))[:MOST]
    return dumbbell(found, given, names) if len(given) == 2 else discs(found, given, names)


def shares(found: Comparison) -> Shares:
    """Name -> share of mentions, for each article, of people and of those who speak."""
    counts: list[dict[str, int]] = [{} for _ in found.articles]
    shown = [{p.actor: p for p in speakers(article, 30)} for article in found.articles]
    for actor in found.actors:
        members = dict(actor.members)
        there = [shown[n].get(members.get(n, -1)) for n in range(len(shown))]
        if any(there):
            for count, presence in zip(counts, there, strict=True):
                count[actor.name] = count.get(actor.name, 0) + (presence.mentions if presence else 0)
    return [{n: c / (sum(count.values()) or 1) for n, c in count.items()} for count in counts]


def dumbbell(found: Comparison, given: Shares, names: list[str]) -> Picture:
    """Two articles: each person's share of all mentions of those shown."""
    called = heads(found, 44)
    figure = canvas(len(names) + 1)
    for i, name in enumerate(names):
        figure.add_shape(type="line", x0=given[0][name], x1=given[1][name], y0=i, y1=i, line=BAR, opacity=0.5)
    for side, (symbol, colour) in enumerate((("circle", "#0072B2"), ("diamond", "#D55E00"))):
        figure.add_scatter(
            x=[given[side][n] for n in names],
            y=list(range(len(names))),
            mode="markers",
            name=wrap(called[side], 99),
            marker={"symbol": symbol, "size": 14, "color": colour},
            hovertemplate="%{x:.0%}<extra>" + wrap(called[side]) + "</extra>",
        )
    most = max((x for s in given for x in s.values()), default=1.0)
    figure.update_xaxes(tickformat=".0%", range=[-most * 0.04, most * 1.06], showgrid=True, gridcolor=LINE)
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0})
    people_axis(figure, names)
    told = "; ".join(f"{n} {percent(given[0][n])} and {percent(given[1][n])}" for n in names)
    title = leading(dumbbell_title(names, given, called))
    return Picture("compare", title, figure, f"Shares of mentions. {told}.", MEANS)


def dumbbell_title(names: list[str], given: Shares, called: list[str]) -> str:
    """The finding of the comparison: whose share differs most."""
    if not names:
        return "Neither article names a person"
    widest = max(names, key=lambda n: abs(given[0][n] - given[1][n]))
    gap = given[0][widest] - given[1][widest]
    if abs(gap) < 0.05:
        return "Both articles give the people nearly the same room"
    more, less = called if gap > 0 else called[::-1]
    return f"{more} gives {widest} more room than {less}"


def discs(found: Comparison, given: Shares, names: list[str]) -> Picture:
    """Three articles and more: a column an article, a disc as large as the person's share there."""
    called = heads(found)
    figure = canvas(len(names) + 1)
    most = max((x for s in given for x in s.values()), default=1.0) or 1.0
    for n, share in enumerate(given):
        there = [(i, share[name]) for i, name in enumerate(names) if share[name]]
        figure.add_scatter(
            x=[n] * len(there),
            y=[i for i, _ in there],
            mode="markers",
            marker={
                "size": [6 + (LARGEST - 6) * (value / most) ** 0.5 for _, value in there],
                "color": PALETTE[n] if n < len(PALETTE) else OTHER,
            },
            customdata=[[f"a{n}top", percent(value)] for _, value in there],
            hovertemplate="%{customdata[1]}<extra>" + wrap(called[n]) + "</extra>",
        )
    figure.update_xaxes(
        tickvals=list(range(len(given))),
        ticktext=[str(n) for n in range(1, len(given) + 1)],
        range=[-0.7, len(given) - 0.3],
        side="top",
    )
    figure.update_yaxes(showgrid=True, gridcolor=LINE)
    people_axis(figure, names)
    told = "; ".join(f"{name}: {', '.join(percent(s[name]) for s in given)}" for name in names)
    means = f"A disc is as large as {MEANS[0].lower()}{MEANS[1:]} The numbers above are those of the articles."
    return Picture("compare", discs_title(names, given), figure, f"Shares of mentions by article. {told}.", means)


def discs_title(names: list[str], given: Shares) -> str:
    """The finding: how many all articles name."""
    if not names:
        return "None of the articles names a person"
    counts = {name: sum(1 for s in given if s[name]) for name in names}
    widest = max(names, key=lambda n: counts[n])
    if counts[widest] == 1:
        return f"No person is in two of the {len(given)} articles"
    everywhere = [n for n in names if counts[n] == len(given)]
    if len(everywhere) > 1:
        return f"{plural(len(everywhere), 'name')} in all {len(given)} articles, {everywhere[0]} first"
    where = f"all {len(given)} articles" if everywhere else f"{counts[widest]} of the {len(given)} articles"
    return leading(f"{widest} is in {where}")
