"""Answers scans one after the other, on a thread of its own, in the order in which they came.

While the store cannot be written, each scan gets that answer at once, and is kept with its time and tried again
until it is on the disk. Nothing is ever answered as done that is not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue

from textual.message import Message

from clubhouse.attendance import TROUBLE, Answer, Outcome, scan
from clubhouse.codes import read_code
from clubhouse.house import House

RETRY_SECONDS = 2.0


@dataclass
class Answered(Message):
    """The house has answered."""

    answer: Answer
    code: str = ""
    """The card's code; empty for an answer to a key, and for what is no card."""
    after_trouble: bool = False
    """The store took some time; the person may have gone."""


class ScanDesk:
    """The queue of scans and the loop that answers them."""

    def __init__(
        self, house: House, tell: Callable[[Answered], object], retry_seconds: float = RETRY_SECONDS
    ) -> None:
        """`tell` gets each answer, on the desk's thread."""
        self._house = house
        self._tell = tell
        self._retry_seconds = retry_seconds
        self._queue: SimpleQueue[tuple[str, datetime] | None] = SimpleQueue()
        self._waiting: dict[str, datetime] = {}

    def put(self, scanned: str) -> None:
        """Take a scan; returns at once."""
        self._queue.put((scanned, self._house.clock()))

    def close(self) -> None:
        """End the loop after the scans already taken."""
        self._queue.put(None)

    def run(self) -> None:
        """Answer until closed."""
        while True:
            try:
                taken = self._queue.get(timeout=self._retry_seconds if self._waiting else None)
            except Empty:
                self._try_again()
                continue
            if taken is None:
                return
            self._answer(*taken)

    def _answer(self, scanned: str, at: datetime) -> None:
        answer = self._scan(scanned, at)
        if answer.outcome in TROUBLE:
            self._waiting.setdefault(scanned, at)
        self._tell(Answered(answer, _code(scanned)))

    def _scan(self, scanned: str, at: datetime) -> Answer:
        try:
            return scan(self._house, scanned, at)
        except Exception:
            # Whatever is wrong with one scan, the next person must find the kiosk answering.
            return Answer(Outcome.FAILED, at)

    def _try_again(self) -> None:
        for scanned, at in list(self._waiting.items()):
            answer = self._scan(scanned, at)
            if answer.outcome in TROUBLE:
                return
            del self._waiting[scanned]
            self._tell(Answered(answer, _code(scanned), after_trouble=True))


def _code(scanned: str) -> str:
    code = read_code(scanned)
    return code if isinstance(code, str) else ""
