"""The demonstration house: made-up people, visits and cards, in a file of its own.

Nobody in it exists. The same seed and the same day give the same house.
"""

from pathlib import Path

from clubhouse.demo.deck import Deck, deck
from clubhouse.house import House, found_house

__all__ = ["Deck", "build", "deck"]


def build(path: Path) -> House:
    """Make the demonstration house at `path` and open it. Raises `Refused` when a house is there already."""
    return found_house(path, "Harbor House", "America/New_York", station="demo")
