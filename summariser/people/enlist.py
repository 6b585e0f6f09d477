"""Put phrases that speak or act but are nobody's mention yet ("witnesses", "a port spokesman") into the cast.

An unnamed source stays unnamed.  Somebody without a name counts as a person once the text keeps coming back to him or
her; until then, as one of the unnamed: a group of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summariser.model import Actor, ActorKind, Mention, MentionForm, Span
from summariser.people.known import known, names_a_person
from summariser.people.nominals import LINKS, holder
from summariser.people.persons import spelt
from summariser.people.roles import DEFINITE

TOLD_OF = 3  # mentions that make somebody unnamed a person of the story


class Cast:
    """Looks up whose words a span is; enlists a new actor for a phrase that is nobody's yet.

    One is made inside a step, filled while the step runs and read out as ``actors``; nobody keeps it.
    """

    def __init__(self, text: str, actors: Sequence[Actor]) -> None:
        self.text = text
        self.members = list(actors)
        self.starts = {m.start: a.id for a in actors for m in a.mentions}
        self.ends = {m.end: a.id for a in actors for m in a.mentions}
        said = ((text[m.start : m.end].casefold(), a) for a in actors for m in a.mentions if m.form != "pronoun")
        # "a teacher" behind one name need not be the teacher of another sentence, nor "the agency" the same body
        self.phrases = {phrase: actor.id for phrase, actor in said if not is_anybodys(phrase, actor)}
        self.roles = [(a.id, a.role) for a in actors if a.role and a.kind == "person"]
        self.heads: dict[str, set[int]] = {}
        self.capitals: dict[str, bool] = {}

    def is_capital(self, word: str) -> bool:
        """True for a word that has its capital behind a small word too: not because it opens a sentence."""
        if word not in self.capitals:
            self.capitals[word] = re.search(rf"[a-z] {re.escape(word)}\b", self.text) is not None
        return self.capitals[word]

    def who(self, span: Span) -> int | None:
        """The actor whose mention ends or starts where ``span`` does, or lies alone within it; None when nobody's."""
        if span.end in self.ends:
            return self.ends[span.end]
        if span.start in self.starts:
            return self.starts[span.start]
        inside = {i for at, i in self.starts.items() if span.start <= at < span.end}
        return inside.pop() if len(inside) == 1 else None

    def enlist(self, span: Span, kind: ActorKind) -> int:
        """The actor of ``span``; a new one, named by these words, where nobody has them."""
        known = self.who(span)
        return known if known is not None else self.enrol(span, kind)

    def sign(self, span: Span) -> int:
        """The actor of a sign-off: whoever has that name, or a body or person the story calls by the first or last of
        its words, who then is called by the whole of it; else somebody new."""
        number = self.who(span)
        if number is None:
            number = self.shortened(self.text[span.start : span.end])
        if number is None:
            return self.enrol(span, "person", "name")
        mention = Mention(span.start, span.end, "name")
        actor = self.members[number]
        name = max(actor.name, self.text[span.start : span.end], key=lambda n: (not n.isupper(), len(n)))
        self.members[number] = actor._replace(name=name, mentions=tuple(sorted({*actor.mentions, mention})))
        self.starts[span.start] = self.ends[span.end] = number
        return number

    def shortened(self, name: str) -> int | None:
        """The one actor of this name, or whom the story calls by its first word (a body) or who shares its last (a
        person): "Orlu" and Orlu Rowing Club, KELLER and Marta Keller."""
        first, last = name.casefold().split()[0], name.casefold().split()[-1]
        found = []
        for actor in self.members:
            words = actor.name.casefold().split()
            alone = 1 in (len(words), name.count(" ") + 1)
            same = actor.kind == "person" and alone and words[-1:] == [last]
            if same or actor.name.casefold() == name.casefold() or (actor.kind == "organisation" and words == [first]):
                found.append(actor.id)
        return found[0] if len(found) == 1 else None

    def enrol(self, span: Span, kind: ActorKind, form: MentionForm = "nominal") -> int:
        """The actor that these very words name; a new one where they name nobody: a mention that only lies within
        them is somebody else ("a spokesman for X" is not X)."""
        phrase = self.text[span.start : span.end]
        number = self.meant(phrase, span.start)
        mention = Mention(span.start, span.end, form)
        if number is None:
            number = self.new(spelt(phrase) if form == "name" else phrase, kind, mention)
        else:
            actor = self.members[number]
            self.members[number] = actor._replace(mentions=tuple(sorted({*actor.mentions, mention})))
        self.starts[span.start] = self.ends[span.end] = number
        return number

    def meant(self, phrase: str, at: int) -> int | None:
        """Whom a phrase at a place means: who has had these very words, holds this role, or came in as "a" such one;
        of several campaigns "the campaign" is the one told of last."""
        known_by = self.phrases.get(phrase.casefold())
        bare = phrase.count(" ") == 1
        if known_by is None:
            roles = [(n, role) for n, role in self.roles if not bare or self.members[n].mentions[0].start < at]
            known_by = holder(phrase, roles, known())
        rivals = self.heads.get(head_of(phrase), set())
        again = known_by in rivals and len(rivals) > 1 and bare and phrase[-1].islower()
        if known_by is not None and not again:
            return known_by
        told = self.told_before(phrase, at, rivals)
        return max(told)[1] if len(told) == 1 or (told and again) else None

    def told_before(self, phrase: str, at: int, rivals: set[int]) -> list[tuple[int, int]]:
        """Of those with one head noun, who had every word of a short phrase with "the" ("the Lee campaign" is not that
        of Obi) and was told of before a place: where last, and the number."""
        words = phrase.casefold().split()
        if words[0] not in DEFINITE or len(words) > 3:
            return []
        asked = frozenset(words[1:])
        return [
            (max(starts), n)
            for n in rivals
            if asked <= parts_of(self.members[n].name)
            and not is_any(self.members[n])
            and (starts := [m.start for m in self.members[n].mentions if m.start < at])
        ]

    def new(self, phrase: str, kind: ActorKind, mention: Mention) -> int:
        """A new member, called by these words."""
        number = len(self.members)
        self.members.append(Actor(number, phrase, kind, None, (mention,)))
        self.phrases[phrase.casefold()] = number
        self.heads.setdefault(head_of(phrase), set()).add(number)
        return number

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The whole cast, the enlisted at its end."""
        kinds = map(unnamed_kind, self.members)
        return tuple(
            a if a.kind == kind else a._replace(kind=kind) for a, kind in zip(self.members, kinds, strict=True)
        )


def head_of(phrase: str) -> str:
    """The last word before any "of", "for", "at"."""
    words = phrase.casefold().split()
    end = next((n for n, w in enumerate(words) if n and w in LINKS), len(words))
    return words[end - 1] if words else ""


def is_anybodys(phrase: str, actor: Actor) -> bool:
    """Words that stand for an actor in one place and may stand for others elsewhere."""
    return phrase.startswith(("a ", "an ")) or (
        actor.kind == "organisation"
        and phrase.startswith("the ")
        and phrase.count(" ") == 1
        and phrase[4:] in known().body_nouns
    )


def is_any(actor: Actor) -> bool:
    """A body of any country or trade, as "government" in "government efforts"."""
    return actor.kind == "organisation" and " " not in actor.name and actor.name.islower()


def parts_of(phrase: str) -> frozenset[str]:
    """The words of a phrase, possessives apart."""
    return frozenset(phrase.casefold().replace("’s", "").replace("'s", "").split())


def unnamed_kind(actor: Actor) -> ActorKind:
    """A person without a name is one of the story's people only when the text keeps telling of him or her."""
    if actor.kind not in ("person", "group") or any(m.form == "name" for m in actor.mentions):
        return actor.kind
    words = actor.name.split()
    if len(words) > 1 and words[-1][0].isupper() and not actor.name.isupper() and not names_a_person(words[-1]):
        return actor.kind  # a name that no mention covered
    one = head_of(actor.name) in known().persons
    return "person" if one and len(actor.mentions) >= TOLD_OF else "group"
