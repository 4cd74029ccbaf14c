"""`clubhouse people`."""

import json
from pathlib import Path

import pytest

from tests.clubhouse.commands.conftest import Terminal, one_line
from tests.houses import on_disk


def listed(terminal: Terminal, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in terminal.done("people", "list", "--json", *options).splitlines()]


def test_somebody_is_added_and_their_code_printed(terminal: Terminal) -> None:
    assert terminal.done("people", "add", "Rosa", "Alvarez") == "M0001\n"
    assert listed(terminal) == [
        {
            "code": "M0001",
            "kind": "member",
            "first_name": "Rosa",
            "last_name": "Alvarez",
            "nickname": "",
            "shown_as": "first_name",
            "since": "2026-11-23",
            "ended_on": None,
            "paused": False,
        }
    ]


def test_all_that_is_known_can_be_said(terminal: Terminal) -> None:
    options = ("--kind", "staff", "--nickname", "Tommy", "--shown-as", "nickname", "--since", "2020-02-29")
    assert terminal.done("people", "add", "Tom", "--code", "boss", *options) == "boss\n"
    (tom,) = listed(terminal)
    assert (tom["kind"], tom["nickname"], tom["shown_as"], tom["since"]) == (
        "staff",
        "Tommy",
        "nickname",
        "2020-02-29",
    )


def test_a_code_that_is_taken_is_refused(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa", "--code", "A1")
    assert "The code a1 belongs to somebody else" in terminal.refused("people", "add", "Tom", "--code", "a1")
    assert len(listed(terminal)) == 1


def test_an_impossible_date_is_refused(terminal: Terminal) -> None:
    assert "'2026-02-30' is no date" in terminal.refused("people", "add", "Rosa", "--since", "2026-02-30")
    assert listed(terminal) == []


def test_a_name_without_a_letter_is_refused(terminal: Terminal) -> None:
    assert "A first name is missing" in terminal.refused("people", "add", "\x1b\x07 ")


def test_the_list_stands_in_columns_whatever_the_script(terminal: Terminal) -> None:
    for name in (("李", "明"), ("Zoë", "Ångström"), ("O\u0301", "X")):
        terminal.done("people", "add", *name)
    heads, *lines = terminal.done("people", "list").splitlines()
    assert heads.split() == ["CODE", "KIND", "SINCE", "NOTE", "SHOWN", "AS", "NAME"]
    assert [line.split()[:3] for line in lines] == [[f"M000{n}", "member", "2026-11-23"] for n in (1, 2, 3)]
    assert lines[0].endswith("  李 明.    李 明")  # two cells a letter, so as wide as `Zoë Å.`
    assert lines[1].endswith("  Zoë Å.    Zoë Ångström")
    assert lines[2].endswith("  Ó X.      Ó X")


def test_looking_at_the_list_is_noted(terminal: Terminal) -> None:
    terminal.done("people", "list")
    assert on_disk(terminal.path, "SELECT actor, action, subject, became FROM audit ORDER BY id DESC LIMIT 1") == [
        ("command line", "view", "people", '{"names": true}')
    ]


def test_the_station_stands_in_the_audit_log(terminal: Terminal) -> None:
    terminal.done("--station", "front\x1b desk", "people", "add", "Rosa")
    assert on_disk(terminal.path, "SELECT station FROM audit ORDER BY id DESC LIMIT 1") == [("front desk",)]


def test_what_is_not_named_stays_when_somebody_is_changed(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa", "Alvarez", "--nickname", "Ro")
    terminal.done("people", "change", "m0001", "--last-name", "", "--shown-as", "hidden", "--reason", "asked")
    (rosa,) = listed(terminal)
    assert (rosa["first_name"], rosa["last_name"], rosa["nickname"], rosa["shown_as"]) == ("Rosa", "", "Ro", "hidden")
    assert on_disk(terminal.path, "SELECT action, reason FROM audit WHERE action = 'change_person'") == [
        ("change_person", "asked")
    ]


@pytest.mark.parametrize(
    ("option", "value", "key"),
    [
        ("--first-name", "Rose", "first_name"),
        ("--last-name", "Bell", "last_name"),
        ("--nickname", "Ro", "nickname"),
        ("--shown-as", "initials", "shown_as"),
        ("--kind", "volunteer", "kind"),
        ("--since", "2019-05-01", "since"),
        ("--code", "77", "code"),
    ],
)
def test_each_thing_can_be_changed(terminal: Terminal, option: str, value: str, key: str) -> None:
    terminal.done("people", "add", "Rosa", "Alvarez")
    (was,) = listed(terminal)
    terminal.done("people", "change", "M0001", option, value)
    assert listed(terminal) == [was | {key: value}]


def test_a_change_of_nothing_is_wrong_usage(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa")
    assert "Name at least one thing" in terminal.misused("people", "change", "M0001", "--reason", "none")


def test_whoever_ends_is_listed_only_with_all(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa")
    terminal.done("people", "end", "M0001")
    assert listed(terminal) == []
    assert [person["ended_on"] for person in listed(terminal, "--all")] == ["2026-11-23"]
    assert "ended 2026-11-23" in terminal.done("people", "list", "--all")


def test_a_safety_pause_is_set_and_lifted_and_its_reason_is_never_printed(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa")
    terminal.done("people", "pause", "M0001", "--reason", "a private matter")
    assert [person["paused"] for person in listed(terminal)] == [True]
    shown = terminal.done("people", "list")
    assert "safety pause" in shown
    assert "private" not in shown + terminal.done("people", "list", "--json")
    terminal.done("people", "resume", "M0001", "--reason", "talked")
    assert [person["paused"] for person in listed(terminal)] == [False]


def test_a_pause_needs_a_reason(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa")
    assert "--reason" in terminal.misused("people", "pause", "M0001")
    assert "needs a reason" in terminal.refused("people", "pause", "M0001", "--reason", " ")


@pytest.mark.parametrize(
    "command", [("change", "--kind", "staff"), ("end",), ("pause", "--reason", "x"), ("resume",)]
)
def test_a_code_that_nobody_has_is_refused(terminal: Terminal, command: tuple[str, ...]) -> None:
    assert "Nobody has the code" in terminal.refused("people", command[0], "\udcffM9", *command[1:])


def test_people_are_imported(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("First name;Last name;Shoe size\nRosa;Alvarez;38\nTom;Bell;45\n")
    result = terminal.type("people", "import", str(tmp_path / "people.csv"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert one_line(result.stderr) == "2 added, 0 changed, 0 the same as before. Columns not kept: Shoe size."
    assert [person["last_name"] for person in listed(terminal)] == ["Alvarez", "Bell"]


def test_every_problem_of_an_import_is_a_line_and_nothing_is_imported(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("first name,since\nRosa,2026-02-30\nTom,2020-01-01\nAnn,soon\n")
    result = terminal.type("people", "import", str(tmp_path / "people.csv"))
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == ["Line 2", "Line 4"]
    assert "Nothing was imported" in one_line(result.stderr)
    assert listed(terminal) == []


def test_a_file_that_cannot_be_imported_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    assert "There is no file" in terminal.refused("people", "import", str(tmp_path / "none.csv"))
    assert "is a folder" in terminal.refused("people", "import", str(tmp_path))
    assert "not a CSV file" in terminal.refused("people", "import", str(terminal.path))


def test_a_namesake_is_named(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa", "Alvarez")
    result = terminal.type("people", "add", "Rosa", " Alvarez ")
    assert result.stdout == "M0002\n"
    assert "The same name is on file as M0001." in result.stderr
