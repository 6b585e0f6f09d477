"""A role for every line of a page: what is the article and what only stands around it.

``runs.py`` says where the article runs, ``furniture.py`` what single lines announce; here the two become roles.
The rules of each state are an ordered list, the first answer wins and its name is the block's ``rule``.
Nothing is ever dropped: a line left out is a label that a person may overrule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from summariser.model import Block, Role
from summariser.short import short
from summariser.text.bylines import is_person
from summariser.text.furniture import role_of
from summariser.text.headline import find_headline, headline_lines
from summariser.text.lines import LINE, QUOTES, Line, Lines, see_lines
from summariser.text.lists import lists_out
from summariser.text.runs import Weights, find_run, page_weights

BEFORE, IN, ASIDE, AFTER = range(4)
NEVER_BODY = frozenset({
    "control", "symbols", "credit", "credit_line", "share_bar", "newsletter_box", "advert",
    "ago", "reading_time", "counts", "caption_day", "caption_label", "comment_mark", "promotion",
    "disclosure", "legal_notice",
})  # fmt: skip
SIGNS = frozenset({"stamp", "byline", "contributor", "ago"})
CREDITS = frozenset({"credit", "credit_line"})


class Page(NamedTuple):
    """What the rules look at: all lines, the state of each, the lines of the headline, the article's first line."""

    lines: Sequence[Line]
    path: Sequence[int]
    headline: range
    start: int


Rule = Callable[[Page, int], Role | None]
as_block = short(Block)


def all_body(text: str) -> tuple[Block, ...]:
    """Every non-empty line as a body block."""
    return tuple(Block(m.start(), m.end(), "body", "as_body") for m in LINE.finditer(text))


def label_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """A Block for every non-empty line of ``text`` (every paragraph, where its lines are hard-wrapped)."""
    return label_lines(see_lines(text), page_weights("page-weights"), title=title)


def label_marked(
    text: str, marks: Sequence[tuple[str, ...]], title: str | None = None, kept: Sequence[bool] = ()
) -> tuple[Block, ...]:
    """As ``label_blocks`` for the lines of an HTML page, one a line; ``marks`` are what the markup tells of each,
    ``kept`` whether another extraction holds it (believed where the run found here misses most of that)."""
    lines = see_lines(text, wrapped=False)
    return label_lines(lines, page_weights("page-weights-html"), marks, title, kept)


def label_lines(
    lines: Lines,
    weights: Weights,
    marks: Sequence[tuple[str, ...]] = (),
    title: str | None = None,
    kept: Sequence[bool] = (),
) -> tuple[Block, ...]:
    """A Block for each of ``lines``, judged with the given ``weights`` (those of ``summariser.train pages``)."""
    path = find_run(lines, weights, marks)
    if len(kept) == len(lines) and _misses_most(lines, path, kept):
        first = kept.index(True)
        path = [IN if keep else BEFORE if i < first else ASIDE for i, keep in enumerate(kept)]
    if IN not in path:
        path = [IN if line.kind is None else BEFORE for line in lines]
    path = lists_out(lines, path, IN, ASIDE)
    headline = headline_lines(lines, find_headline(lines, path, title))
    page = Page(lines, path, headline, path.index(IN) if IN in path else len(path))
    return tuple([as_block((line.start, line.end, *found)) for line, found in zip(lines, decided(page), strict=True)])


def _misses_most(lines: Sequence[Line], path: Sequence[int], kept: Sequence[bool]) -> bool:
    """Whether less than half of the kept words lie in the run."""
    wanted = sum(line.words for line, keep in zip(lines, kept, strict=True) if keep)
    shared = sum(line.words for line, keep, s in zip(lines, kept, path, strict=True) if keep and s == IN)
    return 2 * shared < wanted


