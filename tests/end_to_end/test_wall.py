"""The wall board in a real terminal (tmux): what is written elsewhere shows there, and a key closes it."""

import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.clubhouse.commands.conftest import Terminal
from tests.processes import ROOT

DEADLINE_SECONDS = 30.0
"""Nothing takes so long unless it is never going to happen."""
NOW = "2026-11-23T08:47"


class Tmux:
    """A tmux server of the test's own, with one window."""

    def __init__(self, folder: Path, *command: str | Path) -> None:
        """Run `python -m clubhouse command...` in it, 80 by 24."""
        self._socket = folder / "tmux"
        program = shlex.join([sys.executable, "-m", "clubhouse", *map(str, command)])
        self.do("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "-c", str(ROOT), program)

    def do(self, *arguments: str) -> str:
        """What a tmux command prints."""
        done = subprocess.run(["tmux", "-S", self._socket, *arguments], capture_output=True, text=True, check=False)
        return done.stdout

    def screen(self) -> str:
        """What stands in the window; empty when it is closed."""
        return self.do("capture-pane", "-p")

    def wait(self, predicate: Callable[[str], object], what: str) -> None:
        """Wait until `predicate` is true of the screen; fail with the screen when it never is."""
        give_up = time.monotonic() + DEADLINE_SECONDS
        while not predicate(self.screen()):
            assert time.monotonic() < give_up, f"waited in vain for {what}:\n{self.screen()}"


@pytest.fixture
def wall(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tmux]:
    """The wall board of a house with a unit and somebody called Rosa."""
    terminal.done("units", "add", "Culinary")
    terminal.done("people", "add", "Rosa", "Alvarez")
    monkeypatch.setenv("CLUBHOUSE_NOW", NOW)
    monkeypatch.setenv("LANG", "C.UTF-8")
    tmux = Tmux(tmp_path, "--db", terminal.path, "board")
    yield tmux
    tmux.do("kill-server")


@pytest.fixture
def terminal(path: Path) -> Terminal:
    """A terminal at the test house."""
    return Terminal(path, {"CLUBHOUSE_NOW": NOW})


def test_what_is_written_elsewhere_shows_on_the_wall_and_a_key_closes_it(wall: Tmux, terminal: Terminal) -> None:
    wall.wait(lambda screen: "Culinary" in screen and "Nobody yet" in screen, "the board")
    assert "Rosa" not in wall.screen()
    terminal.done("board", "join", "M0001", "Culinary")
    wall.wait(lambda screen: "Rosa A." in screen, "Rosa")
    terminal.done("board", "leave", "M0001")
    wall.wait(lambda screen: "Nobody yet" in screen, "an empty unit")
    wall.do("send-keys", "x", "Enter", "Escape")
    terminal.done("units", "seats", "Culinary", "morning", "5")
    wall.wait(lambda screen: "5 seats free" in screen, "the seats, after keys that mean nothing")
    wall.do("send-keys", "q")
    wall.wait(lambda screen: not screen, "the end of the wall board")
