"""Statements about two entries of one person that are made one, and apart again.

What is moved is written down row by row, so that it can be moved back. A row that would stand beside one of the
same kind where only one may be stays with the old entry, as an index of the schema decides.
"""

from dataclasses import dataclass
from datetime import date, datetime

from db.people import Person
from db.store import Store
from db.values import instant_text, maybe_instant

MOVED = (
    ("visits", "person_id"),
    ("cards", "person_id"),
    ("permissions", "person_id"),
    ("unit_leads", "person_id"),
    ("task_ticks", "person_id"),
    ("sign_ups", "person_id"),
    ("sign_ups", "by_id"),
    ("series_leads", "person_id"),
    ("registrations", "person_id"),
    ("registrations", "by_id"),
    ("presences", "person_id"),
    ("news", "person_id"),
    ("placements", "looked_after_by"),
    ("terms", "person_id"),
    ("next_in_line", "person_id"),
    ("jobs", "person_id"),
    ("work_days", "person_id"),
    ("work_days", "for_id"),
    ("coverage_requests", "person_id"),
    ("coverage_requests", "taken_by"),
    ("contact_wishes", "person_id"),
    ("emergency_contacts", "person_id"),
    ("photo_consents", "person_id"),
    ("orientations", "person_id"),
    ("orientations", "buddy_id"),
    ("orientation_steps", "by_id"),
    ("contacts", "person_id"),
    ("contacts", "by_id"),
    ("own_words", "person_id"),
    ("goals", "person_id"),
    ("supports", "person_id"),
    ("supports", "by_id"),
    ("signatures", "person_id"),
    ("signatures", "by_id"),
    ("agenda_items", "person_id"),
    ("agenda_items", "by_id"),
    ("visitors", "person_id"),
    ("locked_months", "locked_by"),
    ("locked_months", "ended_by"),
    ("pins", "person_id"),
)
"""Every column that names a person and goes along, of tables whose rows have a number."""
STAY = frozenset(
    {
        ("name_letters", "person_id"),  # they belong to the name, which stays with its entry
        ("people", "merged_into_id"),
        ("coverage_offers", "person_id"),  # questions that nobody has answered; they are forgotten with the day
        ("coverage_offers", "by_id"),
        ("merges", "kept_id"),
        ("merges", "old_id"),
    }
)
"""Every column that names a person and stays."""
FILLED = ("since", "ended_on", "paused_at", "pause_reason", "home_unit_id")
"""What the kept entry takes over of the old one's own row."""


@dataclass(frozen=True)
class Merge:
    """Two entries that are one."""

    id: int
    kept_id: int
    old_id: int
    ended_at: datetime | None
    """When they were made two again."""


def of_old(store: Store, old_id: int) -> Merge | None:
    """The merge by which that entry is one with another now."""
    row = store.connection.execute(
        "SELECT id, kept_id, old_id, ended_at FROM merges WHERE old_id = ? AND ended_at IS NULL", (old_id,)
    ).fetchone()
    return None if row is None else Merge(row[0], row[1], row[2], maybe_instant(row[3]))


def every(store: Store) -> list[Merge]:
    """All that hold, in the order in which they were made."""
    rows = store.connection.execute(
        "SELECT id, kept_id, old_id, ended_at FROM merges WHERE ended_at IS NULL ORDER BY id"
    )
    return [Merge(id_, kept, old, maybe_instant(ended)) for id_, kept, old, ended in rows]


def begin(store: Store, kept_id: int, old_id: int, at: datetime) -> int:
    """Put a merge on file; returns its number."""
    cursor = store.connection.execute(
        "INSERT INTO merges (kept_id, old_id, at) VALUES (?, ?, ?)", (kept_id, old_id, instant_text(at))
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def hide(store: Store, merge_id: int, old: Person, kept_id: int, day: date) -> None:
    """The old entry is on no list, and stands for the kept one."""
    _set(store, merge_id, "people", "merged_into_id", old.id, kept_id)
    if old.ended_on is None:
        _set(store, merge_id, "people", "ended_on", old.id, day.isoformat())


def fill(store: Store, merge_id: int, kept_id: int, column: str, value: object) -> None:
    """The kept entry's own row says this from now on. `column` is one of `FILLED`."""
    assert column in FILLED
    _set(store, merge_id, "people", column, kept_id, value)


def move_all(store: Store, merge_id: int, old_id: int, kept_id: int) -> int:
    """Move what the old entry holds to the kept one; returns how many rows could not be."""
    left = 0
    for table, column in MOVED:
        rows = store.connection.execute(f"SELECT rowid FROM {table} WHERE {column} = ? ORDER BY rowid", (old_id,))
        moved = [_set(store, merge_id, table, column, row_id, kept_id) for (row_id,) in rows.fetchall()]
        left += moved.count(False)
    return left


def _set(store: Store, merge_id: int, table: str, column: str, row_id: object, value: object) -> bool:
    (was,) = store.connection.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (row_id,)).fetchone()
    # Passes over what a unique index forbids; what a trigger forbids is raised all the same.
    cursor = store.connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?", (value, row_id))
    if cursor.rowcount == 0:
        return False
    row_id = value if table == "pins" else row_id  # a PIN's number is that of its person
    store.connection.execute(
        "INSERT INTO merge_moves (merge_id, in_table, in_column, row_id, was, became) VALUES (?, ?, ?, ?, ?, ?)",
        (merge_id, table, column, row_id, was, value),
    )
    return True


def move_back(store: Store, merge_id: int) -> None:
    """Put back what the merge changed, the last first; what has changed again since stays as it is."""
    rows = store.connection.execute(
        "SELECT in_table, in_column, row_id, was, became FROM merge_moves WHERE merge_id = ? ORDER BY id DESC",
        (merge_id,),
    )
    for table, column, row_id, was, became in rows.fetchall():
        assert table == "people" or (table, column) in MOVED
        store.connection.execute(
            f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ? AND {column} IS ?", (was, row_id, became)
        )


def end(store: Store, merge_id: int, at: datetime) -> None:
    """The two are two again; the row stays."""
    store.connection.execute("UPDATE merges SET ended_at = ? WHERE id = ?", (instant_text(at), merge_id))
