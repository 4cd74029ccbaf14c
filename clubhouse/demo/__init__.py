"""The demonstration house: made-up people, visits and cards, in a file of its own.

Nobody in it exists. The same morning gives the same house.
"""

from clubhouse.demo.building import build
from clubhouse.demo.deck import Deck, deck

__all__ = ["Deck", "build", "deck"]
