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
FINITE = frozenset("vzbhdMV")
CARRIED = re.compile("[vzbhdM]|(?<![TRx])V")
PHRASE = re.compile("D|[JC]+[NP]")
SUBJECT = re.compile("(?<=[PNC])(?=[NJP])|(?<=PJ)(?=[NJ])|(?<=PJJ)(?=[NJ])")


def unmask(words: Sequence[Word], letters: list[str]) -> None:
    """Undo habits of taggers: "and wounded five people" is no adjective, "following a row" no verb."""
    for k, here in enumerate(letters[:-1]):
        undo = UNDO.get(here)
        if undo:
            letters[k] = undo(words, letters, k, letters[k - 1] if k else "", letters[k + 1])


def not_noun(words: Sequence[Word], letters: list[str], k: int, before: str, after: str) -> str:
    """What a tagger's noun is: now and then a verb."""
    low = words[k].text.lower()
    past = low in listed("irregular-pasts")
    if before == "h":
        return "Q" if past and after in "RDCJPOI" else "N"  # "have won just five matches"
    if before == "," and low.endswith("ing") and after in "cDO":
        return "G"  # ", noting that"
    if before in tuple("PN") and past and after in "DIOTScrRt":
        return "v"
    if before == "P" and after == "c" and verb_class(low) and low.endswith("s"):
        return "z"  # "Skyways claims that"
    plans = before in tuple("PN") and after == "T" and low.endswith("s") and letters[k + 2 : k + 3] == ["V"]
    return "z" if plans and verb_class(low) == "plan" else "N"  # "the airline plans to cut jobs"


def not_adjective(words: Sequence[Word], letters: list[str], k: int, before: str, after: str) -> str:
    """What a tagger's adjective is: now and then a past tense."""
    low = words[k].text.lower()
    if low.endswith("ed") and after in "DCO" and before and before in "&NP,":
        return "v"
    if low.endswith("ed") and words[k - 1].text.lower() in ("last", "first") and letters[max(0, k - 2)] in tuple("bBe"):
        letters[k - 1] = "R"
        return "Q"  # "was last closed in May"
    return "Q" if before in tuple("bBe") and low in listed("irregular-pasts") else "J"  # "were left stranded"


def not_gerund(words: Sequence[Word], letters: list[str], k: int, before: str, after: str) -> str:
    """What a tagger's gerund is: a preposition, a name, a noun ("a networking gathering but")."""
    if words[k].text.lower() in LIKE_PREPOSITIONS and before not in tuple("bBe"):
        return "I"
    if is_surname(words, k, before):
        return "P"
    low = words[k].text.lower()
    if after in tuple("NJ") and (
        before in tuple("Gt") or (low in listed("ing-adjectives") and before in tuple("vzVQ"))
    ):
        return "J"  # "using threatening words", "the 1999 shooting death", "imposed sweeping new sanctions"
    noun = (before == "N" and after in "&.") or (before == "s" and after not in "NPJ")  # "the man's sentencing"
    return "N" if noun or (before in tuple("NP") and after in "vzMhbd") else "G"  # "homestead gardening makes"


def not_verb(words: Sequence[Word], letters: list[str], k: int, before: str, after: str) -> str:
    """What a tagger's verb is: a name, an adjective, a plural, a noun."""
    here, low = letters[k], words[k].text.lower()
    if is_surname(words, k, before):
        return "P"
    if here != "z" and before == "T" and after in "NJP" and low.endswith("ed") and not low.endswith(BASES):
        letters[k - 1] = "I"  # "an aide to failed contender Ms Lee"
        return "J"
    if here == "z" and before in tuple("NP") and after in "vzMhbd" and low.endswith("s"):
        return "N"  # "health bosses said"
    if here == "V" and before == "v" and unasked(words, k):
        return "N"  # "sold produce"
    if here in "Vz" and before in tuple("NPJ") and after in "vzMhbdQ" and low.endswith("s") and noun_kind(low):
        return "N"  # "several staffers received immunity"
    if here in "Vz" and before == "J":
        return "N"  # "better pay and more respect"
    if here == "z" and before == "C":
        return "N"  # "just five matches"
    base = here == "V" and words[k].tag == "VB" and words[k - 1].tag == "NN" and after in "IS." and k > 0
    return "N" if base and unasked(words, k) else here  # "the teacher protest in Leeds"


def not_adverb(words: Sequence[Word], letters: list[str], k: int, before: str, after: str) -> str:
    """What a tagger's adverb is: now and then a noun ("into a deserted well", "Dunmore police revealed")."""
    low = words[k].text.lower()
    dry = low == "well" and "D" in letters[max(0, k - 2) : k] and after not in "JQGRDPN"
    return "N" if dry or (before == "P" and noun_kind(low) in ("organisation", "group")) else "R"


def is_surname(words: Sequence[Word], k: int, before: str) -> bool:
    """ "police chief Sayed Karimi said": a capital after a common noun is no verb."""
    return before in tuple("NJ") and words[k].text.istitle() and words[k - 1].text.islower()


def unasked(words: Sequence[Word], k: int) -> bool:
    """True when nothing before calls for a base form: "let the man walk", "asked that the board act"."""
    before = [w.text.lower() for w in words[max(0, k - 6) : k]]
    return not any(w in ASKED or verb_class(w) in ("make", "ask") for w in before)


UNDO: dict[str, Callable[[Sequence[Word], list[str], int, str, str], str]] = {
    "N": not_noun, "J": not_adjective, "G": not_gerund, "V": not_verb, "z": not_verb, "v": not_verb, "Q": not_verb,
    "R": not_adverb,
}  # fmt: skip


def revive(words: Sequence[Word], letters: list[str]) -> None:
    """Give a sentence without a finite verb the one that was taken for a noun or an adjective after its subject."""
    spelt = "".join(letters)
    if CARRIED.search(spelt):
        return
    spots = [m.end() for m in SUBJECT.finditer(spelt)]
    for at in spots:
        low, after = words[at].text, spelt[at + 1 : at + 2]
        past = low.endswith("ed") or low in listed("irregular-pasts")
        if past and low.islower() and after in tuple("IDOCtrSRT.,"):
            letters[at] = "v"  # "the Dow Jones index closed at its lowest"
            return
    for at in spots:
        low, after = words[at].text, spelt[at + 1 : at + 2]
        if spelt[at] == "P" and "Q" in spelt[at + 1 :]:
            continue  # "The Dow Jones average finished ...": a tagger's participle is the verb
        known = verb_class(low) and after in tuple("NJPDCOcIT")
        if low.endswith("s") and (known or PHRASE.match(spelt, at + 1)):  # no plural stands before a phrase
            letters[at] = "z"  # "Skyways announces job cuts"
            return


def after_apposition(letters: list[str]) -> None:
    """ "Mr Lee, a farmer of Oak Hill, cultivated gourds": the first verb of a sentence that begins with its subject,
    taken for an adjective."""
    at = next(
        (k for k, here in enumerate(letters) if here in FINITE or (here == "Q" and k and letters[k - 1] == ",")), 0
    )
    if (
        not at
        or letters[at] != "Q"
        or letters[0] not in "PDNJ"
        or "".join(letters[at + 1 : at + 2]) not in tuple("NJDCPO")
    ):
        return
    later = next((k for k in range(at + 1, len(letters)) if letters[k] in FINITE), 0)
    if not later or letters[later - 1] == "&":
        letters[at] = "v"
