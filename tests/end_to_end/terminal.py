"""Real terminals: a tmux server of the test's own, whose panes are typed into and read as a person would."""

import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

from tests.processes import ROOT

NOW = "2026-11-23T08:47"
"""What the wall clock shows when a kiosk is opened: a Monday."""

_SETTINGS = """
set -g status off
set -g remain-on-exit on
set -s escape-time 0
"""
# What would tell the programs of another terminal, house or language than the test's.
_NOT_KEPT = ("TMUX", "CLUBHOUSE", "TEXTUAL", "LC_", "COLUMNS", "LINES")
# Everything that frames the words: box drawing and block elements.
_FRAMES = re.compile("[\u2500-\u259f]")


class Pane:
    """One program in a terminal of fixed size."""

    def __init__(self, server: "Tmux", target: str) -> None:
        """`target` is tmux's name for the pane."""
        self._server = server
        self._target = target

    def press(self, *keys: str) -> None:
        """Press these keys, by tmux's names: `Enter`, `C-j`, `F5`, `9`."""
        self._server.run("send-keys", "-t", self._target, *keys)

    def scan(self, code: str, end: str = "Enter") -> None:
        """Type `code` as a scanner does, with the key `end` behind it."""
        typed = ["send-keys", "-t", self._target, "-l", code]
        self._server.run(*typed, ";", "send-keys", "-t", self._target, *end.split())

    def scan_at_once(self, codes: list[str]) -> None:
        """Type all `codes`, each with Enter behind it, faster than anybody could hold up cards."""
        # Pasted without brackets: line ends become the Enter key.
        self._server.run("load-buffer", "-", given="".join(f"{code}\n" for code in codes))
        self._server.run("paste-buffer", "-d", "-t", self._target)

    def screen(self) -> str:
        """The screen as it is now, row by row."""
        return self._server.run("capture-pane", "-p", "-t", self._target)

    def words(self) -> str:
        """The words on the screen, in one line and without frames."""
        return " ".join(_FRAMES.sub(" ", self.screen()).split())

    def wait_for(self, *words: str, seconds: float = 60.0) -> None:
        """Wait until all of `words` are on the screen together. Fails the test when they are not."""
        give_up = time.monotonic() + seconds
        while not all(each in self.words() for each in words):
            assert time.monotonic() < give_up, f"{words} are not on the screen:\n{self.screen()}"
            time.sleep(0.02)

    def wait_until_gone(self, words: str, seconds: float = 60.0) -> None:
        """Wait until `words` are not on the screen any more. Fails the test when they stay."""
        give_up = time.monotonic() + seconds
        while words in self.words():
            assert time.monotonic() < give_up, f"{words!r} is still on the screen:\n{self.screen()}"
            time.sleep(0.02)

    def wait_for_end(self, seconds: float = 60.0) -> None:
        """Wait until the program has closed its terminal. Its exit status is better told by a shell round it."""
        give_up = time.monotonic() + seconds
        while self.tell("pane_dead") != "1":
            assert time.monotonic() < give_up, f"it has not ended:\n{self.screen()}"
            time.sleep(0.02)

    def tell(self, variable: str) -> str:
        """What tmux knows of the pane, such as `pane_pid`, or `alternate_on`."""
        return self._server.run("display-message", "-p", "-t", self._target, f"#{{{variable}}}").strip()

    def keep_output(self, path: Path) -> None:
        """From now on write all that the program paints to `path`, as it comes."""
        self._server.run("pipe-pane", "-t", self._target, f"cat > {shlex.quote(str(path))}")


class Tmux:
    """A tmux server that knows nothing of any other."""

    def __init__(self, folder: Path) -> None:
        """Its socket is in `folder`."""
        self._folder = folder
        (folder / "tmux.conf").write_text(_SETTINGS)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_NOT_KEPT)}
        self._environment = kept | {"LANG": "C.UTF-8", "CLUBHOUSE_NOW": NOW}

    def open(self, *command: str | Path, columns: int = 80, rows: int = 24) -> Pane:
        """A new terminal in which `command` runs."""
        size = ["-x", str(columns), "-y", str(rows)]
        started = shlex.join(str(word) for word in command)
        target = self.run("new-session", "-d", "-P", "-F", "#{pane_id}", *size, "-c", str(ROOT), started)
        return Pane(self, target.strip())

    def kiosk(self, path: Path, *options: str, columns: int = 80, rows: int = 24) -> Pane:
        """The kiosk of the house at `path`."""
        return self.open(*CLUBHOUSE, "--db", path, *options, columns=columns, rows=rows)

    def run(self, *arguments: str, given: str | None = None) -> str:
        """Give tmux a command; what it answers."""
        # The socket is named from its folder: the length of a whole path may be too much for one.
        done = subprocess.run(
            ["tmux", "-u", "-f", "tmux.conf", "-S", "socket", *arguments],
            cwd=self._folder,
            env=self._environment,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=30,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def close(self) -> None:
        """End every program and the server."""
        subprocess.run(["tmux", "-S", "socket", "kill-server"], cwd=self._folder, capture_output=True, timeout=30)


CLUBHOUSE = (sys.executable, "-m", "clubhouse")
"""How the command line is started."""
