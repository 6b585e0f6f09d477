"""The database itself: how it is opened, locked, and waited for.

A call that returns has written durably: SQLite synchronises every commit, PostgreSQL is told to.  Writers of one SQLite
file queue at a lock file beside it, because SQLite's own waiting is a lottery in which one of eight can starve.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import sqlalchemy as sa

from dashboard.store.migrations import migrate
from dashboard.store.turns import Turns

P = ParamSpec("P")
R = TypeVar("R")
PATIENCE = 20.0  # seconds that a call waits for a database server that is being restarted
AT_START = 5.0
PASSING = frozenset({"57P01", "57P02", "57P03", "40001", "40P01", "08000", "08003", "08006", "25P03"})
FINAL = ("authentication failed", "does not exist", "no pg_hba.conf entry", "translate host name", "database is locked")
DRIVER = "PostgreSQL needs its driver: pip install 'news-summariser[postgres]'"


class Unusable(Exception):
    """Raised when a database cannot be opened; the message says why and what to do."""


class Database:
    """The database at ``place``: a path of a SQLite file, or an SQLAlchemy URL."""

    def __init__(self, place: str | Path) -> None:
        self.url = url_of(str(place))
        self.kind = self.url.get_backend_name()
        if self.kind not in ("sqlite", "postgresql"):
            raise Unusable(f"a database is a file or a postgresql:// address; not {self.kind}://")
        options: dict[str, Any] = {"pool_size": 10, "max_overflow": 30} if self.kind == "postgresql" else {}
        try:
            # hide_parameters: no error message ever holds an article's words or a share's data
            self.engine = sa.create_engine(self.url, pool_pre_ping=True, hide_parameters=True, **options)
        except ModuleNotFoundError:
            raise Unusable(DRIVER) from None
        sa.event.listen(self.engine, "connect", CAREFUL[self.kind])
        self.turns: Turns | None = None
        if self.kind == "sqlite":
            sa.event.listen(self.engine, "begin", _begin)
            self.turns = Turns(Path(str(self.url.database) + ".lock")) if self.url.database else None
        self._open()

    def _open(self) -> None:
        """Make the tables, or bring old ones up to this version.  Raises TooNew, Unusable."""
        try:
            again(self._migrate, AT_START)
        except sa.exc.DBAPIError as error:
            raise Unusable(f"the database {self.told()} cannot be opened: {reason(error)}") from None

    def _migrate(self) -> None:
        with self.writing() as db:
            migrate(db)

    def told(self) -> str:
        """The place as it may be printed: without a password."""
        return self.url.render_as_string(hide_password=True) if self.kind != "sqlite" else str(self.url.database)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction, committed at the end."""
        with self.turns.mine() if self.turns else nullcontext(), self.engine.begin() as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that takes no lock."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            yield db

    def answers(self) -> bool:
        """Whether the database can be read now."""
        try:
            with self.reading() as db:
                return bool(db.scalar(sa.text("SELECT 1")) == 1)
        except sa.exc.SQLAlchemyError:
            return False


def patient(method: Callable[Concatenate[Any, P], R]) -> Callable[Concatenate[Any, P], R]:
    """A call that is made again while the database server restarts; only for what may be done twice."""

    @functools.wraps(method)
    def waiting(self: Any, *args: P.args, **kwargs: P.kwargs) -> R:
        return again(lambda: method(self, *args, **kwargs), PATIENCE)

    return cast(Callable[Concatenate[Any, P], R], waiting)


def again(call: Callable[[], R], seconds: float) -> R:
    """The call's answer; a failure that passes is waited out for so long."""
    end = time.monotonic() + seconds
    while True:
        try:
            return call()
        except sa.exc.DBAPIError as error:
            if not passes(error) or time.monotonic() > end:
                raise
        time.sleep(0.1)


def passes(error: sa.exc.DBAPIError) -> bool:
    """Whether an error is the kind that a restart of the database server, or another try, ends."""
    state = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state in PASSING:
        return True
    lost = type(error.orig).__module__.startswith("psycopg") and isinstance(error, sa.exc.OperationalError)
    return lost and state is None and not any(words in str(error.orig) for words in FINAL)


def reason(error: sa.exc.DBAPIError) -> str:
    """The last line of what the driver says, on one line."""
    lines = [line.strip() for line in str(error.orig).splitlines() if line.strip()]
    return lines[-1] if lines else type(error.orig).__name__


def url_of(place: str) -> sa.URL:
    """The SQLAlchemy URL of a place; a file's folder is made."""
    if "://" not in place:
        Path(place).resolve().parent.mkdir(parents=True, exist_ok=True)
        return sa.URL.create("sqlite", database=place)
    try:
        url = sa.make_url(place.replace("postgres://", "postgresql://", 1))
    except (sa.exc.ArgumentError, ValueError):
        raise Unusable("a database address looks like postgresql://user@host:5432/name") from None
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _careful_file(connection: Any, _record: object) -> None:
    """SQLite: durable writes, readers beside a writer, patience with other writers."""
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver
    for pragma in ("busy_timeout=15000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _careful_server(connection: Any, _record: object) -> None:
    """PostgreSQL: a commit is on the disk before it is acknowledged, whatever the server's default is."""
    connection.execute("SET synchronous_commit = on")
    connection.commit()


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once: a reader that turns writer half way would fail instead of waiting."""
    if connection.get_execution_options().get("one_moment"):
        connection.exec_driver_sql("BEGIN")
    elif connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


CAREFUL = {"sqlite": _careful_file, "postgresql": _careful_server}
