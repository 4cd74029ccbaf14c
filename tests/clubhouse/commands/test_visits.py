"""`clubhouse visits` and `clubhouse close-day`."""

import json

import pytest

from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


@pytest.fixture
def terminal(terminal: Terminal) -> Terminal:
    """The test house with Rosa on file, in New York, on a Monday at 8:47."""
    terminal.done("people", "add", "Rosa", "Alvarez")
    return terminal


def times(terminal: Terminal) -> list[tuple[object, ...]]:
    return on_disk(terminal.path, "SELECT day, in_at, out_at FROM visits ORDER BY id")


def test_a_visit_of_today_is_written_down_from_paper(terminal: Terminal) -> None:
    assert terminal.done("visits", "add", "m0001", "--in", "08:10") == "1\n"
    assert times(terminal) == [("2026-11-23", "2026-11-23T13:10:00Z", None)]


@pytest.mark.parametrize("left", ["15:30", "2026-11-20T15:30", "2026-11-20 15:30"])
def test_a_visit_of_an_earlier_day_is_written_down(terminal: Terminal, left: str) -> None:
    terminal.done("visits", "add", "M0001", "--in", "2026-11-20T08:47", "--out", left, "--reason", "paper sheet")
    assert times(terminal) == [("2026-11-20", "2026-11-20T13:47:00Z", "2026-11-20T20:30:00Z")]
    assert on_disk(terminal.path, "SELECT reason FROM audit WHERE action = 'add_visit'") == [("paper sheet",)]


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ("2026-02-30T08:00", "is no date"),
        ("25:00", "is no time of day"),
        ("8.47", "is no time"),
        ("2026-11-20", "is no time"),
        ("0008-1-1T1:1", "is no time"),
        ("٠٨:٤٧", "is no time"),
        ("23:00", "has not come yet"),
        ("2026-03-08T02:30", "the clocks were put forward"),
        ("2026-11-20T08:00", "needs a time of leaving"),
        ("0001-01-01T00:00", ""),
    ],
)
def test_a_time_that_cannot_be_is_refused(terminal: Terminal, came: str, told: str) -> None:
    assert told in terminal.refused("visits", "add", "M0001", "--in", came)
    assert times(terminal) == []


def test_the_last_hour_of_the_calendar_is_refused_too(terminal: Terminal) -> None:
    terminal.refused("visits", "add", "M0001", "--in", "9999-12-31T23:59")
    assert times(terminal) == []


def test_an_hour_that_comes_twice_is_taken_as_the_first(terminal: Terminal) -> None:
    terminal.done("visits", "add", "M0001", "--in", "2026-11-01T01:30", "--out", "03:00")
    assert times(terminal) == [("2026-11-01", "2026-11-01T05:30:00Z", "2026-11-01T08:00:00Z")]


def test_a_visit_needs_a_time_and_a_person(terminal: Terminal) -> None:
    assert "--in" in terminal.misused("visits", "add", "M0001")
    assert "Nobody has the code 'M7'" in terminal.refused("visits", "add", "M7", "--in", "08:00")


def test_a_visit_is_corrected_and_the_audit_log_keeps_what_was(terminal: Terminal) -> None:
    terminal.done("visits", "add", "M0001", "--in", "2026-11-20T08:47", "--out", "15:30")
    terminal.done("visits", "correct", "1", "--in", "2026-11-20T09:00", "--out", "15:00", "--reason", "misread")
    assert times(terminal) == [("2026-11-20", "2026-11-20T14:00:00Z", "2026-11-20T20:00:00Z")]
    ((was, reason),) = on_disk(terminal.path, "SELECT was, reason FROM audit WHERE action = 'correct_visit'")
    assert (json.loads(str(was))["out_at"], reason) == ("2026-11-20T20:30:00Z", "misread")


