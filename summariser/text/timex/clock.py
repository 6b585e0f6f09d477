"""Times of day: 16:08 UTC, 10 p.m. Wednesday, noon, this morning, 4 in the morning."""

from __future__ import annotations

from datetime import date

from summariser.text.calendar import shift_days
from summariser.text.timex import vocabulary as words
from summariser.text.timex.context import Context, Match, Meaning, Resolve


def day_of(found: Match, context: Context) -> str | None:
    """The day a clock time belongs to: the one mentioned in its sentence, else the publication day."""
    mentioned = context.last("day", since=context.start)
    if mentioned and mentioned[4:6] != "-W":
        return mentioned[:10]
    return context.published.isoformat() if context.published else None


def clock(found: Match, context: Context) -> Meaning | None:
    """A time on the clock, on its day; the zone is UTC when it says so."""
    hour, minute = _hour(found), found["minute"] or found["minutes"]
    if hour is None or (minute and int(minute) > 59):
        return None
    day = day_of(found, context)
    zulu = "Z" if found["zone"] in ("utc", "gmt") else ""
    return Meaning(
        "TIME", f"{day or 'XXXX-XX-XX'}T{hour:02d}:{int(minute or 0):02d}{zulu}", "published" if day else "none"
    )


def _hour(found: Match) -> int | None:
    hour = int(words.number(found["hour"] or found["hours"]) or 0)
    half = (found["half"] or "").replace(".", "").replace(" ", "")
    if half == "pm" or (found["part"] in ("afternoon", "evening", "night") and hour < 12):
        return hour + 12 if hour < 12 else hour if hour == 12 else None
    if half == "am":
        return hour % 12 if hour <= 12 else None
    return hour if hour <= 24 else None


def military(found: Match, context: Context) -> Meaning | None:
    """0800 UTC."""
    digits, day = found["military"], day_of(found, context)
    if int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return Meaning("TIME", f"{day or 'XXXX-XX-XX'}T{digits[:2]}:{digits[2:]}Z", "published" if day else "none")


def noon(found: Match, context: Context) -> Meaning | None:
    """Noon, midday, midnight; but not high noon."""
    if context.low[max(found.start() - 5, 0) : found.start()] == "high ":
        return None
    day = day_of(found, context)
    return Meaning("TIME", f"{day or 'XXXX-XX-XX'}T{words.DAYPARTS[found['name']]}", "published" if day else "none")


def part_of_day(found: Match, context: Context) -> Meaning | None:
    """This morning, later this afternoon, last night, overnight, tomorrow evening."""
    part = found["part"] or found["part2"]
    code, today = words.DAYPARTS[part], context.published
    which = found["which"] or ""
    if which == "the" and context.low.startswith(" of ", found.end()):
        return None  # "the night of Oct. 23" is that day
    if which in ("the", "that", "that same", "the same"):
        today = context.last_day() or today
    if which in ("the next", "the following"):
        today = shift_days(context.last_day() or today, 1) if today else None
    if today is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}")
    back = -1 if which == "last" else 0
    step = words.DEICTICS.get(found["when"] or which, back)
    return Meaning(
        "TIME", f"{_iso(today, step)}T{code}", "previous" if which.startswith("th") and which != "this" else "published"
    )


def trading(found: Match, context: Context) -> Meaning | None:
    """In morning trading: of the day mentioned last, else of the publication day."""
    day = context.last_day() or context.published
    return Meaning(
        "TIME",
        f"{day.isoformat() if day else 'XXXX-XX-XX'}T{words.DAYPARTS[found['part']]}",
        "published" if day else "none",
    )


def _iso(day: date, step: int) -> str:
    return shift_days(day, step).isoformat()


RESOLVE: dict[str, Resolve] = {
    "clock": clock,
    "military": military,
    "noon": noon,
    "part_of_day": part_of_day,
    "overnight": part_of_day,
    "trading": trading,
}
