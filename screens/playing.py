"""Playing a card scanner in a demonstration: each key holds up the next card of its kind."""

from itertools import cycle

from clubhouse.demo import Deck


class Player:
    """The cards of the demonstration house, dealt one by one."""

    def __init__(self, deck: Deck) -> None:
        """The cards start from the first."""
        self._cards = {
            "member": cycle(deck.members),
            "staff": cycle(deck.staff),
            "unusual": cycle(deck.unusual),
        }
        self._last = deck.members[0]

    def play(self, what: str) -> str:
        """The next card of that kind; `again` is the card that was dealt last."""
        if what != "again":
            self._last = next(self._cards[what])
        return self._last
