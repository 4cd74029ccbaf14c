"""The House: what every operation takes first."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from clubhouse import settings
from clubhouse.audit import COMMAND_LINE
from clubhouse.clock import Clock, clock_from_environment, system_clock
from clubhouse.errors import Refused
from clubhouse.settings import Settings
from db.opening import create_store, open_store
from db.store import BUSY_SECONDS, Store

DEFAULT_STATION = "kiosk"


@dataclass(frozen=True)
class House:
    """One Clubhouse, open at one station."""

    store: Store
    clock: Clock = system_clock
    station: str = DEFAULT_STATION
    """Which kiosk or terminal this is; stands in the audit log."""

    def settings(self) -> Settings:
        """The house's settings as they are now."""
        with self.store.snapshot():
            return settings.read(self.store)

    def now(self) -> datetime:
        """The moment, in whole seconds, in the house's own time zone."""
        return self.local(self.clock())

    def local(self, moment: datetime) -> datetime:
        """`moment` (aware) in whole seconds of the house's time zone."""
        return moment.astimezone(self.settings().zone).replace(microsecond=0)

    def today(self) -> date:
        """The house's local date."""
        return self.now().date()

    def close(self) -> None:
        """Close the file."""
        self.store.close()


def open_house(path: Path, station: str = DEFAULT_STATION, busy_seconds: float = BUSY_SECONDS) -> House:
    """Open the house kept at `path`; `CLUBHOUSE_NOW` sets its clock. Raises a `StoreError`, or `Refused`."""
    house = House(open_store(path, busy_seconds), station=station)
    try:
        with house.store.snapshot():
            return replace(house, clock=clock_from_environment(house.settings().zone))
    except BaseException:
        house.close()
        raise


def found_house(
    path: Path, name: str, timezone: str, station: str = DEFAULT_STATION, clock: Clock = system_clock
) -> House:
    """Make a new house at `path`. Raises `Refused` when there is one already, which stays as it is."""
    values = {"name": settings.checked("name", name), "timezone": settings.checked("timezone", timezone)}
    house = House(create_store(path), clock, station)
    try:
        with house.store.transaction():
            if settings.founded(house.store):
                raise Refused(f"{path} already holds a house. Open it with: clubhouse --db {path}")
            for key, value in values.items():
                settings.set_setting(house, COMMAND_LINE, key, value)
        return house
    except BaseException:
        house.close()
        raise
