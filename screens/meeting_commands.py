"""What can be done in the unit meeting: each command with its key, its words, what it needs and what it does."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from clubhouse import helping, invitations, tasks, units
from clubhouse.days import Part
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.tasks import NewTask
from screens.meeting_lines import Line
from screens.words import N_, _


class Needs(Enum):
    """What is typed before a command is carried out."""

    NOTHING = "nothing"
    SURE = "sure"
    """Enter, for there is no way back."""
    TITLE = "title"
    NAME = "name"


@dataclass(frozen=True)
class Turn:
    """One use of a command."""

    house: House
    actor: str
    """The code of whoever runs the meeting."""
    part: Part
    line: Line
    """The line that was marked."""
    title: str = ""
    person_id: int = 0
    """Whose name was typed."""


@dataclass(frozen=True)
class Command:
    """One key of the meeting."""

    key: str
    words: str
    about: str
    needs: Needs
    run: Callable[[Turn], object]
    """Runs in a thread; raises `Refused` with a sentence for people."""
    done: str = ""
    """What is said when it was done, where the board does not show it."""


def _add(turn: Turn) -> object:
    found = re.fullmatch(r"(.*?)(?:\s+[xX](\d{1,2}))?", turn.title.strip())
    title, hands = (found[1], int(found[2]) if found[2] else None) if found else (turn.title, None)
    task = NewTask(turn.line.unit_id, turn.part.id, title, "", "", hands, turn.house.today(), "")
    return tasks.add_task(turn.house, turn.actor, task)


def _end(turn: Turn) -> None:
    tasks.end_task(turn.house, turn.actor, _task_id(turn))


def _tick(turn: Turn) -> object:
    """Done, or when it was done already, not done after all."""
    try:
        return tasks.tick_task(turn.house, turn.actor, _task_id(turn))
    except tasks.AlreadyTicked:
        return tasks.untick_task(turn.house, turn.actor, _task_id(turn))


def _move(turn: Turn) -> object:
    """A task or a person goes to the next unit that is awake; used again, to the one after."""
    known = [unit.id for unit in units.list_units(turn.house) if unit.resting_since is None]
    onward = known[(known.index(turn.line.unit_id) + 1) % len(known)]
    if turn.line.task_id:
        task = tasks.get_task(turn.house, turn.line.task_id)
        return tasks.change_task(turn.house, turn.actor, task.id, replace(tasks.as_new(task), unit_id=onward))
    if turn.line.person_id:
        return helping.put_on_board(turn.house, turn.actor, turn.line.person_id, onward, turn.part.id)
    raise BadInput(_("Mark a task or a person first."))


def _put(turn: Turn) -> object:
    return helping.put_on_board(
        turn.house, turn.actor, turn.person_id, turn.line.unit_id, turn.part.id, turn.line.task_id
    )


def _invite(turn: Turn) -> object:
    return invitations.invite(
        turn.house, turn.actor, turn.person_id, turn.line.unit_id, turn.part.id, turn.line.task_id
    )


def _lead(turn: Turn) -> object:
    person = helping.person_on_file(turn.house, turn.person_id)
    today = turn.house.today()
    return units.assign_lead(turn.house, turn.actor, turn.line.unit_id, turn.part, person, weekday=None, day=today)


def _take_off(turn: Turn) -> None:
    if not turn.line.person_id:
        raise BadInput(_("Mark a person first."))
    helping.take_off(turn.house, turn.actor, turn.line.person_id, turn.part.id)


def _task_id(turn: Turn) -> int:
    if not turn.line.task_id:
        raise BadInput(_("Mark a task first."))
    return turn.line.task_id


COMMANDS = (
    Command(
        "A", N_("Add task"), N_("Type what is to be done; x2 at the end asks for two hands"), Needs.TITLE, _add,
        N_("It is on the list."),
    ),
    Command("T", N_("Tick"), N_("The marked task is done, or is not after all"), Needs.NOTHING, _tick),
    Command("E", N_("End task"), N_("Takes the marked task off every list"), Needs.SURE, _end),
    Command("M", N_("Move"), N_("The marked task or person goes to the next unit"), Needs.NOTHING, _move),
    Command("P", N_("Put on"), N_("Writes down who asked to help there, or assigns staff"), Needs.NAME, _put),
    Command(
        "I", N_("Invite"), N_("Holds a seat and asks at the person's next scan"), Needs.NAME, _invite,
        N_("The seat is held; the next scan asks."),
    ),
    Command("L", N_("Leads"), N_("One of the staff leads the marked unit today"), Needs.NAME, _lead),
    Command("R", N_("Take off"), N_("The marked person does not help there after all"), Needs.NOTHING, _take_off),
)  # fmt: skip
"""No key is C or H, with which every card begins."""
