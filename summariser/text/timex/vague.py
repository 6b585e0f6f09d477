"""Now, then and some day: PRESENT_REF, PAST_REF, FUTURE_REF."""

from __future__ import annotations

from summariser.text.timex.context import Context, Match, Meaning, Resolve
from summariser.text.timex.tense import direction


def present(found: Match, context: Context) -> Meaning | None:
    """Now, currently, these days."""
    return Meaning("DATE", "PRESENT_REF", "published")


def _next_tag(found: Match, context: Context) -> str:
    """The tag of the word behind, to tell "in future" from "future payments"."""
    return next((word.tag for word in context.after(found.end())), "")


def past(found: Match, context: Context) -> Meaning | None:
    """Recently, formerly, in the past; "the recent vote" speaks of the vote, not of a time."""
    if found[0].endswith("recent") and context.low[max(found.end() - 10, 0) : found.end()] == "the recent":
        return None
    if found[0] == "the past" and _next_tag(found, context)[:2] in ("NN", "CD", "JJ"):
        return None
    return Meaning("DATE", "PAST_REF", "published")


def future(found: Match, context: Context) -> Meaning | None:
    """Soon, in the future, in the long term; but "she was soon released" tells what followed then."""
    if found[0] == "future" and _next_tag(found, context)[:2] in ("NN", "JJ", "VB"):
        return None
    if found[0] == "soon" and direction(context, found.start()) == "past":
        return None
    return Meaning("DATE", "FUTURE_REF", "published")


RESOLVE: dict[str, Resolve] = {
    "present": present,
    "present_days": present,
    "past": past,
    "future": future,
}
