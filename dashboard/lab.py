"""news-summariser notebook: JupyterLab on a copy of our notebooks, asking nothing of any host on the internet."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST = "Start here.ipynb"
# No news feed, no look for updates, no catalogue of extensions: JupyterLab would ask other hosts for each.
SETTINGS = HERE / "notebook" / "lab"  # no question whether to fetch news, either
QUIET = [
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]
NO_LAB = "notebook: JupyterLab is not installed here: pip install 'news-summariser[notebook]'"


def notebooks() -> list[Path]:
    """Our notebooks, in a checkout or in an installed package; an empty list where there are none."""
    for folder in (HERE / "notebook" / "books", HERE.parent / "data" / "notebooks"):
        if folder.is_dir():
            return sorted(folder.glob("*.ipynb"))
    return []


def copy_to(folder: Path) -> list[Path]:
    """Copies of our notebooks in ``folder``; one that is there already stays as its owner left it."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for path in notebooks():
        copy = folder / path.name
        if not copy.exists():
            shutil.copyfile(path, copy)
        made.append(copy)
    return made


def options(folder: Path, host: str, port: int, browser: bool, root: bool) -> list[str]:
    """What JupyterLab is started with."""
    told = [f"--ServerApp.root_dir={folder}", f"--LabApp.default_url=/lab/tree/{FIRST}", f"--ServerApp.ip={host}"]
    return [*told, f"--ServerApp.port={port}", *QUIET, *["--no-browser"] * (not browser), *["--allow-root"] * root]


def start(folder: Path, host: str, port: int, browser: bool, root: bool = False) -> int:
    """Run JupyterLab until it is stopped; the exit code."""
    try:
        import ipywidgets  # noqa: F401  (the notebooks need it: say so now)
        from jupyterlab.labapp import LabApp
    except ImportError:
        print(NO_LAB, file=sys.stderr)
        return 1
    try:
        copies = copy_to(folder)
    except OSError as error:
        print(f"notebook: {folder} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    if not copies:
        print("notebook: the notebooks were not installed with this program: install it again", file=sys.stderr)
        return 1
    print(f"The notebooks are in {folder}", flush=True)
    before = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join([str(SETTINGS), *filter(None, [before])])
    LabApp.launch_instance(argv=options(folder.resolve(), host, port, browser, root))
    return 0
