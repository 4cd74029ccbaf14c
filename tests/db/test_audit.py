"""The audit log is only ever added to."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import db.audit
from db.audit import Entry, NewEntry
from db.store import Store

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ENTRY = NewEntry(NOON, "kiosk", "M0001", "sign_in", "visit 1", None, '{"id": 1}', "")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET actor = 'somebody else'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit (id, at, station, actor, action, subject) VALUES (1, '', '', 'x', '', '')",
    ],
)
def test_no_row_is_ever_changed(store: Store, change: str) -> None:
    db.audit.add(store, ENTRY)
    before = store.connection.execute("SELECT * FROM audit").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        store.connection.execute(change)
    assert store.connection.execute("SELECT * FROM audit").fetchall() == before


def test_rows_are_read_from_a_moment_up_to_but_without_another(store: Store) -> None:
    for at in (NOON - SECOND, NOON, NOON + SECOND):
        db.audit.add(store, replace(ENTRY, at=at))
    assert [entry.at for entry in db.audit.between(store, NOON, NOON + SECOND)] == [NOON]


def test_a_row_reads_back_as_it_was_written(store: Store) -> None:
    db.audit.add(store, replace(ENTRY, was='"x"', reason="paper sheet"))
    (entry,) = db.audit.between(store, NOON, NOON + SECOND)
    assert entry == Entry(**vars(replace(ENTRY, was='"x"', reason="paper sheet")), id=entry.id)


def test_what_was_and_became_are_json(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        db.audit.add(store, replace(ENTRY, became="{'not': 'json'}"))
