"""Next in line: whoever says *I'd like to work*, in the order in which they said so.

There are no scores and nothing to fulfil: whoever wishes to work may [std 22].
"""

from dataclasses import dataclass

import db.next_in_line
from clubhouse import audit
from clubhouse.employment.placements import get_placement
from clubhouse.employment.places import Names, WorkPlace
from clubhouse.employment.privacy import note_look, note_look_at, own_or_keeper
from clubhouse.errors import NotFound, Overtaken
from clubhouse.helping import person_on_file
from clubhouse.house import House
from db.next_in_line import Wish
from db.people import Person

__all__ = ["Wish"]


@dataclass(frozen=True)
class InLine:
    """Somebody in the line, as staff see it."""

    wish: Wish
    person: Person
    place: WorkPlace | None
    """The placement they would like; None for any."""


def like_to_work(house: House, actor: str, person_id: int, placement_id: int | None = None) -> Wish:
    """Stand in the line, for one placement or for any. Raises `Overtaken` for who stands there already."""
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        person_on_file(house, person_id)
        if placement_id is not None:
            get_placement(house, placement_id)
        if any(each.placement_id == placement_id for each in db.next_in_line.of_person(house.store, person_id)):
            raise Overtaken("This name stands in the line already.")
        wish = db.next_in_line.add(house.store, person_id, placement_id, house.clock())
        audit.record(house, actor, "like_to_work", f"wish {wish.id}", None, wish)
        return wish


def leave_line(house: House, actor: str, person_id: int, placement_id: int | None = None) -> None:
    """Leave the line again. Raises `Overtaken` for who does not stand there."""
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        for wish in db.next_in_line.of_person(house.store, person_id):
            if wish.placement_id == placement_id:
                db.next_in_line.end(house.store, wish.id, house.clock())
                audit.record(house, actor, "leave_line", f"wish {wish.id}", wish, None)
                return
    raise Overtaken("This name does not stand in the line.")


def wishes_of(house: House, actor: str, person_id: int) -> list[Wish]:
    """What the person stands in the line for. Raises `NotAllowed` for others."""
    note_look_at(house, actor, person_id, "wishes for work", again=False)
    with house.store.snapshot():
        return db.next_in_line.of_person(house.store, person_id)


def see_line(house: House, actor: str, placement_id: int | None = None, *, again: bool = False) -> list[InLine]:
    """The line in the order of coming; with a placement, who would like that one or any. Raises `NotAllowed`."""
    note_look(house, actor, "who would like to work", again)
    with house.store.snapshot():
        names = Names(house)
        if placement_id is not None and placement_id not in names.placements:
            raise NotFound(f"There is no placement with the number {placement_id}.")
        return [
            InLine(
                wish, names.person(wish.person_id), names.placement(wish.placement_id) if wish.placement_id else None
            )
            for wish in db.next_in_line.every(house.store)
            if placement_id is None or wish.placement_id in (None, placement_id)
        ]
