"""What this process was started with: kept in the environment, where Streamlit's scripts find it too."""

from __future__ import annotations

import os
from functools import cache
from typing import Literal

from dashboard.store import Store

DATABASE, FILES, BASE_URL = "NEWS_SUMMARISER_DATABASE", "NEWS_SUMMARISER_FILES", "NEWS_SUMMARISER_BASE_URL"
NAMES = "NEWS_SUMMARISER_NAMES"  # whose names: "spacy:MODEL"; empty is ours
TILE = "NEWS_SUMMARISER_TILE"  # the key of an app that Jupyter carries to the browser of its one user
LIBRARY = "NEWS_SUMMARISER_LIBRARY"  # "private" or "shared"; not set where no server runs


def default_database() -> str:
    """The file that holds the library when none is named."""
    from platformdirs import user_data_path

    return str(user_data_path("news-summariser") / "library.sqlite")


@cache
def store(place: str) -> Store:
    """The one store of this process for a place."""
    return Store(place)


def the_store() -> Store:
    """The store that this process was started with."""
    return store(os.environ.get(DATABASE) or default_database())


def library_kind() -> Literal["private", "shared", "local"]:
    """Whose the library is: each visitor's own, everybody's, or that of the one person who runs the program."""
    told = os.environ.get(LIBRARY)
    return "shared" if told == "shared" else "private" if told else "local"
