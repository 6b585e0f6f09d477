"""What a single line announces: a button, a credit, a byline, a list of other stories...  Ordered rules, first wins.

The phrases are in the lexicon (page-controls.txt, page-openers.tsv, page-notices.tsv); here are the rules for shapes.
A rule's answer is evidence: where the line stands among the others (``runs.py``) decides what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

import summariser.lexicon as lexicon
from summariser.model import Role
from summariser.text.beside import biography, caption_day, caption_label, code, disclosure, holds, promotion
from summariser.text.stamps import find_stamp

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
SYMBOLS = re.compile(r"[\W\d_]{0,40}$")
LONGEST_LINK = 2_000
LINK = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|[@#]\w+(?:\s[@#]\w+)*$|\S+\.(?:com|org|net|co\.uk)$", re.I)
GLUED = re.compile(r"[a-z][A-Z][a-z]")
BYLINE = re.compile(
    r"(?:[–—-]\s?)?(?:(?:(?:story|words|written|posted|reported|report|analysis|opinion|text)\s)?"
    r"(?:by|from)\b:?|authors?:)\s*(?P<name>.*)$",
    re.I,
)
LOWER_LINKS = frozenset(
    {
        "and",
        "for",
        "of",
        "the",
        "in",
        "at",
        "with",
        "de",
        "van",
        "von",
        "la",
        "le",
        "al",
        "da",
        "di",
        "del",
        "bin",
        "on",
    }
)
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
CREDIT_END = re.compile(  # for a line in lower case
    rf"\([^()]{{0,60}}(?:\b(?:{AGENCIES})\b|\w/\w|\b(?:{PICTURE}|file|photographs)\b)[^()]{{0,60}}\)\.?$"
    rf"|(?:\b(?:{PICTURE})s?(?: (?:credit|by|courtesy(?: of)?|source|from|via))?\s?[:/|©]|©"
    r"|\b(?:photo|photograph|picture|image|illustration)s? (?:by|courtesy(?: of)?)|\bcourtesy of|\bscreenshot by"
    rf"|\b[\w.'’-]+/(?:{AGENCIES})\b)\s?[^:]{{0,70}}$"
    r"|(?:ap|reuters|afp|getty|pa|file) (?:photo|images?|pictures?|file)\)?\.?$"
    r"|\b(?:getty images|ap photo|afp via getty|shutterstock|alamy)\b.{0,25}$"
)
# What a credit cannot be without: looked for first, since it is found much faster.
CREDIT_SIGNS = (
    *("/", "©", "photo", "pic", "image", "credit", "source", "courtesy", "illustration", "composite", "graphic"),
    *("file", "getty", "shutterstock", "alamy", "screenshot"),
)
LEGAL_SIGN = re.compile(r"©|\(c\)|copyright|all rights")
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
def _notices() -> re.Pattern[str]:
    rows = lexicon.rows("page-notices")
    return re.compile("|".join(f"(?P<{r['rule']}_{i}>{r['pattern']})" for i, r in enumerate(rows)), re.I)


@cache
def _any_notice() -> re.Pattern[str]:
    """The patterns that tell at once, for a line in lower case: most lines fail at their first letter."""
    return re.compile("|".join(f"(?:{r['pattern']})" for r in lexicon.rows("page-notices") if not r["needs"]))


@cache
def _needing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns that would have to be looked for all along the line, each with the words it cannot be without."""
    return tuple((r["needs"], re.compile(r["pattern"])) for r in lexicon.rows("page-notices") if r["needs"])


def _holds_needed(low: str) -> bool:
    """Whether a pattern of ``_needing`` fits."""
    for need, form in _needing():  # noqa: SIM110  any() costs twice as much, on every line of every page
        if need in low and form.match(low):
            return True
    return False


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{r['pattern']})" for r in lexicon.rows("page-openers")))


