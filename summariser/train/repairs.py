"""Brings names of several sets to one habit: titles, articles and pronouns outside, no @handles and #hashtags."""

from __future__ import annotations

from summariser.lexicon import words
from summariser.train.gold import Sentence

LOOSE = frozenset(
    {"we", "they", "our", "their", "i", "he", "she", "it", "us", "you", "his", "her", "its", "my", "your", "them"}
    | {"me", "who", "these", "those", "this", "that", "both", "all", "many", "some", "others", "the", "a", "an"}
)
TITLES = frozenset(
    {"president", "senator", "professor", "general", "mayor", "judge", "minister", "chancellor", "secretary", "miss"}
)


def spans(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The names of a sentence: first word, after the last word, kind."""
    found: list[tuple[int, int, str]] = []
    for i, (_, label) in enumerate(sentence):
        if label.startswith("B-"):
            found.append((i, i + 1, label[2:]))
        elif label.startswith("I-") and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def relabelled(sentence: Sentence, names: list[tuple[int, int, str]]) -> Sentence:
    """The sentence with just these names."""
    labels = ["O"] * len(sentence)
    for start, end, kind in names:
        labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return [(word, label) for (word, _), label in zip(sentence, labels, strict=True)]


def handles_out(sentence: Sentence) -> Sentence:
    """No @handle and no #hashtag is a name, written as one word or as two."""
    kept = [
        (start, end, kind)
        for start, end, kind in spans(sentence)
        if not any(word[0] in "@#" for word, _ in sentence[max(0, start - 1) : end])
    ]
    return relabelled(sentence, kept)


def phrases_out(sentence: Sentence) -> Sentence | None:
    """re3d labels noun phrases ("our partners", "U.S. forces"): cut to names; None where that cannot be done."""
    kept = []
    for start, end, kind in spans(sentence):
        while start < end and (sentence[start][0].lower() in LOOSE or not sentence[start][0][0].isupper()):
            start += 1
        last = sentence[end - 1][0]
        if start < end and not (last[0].isupper() or last.isdigit() or last == ")"):
            return None
        kept += [(start, end, kind)] if start < end else []
    return relabelled(sentence, kept)


def titles_out(sentence: Sentence) -> Sentence:
    """ "Mr Obi" -> "Obi"; "the Sudan" -> "Sudan"."""
    kept = []
    for start, end, kind in spans(sentence):
        first = sentence[start][0]
        low = first.lower().rstrip(".")
        title = kind == "PER" and end - start > 1 and (low in TITLES or low in words("abbreviations") and len(low) > 1)
        kept += [(start + bool(title or first == "the"), end, kind)]
    return relabelled(sentence, [name for name in kept if name[0] < name[1]])
