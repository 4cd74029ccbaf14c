"""Visitors: guests sign in by name and purpose, without being on file; tours are counted by month.

A tour is a visitor first; whoever then joins is put on file, and the visit keeps the link.
"""

from dataclasses import dataclass
from datetime import date, datetime

import db.visitors
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.own import checked_line, get_person
from clubhouse.permissions import Permission, require
from db.visitors import Purpose, Visitor

__all__ = ["Purpose", "Visitor"]

KIOSK = "kiosk visitor"
"""The actor of a guest at the kiosk, who has no code."""


@dataclass(frozen=True)
class VisitorHere:
    """A guest, as others at the kiosk may see."""

    visitor_id: int
    shown: str
    """The first name and an initial."""


@dataclass(frozen=True)
class VisitorMonth:
    """How many visitors came in a month."""

    month: str
    """Such as 2026-11."""
    tours: int
    all: int


def sign_in_visitor(house: House, name: str, purpose: Purpose, line: str = "", actor: str = KIOSK) -> Visitor:
    """A guest comes in; anybody may write their own name. Raises `BadInput`."""
    name = checked_line(name, "A name", 80)
    line = checked_line(line, "What is written here", needed=False)
    with house.store.transaction():
        now = house.now()
        visitor_id = db.visitors.add(house.store, name, purpose, line, now.date(), now)
        return _written(house, actor, "sign_in_visitor", visitor_id, None)


def sign_out_visitor(house: House, visitor_id: int, actor: str = KIOSK) -> Visitor:
    """A guest leaves. Raises `Overtaken` when they have, `NotFound`."""
    with house.store.transaction():
        was = _get(house, visitor_id)
        if was.out_at is not None:
            raise Overtaken(f"{was.name} is signed out already.")
        db.visitors.finish(house.store, visitor_id, house.now())
        return _written(house, actor, "sign_out_visitor", visitor_id, was)


def stay_after_all(house: House, visitor_id: int, actor: str = KIOSK) -> Visitor:
    """Take a visitor's sign-out of today back: they are still here. Raises `Overtaken`, `NotFound`."""
    with house.store.transaction():
        was = _get(house, visitor_id)
        if was.day != house.today() or was.out_at is None:
            raise Overtaken("This has changed in the meantime. Please ask at reception.")
        db.visitors.reopen(house.store, visitor_id)
        return _written(house, actor, "visitor_stays", visitor_id, was)


def undo_visitor(house: House, visitor_id: int, actor: str = KIOSK) -> None:
    """Take a visitor's sign-in of today back: it was a slip. Raises `Overtaken`, `NotFound`."""
    with house.store.transaction():
        was = _get(house, visitor_id)
        if was.day != house.today() or was.out_at is not None:
            raise Overtaken("This has changed in the meantime. Please ask at reception.")
        db.visitors.undo(house.store, visitor_id, house.clock())
        audit.record(house, actor, "undo_visitor", f"visitor {visitor_id}", was, None)


def add_visitor(
    house: House, actor: str, name: str, purpose: Purpose, came: datetime, left: datetime | None, line: str = ""
) -> Visitor:
    """Write down a guest after the fact; without `left` they are still here, which can only be today.

    Raises `BadInput`, `NotAllowed`.
    """
    name, line = checked_line(name, "A name", 80), checked_line(line, "What is written here", needed=False)
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        start, end = house.local(came), left and house.local(left)
        if start > house.now() or (end and end > house.now()):
            raise BadInput("That time has not come yet. Check the date and the time.")
        if end and (end < start or end.date() != start.date()):
            raise BadInput("The time of leaving comes after the time of coming, on the same day.")
        if end is None and start.date() != house.today():
            raise BadInput("A visit of an earlier day needs a time of leaving.")
        visitor_id = db.visitors.add(house.store, name, purpose, line, start.date(), start)
        if end:
            db.visitors.finish(house.store, visitor_id, end)
        return _written(house, actor, "add_visitor", visitor_id, None)


def visitors_here(house: House) -> list[VisitorHere]:
    """Who is here now, in the order of coming, for the guest who looks for their own line to sign out."""
    with house.store.snapshot():
        here = db.visitors.here(house.store, house.today())
    return [VisitorHere(each.id, _shown(each.name)) for each in here]


def _shown(name: str) -> str:
    first, *others = name.split()
    return f"{first} {others[-1][0].upper()}." if others else first


def visitors_between(house: House, actor: str, first: date, last: date) -> list[Visitor]:
    """The visitors of these days, both included. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.GREETER)
        return db.visitors.between(house.store, first, last)


def count_visitors(house: House, first: date, last: date) -> list[VisitorMonth]:
    """How many came in each month of these days in which anybody did, and how many of them for a tour."""
    with house.store.snapshot():
        counts = db.visitors.counts(house.store, first, last)
    return [
        VisitorMonth(
            month,
            counts.get((month, Purpose.TOUR), 0),
            sum(count for (each, _), count in counts.items() if each == month),
        )
        for month in sorted({month for month, _ in counts})
    ]


def joins(house: House, actor: str, visitor_id: int, person_id: int) -> Visitor:
    """The visitor is on file now as that person. Raises `NotAllowed`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        was, person = _get(house, visitor_id), get_person(house, person_id)
        db.visitors.set_person(house.store, visitor_id, person.id)
        return _written(house, actor, "visitor_joins", visitor_id, was)


def are_left_open(house: House, before: date) -> bool:
    """Whether somebody of the days before `before` never signed out."""
    return bool(db.visitors.open_before(house.store, before))


def close_left_open(house: House, before: date) -> None:
    """Sign those out, at the closing time of their day as a guess."""
    settings = house.settings()
    for was in db.visitors.open_before(house.store, before):
        closing = datetime.combine(was.day, settings.closing_time, settings.zone)
        db.visitors.finish(house.store, was.id, closing, estimated=True)
        _written(house, audit.HOUSE, "close_day", was.id, was)


def _get(house: House, visitor_id: int) -> Visitor:
    visitor = db.visitors.get(house.store, visitor_id)
    if visitor is None:
        raise NotFound(f"There is no visitor number {visitor_id}. See the numbers with: clubhouse visitors list")
    return visitor


def _written(house: House, actor: str, action: str, visitor_id: int, was: Visitor | None) -> Visitor:
    now = _get(house, visitor_id)
    audit.record(house, actor, action, f"visitor {visitor_id}", was, now)
    return now