@cache
def notice_roles() -> dict[str, Role]:
    """The role that each rule of page-notices.tsv gives."""
    return {r["rule"]: r["role"] for r in lexicon.rows("page-notices")}  # type: ignore[misc]


def control(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line is a button's or a menu's words and nothing else."""
    return "control" if low.strip(" :>»›→|+·•.!") in lexicon.words("page-controls") else None


def section_opener(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line opens a list of other stories, tags or comments."""
    return "section_opener" if not (stop and words > 6) and _openers().match(low) else None


def notice(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line begins like page furniture: newsletter boxes, share bars, legal notes, read-more links."""
    m = _notices().match(line) if _any_notice().match(low) or _holds_needed(low) else None
    return m.lastgroup.rsplit("_", 1)[0] if m and m.lastgroup else None


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
    if len(line) > 160 or not YEAR_SIGN.search(line) or line.startswith(("By ", "BY ")):
        return None
    found = find_stamp(line)
    if not found:
        return None
    if LABELS.match(line, found.end) and SYMBOLS.match(line[: found.start]):
        return "stamp"
    rest = STAMP_WORDS.sub(" ", line[: found.start] + " " + line[found.end :]).split()
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
    if not (")" in low[-2:] or holds(low[-140:], CREDIT_SIGNS)) or not CREDIT_END.search(low, max(0, len(low) - 140)):
        return None
    return "credit_line" if words <= 7 else "credit"


def legal(line: str, low: str, words: int, stop: bool) -> str | None:
    """The line of the page's rights, before its sign is taken for a picture's credit."""
    return "legal_notice" if LEGAL_SIGN.search(low) and LEGAL.search(line) else None


def dateline_only(line: str, low: str, words: int, stop: bool) -> str | None:
    """A place in capitals with the agency, alone on its line."""
    return "dateline_only" if DATELINE_ONLY.match(line) else None


Rule = Callable[[str, str, int, bool], str | None]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MARKED = frozenset({stamp, code, link, contributor, caption_day, dateline_only})  # know no line of letters alone
# The rule, the fewest and the most words of its lines, how they begin in lower case (empty: anyhow).
RULES: tuple[tuple[Rule, int, int, str], ...] = (
    (section_opener, 1, 12, ""),
    (control, 1, 6, ""),
    (stamp, 1, 24, ""),
    (symbols, 1, 4, ""),
    (code, 1, 20, ""),
    (link, 1, 4, ""),
    (ago, 1, 6, "0123456789alopu"),
    (byline, 1, 22, "–—-abfoprstw"),
    (contributor, 2, 12, LETTERS),
    (caption_day, 8, 70, ""),
    (legal, 1, 30, ""),
    (credit, 1, 70, ""),
    (caption_label, 1, 70, "abcfilprv"),
    (notice, 1, 70, ""),
    (promotion, 1, 80, ""),
    (disclosure, 1, 100, ""),
    (biography, 5, 120, LETTERS),
    (glued_words, 1, 12, ""),
    (dateline_only, 1, 7, LETTERS),
)


@lru_cache(maxsize=20_000)
def rules_for(first: str, words: int, letters: bool = False) -> tuple[Rule, ...]:
    """The rules that may know a line of so many words that begins so; ``letters``: of letters and blanks alone."""
    fit = (rule for rule, least, most, opens in RULES if least <= words <= most and (not opens or first in opens))
    return tuple(rule for rule in fit if not (letters and rule in MARKED))


def announce(line: str, low: str, words: int, stop: bool) -> str | None:
    """The name of the first rule that knows the line; ``low`` is the line in lower case."""
    for rule in rules_for(low[0], words, low.replace(" ", "").isalpha()):
        kind = rule(line, low, words, stop)
        if kind:
            return kind
    return None


KINDS = tuple(dict.fromkeys([*ROLES, *(row["rule"] for row in lexicon.rows("page-notices"))]))  # all answers


def role_of(kind: str) -> Role:
    """The role of a line of that kind where it is no body."""
    return ROLES.get(kind) or notice_roles()[kind]
