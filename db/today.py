"""Statements about a day as it stands: who is here, who is asked, and which visits want a look."""

from dataclasses import dataclass
from datetime import date, datetime

from db.people import Kind
from db.store import Store
from db.values import instant, instant_text, maybe_instant


@dataclass(frozen=True)
class Present:
    """Somebody who is here."""

    visit_id: int
    person_id: int
    code: str
    kind: Kind
    first_name: str
    last_name: str
    nickname: str
    in_at: datetime


@dataclass(frozen=True)
class Waiting:
    """An invitation that nobody has answered yet."""

    person_id: int
    part_id: int
    unit_id: int
    first_name: str
    last_name: str


@dataclass(frozen=True)
class Guessed:
    """A visit whose end the house had to guess."""

    visit_id: int
    person_id: int
    first_name: str
    last_name: str
    in_at: datetime
    out_at: datetime


@dataclass(frozen=True)
class Overlap:
    """Two visits of one person that share time; the second began later, or is the later on file."""

    person_id: int
    first_name: str
    last_name: str
    first_id: int
    first_in: datetime
    first_out: datetime | None
    second_id: int
    second_in: datetime
    second_out: datetime | None


def present(store: Store, day: date) -> list[Present]:
    """Who is here on `day`, in the order of coming."""
    rows = store.connection.execute(
        "SELECT visits.id, people.id, code, kind, first_name, last_name, nickname, in_at"
        " FROM visits JOIN people ON people.id = person_id"
        " WHERE out_at IS NULL AND undone_at IS NULL AND day = ? ORDER BY in_at, visits.id",
        (day.isoformat(),),
    )
    return [
        Present(id_, who, code, Kind(kind), first, last, nickname, instant(at))
        for id_, who, code, kind, first, last, nickname, at in rows
    ]


def waiting(store: Store, day: date) -> list[Waiting]:
    """Who is invited on `day` and has not answered."""
    rows = store.connection.execute(
        "SELECT person_id, part_id, unit_id, first_name, last_name FROM sign_ups"
        " JOIN people ON people.id = person_id"
        " WHERE ended_at IS NULL AND state = 'invited' AND day = ? ORDER BY part_id, sign_ups.id",
        (day.isoformat(),),
    )
    return [Waiting(*row) for row in rows]


def helping(store: Store, day: date, part_id: int) -> dict[int, str]:
    """The name of the unit in which each helps in that part, by the person's id."""
    rows = store.connection.execute(
        "SELECT person_id, name FROM sign_ups JOIN units ON units.id = unit_id"
        " WHERE ended_at IS NULL AND state = 'joined' AND day = ? AND part_id = ?",
        (day.isoformat(), part_id),
    )
    return dict(rows.fetchall())


def guessed(store: Store, first: date, last: date) -> list[Guessed]:
    """The visits of these days that ended by a guess, the latest first."""
    rows = store.connection.execute(
        "SELECT visits.id, people.id, first_name, last_name, in_at, out_at FROM visits"
        " JOIN people ON people.id = person_id"
        " WHERE undone_at IS NULL AND day BETWEEN ? AND ? AND out_how = 'estimate'"
        " ORDER BY day DESC, in_at, visits.id",
        (first.isoformat(), last.isoformat()),
    )
    return [Guessed(id_, who, one, two, instant(came), instant(left)) for id_, who, one, two, came, left in rows]


def overlaps(store: Store, first: date, last: date, now: datetime) -> list[Overlap]:
    """The visits of these days that share time with a later one of the same person; one still open lasts to `now`."""
    rows = store.connection.execute(
        "SELECT people.id, first_name, last_name, one.id, one.in_at, one.out_at, two.id, two.in_at, two.out_at"
        " FROM visits AS one CROSS JOIN visits AS two ON two.person_id = one.person_id"
        " JOIN people ON people.id = one.person_id"
        " WHERE one.undone_at IS NULL AND two.undone_at IS NULL AND one.day BETWEEN ? AND ?"
        " AND two.in_at >= one.in_at AND two.in_at < coalesce(one.out_at, ?)"
        " AND (two.in_at, two.id) > (one.in_at, one.id) ORDER BY one.day DESC, one.in_at, one.id",
        (first.isoformat(), last.isoformat(), instant_text(now)),
    )
    return [
        Overlap(who, name, last_name, a, instant(b), maybe_instant(c), d, instant(e), maybe_instant(f))
        for who, name, last_name, a, b, c, d, e, f in rows
    ]
