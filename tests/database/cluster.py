"""A PostgreSQL server of the tests' own, on loopback: ``python cluster.py start|stop FOLDER``."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
from pathlib import Path

USER = "postgres"


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL programs on this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    here = shutil.which("initdb")
    return found[-1].parent if found else Path(here).resolve().parent if here else None


class Cluster:
    """One server whose data lie in ``folder``; started by an account that is not root, for it refuses that."""

    def __init__(self, folder: Path, fsync: str = "off") -> None:
        self.folder, self.fsync = folder, fsync
        self.data = folder / "data"

    @property
    def port(self) -> int:
        return int((self.folder / "port").read_text())

    @property
    def password(self) -> str:
        return (self.folder / "password").read_text().strip()

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://news:{self.password}@127.0.0.1:{self.port}/{name}"

    def create(self) -> None:
        """Make the data and choose a free port."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            (self.folder / "port").write_text(str(free.getsockname()[1]))
        (self.folder / "password").write_text(secrets.token_urlsafe(12))
        if os.getuid() == 0:
            shutil.chown(self.folder, USER, USER)
            for path in self.folder.iterdir():
                shutil.chown(path, USER, USER)
        options = [
            "--auth=scram-sha-256",
            f"--pwfile={self.folder / 'password'}",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
        self.run("initdb", "-D", str(self.data), "-U", "news", *options)

    def start(self) -> None:
        # without fsync what a killed process wrote is safe with the system all the same; only a power cut needs it
        settings = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories=''"
        settings += f" -c fsync={self.fsync} -c max_connections=200"
        self.run("pg_ctl", "-D", str(self.data), "-l", str(self.folder / "log"), "-w", "-o", settings, "start")

    def stop(self, mode: str = "fast") -> None:
        self.run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def run(self, program: str, *options: str) -> None:
        """One of PostgreSQL's programs, without root's rights."""
        place = binaries()
        assert place is not None, "PostgreSQL is not installed (apt-get install postgresql)"
        account = {"user": USER, "group": pwd.getpwnam(USER).pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
        done = subprocess.run(
            [str(place / program), *options],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=(self.folder / "told").open("ab") if os.getuid() == 0 else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            **account,  # type: ignore[arg-type]
        )
        if done.returncode:
            told = (self.folder / "told").read_text("utf-8", "replace") if (self.folder / "told").exists() else ""
            raise RuntimeError(f"{program} {options} failed: {told[-2000:]}")


if __name__ == "__main__":
    what, where = sys.argv[1], Cluster(Path(sys.argv[2]))
    if what == "start":
        where.create()
        where.start()
    else:
        where.stop()
