"""Classes and events in a real terminal: planned on the command line, chosen at the kiosk by who carries a card."""

from pathlib import Path
from time import sleep

import pytest
from click.testing import CliRunner

from clubhouse.__main__ import front_door
from screens.steady import BREATH_SECONDS
from tests.end_to_end.conftest import Carrier
from tests.end_to_end.terminal import NOW, Pane, Tmux
from tests.houses import on_disk

RESTING = "Scan your card to sign in"
LISTED = "SELECT person_id FROM registrations WHERE ended_at IS NULL ORDER BY id"


@pytest.fixture
def bingo(path: Path, carriers: list[Carrier]) -> str:
    """The number of an event with a single seat, tomorrow."""
    return command(path, "events", "add", "Bingo", "social", "2026-11-24", "18:00", "1h", "--seats", "1").strip()


def command(path: Path, *arguments: str) -> str:
    """What a command printed that was typed elsewhere."""
    environment = {"CLUBHOUSE_NOW": NOW, "CLUBHOUSE_DB": str(path)}
    done = CliRunner().invoke(front_door, arguments, env=environment, prog_name="clubhouse")
    assert done.exit_code == 0, done.output
    return done.stdout


def press(kiosk: Pane, key: str, *words: str) -> None:
    """Press a key as somebody does who has read the page, and wait for what it brings."""
    sleep(BREATH_SECONDS)  # what comes sooner was meant for the page before, and does nothing
    kiosk.press(key)
    kiosk.wait_for(*words)


def open_event(kiosk: Pane, carrier: Carrier, seats: str) -> None:
    """Scan, and open the only event of the week."""
    kiosk.wait_for(RESTING)
    kiosk.scan(carrier.card)
    kiosk.wait_for(f"{carrier.name}. You are signed in", "Classes and events")
    press(kiosk, "2", "Tomorrow, 18:00 · Bingo", seats)
    press(kiosk, "1", "Tuesday 24 November, 18:00 to 19:00", seats)


def leave_page(kiosk: Pane) -> None:
    """Back to the event's list, to one's own page, and to rest."""
    for seen in ("Tomorrow, 18:00 · Bingo", "Sign out: I am leaving", RESTING):
        press(kiosk, "0", seen)


def test_one_key_registers_and_another_takes_it_back(
    tmux: Tmux, path: Path, carriers: list[Carrier], bingo: str
) -> None:
    """What the screen says stands on the disk, as another program reads it."""
    kiosk, rosa = tmux.kiosk(path, columns=54, rows=20), carriers[0]
    open_event(kiosk, rosa, "1 seat free")
    press(kiosk, "1", "You are registered", "Undo: I do not come after all")
    assert on_disk(path, LISTED) == [(rosa.person.id,)]
    press(kiosk, "u", "I would like to come", "1 seat free")
    assert on_disk(path, LISTED) == []
    press(kiosk, "1", "You are registered")
    assert [line.split()[:2] for line in command(path, "events", "who", bingo).splitlines()[1:]] == [
        [rosa.person.code, "registered"]
    ]


def test_a_seat_given_back_is_told_at_the_next_scan(
    tmux: Tmux, path: Path, carriers: list[Carrier], bingo: str
) -> None:
    """Who waits has it at once, in the order of coming, and reads so when they scan again."""
    kiosk, (rosa, jamal) = tmux.kiosk(path), carriers[:2]
    command(path, "events", "register", bingo, rosa.person.code)
    open_event(kiosk, jamal, "Full")
    kiosk.wait_for("Join the waiting list: you would be 1st")
    press(kiosk, "1", "You are 1st on the waiting list")
    leave_page(kiosk)
    command(path, "events", "leave", bingo, rosa.person.code)
    kiosk.scan(jamal.card)
    kiosk.wait_for("You have a seat now: Bingo, Tuesday 24 November, 18:00.")
    assert on_disk(path, LISTED) == [(jamal.person.id,)]
