"""Two entries of one person are made one with everything they hold, and can be made two again.

The old entry is on no list any more; its card still opens the door, for the kept one. What only one can have, such
as the card in use, stays with the old entry. Of what was noted meanwhile all stays with the kept one. A PIN goes
along where the kept entry has none, so that no record opens without one that had one; else that of the kept entry
opens.
"""

from dataclasses import dataclass

import db.locked_months
import db.merging
import db.people
import db.visits
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound, Overtaken, Refused
from clubhouse.house import House
from clubhouse.locked_months import require_reports
from clubhouse.own import get_person
from clubhouse.permissions import Permission, permissions_of, require
from db.people import Person
from db.values import instant_text


@dataclass(frozen=True)
class Merged:
    """Two entries that are one."""

    kept: Person
    old: Person
    left: int
    """So many rows stay with the old entry, because the kept one has its own."""


def merge_people(house: House, actor: str, kept_id: int, old_id: int) -> Merged:
    """The entry `old_id` is one with `kept_id` from now on.

    Raises `Refused` when both are signed in, `BadInput` for one entry alone, `MonthLocked`, `NotAllowed`, `NotFound`.
    """
    with house.store.transaction():
        kept, old = get_person(house, kept_id), get_person(house, old_id)
        _require(house, actor, kept, old)
        _require_of_locked(house, actor, db.locked_months.of_person(house.store, old.id))
        if kept.id == old.id:
            raise BadInput("These are one entry already. Name two.")
        if all(db.visits.open_of(house.store, each.id) for each in (kept, old)):
            raise Refused(f"Both {kept.code} and {old.code} are signed in. Sign one of them out first.")
        merge_id = db.merging.begin(house.store, kept.id, old.id, house.clock())
        db.merging.hide(house.store, merge_id, old, kept.id, house.today())
        left = db.merging.move_all(house.store, merge_id, old.id, kept.id)
        for column, value in _filled(kept, old).items():
            db.merging.fill(house.store, merge_id, kept.id, column, value)
        now = get_person(house, kept.id)
        audit.record(house, actor, "merge_people", f"person {kept.id}", kept, now, f"one with {old.code}")
        audit.record(house, actor, "merge_people", f"person {old.id}", old, {"merged_into": kept.code})
        return Merged(now, old, left)


def unmerge_people(house: House, actor: str, old_id: int) -> tuple[Person, Person]:
    """The kept and the old entry, two again as they were.

    Raises `Overtaken`, `MonthLocked`, `NotAllowed`, `NotFound`.
    """
    with house.store.transaction():
        old, merge = db.people.get(house.store, old_id), db.merging.of_old(house.store, old_id)
        if old is None or merge is None:
            raise NotFound("That entry is one by itself. See the merged ones with: clubhouse people merged")
        kept = db.people.get(house.store, merge.kept_id)
        assert kept is not None
        _require(house, actor, kept, old)
        _require_of_locked(house, actor, db.locked_months.of_merge(house.store, merge.id))
        if kept.merged_into_id is not None:
            raise Overtaken(f"{kept.code} was made one with another entry after that. Unmerge {kept.code} first.")
        db.merging.move_back(house.store, merge.id)
        db.merging.end(house.store, merge.id, house.clock())
        now, other = get_person(house, kept.id), get_person(house, old.id)
        audit.record(house, actor, "unmerge_people", f"person {kept.id}", kept, now, f"two with {old.code}")
        audit.record(house, actor, "unmerge_people", f"person {old.id}", {"merged_into": kept.code}, other)
        return now, other


def list_merged(house: House, actor: str) -> list[tuple[Person, Person]]:
    """The kept and the old entry of every merge that holds, the oldest first. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.GREETER)
        people = {person.id: person for person in db.people.every(house.store)}
        return [(people[each.kept_id], people[each.old_id]) for each in db.merging.every(house.store)]


def _require(house: House, actor: str, *people: Person) -> None:
    # What somebody looks after goes along, and being staff stays, so that nobody gives themselves what others hold.
    holds = any(permissions_of(house, person) for person in people)
    require(house, actor, Permission.SETTINGS if holds else Permission.REACH_OUT)


def _require_of_locked(house: House, actor: str, month: str | None) -> None:
    # Whose visit it was is part of what was reported.
    if month is not None:
        require_reports(house, actor, month)


def _filled(kept: Person, old: Person) -> dict[str, object]:
    """What changes in the kept entry's own row: nothing that it says itself, but a safety pause holds for both."""
    filled: dict[str, object] = {}
    if old.since < kept.since:
        filled["since"] = old.since.isoformat()
    if kept.ended_on is not None and old.ended_on is None:
        filled["ended_on"] = None
    if kept.paused_at is None and old.paused_at is not None:
        filled |= {"paused_at": instant_text(old.paused_at), "pause_reason": old.pause_reason}
    if kept.home_unit_id is None and old.home_unit_id is not None:
        filled["home_unit_id"] = old.home_unit_id
    return filled
