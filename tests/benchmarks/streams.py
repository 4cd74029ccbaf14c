"""Many scans written faster than anybody can hold up cards: all answered, in order, none merged?"""

import re
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import connect

from tests.benchmarks.big_house import Carrier
from tests.benchmarks.terminal import Silent, Terminal

PAINTED = re.compile(rb", (\w+)\. You are signed in, \d+:\d\d")
"""The headline of an answer, with the name."""


@dataclass(frozen=True)
class Stream:
    """What came of so many scans in a row."""

    gap: float
    """Seconds between two scans."""
    scans: int
    painted: bool
    """Each answer was on the screen, in the order of the scans."""
    on_disk: bool
    """Each visit is in the file, in the order of the scans."""
    seconds: float
    """From the first byte to the last answer painted."""

    @property
    def whole(self) -> bool:
        """Whether nothing was lost, merged or mixed up."""
        return self.painted and self.on_disk

    def __str__(self) -> str:
        gap = f"{self.gap * 1000:.0f} ms apart" if self.gap else "without a gap"
        done = "all painted" if self.painted else "NOT ALL PAINTED"
        kept = "all on disk" if self.on_disk else "NOT ALL ON DISK"
        rate = self.scans / self.seconds
        return f"{self.scans} scans {gap}: {done}, {kept}, in order, {self.seconds:.1f} s, {rate:.0f} a second"


def stream(kiosk: Terminal, path: Path, people: list[Carrier], gap: float) -> Stream:
    """Scan everybody's card, `gap` seconds between two, and wait for the last answer."""
    (before,) = _column(path, "SELECT max(id) FROM visits")
    kiosk.rest(1)  # what is still painted of the answer before is no part of this
    kiosk.forget()
    began = time.perf_counter()
    if gap:
        for person in people:
            kiosk.write(person.card.encode() + b"\r")
            kiosk.rest(gap)
    else:
        kiosk.write(b"".join(person.card.encode() + b"\r" for person in people))
    ended = _last_answer(kiosk, people[-1])
    kept = _column(path, f"SELECT person_id FROM visits WHERE id > {before} ORDER BY id")
    return Stream(
        gap,
        len(people),
        painted_names(kiosk.output) == [person.first_name for person in people],
        kept == [person.person_id for person in people],
        ended - began,
    )


def painted_names(output: bytes | bytearray) -> list[str]:
    """Whose answers were painted, in order; one painted twice running counts once."""
    names = [name.decode() for name in PAINTED.findall(output)]
    return [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]


def _last_answer(kiosk: Terminal, person: Carrier) -> float:
    try:
        return kiosk.wait_for(rf", {person.first_name}\. You are signed in", seconds=90)
    except Silent:
        return kiosk.read_at


def _column(path: Path, sql: str) -> list[object]:
    with closing(connect(path)) as connection:
        return [value for (value,) in connection.execute(sql)]
