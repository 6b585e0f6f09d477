"""Hostile and broken files end in articles or in one clear refusal, within ten seconds and a gigabyte; none crashes.

Each is read in a process of its own, whose time and memory are measured there (``runner.py``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from cases import CASES, PAGE, STORY, zipped

pytestmark = [pytest.mark.hostile, pytest.mark.timeout(400)]
HERE = Path(__file__).resolve().parent
IN_TURN = "test_ends_in_an_article_or_one_clear_refusal["
SECONDS = 10
MEMORY = 1_000_000_000

Outcome = dict[str, Any]


class Runner:
    """A process that reads files and folders, each in a process of its own (``runner.py``)."""

    def __init__(self) -> None:
        env = os.environ | {"PYTHONPATH": str(HERE.parents[1]), "OPENBLAS_NUM_THREADS": "1"}
        command = [sys.executable, str(HERE / "runner.py")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        assert self.process.stdin
        assert self.process.stdout
        self.asks, self.answers = self.process.stdin, self.process.stdout
        assert self.answers.readline() == "ready\n"

    def read(self, path: Path) -> Outcome:
        """What became of a file or folder."""
        self.asks.write(f"{path}\n")
        self.asks.flush()
        found: Outcome = json.loads(self.answers.readline())
        return found | {"folder": path.is_dir()}

    def end(self) -> None:
        self.asks.close()
        self.process.wait()


@pytest.fixture(scope="module")
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Outcome]]]:
    """What becomes of the cases that are to be tested, two at a time where there are two processors."""
    chosen = [item.name[item.name.index("[") + 1 : -1] for item in request.session.items if IN_TURN in item.name]
    idle: SimpleQueue[Runner] = SimpleQueue()
    for _ in range(min(2, os.cpu_count() or 1)):
        idle.put(Runner())

    def read(name: str) -> Outcome:
        path = tmp_path_factory.mktemp("hostile") / CASES[name].name
        path.write_bytes(CASES[name].make())
        runner = idle.get()
        try:
            return runner.read(path)
        finally:
            path.unlink()
            idle.put(runner)

    with ThreadPoolExecutor(idle.qsize()) as pool:
        yield {name: pool.submit(read, name) for name in chosen}
        pool.shutdown(cancel_futures=True)
    while not idle.empty():
        idle.get().end()


def within_limits(found: Outcome) -> None:
    """Nothing crashed, and time and memory were kept to."""
    assert found["crash"] is None
    assert found["folder"] or found["seconds"] < SECONDS
    assert found["memory"] < MEMORY


def judged(found: Outcome, come: str) -> None:
    """Whether what came is what is to come."""
    refused = found["refused"] or ""
    if come == "article":
        assert found["articles"]
        assert not refused
    else:
        assert bool(found["articles"]) == come.startswith("+")
        assert come.removeprefix("+") in refused
        assert refused.rstrip()[-1] != "."  # the way out closes the sentence
        assert "\n" not in refused
        assert len(refused) < 2_500


@pytest.mark.parametrize("name", CASES)
def test_ends_in_an_article_or_one_clear_refusal(name: str, outcomes: dict[str, Future[Outcome]]) -> None:
    found = outcomes[name].result()
    within_limits(found)
    judged(found, CASES[name].come)


def test_the_good_files_of_a_folder_of_hostile_ones_come_through(tmp_path: Path) -> None:
    hostile = [
        n for n in CASES if n.startswith(("pdf", "docx", "zip", "json", "mail ch", "empty", "null", "csv", "html nest"))
    ]
    for number, name in enumerate(hostile):
        case = CASES[name]
        (tmp_path / f"{number:03} {name.replace(' ', '-')}-{case.name}").write_bytes(case.make())
    good = {"000 a.txt": STORY.encode(), "050 b.html": PAGE.encode(), "zz.zip": zipped({"c.txt": STORY.encode()})}
    for name, data in good.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "secret.txt").write_text(STORY)
    runner = Runner()
    found = runner.read(tmp_path)
    runner.end()
    within_limits(found)
    sources = [Path(source).name for source, _ in found["articles"]]
    assert {"000 a.txt", "050 b.html", "c.txt"} <= set(sources)
    assert "secret.txt" not in sources
    assert len(set(sources)) == len(sources) or "round" not in str(found["articles"])
    assert "files could not be read" in found["refused"]
