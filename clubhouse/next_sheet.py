"""The next sheet of cards: who is put on it at the desk stays on it until staff have the page written.

A card that was replaced in the meantime is on no sheet. The page holds codes that open the door, so it goes into a
file that only its owner can read, and the log says who had it written and whose cards stand on it.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import db.card_prints
import db.cards
import db.people
from clubhouse import audit, cards
from clubhouse.cards import Card
from clubhouse.errors import NotFound, Overtaken
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.own import get_person
from clubhouse.permissions import Permission, require
from clubhouse.print_folder import write_page
from clubhouse.sheet import Paper, card_sheet
from clubhouse.views import note_view
from db.card_prints import Ended
from db.people import Person


@dataclass(frozen=True)
class OnSheet:
    """Somebody whose card stands on the next sheet."""

    person: Person
    name: str
    """First and last."""
    card_id: int
    since: datetime
    """In the house's time zone."""


def put_on_sheet(house: House, actor: str, person_id: int, *, anew: bool = False) -> OnSheet:
    """Put the person's card on the next sheet: the one in use, or a first one where there is none.

    With `anew` it is a new one, and the one in use signs nobody in from now on. Raises `Overtaken` for one that is on
    it already, and `NotAllowed`.
    """
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        card = _card(house, actor, get_person(house, person_id), anew)
        if any(each.card_id == card.id for each in db.card_prints.waiting(house.store)):
            raise Overtaken("That card is on the next sheet already.")
        db.card_prints.add(house.store, card.id, house.clock())
        audit.record(house, actor, "put_on_sheet", f"card {card.id}", None, {"person": person_id})
        return next(each for each in _waiting(house) if each.card_id == card.id)


def _card(house: House, actor: str, person: Person, anew: bool) -> Card:
    known = db.cards.in_use(house.store, person.id)
    if known is None:
        return cards.issue_card(house, actor, person)
    return cards.replace_card(house, actor, person) if anew else known


def see_sheet(house: House, actor: str) -> list[OnSheet]:
    """Whose cards stand on the next sheet, in the order in which they were put there. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.GREETER)
        return _waiting(house)


def take_off_sheet(house: House, actor: str, card_id: int) -> None:
    """The card stays as it is, and is not printed. Raises `Overtaken` when it is on the sheet no longer."""
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        if all(each.card_id != card_id for each in db.card_prints.waiting(house.store)):
            raise Overtaken("That card is on the next sheet no longer. Please look again.")
        db.card_prints.end(house.store, card_id, Ended.TAKEN_OFF, house.clock())
        audit.record(house, actor, "take_off_sheet", f"card {card_id}", None, None)


def print_sheet(house: House, actor: str, folder: Path, *, paper: Paper, names: bool) -> Path:
    """Write all cards of the next sheet as one page into `folder`; the next one is empty then. Returns where it is.

    Raises `NotFound` when nobody is on it, `NotAllowed`, and `BadFile`; without the file everybody stays on it.
    """
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        found = [(card, each.person) for each in _waiting(house) if (card := db.cards.get(house.store, each.card_id))]
        if not found:
            raise NotFound("Nobody's card is on the next sheet. Put one on it with K on a person's page.")
        note_view(house, actor, "card sheet", names=names)
        for card, person in found:
            db.card_prints.end(house.store, card.id, Ended.PRINTED, house.clock())
            audit.record(house, actor, "print_card", f"card {card.id}", None, {"person": person.code})
        page = card_sheet(house, found, paper=paper, names=names)
        return write_page(house, folder, f"cards-{house.today()}", page)


def _waiting(house: House) -> list[OnSheet]:
    found = []
    for each in db.card_prints.waiting(house.store):
        person = db.people.entry_kept(house.store, each.person_id)
        if person:
            found.append(OnSheet(person, full_name(person), each.card_id, house.local(each.at)))
    return found
