"""Letters of a sentence (``chunks``) put right where taggers are wrong by habit.

"and wounded five people" is no adjective, "following a row" no verb; a sentence without a verb has one taken for noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from summariser.actions.nouns import noun_kind
from summariser.actions.verbs import verb_class
from summariser.lexicon import words as listed
from summariser.model import Word

LIKE_PREPOSITIONS = frozenset(
    {"following", "including", "regarding", "concerning", "according", "excluding", "pending"}
)
BASES = ("eed", "bed", "wed", "shed", "shred")  # ends of verbs whose base looks like a past
ASKED = frozenset({"let", "lets", "letting", "help", "helps", "helped", "see", "saw", "hear", "heard", "watch", "that"})
VERBAL, PLAIN = frozenset("VzvQGR"), frozenset("NJ")
ENDS = "dgs"  # the last letters of nouns and adjectives that may be verbs, but for irregular pasts
HELPED = frozenset("hbBe")
BE, HEAD, NOMINAL = frozenset("bBe"), frozenset("PN"), frozenset("NPJ")
FIRST_FINITE = re.compile("[vzbhdMV]|(?<=,)Q")
FINITE = re.compile("[vzbhdMV]")
CARRIED = re.compile("[vzbhdM]|(?<![TRx])V")
PHRASE = re.compile("D|[JC]+[NP]")
SUBJECT = re.compile("(?<=[PNC])(?=[NJP])|(?<=PJ)(?=[NJ])|(?<=PJJ)(?=[NJ])")
Words = Sequence[Word]
Letters = list[str]


def is_past(low: str) -> bool:
    """True for the form of a past tense."""
    return low.endswith("ed") or low in listed("irregular-pasts")


def unmask(words: Words, low: Sequence[str], letters: Letters) -> None:
    """Undo habits of taggers: "and wounded five people" is no adjective, "following a row" no verb."""
    pasts = listed("irregular-pasts")
    doubted = [
        k
        for k, here in enumerate(letters)
        if here in VERBAL or (here in PLAIN and (low[k][-1] in ENDS or low[k] in pasts))
    ]
    for k in doubted:
        undo = UNDO.get(letters[k]) if k + 1 < len(letters) else None
        if undo:
            letters[k] = undo(words, low, letters, k, letters[k - 1] if k else "", letters[k + 1])


def not_noun(words: Words, low: Sequence[str], letters: Letters, k: int, before: str, after: str) -> str:
    """What a tagger's noun is: now and then a verb."""
    word = low[k]
    past = word in listed("irregular-pasts")
    if before == "h":
        return "Q" if past and after in "RDCJPOI" else "N"  # "have won just five matches"
    if before == "," and word.endswith("ing") and after in "cDO":
        return "G"  # ", noting that"
    if before in HEAD and past and after in "DIOTScrRt":
        return "v"
    if before == "w" and past:
        return "v"  # "the ferry that sank"
    if before == "P" and after == "c" and verb_class(word) and word.endswith("s"):
        return "z"  # "Skyways claims that"
    plans = before in HEAD and after == "T" and word.endswith("s") and letters[k + 2 : k + 3] == ["V"]
    return "z" if plans and verb_class(word) == "plan" else "N"  # "the airline plans to cut jobs"


def not_adjective(words: Words, low: Sequence[str], letters: Letters, k: int, before: str, after: str) -> str:
    """What a tagger's adjective is: now and then a past tense."""
    word = low[k]
    if word.endswith("ed") and after in "DCO" and before and before in "&NP,":
        return "v"
    if word.endswith("ed") and low[k - 1] in ("last", "first") and letters[max(0, k - 2)] in BE:
        letters[k - 1] = "R"
        return "Q"  # "was last closed in May"
    return "Q" if before in BE and word in listed("irregular-pasts") else "J"  # "were left stranded"


def not_gerund(words: Words, low: Sequence[str], letters: Letters, k: int, before: str, after: str) -> str:
    """What a tagger's gerund is: a preposition, a name, a noun ("a networking gathering but")."""
    word = low[k]
    if word in LIKE_PREPOSITIONS and before not in BE:
        return "I"
    if is_surname(words, k, before):
        return "P"
    if after in ("N", "J") and (
        before in ("G", "t") or (word in listed("ing-adjectives") and before in ("v", "z", "V", "Q"))
    ):
        return "J"  # "using threatening words", "the 1999 shooting death", "imposed sweeping new sanctions"
    noun = (before == "N" and after in "&.") or (before == "s" and after not in "NPJ")  # "the man's sentencing"
    return "N" if noun or (before in HEAD and after in "vzMhbd") else "G"  # "homestead gardening makes"


