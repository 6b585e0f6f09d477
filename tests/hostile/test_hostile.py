"""Hostile and broken files end in articles or in one clear refusal, within ten seconds and a gigabyte; none crashes.

Each is read in a process of its own, whose time and memory are measured there (``runner.py``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cases import CASES, PAGE, STORY, zipped

pytestmark = [pytest.mark.hostile, pytest.mark.timeout(400)]
HERE = Path(__file__).resolve().parent
SECONDS = 10
MEMORY = 1_000_000_000


@pytest.fixture(scope="module")
def outcome() -> Iterator[Callable[[Path], dict[str, Any]]]:
    """Reads a file or folder in a process of its own; what became of it."""
    env = os.environ | {"PYTHONPATH": str(HERE.parents[1]), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, str(HERE / "runner.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as runner:
        assert runner.stdin
        assert runner.stdout
        asks, answers = runner.stdin, runner.stdout
        assert answers.readline() == "ready\n"

        def read(path: Path) -> dict[str, Any]:
            asks.write(f"{path}\n")
            asks.flush()
            found: dict[str, Any] = json.loads(answers.readline())
            assert found["crash"] is None
            assert path.is_dir() or found["seconds"] < SECONDS
            assert found["memory"] < MEMORY
            return found

        yield read
        asks.close()


def judged(found: dict[str, Any], come: str) -> None:
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
def test_ends_in_an_article_or_one_clear_refusal(
    name: str, tmp_path: Path, outcome: Callable[[Path], dict[str, Any]]
) -> None:
    case = CASES[name]
    path = tmp_path / case.name
    path.write_bytes(case.make())
    judged(outcome(path), case.come)


def test_the_good_files_of_a_folder_of_hostile_ones_come_through(
    tmp_path: Path, outcome: Callable[[Path], dict[str, Any]]
) -> None:
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
    found = outcome(tmp_path)
    sources = [Path(source).name for source, _ in found["articles"]]
    assert {"000 a.txt", "050 b.html", "c.txt"} <= set(sources)
    assert "secret.txt" not in sources
    assert len(set(sources)) == len(sources) or "round" not in str(found["articles"])
    assert "files could not be read" in found["refused"]
