"""`clubhouse init` and `clubhouse settings`."""

from pathlib import Path

import pytest

from clubhouse.house import open_house
from clubhouse.permissions import HELD_BY, Permission, Role
from clubhouse.pins import open_desk
from clubhouse.settings import SETTINGS
from tests.clubhouse.commands.conftest import Terminal
from tests.houses import NAME, on_disk

NAMED = ("--name", "Sun House", "--timezone", "Europe/Oslo")


def test_init_makes_a_house_that_only_its_owner_can_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "house.db"
    assert Terminal(path).done("init", *NAMED) == ""
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert Terminal(path).done("settings", "name") == "Sun House\n"
    assert Terminal(path).done("settings", "timezone") == "Europe/Oslo\n"


def test_a_second_init_is_refused_and_changes_nothing(terminal: Terminal) -> None:
    assert "already holds a house" in terminal.refused("init", *NAMED)
    assert terminal.done("settings", "name") == f"{NAME}\n"


def test_init_asks_no_questions_and_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    assert "--timezone" in Terminal(path).misused("init", "--name", "Sun House")
    assert "--name" in Terminal(path).misused("init", "--timezone", "Europe/Oslo")
    assert not path.exists()


def test_init_with_a_zone_that_is_none_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    told = Terminal(path).refused("init", "--name", "Sun House", "--timezone", "Middle/Earth")
    assert "time zone such as" in told
    assert not path.exists()


def test_settings_lists_each_with_its_value(terminal: Terminal) -> None:
    heads, *lines = terminal.done("settings").splitlines()
    assert heads.split() == ["KEY", "VALUE", "ABOUT"]
    assert [line.split()[0] for line in lines] == list(SETTINGS)
    assert "16:00" in lines[list(SETTINGS).index("closing-time")]


def test_a_setting_is_changed(terminal: Terminal) -> None:
    assert terminal.done("settings", "closing-time", "17:30") == ""
    assert terminal.done("settings", "closing-time") == "17:30\n"
    assert on_disk(terminal.path, "SELECT actor, became FROM audit ORDER BY id DESC LIMIT 1") == [
        ("command line", '"17:30"')
    ]


def test_a_setting_that_cannot_be_stays_as_it_was(terminal: Terminal) -> None:
    assert "must be a time of day" in terminal.refused("settings", "closing-time", "25:00")
    assert terminal.done("settings", "closing-time") == "16:00\n"


def test_a_setting_that_is_none_is_refused(terminal: Terminal) -> None:
    assert "There is no setting 'colour'" in terminal.refused("settings", "colour")
    assert "There is no setting 'colour'" in terminal.refused("settings", "colour", "red")


def test_init_makes_a_coordinator_whose_pin_is_shown_once(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "house.db")
    pin = terminal.done("init", *NAMED, "--coordinator", "Ana de la Cruz").strip()
    assert (len(pin), pin.isdigit()) == (6, True)
    people = on_disk(terminal.path, "SELECT code, kind, first_name, last_name FROM people")
    assert people == [("S0001", "staff", "Ana", "de la Cruz")]
    assert set(terminal.done("people", "permit", "S0001").split()) == {each.value for each in Permission}
    house = open_house(terminal.path)
    assert open_desk(house, 1, pin).person.code == "S0001"
    house.close()


@pytest.mark.parametrize("name", ["", "   ", "x" * 99])
def test_init_with_a_name_of_nobody_makes_no_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "house.db"
    Terminal(path).refused("init", *NAMED, "--coordinator", name)
    assert not path.exists()


def test_a_pin_is_given_and_printed_alone(terminal: Terminal) -> None:
    terminal.done("people", "add", "Rosa")
    pin = terminal.done("pin", "give", "m0001").strip()
    assert (len(pin), pin.isdigit()) == (6, True)
    assert "Nobody has the code" in terminal.refused("pin", "give", "M0009")
    assert on_disk(terminal.path, "SELECT actor, action FROM audit ORDER BY id DESC LIMIT 1") == [
        ("command line", "give_pin")
    ]


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_given_with_all_its_tasks(terminal: Terminal, role: Role) -> None:
    terminal.done("people", "add", "Rosa")
    terminal.done("people", "permit", "M0001", role.value)
    assert set(terminal.done("people", "permit", "M0001").split()) == {each.value for each in HELD_BY[role]}
