"""Coverage: who can't go says so, and somebody else goes in their place.

Staff ask members and each other. Who is asked may say *not today*, which leaves no trace [std 3].
"""

from dataclasses import dataclass
from datetime import date, timedelta

import db.coverage
import db.placements
from clubhouse import audit
from clubhouse.employment.placements import get_placement
from clubhouse.employment.places import Names, WorkPlace
from clubhouse.employment.privacy import keeps, note_look_at, own_or_keeper
from clubhouse.employment.stretches import Usual, times_on, usual_on
from clubhouse.employment.terms import holders_on
from clubhouse.employment.writing import end_request, requests_of, take_request
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from db.coverage import NewRequest, Offer, Request

__all__ = ["Offer", "Request"]


@dataclass(frozen=True)
class ToCover:
    """A day that somebody is asked to cover, or has said yes to; in whose place is not told."""

    request: Request
    place: WorkPlace
    where: str
    """Where the work is done; may be empty."""
    usual: tuple[Usual, ...]
    for_id: int | None
    """For `log_coverage`; not to be shown."""


@dataclass(frozen=True)
class MyCoverage:
    """What one person is asked and has said yes to."""

    asked: tuple[ToCover, ...]
    """From today on, in the order of days."""
    taken: tuple[ToCover, ...]
    """From so many days back as hours are written."""


def cannot_go(house: House, actor: str, person_id: int, placement_id: int, day: date) -> Request:
    """Who holds the placement can't go that day: staff see it at once, and somebody is looked for.

    Raises `Overtaken` when that was said already, `NotFound` for who does not hold it, `BadInput`, `NotAllowed`.
    """
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        if not any(term.person_id == person_id for term in holders_on(house, placement_id, day)):
            raise NotFound(f"This name does not hold that placement on {day}. Choose another day or placement.")
        earliest = house.today() - timedelta(days=house.settings().hours_days_back)
        if day < earliest and not keeps(house, actor):
            raise BadInput(f"{day} is too long ago. Please talk with staff.")
        return _ask(house, actor, "cannot_go", NewRequest(placement_id, day, person_id))


def ask_for_coverage(house: House, actor: str, placement_id: int, day: date) -> Request:
    """Look for somebody for a placement that nobody holds that day. Raises `BadInput` where somebody does."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        if not get_placement(house, placement_id).open_on(day):
            raise BadInput(f"The house does not hold that placement on {day}. Choose another day.")
        if holders_on(house, placement_id, day):
            raise BadInput("Somebody holds that placement on that day. Note that they can't go.")
        return _ask(house, actor, "ask_for_coverage", NewRequest(placement_id, day, None))


def _ask(house: House, actor: str, action: str, new: NewRequest) -> Request:
    if any(each.person_id == new.person_id for each in requests_of(house, new.placement_id, new.day)):
        raise Overtaken("Staff know this already.")
    now = get_request(house, db.coverage.add(house.store, new, house.clock()))
    audit.record(house, actor, action, f"coverage {now.id}", None, now)
    return now


def go_after_all(house: House, actor: str, request_id: int) -> None:
    """Who couldn't go can. Raises `Overtaken` when somebody covers already, unless staff say so."""
    with house.store.transaction():
        request = _of_whom(house, actor, request_id)
        if request.taken_by is not None and not keeps(house, actor):
            raise Overtaken("Somebody covers that day already. Please talk with staff.")
        end_request(house, actor, request)


def offer_coverage(house: House, actor: str, request_id: int, person_id: int) -> None:
    """Ask somebody of the house whether they would cover; asking twice is asking once.

    Raises `Overtaken` when somebody covers, `BadInput` for who can't go themselves.
    """
    with house.store.transaction():
        by_id = require(house, actor, Permission.EMPLOYMENT)
        request = _open_request(house, request_id, person_id)
        db.coverage.offer(house.store, Offer(request.id, person_id, by_id), house.clock())


def withdraw_offer(house: House, actor: str, request_id: int, person_id: int) -> None:
    """Ask somebody no longer; nothing of it stays."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        db.coverage.forget_offers(house.store, request_id, person_id)


def offered_to(house: House, actor: str, request_id: int) -> list[int]:
    """The ids of those who are asked and have not answered. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.EMPLOYMENT)
        return [offer.person_id for offer in db.coverage.offers(house.store, request_id)]


