"""Headlines and lines in capitals: every word looks like a name there, so only names known from the body count."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Word


def is_heading(words: Sequence[Word], role: str) -> bool:
    """A headline, a line in capitals, or a short line where each longer word has one."""
    if role == "headline":
        return True
    longer = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    if len(longer) < 3 or words[-1].text in '.?!”"':
        return len(longer) > 5 and sum(t.isupper() for t in longer) > 0.8 * len(longer)
    return len(words) < 20 and all(t[0].isupper() for t in longer) and len(longer) > 4


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
