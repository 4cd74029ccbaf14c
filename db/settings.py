"""Statements about the house's settings."""

from db.store import Store


def every(store: Store) -> dict[str, str]:
    """The settings that were set, by key."""
    return dict(store.connection.execute("SELECT key, value FROM settings").fetchall())


def put(store: Store, key: str, value: str) -> None:
    """Set one."""
    store.connection.execute(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
