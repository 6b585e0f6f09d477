"""What a page says of itself: title, byline, outlet, day of publication, language."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

import summariser.lexicon as lexicon
from summariser.model import Block, Document
from summariser.text.bylines import find_byline
from summariser.text.published import find_published
from summariser.text.stamps import find_stamp

SAMPLE = 1500  # characters that decide the language
RIGHTS = re.compile(
    r"(?:(?:©|\(c\)|copyright)\s*)+(?:(?:19|20)\d\d)?[\s,–-]*(?:(?:19|20)\d\d)?[\s,.|]*(?:by )?"
    r"(?P<name>[A-Z][^.|,©·∙•\d]{2,50})",
    re.I,
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_TAIL = re.compile(r"\s+[/|·•]\s+(?:\d{1,2} )?(?:" + "|".join(MONTHS) + r")[a-z]*\.? (?:19|20)\d\d$")
POST = re.compile(r"\b(?:Reporter|Correspondent|Editor|Writer|Staff|Published|Updated|Posted|Share|Read)\b", re.I)
PAPER = re.compile(
    r"(?:\s[|•·–—]\s|\sfor (?:the |The )?)(?P<paper>[A-Z][\w’'&.]*(?: [A-Z&][\w’'&.]*){0,4})\s?[,|•·–—]?\s*$"
)
AGENCY = re.compile(r"(?=[A-Z]{3})[^\W\d_][^(\n]{2,60}? ?\((?P<agency>[A-Z][\w&’' ]{1,40})\) ?[-–—]{1,2}\s")
FUNCTION_WORDS = lexicon.words("function-words") - {"a"}  # an article, or the like, in other languages too
LANGUAGE_NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


class Metadata(NamedTuple):
    """``published`` is an ISO date, with the time where the page gives it."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    language: str
    warnings: tuple[str, ...] = ()


def find_metadata(
    text: str, blocks: tuple[Block, ...], document: Document | None = None, published: str | None = None
) -> Metadata:
    """The page's own words about itself; what ``document`` (the file) says and ``published`` (the user) overrule."""
    about = document or Document("", "", text)
    headline = find_title(text, blocks)
    language, warnings = find_language(text, blocks)
    return Metadata(
        about.title or (headline and MONTH_TAIL.sub("", headline)),
        about.byline or find_byline(text, blocks),
        about.outlet or find_outlet(text, blocks),
        published or about.published or find_published(text, blocks, about.url),
        language,
        (*about.warnings, *warnings),
    )


def find_title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The words of the headline, be it on one line or broken over two."""
    first = next((i for i, b in enumerate(blocks) if b.role == "headline"), None)
    if first is None:
        return None
    lines = takewhile(lambda b: b.role == "headline", blocks[first:])
    return " ".join(" ".join(text[b.start : b.end] for b in lines).split())


def find_outlet(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The holder of the rights in the page's copyright line, else the paper that the byline names, else the agency in
    the story's dateline."""
    for block in reversed(blocks):
        if block.rule == "legal_notice":
            m = RIGHTS.match(text, block.start, min(block.end, block.start + 120))
            if m and "all rights" not in m["name"].lower():
                return m["name"].strip()
    lines = (text[b.start : b.end] for b in blocks if b.role == "byline")
    return next((paper for line in lines if (paper := paper_of(line))), None) or find_agency(text, blocks)


def find_agency(text: str, blocks: tuple[Block, ...]) -> str | None:
    """``STRANDHAVEN, March 14 (North Coast Wire) - Engineers shut ...`` -> ``North Coast Wire``."""
    opening = next((b for b in blocks if b.role in ("body", "dateline")), None)
    m = AGENCY.match(text, opening.start, opening.end) if opening else None
    return m["agency"] if m else None


def paper_of(line: str) -> str | None:
    """``By Fiona Drew — Island Herald, 9 December 2025`` -> ``Island Herald``."""
    stamp = find_stamp(line)
    m = PAPER.search(line[: stamp.start] if stamp else line)
    return m["paper"] if m and not POST.search(m["paper"]) else None


def find_language(text: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[str, ...]]:
    """The language's code and, where it is not English, a warning.  The text is read all the same."""
    sample = " ".join(text[b.start : b.end] for b in blocks if b.role == "body")[:SAMPLE]
    known = reads_as_english(sample) or len(sample) <= 20 or is_list(sample)
    code = "en" if known else classify(sample)
    if code == "en":
        return "en", ()
    name = LANGUAGE_NAMES.get(code, f"a language with the code {code!r}")
    return code, (f"The text seems to be in {name}; it is read with rules made for English.",)


def reads_as_english(sample: str) -> bool:
    """Enough English function words: then the classifier, slow to load, is not asked.  They are two fifths of what is
    written in English, and of no other language more than a twelfth is spelt like them (word counts of wordfreq)."""
    tokens = sample.lower().split()
    return sum(map(FUNCTION_WORDS.__contains__, tokens)) >= max(1, 0.15 * len(tokens))


def is_list(sample: str) -> bool:
    """Names and figures, with the same few words again and again, as results and prices are told in any language."""
    said = {token for token in sample.split() if not token.istitle()}
    return len(sample) > 500 and sum(map(str.isalpha, "".join(said))) < 0.1 * len(sample)


@cache
def _identifier() -> object:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def classify(sample: str) -> str:
    """py3langid's answer; English unless it is sure."""
    if sum(c.isalpha() for c in sample) < 20:
        return "en"
    clean = sample.encode("utf-8", "replace").decode()  # lone surrogates
    code, sure = _identifier().classify(clean)  # type: ignore[attr-defined]
    return str(code) if sure > 0.9 else "en"
