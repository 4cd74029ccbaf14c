"""The demonstration house in a real terminal, without a scanner."""

import shlex

from tests.end_to_end.terminal import CLUBHOUSE, Tmux


def test_the_demonstration_plays_cards(tmux: Tmux) -> None:
    """It says which keys play a card, and they do; closing asks first."""
    kiosk = tmux.open("sh", "-c", f'{shlex.join([*CLUBHOUSE, "demo"])}; echo "ended with $?"; cat')
    kiosk.wait_for("Scan your card to sign in", "people are here.", "Demonstration:")
    kiosk.press("F5")
    kiosk.wait_for("You are signed in, 8:47.", "Sign out: I am leaving")
    kiosk.press("F6")
    kiosk.wait_for("We have your card already")
    kiosk.press("F10")
    kiosk.wait_for("Close the kiosk?")
    kiosk.press("1")
    kiosk.wait_for("ended with 0")
