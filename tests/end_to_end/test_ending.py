"""However a kiosk ends, the terminal is a person's again, and what was answered is in the file."""

import os
import re
import shlex
import signal
import time
from pathlib import Path

import pytest

from clubhouse.house import House
from db.opening import open_store
from db.soundness import problems
from tests.end_to_end.conftest import Carrier
from tests.end_to_end.terminal import CLUBHOUSE, Pane, Tmux
from tests.houses import NAME, add_with_card, on_disk

RESTING = "Scan your card to sign in"
PAINTED = re.compile(r"Welcome, (\w+)\. You are signed in, \d+:\d\d")


def kiosk_of_a_shell(tmux: Tmux, path: Path) -> Pane:
    """A kiosk that a shell has started, which then says how it ended and how it left the terminal."""
    inner = f"echo $$ > {shlex.quote(str(pid_file(path)))}; exec {shlex.join([*CLUBHOUSE, '--db', str(path)])}"
    return tmux.open("sh", "-c", f'sh -c {shlex.quote(inner)}; echo "ended with $?"; stty -a; echo all told; cat')


def pid_file(path: Path) -> Path:
    """Where the process of the kiosk at `path` is written down."""
    return path.with_suffix(".pid")


def terminal_is_restored(pane: Pane) -> None:
    """Lines are edited and shown, the cursor is back, no mouse and no second screen."""
    pane.wait_for("ended with", "all told")
    words = pane.words()
    assert " icanon" in words
    assert " echo " in words
    assert " icrnl" in words
    assert "Traceback" not in words
    modes = {each: pane.tell(each) for each in ("alternate_on", "mouse_any_flag", "cursor_flag")}
    assert modes == {"alternate_on": "0", "mouse_any_flag": "0", "cursor_flag": "1"}


def test_f10_closes_when_it_is_meant(tmux: Tmux, path: Path) -> None:
    """It asks first; then the shell is back."""
    kiosk = kiosk_of_a_shell(tmux, path)
    kiosk.wait_for(NAME, RESTING)
    kiosk.press("F10")
    kiosk.wait_for("Close the kiosk?")
    kiosk.press("0")
    kiosk.wait_for(RESTING)
    kiosk.press("F10")
    kiosk.wait_for("Close the kiosk?")
    kiosk.press("1")
    terminal_is_restored(kiosk)
    assert "ended with 0" in kiosk.words()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_closes(tmux: Tmux, path: Path, carriers: list[Carrier], how: signal.Signals) -> None:
    """As when the computer is shut down; what was answered before is in the file."""
    kiosk = kiosk_of_a_shell(tmux, path)
    kiosk.wait_for(RESTING)
    kiosk.scan(carriers[0].card)
    kiosk.wait_for("Welcome, Rosa.")
    os.kill(int(pid_file(path).read_text()), how)
    terminal_is_restored(kiosk)
    assert on_disk(path, "SELECT person_id FROM visits") == [(carriers[0].person.id,)]


def test_killed_in_mid_stream(tmux: Tmux, path: Path, house: House, tmp_path: Path) -> None:
    """Whoever was welcomed on the screen is signed in after a restart, and the file is sound."""
    syllables = [consonant + vowel for consonant in "BDFGKLMN" for vowel in "aeiou"][::2]
    with house.store.transaction():
        cards = {
            first + second.lower(): add_with_card(house, first + second.lower())[1]
            for first in syllables
            for second in syllables
        }
    house.close()
    kiosk, output = tmux.kiosk(path), tmp_path / "painted"
    kiosk.wait_for(RESTING)
    kiosk.keep_output(output)
    kiosk.scan_at_once(list(cards.values()))
    give_up = time.monotonic() + 60
    while len(welcomed := names_in(output)) < 10:
        assert time.monotonic() < give_up, kiosk.screen()
        time.sleep(0.01)
    os.kill(int(kiosk.tell("pane_pid")), signal.SIGKILL)
    kiosk.wait_for_end()
    welcomed = names_in(output)
    kept = on_disk(path, "SELECT first_name FROM visits JOIN people ON people.id = person_id ORDER BY visits.id")
    assert len(welcomed) < len(cards), "it was killed too late to show anything"
    assert welcomed == [name for (name,) in kept][: len(welcomed)]
    again = tmux.kiosk(path)
    again.wait_for(RESTING, f"{len(kept)} people are here.")
    again.scan(cards[welcomed[-1]])
    again.wait_for(f"{welcomed[-1]}. You are")
    assert on_disk(path, "SELECT count(*) FROM visits") == [(len(kept),)]
    store = open_store(path)
    assert problems(store) == []
    store.close()


def names_in(output: Path) -> list[str]:
    """Who was welcomed in what a kiosk has painted, in order."""
    painted = output.read_text(encoding="utf-8", errors="replace") if output.exists() else ""
    return list(dict.fromkeys(PAINTED.findall(painted)))
