"""`clubhouse board`."""

import json
from pathlib import Path

import pytest

from clubhouse import __main__ as front
from clubhouse.house import House
from tests.clubhouse.commands.conftest import Terminal
from tests.houses import NAME, on_disk


@pytest.fixture
def meeting(terminal: Terminal) -> Terminal:
    """The test house with two units, one with a single seat this morning, a task, and three people."""
    for unit in ("Culinary", "Clerical"):
        terminal.done("units", "add", unit)
    terminal.done("units", "seats", "Culinary", "morning", "1")
    terminal.done("tasks", "add", "Culinary", "morning", "Lunch", "--hands", "2")
    terminal.done("people", "add", "Rosa", "Alvarez")
    terminal.done("people", "add", "Tom", "Bell", "--shown-as", "hidden")
    terminal.done("people", "add", "Ana", "Cole", "--kind", "staff")
    terminal.done("units", "lead", "Clerical", "morning", "S0001", "--every", "monday")
    return terminal


def shown(terminal: Terminal, *options: str) -> dict[str, dict[str, object]]:
    """The board, by unit."""
    rows = [json.loads(line) for line in terminal.done("board", "show", "--json", *options).splitlines()]
    return {row["unit"]: row for row in rows}


def helpers(terminal: Terminal, *options: str) -> dict[str, list[object]]:
    """The names on the board, by unit."""
    found = shown(terminal, *options)
    return {unit: [each["name"] for each in row["helpers"]] for unit, row in found.items()}  # type: ignore[attr-defined]


def test_the_board_of_this_part(meeting: Terminal) -> None:
    meeting.done("board", "join", "m0001", "culinary", "--task", "1")
    meeting.done("board", "put", "M0002", "Clerical")
    assert shown(meeting)["Culinary"] == {
        "day": "2026-11-23",
        "part": "morning",
        "unit": "Culinary",
        "sign": "C",
        "seats": 1,
        "free": 0,
        "leaders": [],
        "helpers": [{"name": "Rosa A.", "kind": "member", "task": 1}],
        "tasks": [{"task": 1, "title": "Lunch", "hands": 2, "since": "2026-11-23", "done": False}],
    }
    assert meeting.done("board", "show") == (
        "2026-11-23 morning, meeting at 09:00\n"
        "\n"
        "[C] Culinary: no seat free\n"
        "    Rosa A. (Lunch)\n"
        "            1  Lunch (2 hands)\n"
        "\n"
        "[C] Clerical: room for all\n"
        "    led by Ana C.\n"
        "    1 here\n"
    )


def test_each_part_and_day_has_its_board(meeting: Terminal) -> None:
    meeting.done("board", "join", "M0001", "Clerical", "--part", "afternoon")
    assert helpers(meeting) == {"Culinary": [], "Clerical": []}
    assert helpers(meeting, "--part", "afternoon") == {"Culinary": [], "Clerical": ["Rosa A."]}
    assert meeting.done("board", "show", "--on", "2026-11-24").count("meeting at") == 2
    assert helpers(meeting, "--on", "2026-11-24", "--part", "afternoon")["Clerical"] == []


@pytest.mark.parametrize(
    ("day", "told"), [("2026-11-22", "closed that day"), ("2026-11-28", "social"), ("2026-11-20", "meeting at")]
)
def test_a_day_without_meetings_says_so(meeting: Terminal, day: str, told: str) -> None:
    assert told in meeting.done("board", "show", "--on", day)


def test_in_the_evening_no_meeting_is_left(meeting: Terminal) -> None:
    evening = Terminal(meeting.path, {"CLUBHOUSE_NOW": "2026-11-23T17:00"})
    assert evening.done("board", "show") == "2026-11-23: No unit meeting is left that day.\n"
    assert "No unit meeting is left" in evening.refused("board", "join", "M0001", "Clerical")
    assert "is over" in evening.refused("board", "join", "M0001", "Clerical", "--part", "morning")


