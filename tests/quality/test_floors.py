"""The ratchet: what the shared bench measures never falls below the pinned floors.

Raise a floor when a change lifts its figure (``python tests/quality/test_floors.py`` prints the new table); never lower
one.  A fall within TOLERANCE points is noise of rounding, not of judgement.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summariser.train.summary import report

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench" / "run.py"
FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.05
TASKS = ("quotes", "dates", "summaries", "pages", "articles", "timelines", "events", "names")

pytestmark = [
    pytest.mark.quality,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not BENCH.exists(), reason=f"{BENCH} is not there: floors need the shared gold data"),
]


def measure(folder: Path) -> dict[str, float]:
    """Run the bench on this checkout; its figures by name."""
    result = folder / "bench.json"
    command = f"{sys.executable} -m summariser.cli"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(BENCH), *TASKS, "--command", command, "--json", str(result)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.exists(), done.stdout + done.stderr
    assert "did not finish" not in done.stdout, done.stdout
    return dict(json.loads(result.read_text(encoding="utf-8"))) | unseen()


def unseen() -> dict[str, float]:
    """What summaries reach on articles that their weights were not fitted to, in five parts: the weights that are
    shipped were fitted to all of the gold, so that their own figures flatter them."""
    found = {}
    for line in report(BENCH.parent / "data").splitlines():
        name, size, *_, one, _, two = line.replace(":", "").split()
        key = f"unseen.{name}.{'s3' if size == '3' else 'w100'}"
        found |= {f"{key}.rouge1": float(one), f"{key}.rouge2": float(two)}
    return found


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return measure(tmp_path_factory.mktemp("bench"))


@pytest.mark.parametrize(("name", "floor"), json.loads(FLOORS.read_text(encoding="utf-8")).items())
def test_floor_holds(figures: dict[str, float], name: str, floor: float) -> None:
    assert figures[name] >= floor - TOLERANCE


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        found = {name: round(value - 0.005, 2) for name, value in measure(Path(folder)).items()}
    old = json.loads(FLOORS.read_text(encoding="utf-8"))
    FLOORS.write_text(
        json.dumps({k: max(v, old.get(k, v)) for k, v in found.items()}, indent=1) + "\n", encoding="utf-8"
    )
    for name, value in found.items():
        print(f"{name:40s} {old.get(name, float('nan')):8.2f} -> {value:8.2f}")
