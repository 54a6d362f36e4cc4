"""A program in a pseudo-terminal, as a person would see it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ESCAPES = re.compile(rb"\x1b(\[[0-9;?>=]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-B]|[=>78M])")
ANSWERS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[0c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a terminal says when a program asks what it is and where the cursor stands."""


class Terminal:
    """A child with 120 columns and 40 rows; everything it writes is kept."""

    def __init__(self, words: list[str], env: dict[str, str]):
        self.written = b""
        self.is_over = False
        self.start = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(words[0], words, env)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_) -> None:
        if not self.is_over:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.descriptor)

    def type(self, text: str) -> None:
        os.write(self.descriptor, text.encode())

    def until(self, pattern: bytes, seconds: float = 30) -> float:
        """Waits until the text on the way matches, and says how long that took from the start."""
        wanted = re.compile(pattern)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if self._read(end) and wanted.search(ESCAPES.sub(b"", self.written)):
                return (time.perf_counter() - self.start) * 1000
        raise SystemExit(f"bench: never saw {pattern!r} in {self.written[-300:]!r}")

    def painted(self, key: str, quiet: float = 0.25, patience: float = 10) -> float:
        """Types a key, and says when the last byte of what it led to was there."""
        self.written = b""
        start = time.perf_counter()
        self.type(key)
        if not self._read(start + patience):
            raise SystemExit(f"bench: nothing came for {key!r} in {patience} s")
        last = time.perf_counter()
        while self._read(time.perf_counter() + quiet):
            last = time.perf_counter()
        return (last - start) * 1000

    def echoed(self, key: str, patience: float = 10) -> tuple[float, int]:
        """Types a key; says when the first byte came back, and how many came in all."""
        self.written = b""
        start = time.perf_counter()
        self.type(key)
        if not self._read(start + patience):
            raise SystemExit(f"bench: nothing came for {key!r} in {patience} s")
        first = time.perf_counter()
        while self._read(time.perf_counter() + 0.02):
            pass
        return (first - start) * 1000, len(self.written)

    def answered(self, keys: str, pattern: bytes, patience: float = 30) -> float:
        """Types keys, and says when the text that came of them matched."""
        self.written = b""
        start = time.perf_counter()
        self.type(keys)
        wanted = re.compile(pattern)
        while self._read(start + patience):
            if wanted.search(ESCAPES.sub(b"", self.written)):
                return (time.perf_counter() - start) * 1000
        raise SystemExit(f"bench: never saw {pattern!r} in {self.written[-300:]!r}")

    def ended(self, key: str) -> float:
        """Types a key that ends the program, and says when it was gone."""
        start = time.perf_counter()
        self.type(key)
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            self._read(time.perf_counter() + 0.0005)
        self.is_over = True
        return (time.perf_counter() - start) * 1000

    def settle(self) -> None:
        """Waits until the program has written all it wants to."""
        while self._read(time.perf_counter() + 0.3):
            pass

    def _read(self, end: float) -> bool:
        patience = max(0.0, end - time.perf_counter())
        if not select.select([self.descriptor], [], [], patience)[0]:
            return False
        try:
            piece = os.read(self.descriptor, 65536)
        except OSError:  # the other end is closed
            return False
        self.written += piece
        for question, answer in ANSWERS.items():
            if question in piece:
                os.write(self.descriptor, answer)
        return True
