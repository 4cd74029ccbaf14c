"""Two kiosks and a command at one house: each sees what the others write."""

import json
import subprocess
from pathlib import Path

from tests.end_to_end.conftest import Carrier
from tests.end_to_end.terminal import CLUBHOUSE, NOW, Tmux
from tests.houses import on_disk
from tests.processes import ROOT

RESTING = "Scan your card to sign in"


def test_what_one_kiosk_writes_the_other_shows(tmux: Tmux, path: Path, carriers: list[Carrier]) -> None:
    """Nobody touches the second: its count follows by itself, and both stand in the audit log."""
    first, second = tmux.kiosk(path, "--station", "hall"), tmux.kiosk(path, "--station", "kitchen")
    second.wait_for(RESTING)
    first.wait_for(RESTING)
    first.scan(carriers[0].card)
    second.wait_for("1 person is here.")
    second.scan(carriers[1].card)
    second.wait_for(f"Welcome, {carriers[1].name}.")
    first.press("0")
    first.wait_for(RESTING, "2 people are here.")
    second.scan(carriers[0].card)
    second.wait_for("Rosa. You are")
    assert on_disk(path, "SELECT station, subject FROM audit WHERE action = 'sign_in' ORDER BY id") == [
        ("hall", "visit 1"),
        ("kitchen", "visit 2"),
    ]


def test_a_turnstile_signs_in_while_the_kiosk_rests(tmux: Tmux, path: Path, carriers: list[Carrier]) -> None:
    """`clubhouse scan` answers in JSON, and the kiosk counts."""
    kiosk = tmux.kiosk(path)
    kiosk.wait_for(RESTING)
    done = subprocess.run(
        [*CLUBHOUSE, "--db", path, "scan"],
        cwd=ROOT,
        input="".join(f"{carrier.card}\r\n" for carrier in carriers),
        env={"CLUBHOUSE_NOW": NOW},
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["outcome"], answer["person"]) for answer in answers] == [
        ("first visit", carrier.person.code) for carrier in carriers
    ]
    kiosk.wait_for("4 people are here.")