def not_verb(words: Words, low: Sequence[str], letters: Letters, k: int, before: str, after: str) -> str:
    """What a tagger's verb is: a name, an adjective, a plural, a noun."""
    here, word = letters[k], low[k]
    if is_surname(words, k, before):
        return "P"
    if here == "v" and "-" in word and not is_past(word.rpartition("-")[2]):
        return "N"  # "..., co-host Ann Lee asked"
    if here == "V" and before in ("", ",") and after == "P" and noun_kind(word):
        return "N"  # "In May, billionaire Ann Lee ..."
    if here == "Q" and before == "&" and after == "N" and letters[k - 2] == "N" and HELPED.isdisjoint(letters[:k]):
        return "J"  # "leads among party men and elected mayors"
    if here in "vQ" and after in "CtNJ" and word.endswith("ed") and k and words[k - 1].tag == "PRP$":
        return "J"  # "an aide in her failed 2008 run"
    if here != "z" and before == "T" and after in "NJP" and word.endswith("ed") and not word.endswith(BASES):
        letters[k - 1] = "I"  # "an aide to failed contender Ms Lee"
        return "J"
    if here == "z" and before in HEAD and after in "vzMhbd" and word.endswith("s"):
        return "N"  # "health bosses said"
    if here == "V" and before == "v" and unasked(low, k):
        return "N"  # "sold produce"
    if here in "Vz" and before in NOMINAL and after in "vzMhbdQ" and word.endswith("s") and noun_kind(word):
        return "N"  # "several staffers received immunity"
    if here == "z" and before in ("", ",") and after in "vQ" and word.endswith("s") and noun_kind(word):
        return "N"  # "In May, delegates signed the pact"
    if here in "Vz" and before == "J":
        return "N"  # "better pay and more respect"
    if here == "z" and before == "C":
        return "N"  # "just five matches"
    if here == "z" and word.endswith("ss") and after in "NJP":
        return "N"  # "the White House press secretary"
    base = here == "V" and words[k].tag == "VB" and words[k - 1].tag == "NN" and after in "IS." and k > 0
    return "N" if base and unasked(low, k) else here  # "the teacher protest in Leeds"


def not_adverb(words: Words, low: Sequence[str], letters: Letters, k: int, before: str, after: str) -> str:
    """What a tagger's adverb is: now and then a noun ("into a deserted well", "Dunmore police revealed")."""
    word = low[k]
    dry = word == "well" and "D" in letters[max(0, k - 2) : k] and after not in "JQGRDPN"
    return "N" if dry or (before == "P" and noun_kind(word) in ("organisation", "group")) else "R"


def is_surname(words: Words, k: int, before: str) -> bool:
    """ "police chief Sayed Karimi said": a capital after a common noun is no verb."""
    return before in ("N", "J") and words[k].text.istitle() and words[k - 1].text.islower()


def unasked(low: Sequence[str], k: int) -> bool:
    """True when nothing before calls for a base form: "let the man walk", "asked that the board act"."""
    return not any(w in ASKED or verb_class(w) in ("make", "ask") for w in low[max(0, k - 6) : k])


UNDO: dict[str, Callable[[Words, Sequence[str], Letters, int, str, str], str]] = {
    "N": not_noun, "J": not_adjective, "G": not_gerund, "V": not_verb, "z": not_verb, "v": not_verb, "Q": not_verb,
    "R": not_adverb,
}  # fmt: skip


def revive(words: Words, spelt: str) -> str:
    """The letters; a sentence without a finite verb gets the one that was taken for a noun or an adjective after its
    subject."""
    if CARRIED.search(spelt):
        return spelt
    spots = [m.end() for m in SUBJECT.finditer(spelt)]
    for at in spots:
        word, after = words[at].text, spelt[at + 1 : at + 2]
        if is_past(word) and word.islower() and after in tuple("IDOCtrSRT.,"):
            return with_letter(spelt, at, "v")  # "the Dow Jones index closed at its lowest"
    for at in spots:
        word, after = words[at].text, spelt[at + 1 : at + 2]
        if spelt[at] == "P" and "Q" in spelt[at + 1 :]:
            continue  # "The Dow Jones average finished ...": a tagger's participle is the verb
        known = verb_class(word) and after in tuple("NJPDCOcIT")
        if word.endswith("s") and (known or PHRASE.match(spelt, at + 1)):  # no plural stands before a phrase
            return with_letter(spelt, at, "z")  # "Skyways announces job cuts"
    return spelt


def with_letter(spelt: str, at: int, here: str) -> str:
    """The letters with another one at a place."""
    return spelt[:at] + here + spelt[at + 1 :]


def after_apposition(spelt: str) -> str:
    """ "Mr Lee, a farmer of Oak Hill, cultivated gourds": the first verb of a sentence that begins with its subject,
    taken for an adjective."""
    first = FIRST_FINITE.search(spelt)
    at = first.start() if first else 0
    if not at or spelt[at] != "Q" or spelt[0] not in "PDNJ" or spelt[at + 1 : at + 2] not in tuple("NJDCPO"):
        return spelt
    later = FINITE.search(spelt, at + 1)
    return with_letter(spelt, at, "v") if later is None or spelt[later.start() - 1] == "&" else spelt
