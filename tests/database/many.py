"""A large library of invented articles: the samples' sentences in other orders, with words of their own."""

from __future__ import annotations

import random
import time
from pathlib import Path

from dashboard.samples import samples
from dashboard.store import Store, digest, short_name
from dashboard.store.rows import document_row
from dashboard.store.schema import ARTICLES
from dashboard.store.search import index
from summariser.inputs import open_bytes
from summariser.model import Document

PARAGRAPHS = 18  # about 500 words


def invented(count: int) -> list[Document]:
    """So many articles, the same on every run; article n alone holds the word ``lighthouse<n>``."""
    chance = random.Random(8)
    texts = [d.text for path in samples() for d in open_bytes(Path(path).read_bytes(), path.name)]
    lines = [line for text in texts for line in text.split("\n") if len(line) > 60]
    made = []
    for n in range(count):
        story = chance.sample(lines, PARAGRAPHS)
        day = f"{1 + n % 28} March 20{10 + n % 16}"
        body = "\n\n".join([day, *story, f"It was seen from lighthouse{n}."])
        made.append(Document("", f"{n}.txt", body, f"Council number {n} meets"))
    return made


def fill(store: Store, owner: str, documents: list[Document]) -> None:
    """Keep them all in few transactions, as ``keep`` would one after the other."""
    now = time.time() - len(documents)
    for start in range(0, len(documents), 1000):
        with store.writing() as db:
            for n, document in enumerate(documents[start : start + 1000], start):
                key = digest(f"{owner} {n}")
                row = {"id": key, "owner": owner, "document": document_row(document), "corrections": "{}"}
                row |= {"name": short_name(document), "title": f"Council number {n} meets", "card": ""}
                db.execute(ARTICLES.insert().values(**row, added=now + n))
                index(db, key, owner, document)
