"""Copies of the whole file, made while others go on writing."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from db.errors import BUSY, busy, latest_backup_note, told_plainly
from db.store import Store, make_private_file


def back_up(store: Store, target: Path) -> None:
    """Write a copy of the house to `target`, which must not exist; it appears whole or not at all.

    Raises `FileExistsError`, `OSError`, or a `StoreError` of either file.
    """
    if store.connection.in_transaction:  # SQLite would wait for its end, which cannot come, for ever
        raise RuntimeError("a backup cannot be made inside a transaction")
    if target.exists():
        raise FileExistsError(target)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
        with told_plainly(part), closing(sqlite3.connect(part)) as copy:
            store.connection.backup(copy)
            # A copy that lies on a stick should be one file, without a -wal beside it.
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        _flush(part)
        part.rename(target)
        _flush(target.parent)
    finally:
        part.unlink(missing_ok=True)


def remember_backup(store: Store, target: Path) -> None:
    """Note beside the database that `target` is its latest backup."""
    latest_backup_note(store.path).write_text(f"{target.resolve()}\n", encoding="utf-8")


def overwrite(store: Store, source: Path) -> None:
    """Replace all that the house holds by what `source` holds, in one transaction that open kiosks follow.

    Raises `StoreBusy` when another program holds the house for longer than the busy timeout.
    """

    def refuse_busy(status: int, remaining: int, total: int) -> None:
        # `backup` by itself would go on trying for ever.
        if status in BUSY:
            raise busy(store.path)

    with (
        told_plainly(source),
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as copy,
    ):
        copy.execute("PRAGMA schema_version").fetchall()  # so that what is wrong with it is not said of the house
        with told_plainly(store.path):
            copy.backup(store.connection, progress=refuse_busy)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
