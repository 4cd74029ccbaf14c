"""Statements about people and the letters by which a name is found."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from db.store import Store
from db.values import instant_text, maybe_date, maybe_instant


class Kind(StrEnum):
    """What a person is to the house."""

    MEMBER = "member"
    STAFF = "staff"
    VOLUNTEER = "volunteer"


class ShownAs(StrEnum):
    """How a person's name stands on a screen that others can see; the person's own choice."""

    FIRST_NAME = "first_name"
    """First name and last initial."""
    NICKNAME = "nickname"
    INITIALS = "initials"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class NewPerson:
    """What is known of a person who is not yet, or no longer so, on file."""

    code: str
    """The house's own number or code; unique, compared without case."""
    kind: Kind
    first_name: str
    last_name: str
    nickname: str
    """Empty where there is none, as is `last_name`."""
    shown_as: ShownAs
    since: date
    """The day the person joined."""


@dataclass(frozen=True)
class Person(NewPerson):
    """A person on file."""

    id: int
    ended_on: date | None
    """The day since which the person is on no list; coming back ends it."""
    paused_at: datetime | None
    """Since when staff ask the person to see them before signing in."""
    pause_reason: str
    """For those who set the pause; never on a screen."""
    home_unit_id: int | None = None
    """The unit that the person calls theirs."""
    merged_into_id: int | None = None
    """The entry of the same person that is kept in place of this one."""


SHOWN_COLUMNS = "people.code, people.kind, first_name, last_name, nickname, shown_as, people.since"
"""What `known_as` needs, for statements that join people to something else."""


def known_as(row: Sequence[Any]) -> NewPerson:
    """The person in a row of `SHOWN_COLUMNS`: enough to show a name."""
    code, kind, first, last, nickname, shown_as, since = row
    return NewPerson(code, Kind(kind), first, last, nickname, ShownAs(shown_as), date.fromisoformat(since))


_COLUMNS = (
    "people.code, kind, first_name, last_name, nickname, shown_as, since,"
    " people.id, ended_on, paused_at, pause_reason, home_unit_id, merged_into_id"
)


def _person(row: sqlite3.Row | tuple[Any, ...]) -> Person:
    code, kind, first, last, nickname, shown_as, since, *more = row
    id_, ended_on, paused_at, reason, home_unit_id, merged_into_id = more
    return Person(
        code=code,
        kind=Kind(kind),
        first_name=first,
        last_name=last,
        nickname=nickname,
        shown_as=ShownAs(shown_as),
        since=date.fromisoformat(since),
        id=int(id_),
        ended_on=maybe_date(ended_on),
        paused_at=maybe_instant(paused_at),
        pause_reason=reason,
        home_unit_id=home_unit_id,
        merged_into_id=merged_into_id,
    )


def _one(store: Store, where: str, *values: object) -> Person | None:
    row = store.connection.execute(f"SELECT {_COLUMNS} FROM people WHERE {where}", values).fetchone()
    return None if row is None else _person(row)


def get(store: Store, person_id: int) -> Person | None:
    """The person with that id."""
    return _one(store, "id = ?", person_id)


def entry_kept(store: Store, person_id: int) -> Person | None:
    """The person with that id, or the entry of the same person that is kept in place of that one."""
    person = get(store, person_id)
    while person and person.merged_into_id:
        person = get(store, person.merged_into_id)
    return person


def by_code(store: Store, code: str) -> Person | None:
    """The person with that code, in any case."""
    return _one(store, "code = ?", code)


def among(store: Store, ids: Iterable[int]) -> list[Person]:
    """Those with these ids, in no order."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS} FROM json_each(?) CROSS JOIN people ON people.id = json_each.value",
        (json.dumps(list(ids)),),
    )
    return [_person(row) for row in rows]


def every(store: Store) -> list[Person]:
    """Everyone on file, the ended too, in the order in which they were added."""
    return [_person(row) for row in store.connection.execute(f"SELECT {_COLUMNS} FROM people ORDER BY id")]


def called(store: Store, first_name: str, last_name: str) -> list[Person]:
    """Those whose first and last name are exactly these."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS} FROM people WHERE first_name = ? AND last_name = ? ORDER BY id",
        (first_name, last_name),
    )
    return [_person(row) for row in rows]


def by_letters(store: Store, letters: str, *, whole: bool, most: int, ended: bool = False) -> list[Person]:
    """Those with a name key that starts with `letters`, or is `letters` when `whole`; with `ended` those too.

    An entry that was merged into another is never among them.
    """
    end = letters if whole else letters + chr(0x10FFFF)
    rows = store.connection.execute(
        f"SELECT DISTINCT {_COLUMNS} FROM name_letters JOIN people ON people.id = person_id"
        " WHERE letters BETWEEN ? AND ? AND (? OR ended_on IS NULL) AND merged_into_id IS NULL"
        " ORDER BY first_name, last_name, people.id LIMIT ?",
        (letters, end, ended, most),
    )
    return [_person(row) for row in rows]


def add(store: Store, person: NewPerson, letters: set[str]) -> int:
    """Put a person on file, found by any of `letters`; returns the id."""
    cursor = store.connection.execute(
        "INSERT INTO people (code, kind, first_name, last_name, nickname, shown_as, since)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        _values(person),
    )
    assert cursor.lastrowid is not None
    _put_letters(store, cursor.lastrowid, letters)
    return cursor.lastrowid


def change(store: Store, person_id: int, person: NewPerson, letters: set[str]) -> None:
    """Replace what is known of a person, and the letters by which they are found."""
    store.connection.execute(
        "UPDATE people SET code = ?, kind = ?, first_name = ?, last_name = ?, nickname = ?, shown_as = ?,"
        " since = ? WHERE id = ?",
        (*_values(person), person_id),
    )
    store.connection.execute("DELETE FROM name_letters WHERE person_id = ?", (person_id,))
    _put_letters(store, person_id, letters)


def end(store: Store, person_id: int, day: date | None) -> None:
    """Take a person off the lists from `day`, or with None put them back."""
    store.connection.execute("UPDATE people SET ended_on = ? WHERE id = ?", (day and day.isoformat(), person_id))


def pause(store: Store, person_id: int, at: datetime | None, reason: str) -> None:
    """Set a safety pause, or with None lift it."""
    store.connection.execute(
        "UPDATE people SET paused_at = ?, pause_reason = ? WHERE id = ?",
        (at and instant_text(at), reason, person_id),
    )


def set_home_unit(store: Store, person_id: int, unit_id: int | None) -> None:
    """The unit a person calls theirs, or with None no unit."""
    store.connection.execute("UPDATE people SET home_unit_id = ? WHERE id = ?", (unit_id, person_id))


def codes_like(store: Store, prefix: str) -> list[str]:
    """Every code that starts with `prefix`."""
    rows = store.connection.execute(
        "SELECT code FROM people WHERE code BETWEEN ? AND ?", (prefix, prefix + chr(0x10FFFF))
    )
    return [code for (code,) in rows]


def _values(person: NewPerson) -> tuple[str, ...]:
    return (
        person.code,
        person.kind,
        person.first_name,
        person.last_name,
        person.nickname,
        person.shown_as,
        person.since.isoformat(),
    )


def _put_letters(store: Store, person_id: int, letters: set[str]) -> None:
    store.connection.executemany(
        "INSERT INTO name_letters (letters, person_id) VALUES (?, ?)",
        [(each, person_id) for each in sorted(letters)],
    )
