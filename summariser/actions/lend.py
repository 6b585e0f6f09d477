"""Dates that a clause lends another: one that is no action to what hangs together with it."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.actions.chunks import Line
from summariser.actions.clause import Clause
from summariser.actions.scene import Scene, quoted
from summariser.actions.sequence import SPEAKS
from summariser.actions.verbs import verb_class
from summariser.actions.when import DateFinder

PAPERS = frozenset({"letter", "statement", "interview", "report", "memo", "post", "tweet", "email", "video", "message"})


def hand_over(
    line: Line, clauses: Sequence[Clause], told: Sequence[bool], finder: DateFinder, dates: dict[int, list[int]]
) -> None:
    """Give the date of a clause that is no action to one that hangs together with it: "it was in 2009, when ..."; and
    that after "holding a sign" to the clause around it."""
    for k in sorted(dates, reverse=True):
        clause = clauses[k]
        idle = clause.rule == "reduced" and line.letters[clause.head] == "G"
        if told[k] and not idle and not on_paper(line, clauses, clause):
            continue
        lent = [n for n in dates[k] if not owned_by_noun(line, finder, n)]
        if not lent:
            continue
        heirs = [clause.parent, *(c for c in range(len(clauses)) if clauses[c].parent == k), k + 1, k - 1]
        for heir in heirs:
            if heir is None or not 0 <= heir < len(clauses) or of_now(line, clause, clauses[heir]):
                continue
            if of_paper(line, clauses, clause, clauses[heir]):
                continue
            if told[heir] and heir not in dates:
                dates[heir] = lent
                dates.pop(k)
                break


def owned_by_noun(line: Line, finder: DateFinder, n: int) -> bool:
    """ "Saturday's slips were like those of May, when he kept asking": the day of the slips alone."""
    end = finder.dates[n].end
    return any(word.text in ("'s", "’s") and end in (word.start, word.end) for word in line.words)


def of_paper(line: Line, clauses: Sequence[Clause], clause: Clause, heir: Clause) -> bool:
    """ "Said there was much good in the draft approved on Saturday": that is not when it was said."""
    done = clause.rule == "complement" or (clause.rule == "reduced" and line.letters[clause.head] in "Qv")
    return done and verb_class(line.low[heir.head]) in SPEAKS and not on_paper(line, clauses, clause)


def of_now(line: Line, clause: Clause, heir: Clause) -> bool:
    """ "The bridge, opened in 1931, carries ...": a day long past is none of the present tense."""
    return clause.rule in ("reduced", "participle") and line.letters[heir.verb.start] == "z"


def give_back(line: Line, clauses: Sequence[Clause], finder: DateFinder, dates: dict[int, list[int]]) -> None:
    """Give the clause around a relative one the date behind both its commas: "likened it to a reef, which lies deep,
    in an interview last week"."""
    for k in sorted(dates):
        clause = clauses[k]
        above = clause.parent if clause.parent is not None else k - 1
        if clause.rule != "relative" or above < 0 or above in dates or line.letters[clause.opened] != ",":
            continue
        first = min(finder.dates[n].start for n in dates[k])
        between = [at for at in range(clause.verb.end, len(line.words)) if line.words[at].start < first]
        if any(line.letters[at : at + 2] == ",I" for at in between):
            dates[above] = dates.pop(k)


def on_paper(line: Line, clauses: Sequence[Clause], clause: Clause) -> bool:
    """ "said in a statement released on Monday": that is when it was said."""
    if clause.rule != "reduced" or clause.parent is None:
        return False
    noun = clause.subjects[0]
    inside = noun.start > 0 and line.words[noun.start - 1].text.lower() == "in"
    return (
        inside
        and line.words[noun.end - 1].text.lower() in PAPERS
        and verb_class(line.words[clauses[clause.parent].head].text) in SPEAKS
    )


def unquoted(scene: Scene, line: Line, clauses: Sequence[Clause], dates: dict[int, list[int]]) -> dict[int, list[int]]:
    """The dates of each clause but for those inside a quotation that its verb is outside of: a day that is only spoken
    of dates no "she said"."""
    if not scene.said:
        return dates
    found = {}
    for k, owned in dates.items():
        verb = line.words[clauses[k].head].start
        own = [n for n in owned if not quoted(scene, scene.dates.dates[n].start) or quoted(scene, verb)]
        if own:
            found[k] = own
    return found
