"""Sentences that stand beside an article and read like one of its own: captions, offers, who pays, who wrote it; code.

Rules for ``furniture.py``, of its shape: (line, the line in lower case, its words, whether it ends a sentence) -> kind.
Each looks first for what its form cannot be without, since most lines have none of it.
"""

from __future__ import annotations

import re
from functools import cache

from summariser.lexicon import rows

CAPTION_LABEL = re.compile(
    r"(?:image|photo|picture) (?:caption|source)(?:[,:]|$)"
    r"|(?:image|photo|picture|pictured|photograph|file (?:photo|image)|caption|above|below|left|right|video|"
    r"fig(?:ure|\.) ?\d+)"
    r"(?: \(.{1,20}\))?\s?[:|] ?\S"
)
DAY_IN_FULL = re.compile(r"\b(?:sun|mon|tues|wednes|thurs|fri|satur)day, [a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d\b")
SHOWN = re.compile(
    r"\b(?:left|right|center|centre|pictured|seen|shown|speaks?|talks?|walks?|stands?|sits?|holds?|waves?|arrives?|"
    r"attends?|looks?|listens?|poses?|gestures?|leaves?|reacts?|celebrates?|watch(?:es)?|address(?:es)?|greets?|smiles?|"
    r"testif(?:y|ies)|plays?|carr(?:y|ies)|works?|rides?|drives?|shows?|answers?|gathers?|hugs?|kiss(?:es)?|runs?|shakes?|"
    r"throws?|takes?|makes?|enters?|campaigns?|marches|prays?|protests?|rall(?:y|ies)|appears?|delivers?|passes|"
    r"lines?)\b"
)
PICTURED = re.compile(
    r", pictured (?:at|in|on|with|here|during|last|earlier|outside|left|right|above|below|centre|center)\b"
)
CAPITALS = re.compile(r"(?P<first>[A-Z]+)(?: [A-Z.'’-]+){1,2} FOR [A-Z][A-Z&'’. -]+")
OFFERS = ("newsletter", "subscribe", "sign up", "signing up", "inbox", "free trial", "demo", "follow us")
OFFER = re.compile(
    r"\b(?:sign(?:ing)? up|subscrib(?:e|ing)|join|get|click|register)\b.{0,90}\b(?:newsletters?|inbox|emails?|"
    r"(?:for )?free|channel|terms|demo|free trial)\b|\bnewsletter\b.{0,80}\b(?:sign up|subscribe|inbox|forwarded)\b"
    r"|\bforwarded\b.{0,60}\b(?:sign up|subscribe)\b|\b(?:click|tap) (?:here )?to subscribe\b"
)
OFFERED = frozenset(  # words of which OFFER needs one
    [
        "sign",
        "signing",
        "subscribe",
        "subscribing",
        "join",
        "get",
        "click",
        "register",
        "newsletter",
        "forwarded",
        "tap",
    ]
)
REWARDS = ("commission", "affiliate", "independently", "disclaimer", "brought to you", "compensat", "paid promotion")
REWARD = re.compile(
    r"\b(?:affiliate|may (?:earn|receive|get|include)|(?:earn|receive|get)s? (?:a|an)?)\b.{0,60}"
    r"\b(?:commission|compensat\w+|links?|paid promotion|share|fee)\b"
    r"|\bindependently (?:selected|chosen|reviewed|picked)\b"
    r"|^(?:disclaimer|disclosure|editor(?:ial|['’]s) note):|\bcontent is brought to you by\b"
)
REWARDED = frozenset(  # words of which REWARD needs one
    ["affiliate", "earn", "earns", "receive", "receives", "get", "gets", "include", "independently"]
    + ["disclaimer", "disclosure", "editor", "editorial", "content"]
)
OURS = re.compile(r"\b(?:we|our|us|this)\b")
WRITERS = (
    "freelance|writer|reporter|journalist|correspondent|columnist|editor|contributor|photographer|producer|blogger"
)
BIOGRAPHY = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){2,4}(?:is|was|has been|covers|writes|joined) (?:an? |the |about )?(?:.{0,60}\b)?"
    rf"(?i:{WRITERS})\b"
)
CODE_SIGNS = ("{", "}", ";", "()", "//", "=", "</")
CODE = re.compile(
    r"(?:[{}]|\)\s?[;{]|[\w\"')\]];|=>|= \(|\w\($)$|^(?:[{}]|//|/\*|\*/|</?\w+>)"
    r"|^[\w.]+(?: [\w.]+)? [&+|-]?= ?\S|\w\(\w*\)[.;]"
)


def holds(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of ``signs`` stands in ``text``."""
    for sign in signs:  # noqa: SIM110  any() costs twice as much, on every line of every page
        if sign in text:
            return True
    return False


def caption_label(line: str, low: str, words: int, stop: bool) -> str | None:
    """``Image: the bridge at dusk``."""
    return "caption_label" if CAPTION_LABEL.match(low) else None


def caption_day(line: str, low: str, words: int, stop: bool) -> str | None:
    """What a picture shows, with its day in full, as agencies write beneath pictures and nowhere else."""
    return "caption_day" if "day, " in low and DAY_IN_FULL.search(low) and SHOWN.search(low) else None


def pictured(line: str, low: str, words: int, stop: bool) -> str | None:
    """``Ruth Adeyemi, pictured at the opening of the bridge in 2024.``"""
    return "caption_label" if PICTURED.search(low) else None


def photographer(line: str, low: str, words: int, stop: bool) -> str | None:
    """``JOY AMADI FOR HARBOUR GAZETTE``, as a credit is set in capitals."""
    m = CAPITALS.fullmatch(line) if line.isupper() else None
    return "credit_line" if m and m["first"].capitalize() in first_names() else None


@cache
def first_names() -> frozenset[str]:
    """The first names people go by."""
    return frozenset(row["name"] for row in rows("first-names"))


def promotion(line: str, low: str, words: int, stop: bool) -> str | None:
    """An offer of the site's own: its newsletter, a subscription."""
    return "promotion" if holds(low, OFFERS) and OFFER.search(low) else None


def disclosure(line: str, low: str, words: int, stop: bool) -> str | None:
    """Who pays for the page."""
    return "disclosure" if holds(low, REWARDS) and OURS.search(low) and REWARD.search(low) else None


def biography(line: str, low: str, words: int, stop: bool) -> str | None:
    """``Anna Quill is a reporter at the Gazette.``"""
    return "biography" if BIOGRAPHY.match(line) else None


def code(line: str, low: str, words: int, stop: bool) -> str | None:
    """A line of a program."""
    return "code" if holds(line, CODE_SIGNS) and CODE.search(line) else None
