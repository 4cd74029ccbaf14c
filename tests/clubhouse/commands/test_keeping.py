"""`clubhouse backup`, `restore`, `check` and `audit`."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.clubhouse.commands.conftest import Terminal, one_line
from tests.houses import on_disk


@pytest.fixture
def terminal(terminal: Terminal) -> Terminal:
    """The test house with Rosa on file."""
    terminal.done("people", "add", "Rosa", "Alvarez")
    return terminal


def break_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM name_letters")


def test_a_backup_is_made_and_brought_back(terminal: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "stick.db"
    assert terminal.done("backup", str(copy)) == f"{copy}\n"
    terminal.done("people", "add", "Tom")
    result = terminal.type("restore", str(copy))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "What it replaces is kept as" in one_line(result.stderr)
    assert on_disk(terminal.path, "SELECT first_name FROM people") == [("Rosa",)]


def test_a_backup_without_a_name_goes_beside_the_house(terminal: Terminal) -> None:
    printed = Path(terminal.done("backup").rstrip("\n"))
    assert printed.parent == terminal.path.parent / "backups"
    assert on_disk(printed, "SELECT first_name FROM people") == [("Rosa",)]


def test_a_backup_onto_a_file_is_refused(terminal: Terminal) -> None:
    assert "exists already" in terminal.refused("backup", str(terminal.path))
    assert on_disk(terminal.path, "SELECT first_name FROM people") == [("Rosa",)]


def test_a_backup_is_brought_back_where_no_house_was(terminal: Terminal, tmp_path: Path) -> None:
    copy = terminal.done("backup").rstrip("\n")
    elsewhere = Terminal(tmp_path / "new.db")
    assert "There was no house before" in elsewhere.type("restore", copy).stderr
    assert on_disk(elsewhere.path, "SELECT first_name FROM people") == [("Rosa",)]


def test_a_file_that_is_no_backup_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    assert "is damaged or is no backup" in terminal.refused("restore", str(tmp_path / "letter.txt"))
    assert "There is no backup at" in terminal.refused("restore", str(tmp_path / "none.db"))
    assert on_disk(terminal.path, "SELECT first_name FROM people") == [("Rosa",)]


def test_a_sound_house_is_told_to_be_sound(terminal: Terminal) -> None:
    result = terminal.type("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert one_line(result.stderr) == f"{terminal.path} is sound."


def test_each_problem_is_a_line_and_the_latest_backup_is_named(terminal: Terminal) -> None:
    copy = terminal.done("backup").rstrip("\n")
    break_it(terminal.path)
    result = terminal.type("check")
    assert (result.exit_code, result.stdout) == (1, "a person who cannot be found by name: person 1\n")
    assert f"clubhouse restore {copy}" in one_line(result.stderr)


def test_the_audit_log_is_listed(terminal: Terminal) -> None:
    heads, *lines = terminal.done("audit").splitlines()
    assert heads.split() == ["AT", "STATION", "WHO", "DID", "TO", "WHAT", "WHY"]
    assert [line.split()[2:] for line in lines if "add_person" in line] == [
        ["kiosk", "command", "line", "add_person", "person", "1"]
    ]
    before = terminal.done("audit", "--from", "2026-11-01", "--to", "2026-11-02")
    assert before == "AT  STATION  WHO  DID  TO WHAT  WHY\n"


def test_the_audit_log_as_json_tells_what_was_and_what_became(terminal: Terminal) -> None:
    terminal.done("people", "change", "M0001", "--nickname", "Ro", "--reason", "asked")
    row = [json.loads(line) for line in terminal.done("audit", "--json").splitlines()][-2]
    assert (row["station"], row["actor"], row["action"], row["subject"], row["reason"]) == (
        "kiosk",
        "command line",
        "change_person",
        "person 1",
        "asked",
    )
    assert (row["was"]["nickname"], row["became"]["nickname"], row["at"][:16]) == ("", "Ro", "2026-11-23T08:47")


def test_looking_into_the_audit_log_is_noted_in_it(terminal: Terminal) -> None:
    terminal.done("audit", "--from", "2026-11-01")
    assert on_disk(terminal.path, "SELECT subject FROM audit WHERE action = 'view'") == [
        ("audit 2026-11-01 to 2026-11-23",)
    ]


def test_a_day_that_is_none_is_refused(terminal: Terminal) -> None:
    assert "'2026-02-29' is no date" in terminal.refused("audit", "--from", "2026-02-29")
