"""The programs that teamsh's prompt is held against, each ready to be typed into."""

import contextlib
import glob
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from startup import PGCLI, plain


@dataclass(frozen=True)
class Peer:
    """An interactive program: how it is started, and what its prompt looks like."""

    name: str
    words: list[str]
    prompt: bytes
    env: dict[str, str] = field(default_factory=dict)

    def environment(self, home: str) -> dict[str, str]:
        return plain(home) | self.env

    @property
    def is_here(self) -> bool:
        return shutil.which(self.words[0]) is not None


SHELLS = [
    Peer("`bash`", ["bash", "--norc", "--noprofile", "-i"], rb"[$#] $"),
    Peer("`zsh`", ["zsh", "-f", "-i"], rb"[%#] $"),
    Peer("`fish`", ["fish", "--private"], rb"[#>] "),
    Peer("`sqlite3`", ["sqlite3"], rb"sqlite> "),
]


@contextlib.contextmanager
def peers(folder: str) -> Iterator[list[Peer]]:
    """Every peer that this machine has; a throw-away PostgreSQL server lives as long as the block."""
    with contextlib.ExitStack() as stack:
        found = [peer for peer in SHELLS if peer.is_here]
        tools = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if tools:
            socket = stack.enter_context(_postgresql(tools[-1], tempfile.mkdtemp(dir=folder)))
            login = {"PGHOST": socket, "PGUSER": "postgres", "PGDATABASE": "postgres", "PSQLRC": "/dev/null"}
            found.append(Peer("`psql`", [os.path.join(tools[-1], "psql")], rb"postgres[=-][#>] ", login))
            pgcli = Peer("`pgcli`", [PGCLI], rb"postgres>", login)
            found += [pgcli] if pgcli.is_here else []
        yield found


@contextlib.contextmanager
def _postgresql(tools: str, folder: str) -> Iterator[str]:
    """A server on a Unix socket alone; yields the socket's folder."""
    as_user: list[str] = []
    if os.geteuid() == 0:
        # The server refuses to be root; its account must also reach the folder.
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
        part = os.path.dirname(folder)
        while part.startswith("/tmp/"):
            os.chmod(part, os.stat(part).st_mode | 0o011)
            part = os.path.dirname(part)
    data = os.path.join(folder, "data")

    def tool(name: str, *words: str) -> None:
        subprocess.run(
            [*as_user, os.path.join(tools, name), *words], check=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd="/")

    tool("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    log = os.path.join(folder, "log")
    tool("pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
    try:
        yield folder
    finally:
        tool("pg_ctl", "-D", data, "-m", "immediate", "stop")
