"""What a single line announces: a button, a credit, a byline, a list of other stories...  Ordered rules, first wins.

The phrases are in the lexicon (page-controls.txt, page-openers.tsv, page-notices.tsv); here are the rules for shapes.
A rule's answer is evidence: where the line stands among the others (``runs.py``) decides what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.model import Role
from summariser.text.beside import (
    OFFERED,
    REWARDED,
    WRITERS,
    biography,
    caption_day,
    caption_label,
    code,
    disclosure,
    holds,
    photographer,
    pictured,
    promotion,
)
from summariser.text.openings import first_fit, opening, openings
from summariser.text.stamps import find_day


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


ROLES: dict[str, Role] = {
    "control": "furniture",
    "section_opener": "furniture",
    "symbols": "furniture",
    "link": "furniture",
    "glued_words": "furniture",
    "stamp": "timestamp",
    "ago": "timestamp",
    "byline": "byline",
    "contributor": "byline",
    "credit": "caption",
    "credit_line": "caption",
    "dateline_only": "dateline",
    "caption_label": "caption",
    "caption_day": "caption",
    "promotion": "furniture",
    "disclosure": "furniture",
    "biography": "furniture",
    "code": "furniture",
}
CONTROLS = lexicon.words("page-controls")
SYMBOLS = re.compile(r"[\W\d_]{0,40}$")
LONGEST_LINK = 2_000
LINK = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|[@#]\w+(?:\s[@#]\w+)*$|\S+\.(?:com|org|net|co\.uk)$", re.I)
GLUED = re.compile(r"[a-z][A-Z][a-z]")
BYLINE = re.compile(
    r"(?:[–—-]\s?)?(?:(?:(?:story|words|written|posted|reported|report|analysis|opinion|text)\s)?"
    r"(?:by|from)\b:?|authors?:)\s*(?P<name>.*)$",
    re.I,
)
LOWER_LINKS = _set("and for of the in at with de van von la le al da di del bin on")
CONTRIBUTOR = re.compile(
    r"(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w.’'-]+(?:,|\s[|–—-])\s(?:[A-Z]{2,6}$|.{0,40}\b(?i:reporter|correspondent|editor|"
    r"writer|columnist|contributor|staff|press|news|agency|bureau|desk|journalist)\b.{0,30}$)"
)
AGENCIES = (
    r"ap|afp|pa|reuters|epa|getty|alamy|shutterstock|rex|pa wire|press association|associated press|bloomberg|istock|"
    r"unsplash|pexels|handout|supplied|screengrab|screenshot|pool|upi|tass|xinhua|anadolu|instagram|facebook|twitter|"
    r"youtube|via"
)
PICTURE = r"photo|picture|image|photograph|photography|pic|credit|source|courtesy|illustration|composite|graphic"
BRACKETED = re.compile(  # for a line in lower case, as is CREDIT_END
    rf"\([^()]{{0,60}}(?:\b(?:{AGENCIES})\b|\w/\w|\b(?:{PICTURE}|file|photographs)\b)[^()]{{0,60}}\)\.?$"
)
CREDIT_END = re.compile(
    rf"(?:\b(?:{PICTURE})s?(?: (?:credit|by|courtesy(?: of)?|source|from|via))?\s?[:/|©]|©"
    r"|\b(?:photo|photograph|picture|image|illustration)s? (?:by|courtesy(?: of)?)|\bcourtesy of|\bscreenshot by"
    rf"|\b[\w.'’-]+/(?:{AGENCIES})\b)\s?[^:]{{0,70}}$"
    r"|(?:ap|reuters|afp|getty|pa|file) (?:photo|images?|pictures?|file)\)?\.?$"
    r"|\b(?:getty images|ap photo|afp via getty|shutterstock|alamy)\b.{0,25}$"
)
# What a credit without brackets cannot be without: looked for first, since it is found much faster.
CREDIT_SIGNS = (
    *("/", "©", "photo", "pic", "image", "credit", "source", "courtesy", "illustration", "composite", "graphic"),
    *("file", "getty", "shutterstock", "alamy", "screenshot"),
)
LEGAL_SIGNS = ("©", "(c)", "copyright", "all rights")
YEAR_SIGN = re.compile(r"[12]\d\d\d|\d[/.\-]\d\d?[/.\-]\d\d")
AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted)\b:?\s?)?(?:about |over |an? |\d{1,3}\s?)"
    r"(?:m|h|d|w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s?(?:ago)?(?: at \d\d?:\d\d(?: ?[ap]m)?)?$",
    re.I,
)
STAMP_WORDS = re.compile(
    r"\b(?:updated|published|posted|last|modified|first|by|on|at|date|created|time|edited|reviewed|release|mon|tues?|wed(?:nes)?|thu(?:rs)?|"
    r"fri|sat(?:ur)?|sun|[a-z]{2,6}day|am|pm|[a-z]{1,3}t|gmt|utc|originally|issued|online|upd)\b|[^\w\s]|\d+",
    re.I,
)
LABELS = re.compile(r"\s?[#•|·]")  # tags set beside a date
LEGAL = re.compile(r"(?:©|\(c\)|copyright)\s?.{0,40}\b(?:19|20)\d\d|\ball rights reserved", re.I)
DATELINE_ONLY = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20})?(?: \((?:AP|Reuters|AFP|PA|CNN)\))?\s?(?:[—–-]{1,2}|:)$"
)


@cache
def notice_roles() -> dict[str, Role]:
    """The role that each rule of page-notices.tsv gives."""
    return {r["rule"]: r["role"] for r in lexicon.rows("page-notices")}  # type: ignore[misc]


def control(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line is a button's or a menu's words and nothing else."""
    return "control" if low.strip(" :>»›→|+·•.!") in CONTROLS else None