@pytest.mark.parametrize(
    ("named", "corrected"),
    [
        (("--in", "09:00"), ("2026-11-20", "2026-11-20T14:00:00Z", "2026-11-20T20:30:00Z")),
        (("--out", "15:00"), ("2026-11-20", "2026-11-20T13:47:00Z", "2026-11-20T20:00:00Z")),
        (
            ("--in", "2026-11-19T09:00", "--out", "10:00"),
            ("2026-11-19", "2026-11-19T14:00:00Z", "2026-11-19T15:00:00Z"),
        ),
    ],
)
def test_a_time_alone_is_on_the_day_of_the_visit_and_one_not_named_stays(
    terminal: Terminal, named: tuple[str, ...], corrected: tuple[str, ...]
) -> None:
    terminal.done("visits", "add", "M0001", "--in", "2026-11-20T08:47", "--out", "15:30")
    terminal.done("visits", "correct", "1", *named, "--reason", "misread")
    assert times(terminal) == [corrected]


def test_a_correction_of_nothing_is_wrong_usage(terminal: Terminal) -> None:
    assert "Name the time" in terminal.misused("visits", "correct", "1", "--reason", "x")


def test_a_correction_is_refused_without_reason_or_visit(terminal: Terminal) -> None:
    assert "--reason" in terminal.misused("visits", "correct", "1", "--in", "08:00")
    assert "no visit number 1" in terminal.refused("visits", "correct", "1", "--in", "08:00", "--reason", "x")
    assert "range" in terminal.misused("visits", "correct", str(2**63), "--in", "08:00", "--reason", "x")
    terminal.done("visits", "add", "M0001", "--in", "08:00")
    assert "needs a reason" in terminal.refused("visits", "correct", "1", "--in", "08:00", "--reason", " ")


def test_the_list_has_codes_and_names_only_when_asked_for(terminal: Terminal) -> None:
    terminal.done("visits", "add", "M0001", "--in", "2026-11-20T08:47", "--out", "15:30")
    terminal.done("visits", "add", "M0001", "--in", "08:00")
    assert [line.split() for line in terminal.done("visits", "list").splitlines()] == [
        ["VISIT", "DAY", "PERSON", "IN", "OUT", "ENDED", "BY"],
        ["2", "2026-11-23", "M0001", "08:00"],
    ]
    found = terminal.done("visits", "list", "--from", "2026-11-20", "--to", "2026-11-22", "--names").splitlines()
    assert found[1].split() == ["1", "2026-11-20", "M0001", "08:47", "15:30", "paper", "Rosa", "Alvarez"]
    assert on_disk(terminal.path, "SELECT subject, became FROM audit WHERE action = 'view'") == [
        ("visits 2026-11-23 to 2026-11-23", '{"names": false}'),
        ("visits 2026-11-20 to 2026-11-22", '{"names": true}'),
    ]


def test_the_list_as_json(terminal: Terminal) -> None:
    terminal.done("visits", "add", "M0001", "--in", "2026-11-20T08:47", "--out", "15:30")
    assert json.loads(terminal.done("visits", "list", "--json", "--from", "2026-11-01")) == {
        "visit": 1,
        "day": "2026-11-20",
        "person": "M0001",
        "in": "2026-11-20T08:47:00-05:00",
        "in_how": "paper",
        "out": "2026-11-20T15:30:00-05:00",
        "out_how": "paper",
        "estimated": False,
    }


def test_days_that_cannot_be_are_refused(terminal: Terminal) -> None:
    assert "'2026-13-01' is no date" in terminal.refused("visits", "list", "--from", "2026-13-01")
    assert "is before" in terminal.refused("visits", "list", "--to", "2026-11-01")


def test_a_visit_left_open_is_closed_as_an_estimate(terminal: Terminal) -> None:
    terminal.done("visits", "add", "M0001", "--in", "08:00")
    next_day = Terminal(terminal.path, {"CLUBHOUSE_NOW": "2026-11-24T08:00"})
    assert terminal.type("close-day").stderr == "0 left open, now ended as estimates.\n"
    assert next_day.type("close-day").stderr == "1 left open, now ended as estimates.\n"
    (visit,) = next_day.done("visits", "list", "--json", "--from", "2026-11-23").splitlines()
    assert (json.loads(visit)["out"], json.loads(visit)["estimated"]) == ("2026-11-23T16:00:00-05:00", True)
