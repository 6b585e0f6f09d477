"""Roles as the text states them: before a name, in apposition behind it, or standing for the person alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.model import Word
from summariser.people.known import Known

Words = Sequence[Word]
INSIDE_ROLE = frozenset({"NN", "NNP", "NNPS", "JJ", "POS", "VBN", "HYPH", "NNS"})
DEFINITE = frozenset({"the", "this", "that"})
STOPS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "-", "who", "whose", "which", "“", "”", '"', "and", "but"})
OPENERS = frozenset({"a", "an", "one", "another", "his", "her", "its", "their", "my", "our"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
JOINED = INSIDE_ROLE | {"IN", "DT", "CC", "PRP$", "VBG"}
CLOSES = frozenset({",", ".", ";", "—", "–", ")"})
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "TO", "WDT", "WP"})
RELATIONS = frozenset(
    {"rival", "opponent", "ally", "friend", "supporter", "critic", "fan", "follower", "member", "native", "fellow"}
)
ONCE = frozenset({"former", "then", "ex", "outgoing", "late"})
SPACES = re.compile(r"\s+")
LONGEST = 16


def title_of(words: Words, first: int, known: Known) -> str | None:
    """The title just before a name."""
    before = words[first - 1].text if first else ""
    return before if before in known.titles else None


def role_of(text: str, words: Words, first: int, last: int, known: Known) -> str | None:
    """The role as stated beside a person's name, from the first rule that sees one."""
    for rule in (role_before, role_in_front, role_behind, role_by_copula):
        found = rule(words, first, last, known)
        if found and (found[1] - found[0] > 1 or words[found[0]].text.lower() not in RELATIONS):
            start, end = found
            return SPACES.sub(" ", text[words[start].start : words[end - 1].end]).strip(" ,")
    return None


