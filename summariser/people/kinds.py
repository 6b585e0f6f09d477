"""Person, body or place: what stands around any mention of a string votes for the kind of all its mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summariser.model import Word
from summariser.people.known import Known
from summariser.people.names import SHORT, Name
from summariser.people.roles import noun_phrase
from summariser.text.alike import UNKNOWN, word_class
from summariser.text.gazetteer import letters

Words = Sequence[Word]
PLACE_BEFORE = frozenset({"at", "from", "across", "to"})
PLACE_AFTER = frozenset(
    {"village", "town", "city", "district", "province", "county", "region", "island", "river", "airport"}
)
OFFICERS = frozenset(
    {"manager", "coach", "chairman", "president", "director", "CEO", "chief", "owner", "players", "fans"}
)
EITHER = frozenset({"contractor", "developer", "owner"})  # a firm or a person
NOTHING = frozenset(
    {"be", "rain", "snow", "take", "help", "mean", "seem", "appear", "depend", "cost", "make", "happen"}
)
HEADED = frozenset({"chairman", "chairwoman", "chair", "director", "CEO", "executive", "spokesman", "spokeswoman"})
WATERS = frozenset({"Lake", "Loch", "Mount", "Cape"})  # in front of a place's own name
TAILS = (" School District", " Hall of Fame")  # of bodies, though they end as places do
TELLS = frozenset({",", "is", "was", "are", "were"})
DATELINE = frozenset({"(", "—", "–", "--", "-"})
LABEL = 1.0
APART = 4  # times as often as a body of two words somebody is named who is not that body
LISTED = 1.5  # a body of our list


def key_of(words: Words, name: Name) -> str:
    """The string that mentions of one name share: its tokens, case and apostrophes levelled."""
    whole = " ".join([w.text for w in words[name.first : name.last]]).casefold().replace("’", "'")
    return whole[: len(whole) - name.glued]


Votes = dict[str, float]


def vote(words: Words, name: Name, known: Known, following: Words = ()) -> Votes:
    """How much a mention's own words, its surroundings and the ``following`` sentence speak for PER, ORG and LOC,
    whatever its label."""
    votes = {"PER": 0.0, "ORG": 0.0, "LOC": 0.0}
    if name.label == SHORT:
        return votes
    vote_inside(words, name, known, votes)
    vote_before(words, name, known, votes)
    vote_after(words, name, known, votes)
    if (
        name.first == 0
        and name.last > 1
        and words[0].text not in known.first_names
        and is_it(words, name, following, known)
    ):
        votes["ORG"] += 1.1
        votes["PER"] -= 0.6
    return votes


def is_it(words: Words, name: Name, following: Words, known: Known) -> bool:
    """The subject of a sentence is "it" afterwards: Orlu Civil said "that it would" pay; "Its director" left."""
    if following and following[0].text == "Its":
        return any(w.text in OFFICERS | HEADED for w in following[1:4])
    if name.last == len(words) or words[name.last].text not in known.speech:
        return False
    at = next((n for n in range(name.last + 2, len(words) - 2) if words[n].text == "it"), 0)
    said = at > 0 and words[at - 1].text in ("that", "said") and words[at + 1].tag == "MD"
    return said and words[at + 2].tag == "VB" and words[at + 2].text not in NOTHING


def vote_inside(words: Words, name: Name, known: Known, votes: Votes) -> None:
    """The name's own words: first names, kinds of bodies and places, known names, acronyms."""
    tokens = [w.text for w in words[name.first : name.last]]
    whole, head = " ".join(tokens), tokens[-1]
    if whole in known.bodies:
        votes["ORG"] += LISTED
    elif whole in known.groups:  # "Republicans"
        votes["ORG"] += 1.0
    elif whole in known.places:
        votes["LOC"] += 1.3
    elif len(tokens) == 1:
        if is_acronym(words, name):  # "the QVW", but not "the USB port"
            votes["ORG"] += 0.7 if name.last < len(words) and words[name.last].tag[:2] == "NN" else 0.75
    elif head in known.body_heads or tokens[0] in known.body_heads or "&" in tokens or whole.endswith(TAILS):
        votes["ORG"] += 1.1
    elif head in known.place_heads or (len(tokens) == 2 and tokens[0] in WATERS):
        votes["LOC"] += 1.1
    elif tokens[0] in known.first_names and len(tokens) < 5:
        votes["PER"] += 0.4 if tokens[0] in known.places else 0.95 if is_surname(head) else 0.8
    elif letters(head) == "S":  # "Tarn Lines"
        votes["ORG"] += 0.8
        votes["PER"] -= 0.6
    elif head in known.places:  # "Inter Milan", "Real Madrid"
        votes["ORG"] += 0.6
        votes["PER"] -= 0.6


