"""Two algorithms' choices of one article, side by side: in one table and as marks in the text."""

from __future__ import annotations

from dashboard.markup import Mark, escape
from dashboard.tables import flat
from dashboard.theme import plural
from summariser.model import Article, Pick

Names = tuple[str, str]
Choices = tuple[tuple[Pick, ...], tuple[Pick, ...]]
COLOURS = {"summary": "#E69F00", "beside": "#0072B2", "both": "#009E73"}
LEGEND = "Yellow: chosen by {}. Blue: by {}. Green: by both."


def by_sentence(choices: Choices) -> dict[int, tuple[Pick | None, Pick | None]]:
    """Sentence number -> what each of the two says of it, in the order of the text."""
    one, two = ({p.sentence: p for p in picks} for picks in choices)
    return {i: (one.get(i), two.get(i)) for i in sorted(one.keys() | two.keys())}


def marks(article: Article, names: Names, choices: Choices) -> list[Mark]:
    """The sentences that either chose, coloured by who chose them."""
    found = []
    for number, (i, both) in enumerate(by_sentence(choices).items(), 1):
        s = article.sentences[i]
        kind = "both" if all(both) else "summary" if both[0] else "beside"
        who = " and ".join(name for name, pick in zip(names, both, strict=True) if pick)
        found.append(Mark(s.start, s.end, kind, f"s{i}", number, f"chosen by {who}", COLOURS[kind]))
    return found


def table(article: Article, names: Names, choices: Choices) -> str:
    """One line a sentence that either chose: its words, and in which place each chose it."""
    lines = by_sentence(choices)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(
        f'<tr id="c-s{i}"><th scope="row"><span class="ns-number">{number}</span> {_words(article, i)}</th>'
        f"{_cell(both[0], names[0])}{_cell(both[1], names[1])}</tr>"
        for number, (i, both) in enumerate(lines.items(), 1)
    )
    agreed = plural(sum(all(both) for both in lines.values()), "sentence")
    return (
        f'<p class="ns-small">{agreed} chosen by both. The figure is the place in each one’s order of choice.</p>'
        '<div class="ns-scroll ns-matrix" tabindex="0" role="region" aria-label="Two choices">'
        f'<table class="ns-beside"><thead><tr><th scope="col">Sentence</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _words(article: Article, number: int) -> str:
    s = article.sentences[number]
    link = f'<a class="ns-jump" href="#w-s{number}" aria-label="show the sentence in the article">in the text</a>'
    return f"{escape(flat(article, s.start, s.end))} {link}"


def _cell(pick: Pick | None, name: str) -> str:
    if pick is None:
        return f'<td class="ns-none" aria-label="not chosen by {escape(name)}">–</td>'
    return f'<td><strong>{pick.rank}</strong><div class="ns-small">{escape(pick.why)}</div></td>'
