"""A house with a week behind it that has everything an export can meet."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from clubhouse import attendance, helping, people, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.exports.cells import Column
from clubhouse.exports.exporting import Exported, export
from clubhouse.exports.forms import Form
from clubhouse.exports.request import Request
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.tasks import tick_task
from tests.boards import MORNING, add_task, add_unit
from tests.houses import SetClock, add, local

WEEK = (date(2026, 11, 16), date(2026, 11, 23))


@dataclass(frozen=True)
class Week:
    """Who there is in it."""

    rosa: Person
    """Three times in and out on one day, 20 minutes each; helps in a unit today."""
    evil: Person
    """Named like a formula, with a code like one."""
    sam: Person
    """Of the staff."""


def write_down(house: House, person: Person, came: str, left: str) -> None:
    """A visit from paper."""
    visits.add_visit(house, COMMAND_LINE, person, local(came), local(left), "paper sheet")


@pytest.fixture
def week(house: House, clock: SetClock) -> Week:
    """The week's people."""
    rosa, sam = add(house), add(house, "Sam", "Lee", Kind.STAFF)
    evil = replace(people.new_person(house, Kind.MEMBER, '=HYPERLINK("x")', "@SUM(1)"), code="+1")
    evil = people.add_person(house, COMMAND_LINE, evil)
    for hour in (9, 11, 14):
        write_down(house, rosa, f"2026-11-20 {hour:02}:00", f"2026-11-20 {hour:02}:20")
    write_down(house, sam, "2026-11-20 09:19", "2026-11-20 12:00")
    write_down(house, evil, "2026-11-20 23:30", "2026-11-21 00:45")
    clock.forward(days=-1)
    attendance.sign_in_by_name(house, evil.id)
    clock.forward(days=1)
    visits.close_days(house)
    attendance.sign_in_by_name(house, rosa.id)
    unit = add_unit(house)
    task = add_task(house, unit, title="Lunch")
    helping.join_unit(house, rosa.id, unit.id, MORNING, task.id)
    tick_task(house, rosa.code, task.id, rosa)
    return Week(rosa, evil, sam)


@dataclass(frozen=True)
class Desk:
    """Where a test asks for exports."""

    house: House
    folder: Path

    def write(
        self, what: str, form: Form = Form.CSV, columns: tuple[Column, ...] = (), **asked: Any
    ) -> tuple[Path, Exported]:
        """A new file with the week, or what is `asked`."""
        target = self.folder / f"{what}-{len(list(self.folder.iterdir()))}.{form}"
        request = replace(Request(what, *WEEK), **asked)
        return target, export(self.house, COMMAND_LINE, request, form, target, columns=columns)


@pytest.fixture
def desk(house: House, week: Week, tmp_path: Path) -> Desk:
    """A folder of its own for the house of that week."""
    folder = tmp_path / "out"
    folder.mkdir()
    assert house.now() - timedelta(days=1) > local("2026-11-20 00:00")
    return Desk(house, folder)