def role_before(words: Words, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """ "US secretary of state" Antony Blinken, "Ukraine's foreign minister" Andrii Sybiha, "Sen." Cory Booker."""
    start = first - 1
    if start < 0 or not ends_role(words, start, known):
        return None
    while start and first - start < LONGEST and (words[start - 1].tag in INSIDE_ROLE or is_of(words, start - 1, known)):
        perfect = words[start - 1].tag == "VBN" and start > 1 and words[start - 2].text.lower() in HAVE
        said = words[start - 1].text in known.speech  # "added | Rep." Ann Lee
        if said or words[start - 1].text in STOPS or words[start].text.lower() in ONCE or perfect:
            break  # "he had heard | Captain" Iain Morrell
        start -= 1
    while start < first and (words[start].tag == "POS" or words[start].tag == "IN"):
        start += 1
    return (start, first) if start < first else None


def is_of(words: Words, at: int, known: Known) -> bool:
    """An "of" behind a role noun: "secretary of state"."""
    return words[at].text == "of" and at > 0 and words[at - 1].text.lower() in known.roles


def ends_role(words: Words, at: int, known: Known) -> bool:
    """Whether a role ends with this word: a role noun, a title that is one, or "secretary of state"."""
    text = words[at].text
    if text in known.role_titles or (text.lower() in known.roles and words[at].tag[0] in "NJ"):
        return True
    if text in known.titles or words[at].tag not in ("NN", "NNP"):
        return False
    return at > 1 and words[at - 1].text == "of" and words[at - 2].text.lower() in known.roles


def role_in_front(words: Words, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """The "mayor of Strandhaven", Ruth Adeyemi, closed; its "managing director", Piers Whitlock, said."""
    end = first - 1
    if end < 1 or words[end].text != "," or (last < len(words) and words[last].text not in CLOSES):
        return None
    for start in range(end - 1, max(-1, end - LONGEST), -1):
        if words[start].text == "and" and start and heads(words[start - 1], known):
            continue  # its founder and chairman
        if words[start].text in STOPS or words[start].tag in VERBS:
            return owned_role(words, start + 1, end, known)
        if words[start].tag in ("DT", "PRP$") or words[start].text.lower() == "one" or start == 0:
            found = noun_phrase(words, start + (words[start].tag in ("PRP$", "CD")), known)
            if found and found[1] == end:
                return found
    return None


def fronting(words: Words, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """The words up to its head of a role in front of a name that nothing else tells to be of one person: "its managing
    director", Piers Whitlock; "a spokeswoman" for the union, Ann Lee; "the group's founder" and owner, Ann Lee."""
    found = role_in_front(words, first, last, known)
    if found is None:
        return None
    start, end = found
    start -= start > 0 and words[start - 1].tag in ("DT", "PRP$", "CD")
    owned = any(word.tag == "POS" for word in words[start:end])
    if words[start].text.lower() not in OPENERS and not (owned and words[start].tag == "DT"):
        return None
    links = (at for at in range(start + 1, end) if words[at].tag in ("IN", "CC") and heads(words[at - 1], known))
    return start, next(links, end)


def owned_role(words: Words, start: int, end: int, known: Known) -> tuple[int, int] | None:
    """A role that its owner's name opens: said "Carlineo's attorney", Mark Zoghlin."""
    owned = words[start].tag in ("NNP", "NNPS") and any(w.tag == "POS" for w in words[start:end])
    found = noun_phrase(words, start, known) if owned else None
    return found if found and found[1] == end else None


def role_behind(words: Words, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """Lee, 43, "a teacher at the school", said; Zoghlin, "Carlineo's attorney", told."""
    at = last
    if at >= len(words) or words[at].text != ",":
        return None
    at += 1
    if at + 1 < len(words) and words[at].text.isdigit() and words[at + 1].text == ",":
        at += 2
    bare_kin = at + 1 < len(words) and words[at].text in known.kin and words[at + 1].text not in ("of", "to")
    return None if bare_kin else noun_phrase(words, at, known)  # "Ann Lee, husband expecting child"


def role_by_copula(words: Words, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """Hege is "the CEO of DH"."""
    if last >= len(words) or words[last].text not in ("is", "was"):
        return None
    at = last + 1
    if at >= len(words) or words[at].tag not in ("DT", "PRP$", "NNP"):
        return None
    return noun_phrase(words, at, known)


def appositions(words: Words, first: int, last: int, known: Known) -> list[tuple[int, int]]:
    """The phrases for a person right behind his or her name: Lee, "a teacher" and "chair of the club", said."""
    span, found = role_behind(words, first, last, known), []
    while span is not None:
        start, end = span
        joint, span = next_phrase(words, start, end, known)
        found.append((start, joint))
    return found


def next_phrase(words: Words, start: int, end: int, known: Known) -> tuple[int, tuple[int, int] | None]:
    """Where the first of two phrases joined by "and" ends, and the second; the whole phrase where it is one."""
    for at in range(start, min(end + 1, len(words))):
        if words[at].text == "and" and carries_on(words, at + 1) and (span := noun_phrase(words, at + 1, known)):
            return at, span
    return end, None


def noun_phrase(words: Words, at: int, known: Known) -> tuple[int, int] | None:
    """The noun phrase from ``at``, without its article, when its head is a noun for a person."""
    if at < len(words) and words[at].tag == "DT":
        at += 1
    head, end = None, at
    while end < len(words) and end - at < LONGEST and not closes(words, at, end):
        word = words[end]
        if head is None and word.tag in ("IN", "DT", "CC"):
            if end == at or not heads(words[end - 1], known):
                if word.text not in ("of", "and"):
                    return None
            else:
                head = end - 1
        end += 1
    end = last_whole(words, at, end)
    if head is None and end > at and heads(words[end - 1], known):
        head = end - 1
    return (at, end) if head is not None else None


def last_whole(words: Words, at: int, end: int) -> int:
    """The end of a phrase without a link that leads to nothing, and of a very long one without its last link."""
    if end - at == LONGEST:
        end = next((n for n in range(end - 1, at + 1, -1) if words[n].tag in ("IN", "CC")), end)
    while end > at and words[end - 1].tag in ("POS", "IN", "CC"):
        end -= 1
    return end


def closes(words: Words, start: int, at: int) -> bool:
    """Whether a noun phrase ends before this word; an "and" carries it on where more of the same kind follows."""
    word = words[at]
    if word.text == "and":
        own = at + 1 < len(words) and words[at + 1].tag in ("DT", "PRP$")  # "and a professor": a phrase of its own
        return at == start or own or not carries_on(words, at + 1)
    return (word.text in STOPS and word.tag != "HYPH") or word.tag in VERBS


def carries_on(words: Words, at: int) -> bool:
    """Whether the words behind an "and" are nouns to the next comma or stop: chair of the board "and trust", said."""
    for n in range(at, min(at + LONGEST, len(words))):
        if words[n].text in CLOSES:
            return n > at
        if words[n].tag not in JOINED or words[n].name.endswith("PER"):
            return False
    return False


def heads(word: Word, known: Known) -> bool:
    """A singular noun for a person."""
    return word.tag in ("NN", "NNP") and (word.text in known.persons or word.text.lower() in known.persons)


def find_nominals(words: Words, spots: Sequence[int], known: Known) -> list[tuple[int, int]]:
    """Definite phrases for one person: "the Russian foreign minister", "Ukraine's foreign minister"; ``spots`` are the
    nouns for one."""
    found = []
    for at in spots:
        if words[at].tag in ("NN", "NNP") and not continues(words, at, known):
            start = phrase_start(words, at)
            if start is not None:
                found.append((start, at + 3 if of_office(words, at) else at + 1))
    return found


def continues(words: Words, at: int, known: Known) -> bool:
    """The noun is not the head: another noun or a name follows ("the minister Lee", "the police officer union")."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (after.tag in ("NN", "NNP", "NNS", "NNPS", "POS") and after.text[:1].isalpha())


def of_office(words: Words, head: int) -> bool:
    """ "the secretary" of state."""
    return head + 2 < len(words) and words[head + 1].text == "of" and words[head + 2].tag == "NN"


def phrase_start(words: Words, head: int) -> int | None:
    """Where the definite phrase ending in ``head`` starts: its article, or the owner's name; None when indefinite."""
    at = head
    while at and head - at < 6 and words[at - 1].tag in INSIDE_ROLE:
        at -= 1
        if words[at].tag == "POS":
            return owner_start(words, at)
    if at and words[at - 1].text.lower() in DEFINITE:
        return at - 1
    return None


def owner_start(words: Words, at: int) -> int | None:
    """Where the name before a possessive starts; None where a common noun owns."""
    start = at
    while start and at - start < 5 and words[start - 1].tag in ("NNP", "NNPS"):
        start -= 1
    return start if start < at else None


def find_body_nouns(words: Words, spots: Sequence[int], known: Known) -> list[tuple[int, int]]:
    """Definite phrases for one body by a bare noun: "the ministry", not "the ministry building"; ``spots`` are the
    nouns for one."""
    return [
        (at - 1, at + 1)
        for at in spots
        if at and words[at - 1].text.lower() == "the" and not continues(words, at, known)
    ]
