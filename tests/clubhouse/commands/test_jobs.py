"""`clubhouse jobs` and `clubhouse hours`."""

import json
from pathlib import Path

import pytest

from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


@pytest.fixture
def bakery(terminal: Terminal) -> Terminal:
    """The test house with a placement, number 1, that Rosa (M0001) holds since November 2nd; Ben is M0002."""
    for name in ("Rosa", "Ben"):
        terminal.done("people", "add", name, "Alvarez")
    terminal.done("people", "add", "Sam", "--kind", "staff")
    terminal.done("jobs", "employers", "add", "Harbor Bakery", "--contact", "Ms. Oak")
    assert terminal.done(
        *("jobs", "add", "harbor bakery", "Baker's assistant", "--week", "20", "--times", "weekdays 09:00-13:00"),
        *("--wage", "15.50", "--looked-after-by", "S0001", "--opened", "2026-01-05"),
    ) == "1\n"  # fmt: skip
    assert terminal.done("jobs", "begin", "1", "M0001", "--from", "2026-11-02") == "1\n"
    return terminal


def listed(terminal: Terminal, *command: str) -> list[dict[str, object]]:
    """What a list prints."""
    return [json.loads(line) for line in terminal.done(*command, "--json").splitlines()]


def test_a_placement_is_listed_with_all_that_was_said(bakery: Terminal) -> None:
    assert listed(bakery, "jobs", "list") == [
        {
            "placement": 1,
            "employer": "Harbor Bakery",
            "job": "Baker's assistant",
            "kind": "TE",
            "place": "",
            "contact": "",
            "week": "20:00",
            "week_minutes": 1200,
            "wage": "15.50",
            "wage_cents": 1550,
            "held_by": ["M0001"],
            "times": "weekdays 09:00-13:00",
            "looked_after_by": "S0001",
            "opened_on": "2026-01-05",
            "closed_on": None,
        }
    ]
    assert "weekdays 09:00-13:00" in bakery.done("jobs", "list")
    assert listed(bakery, "jobs", "terms", "1")[0]["planned_last_day"] == "2027-08-02"


@pytest.mark.parametrize(
    ("option", "value", "key", "kept"),
    [
        ("--job", "Pastry", "job", "Pastry"),
        ("--where", "Quay", "place", "Quay"),
        ("--contact", "Lee", "contact", "Lee"),
        ("--looked-after-by", "", "looked_after_by", None),
        ("--opened", "2025-01-01", "opened_on", "2025-01-01"),
    ],
)
def test_each_thing_of_a_placement_can_be_changed(
    bakery: Terminal, option: str, value: str, key: str, kept: object
) -> None:
    (was,) = listed(bakery, "jobs", "list")
    bakery.done("jobs", "change", "1", option, value)
    assert listed(bakery, "jobs", "list") == [was | {key: kept}]
    bakery.done("jobs", "change", "1", "--group")
    assert listed(bakery, "jobs", "list")[0]["kind"] == "group TE"


def test_hours_are_written_confirmed_corrected_and_summed(bakery: Terminal, tmp_path: Path) -> None:
    log = ("hours", "log", "M0001", "--placement", "1")
    assert bakery.done(*log, "--on", "2026-11-19", "--from", "09:00", "--to", "13:00") == "1\n"
    assert bakery.done(*log, "--on", "2026-11-20", "--length", "3:20") == "2\n"
    assert "Say so if both" in bakery.refused(*log, "--on", "2026-11-20", "--length", "1")
    assert bakery.done("hours", "correct", "2", "--length", "3:21", "--reason", "time sheet") == "3\n"
    assert (
        bakery.done("hours", "cover", "M0002", "1", "--for", "M0001", "--on", "2026-11-18", "--length", "4") == "4\n"
    )
    bakery.done("hours", "confirm", "1")
    bakery.done("hours", "confirm", "1", "--undo")
    bakery.done("hours", "confirm", "--month", "2026-11")
    rows = [
        (row["hours"], row["start"], row["minutes"], row["state"])
        for row in listed(bakery, "hours", "list", "--from", "2026-11-18")
    ]
    assert rows == [(4, None, 240, "confirmed"), (1, "09:00", 240, "confirmed"), (3, None, 201, "confirmed")]
    sums = [(row["person"], row["what"], row["h_mm"], row["pay_cents"]) for row in listed(bakery, "hours", "month")]
    assert sums == [("M0001", "worked", "7:21", 11393), ("M0002", "covered", "4:00", 6200)]
    page = tmp_path / "report.html"
    bakery.done("hours", "report", "M0001", "2026-11", "-o", str(page))
    assert "113.93" in page.read_text(encoding="utf-8")
    bakery.done("hours", "remove", "4", "--reason", "written twice")
    assert len(listed(bakery, "hours", "month")) == 1


def test_today_tells_what_is_not_yet_covered_first(bakery: Terminal) -> None:
    bakery.done("jobs", "add", "Harbor Bakery", "Clerk", "--week", "15", "--times", "monday 08:00-12:00")
    bakery.done("jobs", "begin", "2", "M0002")
    assert bakery.done("hours", "cannot-go", "M0001", "1") == "1\n"
    rows = [(row["placement"], row["is"]) for row in listed(bakery, "hours", "today")]
    assert rows == [(1, "not yet covered"), (2, "working")]
    bakery.done("hours", "offer", "1", "M0002")
    bakery.done("hours", "answer", "1", "M0002", "not-today")
    bakery.done("hours", "arrange", "1", "S0001")
    assert listed(bakery, "hours", "today")[0]["covered_by"] == ["S0001"]
    bakery.done("hours", "release", "1")
    bakery.done("hours", "go", "1")
    bakery.done("hours", "closed", "1", "--reason", "holiday")
    assert {row["placement"]: row["is"] for row in listed(bakery, "hours", "today")}[1] == "employer closed"
    assert on_disk(bakery.path, "SELECT count(*) FROM audit WHERE action = 'view'")[0] != (0,)


