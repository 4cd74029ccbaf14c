"""Two kiosks at one board, in real terminals: each sees at once what is chosen on the other."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from clubhouse.house import House
from clubhouse.units import Unit, set_seats
from db.opening import open_store
from tests.end_to_end.conftest import Carrier
from tests.end_to_end.terminal import Pane, Tmux
from tests.houses import SetClock
from tests.screens.mornings import ACTOR_ON_FILE, make_day

RESTING = "Scan your card to sign in"
ASKS = "Where would you like to help this morning?"


@pytest.fixture
def units(path: Path, carriers: list[Carrier]) -> tuple[Unit, Unit]:
    """Culinary with a single seat, and Clerical, in the house of the carriers."""
    house = House(open_store(path), SetClock())
    day = make_day(house)
    set_seats(house, ACTOR_ON_FILE, day.culinary.id, day.morning, 1)
    house.close()
    return day.culinary, day.clerical


def open_board(kiosk: Pane, carrier: Carrier) -> None:
    """Sign in and ask where to help."""
    kiosk.wait_for(RESTING)
    kiosk.scan(carrier.card)
    kiosk.wait_for(f"{carrier.name}. You are signed in", "Where I'll help this morning")
    kiosk.press("Enter")  # not the key that then takes a unit, for a second press of one would do nothing
    kiosk.wait_for(ASKS, "[C] Culinary · 1 seat free")


def test_what_is_chosen_on_one_kiosk_shows_on_the_other(
    tmux: Tmux, path: Path, carriers: list[Carrier], units: tuple[Unit, Unit]
) -> None:
    """Nobody touches the second; and the last seat is given once."""
    first, second = (
        tmux.kiosk(path, "--station", "hall"),
        tmux.kiosk(path, "--station", "kitchen", columns=54, rows=20),
    )
    rosa, jamal = carriers[:2]
    open_board(first, rosa)
    open_board(second, jamal)
    first.press("2")
    first.wait_for("You help in Clerical this morning.")
    second.wait_for("[C] Clerical", "Rosa D.")
    first.press("Escape")
    first.wait_for(ASKS, "This morning: Clerical")
    first.press("1")
    first.wait_for("You help in Culinary this morning.")
    second.wait_for("[C] Culinary · no seat free")
    second.press("1")
    second.wait_for("All seats in Culinary are taken now. There is room in: Clerical.")
    second.press("2")
    second.wait_for("You help in Clerical this morning.")


def test_both_press_for_the_last_seat_at_the_same_moment(
    tmux: Tmux, path: Path, carriers: list[Carrier], units: tuple[Unit, Unit]
) -> None:
    """One gets it, the other reads where hands are wanted; the sqlite3 shell sees one row."""
    kiosks = [tmux.kiosk(path, "--station", station) for station in ("hall", "kitchen")]
    for kiosk, carrier in zip(kiosks, carriers, strict=False):
        open_board(kiosk, carrier)
    _press_at_once(tmux, kiosks, "1")
    helps, reads = "You help in Culinary this morning.", "There is room in: Clerical."
    _wait_for(kiosks, helps, reads)
    assert sorted((helps in kiosk.words(), reads in kiosk.words()) for kiosk in kiosks) == [
        (False, True),
        (True, False),
    ]
    assert _in_the_shell(path, "SELECT count(*), state, unit_id FROM sign_ups WHERE ended_at IS NULL") == (
        f"1|joined|{units[0].id}"
    )


def _press_at_once(tmux: Tmux, kiosks: list[Pane], key: str) -> None:
    pressed = [["send-keys", "-t", kiosk.tell("pane_id"), key, ";"] for kiosk in kiosks]
    tmux.run(*[word for words in pressed for word in words][:-1])


def _wait_for(kiosks: list[Pane], *either: str) -> None:
    # Until each kiosk shows one of these.
    give_up = time.monotonic() + 60
    while not all(any(words in kiosk.words() for words in either) for kiosk in kiosks):
        assert time.monotonic() < give_up, "\n".join(kiosk.screen() for kiosk in kiosks)
        time.sleep(0.02)


def _in_the_shell(path: Path, sql: str) -> str:
    shell = shutil.which("sqlite3")
    if shell is None:
        pytest.skip("the sqlite3 shell is not installed")
    done = subprocess.run([shell, path, sql], capture_output=True, text=True, timeout=30, check=True)
    return done.stdout.strip()
