"""Put phrases that speak or act but are nobody's mention yet ("witnesses", "a port spokesman") into the cast."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.model import Actor, ActorKind, Mention, Span


class Cast:
    """Looks up whose words a span is; enlists a new actor for a phrase that is nobody's yet.

    One is made inside a step, filled while the step runs and read out as ``actors``; nobody keeps it.
    """

    def __init__(self, text: str, actors: Sequence[Actor]) -> None:
        self.text = text
        self.members = list(actors)
        self.starts = {m.start: a.id for a in actors for m in a.mentions}
        self.ends = {m.end: a.id for a in actors for m in a.mentions}
        self.phrases = {
            text[m.start : m.end].casefold(): a.id for a in actors for m in a.mentions if m.form != "pronoun"
        }

    def who(self, span: Span) -> int | None:
        """The actor whose mention ends or starts where ``span`` does, or lies alone within it; None when nobody's."""
        if span.end in self.ends:
            return self.ends[span.end]
        if span.start in self.starts:
            return self.starts[span.start]
        inside = {i for at, i in self.starts.items() if span.start <= at < span.end}
        return inside.pop() if len(inside) == 1 else None

    def enlist(self, span: Span, kind: ActorKind, exact: bool = False) -> int:
        """The actor of ``span``; a new one, named by these words, where nobody has them.

        ``exact``: a mention that only lies within the phrase is not its actor ("Trump's envoy" is not Trump)."""
        known = self.ends.get(span.end) if exact else self.who(span)
        if known is not None:
            return known
        phrase = self.text[span.start : span.end]
        mention = Mention(span.start, span.end, "nominal")
        number = self.phrases.get(phrase.casefold())
        if number is None:
            number = len(self.members)
            self.members.append(Actor(number, phrase, kind, None, (mention,)))
            self.phrases[phrase.casefold()] = number
        else:
            actor = self.members[number]
            self.members[number] = actor._replace(mentions=tuple(sorted((*actor.mentions, mention))))
        self.starts[span.start] = self.ends[span.end] = number
        return number

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The whole cast, the enlisted at its end."""
        return tuple(self.members)
