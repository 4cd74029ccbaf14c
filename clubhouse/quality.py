"""What would make a report wrong, and how each is set right. Nobody is blamed: a forgotten sign-out is normal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import db.quality
from clubhouse.employment.coverage_days import CoverDay, Stand, days_between
from clubhouse.figures import check_period
from clubhouse.house import House
from clubhouse.periods import Period
from clubhouse.permissions import Permission, require
from clubhouse.views import note_view
from db.quality import Doubtful, Twins


class Doubt(StrEnum):
    """Why something is worth a look."""

    OPEN = "open visit"
    ESTIMATED = "estimated sign-out"
    OVERLAP = "visits overlap"
    DOUBLE = "looks like one person twice"
    NO_HOURS = "work day without hours"
    NOT_COVERED = "TE day not covered"


@dataclass(frozen=True)
class Finding:
    """One thing to look at."""

    doubt: Doubt
    day: date | None
    """None where it belongs to no day."""
    what: str
    """Whose or which it is, by codes and numbers."""
    mend: str
    """The command that sets it right, or shows more."""
    people: tuple[int, ...] = ()
    """Whose it is, by number; two entries that look like one person."""
    visit_id: int | None = None
    """The visit to set right."""
    work: CoverDay | None = None
    """The placement of that day."""


def check_quality(house: House, actor: str, period: Period, *, again: bool = False) -> list[Finding]:
    """What is worth a look in these days. Raises `NotAllowed`, `BadInput`.

    The look is noted, except where a page is only painted `again`.
    """
    check_period(period)
    with house.store.transaction() if not again else house.store.snapshot():
        require(house, actor, Permission.REPORTS)
        if not again:
            note_view(house, actor, f"quality {period[0]} to {period[1]}", names=False)
        return [*find_doubts(house, period), *(_double(each) for each in db.quality.same_names(house.store))]


def find_doubts(house: House, period: Period) -> list[Finding]:
    """What in these days themselves is worth a look."""
    with house.store.snapshot():
        today = house.today()
        still_open = [each for each in db.quality.open_visits(house.store, *period) if each.day < today]
        return [
            *(_of_visit(house, Doubt.OPEN, each) for each in still_open),
            *(_of_visit(house, Doubt.ESTIMATED, each) for each in db.quality.estimated(house.store, *period)),
            *(_overlap(each) for each in db.quality.overlapping(house.store, *period)),
            *_of_work(house, (period[0], min(period[1], today))),
        ]


def _of_visit(house: House, doubt: Doubt, each: Doubtful) -> Finding:
    mend = f"clubhouse visits correct {each.visit_id} --out TIME --reason WHY"
    told = f", who said afterwards: left at {house.local(each.told_at):%H:%M}" if each.told_at else ""
    what = f"visit {each.visit_id} of {each.code}{told}"
    return Finding(doubt, each.day, what, mend, (each.person_id,), each.visit_id)


def _overlap(each: Doubtful) -> Finding:
    mend = f"clubhouse visits correct {each.other_id} --out TIME --reason WHY"
    what = f"visits {each.other_id} and {each.visit_id} of {each.code}"
    return Finding(Doubt.OVERLAP, each.day, what, mend, (each.person_id,), each.other_id)


def _double(each: Twins) -> Finding:
    one, other = each.codes
    return Finding(Doubt.DOUBLE, None, f"{one} and {other}", f"clubhouse people merge {one} {other}", each.ids)


def _of_work(house: House, period: Period) -> list[Finding]:
    if period[1] < period[0]:
        return []
    doubts = {Stand.OPEN: Doubt.NO_HOURS, Stand.NOT_COVERED: Doubt.NOT_COVERED}
    return [_work_day(doubts[each.stand], each) for each in days_between(house, *period) if each.stand in doubts]


def _work_day(doubt: Doubt, each: CoverDay) -> Finding:
    holder = f" of {each.holder.code}" if each.holder else ""
    if doubt is Doubt.NO_HOURS and each.holder:
        asked = f"log {each.holder.code} --placement {each.placement.id}"
    else:
        asked = f"cover CODE {each.placement.id}" + (f" --for {each.holder.code}" if each.holder else "")
    mend = f"clubhouse hours {asked} --on {each.day} --length HOURS"
    return Finding(doubt, each.day, f"placement {each.placement.id}{holder}", mend, work=each)
