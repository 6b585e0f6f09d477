"""JupyterLab's tile: what jupyter-server-proxy is told, and the door of the app behind it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.gate import Gate
from dashboard.settings import TILE
from dashboard.tile import HEADER, tile

KEY = "k" * 43


def test_the_key_is_new_each_time_and_the_same_on_both_sides() -> None:
    one, other = tile(), tile()
    assert one["environment"][TILE] == one["request_headers_override"][HEADER]  # type: ignore[index]
    assert one["environment"] != other["environment"]
    assert Path(one["launcher_entry"]["icon_path"]).read_text("utf-8").startswith("<svg")  # type: ignore[index]
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["jupyter_serverproxy_servers"] == {"news-summariser": "dashboard.tile:tile"}


def test_jupyter_server_proxy_takes_it() -> None:
    config = pytest.importorskip("jupyter_server_proxy.config", reason="pip install 'news-summariser[notebook]'")
    process = config.ServerProcess(name="news-summariser", **tile())
    assert process.launcher_entry.title == "News summariser"


@pytest.fixture
def client() -> TestClient:
    async def talk(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("in")
        await socket.close()

    def page(_request: Any) -> PlainTextResponse:
        return PlainTextResponse("in")

    app = Starlette(routes=[Route("/", page), WebSocketRoute("/talk", talk)])
    return TestClient(Gate(app, KEY), base_url="http://lab.example:8888")


@pytest.mark.parametrize(
    ("headers", "comes_in"),
    [
        ({}, False),
        ({HEADER: "wrong"}, False),
        ({HEADER: "ü" * 3}, False),
        ({HEADER: KEY}, True),
        ({HEADER: KEY, "Origin": "http://lab.example:8888"}, True),
        ({HEADER: KEY, "Origin": "https://evil.example"}, False),
        ({HEADER: KEY, "Origin": "null"}, False),
    ],
)
def test_the_door(client: TestClient, headers: dict[str, str], comes_in: bool) -> None:
    raw = {name: value.encode("utf-8") for name, value in headers.items()} | {"Host": b"lab.example:8888"}
    assert client.get("/", headers=raw).status_code == (200 if comes_in else 403)
    if comes_in:
        with client.websocket_connect("/talk", headers=raw) as socket:
            assert socket.receive_text() == "in"
    else:
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/talk", headers=raw):
            pass
