"""The guide of the command line and the commands say the same."""

import json
import re
from collections.abc import Iterator

import click
import pytest

from clubhouse.__main__ import front_door
from clubhouse.attendance import Outcome
from clubhouse.settings import SETTINGS
from tests.clubhouse.commands.conftest import Terminal
from tests.processes import ROOT

GUIDE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
BY_KEY = {Outcome.SIGNED_OUT, Outcome.IN_UNDONE, Outcome.OUT_UNDONE}
"""What comes of a key at the kiosk and never of a scan."""


def commands(command: click.Command, name: str = "clubhouse") -> Iterator[tuple[str, click.Command]]:
    """Every command that can be typed, with its whole name."""
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            assert found is not None
            yield from commands(found, f"{name} {each}")


def sections() -> dict[str, str]:
    """What the guide says of each command, by its name without arguments."""
    parts = re.split(r"^#{2,3} `(clubhouse[^`]*)`$", GUIDE, flags=re.MULTILINE)
    return {
        re.split(r" [\[A-Z]", heading)[0]: re.split(r"^## ", text, flags=re.MULTILINE)[0]
        for heading, text in zip(parts[1::2], parts[2::2], strict=True)
    }


COMMANDS = dict(commands(front_door))


def test_every_command_stands_in_the_guide_and_the_other_way_round() -> None:
    assert set(sections()) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_stands_in_the_guide_and_the_other_way_round(name: str) -> None:
    options = {
        option
        for parameter in COMMANDS[name].params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    rows = re.findall(r"^\| (`-.*?) \|", sections()[name], flags=re.MULTILINE)
    assert set(re.findall(r"`(--?[a-z-]+)", " ".join(rows))) == options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_stands_in_the_heading(name: str) -> None:
    (heading,) = re.findall(rf"^#+ `{name}((?: [\[A-Z][^`]*)?)`$", GUIDE, flags=re.MULTILINE)
    arguments = [each for each in COMMANDS[name].params if isinstance(each, click.Argument)]
    assert len(re.findall(r"[A-Z_]+", heading)) == len(arguments)


def test_every_setting_stands_in_the_guide() -> None:
    keys = re.findall(r"^\| `([a-z-]+)` \|", sections()["clubhouse settings"], flags=re.MULTILINE)
    assert keys == list(SETTINGS)


def test_every_outcome_of_a_scan_stands_in_the_guide() -> None:
    outcomes = sections()["clubhouse scan"].partition("| outcome | meaning |")[2]
    first_cells = re.findall(r"^\| (`[^|]*) \|", outcomes, flags=re.MULTILINE)
    assert set(re.findall("`([^`]*)`", " ".join(first_cells))) == {str(each) for each in set(Outcome) - BY_KEY}


def test_every_key_of_an_answer_stands_in_the_guide_and_in_its_example(terminal: Terminal) -> None:
    (answer,) = terminal.done("scan", stdin="x").splitlines()
    keys = sections()["clubhouse scan"].partition("| key | meaning |")[2].partition("| outcome |")[0]
    example = re.findall(r"^ +(\{.*\})$", sections()["clubhouse scan"], flags=re.MULTILINE)
    assert re.findall(r"^\| `([a-z_]+)` \|", keys, flags=re.MULTILINE) == list(json.loads(answer))
    assert [list(json.loads(each)) for each in example] == [list(json.loads(answer))]


@pytest.mark.parametrize(
    "command",
    [
        ("people", "list"),
        ("visits", "list", "--names"),
        ("audit",),
        ("units", "list"),
        ("tasks", "list"),
        ("events", "list"),
        ("events", "who", "1", "--names"),
        ("board", "show"),
        ("jobs", "employers", "list"),
        ("jobs", "list"),
        ("jobs", "terms", "1"),
        ("jobs", "line", "list"),
        ("jobs", "own", "list"),
        ("jobs", "ahead"),
        ("jobs", "figures"),
        ("hours", "today"),
        ("hours", "list"),
        ("hours", "month"),
    ],
    ids=" ".join,
)
def test_every_key_of_a_json_list_stands_in_the_guide(terminal: Terminal, command: tuple[str, ...]) -> None:
    terminal.done("people", "add", "Rosa")
    terminal.done("visits", "add", "M0001", "--in", "08:00")
    terminal.done("units", "add", "Culinary")
    terminal.done("tasks", "add", "Culinary", "morning", "Lunch")
    terminal.done("events", "add", "Movie", "social", "2026-11-23", "18:00", "2h")
    terminal.done("events", "register", "1", "M0001")
    terminal.done("jobs", "employers", "add", "Bakery")
    terminal.done("jobs", "add", "Bakery", "Baker", "--week", "20", "--times", "weekdays 09:00-13:00")
    terminal.done("jobs", "begin", "1", "M0001", "--until", "2026-12-01")
    terminal.done("jobs", "line", "join", "M0001")
    terminal.done("jobs", "own", "add", "M0001", "Library", "Page", "--kind", "independent", "--week", "5")
    terminal.done("hours", "log", "M0001", "--placement", "1", "--length", "4")
    row = json.loads(terminal.done(*command, "--json").splitlines()[0])
    name = " ".join(("clubhouse", *(each for each in command if each.isalpha())))
    (line,) = re.findall(r"^\| `--json` \|(.*)\|$", sections()[name], flags=re.MULTILINE)
    assert re.findall(r"`([a-z_]+)`", line.partition(";")[0]) == list(row)
