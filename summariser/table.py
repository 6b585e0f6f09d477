"""The layers of an article as tables: still tuples, that show themselves and turn into pandas.

``article.quotes`` equals, hashes, pickles and prints as JSON like the tuple it is.  In a notebook it shows as a table,
``article.quotes[:3]`` too, and ``article.quotes.frame()`` is a pandas DataFrame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload

from summariser.columns import COLUMNS, spread
from summariser.shown import Shown

if TYPE_CHECKING:
    from pandas import DataFrame

T = TypeVar("T")
Record = dict[str, Any]


class Table(tuple[T, ...], Shown):
    """Rows of one ``kind``.  ``maker(*fields)`` is the article, or the comparison, that the rows point into; it is
    kept in parts, so that nothing points in a circle."""

    kind: str
    maker: Callable[..., Any]
    fields: tuple[Any, ...]

    def __new__(cls, rows: Iterable[T], kind: str, maker: Callable[..., Any], fields: tuple[Any, ...]) -> Table[T]:
        made = super().__new__(cls, rows)
        made.kind, made.maker, made.fields = kind, maker, fields
        return made

    def __reduce__(self) -> Any:
        return type(self), (tuple(self), self.kind, self.maker, self.fields)

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> T: ...
    @overload
    def __getitem__(self, at: slice, /) -> Table[T]: ...
    def __getitem__(self, at: Any, /) -> Any:
        found = tuple.__getitem__(self, at)
        return type(self)(found, self.kind, self.maker, self.fields) if isinstance(at, slice) else found

    def whole(self) -> Any:
        """The article, or the comparison, that the rows point into."""
        return self.maker(*self.fields)

    def records(self) -> list[Record]:
        """One dict a row: the words, names and days beside the offsets."""
        whole, columns = self.whole(), COLUMNS[self.kind]
        return [{name: value(part, whole) for name, value in columns.items()} for part in spread(self.kind, self)]

    def frame(self) -> DataFrame:
        """The rows as a pandas DataFrame.

        Names stand in place of numbers and words beside offsets; ``confidence`` and ``rule`` say how sure each
        guess is and why.  Needs pandas (``pip install pandas``).
        """
        import pandas

        return pandas.DataFrame(self.records(), columns=list(COLUMNS[self.kind]))


class Articles(Table[T]):
    """Several articles: one row each, or all rows of one of their layers."""

    def __new__(cls, rows: Iterable[T], *_rest: object) -> Articles[T]:
        made = super().__new__(cls, rows, "articles", tuple, ())
        assert isinstance(made, cls)
        return made

    def frame(self, layer: str | None = None) -> DataFrame:
        """One row an article; with a ``layer`` ("quotes", "actors", "actions", "dates", "sentences"...) that layer
        of all of them, each row with its article, outlet and day of publication.  Needs pandas."""
        if layer is None:
            return super().frame()
        import pandas

        if layer not in LAYERS:
            raise ValueError(f"layer must be one of {', '.join(LAYERS)}; not {layer!r}")
        first = ["article", "title", "outlet", "published"]
        return pandas.DataFrame(list(self._all(layer)), columns=[*first, *COLUMNS[layer]])

    def _all(self, layer: str) -> Iterator[Record]:
        for number, article in enumerate(self):
            about: Any = article
            head = {"article": number, "title": about.title, "outlet": about.outlet, "published": about.published}
            yield from (head | row for row in getattr(about, layer).records())


LAYERS = ("blocks", "sentences", "actors", "quotes", "not_quotes", "dates", "actions")


def make_tables(thing: Any, layers: Iterable[str], prefix: str = "") -> None:
    """Turn the ``layers`` of ``thing``, a frozen dataclass just made, into tables that share what they point into."""
    fields = tuple(
        tuple(value) if isinstance(value, Table) else value
        for value in (getattr(thing, name) for name in thing.__slots__)
    )
    for name in layers:
        object.__setattr__(thing, name, Table(getattr(thing, name), prefix + name, type(thing), fields))