def test_the_last_seat_is_told_with_the_units_that_have_room(meeting: Terminal) -> None:
    meeting.done("board", "join", "M0001", "Culinary")
    assert "There is room in: Clerical." in meeting.refused("board", "join", "M0002", "Culinary")
    assert helpers(meeting) == {"Culinary": ["Rosa A."], "Clerical": []}


def test_one_changes_leaves_and_just_visits(meeting: Terminal) -> None:
    meeting.done("board", "join", "M0001", "Culinary")
    meeting.done("board", "join", "M0001", "Clerical")
    assert helpers(meeting) == {"Culinary": [], "Clerical": ["Rosa A."]}
    meeting.done("board", "leave", "M0001")
    assert helpers(meeting) == {"Culinary": [], "Clerical": []}
    meeting.done("board", "visit", "M0001")
    assert on_disk(meeting.path, "SELECT state FROM sign_ups WHERE ended_at IS NULL") == [("visiting",)] * 2
    meeting.done("board", "leave", "M0001", "--part", "afternoon")
    assert "on no list" in meeting.refused("board", "leave", "M0001", "--part", "afternoon")


def test_an_invitation_holds_a_seat_and_stands_nowhere(meeting: Terminal) -> None:
    meeting.done("board", "invite", "M0001", "Culinary", "--task", "1")
    assert shown(meeting)["Culinary"]["free"] == 0
    assert "Rosa" not in meeting.done("board", "show") + meeting.done("board", "print")
    meeting.done("board", "answer", "M0001", "yes")
    assert helpers(meeting)["Culinary"] == ["Rosa A."]


@pytest.mark.parametrize("end", [("answer", "M0001", "not-today"), ("withdraw", "M0001")])
def test_not_today_frees_the_seat_and_leaves_nothing_behind(meeting: Terminal, end: tuple[str, ...]) -> None:
    meeting.done("board", "invite", "M0001", "Culinary", "--part", "afternoon")
    meeting.done("board", *end)
    assert on_disk(meeting.path, "SELECT * FROM sign_ups") == []
    assert "No invitation waits" in meeting.refused("board", *end)
    assert "settled already" in meeting.refused("board", *end, "--part", "afternoon")


def test_staff_are_put_and_not_invited(meeting: Terminal) -> None:
    assert "everybody else is invited" in meeting.refused("board", "invite", "S0001", "Culinary")
    meeting.done("board", "put", "S0001", "Culinary")
    assert helpers(meeting)["Culinary"] == ["Ana C."]


def test_a_task_of_another_unit_is_refused(meeting: Terminal) -> None:
    assert "in another unit" in meeting.refused("board", "join", "M0001", "Clerical", "--task", "1")
    assert helpers(meeting) == {"Culinary": [], "Clerical": []}


def test_the_board_is_printed(meeting: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "board.html"
    meeting.done("board", "join", "M0001", "Culinary")
    meeting.done("board", "print", "--on", "2026-11-23", "-o", str(page))
    assert NAME in page.read_text()
    assert "Rosa A." in page.read_text()
    assert "exists already" in meeting.refused("board", "print", "-o", str(page))
    assert "no unit meetings on 2026-11-22" in meeting.refused("board", "print", "--on", "2026-11-22")


class TestWall:
    """Without a command the board opens for a wall, where it can."""

    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        """The houses for which a wall board was opened."""
        found: list[Path] = []

        def open_wall(house: House) -> None:
            found.append(house.store.path)

        monkeypatch.setattr(front, "open_wall", open_wall)
        return found

    def test_it_opens_where_there_is_room(
        self, terminal: Terminal, opened: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[tuple[str, ...]] = []
        monkeypatch.setattr("clubhouse.commands.board.refuse_small_terminal", lambda *words: asked.append(words))
        assert terminal.done("board") == ""
        assert opened == [terminal.path]
        assert asked == [("board", "clubhouse board")]

    def test_no_terminal_is_refused(self, terminal: Terminal, opened: list[Path]) -> None:
        assert "start: clubhouse board" in terminal.refused("board")
        assert opened == []
