"""What somebody's day of work is made of: for each placement, job or coverage what is written and can be written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from textual.message import Message

from clubhouse.employment import corrections, work_days
from clubhouse.employment.asking import NotSure
from clubhouse.employment.coverage import MyCoverage, ToCover, my_coverage
from clubhouse.employment.my_hours import Entry, MyDay, MyHours, Offered, my_hours
from clubhouse.employment.next_in_line import Wish, wishes_of
from clubhouse.employment.places import WorkPlace
from clubhouse.employment.stretches import Stretch, Usual
from clubhouse.employment.work_days import What, Work
from clubhouse.house import House
from clubhouse.people import Person


@dataclass
class HoursSeen(Message):
    """The house has shown one week of the person's work."""

    hours: MyHours
    coverage: MyCoverage
    wishes: tuple[Wish, ...]
    today: date


@dataclass(frozen=True)
class Item:
    """One placement, job or coverage of one day."""

    place: WorkPlace
    entries: tuple[Entry, ...] = ()
    offered: Offered | None = None
    """Where the person holds it."""
    covering: ToCover | None = None
    """Where they have said that they cover."""
    closed: Entry | None = None
    """That the employer is closed."""

    @property
    def usual(self) -> tuple[Usual, ...]:
        """The usual times of the day."""
        found = self.offered or self.covering
        return found.usual if found else ()

    @property
    def is_covered(self) -> bool:
        """Whether somebody else goes in the person's place."""
        request = self.offered.request if self.offered else None
        return request is not None and request.taken_by is not None

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to be said of it that day."""
        told = self.entries or self.covering or self.closed or self.usual
        return not told and not (self.offered and self.offered.request)

    @property
    def changeable(self) -> Entry | None:
        """The row written last, where the person can still change it."""
        rows = [entry for entry in self.entries if entry.changeable]
        return max(rows, key=lambda entry: entry.work.id) if rows else None


class Writes(Protocol):
    """Writes hours down, asking first unless `sure`."""

    def __call__(self, stretch: Stretch, *, sure: bool = False) -> Work:
        """Raises `NotSure`, and other refusals."""


def look_at(house: House, person: Person, day: date | None, *, again: bool) -> HoursSeen:
    """The week of `day` (today), and what the person is asked to cover."""
    with house.store.snapshot():
        return HoursSeen(
            my_hours(house, person.code, person.id, day, again=again),
            my_coverage(house, person.code, person.id),
            tuple(wishes_of(house, person.code, person.id)),
            house.today(),
        )


def my_day_of(seen: HoursSeen, day: date) -> MyDay:
    """That day of the week that was seen."""
    return next(each for each in seen.hours.days if each.day == day)


def items_of(seen: HoursSeen, day: date) -> list[Item]:
    """What one holds first, then what one covers, then what was written of anything else."""
    my_day = my_day_of(seen, day)
    left = list(my_day.entries)
    items = [
        Item(
            each.place,
            _taken(left, _Fits(each.place, What.WORKED)),
            offered=each,
            closed=next((closed for closed in my_day.closed if closed.place == each.place), None),
        )
        for each in my_day.offered
    ]
    for cover in (each for each in seen.coverage.taken if each.request.day == day):
        items.append(Item(cover.place, _taken(left, _Fits(cover.place, What.COVERED, cover.for_id)), covering=cover))
    return [*items, *(Item(entry.place, (entry,)) for entry in left)]


@dataclass(frozen=True)
class _Fits:
    place: WorkPlace
    what: What
    for_id: int | None = None

    def __call__(self, entry: Entry) -> bool:
        return (entry.place, entry.work.what, entry.work.for_id) == (self.place, self.what, self.for_id)


def _taken(left: list[Entry], fits: Callable[[Entry], bool]) -> tuple[Entry, ...]:
    found = tuple(entry for entry in left if fits(entry))
    left[:] = [entry for entry in left if entry not in found]
    return found


def days_shown(seen: HoursSeen, room: int, elsewhere: int) -> tuple[list[MyDay], list[MyDay]]:
    """The days of the week that are shown in `room` lines, and those that are left for `elsewhere`, in their order.

    First come days of which something is to be said, nearest to today; then those of one's own jobs, then others.
    """
    items = {each.day: items_of(seen, each.day) for each in seen.hours.days}
    days = [each for each in seen.hours.days if items[each.day]]
    telling = [each for each in days if not all(item.is_quiet for item in items[each.day])]
    own = [each for each in days if any(item.offered and item.place.job_id for item in items[each.day])]

    def rank(each: MyDay) -> tuple[bool, bool, bool, int]:
        return each not in telling, each not in own, each.day > seen.today, abs((each.day - seen.today).days)

    wanted = len(telling) if telling and not own else len(days)
    shown = sorted(days, key=rank)[: min(room, max(wanted, len(days) - elsewhere))]
    return [each for each in days if each in shown], [each for each in days if each not in shown]


def writes_for(house: House, person: Person, item: Item, day: date) -> Writes:
    """What writes hours of that item."""
    code, place = person.code, item.place
    if item.covering:
        for_id = item.covering.for_id
        return lambda stretch, *, sure=False: work_days.log_coverage(
            house, code, person.id, place.placement_id or 0, day, for_id, stretch, sure=sure
        )
    if place.job_id is not None:
        job_id = place.job_id
        return lambda stretch, *, sure=False: work_days.log_job_hours(
            house, code, person.id, job_id, day, stretch, sure=sure
        )
    return lambda stretch, *, sure=False: work_days.log_hours(
        house, code, person.id, place.placement_id or 0, day, stretch, sure=sure
    )


def changes_for(house: House, person: Person, entry: Entry) -> Writes:
    """What writes other hours in the place of those."""
    return lambda stretch, *, sure=False: corrections.change_hours(
        house, person.code, entry.work.id, stretch, sure=sure
    )


def takes_back(house: House, person: Person, work_id: int) -> Writes:
    """What lets the hours count again that were changed; it needs to be told no time."""
    return lambda stretch, *, sure=False: corrections.take_back_change(house, person.code, work_id, sure=sure)


def written_or_asked(write: Callable[[], Work]) -> bool:
    """Do it; False where it has to be asked first whether that is right."""
    try:
        write()
    except NotSure:
        return False
    return True


def unwritten(item: Item) -> list[tuple[int, Usual]]:
    """The usual times of which no hours are written yet, each with its place from 1."""
    return [(place, usual) for place, usual in enumerate(item.usual, 1) if not any(map(_Meets(usual), item.entries))]


@dataclass(frozen=True)
class _Meets:
    usual: Usual

    def __call__(self, entry: Entry) -> bool:
        starts = entry.work.starts_at
        if starts is None:  # only a length is known: it may be any of them
            return True
        return starts < self.usual.ends and self.usual.starts < starts + timedelta(minutes=entry.work.minutes)
