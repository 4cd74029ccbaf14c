"""The command line, as typed on one Monday morning in the test house."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from clubhouse.__main__ import front_door
from tests.processes import ROOT


@dataclass(frozen=True)
class Terminal:
    """Somebody who types commands about the house at `path`."""

    path: Path
    environment: dict[str, str] = field(default_factory=dict)

    def type(self, *arguments: str, stdin: str | bytes = "") -> Result:
        """What came of a command."""
        return CliRunner().invoke(
            front_door, ["--db", str(self.path), *arguments], input=stdin, prog_name="clubhouse", env=self.environment
        )

    def done(self, *arguments: str, stdin: str | bytes = "") -> str:
        """The data that a command printed which was done."""
        result = self.type(*arguments, stdin=stdin)
        assert (result.exit_code, result.stderr if result.exit_code else "") == (0, "")
        return result.stdout

    def refused(self, *arguments: str) -> str:
        """The one line told by a command that was refused and printed no data."""
        result = self.type(*arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        return one_line(result.stderr)

    def misused(self, *arguments: str) -> str:
        """What is told of a command used wrongly."""
        result = self.type(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        return result.stderr

    def start(self, *arguments: str, stdout: int | IO[str] = subprocess.PIPE) -> "subprocess.Popen[str]":
        """The command as a program of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "clubhouse", "--db", str(self.path), *arguments],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
        )

    def program(self, *arguments: str) -> tuple[int, str, str]:
        """Exit status, stdout and stderr of the command as a program of its own."""
        program = self.start(*arguments)
        out, words = program.communicate(timeout=60)
        return program.returncode, out, words


def one_line(words: str) -> str:
    """The only line of `words`, a sentence and no traceback."""
    assert words.endswith("\n")
    assert words.count("\n") == 1
    assert "Traceback" not in words
    return words.rstrip("\n")


@pytest.fixture
def terminal(path: Path) -> Terminal:
    """A terminal at the test house, on Monday, 2026-11-23, from 8:47 on."""
    return Terminal(path, {"CLUBHOUSE_NOW": "2026-11-23T08:47"})
