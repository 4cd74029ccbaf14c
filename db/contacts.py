"""Statements about reach-out: who has not been seen for a while, and what came of a contact."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.store import Store
from db.values import instant, instant_text, maybe_date
from db.wishes import Way, Wishes


class CameOfIt(StrEnum):
    """What came of a contact; never a word about the person."""

    TALKED = "talked"
    MESSAGE_LEFT = "message-left"
    SENT = "sent"
    NOBODY_THERE = "nobody-there"
    WILL_COME = "will-come"
    PLEASE_DONT = "please-dont"
    """They would rather not be contacted; it becomes their wish."""
    OTHER = "other"


@dataclass(frozen=True)
class NewContact:
    """The house got in touch, or tried to."""

    person_id: int
    day: date
    way: Way
    came_of_it: CameOfIt
    line: str
    next_on: date | None
    """When to get in touch again; None leaves it to the list."""
    by_id: int | None


@dataclass(frozen=True)
class Contact(NewContact):
    """One on file."""

    id: int
    at: datetime


@dataclass(frozen=True)
class Away:
    """A member who has not been seen for a while."""

    person_id: int
    code: str
    name: str
    """First and last."""
    home_unit_id: int | None
    paused: bool
    last_day: date
    """Of the last visit."""
    wishes: Wishes


NOTHING_SAID = Wishes()
_COLUMNS = "person_id, day, way, came_of_it, line, next_on, by_id, contacts.id, at"
_LAST_DAY = "(SELECT max(day) FROM visits WHERE person_id = people.id AND undone_at IS NULL)"


def away(
    store: Store, first: date, last: date, today: date, after: int, *, most: int = -1, skip: int = 0
) -> tuple[list[Away], int]:
    """Members on the lists whose last visit was on these days, both included, the latest first; and their number.

    It was `after` days before `today` or more, or as many as they wish themselves. Those who would rather not be
    contacted are not among them, nor is who never came. At most `most` of them, after `skip`; -1 is all. Past the
    end there is nobody, and the number is 0.
    """
    rows = store.connection.execute(
        # Everybody's last day is looked for once; without MATERIALIZED it is for each place where it is named.
        "WITH seen AS MATERIALIZED ("
        f"SELECT id, code, first_name, last_name, home_unit_id, paused_at, {_LAST_DAY} AS last_day"
        " FROM people WHERE kind = 'member' AND ended_on IS NULL)"
        " SELECT count(*) OVER (), seen.id, code, trim(first_name || ' ' || last_name), home_unit_id, paused_at,"
        " last_day, contact_wishes.id, way, phone, address, languages, after_days"
        " FROM seen LEFT JOIN contact_wishes ON contact_wishes.person_id = seen.id"
        " WHERE way IS NOT 'please-dont' AND last_day BETWEEN ? AND ?"
        " AND last_day <= date(?, '-' || coalesce(after_days, ?) || ' days')"
        " ORDER BY last_day DESC, first_name, last_name, seen.id LIMIT ? OFFSET ?",
        (first.isoformat(), last.isoformat(), today.isoformat(), after, most, skip),
    ).fetchall()
    found = [
        Away(
            who,
            code,
            name,
            unit,
            paused_at is not None,
            date.fromisoformat(last_day),
            Wishes(Way(way) if way else None, *said) if wishes_id else NOTHING_SAID,
        )
        for _count, who, code, name, unit, paused_at, last_day, wishes_id, way, *said in rows
    ]
    return found, rows[0][0] if rows else 0


def of_person(store: Store, person_id: int, most: int) -> list[Contact]:
    """The last contacts with a person, the latest first."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS} FROM contacts WHERE person_id = ? AND undone_at IS NULL"
        " ORDER BY at DESC, id DESC LIMIT ?",
        (person_id, most),
    )
    return [_contact(*row) for row in rows]


def since(store: Store, day: date, people: Iterable[int]) -> list[Contact]:
    """The contacts with these people from `day` on, in order."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS} FROM json_each(?) CROSS JOIN contacts ON person_id = value"
        " WHERE day >= ? AND undone_at IS NULL ORDER BY at, contacts.id",
        (json.dumps(list(people)), day.isoformat()),
    )
    return [_contact(*row) for row in rows]


def _contact(
    person_id: int,
    day: str,
    way: str,
    came_of_it: str,
    line: str,
    next_on: str | None,
    by_id: int | None,
    id_: int,
    at: str,
) -> Contact:
    return Contact(
        person_id,
        date.fromisoformat(day),
        Way(way),
        CameOfIt(came_of_it),
        line,
        maybe_date(next_on),
        by_id,
        id_,
        instant(at),
    )


def get(store: Store, contact_id: int) -> Contact | None:
    """The contact with that number."""
    row = store.connection.execute(
        f"SELECT {_COLUMNS} FROM contacts WHERE id = ? AND undone_at IS NULL", (contact_id,)
    ).fetchone()
    return None if row is None else _contact(*row)


def add(store: Store, new: NewContact, at: datetime) -> int:
    """Put one on file; returns the number."""
    cursor = store.connection.execute(
        "INSERT INTO contacts (person_id, day, way, came_of_it, line, next_on, by_id, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.person_id,
            new.day.isoformat(),
            new.way,
            new.came_of_it,
            new.line,
            new.next_on and new.next_on.isoformat(),
            new.by_id,
            instant_text(at),
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def undo(store: Store, contact_id: int, at: datetime) -> None:
    """It was a slip: the row stays, and stands on no list."""
    store.connection.execute("UPDATE contacts SET undone_at = ? WHERE id = ?", (instant_text(at), contact_id))
