"""The house meeting: open to all, its agenda by anyone, what was decided noted for all to read."""

from dataclasses import dataclass
from datetime import date, timedelta

import db.house_meeting
from clubhouse import audit
from clubhouse.errors import NotFound, Overtaken
from clubhouse.house import House
from clubhouse.names import shown_name
from clubhouse.own import checked_line, get_person
from clubhouse.permissions import Permission, require
from db.house_meeting import Item

LONGEST_ITEM, LONGEST_DECISION = 120, 500


@dataclass(frozen=True)
class AgendaItem:
    """One line of the agenda, as it may stand on a wall."""

    item_id: int
    words: str
    by: str
    """Who brought it up, as shown; empty for the house, and for somebody who wishes to stay unnamed."""
    mine: bool
    """The person who looks brought it up, and can withdraw it."""
    decision: str
    """Empty while it is open."""
    decided_on: date | None


@dataclass(frozen=True)
class Agenda:
    """What the next house meeting talks about."""

    day: date
    """Of the next meeting: today on the day itself."""
    items: tuple[AgendaItem, ...]
    """In the order in which they came; what was not decided stays for the next meeting."""


def see_agenda(house: House, person_id: int | None = None) -> Agenda:
    """The agenda, as that person sees it. It is for everybody, the wall too [std 8]."""
    with house.store.snapshot():
        items = tuple(_seen(item, person_id) for item in db.house_meeting.undecided(house.store))
        return Agenda(next_meeting(house), items)


def next_meeting(house: House) -> date:
    """The day of the next house meeting, today on the day itself."""
    today = house.today()
    return today + timedelta(days=(house.settings().meeting_weekday - today.isoweekday()) % 7)


def list_decisions(house: House, first: date, last: date) -> list[AgendaItem]:
    """What was decided on these days, both included."""
    with house.store.snapshot():
        return [_seen(item, None) for item in db.house_meeting.decided(house.store, first, last)]


def add_item(house: House, person_id: int, words: str) -> AgendaItem:
    """Anybody brings something up. Raises `BadInput`."""
    words = checked_line(words, "What to talk about", LONGEST_ITEM)
    with house.store.transaction():
        person = get_person(house, person_id)
        return _add(house, person.code, person.id, words)


def add_item_of_house(house: House, actor: str, words: str) -> AgendaItem:
    """Those who look after the board bring something up for the house. Raises `BadInput`, `NotAllowed`."""
    words = checked_line(words, "What to talk about", LONGEST_ITEM)
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        return _add(house, actor, None, words)


def _add(house: House, actor: str, person_id: int | None, words: str) -> AgendaItem:
    item_id = db.house_meeting.add(house.store, person_id, words, house.now())
    return _written(house, actor, "add_item", item_id, None, person_id)


def withdraw_item(house: House, person_id: int, item_id: int) -> None:
    """Take back what one brought up oneself. Raises `Overtaken` when it was decided or is not one's own."""
    with house.store.transaction():
        person, was = get_person(house, person_id), _get(house, item_id)
        if was.person_id != person.id or was.decided_on is not None:
            raise Overtaken("That is not on the agenda as yours any more. Please look again.")
        db.house_meeting.withdraw(house.store, item_id, house.clock())
        audit.record(house, person.code, "withdraw_item", f"agenda item {item_id}", was.words, None)


def note_decision(house: House, actor: str, item_id: int, decision: str) -> AgendaItem:
    """What was decided today, in place of what stood there. Raises `BadInput`, `NotAllowed`, `NotFound`."""
    decision = checked_line(decision, "The decision", LONGEST_DECISION)
    with house.store.transaction():
        by_id = require(house, actor, Permission.BOARD)
        was = _get(house, item_id)
        db.house_meeting.decide(house.store, item_id, decision, was.decided_on or house.today(), by_id)
        return _written(house, actor, "note_decision", item_id, was, None)


def reopen_item(house: House, actor: str, item_id: int) -> AgendaItem:
    """Nothing is decided after all: it is on the agenda again. Raises `NotAllowed`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        was = _get(house, item_id)
        db.house_meeting.reopen(house.store, item_id)
        return _written(house, actor, "reopen_item", item_id, was, None)


def _get(house: House, item_id: int) -> Item:
    item = db.house_meeting.get(house.store, item_id)
    if item is None:
        raise NotFound(
            f"There is nothing on the agenda with the number {item_id}. See it with: clubhouse meeting list"
        )
    return item


def _written(
    house: House, actor: str, action: str, item_id: int, was: Item | None, person_id: int | None
) -> AgendaItem:
    now = _get(house, item_id)
    audit.record(house, actor, action, f"agenda item {item_id}", was and _kept(was), _kept(now))
    return _seen(now, person_id)


def _kept(item: Item) -> dict[str, object]:
    return {key: value for key, value in vars(item).items() if key != "by"}


def _seen(item: Item, person_id: int | None) -> AgendaItem:
    by = shown_name(item.by) if item.by else ""
    mine = person_id is not None and item.person_id == person_id
    return AgendaItem(item.id, item.words, by, mine, item.decision, item.decided_on)
