"""Cards: issuing, replacing, listing. A card carries an opaque code and nothing else."""

import db.cards
import db.people
from clubhouse import audit
from clubhouse.codes import make_code
from clubhouse.errors import NotFound, Refused
from clubhouse.house import House
from clubhouse.permissions import Permission, require, require_for
from db.cards import Card
from db.people import Person

__all__ = ["Card"]


def card_of(house: House, person: Person) -> Card:
    """The card in use. Raises `NotFound` when none was issued."""
    card = db.cards.in_use(house.store, person.id)
    if card is None:
        raise NotFound(f"{person.code} has no card yet. Issue one with: clubhouse cards issue {person.code}")
    return card


def issue_card(house: House, actor: str, person: Person) -> Card:
    """A first card. Raises `Refused` when the person has one in use."""
    with house.store.transaction():
        _require(house, actor, person)
        if db.cards.in_use(house.store, person.id) is not None:
            raise Refused(f"{person.code} has a card already. If it is lost: clubhouse cards replace {person.code}")
        return _issue(house, actor, "issue_card", person, None)


def replace_card(house: House, actor: str, person: Person) -> Card:
    """A new card in place of the one in use, which signs nobody in from now on; nor does that of a merged entry.

    Raises `NotFound` without one.
    """
    with house.store.transaction():
        _require(house, actor, person)
        old = card_of(house, person)
        db.cards.retire(house.store, old.id, house.clock())
        db.cards.retire_merged(house.store, person.id, house.clock())
        return _issue(house, actor, "replace_card", person, old)


def issue_missing_cards(house: House, actor: str) -> list[Card]:
    """A card for everyone on the lists who has none."""
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        return [
            _issue(house, actor, "issue_card", person, None)
            for person in db.people.every(house.store)
            if person.ended_on is None and db.cards.in_use(house.store, person.id) is None
        ]


def list_cards(house: House) -> list[tuple[Card, Person]]:
    """Every card ever issued with its person, the oldest first."""
    with house.store.snapshot():
        people = {person.id: person for person in db.people.every(house.store)}
        return [(card, people[card.person_id]) for card in db.cards.every(house.store)]


def _require(house: House, actor: str, person: Person) -> None:
    # A card brings whoever had left back on the lists, and staff with all that they may do.
    now = db.people.get(house.store, person.id)
    require_for(house, actor, Permission.GREETER, *([now] if now and now.ended_on else []))


def _issue(house: House, actor: str, action: str, person: Person, old: Card | None) -> Card:
    card = db.cards.issue(house.store, make_code(), person.id, house.clock())
    # The code opens the door, so the log names the cards by number only.
    audit.record(house, actor, action, f"card {card.id}", old and old.id, {"person": person.code})
    return card
