"""`clubhouse days`."""

import pytest

from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


def tables(terminal: Terminal) -> list[list[list[str]]]:
    """The weekly pattern, the parts and the special days, as cells without the heads."""
    whole = terminal.done("days", "list").split("\n\n")
    return [[line.split() for line in table.splitlines()[1:]] for table in whole]


def test_a_new_house_has_the_usual_week(terminal: Terminal) -> None:
    week, parts, specials = tables(terminal)
    assert week[0] == ["monday", "work-ordered"]
    assert week[5:] == [["saturday", "social"], ["sunday", "closed"]]
    assert parts == [
        ["morning", "09:00", "09:30", "12:00", "every", "day"],
        ["afternoon", "13:00", "13:30", "16:00", "every", "day"],
    ]
    assert specials == []


def test_a_weekday_is_set(terminal: Terminal) -> None:
    assert (
        terminal.type("days", "set", "Sat", "work-ordered").stderr
        == "Every saturday is work-ordered from 2026-11-23 on.\n"
    )
    assert tables(terminal)[0][5] == ["saturday", "work-ordered"]


def test_a_single_day_is_set_and_becomes_usual_again(terminal: Terminal) -> None:
    terminal.done("days", "set", "2026-11-26", "social", "--note", "Thanksgiving")
    assert tables(terminal)[2] == [["2026-11-26", "social", "Thanksgiving"]]
    assert terminal.type("days", "set", "2026-11-26", "usual").stderr == "2026-11-26 is now work-ordered.\n"
    assert tables(terminal)[2] == [["2026-11-26", "usual"]]


@pytest.mark.parametrize(
    "words", [("monday", "usual"), ("monday", "closed", "--note", "x"), ("monday", "holiday"), ("monday",)]
)
def test_what_a_weekday_cannot_be_is_wrong_usage(terminal: Terminal, words: tuple[str, ...]) -> None:
    before = tables(terminal)
    assert "Error:" in terminal.misused("days", "set", *words)
    assert tables(terminal) == before


@pytest.mark.parametrize("day", ["2026-13-01", "someday", "m", ""])
def test_no_day_at_all_is_refused(terminal: Terminal, day: str) -> None:
    assert "Write it as" in terminal.refused("days", "set", day, "closed")


def test_a_part_is_added_changed_and_ended(terminal: Terminal) -> None:
    times = ("--meeting", "16:30", "--starts", "17:00", "--ends", "19:00")
    terminal.done("days", "part", "add", "evening", *times, "--held", "mon,thursday")
    assert tables(terminal)[1][2] == ["evening", "16:30", "17:00", "19:00", "monday,thursday"]
    terminal.done("days", "part", "change", "Evening", "--ends", "20:00", "--held", "weekdays")
    assert tables(terminal)[1][2] == ["evening", "16:30", "17:00", "20:00", "weekdays"]
    terminal.done("days", "part", "end", "evening")
    assert len(tables(terminal)[1]) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "x", "--meeting", "9:00", "--starts", "10:00", "--ends", "11:00"), "'9:00' is no time of day"),
        (("add", "x", "--meeting", "12:00", "--starts", "10:00", "--ends", "11:00"), "Check the three times"),
        (("add", "Morning", "--meeting", "09:00", "--starts", "10:00", "--ends", "11:00"), "Choose another name"),
        (("change", "night", "--ends", "23:00"), "There are: morning, afternoon"),
        (("change", "morning", "--held", "mon,xyz"), "'xyz' is no weekday"),
        (("end", "night"), "There are: morning, afternoon"),
    ],
)
def test_what_a_part_cannot_be_is_refused(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    before = tables(terminal)
    assert told in terminal.refused("days", "part", *words)
    assert tables(terminal) == before


def test_a_change_of_nothing_is_wrong_usage(terminal: Terminal) -> None:
    assert "Name at least one thing" in terminal.misused("days", "part", "change", "morning")


def test_every_change_stands_in_the_log(terminal: Terminal) -> None:
    terminal.done("days", "set", "sunday", "social")
    terminal.done("days", "part", "end", "afternoon")
    actions = on_disk(terminal.path, "SELECT action, actor FROM audit ORDER BY id DESC LIMIT 2")
    assert actions == [("end_part", "command line"), ("set_weekday", "command line")]


def test_a_weekday_is_so_from_a_day_on(terminal: Terminal) -> None:
    told = terminal.type("days", "set", "sat", "closed", "--since", "2026-12-01").stderr
    assert told == "Every saturday is closed from 2026-12-01 on.\n"
    assert "social" in terminal.done("days", "list")
    assert "a single day" in terminal.misused("days", "set", "2026-12-05", "closed", "--since", "2026-12-01")
