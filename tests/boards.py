"""A work-ordered day to test with: units, tasks, seats, and what stands on the disk of who helps where."""

from datetime import date

from clubhouse import days, tasks, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import Board, UnitOnBoard, see_board
from clubhouse.days import Part
from clubhouse.house import House
from clubhouse.tasks import NewTask, Task
from clubhouse.units import NewUnit, Unit
from tests.houses import on_disk

MORNING, AFTERNOON = 1, 2
"""The numbers of the parts that a new house has: from 9:00 to 12:00 and from 13:00 to 16:00."""


def add_unit(house: House, name: str = "Culinary", seats: int | None = None) -> Unit:
    """Another unit, with so many seats in each part."""
    unit = units.add_unit(house, COMMAND_LINE, NewUnit(name, "", "blue", ""))
    for part in days.list_parts(house) if seats is not None else ():
        units.set_seats(house, COMMAND_LINE, unit.id, part, seats)
    return unit


def add_task(
    house: House,
    unit: Unit,
    title: str = "Dishes",
    rule: str = "",
    first_day: date | None = None,
    part: int = MORNING,
) -> Task:
    """Another task, which comes up today unless told otherwise."""
    first_day = first_day or house.today()
    return tasks.add_task(house, COMMAND_LINE, NewTask(unit.id, part, title, "", "", None, first_day, rule))


def part_of(house: House, part_id: int) -> Part:
    """The part with that number."""
    return next(part for part in days.list_parts(house) if part.id == part_id)


def set_seats(house: House, unit: Unit, seats: int | None, part_id: int = MORNING) -> None:
    """Other seats for a unit in that part."""
    units.set_seats(house, COMMAND_LINE, unit.id, part_of(house, part_id), seats)


def on_board(house: House, unit: Unit, part_id: int = MORNING) -> UnitOnBoard:
    """The unit as the board of that part shows it."""
    return next(each for each in see_board(house, part_id).units if each.unit.id == unit.id)


def titles(board: Board) -> list[str]:
    """The tasks on all lists, those done with a tick."""
    needed = [each for unit in board.units for each in unit.needed]
    return [f"{each.task.title}{' ✓' if each.done else ''}" for each in needed]


def places_on_disk(house: House) -> list[tuple[object, ...]]:
    """`(person_id, part_id, state, unit_id, task_id)` of each sign-up not ended, as others read it."""
    return on_disk(
        house.store.path,
        "SELECT person_id, part_id, state, unit_id, task_id FROM sign_ups WHERE ended_at IS NULL ORDER BY id",
    )
