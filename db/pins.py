"""Statements about PINs and the wrong tries at them. Of a PIN only its scrypt hash is kept."""

from dataclasses import dataclass, field
from datetime import datetime

from db.store import Store
from db.values import instant, instant_text


@dataclass(frozen=True)
class Pin:
    """What is kept of a PIN."""

    hash: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    n: int
    """With `r` and `p` the cost of the hash, kept beside it so that a later cost leaves older PINs valid."""
    r: int
    p: int


@dataclass(frozen=True)
class Tries:
    """The wrong tries since the last right one."""

    wrong: int
    last_at: datetime


EVERYBODY = 0
"""Under this number every wrong try is counted once more, whoever it was at."""


def of_person(store: Store, person_id: int) -> Pin | None:
    """The PIN of a person; None without one."""
    row = store.connection.execute(
        "SELECT hash, salt, n, r, p FROM pins WHERE person_id = ?", (person_id,)
    ).fetchone()
    return None if row is None else Pin(*row)


def put(store: Store, person_id: int, pin: Pin, at: datetime) -> None:
    """Give a person this PIN in place of any other."""
    store.connection.execute(
        "INSERT INTO pins (person_id, hash, salt, n, r, p, set_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, salt = excluded.salt,"
        " n = excluded.n, r = excluded.r, p = excluded.p, set_at = excluded.set_at",
        (person_id, pin.hash, pin.salt, pin.n, pin.r, pin.p, instant_text(at)),
    )


def take_away(store: Store, person_id: int) -> None:
    """The person has no PIN any more; nothing is kept of it."""
    store.connection.execute("DELETE FROM pins WHERE person_id = ?", (person_id,))


def tries(store: Store, who: int) -> Tries | None:
    """The wrong tries counted under a number: that of a person, or `EVERYBODY`; None when there are none."""
    row = store.connection.execute("SELECT wrong, last_at FROM pin_tries WHERE who = ?", (who,)).fetchone()
    return None if row is None else Tries(row[0], instant(row[1]))


def count_wrong(store: Store, who: int, at: datetime) -> None:
    """One more wrong try."""
    store.connection.execute(
        "INSERT INTO pin_tries (who, wrong, last_at) VALUES (?, 1, ?)"
        " ON CONFLICT (who) DO UPDATE SET wrong = wrong + 1, last_at = excluded.last_at",
        (who, instant_text(at)),
    )


def forget_tries(store: Store, who: int) -> None:
    """After a right try, or with a new PIN, the count begins anew; the log keeps each wrong one."""
    store.connection.execute("DELETE FROM pin_tries WHERE who = ?", (who,))
