"""The cards that the demonstration's keys play in place of a scanner."""

from dataclasses import dataclass

from clubhouse.house import House


@dataclass(frozen=True)
class Deck:
    """What a scanner would send, ready to be played."""

    members: tuple[str, ...]
    """Codes of members who have not been here today, in the order in which they will come."""
    staff: tuple[str, ...]
    """Codes of staff, those not yet here first."""
    unusual: tuple[str, ...]
    """Texts with an answer of their own each: first visit, welcome back, replaced card, safety pause, unknown
    card, unclear scan, not a card of ours."""


def deck(house: House) -> Deck:
    """The deck of a house made by `clubhouse.demo.build`; empty for any other house."""
    return Deck((), (), ())
