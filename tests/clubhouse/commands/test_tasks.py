"""`clubhouse tasks`."""

import json

import pytest

from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


@pytest.fixture
def kitchen(terminal: Terminal) -> Terminal:
    """The test house with two units and a task, number 1."""
    for unit in ("Culinary", "Clerical"):
        terminal.done("units", "add", unit)
    assert terminal.done("tasks", "add", "culinary", "Morning", "Lunch", "--when", "every weekday") == "1\n"
    return terminal


def listed(terminal: Terminal, *options: str) -> list[dict[str, object]]:
    """The tasks."""
    return [json.loads(line) for line in terminal.done("tasks", "list", "--json", *options).splitlines()]


def test_all_that_is_known_can_be_said(kitchen: Terminal) -> None:
    how_to = "1. Wash your hands.\n2. Cut."
    options = ("--hands", "3", "--how-to", how_to, "--skills", "cooking", "--when", "first monday")
    kitchen.done("tasks", "add", "Clerical", "afternoon", "Report", *options, "--from", "2026-12-01")
    assert listed(kitchen)[1] == {
        "task": 2,
        "unit": "Clerical",
        "part": "afternoon",
        "title": "Report",
        "how_to": how_to,
        "skills": "cooking",
        "hands": 3,
        "from": "2026-12-01",
        "when": "first monday",
        "since": None,
        "done": None,
    }


@pytest.mark.parametrize(
    ("option", "value", "key", "kept"),
    [
        ("--unit", "clerical", "unit", "Clerical"),
        ("--part", "afternoon", "part", "afternoon"),
        ("--title", "Soup", "title", "Soup"),
        ("--hands", "4", "hands", 4),
        ("--how-to", "Stir.", "how_to", "Stir."),
        ("--skills", "cooking", "skills", "cooking"),
        ("--when", "once", "when", "once"),
        ("--from", "2026-11-20", "from", "2026-11-20"),
    ],
)
def test_each_thing_can_be_changed(kitchen: Terminal, option: str, value: str, key: str, kept: object) -> None:
    (was,) = listed(kitchen)
    kitchen.done("tasks", "change", "1", option, value)
    assert listed(kitchen) == [was | {key: kept}]


def test_hands_can_be_as_many_as_like_to_again(kitchen: Terminal) -> None:
    kitchen.done("tasks", "change", "1", "--hands", "2")
    kitchen.done("tasks", "change", "1", "--hands", "none")
    assert listed(kitchen)[0]["hands"] is None


def test_the_needs_list_of_a_day_and_part(kitchen: Terminal) -> None:
    kitchen.done("tasks", "add", "Clerical", "afternoon", "Newsletter", "--from", "2026-11-24")
    assert [row["task"] for row in listed(kitchen, "--part", "morning")] == [1]
    assert listed(kitchen, "--on", "2026-11-22") == []  # a Sunday
    tuesday = [(row["part"], row["task"], row["done"]) for row in listed(kitchen, "--on", "2026-11-24")]
    assert tuesday == [("morning", 1, False), ("afternoon", 1, False), ("afternoon", 2, False)]


def test_a_task_is_ticked_by_somebody_and_the_tick_taken_back(kitchen: Terminal) -> None:
    kitchen.done("people", "add", "Rosa")
    kitchen.done("tasks", "tick", "1", "--by", "m0001")
    assert [row["done"] for row in listed(kitchen, "--part", "morning")] == [True]
    assert "done" in kitchen.done("tasks", "list", "--part", "morning").splitlines()[1].split()
    assert "ticked this already" in kitchen.refused("tasks", "tick", "1")
    assert on_disk(kitchen.path, "SELECT actor FROM audit WHERE action = 'tick_task'") == [("M0001",)]
    kitchen.done("tasks", "untick", "1")
    assert [row["done"] for row in listed(kitchen, "--part", "morning")] == [False]


def test_an_ended_task_is_on_no_list(kitchen: Terminal) -> None:
    kitchen.done("tasks", "end", "1")
    assert listed(kitchen) == listed(kitchen, "--part", "morning") == []
    assert "no task with the number 1" in kitchen.refused("tasks", "end", "1")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Laundry", "morning", "x"), "There are: Culinary, Clerical"),
        (("Culinary", "night", "x"), "There are: morning, afternoon"),
        (("Culinary", "morning", " "), "needs a title"),
        (("Culinary", "morning", "x", "--when", "now and then"), "is no rule that is known"),
        (("Culinary", "morning", "x", "--from", "tomorrow"), "is no date"),
        (("Culinary", "morning", "x", "--hands", "0"), "Hands are a number"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_added(kitchen: Terminal, words: tuple[str, ...], told: str) -> None:
    assert told in kitchen.refused("tasks", "add", *words)
    assert len(listed(kitchen)) == 1


def test_numbers_that_are_none_are_wrong_usage(kitchen: Terminal) -> None:
    assert "Error:" in kitchen.misused("tasks", "end", "lunch")
    assert "Name at least one thing" in kitchen.misused("tasks", "change", "1")
    assert "'a few' is no number" in kitchen.refused("tasks", "change", "1", "--hands", "a few")
