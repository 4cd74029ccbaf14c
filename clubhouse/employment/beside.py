"""What of paid work stands on the page that a scan opens: no more than that there is something.

Others may see that page, so neither where somebody works nor what they do is in it. Where the house holds
placements, the way to the page of job hours is offered to every member alike and tells nothing of anybody.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import db.work_beside
from clubhouse.house import House
from db.people import Kind, Person


@dataclass(frozen=True)
class AtWork:
    """For the person's first page."""

    offered: bool
    """Whether there is a page of job hours for them: of their own, to cover, or to say that they'd like to work."""
    asked_for: date | None
    """The first day on which they are asked for help at work; None when nobody asks."""


def at_work(house: House, person: Person) -> AtWork:
    """What the person is offered; one question to the file, for every scan asks it."""
    with house.store.snapshot():
        today = house.today()
        since = today - timedelta(days=house.settings().hours_days_back)
        found = db.work_beside.beside(house.store, person.id, since, today)
    may_wish = found.has_placements and person.kind is Kind.MEMBER
    return AtWork(found.works or may_wish or found.asked_for is not None, found.asked_for)
