"""Opening a house's file, and making a new one."""

import contextlib
from pathlib import Path

from db.backups import back_up
from db.errors import StoreForeign
from db.migrations import migrate, version
from db.schema import STEPS
from db.store import BUSY_SECONDS, Store, make_private_file


def open_store(path: Path, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the file at `path`, brought to the newest schema; a copy of an older one is kept beside it.

    Raises `StoreMissing`, `StoreDamaged`, `StoreForeign`, `StoreTooNew`, `StoreUnwritable`.
    """
    store = Store(path, busy_seconds)
    try:
        found = version(store)
        if found == 0:
            _refuse_foreign(store)
        store.use_write_ahead_log()
        if found < len(STEPS):
            _upgrade(store)
    except BaseException:
        store.close()
        raise
    return store


def create_store(path: Path) -> Store:
    """Make the file at `path`, readable by its owner only, and open it; a file already there is opened."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(FileExistsError):
        make_private_file(path)
    return open_store(path)


def _refuse_foreign(store: Store) -> None:
    # An empty file is a house about to be made; tables without a version are somebody else's.
    with store.snapshot():
        (tables,) = store.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and version(store) == 0:
        raise StoreForeign(f"{store.path} is a database of another program. Choose another file with --db FILE.")


def _upgrade(store: Store) -> None:
    with store.transaction():  # whoever else starts now waits here, and then finds nothing left to do
        found = version(store)
        if found < len(STEPS):
            _keep_older(store, found)
            migrate(store)


def _keep_older(store: Store, found: int) -> None:
    copy = store.path.with_name(f"{store.path.name}.version-{found}")
    if found and not copy.exists():
        reader = Store(store.path)  # SQLite copies nothing through a connection that is writing
        try:
            back_up(reader, copy)
        finally:
            reader.close()
