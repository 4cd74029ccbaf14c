"""Goals and supports: what a member would like, in their own words, and what the house helped with.

A goal is changed or put aside whenever one likes; what stood before stays on file. A support is written by
either, and the member sees all of them. Where a member has a PIN, all of it lies behind that (`record_key`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import db.goals
import db.people
import db.supports
from clubhouse import audit
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.own import checked_line, note_view_of_other
from clubhouse.record import require_person
from clubhouse.record_key import RecordKey, require_record
from db.goals import Area, Goal
from db.supports import NewSupport, Support, SupportKind

__all__ = ["Area", "Goal", "NewSupport", "Support", "SupportKind"]

LONGEST = 500


@dataclass(frozen=True)
class WrittenSupport:
    """What the house helped with, and who wrote it down."""

    support: Support
    by: str
    """First and last name; empty for the command line."""
    own: bool
    """Whoever reads it wrote it."""


def see_goals(
    house: House, actor: str, person_id: int, *, old: bool = False, key: RecordKey | None = None
) -> list[Goal]:
    """The goals that stand, or with `old` all ever written. Who is not the person leaves a row."""
    with house.store.transaction():
        require_record(house, actor, person_id, key)
        note_view_of_other(house, actor, person_id, "goals")
        return [goal for goal in db.goals.of_person(house.store, person_id) if old or goal.ended_on is None]


def add_goal(
    house: House, actor: str, person_id: int, area: Area, words: str, *, key: RecordKey | None = None
) -> Goal:
    """What the person would like. Raises `BadInput`, and `NotAllowed` for everybody else."""
    words = checked_line(words, "The goal", LONGEST)
    with house.store.transaction():
        require_person(house, actor, person_id, key)
        goal = db.goals.add(house.store, person_id, area, words, house.today())
        _log(house, actor, "add_goal", None, goal)
        return goal


def change_goal(
    house: House, actor: str, person_id: int, goal_id: int, words: str, *, key: RecordKey | None = None
) -> Goal:
    """Other words for a goal. Raises `Overtaken` when it stands no longer."""
    words = checked_line(words, "The goal", LONGEST)
    with house.store.transaction():
        require_person(house, actor, person_id, key)
        was = _standing(house, person_id, goal_id)
        db.goals.end(house.store, was.id, house.today())
        goal = db.goals.add(house.store, person_id, was.area, words, house.today())
        _log(house, actor, "change_goal", was, goal)
        return goal


def end_goal(house: House, actor: str, person_id: int, goal_id: int, *, key: RecordKey | None = None) -> None:
    """Reached or put aside; nobody asks which. Raises `Overtaken` when it stands no longer."""
    with house.store.transaction():
        require_person(house, actor, person_id, key)
        was = _standing(house, person_id, goal_id)
        db.goals.end(house.store, was.id, house.today())
        _log(house, actor, "end_goal", was, None)


def _standing(house: House, person_id: int, goal_id: int) -> Goal:
    for goal in db.goals.of_person(house.store, person_id):
        if goal.id == goal_id and goal.ended_on is None:
            return goal
    raise Overtaken("That goal has changed in the meantime. Please look again.")


def _log(house: House, actor: str, action: str, was: Goal | None, now: Goal | None) -> None:
    # The log is read by others: the words themselves stand in the record alone, the earlier ones too.
    before, after = (None if goal is None else {"goal": goal.id} for goal in (was, now))
    audit.record(house, actor, action, f"goal {(after or before or {})['goal']}", before, after)


def see_supports(
    house: House, actor: str, person_id: int, first: date, last: date, *, key: RecordKey | None = None
) -> list[Support]:
    """What the house helped with on these days. Who is not the person leaves a row. Raises `NotAllowed`."""
    with house.store.transaction():
        require_record(house, actor, person_id, key)
        note_view_of_other(house, actor, person_id, "supports")
        return db.supports.of_person(house.store, person_id, first, last)


def supports_written(
    house: House, actor: str, person_id: int, *, key: RecordKey | None = None
) -> list[WrittenSupport]:
    """All that the house helped with and who wrote it, the latest first. Who is not the person leaves a row."""
    with house.store.transaction():
        supports = see_supports(house, actor, person_id, date.min, date.max, key=key)
        return with_writers(house, supports[::-1], person_id)


def with_writers(house: House, supports: Sequence[Support], reader_id: int) -> list[WrittenSupport]:
    """The same with who wrote each, as told to whoever has the number `reader_id`."""
    with house.store.snapshot():
        writers = {id_: db.people.get(house.store, id_) for id_ in {each.by_id for each in supports} if id_}
    names = {id_: full_name(writer) for id_, writer in writers.items() if writer}
    return [WrittenSupport(each, names.get(each.by_id or 0, ""), each.by_id == reader_id) for each in supports]


def add_support(
    house: House,
    actor: str,
    person_id: int,
    kind: SupportKind,
    line: str,
    day: date | None = None,
    *,
    key: RecordKey | None = None,
) -> Support:
    """Write down what the house helped with, today or on an earlier `day`. Raises `BadInput`, `NotAllowed`."""
    line = checked_line(line, "What was done", LONGEST)
    with house.store.transaction():
        by_id = require_record(house, actor, person_id, key)
        day = day or house.today()
        if day > house.today():
            raise BadInput("That day has not come yet. Check the date.")
        support = db.supports.add(house.store, NewSupport(person_id, kind, day, line, by_id))
        audit.record(house, actor, "add_support", f"support {support.id}", None, {"person": person_id})
        return support


def undo_support(house: House, actor: str, person_id: int, support_id: int, *, key: RecordKey | None = None) -> None:
    """Take one back: it was a slip. Raises `Overtaken` when it is gone already."""
    with house.store.transaction():
        require_record(house, actor, person_id, key)
        for was in db.supports.of_person(house.store, person_id, date.min, date.max):
            if was.id == support_id:
                db.supports.undo(house.store, support_id, house.clock())
                audit.record(house, actor, "undo_support", f"support {support_id}", {"person": person_id}, None)
                return
        raise Overtaken("That line is gone already. Please look again.")
