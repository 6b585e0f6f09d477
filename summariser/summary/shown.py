"""What a reader is not shown while there is better: labels, captions, lines run together, words that point at what is
not there.

Rules of reading: summaries that people wrote say nothing of them, so that weights are fitted without them
(``train/summary``); they hold wherever a summary is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from summariser.lexicon import words as listed
from summariser.model import Article
from summariser.summary.coherence import EMPTY_IT, OPENS, QUOTED, Lean, Leanings, connected
from summariser.summary.features import fragment
from summariser.summary.tally import Tally
from summariser.summary.terms import Cut
from summariser.text.beside import holds, promotion
from summariser.text.sentences import titled

SHORT, LONGEST = 9, 90  # words; what is longer is no sentence but lines run together
ALIKE = 0.75  # of the stems of a sentence, in another that tells the same
ASIDE = re.compile(
    r"\W*(?:copyright ©|© ?(?:19|20)\d\d|click here|stay tuned\b|scroll down\b|read on\b"
    r"|this is part of (?:a|our|the) series\b|to (?:browse|buy|find out|learn|order|read|see)\b.{3,120}, (?:click|go to"
    r"|visit)\b)",
    re.I,
)
CREDITED = re.compile(r" contributed to (?:this|the) (?:report|story|article)\b")
PICTURE = re.compile(r"\((?:above|below|(?:(?:far|second|centre|center) )?(?:left|right|centre|center))\b[^()]{0,30}\)")
CARD = re.compile(r"([A-Z][a-z]+) [A-Z][\w’'-]+?\1 ")  # of somebody named, copied with the text: "Ann ObiAnn Obi"
JOINED = re.compile(r"[A-Z](?<=[a-z].)")  # what CARD cannot be without
BESIDE = re.compile(r"(?:GETTY|REUTERS|EPA|AFP|REX|Caption|Image caption)[ *]")  # what stands round pictures and posts
GLUED = re.compile(r"pic\.twitter\.com/|\b(?:Play slideshow|Scroll down for video [A-Z]|x Share [A-Z])")
GLUES = ("pic.twitter.com/", "Play slideshow", "Scroll down for video", "x Share")  # one of which GLUED needs
MARKUP = re.compile(r"</?[a-z]+(?: [\w-]+=[\"'][^<>]*)?>")  # of a post, copied with it
TICKER = re.compile(  # a match told minute by minute
    r"(?:Match ends|(?:First|Second) Half (?:begins|ends)|Foul by|Attempt (?:missed|saved|blocked)|Corner,|Offside,"
    r"|Substitution,|Hand ball by|Delay (?:in match|over))(?!\w)"
    r"|[^()]{3,30} \([^()]{3,30}\) (?:wins a free kick|is shown the|(?:right|left) footed shot|header from|hits the)\b"
)
STOPPED = re.compile(r"(?<![ .])[.!?][^\w.…]{0,3}$")  # not where "..." tells that more was written
WORD = re.compile(r"\w+")
DOERS = frozenset(["i", "you", "he", "she", "we", "they", "who"])
VERB = re.compile(  # what may be one, besides the auxiliaries: "loved", "depends", "it's"
    r"\b[a-z]{2,}(?:ed|[^\Ws]s)\b|n['’]t\b"
    r"|\b(?i:I|you|we|they|it|that|there|here|s?he|what|who)['’](?:s|re|m|ve|ll|d)\b"
)
NAMED_BACK = re.compile(  # in small letters: "of these losses", "After reading this plan", "Unfortunately, that owner"
    r"\b(?:about|against|around|behind|by|despite|during|for|from|in|into|of|on|over|to|under|with|within) these [a-z]"
    r"|^[^,]{3,40}, (?:these|those) [a-z]|^\w+ \w+ing (?:this|that|these|those) [a-z]"
    r"|^\W{0,3}\w+ly, (?:that|this|these|those) "
)
NAMES_BACK = ("these", "those", "that", "this")  # one of which NAMED_BACK needs
ENDS_BACK = re.compile(  # a short sentence: "Brandt agreed.", "No one should do that.", "The party had a terrible one."
    r"\b(?:(?:do|does|did|done|say|says|said|think|believe|know) (?:that|so)|(?:dis)?agree[sd]?|from there"
    r"|(?:an?|another|that|this) (?:\w+ )?one|(?:about|at|by|for|from|in|of|on|to|with) (?:that|this|those|these))"
    r"[.!?]?[”\"]?$"
)
OPENS_BACK = re.compile(  # in small letters
    r"\W{0,3}(?:ironically|(?:with|on) (?:that|this) (?:in mind|note)|speaking of|better (?:yet|still)|even worse"
    r"|even before that|(?:that being|having) said|(?:in so|by) doing|if so|to do (?:so|this)|when that happens|[qa]:)"
    r"(?![\w-])"
)
START = attrgetter("start")
THOSE = re.compile(r"\b(?:that|this|those|these)[,;.]")


class Shown(Leanings):
    """What each sentence leans on, by stricter rules; no name is shown for words that somebody else passes on ("the
    agency quoted Mr Obi as saying")."""

    def __init__(self, article: Article, cuts: Sequence[Cut]) -> None:
        super().__init__(article, cuts)
        for quote in article.quotes:
            if quote.cue is not None and article.text[quote.cue.start : quote.cue.end].lower() in ("quoted", "quotes"):
                first, last = quote.parts[0].start, quote.parts[-1].end
                after = bisect_left(article.sentences, last, key=START)
                passed = range(max(0, bisect_right(article.sentences, first, key=START) - 1), after)
                self.said |= {number: Lean(self.said[number].case) for number in passed if number in self.said}

    def __missing__(self, number: int) -> Lean | None:
        found, (text, words) = super().__missing__(number), self.cuts[number]
        if found is None or found.gloss:
            back = hangs(text) if found and number in self.said else points_back(text, words)
            self[number] = found = Lean("points back") if back else found
        return found


def hangs(text: str) -> bool:
    """True for words of a quotation that the name of who speaks does not help: an answer, a question to what was said
    before, "This is"."""
    opens = (OPENS.match(text) and not EMPTY_IT.match(text)) or connected(text[:80].lower())
    return bool(opens or ENDS_BACK.search(text) or THOSE.search(text) or "?" in text[-4:])


def points_back(text: str, words: Sequence[str]) -> bool:
    """True for a sentence that names again what was told before: "of these losses", "She had one."."""
    marked = "“" in text or '"' in text
    opening = (QUOTED.sub(lambda m: "\x00" * len(m[0]), text) if marked else text)[:80].lower()
    back = OPENS_BACK.match(opening) or (any(w in opening for w in NAMES_BACK) and NAMED_BACK.search(opening))
    return bool(back or (len(words) < SHORT and ENDS_BACK.search(text)))


class Unfit(dict[int, bool]):
    """For each sentence, by its number, whether it is cut off or run together, stands beside the text, is a label, or
    tells one of the first three again.  Found when it is asked for, as what sentences lean on is."""

    def __init__(self, article: Article, cuts: Sequence[Cut], found: Tally) -> None:
        self.article, self.cuts, self.found = article, cuts, found
        self.first = [self.stems(number) for number in range(min(3, found.sentences))]

    def __missing__(self, number: int) -> bool:
        text, words = self.cuts[number]
        odd = len(words) > LONGEST or beside(text, len(words)) or (label(text, words) and not self.acts(number))
        self[number] = odd = odd or self.again(number)
        return odd

    def stems(self, number: int) -> set[int]:
        """The stems of a sentence, by number."""
        start, end = self.found.ends[number : number + 2]
        return set(self.found.said[start:end].tolist())

    def acts(self, number: int) -> bool:
        """True where an action is told."""
        s = self.article.sentences[number]
        return any(s.start <= action.start < s.end for action in self.article.actions)

    def again(self, number: int) -> bool:
        """True for a sentence that tells one of the first three again, as captions do and what a standfirst was taken
        from: three quarters of its stems stand there."""
        stems = self.stems(number)
        return len(stems) > 4 and any(len(held & stems) >= ALIKE * len(stems) for held in self.first[:number])


def beside(text: str, words: int) -> bool:
    """True for what is cut off, and for what speaks of pictures, posts, other pages or who wrote."""
    return (
        (not STOPPED.search(text[-5:]) and not fragment(text))  # which has its own weight
        or ASIDE.match(text) is not None
        or TICKER.match(text) is not None
        or BESIDE.match(text) is not None
        or (holds(text, GLUES) and GLUED.search(text) is not None)
        or ("(" in text and PICTURE.search(text) is not None)
        or (JOINED.search(text) is not None and CARD.search(text) is not None)
        or (" contributed " in text and CREDITED.search(text) is not None)
        or ("<" in text and MARKUP.search(text) is not None)
        or promotion(text, text.lower(), words, True) is not None
    )


def label(text: str, words: Sequence[str]) -> bool:
    """True for words without a verb that are few or have capitals: "Foul by Obi (Ostrand).", "Top 10 Crane Makers"."""
    return (len(words) < SHORT or titled(text)) and not verb(text)


def verb(text: str) -> bool:
    """True where a form of be, have, do or a modal verb is seen, an irregular past, who does it ("they know"), or what
    may be a form of another verb: "loved", "depends"."""
    seen = set(map(str.lower, WORD.findall(text)))
    known = any(not seen.isdisjoint(found) for found in (listed("auxiliaries"), listed("irregular-pasts"), DOERS))
    return known or VERB.search(text) is not None
