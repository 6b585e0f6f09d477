"""Our own sample articles are read whole, and with the network shut."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from summariser import SUMMARISERS, read, summarise
from summariser.inputs import open_path

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "data" / "samples").iterdir())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_samples_are_read_without_a_network(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the reading opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for document in open_path(path):
        article = read(document.text, document=document, blocks=document.blocks)
        assert article.title
        assert article.published
        assert len(article.quotes) >= 2
        assert len(article.actors) >= 3
        assert len(article.dates) >= 3
        assert len(article.actions) >= 5
        assert all(summarise(article, name, sentences=3) for name in SUMMARISERS)
