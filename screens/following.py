"""Noticing what other kiosks and commands write, within a second."""

from collections.abc import Callable
from threading import Event

from textual.message import Message

from clubhouse.house import House
from db.errors import StoreError

LOOK_SECONDS = 0.4


class HouseChanged(Message):
    """Somebody has written to the house's file."""

    def can_replace(self, message: Message) -> bool:
        """One such message in the queue says as much as many."""
        return isinstance(message, HouseChanged)


class Follower:
    """Looks at SQLite's change counter on a thread of its own; that costs microseconds and reads no table."""

    def __init__(self, house: House, tell: Callable[[HouseChanged], object]) -> None:
        """`tell` gets a message for each change, on the follower's thread."""
        self._house = house
        self._tell = tell
        self._ended = Event()

    def close(self) -> None:
        """End the loop."""
        self._ended.set()

    def run(self) -> None:
        """Follow until closed. While the file cannot be read there is no news."""
        version = -1
        while not self._ended.wait(LOOK_SECONDS):
            try:
                now = self._house.store.data_version()
            except StoreError:
                continue
            if now != version:
                version = now
                self._tell(HouseChanged())