def section_opener(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line opens a list of other stories, tags or comments."""
    return "section_opener" if not (stop and words > 6) and first_fit("page-openers", low) is not None else None


def notice(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line begins like page furniture: newsletter boxes, share bars, legal notes, read-more links."""
    return first_fit("page-notices", low)


def far_notice(line: str, low: str, words: int, stop: bool) -> str | None:
    """As ``notice``, with the patterns that are looked for all along the line."""
    return first_fit("page-notices", low, far=True)


def symbols(line: str, low: str, words: int, stop: bool) -> str | None:
    """No letters at all, or one."""
    return "symbols" if len(line) == 1 or SYMBOLS.match(line) else None


def link(line: str, low: str, words: int, stop: bool) -> str | None:
    """A bare address or handle."""
    return "link" if len(line) <= LONGEST_LINK and LINK.match(line) else None


def glued_words(line: str, low: str, words: int, stop: bool) -> str | None:
    """Menu entries run together by the copying: NewsSportWeather."""
    return "glued_words" if not stop and len(GLUED.findall(line)) >= 2 else None


def stamp(line: str, low: str, words: int, stop: bool) -> str | None:
    """A date (and time), with no more than a name or a place beside it."""
    if len(line) > 160 or line.startswith(("By ", "BY ")):
        return None
    found = find_day(line)
    if not found:
        return None
    start, end = found[0].span()
    if LABELS.match(line, end) and SYMBOLS.match(line[:start]):
        return "stamp"
    rest = STAMP_WORDS.sub(" ", line[:start] + " " + line[end:]).split()
    return "stamp" if sum(1 for w in rest if w[0].islower()) <= 2 and len(rest) <= 8 else None


def ago(line: str, low: str, words: int, stop: bool) -> str | None:
    """``Updated 3 hours ago``."""
    return "ago" if AGO.match(low) else None


def byline(line: str, low: str, words: int, stop: bool) -> str | None:
    """``By`` and then names."""
    m = BYLINE.match(line)
    if not m or (stop and words > 12):
        return None
    rest = [w for w in re.findall(r"[^\W\d_][\w.’'-]*", m["name"]) if w.lower() not in LOWER_LINKS]
    return "byline" if not rest or sum(w[0].isupper() for w in rest) >= 0.6 * len(rest) else None


def contributor(line: str, low: str, words: int, stop: bool) -> str | None:
    """A name and a post or paper: ``Hannah Pell, transport reporter``."""
    return "contributor" if not stop and CONTRIBUTOR.match(line) else None


def credit(line: str, low: str, words: int, stop: bool) -> str | None:
    """A picture credit stands in the line or at its end."""
    since = max(0, len(low) - 140)
    if ")" in low[-2:] and BRACKETED.search(low, since):
        return "credit_line" if words <= 7 else "credit"
    if not holds(low[-140:], CREDIT_SIGNS) or not CREDIT_END.search(low, since):
        return None
    return "credit_line" if words <= 7 else "credit"


def legal(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line of the page's rights, before its sign is taken for a picture's credit."""
    return "legal_notice" if holds(low, LEGAL_SIGNS) and LEGAL.search(line) else None


def dateline_only(line: str, low: str, words: int, stop: bool) -> str | None:
    """A place in capitals with the agency, alone on its line."""
    return "dateline_only" if DATELINE_ONLY.match(line) else None


Rule = Callable[[str, str, int, bool], str | None]
FIGURE, YEAR, ONE = "0", "1900", ""  # stand for words with a figure or a year, and for openings of one sign
PICTURED = frozenset(
    [*re.findall(r"\w+", AGENCIES), *PICTURE.split("|"), *(f"{word}s" for word in PICTURE.split("|"))]
    + ["file", "photographs", "screenshot", "shutterstock", "alamy", "/", "©"]
)
FAR = frozenset(max(row["needs"].split(), key=len) for row in lexicon.rows("page-notices") if row["needs"])


class Fit(NamedTuple):
    """The lines that a rule may know: the fewest and the most words, and what calls it: one of the openings
    (openings.py), words (\\w+), signs, or signs at a word's end named (nothing named: every line)."""

    rule: Rule
    least: int
    most: int
    opens: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()


RULES: tuple[Fit, ...] = (
    Fit(section_opener, 1, 12, openings("page-openers")),
    Fit(control, 1, 6, frozenset([ONE, *map(opening, CONTROLS)])),
    Fit(stamp, 1, 24, needs=_set(YEAR)),
    Fit(symbols, 1, 4, frozenset([ONE])),
    Fit(code, 1, 20, needs=_set("{ } ; ( = < /")),
    Fit(link, 1, 4, needs=_set("/ @ # www com org net uk")),
    Fit(ago, 1, 6, _set("0 a abo an las ove pos pub upd")),
    Fit(byline, 1, 22, _set("- – — ana aut by fro opi pos rep sto tex wor wri")),
    Fit(contributor, 2, 12, ends=_set(", | – — -")),
    Fit(caption_day, 8, 70, needs=_set("sunday monday tuesday wednesday thursday friday saturday")),
    Fit(legal, 1, 30, needs=_set(f"{FIGURE} rights")),
    Fit(credit, 1, 70, needs=PICTURED),
    Fit(photographer, 4, 9, needs=_set("for")),
    Fit(pictured, 6, 70, needs=_set("pictured")),
    Fit(caption_label, 1, 70, _set("abo bel cap fig fil ima lef pho pic rig vid")),
    Fit(far_notice, 1, 70, needs=FAR),
    Fit(notice, 1, 70, openings("page-notices")),
    Fit(promotion, 1, 80, needs=OFFERED),
    Fit(disclosure, 1, 100, needs=REWARDED),
    Fit(biography, 5, 120, needs=frozenset(WRITERS.split("|"))),
    Fit(glued_words, 1, 12),
    Fit(dateline_only, 1, 7, ends=_set("— – - :")),
)
EVERY = (1 << len(RULES)) - 1
BY_BIT = {1 << i: fit.rule for i, fit in enumerate(RULES)}  # calls are numbers with a bit for each of RULES
ALWAYS = sum(1 << i for i, fit in enumerate(RULES) if not (fit.opens or fit.needs or fit.ends))
LONGEST = 1 + max(fit.most for fit in RULES)
FITTING = tuple(
    sum(1 << i for i, fit in enumerate(RULES) if fit.least <= words <= fit.most) for words in range(LONGEST + 1)
)  # the rules that may know a line of so many words


def _calls(named: list[frozenset[str]]) -> dict[str, int]:
    return {name: sum(1 << i for i, names in enumerate(named) if name in names) for name in frozenset().union(*named)}


OPENINGS = _calls([fit.opens for fit in RULES])  # the rules that a line's opening calls
OPENED = {begins: ALWAYS | calls | (OPENINGS[ONE] if len(begins) < 2 else 0) for begins, calls in OPENINGS.items()}
CALLS = _calls([fit.needs for fit in RULES])  # those that a word or sign calls
ENDS = _calls([fit.ends for fit in RULES])  # those that a sign at the end of a word calls


def called(low: str, words: int, calls: int = EVERY) -> int:
    """The rules that may know a line of so many ``words``; ``calls`` are those that its words and signs call."""
    begins = low[:3] if low[:3].isalpha() else opening(low)
    opened = OPENED.get(begins, ALWAYS if len(begins) > 1 else OPENED[ONE])
    if calls & CALLS[FIGURE] and YEAR_SIGN.search(low):
        calls |= CALLS[YEAR]
    return (calls | opened) & FITTING[min(words, LONGEST)]


@lru_cache(maxsize=10_000)
def asked(calls: int) -> tuple[Rule, ...]:
    """The rules that are called, in their order."""
    return tuple(rule for bit, rule in BY_BIT.items() if bit & calls)


def announce(line: str, low: str, words: int, stop: bool, calls: int = EVERY) -> str | None:
    """The name of the first rule that knows the line; ``low`` is the line in lower case.  A rule that neither its words
    (``calls``) nor its opening call is not asked."""
    for rule in asked(called(low, words, calls)):
        kind = rule(line, low, words, stop)
        if kind:
            return kind
    return None


KINDS = tuple(dict.fromkeys([*ROLES, *(row["rule"] for row in lexicon.rows("page-notices"))]))  # all answers


def role_of(kind: str) -> Role:
    """The role of a line of that kind where it is no body."""
    return ROLES.get(kind) or notice_roles()[kind]
