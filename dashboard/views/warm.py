"""The first drawing's work, done while the browser still loads the page: modules, weights, the articles offered."""

from __future__ import annotations

import logging
import os
import threading


def begin() -> threading.Thread:
    """Start in the background; whoever comes before it has finished waits for no more than was left to do."""
    thread = threading.Thread(target=warm, name="warm-up", daemon=True)
    thread.start()
    return thread


def warm() -> int:
    """Import the pages and read the first articles offered to everybody; how many were read.

    Nothing can go wrong here that the first drawing would not tell better, so a fault is only logged.
    """
    try:
        return _read_offered()
    except Exception:
        logging.getLogger(__name__).debug("the warm-up stopped", exc_info=True)
        return 0


def _read_offered() -> int:
    """Through the caches of the pages, so that these find it done."""
    import dashboard.views.check
    import dashboard.views.compare
    import dashboard.views.leftout
    import dashboard.views.library
    import dashboard.views.quotes
    import dashboard.views.share
    import dashboard.views.speakers
    import dashboard.views.summary
    import dashboard.views.timeline  # noqa: F401
    from dashboard.settings import FILES
    from dashboard.views.desk import LATEST, article_of, offered, offered_item

    documents = offered(os.environ.get(FILES, "")).documents[:LATEST]
    articles = [article_of(offered_item(document)) for document in documents]
    return len(articles)