def accept_coverage(house: House, actor: str, person_id: int, request_id: int) -> Request:
    """Who is asked says yes. Raises `Overtaken` when somebody else was quicker, or they are asked no more."""
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        request = _open_request(house, request_id, person_id)
        _check_asked(house, request_id, person_id)
        return take_request(house, actor, request, person_id)


def decline_coverage(house: House, actor: str, person_id: int, request_id: int) -> None:
    """Who is asked says *not today*; nothing of it stays. Raises `Overtaken` when they are asked no more."""
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        _check_asked(house, request_id, person_id)
        db.coverage.forget_offers(house.store, request_id, person_id)


def arrange_coverage(house: House, actor: str, request_id: int, person_id: int) -> Request:
    """Write down who covers, whoever had said yes before. Raises `NotFound`, `BadInput` for who can't go."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        request = get_request(house, request_id)
        _check_cover(house, request, person_id)
        return take_request(house, actor, request, person_id)


def release_coverage(house: House, actor: str, request_id: int) -> Request:
    """Who had said yes can't after all; somebody is looked for again. Raises `Overtaken` when nobody covers."""
    with house.store.transaction():
        request = db.coverage.get(house.store, request_id)
        own_or_keeper(house, actor, request.taken_by if request else None)
        request = get_request(house, request_id)
        if request.taken_by is None:
            raise Overtaken("Nobody covers that day yet.")
        return take_request(house, actor, request, None)


def my_coverage(house: House, actor: str, person_id: int) -> MyCoverage:
    """What the person is asked to cover and has said yes to. Raises `NotAllowed`."""
    note_look_at(house, actor, person_id, "coverage", again=False)
    with house.store.snapshot():
        names, today = Names(house), house.today()
        asked = (
            db.coverage.get(house.store, each.request_id) for each in db.coverage.offers_to(house.store, person_id)
        )
        open_now = [each for each in asked if each and each.taken_by is None and each.day >= today]
        since = today - timedelta(days=house.settings().hours_days_back)
        taken = db.coverage.taken_by(house.store, person_id, since)
        return MyCoverage(
            tuple(_to_cover(house, names, each) for each in sorted(open_now, key=lambda each: (each.day, each.id))),
            tuple(_to_cover(house, names, each) for each in taken),
        )


def get_request(house: House, request_id: int) -> Request:
    """The request with that number, if it stands; for operations that ask for the permission. Raises `NotFound`."""
    with house.store.snapshot():
        request = db.coverage.get(house.store, request_id)
    if request is None:
        raise NotFound("Nobody is looked for there any more. Please look again.")
    return request


def _to_cover(house: House, names: Names, request: Request) -> ToCover:
    times = times_on(db.placements.times(house.store, request.placement_id), request.day)
    usual = usual_on(times.get(request.placement_id, ()), request.day, house.settings().zone)
    placement = names.placements[request.placement_id]
    return ToCover(request, names.placement(placement.id), placement.place, usual, request.person_id)


def _of_whom(house: House, actor: str, request_id: int) -> Request:
    request = db.coverage.get(house.store, request_id)
    own_or_keeper(house, actor, request.person_id if request else None)
    return get_request(house, request_id)


def _open_request(house: House, request_id: int, person_id: int) -> Request:
    request = get_request(house, request_id)
    if request.taken_by is not None:
        raise Overtaken("Somebody covers that day already. Thank you.")
    _check_cover(house, request, person_id)
    return request


def _check_cover(house: House, request: Request, person_id: int) -> None:
    person = person_on_file(house, person_id)
    if person_id == request.person_id:
        raise BadInput("Nobody covers for themselves. Choose somebody else.")
    if person.ended_on is not None:
        raise BadInput(f"{person.code} is on no list any more. Choose somebody else.")


def _check_asked(house: House, request_id: int, person_id: int) -> None:
    if all(each.person_id != person_id for each in db.coverage.offers(house.store, request_id)):
        raise Overtaken("That is settled already. Thank you.")
