"""Each test of the store gets an empty database, a SQLite file and a PostgreSQL one in turn."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from cluster import Cluster, binaries

from dashboard.store import Store

NUMBER = itertools.count()
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.database)]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server that .ci/run started (NEWS_SUMMARISER_TEST_CLUSTER names its folder), else one of our own."""
    pytest.importorskip("psycopg", reason="pip install 'news-summariser[postgres]'")
    told = os.environ.get("NEWS_SUMMARISER_TEST_CLUSTER")
    if told:
        yield Cluster(Path(told))
        return
    if binaries() is None:
        pytest.skip("there is no PostgreSQL on this machine (apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="news-postgres-"))
    made = Cluster(folder)
    made.create()
    made.start()
    yield made
    made.stop("immediate")
    shutil.rmtree(folder)


@pytest.fixture
def fresh(cluster: Cluster) -> str:
    """The address of an empty corner of the server."""
    return corner(cluster)


@pytest.fixture(scope="module")
def roomy(cluster: Cluster) -> str:
    """The same for all tests of a module."""
    return corner(cluster)


def corner(cluster: Cluster) -> str:
    """A schema of its own on the server, quicker to make than a database."""
    name = f"news{os.getpid()}_{next(NUMBER)}"
    engine = sa.create_engine(cluster.url().replace("://", "+psycopg://"))
    with engine.begin() as db:
        db.exec_driver_sql(f"CREATE SCHEMA {name}")
    engine.dispose()
    return f"{cluster.url()}?options=-csearch_path%3D{name}"


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is."""
    if request.param == "sqlite":
        return str(tmp_path / "new folder" / "library.sqlite")
    return str(request.getfixturevalue("fresh"))


@pytest.fixture
def open_store(place: str) -> Iterator[Callable[[], Store]]:
    """Opens the database again, as another server would."""
    made: list[Store] = []

    def again() -> Store:
        made.append(Store(place))
        return made[-1]

    yield again
    for store in made:
        store.engine.dispose()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()
