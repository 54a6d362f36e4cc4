"""Starts programs and takes their time."""

import contextlib
import os
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass

LONGEST = 900
"""Seconds after which a program counts as hung."""


def present(peers: dict[str, list[str]]) -> dict[str, list[str]]:
    """The peers that this machine has."""
    return {name: words for name, words in peers.items() if shutil.which(words[0])}


@dataclass
class Run:
    """What one run of a program took: its time, and its memory at its highest."""

    milliseconds: float
    mebibytes: float


def run(words: list[str], env: dict[str, str]) -> Run:
    """Runs a program to its end with an eye on its memory."""
    watch = Watch()
    return Run(milliseconds(words, env, watch), watch.mebibytes)


class Watch(threading.Thread):
    """Follows the highest memory of a program until that is gone.

    The number that the kernel keeps for its parent is of no use: it begins with the parent's own.
    """

    def __init__(self):
        super().__init__(daemon=True)
        self.pid, self.mebibytes = 0, 0.0

    def follow(self, pid: int) -> None:
        self.pid = pid
        self.start()

    def run(self) -> None:
        while highest := peak_mebibytes(self.pid):
            self.mebibytes = highest
            time.sleep(0.02)


def milliseconds(
    words: list[str], env: dict[str, str], watch: Watch | None = None, stdin: str = os.devnull
) -> float:
    """Runs a program to its end, its output nowhere; one that fails ends the bench."""
    with open(os.devnull, "wb") as nowhere, open(stdin, "rb") as source:
        start = time.perf_counter()
        child = subprocess.Popen(words, env=env, stdin=source, stdout=nowhere)
        if watch:
            watch.follow(child.pid)
        # A wait with a timeout looks in ever longer steps, and rounds 9 ms up to 16.
        alarm = threading.Timer(LONGEST, child.kill)
        alarm.start()
        code = child.wait()
        passed = time.perf_counter() - start
        alarm.cancel()
    if code != 0:
        raise SystemExit(f"bench: {' '.join(words)} ended with {code}")
    return passed * 1000


@contextlib.contextmanager
def on(cores: set[int]):
    """Lets this program, and what it starts inside the `with` block, run on these cores alone."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores or before)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def in_turns(
    programs: dict[str, list[str]], runs: int, env: dict[str, str], stdin: str = os.devnull
) -> dict[str, list[float]]:
    """Times several programs in turn, so that a busy moment of the machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for words in programs.values():
        milliseconds(words, env, stdin=stdin)
    for _ in range(runs):
        for name, words in programs.items():
            times[name].append(milliseconds(words, env, stdin=stdin))
    return times


def resident_mebibytes(pid: int) -> float:
    return _mebibytes(pid, "VmRSS:")


def peak_mebibytes(pid: int) -> float:
    """The most that a process has had in memory; 0 for one that has ended."""
    return _mebibytes(pid, "VmHWM:")


def forget_peak(pid: int) -> None:
    """Lets the most that a process has had in memory count from now."""
    with open(f"/proc/{pid}/clear_refs", "w") as refs:
        refs.write("5")


def _mebibytes(pid: int, name: str) -> float:
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) / 1024 for line in status if line.startswith(name)), 0)
    except (FileNotFoundError, ProcessLookupError):
        return 0
