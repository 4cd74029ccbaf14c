"""A scan as a scanner types it, the words on the screen, and the row in the file as another program reads it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Carrier
from tests.end_to_end.terminal import CLUBHOUSE, Tmux
from tests.houses import NAME

RESTING = "Scan your card to sign in"


def read_by_sqlite3(path: Path, sql: str) -> list[str]:
    """What the `sqlite3` program prints, line by line."""
    if shutil.which("sqlite3") is None:
        pytest.skip("the program sqlite3 is not installed: nobody else to read the file")
    done = subprocess.run(["sqlite3", path, sql], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize(("columns", "rows"), [(54, 20), (80, 24), (120, 40)])
def test_a_morning_at_every_size(tmux: Tmux, path: Path, carriers: list[Carrier], columns: int, rows: int) -> None:
    """In, out, and that undone; each is in the file as the screen says it."""
    rosa = carriers[0]
    visits = "SELECT in_at, out_how FROM visits WHERE undone_at IS NULL"
    kiosk = tmux.kiosk(path, columns=columns, rows=rows)
    kiosk.wait_for(NAME, RESTING, "Monday, 23 November")
    kiosk.scan(rosa.card)
    kiosk.wait_for("Welcome, Rosa. You are signed in, 8:47.", "Sign out: I am leaving")
    (row,) = read_by_sqlite3(path, visits)
    assert row.startswith("2026-11-23T13:47:")
    assert row.endswith("Z|")
    kiosk.press("9")
    kiosk.wait_for("Goodbye, Rosa. You are signed out, 8:47.")
    assert [line.partition("|")[2] for line in read_by_sqlite3(path, visits)] == ["key"]
    kiosk.press("u")
    kiosk.wait_for("Your sign-out is undone.")
    assert read_by_sqlite3(path, visits) == [row]
    kiosk.press("0")
    kiosk.wait_for(RESTING, "1 person is here.")
    assert "Rosa" not in kiosk.screen()


def test_the_window_counts_not_the_environment(tmux: Tmux, path: Path) -> None:
    """Some launchers export the size of another terminal."""
    kiosk = tmux.open("env", "COLUMNS=120", "LINES=40", *CLUBHOUSE, "--db", path, columns=54, rows=20)
    kiosk.wait_for(NAME, RESTING, "I have no card", seconds=5)


def test_every_end_that_scanners_know(tmux: Tmux, path: Path, carriers: list[Carrier]) -> None:
    """CR, LF, Tab, and CR with LF, each one scan."""
    kiosk = tmux.kiosk(path)
    kiosk.wait_for(RESTING)
    for carrier, end in zip(carriers, ("Enter", "C-j", "Tab", "Enter C-j"), strict=True):
        kiosk.scan(carrier.card, end)
        kiosk.wait_for(f"Welcome, {carrier.name}. You are signed in")
    people = read_by_sqlite3(path, "SELECT person_id FROM visits ORDER BY id")
    assert people == [str(carrier.person.id) for carrier in carriers]


def test_scans_without_a_gap(tmux: Tmux, path: Path, carriers: list[Carrier]) -> None:
    """Four cards in one write: everybody is in, and the last one's page is open."""
    kiosk = tmux.kiosk(path)
    kiosk.wait_for(RESTING)
    kiosk.scan_at_once([carrier.card for carrier in carriers])
    kiosk.wait_for(f"Welcome, {carriers[-1].name}.")
    assert read_by_sqlite3(path, "SELECT count(*) FROM visits") == [str(len(carriers))]


def test_undo_right_after_the_scan(tmux: Tmux, path: Path, carriers: list[Carrier]) -> None:
    """The row stays, and counts nowhere."""
    kiosk = tmux.kiosk(path)
    kiosk.wait_for(RESTING)
    kiosk.scan(carriers[0].card)
    kiosk.wait_for("You are signed in")
    kiosk.press("u")
    kiosk.wait_for("Your sign-in is undone.")
    kiosk.press("Escape")
    kiosk.wait_for(RESTING)
    kiosk.wait_until_gone("here.")
    assert read_by_sqlite3(path, "SELECT count(*), count(undone_at) FROM visits") == ["1|1"]
