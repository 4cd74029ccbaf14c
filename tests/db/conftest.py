"""The store alone, without a house round it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.opening import open_store
from db.store import Store


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store with the settings of a new house and nobody on file; it waits for no other writer."""
    store = open_store(path, busy_seconds=0)
    yield store
    store.close()


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """The same file, opened once more, as another kiosk would."""
    other = open_store(store.path, busy_seconds=0)
    yield other
    other.close()