def decided(page: Page) -> list[tuple[Role, str]]:
    """The role of every line and the name of the rule that gave it.  Away from headline and article a line is judged by
    its look alone, so that one judgement does for all lines that look so."""
    lines, found = page.lines, []
    looks: dict[tuple[str | None, bool, int, bool], tuple[Role, str]] = {}
    title = page.headline.start if page.headline else len(lines)
    credited = [line.kind in CREDITS for line in lines[1:]]
    for i, (line, state, above) in enumerate(zip(lines, page.path, [*credited, False], strict=False)):
        if state == IN or (state == BEFORE and i >= title):
            found.append(_decide(page, i))
            continue
        look = line.kind, line.stop, min(line.words, 6) + (line.words > 40), above  # what ELSEWHERE asks for
        judged = looks.get(look)
        if judged is None:
            judged = looks[look] = _decide(page, i)
        found.append(judged)
    return found


def _decide(page: Page, i: int) -> tuple[Role, str]:
    """The role of line ``i`` and the name of the rule that gave it."""
    line = page.lines[i]
    for rule in _fitting(page.path[i], line.kind is not None, line.stop):
        role = rule(page, i)
        if role:
            return role, line.kind if line.kind and rule in (announced, signed_above) else rule.__name__
    return "furniture", "stray_line"


@cache
def _fitting(state: int, known: bool, stop: bool) -> tuple[Rule, ...]:
    """The rules of a state but for those that lines which announce something (or nothing), or which end a sentence (or
    do not), never meet."""
    never = (KNOWN if not known else UNKNOWN) | (OPEN if stop else CLOSED)
    return tuple(rule for rule in RULES[state] if rule not in never)


def chosen_headline(page: Page, i: int) -> Role | None:
    """The line above the article whose words it takes up."""
    return "headline" if i in page.headline else None


def announced(page: Page, i: int) -> Role | None:
    """The line says itself what it is; the block's rule is then the kind of furniture.py."""
    kind = page.lines[i].kind
    return role_of(kind) if kind else None


def announced_within(page: Page, i: int) -> Role | None:
    """As ``announced``, for the kinds that no line of an article can be."""
    kind = page.lines[i].kind
    return role_of(kind) if kind in NEVER_BODY else None


def labelled_link(page: Page, i: int) -> Role | None:
    """``Related: Ferry fares to rise``."""
    line = page.lines[i]
    return "furniture" if line.kind == "read_more" and 0 < line.text.find(":") < 16 and line.words > 2 else None


def signed_above(page: Page, i: int) -> Role | None:
    """A day or a byline among the first lines of the run."""
    kind = page.lines[i].kind
    return role_of(kind) if kind in SIGNS and i - page.start < 3 else None


def label_of_a_post(page: Page, i: int) -> Role | None:
    """A few words right above the signature of a post: its picture's, or what the site calls it."""
    line, lines = page.lines[i], page.lines
    if line.words > 4 or line.stop or i + 1 == len(lines):
        return None
    return "furniture" if lines[i + 1].kind == "stamp" and "(@" in lines[i + 1].text else None


def alt_above_credit(page: Page, i: int) -> Role | None:
    """The picture's description, a line without a full stop right above its caption with the credit."""
    lines = page.lines
    if i + 1 == len(lines) or lines[i + 1].kind not in CREDITS or lines[i + 1].gap or lines[i].stop:
        return None
    return "caption" if lines[i].words <= 40 and lines[i].kind is None else None


def alt_apart_from_credit(page: Page, i: int) -> Role | None:
    """As ``alt_above_credit`` across a blank line, outside the article's run only."""
    lines = page.lines
    if i + 1 == len(lines) or lines[i + 1].kind not in CREDITS or lines[i].stop or lines[i].kind:
        return None
    return "caption" if 3 <= lines[i].words <= 40 else None


def standfirst(page: Page, i: int) -> Role | None:
    """A sentence between the headline and the article, parted from it by a byline, a date or a picture."""
    if not page.headline or not page.headline[-1] < i < page.start or page.start - i > 8:
        return None
    return "standfirst" if is_sentence(page.lines[i]) else None


