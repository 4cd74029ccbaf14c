"""What nothing can be faster than: the disk by itself, and the terminal toolkit by itself."""

import sqlite3
import time
from pathlib import Path

from tests.benchmarks.big_house import Carrier
from tests.benchmarks.terminal import Terminal

_VISIT = "INSERT INTO visits (person_id, day, in_at, in_how) VALUES (?, '2026-11-23', '2026-11-23T13:47:00Z', 'scan')"
_AUDIT = (
    "INSERT INTO audit (at, station, actor, action, subject, was, became)"
    " VALUES ('2026-11-23T13:47:00Z', 'kiosk', ?, 'sign_in', ?, NULL, ?)"
)
_BECAME = (
    '{{"id": {0}, "person_id": {1}, "day": "2026-11-23", "in_at": "2026-11-23T13:47:00Z", "in_how": "scan",'
    ' "out_at": null, "out_how": null}}'
)


class BareCommit:
    """The two rows of a sign-in, written durably by `sqlite3` alone."""

    def __init__(self, path: Path) -> None:
        """`path` is a copy of the big house that nobody else has open."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA synchronous=FULL")
        (mode,) = self._connection.execute("PRAGMA journal_mode").fetchone()
        assert mode == "wal"

    def take(self, person: Carrier) -> float:
        """Seconds for one."""
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        visit = self._connection.execute(_VISIT, (person.person_id,)).lastrowid
        became = _BECAME.format(visit, person.person_id)
        self._connection.execute(_AUDIT, (person.code, f"visit {visit}", became))
        self._connection.execute("COMMIT")
        return time.perf_counter() - began

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def take_label(label: Terminal, person: Carrier) -> float:
    """Seconds from Enter to the painted label, in the bare app."""
    label.forget()
    written = label.write(person.card.encode() + b"\r")
    return label.wait_for(person.card) - written
