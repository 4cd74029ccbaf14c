"""A house with much on file that many tests begin with: made once by each worker, and its file copied for each."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from clubhouse.house import House
from db.opening import open_store
from tests.houses import SetClock

Scene = TypeVar("Scene")


@dataclass(frozen=True)
class Stage(Generic[Scene]):
    """The file of such a house, to be copied and not opened, and what its tests have to know of it."""

    file: Path
    scene: Scene

    def copy(self, folder: Path) -> Path:
        """A file of the test's own, not yet open."""
        return Path(shutil.copy(self.file, folder / "house.db"))


def set_stage(new_house_file: Path, folder: Path, make: Callable[[House, SetClock], Scene]) -> Stage[Scene]:
    """Let `make` put its scene on file in a new house, on Monday at 8:47."""
    file, clock = Path(shutil.copy(new_house_file, folder / "stage.db")), SetClock()
    house = House(open_store(file), clock)
    scene = make(house, clock)
    house.close()
    return Stage(file, scene)
