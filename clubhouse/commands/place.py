"""Where a command works: the file of the house and the name of this station."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clubhouse import settings
from clubhouse.errors import NotFound
from clubhouse.house import House, open_house
from db.errors import StoreMissing

if TYPE_CHECKING:
    from clubhouse.demo import Deck


@dataclass(frozen=True)
class Place:
    """What the options before the command's name say."""

    file: Path | None
    """The file named by `--db` or `CLUBHOUSE_DB`."""
    station: str
    """Which kiosk or terminal this is; stands in the audit log."""
    open_kiosk: "Callable[[House, Deck | None], None]"
    """Opens the screens on this terminal and returns when they are closed; floor 2 itself knows none."""
    open_wall: Callable[[House], None] | None = None
    """The same for the board on a wall."""
    open_desk: Callable[[House], None] | None = None
    """The same for the staff desk."""

    @property
    def path(self) -> Path:
        """The house's file: the one named, or else `house.db` in the folder for this user's data."""
        if self.file is not None:
            return self.file
        from platformdirs import user_data_path  # slow to import, and a kiosk names its file

        return user_data_path("clubhouse", appauthor=False) / "house.db"

    @contextmanager
    def house(self) -> Iterator[House]:
        """The house, open. Raises `NotFound` where none was founded, or a `StoreError`."""
        try:
            house = open_house(self.path, self.station)
        except StoreMissing:
            raise self._no_house() from None
        try:
            with house.store.snapshot():
                if not settings.founded(house.store):
                    raise self._no_house()
            yield house
        finally:
            house.close()

    def _no_house(self) -> NotFound:
        return NotFound(
            f"There is no house at {self.path} yet. Make one with: clubhouse init --name ... --timezone ..."
            " Or look round a made-up one first, with: clubhouse demo"
        )
