"""Person, body or place: what stands around any mention of a string votes for the kind of all its mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from summariser.model import Word
from summariser.people.known import Known
from summariser.people.names import Name

Words = Sequence[Word]
PLACE_BEFORE = frozenset({"in", "near", "at", "from", "across", "to"})
LABEL = 1.0


def key_of(words: Words, name: Name) -> str:
    """The string that mentions of one name share: its tokens, case and apostrophes levelled."""
    return " ".join(w.text for w in words[name.first : name.last]).casefold().replace("’", "'")


Votes = dict[str, float]


def vote(words: Words, name: Name, known: Known) -> Votes:
    """How much this mention and its surroundings speak for PER, ORG and LOC."""
    votes = {"PER": 0.0, "ORG": 0.0, "LOC": 0.0}
    if name.label in votes:
        votes[name.label] += LABEL
    vote_inside(words, name, known, votes)
    vote_before(words, name, known, votes)
    vote_after(words, name, known, votes)
    return votes


def vote_inside(words: Words, name: Name, known: Known, votes: Votes) -> None:
    """The name's own words: first names, kinds of bodies and places, known names, acronyms."""
    tokens = [w.text for w in words[name.first : name.last]]
    whole, head = " ".join(tokens), tokens[-1]
    if whole in known.bodies:
        votes["ORG"] += 1.5
    elif whole in known.places:
        votes["LOC"] += 1.0
    elif len(tokens) > 1 and (head in known.body_heads or tokens[0] in known.body_heads):
        votes["ORG"] += 1.0
    elif len(tokens) > 1 and head in known.place_heads:
        votes["LOC"] += 1.0
    elif 1 < len(tokens) < 5 and tokens[0] in known.first_names and tokens[0] not in known.places:
        votes["PER"] += 0.8
    elif len(tokens) == 1 and head.isupper() and 1 < len(head) < 7:
        votes["ORG"] += 0.5


def vote_before(words: Words, name: Name, known: Known, votes: Votes) -> None:
    """A title or a role just before speaks for a person, a bare "in" for a place."""
    if name.first == 0:
        return
    before = words[name.first - 1].text
    if before in known.titles and before not in known.body_heads:
        votes["PER"] += 2.0
    elif before in known.persons and words[name.first - 1].tag in ("NN", "NNP"):
        votes["PER"] += 1.0
    elif before in PLACE_BEFORE:
        votes["LOC"] += 0.3
    elif before == "the":
        votes["ORG"] += 0.2
        votes["PER"] -= 0.3


def vote_after(words: Words, name: Name, known: Known, votes: Votes) -> None:
    """An age, a "who" or a verb of saying just behind speaks for a person."""
    rest = words[name.last : name.last + 3]
    if not rest:
        return
    after = rest[0].text
    if after in known.speech:
        votes["PER"] += 0.4
        votes["ORG"] += 0.2
    elif after == "," and len(rest) == 3 and rest[1].text.isdigit() and len(rest[1].text) == 2:
        votes["PER"] += 1.5 if rest[2].text in (",", ".") else 0.0
    elif after == "," and len(rest) > 1 and rest[1].text == "who":
        votes["PER"] += 1.0


def elect(sentences: Sequence[Words], names: Iterable[Name], known: Known) -> dict[str, str]:
    """The kind of each key: most votes of all its mentions; a key nobody voted for has none."""
    totals: dict[str, Votes] = defaultdict(lambda: {"PER": 0.0, "ORG": 0.0, "LOC": 0.0})
    labelled = set()
    for name in names:
        words = sentences[name.sentence]
        key = key_of(words, name)
        for kind, weight in vote(words, name, known).items():
            totals[key][kind] += weight
        if name.label in ("PER", "ORG", "LOC"):
            labelled.add(key)
    lend_to_parts(totals)
    kinds = {}
    for key, votes in totals.items():
        best = max(votes, key=lambda kind: votes[kind])
        if votes[best] >= (0.5 if key in labelled else 1.0):
            kinds[key] = best
    return kinds


def lend_to_parts(totals: dict[str, Votes]) -> None:
    """A full name's votes count for its surname too: who was introduced as "Ann Lee" is "Lee" later."""
    for key, votes in list(totals.items()):
        parts = key.split(" ")
        if len(parts) > 1 and votes["PER"] > max(votes["ORG"], votes["LOC"], 0.9):
            for part in (parts[-1], parts[0]):
                if part in totals:
                    totals[part]["PER"] += 1.5 if part == parts[-1] else 0.7