def is_surname(word: str) -> bool:
    """A listed surname and nothing else that we know, or two joined whose last is listed: "Weeks", "Lee-Obi"."""
    return letters(word.rsplit("-", 1)[-1]) == "L"


def is_acronym(words: Words, name: Name) -> bool:
    """Two to six capitals between words that are not in capitals."""
    text = words[name.first].text.replace(".", "").replace("&", "").replace("-", "")
    beside = (*words[max(0, name.first - 1) : name.first], *words[name.last : name.last + 1])
    return text.isalpha() and text.isupper() and 1 < len(text) < 7 and any(w.text.islower() for w in beside)


def vote_before(words: Words, name: Name, known: Known, votes: Votes) -> None:
    """A title or a role just before speaks for a person, a bare "in" for a place."""
    if name.first == 0:
        return
    before = words[name.first - 1]
    if before.text in known.titles and before.text not in known.body_heads:
        votes["PER"] += 2.0
    elif before.text in known.body_kinds:
        votes["ORG"] += 1.1  # "the airline" Orlu Air
    elif before.text.lower() in known.persons and before.text not in EITHER and before.tag in ("NN", "NNP"):
        votes["PER"] += 1.0
    elif before.text in known.demonyms and words[name.first].text in known.first_names and name.last - name.first > 1:
        votes["PER"] += 0.5  # "the Australian Timothy Weeks"
    elif before.text == "of" and name.first > 1 and words[name.first - 2].text in HEADED:
        votes["ORG"] += 0.5
    elif before.text in ("in", "near") and name.last < len(words) and words[name.last].tag[:2] != "NN":
        votes["LOC"] += 0.9
    elif before.text == "," and is_state(words, name, known):
        votes["LOC"] += 1.5
    elif before.text in PLACE_BEFORE:
        votes["LOC"] += 0.3
    elif before.text.lower() == "the":
        votes["ORG"] += 0.2
        votes["PER"] -= 0.3


def vote_after(words: Words, name: Name, known: Known, votes: Votes) -> None:
    """An age, a "who" or a verb of saying just behind speaks for a person, "village" for a place."""
    rest = words[name.last : name.last + 3]
    after = rest[0].text if rest else ""
    if name.first == 0 and after in DATELINE and words[0].text.isupper():
        votes["LOC"] += 1.5
    elif after in known.speech:
        votes["PER"] += 0.4
        votes["ORG"] += 0.2
    elif rest and rest[0].tag == "POS" and len(rest) > 1 and rest[1].text in OFFICERS:
        votes["ORG"] += 0.5
    elif after in PLACE_AFTER:
        votes["LOC"] += 1.2
    elif after == "," and len(rest) == 3 and is_age(rest[1].text) and rest[2].text in (",", "."):
        votes["PER"] += 1.5
    elif after == "," and len(rest) > 1 and rest[1].text == "who":
        votes["PER"] += 1.0
    elif after in TELLS and is_kind_of_body(words, name.last + 1, known):
        votes["ORG"] += 1.1
    elif after in ("is", "was") and is_surname(words[name.last - 1].text) and noun_phrase(words, name.last + 1, known):
        votes["PER"] += 1.2
    elif after == "," and words[name.first].text in known.first_names and is_role(words, name.last + 1, known):
        votes["PER"] += 0.7


def is_state(words: Words, name: Name, known: Known) -> bool:
    """One word that its stop makes a short name we know: Orlu, "Mo".; the town of that name has no stop."""
    stop = words[name.last].text if name.last < len(words) else ""
    return stop == "." and name.last - name.first == 1 and f"{words[name.first].text}.".casefold() in known.aliases


def is_kind_of_body(words: Words, at: int, known: Known) -> bool:
    """A noun phrase for a kind of body: "a Danish chain of shops", "the airline,"; no "bank robber"."""
    if at >= len(words) or words[at].tag != "DT":
        return False
    end = at + 1
    while end < min(len(words), at + 8) and words[end].tag[:2] in ("JJ", "NN", "VB", "CD", "RB"):
        end += 1
    owns = end < len(words) and words[end].tag == "POS"  # "the team's star"
    return words[end - 1].text in known.body_kinds and words[end - 1].text != "giant" and not owns


