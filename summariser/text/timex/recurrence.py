"""What comes again and again: daily, every year, each July, twice a week."""

from __future__ import annotations

from summariser.text.timex import vocabulary as words
from summariser.text.timex.context import Context, Match, Meaning, Resolve
from summariser.text.timex.duration import length


def adverb(found: Match, context: Context) -> Meaning | None:
    """Daily, weekly, annual; but no quarterly dividend, and no daily that is a newspaper ("the party daily Granma")."""
    beside = context.before(found.start(), 1) + context.after(found.end())
    named = len(beside) == 2 and beside[0].tag[:2] in ("NN", "JJ") and beside[1].tag.startswith("NNP")
    if named or (found["word"] == "quarterly" and beside[-1:] and beside[-1].tag[:2] in ("NN", "JJ")):
        return None
    return Meaning("SET", words.OFTEN[found["word"]])


def every(found: Match, context: Context) -> Meaning | None:
    """Every day, each month, every two years, every other week, every fourth year."""
    count = 2 if found["other"] else words.number(found["count"]) if found["count"] else 1
    count = words.ordinal(found["nth"]) if found["nth"] else count
    return Meaning("SET", length(count, found["unit"]))


def per(found: Match, context: Context) -> Meaning | None:
    """Twice a week, $5 a day, 3 percent per year."""
    return Meaning("SET", length(1, found["unit"]))


def every_month(found: Match, context: Context) -> Meaning | None:
    """Each July; every summer."""
    name = found["name"]
    return Meaning("SET", f"XXXX-{words.MONTHS[name]:02d}" if name in words.MONTHS else f"XXXX-{words.SEASONS[name]}")


RESOLVE: dict[str, Resolve] = {
    "adverb": adverb,
    "every": every,
    "every_month": every_month,
    "per": per,
}
