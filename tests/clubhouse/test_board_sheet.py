"""The board on paper: what stands on it, what must not, and that it is one page."""

import re

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.board_sheet import LARGEST, SMALLEST, board_sheet
from clubhouse.days import list_parts, set_day
from clubhouse.errors import Refused
from clubhouse.helping import join_unit
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Kind, ShownAs
from clubhouse.recurrence_words import rule_from_words
from clubhouse.tasks import NewTask, add_task, tick_task
from clubhouse.units import NewUnit, Unit, add_unit, assign_lead, set_seats
from db.days import DayKind
from tests.clubhouse.test_sheet import Page
from tests.houses import NAME, SetClock, add

LONG_TITLE = "Write the invitations for the holiday dinner of all houses"


def fill(house: House, units: int, tasks: int, people: int = 0, title: str = "Lunch") -> list[Unit]:
    """Put so many units on the board, tasks spread over both parts, and people in the morning."""
    morning, afternoon = list_parts(house)
    with house.store.transaction():
        added = [add_unit(house, COMMAND_LINE, NewUnit(f"Unit {number}", "", "blue", "")) for number in range(units)]
        for number in range(tasks):
            part = (morning, afternoon)[number // units % 2]
            unit, rule = added[number % units], rule_from_words("every weekday")
            new = NewTask(unit.id, part.id, f"{title} {number}"[:60], "", "", 2, house.today(), rule)
            add_task(house, COMMAND_LINE, new)
        for number in range(people):
            join_unit(house, add(house, f"Rosalind{number}").id, added[number % units].id, morning.id)
    return added


def size(html: str) -> float:
    """The type's size in points."""
    (found,) = re.findall(r"font: ([0-9.]+)pt", html)
    return float(found)


@pytest.mark.parametrize(
    ("units", "tasks", "people"), [(1, 0, 0), (1, 3, 2), (6, 30, 40), (10, 80, 120), (10, 40, 0), (3, 80, 20)]
)
def test_it_stands_on_one_page_in_the_largest_type_that_fits(
    house: House, units: int, tasks: int, people: int
) -> None:
    fill(house, units, tasks, people)
    chosen = size(board_sheet(house, house.today()))
    assert SMALLEST < chosen <= LARGEST  # the smallest is also taken where nothing fits
    assert chosen < LARGEST or units == 1


def test_more_work_makes_the_type_smaller(house: House) -> None:
    fill(house, 4, 8)
    few = size(board_sheet(house, house.today()))
    for number in range(40):
        add_task(house, COMMAND_LINE, NewTask(1, 1, f"{LONG_TITLE}{number}", "", "", None, house.today(), ""))
    assert SMALLEST <= size(board_sheet(house, house.today())) < few


def test_what_it_says_of_a_unit(house: House) -> None:
    (unit,) = fill(house, 1, 2)
    morning, _ = list_parts(house)
    set_seats(house, COMMAND_LINE, unit.id, morning, 6)
    ana = add(house, "Ana", "Cole", Kind.STAFF)
    assign_lead(house, COMMAND_LINE, unit.id, morning, ana, weekday=1, day=None)
    join_unit(house, add(house).id, unit.id, morning.id)
    join_unit(house, add(house, "Tom", "Secret", shown_as=ShownAs.HIDDEN).id, unit.id, morning.id)
    texts = Page(board_sheet(house, house.today())).texts
    assert texts[0:2] == ["The board", f"{NAME}: Monday 2026-11-23"]
    assert texts[2:9] == [
        "Morning: unit meeting 09:00, 09:30 to 12:00",
        "U",
        "Unit 0",
        ", 6 seats, led by Ana C.",
        "Here: Rosa A., 1 more",
        "□ Lunch 0 (2 hands)",
        "Who else helps:",
    ]
    assert "Afternoon: unit meeting 13:00, 13:30 to 16:00" in texts


def test_nobody_who_is_invited_stands_on_it(house: House) -> None:
    (unit,) = fill(house, 1, 1)
    invite(house, COMMAND_LINE, add(house).id, unit.id, list_parts(house)[0].id)
    html = board_sheet(house, house.today())
    assert "Rosa" not in html
    assert "more" not in html


def test_a_task_stands_once_and_not_when_it_is_done(house: House) -> None:
    fill(house, 1, 2)
    assert Page(board_sheet(house, house.today())).texts.count("□ Lunch 0 (2 hands)") == 1
    tick_task(house, COMMAND_LINE, 1)
    assert "Lunch 0" not in board_sheet(house, house.today())


def test_the_page_of_another_day(house: House, clock: SetClock) -> None:
    (unit,) = fill(house, 1, 2)
    join_unit(house, add(house).id, unit.id, list_parts(house)[0].id)
    clock.set("2026-11-23 18:00")
    tomorrow = board_sheet(house, house.today().replace(day=24))
    assert "Tuesday 2026-11-24" in tomorrow
    assert "Lunch 0" in tomorrow
    assert "Rosa" not in tomorrow


def test_a_day_without_unit_meetings_has_no_page(house: House) -> None:
    with pytest.raises(Refused, match="no unit meetings on 2026-11-23"):
        board_sheet(house, house.today())  # no unit yet
    fill(house, 1, 1)
    set_day(house, COMMAND_LINE, house.today(), DayKind.CLOSED, "Snow")
    with pytest.raises(Refused, match="no unit meetings on 2026-11-23"):
        board_sheet(house, house.today())


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "&amp;", "</style>", "محمد", "李明"])
def test_any_words_are_shown_as_they_are_and_nothing_runs(house: House, words: str) -> None:
    unit = add_unit(house, COMMAND_LINE, NewUnit(words, "<", "blue", ""))
    part = list_parts(house)[0]
    add_task(house, COMMAND_LINE, NewTask(unit.id, part.id, words, "", "", None, house.today(), ""))
    join_unit(house, add(house, words, "").id, unit.id, part.id)
    set_day(house, COMMAND_LINE, house.today(), None, words)
    html = board_sheet(house, house.today())
    page = Page(html)
    assert {f"Here: {words}", words, f"□ {words}", "<"} <= set(page.texts)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "base"}
    assert not re.findall(r"https?://|url\(|@import", html)
