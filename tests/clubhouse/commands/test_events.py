"""`clubhouse events`."""

import json
from pathlib import Path

import pytest

from clubhouse.commands.typed import minutes_typed
from clubhouse.errors import BadInput
from tests.clubhouse.commands.conftest import Terminal
from tests.houses import NAME, on_disk


@pytest.fixture
def evening(terminal: Terminal) -> Terminal:
    """The test house with two members, a colleague, and a movie night with one seat; the first one is number 1."""
    for who in (("Rosa", "Alvarez"), ("Tom", "Bell"), ("Ana", "Keller", "--kind", "staff")):
        terminal.done("people", "add", *who)
    options = ("--every", "1st and 3rd tuesday", "--seats", "1", "--ride", "--place", "Lounge", "--lead", "M0002")
    assert terminal.done("events", "add", "Movie night", "social", "2026-12-01", "18:00", "2:00", *options) == "1\n"
    return terminal


def listed(terminal: Terminal, *options: str) -> list[dict[str, object]]:
    """What is on from today."""
    return [json.loads(line) for line in terminal.done("events", "list", "--json", *options).splitlines()]


def on_list(terminal: Terminal, event: str = "1") -> dict[str, dict[str, object]]:
    """The list of an event, by the people's codes."""
    rows = [json.loads(line) for line in terminal.done("events", "who", event, "--json").splitlines()]
    return {row.pop("person"): row for row in rows}