def test_a_second_holder_a_reported_month_and_a_late_wage_are_asked_about(bakery: Terminal) -> None:
    assert "Somebody else holds" in bakery.refused("jobs", "begin", "1", "M0002")
    bakery.done("jobs", "begin", "1", "M0002", "--sure")
    bakery.done("jobs", "end", "2", "--reason", "moved")
    assert "not confirmed" in bakery.refused("hours", "lock", "2026-11")
    bakery.done("hours", "log", "M0001", "--placement", "1", "--on", "2026-11-20", "--length", "4")
    bakery.done("hours", "lock", "2026-11", "--sure")
    assert "has been reported" in bakery.refused("jobs", "wage", "1", "16", "--from", "2026-11-01")
    bakery.done("jobs", "wage", "1", "16", "--from", "2026-11-01", "--sure")
    bakery.done("hours", "log", "M0001", "--placement", "1", "--on", "2026-11-19", "--length", "4")
    assert [row["correction"] for row in listed(bakery, "hours", "list", "--from", "2026-11-19")] == [True, False]


def test_the_line_own_jobs_ahead_and_figures(bakery: Terminal) -> None:
    bakery.done("jobs", "line", "join", "M0002")
    assert listed(bakery, "jobs", "line", "list") == [{"person": "M0002", "placement": None, "since": "2026-11-23"}]
    bakery.done("jobs", "line", "leave", "M0002")
    assert (
        bakery.done("jobs", "own", "add", "M0002", "City Library", "Page", "--kind", "supported", "--week", "10")
        == "1\n"
    )
    bakery.done("jobs", "own", "change", "1", "--week", "12")
    (job,) = listed(bakery, "jobs", "own", "list")
    assert (job["person"], job["kind"], job["week"]) == ("M0002", "supported", "12:00")
    bakery.done("hours", "log", "M0002", "--own", "1", "--length", "2")
    (figures,) = listed(bakery, "jobs", "figures")
    assert (figures["in_te"], figures["in_se"], figures["at_work"], figures["te_jobs"]) == (1, 1, 2, 1)
    assert figures["at_work_met"] is None  # nobody came yet
    assert {row["what"] for row in listed(bakery, "jobs", "ahead")} == {"week", "day"}
    assert "hours not written" in bakery.done("jobs", "ahead")
    bakery.done("jobs", "own", "end", "1")


def test_times_and_placements_end_and_come_back(bakery: Terminal) -> None:
    bakery.done("jobs", "times", "1", "--times", "saturday 22:00-06:00", "--times", "monday,tuesday 09:00-13:30")
    (row,) = listed(bakery, "jobs", "list")
    assert row["times"] == "monday,tuesday 09:00-13:30; saturday 22:00-06:00"
    bakery.done("jobs", "plan", "1", "2027-01-31")
    assert "End the term" in bakery.refused("jobs", "close", "1")
    bakery.done("jobs", "take-back", "1")
    bakery.done("jobs", "close", "1")
    bakery.done("jobs", "employers", "close", "Harbor Bakery")
    bakery.done("jobs", "employers", "reopen", "Harbor Bakery")
    bakery.done("jobs", "reopen", "1")
    bakery.done("jobs", "employers", "change", "Harbor Bakery", "--name", "Old Mill")
    assert listed(bakery, "jobs", "employers", "list")[0]["employer"] == "Old Mill"
    assert bakery.done("hours", "ask", "1") == "1\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("jobs", "wage", "1", "15,50"), "is no amount"),
        (("jobs", "times", "1", "--times", "every day"), "are no usual times"),
        (("jobs", "begin", "1", "S0001", "--sure"), "held by a member"),
        (("jobs", "add", "Nowhere", "x", "--week", "20"), "There are: Harbor Bakery"),
        (("hours", "log", "M0002", "--placement", "1", "--length", "4"), "does not hold that placement"),
        (("hours", "log", "M0001", "--placement", "1", "--length", "a"), "are no hours"),
        (("hours", "log", "M0001", "--placement", "1", "--length", "25"), "at most 24"),
        (("hours", "month", "2026-13"), "is no month"),
        (("hours", "report", "M0001", "x"), "is no month"),
        (("hours", "confirm", "99"), "no job hours with the number 99"),
    ],
)
def test_what_cannot_be_is_refused(bakery: Terminal, words: tuple[str, ...], told: str) -> None:
    assert told in bakery.refused(*words)


@pytest.mark.parametrize(
    "words",
    [
        ("jobs", "change", "1"),
        ("hours", "log", "M0001", "--length", "4"),
        ("hours", "log", "M0001", "--placement", "1"),
        ("hours", "log", "M0001", "--placement", "1", "--to", "13:00"),
        ("hours", "confirm"),
    ],
)
def test_too_little_said_is_wrong_usage(bakery: Terminal, words: tuple[str, ...]) -> None:
    assert "Error:" in bakery.misused(*words)
