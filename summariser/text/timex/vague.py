"""Now, then and some day: PRESENT_REF, PAST_REF, FUTURE_REF."""

from __future__ import annotations

from summariser.text.timex.context import Context, Match, Meaning, Resolve


def present(found: Match, context: Context) -> Meaning | None:
    """Now, currently, these days."""
    return Meaning("DATE", "PRESENT_REF", "published")


def past(found: Match, context: Context) -> Meaning | None:
    """Recently, previously, in the past."""
    return Meaning("DATE", "PAST_REF", "published")


def future(found: Match, context: Context) -> Meaning | None:
    """Soon, in the future, in the long term."""
    return Meaning("DATE", "FUTURE_REF", "published")


RESOLVE: dict[str, Resolve] = {
    "present": present,
    "present_days": present,
    "past": past,
    "future": future,
}
