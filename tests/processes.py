"""Other Python processes beside the test: several that begin at the same moment, and what they said."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
"""Where the three floors lie."""

_WAIT_FOR_GO = "import sys; print('ready', flush=True); sys.stdin.readline()\n"


def start(code: str, *arguments: str | Path) -> "subprocess.Popen[str]":
    """A process that runs `code` with `arguments` in `sys.argv[1:]`; its words come through pipes."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_by(code: str, *arguments: str | Path) -> str:
    """What a process that runs `code` prints. Fails the test when the process fails."""
    return _finished(start(code, *arguments))


def said_at_once(number: int, code: str, *arguments: str | Path) -> list[str]:
    """What each of `number` processes prints that run `code` at the same moment, after their imports."""
    imports, _, rest = code.partition("# go\n")
    processes = [start(imports + _WAIT_FOR_GO + rest, *arguments) for _ in range(number)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [_finished(process) for process in processes]


def _finished(process: "subprocess.Popen[str]") -> str:
    out, problem = process.communicate(timeout=60)
    assert process.returncode == 0, problem
    return out