def signature(page: Page, i: int) -> Role | None:
    """A person's name alone, between the headline and the article."""
    if not page.headline or not page.headline[-1] < i < min(page.start, page.headline[-1] + 8) or page.lines[i].stop:
        return None
    return "byline" if page.lines[i].words <= 8 and is_person(page.lines[i].text) else None


def deck(page: Page, i: int) -> Role | None:
    """A line right under the headline, of a headline's length or longer."""
    if i != page.headline.stop or not page.headline or page.lines[i].kind:
        return None
    return "standfirst" if 6 <= page.lines[i].words <= 40 else None


def lead(page: Page, i: int) -> Role | None:
    """A sentence right above the article with nothing between: better read than lost."""
    between = page.lines[i : page.start] if page.headline and page.headline[-1] < i else ()
    return "body" if between and all(is_sentence(line) for line in between) else None


def is_sentence(line: Line) -> bool:
    """A sentence that announces nothing."""
    return line.words >= 6 and line.stop and line.kind is None


def told_again(page: Page, i: int) -> Role | None:
    """The article's first line, one sentence that a later paragraph says again: a standfirst set as a paragraph."""
    line = page.lines[i]
    if i != page.start or not 6 <= line.words <= 40:
        return None
    said = frozenset([word for word in line.low.split() if len(word) > 3])
    again = (said.intersection(later.low.split()) for later in page.lines[i + 2 : i + 12] if later.stop)
    return "standfirst" if any(len(words) >= 0.85 * len(said) for words in again) else None


def subhead(page: Page, i: int) -> Role | None:
    """A short line without a full stop, no quotation, standing over a paragraph of the article."""
    line, lines = page.lines[i], page.lines
    if line.words > 12 or (line.stop and line.text[-1] not in "?!") or line.text[0] in QUOTES or i + 1 == len(lines):
        return None
    follows = lines[i + 1]
    return "subhead" if page.path[i + 1] == IN and follows.words > line.words and follows.stop else None


def quoted_line(page: Page, i: int) -> Role | None:
    """Speech in the article, however short."""
    return "body" if page.lines[i].text[0] in QUOTES else None


def paragraph(page: Page, i: int) -> Role | None:
    """A sentence in the article's run."""
    return "body" if page.lines[i].stop else None


def line_of_article(page: Page, i: int) -> Role | None:
    """A line without a full stop (of a list, of verse) between lines of the article."""
    return "body"


def headline_of_another_story(page: Page, i: int) -> Role | None:
    """Written as a headline or a caption, outside the article."""
    return "teaser" if page.lines[i].words >= 5 and not page.lines[i].stop else None


def prose_of_another_story(page: Page, i: int) -> Role | None:
    """A sentence outside the article's run."""
    return "teaser" if page.lines[i].words >= 6 else None


def menu_words(page: Page, i: int) -> Role | None:
    """A few words outside the article."""
    return "furniture"


ELSEWHERE: tuple[Rule, ...] = (
    announced, alt_apart_from_credit, headline_of_another_story, prose_of_another_story, menu_words,
)  # fmt: skip
RULES: dict[int, tuple[Rule, ...]] = {
    BEFORE: (chosen_headline, announced, signature, alt_apart_from_credit, lead, deck, standfirst, *ELSEWHERE[2:]),
    IN: (
        chosen_headline,
        announced_within,
        labelled_link,
        signed_above,
        label_of_a_post,
        alt_above_credit,
        told_again,
        subhead,
        quoted_line,
        paragraph,
        line_of_article,
    ),
    ASIDE: ELSEWHERE,
    AFTER: ELSEWHERE,
}
KNOWN = frozenset({announced, announced_within, labelled_link, signed_above})  # ask for lines that announce something
UNKNOWN = frozenset({deck, alt_above_credit, alt_apart_from_credit})  # for lines that announce nothing
OPEN = frozenset({label_of_a_post, alt_above_credit, alt_apart_from_credit, signature, headline_of_another_story})
CLOSED = frozenset({standfirst, paragraph, lead})  # for lines that end a sentence; OPEN for those that do not
