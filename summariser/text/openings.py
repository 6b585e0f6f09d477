"""How lines of page furniture begin: the patterns of page-openers.tsv and page-notices.tsv by their first letters.

Most lines begin as none of them does: three letters say so at once, where trying fifty patterns on every line of every
page would cost more than all else that is asked of a line.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

import summariser.lexicon as lexicon

Form = tuple[str, re.Pattern[str], str]  # the rule, its pattern, words it cannot be without


def opening(low: str) -> str:
    """The letters, up to three, that a line in lower case begins with; its first sign where there are none, 0 for any
    figure."""
    if low[:3].isalpha():
        return low[:3]
    return low[:2] if low[:2].isalpha() else "0" if low[0].isdigit() else low[0]


def first_fit(table: str, low: str, far: bool = False) -> str | None:
    """The rule of the first pattern that the line in lower case fits (empty for a table without rules); ``far``: be it
    one that may begin anyhow."""
    known = forms(table, far)
    for rule, pattern, needs in known.get(opening(low)) or known[""]:
        if needs in low and pattern.match(low):
            return rule
    return None


@cache
def forms(table: str, far: bool) -> dict[str, tuple[Form, ...]]:
    """The patterns of a table by opening, in its order; under "" and all others those that may begin anyhow, if
    ``far``."""
    rows = [
        (row["opens"].split(), (row.get("rule", ""), re.compile(row["pattern"]), row.get("needs") or ""))
        for row in lexicon.rows(table)
    ]
    return {
        begins: tuple(form for opens, form in rows if (far if form[2] else begins in opens))
        for begins in ("", *openings(table))
    }


@cache
def openings(table: str) -> frozenset[str]:
    """All openings of a table."""
    return frozenset(chain.from_iterable(row["opens"].split() for row in lexicon.rows(table)))
