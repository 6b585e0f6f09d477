"""Headlines and lines in capitals: every word looks like a name there, so only names known from the body count."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Block, Sentence, Word


def find_headings(blocks: Sequence[Block], sentences: Sequence[Sentence], words: Sequence[Sequence[Word]]) -> set[int]:
    """The sentences that are headings; none where the text is nothing else, since the body must know the names."""
    found = {n for n, s in enumerate(sentences) if is_heading(words[n], s, blocks[s.block])}
    return found if len(found) < len(sentences) else set()


def is_heading(words: Sequence[Word], sentence: Sentence, block: Block) -> bool:
    """A headline, a line in capitals, or a line of its own that gives each longer word a capital."""
    if block.role == "headline":
        return True
    if mostly_small(words):
        return False
    longer = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    alone = (sentence.start, sentence.end) == (block.start, block.end) and len(words) < 24
    if len(longer) < 4:
        return alone and sum(w.text.isupper() for w in words) > 2 and not any(w.text.islower() for w in words)
    if alone and (words[-1].text != "." or (sentence.block == 0 and not plain(words))):
        return sum(t[0].isupper() for t in longer) >= 0.85 * len(longer)
    return len(longer) > 5 and sum(t.isupper() for t in longer) > 0.8 * len(longer)


def mostly_small(words: Sequence[Word]) -> bool:
    """Whether more than a fifth of the words are longer ones in small letters, as no heading's are: seen at once."""
    left = len(words) // 5
    for word in words:
        if len(word.text) > 3 and word.text.islower():
            if not left:
                return True
            left -= 1
    return False


def plain(words: Sequence[Word]) -> bool:
    """Whether a noun or a verb stands in small letters: a sentence among many names, not a line of capitals."""
    return any(w.text.islower() and len(w.text) > 2 and w.tag[:2] in ("NN", "VB") for w in words)


def link_heading(words: Sequence[Word], kinds: dict[str, str]) -> list[tuple[int, int, str]]:
    """The names known from the body that stand here, longest first, as (first, last, label)."""
    found, at = [], 0
    lower = [w.text.casefold().replace("’", "'") for w in words]
    while at < len(words):
        size = next((k for k in (4, 3, 2, 1) if " ".join(lower[at : at + k]) in kinds), 0)
        size = min(size, len(words) - at)
        if size and words[at].text[0].isupper():
            found.append((at, at + size, kinds[" ".join(lower[at : at + size])]))
        at += size or 1
    return found
