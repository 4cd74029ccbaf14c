"""`clubhouse units`, and the unit that somebody calls theirs."""

import json

import pytest

from tests.clubhouse.commands.conftest import Terminal


@pytest.fixture
def staffed(terminal: Terminal) -> Terminal:
    """The test house with a unit, two of the staff and a member."""
    terminal.done("units", "add", "Culinary", "--sign", "k", "--colour", "orange", "--about", "Cooks lunch")
    for name, kind in (("Ana", "staff"), ("Ben", "staff"), ("Rosa", "member")):
        terminal.done("people", "add", name, "Bell", "--kind", kind)
    return terminal


def listed(terminal: Terminal) -> list[dict[str, object]]:
    """The units."""
    return [json.loads(line) for line in terminal.done("units", "list", "--json").splitlines()]


def leads(terminal: Terminal, *day: str) -> list[list[str]]:
    """Who leads."""
    return [line.split() for line in terminal.done("units", "leads", *day).splitlines()[1:]]


def test_a_unit_is_added(staffed: Terminal) -> None:
    assert listed(staffed) == [
        {
            "unit": "Culinary",
            "sign": "K",
            "colour": "orange",
            "resting_since": None,
            "seats": {"morning": None, "afternoon": None},
            "about": "Cooks lunch",
        }
    ]
    assert "no limit" in staffed.done("units", "list")


def test_a_name_that_is_taken_or_missing_is_refused(staffed: Terminal) -> None:
    assert "There is a unit called culinary already" in staffed.refused("units", "add", "culinary")
    assert "needs a name" in staffed.refused("units", "add", " ")
    assert len(listed(staffed)) == 1


@pytest.mark.parametrize(
    ("option", "value", "key", "kept"),
    [
        ("--name", "Kitchen", "unit", "Kitchen"),
        ("--sign", "x", "sign", "X"),
        ("--colour", "teal", "colour", "teal"),
        ("--about", "", "about", ""),
    ],
)
def test_each_thing_can_be_changed(staffed: Terminal, option: str, value: str, key: str, kept: str) -> None:
    (was,) = listed(staffed)
    staffed.done("units", "change", "CULINARY", option, value)
    assert listed(staffed) == [was | {key: kept}]


def test_a_change_of_nothing_is_wrong_usage(staffed: Terminal) -> None:
    assert "Name at least one thing" in staffed.misused("units", "change", "Culinary")


def test_a_unit_rests_and_wakes(staffed: Terminal) -> None:
    staffed.done("units", "rest", "culinary")
    assert listed(staffed)[0]["resting_since"] == "2026-11-23"
    assert staffed.done("board", "show", "--json") == ""
    staffed.done("units", "wake", "culinary")
    assert listed(staffed)[0]["resting_since"] is None


def test_seats_are_set_for_a_part(staffed: Terminal) -> None:
    staffed.done("units", "seats", "Culinary", "morning", "8")
    assert listed(staffed)[0]["seats"] == {"morning": 8, "afternoon": None}
    assert "morning 8" in staffed.done("units", "list")
    staffed.done("units", "seats", "Culinary", "morning", "none")
    assert listed(staffed)[0]["seats"] == {"morning": None, "afternoon": None}


@pytest.mark.parametrize("number", ["1000", "-1", "many", "9" * 30])
def test_seats_that_cannot_be_are_refused(staffed: Terminal, number: str) -> None:
    assert "none" in staffed.refused("units", "seats", "--", "Culinary", "morning", number)


def test_somebody_leads_each_week_and_another_stands_in(staffed: Terminal) -> None:
    staffed.done("units", "lead", "Culinary", "morning", "S0001", "--every", "monday")
    assert leads(staffed) == [["Culinary", "morning", "S0001", "Ana", "B.", "every", "monday"]]
    staffed.done("units", "lead", "Culinary", "morning", "S0002", "--on", "2026-11-30")
    assert leads(staffed, "2026-11-30") == [["Culinary", "morning", "S0002", "Ben", "B.", "on", "2026-11-30"]]
    assert [row[2] for row in leads(staffed, "2026-12-07")] == ["S0001"]
    assert leads(staffed, "2026-11-24") == []


def test_a_lead_ends(staffed: Terminal) -> None:
    staffed.done("units", "lead", "Culinary", "morning", "S0001", "--every", "mon")
    staffed.done("units", "lead", "Culinary", "morning", "S0002", "--on", "2026-11-23")
    staffed.done("units", "unlead", "Culinary", "morning", "S0001", "--every", "mon")  # though nobody sees it today
    staffed.done("units", "unlead", "Culinary", "morning", "S0002", "--on", "2026-11-23")
    assert leads(staffed) == leads(staffed, "2026-11-30") == []
    assert "does not lead" in staffed.refused("units", "unlead", "Culinary", "morning", "S0001", "--every", "mon")


def test_only_staff_are_assigned_and_a_time_is_said_once(staffed: Terminal) -> None:
    lead = ("units", "lead", "Culinary", "morning")
    assert "Choose one of the staff" in staffed.refused(*lead, "M0001", "--every", "monday")
    assert "Say either" in staffed.misused(*lead, "S0001")
    assert "Say either" in staffed.misused(*lead, "S0001", "--every", "monday", "--on", "2026-11-23")
    assert leads(staffed) == []


def test_a_home_unit_is_set_shown_and_taken_back(staffed: Terminal) -> None:
    assert staffed.done("people", "home-unit", "M0001") == "none\n"
    staffed.done("people", "home-unit", "m0001", "culinary")
    assert staffed.done("people", "home-unit", "M0001") == "Culinary\n"
    staffed.done("people", "home-unit", "M0001", "none")
    assert staffed.done("people", "home-unit", "M0001") == "none\n"
    assert "no unit called 'x'" in staffed.refused("people", "home-unit", "M0001", "x")


def test_permissions_are_given_listed_and_taken(staffed: Terminal) -> None:
    assert staffed.done("people", "permit", "M0001") == ""
    assert staffed.done("people", "permit", "S0001").split() == ["board", "events", "greeter", "reach-out"]
    staffed.done("people", "permit", "M0001", "board")
    assert staffed.done("people", "permit", "M0001") == "board\n"
    staffed.done("people", "unpermit", "M0001", "board")
    assert staffed.done("people", "permit", "M0001") == ""
    assert "does not hold" in staffed.refused("people", "unpermit", "M0001", "board")
    assert "Invalid value" in staffed.misused("people", "permit", "M0001", "everything")


@pytest.mark.parametrize("command", [("rest",), ("wake",), ("change", "--name", "x"), ("seats", "morning", "3")])
def test_a_unit_that_is_not_there_is_refused_with_those_that_are(staffed: Terminal, command: tuple[str, ...]) -> None:
    assert "There are: Culinary." in staffed.refused("units", command[0], "Laundry", *command[1:])