def is_role(words: Words, at: int, known: Known) -> bool:
    """A short noun phrase that ends in what a person does and at a comma or a stop: "the flight director,"."""
    phrase = words[at : at + 6]
    end = next((n for n, w in enumerate(phrase) if w.text in (",", ".", "of", "at", "for")), 0)
    return end > 0 and phrase[end - 1].tag == "NN" and phrase[end - 1].text.lower() in known.persons


def is_age(text: str) -> bool:
    """One to three digits, below the oldest a person gets."""
    return text.isdecimal() and len(text) < 4 and int(text) < 120


def elect(sentences: Sequence[Words], names: Sequence[Name], known: Known) -> dict[str, str]:
    """The kind of each key: the mean of its mentions' labels, and the strongest of what else speaks for each kind."""
    labels: dict[str, list[str]] = defaultdict(list)
    totals: dict[str, Votes] = defaultdict(lambda: {"PER": 0.0, "ORG": 0.0, "LOC": 0.0})
    inner: set[str] = set()
    for name in names:
        words = sentences[name.sentence]
        key = key_of(words, name)
        labels[key].append(name.label)
        if name.first:
            inner.add(key)
        total = totals[key]
        following = sentences[name.sentence + 1] if name.sentence + 1 < len(sentences) else ()
        for kind, weight in vote(words, name, known, following).items():
            if abs(weight) > abs(total[kind]):
                total[kind] = weight
    for key in common_words(sentences, totals.keys() - inner):
        del labels[key], totals[key]
    for key, given in labels.items():
        for label in given:
            if label in totals[key]:
                totals[key][label] += LABEL / len(given)
    lend_to_parts(totals, labels, known)
    lend_to_wholes(totals)
    return {key: best for key, votes in totals.items() if (best := winner(votes, labels[key]))}


def common_words(sentences: Sequence[Words], openers: set[str]) -> set[str]:
    """Of the strings that only ever begin sentences, those that the text also writes small: no names."""
    if not openers:
        return set()
    return openers & {w.text for words in sentences for w in words if w.tag[0] in "NJV"}


def winner(votes: Votes, labels: Sequence[str]) -> str | None:
    """The kind with most votes; None where they are too few for a string that was rarely labelled."""
    best = max(votes, key=lambda kind: votes[kind])
    return best if votes[best] >= (0.9 if not set(labels) & {"PER", "ORG", "LOC"} else 0.4) else None


def lend_to_parts(totals: dict[str, Votes], labels: dict[str, list[str]], known: Known) -> None:
    """A full name's votes count for its short forms: who was introduced as "Ann Lee" is "Lee" later, and
    "Tottenham Hotspur" is "Tottenham", but the man named ten times is no "Lee Train".  That our lists know a body
    called "Lee" then counts no more."""
    for key, votes in list(totals.items()):
        parts = key.split(" ")
        if len(parts) == 1:
            continue
        best = max(votes, key=lambda kind: votes[kind])
        if votes[best] < 0.9:
            continue
        if best == "PER":
            for part, weight in ((parts[-1], 1.5), (parts[0], 0.7)):
                if part in totals:
                    totals[part]["PER"] += weight
                    totals[part]["ORG"] -= LISTED if weight > 1 and part.capitalize() in known.bodies else 0.0
        elif best == "ORG" and len(parts) == 2 and parts[0] in totals:
            often = len(labels[parts[0]]) >= APART * len(labels[key]) and set(labels[parts[0]]) == {"PER"}
            if totals[parts[0]]["LOC"] < 0.9 and not often:
                totals[parts[0]]["ORG"] += 1.2


def lend_to_wholes(totals: dict[str, Votes]) -> None:
    """ "Ms Obi" shows what "Minna Obi" is, where nothing but a label says that it is a body and no everyday word begins
    it ("Team Obi")."""
    for key, votes in totals.items():
        first, _, rest = key.partition(" ")
        if not rest or votes["ORG"] < max(votes["PER"], votes["LOC"]) or votes["ORG"] > LABEL:
            continue
        shown = max((totals[end]["PER"] for n in range(2) if (end := key.split(" ", 1 + n)[-1]) in totals), default=0.0)
        may_be = votes["PER"] >= 0.5 or word_class(first) == UNKNOWN or set(letters(first.capitalize())) & set("FL")
        if shown > LABEL and may_be:
            votes["PER"] += shown
