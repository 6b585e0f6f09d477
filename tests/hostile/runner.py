"""Reads files in processes of their own and tells what became of each, with its seconds and its memory.

``python runner.py`` loads the program once; each line on standard input is the name of a file, which a forked process
then reads to the end, as the command line would.  Each answer is one line of JSON on standard output.
"""

from __future__ import annotations

import json
import os
import resource
import select
import sys
import time
from pathlib import Path
from typing import Any

from summariser.inputs import open_path
from summariser.model import UnreadableFile
from summariser.read import read
from summariser.summary import summarise

SECONDS = 15  # of the processor: then the process is ended
PATIENCE = 100.0  # seconds on the clock, for other programs run beside it
ROOM = 2_000_000_000  # of addresses, so that what goes wrong does not take the machine along


def main() -> None:
    """Answer until standard input ends."""
    summarise(read("The harbour board of Eastmere voted on Tuesday to close the road.\n\nNobody liked it."), "news")
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(watched(Path(line.rstrip("\n")))), flush=True)


def watched(path: Path) -> dict[str, Any]:
    """What became of one file."""
    told, tell = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(told)
        reading(path, tell)
    os.close(tell)
    said = heard(told, child, began + PATIENCE)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime  # its own, however busy the machine is
    ended = {"seconds": seconds, "waited": time.monotonic() - began, "memory": usage.ru_maxrss * 1024}
    silent = {"articles": [], "refused": None, "crash": f"no answer, ended with {status}"}
    return (json.loads(said) if said.endswith(b"}") else silent) | ended


def heard(told: int, child: int, until: float) -> bytes:
    """All that the process says before it ends; it is ended when its time is over."""
    said = b""
    while True:
        ready, _, _ = select.select([told], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            os.kill(child, 9)
            break
        piece = os.read(told, 1 << 16)
        if not piece:
            break
        said += piece
    os.close(told)
    return said


def reading(path: Path, tell: int) -> None:
    """The forked process: read, tell, end."""
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    if path.is_file():
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    answer: dict[str, Any] = {"articles": [], "refused": None, "crash": None}
    try:
        for document in open_path(path):
            article = read(document.text, document.published, document=document)
            summarise(article, "news")
            answer["articles"].append([article.source, article.text[:3000]])
    except UnreadableFile as error:
        answer["refused"] = str(error)
    except BaseException as error:
        answer["crash"] = f"{type(error).__name__}: {error}"[:300]
    data = json.dumps(answer).encode()
    while data:
        data = data[os.write(tell, data) :]
    os._exit(0)


if __name__ == "__main__":
    main()
