"""An Article as a report for the terminal: title, summary, quotes by speaker, timeline."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import date

import summariser.text.calendar as calendar
from summariser.actions.shape import TOLD_APART
from summariser.measure import STRETCHES, Utterance, events, interval, standing, utterances
from summariser.model import Action, Actor, Article, Pick

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
UNSURE = 0.6
SHOWN_ACTIONS = 12
ALWAYS = 1  # event told however little it weighs
MISREAD = 0.2  # the shape of what only looks like an event: it is never told
WORTH = 0.3  # the weight below which an event is more often a slip or a side remark than news


def report(article: Article, summary: tuple[Pick, ...], width: int = 100) -> str:
    """The report as plain text, lines of at most ``width`` columns."""
    sections = (_head(article), _summary(article, summary), _quotes(article), _timeline(article))
    lines = [line for section in sections for line in section]
    return safe("\n".join(_wrap(line, width) for line in lines).rstrip() + "\n")


def safe(text: str) -> str:
    """Text for a terminal, without the signs that would steer it or turn its writing round."""
    return STEERING.sub("\ufffd", text)


def _wrap(line: str, width: int) -> str:
    """``line`` in several, these hanging under its words: two spaces part them from a first column."""
    hang = len(re.match(r"\s*(?:\S+(?: \S+)*\s{2,})?", line)[0])  # type: ignore[index]
    return textwrap.fill(line, width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _head(article: Article) -> Iterator[str]:
    yield article.title or "(no title)"
    words = sum(len(article.text[s.start : s.end].split()) for s in article.sentences)
    facts = (article.outlet, article.byline, say_day(article.published), f"{words} words")
    yield " · ".join(fact for fact in facts if fact)


def _summary(article: Article, summary: tuple[Pick, ...]) -> Iterator[str]:
    if summary:
        yield from ("", "SUMMARY")
    for pick in summary:
        yield "  " + glossed(article, pick)


def glossed(article: Article, pick: Pick) -> str:
    """The picked sentence on one line, with our own words in square brackets where it needs them."""
    start, end, _ = article.sentences[pick.sentence]
    if pick.gloss is None:
        return _flat(article.text[start:end])
    at, words = pick.gloss
    after = " " if at == start else ""
    return _flat(f"{article.text[start:at]} {words}{after}{article.text[at:end]}")


def _quotes(article: Article) -> Iterator[str]:
    by_speaker: dict[int | None, list[Utterance]] = {}
    for said in utterances(article):
        by_speaker.setdefault(said.speaker, []).append(said)
    if not by_speaker:
        return
    yield from ("", f"QUOTES{_counted(by_speaker)}")
    confidence = {q.id: q.confidence for q in article.quotes}
    for speaker, quotes in sorted(by_speaker.items(), key=lambda item: (item[0] is None, -len(item[1]))):
        yield "  " + _named(article, speaker)
        for said in quotes:
            how = confidence[said.quotes[0]]
            unsure = f" ({how:.0%} sure)" if how < UNSURE else ""
            yield "    " + " … ".join(f"“{_flat(article.text[p.start : p.end])}”" for p in said.spans) + unsure


def _counted(by_speaker: dict[int | None, list[Utterance]]) -> str:
    """How many quotes have how many speakers, counted as the dashboard counts them."""
    lost = len(by_speaker.get(None, ()))
    known = sum(len(said) for who, said in by_speaker.items() if who is not None)
    people = len(by_speaker) - bool(lost)
    if people < 2 and not lost:
        return ""
    found = f"{known} from {people} speaker{'' if people == 1 else 's'}"
    return f" ({found}, {lost} with no speaker found)" if lost else f" ({found})"


def _named(article: Article, actor: int | None) -> str:
    if actor is None:
        return "Speaker not found"
    known: Actor = article.actors[actor]
    return f"{known.name}, {known.role}" if known.role else known.name


def _timeline(article: Article) -> Iterator[str]:
    told = list({(a.start, a.end): a for a in reversed(events(article))}.values())  # several may act in one clause
    best = foremost(told)
    if not best:
        return
    yield from ("", "TIMELINE")
    room = max(18, *(len(_when(action)) for action in best))
    for action in sorted(best, key=lambda a: (a.order, a.start)):
        yield f"  {_when(action):<{room}}  {_what(article, action)}"
    if any(a.when and a.when.value and not a.when.stated for a in best):
        yield "  (≈: the day is inferred, not stated)"
    if len(told) > len(best):
        yield f"  ({len(told) - len(best)} smaller events left out; --format json has them all)"


def foremost(told: list[Action]) -> list[Action]:
    """The weightiest events, at most twelve, none that stands in the words of a weightier one; light ones only where
    there are no others, or somebody's deed is told for its own sake."""
    best: list[Action] = []
    for action in sorted(told, key=lambda a: (-standing(a), a.start)):
        light = standing(action) <= (WORTH / 2 if _assured(action) else WORTH)
        if len(best) == SHOWN_ACTIONS or (len(best) >= ALWAYS and light) or action.shape <= MISREAD:
            continue
        if not any(a.start <= action.start and action.end <= a.end for a in best):
            best.append(action)
    return best


def _assured(action: Action) -> bool:
    """True for a deed of somebody, told for its own sake and in whole words; what only goes on from another wants a
    stated day."""
    stated = action.when is not None and action.when.stated
    own = action.rule in TOLD_APART and (stated or action.rule != "coordinated")
    return own and action.shape >= 1 and action.actor is not None and action.status != "hypothetical"


def _when(action: Action) -> str:
    if action.when is None or action.when.value is None:
        return "no date"
    return ("" if action.when.stated else "≈ ") + (say_day(action.when.value) or "no date")


def _what(article: Article, action: Action) -> str:
    clause = _flat(article.text[action.start : action.end]).rstrip(" ,;:.")
    status = "" if action.status == "happened" else f" ({action.status})"
    if action.actor is None or _says_who(article, action):
        return clause + status
    return f"{article.actors[action.actor].name}: {clause}{status}"


def _says_who(article: Article, action: Action) -> bool:
    """Whether the clause itself names its actor, so that the name need not stand before it."""
    span = action.actor_span
    if span is None or action.actor is None or not action.start <= span.start < action.end:
        return False
    said = {word.strip(",") for word in article.text[span.start : span.end].casefold().split()}
    return bool(said & set(article.actors[action.actor].name.casefold().split()))


def say_day(value: str | None) -> str | None:
    """A date of any precision as British words: ``2024-12-05T15:34`` -> ``5 December 2024, 15:34``, ``2024-W49`` ->
    ``week of 2 December 2024``."""
    if not value:
        return None
    if calendar.granularity(value) in STRETCHES:
        return _say_stretch(value)
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?.*", value)
    if not match:
        return value
    year, month, day, clock = match.groups()
    try:
        name = date(int(year), int(month), int(day or 1)).strftime("%B")
    except ValueError:
        return value
    return f"{day.lstrip('0') + ' ' if day else ''}{name} {year}" + (f", {clock}" if clock else "")


def _say_stretch(value: str) -> str | None:
    """A week or weekend by its first day, a quarter, half or season by its months."""
    span = interval(value)
    if span is None:
        return None
    first, last = span
    if calendar.granularity(value) in ("week", "weekend"):
        return f"{calendar.granularity(value)} of {first.day} {first:%B %Y}"
    return f"{first:%B} to {last:%B %Y}"
