"""Asking the house: an operation runs in a thread, and its result comes back as a message."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from clubhouse.errors import Refused
from db.errors import StoreBusy, StoreError
from screens.words import _

T = TypeVar("T")


class Refusal(Message):
    """It was not done; the sentence says what to do."""

    def __init__(self, sentence: str) -> None:
        """`sentence` is for people."""
        super().__init__()
        self.sentence = sentence


def ask(
    asker: "Screen[None] | App[None]", operation: Callable[[], T], answer: Callable[[T], Message], group: str
) -> None:
    """Let the house do `operation`; `answer` makes the message in which `asker` gets the result.

    A second question of the same `group` takes the place of the first. Where the house refuses or the store
    fails, a `Refusal` comes instead.
    """
    asker.run_worker(
        partial(_answer, asker, operation, answer), group=group, exclusive=True, thread=True, exit_on_error=False
    )


def _answer(asker: "Screen[None] | App[None]", operation: Callable[[], T], answer: Callable[[T], Message]) -> None:
    try:
        message = answer(operation())
    except Refused as refused:
        message = Refusal(_(str(refused)))
    except StoreBusy:
        message = Refusal(_("The computer is busy. Please try again in a moment."))
    except StoreError:
        message = Refusal(_("The computer cannot write now. Please use the paper sheet at reception."))
    if not get_current_worker().is_cancelled:
        asker.post_message(message)
