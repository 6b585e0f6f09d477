"""The algorithms of the sumy library, under their own names, fed our sentences and words.

sumy's own tokeniser wants data files that must be downloaded, and splits sentences its own way; ours stands in.  Its
matrices grow with the square of the text, so longer ones are refused with a message that names the way out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from summariser.lexicon import words
from summariser.model import Article, Budget, Pick
from summariser.summary.features import headline
from summariser.summary.select import fill, never, room

MOST = 500
WORD = re.compile(r"[^\W\d_][\w’'-]*")
WHY = {
    "lexrank": "resembles many other sentences (LexRank)",
    "textrank": "shares words with many other sentences (TextRank)",
    "lsa": "carries a main topic (LSA)",
    "luhn": "holds a cluster of frequent words (Luhn)",
    "kl": "keeps the word frequencies of the whole text (KL)",
    "sumbasic": "holds the most frequent words (SumBasic)",
    "reduction": "shares words with many other sentences (Reduction)",
    "edmundson": "key words, headline words and position (Edmundson)",
}


class OurWords:
    """The part of sumy's Tokenizer that its documents and summarisers call."""

    language = "english"

    def to_words(self, text: str) -> tuple[str, ...]:
        """The words of one sentence."""
        return tuple(WORD.findall(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Sentences are split already."""
        return (text,)


def document(article: Article) -> tuple[Any, dict[int, int]]:
    """A sumy document of ``article``'s sentences, and which object is which sentence (by ``id``)."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokeniser = OurWords()
    blocks: dict[int, list[Any]] = {}
    where: dict[int, int] = {}
    for number, s in enumerate(article.sentences):
        made = Sentence(article.text[s.start : s.end], tokeniser)
        where[id(made)] = number
        blocks.setdefault(s.block, []).append(made)
    return ObjectDocumentModel([Paragraph(b) for b in blocks.values()]), where


def summariser(name: str, article: Article) -> Any:
    """sumy's summariser of that name, ready to call."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers import edmundson, kl, lex_rank, lsa, luhn, reduction, sum_basic, text_rank

    made: dict[str, Callable[[Any], Any]] = {
        "lexrank": lex_rank.LexRankSummarizer,
        "textrank": text_rank.TextRankSummarizer,
        "lsa": lsa.LsaSummarizer,
        "luhn": luhn.LuhnSummarizer,
        "kl": kl.KLSummarizer,
        "sumbasic": sum_basic.SumBasicSummarizer,
        "reduction": reduction.ReductionSummarizer,
        "edmundson": edmundson.EdmundsonSummarizer,
    }
    chosen = made[name](Stemmer("english"))
    stop = frozenset(words("stop-words"))
    if name == "edmundson":
        chosen.null_words = stop
        chosen.bonus_words = cue_words(article)
        chosen.stigma_words = frozenset({"reportedly", "perhaps", "hardly", "impossible"})
    else:
        chosen.stop_words = stop
    return chosen


def cue_words(article: Article) -> frozenset[str]:
    """Edmundson's bonus words: those of the headline; where there is none, of the first sentence."""
    first = article.sentences[0]
    over = " ".join(headline(article)).strip() or article.text[first.start : first.end]
    found = {w.lower() for w in WORD.findall(over)} - words("stop-words")
    return frozenset(found or {"important", "significant"})


def run(name: str, article: Article, budget: Budget) -> tuple[Pick, ...]:
    """The sentences that sumy's ``name`` ranks highest.  Raises ValueError above 500 sentences."""
    count = len(article.sentences)
    if count > MOST:
        raise ValueError(
            f"{name} takes at most {MOST} sentences; this text has {count}. Use the algorithm news, which has no limit"
        )
    limit = room(article, budget)
    ranked = ranking(name, article, min(limit.sentences, count))
    lengths = [len(article.text[s.start : s.end].split()) for s in article.sentences]
    taken = fill(iter(ranked), lengths, never, limit)
    picks = (Pick(i, rank + 1, 1 / (rank + 1), WHY[name]) for rank, i in enumerate(taken))
    return tuple(sorted(picks))


def ranking(name: str, article: Article, most: int) -> list[int]:
    """Sentence numbers as sumy picks them.  sumy gives its choice in reading order, so the ranks are asked one by one
    from its ratings where it rates, and by growing summaries where it does not."""
    texts = [article.text[s.start : s.end] for s in article.sentences]
    if not any(WORD.search(t) for t in texts):
        return list(range(most))
    made, where = document(article)
    tool = summariser(name, article)
    rated: list[int] = []

    def keep(sentences: Any, count: Any, rating: Any, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
        rate = rating if callable(rating) else rating.__getitem__
        order = sorted(range(len(sentences)), key=lambda i: -rate(sentences[i], *args, **kwargs))
        rated.extend(where[id(sentences[i])] for i in order)
        return ()

    tool._get_best_sentences = keep
    tool(made, most)
    return rated


ADAPTERS: dict[str, Callable[[Article, Budget], tuple[Pick, ...]]] = {name: partial(run, name) for name in WHY}
