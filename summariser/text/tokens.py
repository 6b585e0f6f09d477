"""Where words begin and end: one pattern, Penn Treebank habits (do|n't, Ann|'s), exact offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

CLITIC = r"['’](?:[sSdDmM]|re|RE|ve|VE|ll|LL)\b"
TITLES = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|Sen|Rep|Gov|Pres|Amb|Fr|St|Messrs"
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
OTHERS = "Inc|Corp|Ltd|Co|Bros|Jr|Sr|vs|Mt|Ave|Blvd|Rd|Dept|Univ|Assn|Esq|Ph\\.D|etc|approx"
PREFIXES = "Self|Well|Semi|Anti|Post|Over|Under|Multi|Half|High|Long|Short|Newly|Non|Pre|Pro|Hard|Old|New|Far"
TOKEN = re.compile(
    rf"""
    (?!\s)(?:
      (?![Cc]annot\b)[A-Za-z][a-z]*+(?=[\s,])           # most words: quick to see, and no rule below would differ
    | (?:https?://|www\.)[^\s<>"“”]*[\w/]             # addresses
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
    | [@\#]\w+
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)?             # U.S.  e.g.  U.S.A
    | (?:{TITLES}|{MONTHS}|{OTHERS})\.(?!\w)          # Mr.  Inc.
    | No\.(?=\s?\d)
    | [A-Z]\.(?=\s?[A-Z])                             # J. Smith
    | [Cc]an(?=not\b)
    | \w{{1,12}}?(?=[nN]['’][tT]\b)                   # do|n't
    | [nN]['’][tT]\b
    | {CLITIC}
    | \d+(?:[.,:]\d+)*(?:[a-zA-Z]{{1,3}}|[-–][^\W\d_]+(?:-\w+)*)?(?!\w)   # 1,000.5  1990s  34-year-old
    | \d+(?:[.,]\d+)+
    | (?!{PREFIXES})[A-Z]\w{{2,30}}?(?=-[a-z]{{0,12}}(?:ed|led|born|held|run|made|wide|bound)\b)   # London|-|based
    | \w+(?:(?:[-&]|\.(?=[a-z])|['’](?!(?:[sSdDmMtT]|re|RE|ve|VE|ll|LL)\b))\w+)*
    | \.{{2,}} | -{{2,}} | \S
    )
    """,
    re.VERBOSE,
)


def split_words(text: str, start: int, end: int) -> list[str]:
    """The tokens of ``text[start:end]``."""
    return TOKEN.findall(text, start, end)


def small(text: str) -> str:
    """The text in small letters, offset for offset: a dotted capital I, which would become two letters, stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def places(text: str, tokens: Sequence[str], start: int) -> list[int]:
    """Where each of the tokens begins, the first at ``start`` or later: only spaces stand between them."""
    found, at, find = [], start, text.find
    for token in tokens:
        at = find(token, at)
        found.append(at)
        at += len(token)
    return found
