"""A program in a pseudo-terminal of its own, seen from outside: bytes in, frames out, and when each came."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType

from tests.benchmarks.big_house import NOW
from tests.processes import ROOT

FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"

# What programs ask a terminal once, and what a modern one (kitty, foot, WezTerm) says.
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}


_LONGEST = 200
"""No words that are waited for take more bytes."""


class Silent(Exception):
    """What was waited for did not appear in time."""


class Terminal:
    """One program in a terminal of 80x24. Leave the `with` block to end it."""

    def __init__(self, *command: str | Path, columns: int = 80, rows: int = 24) -> None:
        """Start `python command...`; `started` is the moment just before."""
        arguments = [sys.executable, *map(str, command)]
        self.output = bytearray()
        """All that the program wrote and that `forget` has not dropped."""
        self.read_at = 0.0
        """When the last of it was read."""
        self._written_at = 0.0
        self._unwritten = b""
        self._unasked = dict(_ANSWERS)
        self.started = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            _become(arguments, columns, rows)
        os.set_blocking(self._master, False)

    def __enter__(self) -> "Terminal":
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End the program, whatever it is doing."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    def write(self, typed: bytes) -> float:
        """Send `typed`, at once where the terminal takes it whole; the moment just before its last byte went."""
        self._unwritten += typed
        while self._unwritten:
            self._turn(1.0)
        return self._written_at

    def forget(self) -> None:
        """Drop what was read so far; nothing may be half painted."""
        self._read_for(0)
        del self.output[:]

    def wait_for(self, words: str, seconds: float = 10.0) -> float:
        """The moment when the frame that holds the pattern `words` was painted whole. Raises `Silent`."""
        pattern, begin, give_up = re.compile(words.encode()), 0, time.perf_counter() + seconds
        found: tuple[int, int] | None = None
        while True:
            match = None if found else pattern.search(self.output, begin)
            found = match.span() if match else found
            if found and self._shown(*found):
                return self.read_at
            if time.perf_counter() > give_up:
                raise Silent(words)
            begin = max(0, len(self.output) - _LONGEST)  # megabytes come in, and looking must not take long
            self._turn(0.1)

    def rest(self, seconds: float) -> None:
        """Let the program do what it likes for so long."""
        self._read_for(seconds)

    def _read_for(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while True:
            left = end - time.perf_counter()
            self._turn(max(left, 0))
            if left <= 0:
                return

    def _shown(self, start: int, end: int) -> bool:
        # Inside a synchronized update nothing is shown before its end.
        inside = self.output.rfind(FRAME_BEGINS, 0, start) > self.output.rfind(FRAME_ENDS, 0, start)
        return not inside or self.output.find(FRAME_ENDS, end) >= 0

    def _turn(self, seconds: float) -> None:
        writing = [self._master] if self._unwritten else []
        readable, writable, _ = select.select([self._master], writing, [], seconds)
        if writable:
            # Before and not after: the program may answer while this process waits for its turn.
            self._written_at = time.perf_counter()
            self._unwritten = self._unwritten[os.write(self._master, self._unwritten) :]
        if readable:
            self._read()

    def _read(self) -> None:
        try:
            chunk = os.read(self._master, 65536)
        except OSError:  # how Linux says that the program has gone
            chunk = b""
        if not chunk:
            raise Silent("the program has ended: " + self.output[-2000:].decode(errors="replace"))
        self.read_at = time.perf_counter()
        self.output += chunk
        self._answer()

    def _answer(self) -> None:
        for question in [each for each in self._unasked if each in self.output]:
            self._unwritten += self._unasked.pop(question)


def _become(arguments: list[str], columns: int, rows: int) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH") if name in os.environ}
    ours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "CLUBHOUSE_NOW": NOW}
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.chdir(ROOT)
        os.execve(arguments[0], arguments, kept | ours)
    finally:
        os._exit(127)  # this is a copy of the benchmark itself, which must not go on