def words(terminal: Terminal, *arguments: str) -> str:
    """What a command that was done said on stderr."""
    result = terminal.type(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stderr


def series_on_disk(terminal: Terminal, columns: str) -> list[tuple[object, ...]]:
    """What is kept of each series."""
    return on_disk(terminal.path, f"SELECT {columns} FROM series ORDER BY id")


def test_what_is_on_is_listed(evening: Terminal) -> None:
    first, second = listed(evening)
    assert first == {
        "event": 1,
        "series": 1,
        "day": "2026-12-01",
        "starts": "2026-12-01T18:00:00-05:00",
        "ends": "2026-12-01T20:00:00-05:00",
        "whole_day": False,
        "kind": "social",
        "title": "Movie night",
        "public_title": "",
        "place": "Lounge",
        "leaders": ["Tom B."],
        "seats": 1,
        "registered": 0,
        "waiting": 0,
        "held": True,
    }
    assert second["day"] == "2026-12-15"
    assert [each["day"] for each in listed(evening, "--from", "2026-12-15", "--to", "2027-01-05")] == [
        "2026-12-15",
        "2027-01-05",
    ]
    assert "is before" in evening.refused("events", "list", "--from", "2026-12-02", "--to", "2026-12-01")


def test_what_is_on_is_listed_in_columns(evening: Terminal) -> None:
    evening.done("events", "add", "Camp", "other", "2026-12-02", "all-day", "2d")
    evening.done("events", "add", "Night walk", "other", "2026-12-03", "22:30", "3h")
    evening.done("events", "register", "1", "M0001")
    evening.done("events", "register", "1", "M0002")
    heads, movie, camp, walk, _ = evening.done("events", "list").splitlines()
    assert heads.split() == ["EVENT", "DAY", "TIME", "KIND", "SEATS", "REGISTERED", "WAITING", "TITLE", "PLACE"]
    assert movie.split() == ["1", "Tue", "2026-12-01", "18:00-20:00", "social", "1", "1", "1",
                             "Movie", "night", "Lounge"]  # fmt: skip
    assert "all-day to 2026-12-03 " in camp
    assert "22:30-2026-12-04 01:30" in walk


def test_all_that_is_known_of_a_series_can_be_said(evening: Terminal) -> None:
    evening.done("events", "add", "Computers", "class", "2026-11-24", "17:00", "90m", "--every", "every tuesday",
                 "--not-on", "2026-12-01", "--also-on", "2026-12-02", "--lead", "S0001", "--lead", "M0001",
                 "--public", "Course", "--notes", "Bring\nglasses", "--closes", "1h30m")  # fmt: skip
    found = [each for each in listed(evening, "--to", "2026-12-08") if each["title"] == "Computers"]
    assert [each["day"] for each in found] == ["2026-11-24", "2026-12-02", "2026-12-08"]
    assert found[0]["leaders"] == ["Ana K.", "Rosa A."]
    assert found[0]["public_title"] == "Course"
    columns = "kind, notes, minutes, seats, closes_minutes, rides, rule"
    assert series_on_disk(evening, columns)[1] == (
        "class", "Bring\nglasses", 90, None, 90, 0, "FREQ=WEEKLY;BYDAY=TU",
    )  # fmt: skip


def test_the_number_printed_is_that_of_the_first_that_is_held(evening: Terminal) -> None:
    options = ("--every", "every day", "--not-on", "2026-12-05")
    number = evening.done("events", "add", "Walk", "other", "2026-12-05", "18:00", "1h", *options).strip()
    assert [each["day"] for each in listed(evening) if each["event"] == int(number)] == ["2026-12-06"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("X", "party", "2026-12-01", "18:00", "1h"), "no kind of event"),
        (("X", "social", "1 Dec", "18:00", "1h"), "no date"),
        (("X", "social", "2026-12-01", "6pm", "1h"), "no time of day"),
        (("X", "social", "2026-12-01", "18:00", "an hour"), "no length"),
        (("X", "social", "2026-12-01", "all-day", "1h"), "whole days"),
        (("X", "social", "2026-12-01", "18:00", "1h", "--every", "now and then"), "no rule"),
        (("X", "social", "2026-12-01", "18:00", "1h", "--lead", "M0099"), "M0099"),
        (("", "social", "2026-12-01", "18:00", "1h"), "needs a title"),
        (("X", "social", "9999-12-31", "18:00", "1h"), "too far away"),
        (("X", "social", "0001-01-01", "18:00", "1h"), "too far away"),
        (("X", "social", "2026-12-01", "18:00", "1h", "--also-on", "9999-12-31"), "too far away"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_planned(
    evening: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    assert said in evening.refused("events", "add", *arguments)
    assert len(series_on_disk(evening, "id")) == 1


def test_a_class_inside_unit_work_is_planned_with_a_kind_word(evening: Terminal) -> None:
    said = words(evening, "events", "add", "GED", "class", "2026-11-24", "10:00", "1h", "--every", "every day")
    assert said.count("Please note") == 1
    assert "on Tuesday 2026-11-24 it shares time with the unit work" in said
    assert words(evening, "events", "add", "GED", "class", "2026-11-24", "17:00", "1h") == ""


def test_a_holiday_dinner_on_another_day_names_the_holiday(evening: Terminal) -> None:
    evening.done("days", "set", "2026-11-26", "social", "--note", "Thanksgiving")
    dinner = ("events", "add", "Thanksgiving dinner", "social")
    said = words(evening, *dinner, "2026-11-27", "18:00", "2h")
    assert said == "Please note: Thanksgiving is on Thursday 2026-11-26, and this is on Friday 2026-11-27.\n"
    assert words(evening, *dinner, "2026-11-26", "18:00", "2h") == ""
    dinners = [str(each["event"]) for each in listed(evening) if each["title"] == "Thanksgiving dinner"]
    assert "Please note: Thanksgiving is on" in words(evening, "events", "change", dinners[0], "--day", "2026-11-25")


@pytest.mark.parametrize(
    ("option", "value", "key", "kept"),
    [
        ("--title", "Musical night", "title", "Musical night"),
        ("--public", "Evening", "public_title", "Evening"),
        ("--place", "", "place", ""),
        ("--day", "2026-12-02", "day", "2026-12-02"),
        ("--time", "19:00", "starts", "2026-12-01T19:00:00-05:00"),
        ("--length", "90m", "ends", "2026-12-01T19:30:00-05:00"),
        ("--seats", "none", "seats", None),
        ("--seats", "0", "seats", 0),
    ],
)
def test_each_thing_of_one_event_can_be_changed(
    evening: Terminal, option: str, value: str, key: str, kept: object
) -> None:
    _, second = listed(evening)
    evening.done("events", "change", "1", option, value)
    changed, still = sorted(listed(evening), key=lambda row: str(row["event"]))
    assert changed[key] == kept
    assert still == second


def test_a_day_too_far_away_is_refused(evening: Terminal) -> None:
    assert "too far away" in evening.refused("events", "change", "1", "--day", "9999-12-31")


def test_notes_can_be_changed(evening: Terminal) -> None:
    evening.done("events", "change", "1", "--notes", "With\npopcorn")
    assert on_disk(evening.path, "SELECT notes FROM occurrences WHERE id = 1") == [("With\npopcorn",)]


def test_all_that_follow_can_be_changed(evening: Terminal) -> None:
    said = words(evening, "events", "change", "2", "--following", "--title", "Film club", "--every", "every thursday",
                 "--time", "18:30", "--kind", "group", "--lead", "S0001", "--no-ride", "--closes", "2h")  # fmt: skip
    assert said == "Film club is changed from 2026-12-17 on.\n"
    first, *rest = listed(evening, "--to", "2026-12-31")
    assert (first["title"], first["day"]) == ("Movie night", "2026-12-01")
    assert [each["day"] for each in rest] == ["2026-12-17", "2026-12-24", "2026-12-31"]
    assert {(each["title"], each["kind"], str(each["starts"])[11:16]) for each in rest} == {
        ("Film club", "group", "18:30")
    }
    assert rest[0]["leaders"] == ["Ana K."]
    assert series_on_disk(evening, "rides, closes_minutes") == [(1, 0), (0, 120)]


def test_who_leads_stays_where_nobody_is_named(evening: Terminal) -> None:
    evening.done("events", "change", "1", "--following", "--place", "Hall", "--ride")
    assert {(each["place"], str(each["leaders"])) for each in listed(evening)} == {("Hall", "['Tom B.']")}


@pytest.mark.parametrize("option", [("--kind", "class"), ("--every", "once"), ("--lead", "S0001"), ("--ride",),
                                    ("--closes", "1h")])  # fmt: skip
def test_what_is_said_of_a_series_is_changed_for_all_that_follow_only(
    evening: Terminal, option: tuple[str, ...]
) -> None:
    assert "go with --following" in evening.misused("events", "change", "1", *option)


def test_changing_nothing_is_wrong_usage(evening: Terminal) -> None:
    assert "at least one thing" in evening.misused("events", "change", "1", "--following")


def test_an_event_is_cancelled_and_held_after_all(evening: Terminal) -> None:
    evening.done("events", "register", "1", "M0001")
    assert "clubhouse events hold 1" in words(evening, "events", "cancel", "1")
    assert [each["event"] for each in listed(evening)] == [2]
    (cancelled,) = listed(evening, "--not-held")
    assert (cancelled["event"], cancelled["registered"], cancelled["held"]) == (1, 1, False)
    evening.done("events", "hold", "1")
    assert listed(evening)[0]["registered"] == 1
    assert listed(evening, "--not-held") == []


def test_all_that_follow_are_cancelled(evening: Terminal) -> None:
    assert "from 2026-12-15 on" in words(evening, "events", "cancel", "2", "--following")
    assert [each["event"] for each in listed(evening, "--to", "2027-02-28")] == [1]


def test_the_list_keeps_the_order_of_coming(evening: Terminal) -> None:
    assert "has a seat for M0001" in words(evening, "events", "register", "1", "m0001")
    assert "M0002 is number 1 of those who wait" in words(evening, "events", "register", "1", "M0002", "--ride")
    assert on_list(evening) == {
        "M0001": {"kind": "member", "registered": True, "waiting": False, "ride": False, "there": False},
        "M0002": {"kind": "member", "registered": False, "waiting": True, "ride": True, "there": False},
    }
    evening.done("events", "leave", "1", "M0001")
    assert [(code, row["registered"]) for code, row in on_list(evening).items()] == [("M0002", True)]
    assert "not on the list" in evening.refused("events", "leave", "1", "M0001")


def test_seats_are_set(evening: Terminal) -> None:
    for code in ("M0001", "M0002"):
        evening.done("events", "register", "1", code)
    assert words(evening, "events", "seats", "1", "2") == "Movie night, 2026-12-01 18:00, has 2 seats.\n"
    assert [row["registered"] for row in on_list(evening).values()] == [True, True]
    assert "no limit" in words(evening, "events", "seats", "1", "none")
    assert listed(evening)[0]["seats"] is None
    assert listed(evening)[1]["seats"] == 1
    assert "no number" in evening.refused("events", "seats", "1", "many")


def test_what_is_at_the_same_time_is_said(evening: Terminal) -> None:
    other = evening.done("events", "add", "Karaoke", "social", "2026-12-01", "19:00", "2h").strip()
    evening.done("events", "register", "1", "M0001")
    said = words(evening, "events", "register", other, "M0001")
    assert "At that time M0001 is also registered: Movie night, 2026-12-01 18:00.\n" in said


def test_who_was_there_is_noted_and_taken_back(evening: Terminal) -> None:
    evening.done("events", "there", "1", "M0001")
    assert on_list(evening)["M0001"] == {
        "kind": "member", "registered": False, "waiting": False, "ride": False, "there": True,
    }  # fmt: skip
    evening.done("events", "there", "1", "M0001", "--undo")
    assert on_list(evening) == {}
    assert "was not noted" in evening.refused("events", "there", "1", "M0001", "--undo")


def test_names_stand_on_the_list_only_when_asked_for_and_the_log_tells(evening: Terminal) -> None:
    evening.done("events", "register", "1", "M0001")
    assert "Rosa" not in evening.done("events", "who", "1")
    assert "Rosa Alvarez" in evening.done("events", "who", "1", "--names")
    viewed = "SELECT became FROM audit WHERE action = 'view' AND subject = 'list of event 1' ORDER BY id"
    assert [json.loads(str(became)) for (became,) in on_disk(evening.path, viewed)] == [
        {"names": False},
        {"names": True},
    ]


@pytest.mark.parametrize(
    "arguments",
    [("change", "9", "--title", "X"), ("cancel", "9"), ("hold", "9"), ("seats", "9", "1"),
     ("register", "9", "M0001"), ("leave", "9", "M0001"), ("there", "9", "M0001"), ("who", "9")],
    ids=lambda arguments: str(arguments[0]),
)  # fmt: skip
def test_an_event_that_is_none_is_refused(evening: Terminal, arguments: tuple[str, ...]) -> None:
    assert evening.refused("events", *arguments)
    assert on_disk(evening.path, "SELECT count(*) FROM audit WHERE action = 'view'") == [(0,)]


def test_the_month_is_made_in_a_new_file(evening: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "month.html"
    evening.done("events", "change", "1", "--public", "Evening")
    evening.done("events", "month", "--month", "2026-12", str(page))
    assert NAME in page.read_text(encoding="utf-8")
    assert "Evening" in page.read_text(encoding="utf-8")
    assert "exists already" in evening.refused("events", "month", str(page))
    assert "November 2026" in evening.done("events", "month")
    inner = evening.done("events", "month", "--month", "2026-12", "--inner")
    assert inner.count("Movie night") == 2
    assert "Evening" not in inner


@pytest.mark.parametrize("month", ["12", "2026-13", "2026-12-01", "december", "0000-01", "９999-01"])
def test_a_month_that_is_none_is_refused(evening: Terminal, month: str) -> None:
    assert "no month" in evening.refused("events", "month", "--month", month)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1:30", 90), ("90m", 90), ("2h", 120), ("1h30m", 90), ("1d", 1440), ("0m", 0), ("1D", 1440), ("0:05", 5)],
)
def test_a_length_is_read(text: str, minutes: int) -> None:
    assert minutes_typed(text) == minutes


@pytest.mark.parametrize("text", ["", "90", "1:60", "m", "1.5h", "-1h", "1h 30m", "９m", "1:30m"])
def test_a_length_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="no length"):
        minutes_typed(text)
