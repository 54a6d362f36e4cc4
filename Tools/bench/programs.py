"""Starts programs and takes their time."""

import contextlib
import os
import shutil
import subprocess
import threading
import time

LONGEST = 120
"""Seconds after which a program counts as hung."""


def present(peers: dict[str, list[str]]) -> dict[str, list[str]]:
    """The peers that this machine has."""
    return {name: words for name, words in peers.items() if shutil.which(words[0])}


def milliseconds(words: list[str], env: dict[str, str], output: str = os.devnull) -> float:
    """Runs a program to its end, its output in a file; one that fails ends the bench."""
    with open(output, "wb") as sink, open(os.devnull, "rb") as nothing:
        start = time.perf_counter()
        child = subprocess.Popen(words, env=env, stdin=nothing, stdout=sink)
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
    programs: dict[str, list[str]], runs: int, env: dict[str, str]
) -> dict[str, list[float]]:
    """Times several programs in turn, so that a busy moment of the machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for words in programs.values():
        milliseconds(words, env)
    for _ in range(runs):
        for name, words in programs.items():
            times[name].append(milliseconds(words, env))
    return times


def resident_mebibytes(pid: int) -> float:
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise SystemExit(f"bench: no process {pid}")
