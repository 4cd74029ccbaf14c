"""The programme as one person sees it."""

from datetime import date, time

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.occurrences import cancel_occurrence
from clubhouse.people import ShownAs
from clubhouse.program import month_of, see_event, see_program
from clubhouse.registering import register
from clubhouse.series import set_leads
from tests.events import FRIDAY, add_event, new_series
from tests.houses import SetClock, add


def test_days_in_order_and_what_lasts_all_day_first(house: House) -> None:
    late, day, early = (
        add_event(house, new_series(title, starts=starts, minutes=1440))
        for title, starts in (("Late", time(18)), ("Day", None), ("Early", time(9)))
    )
    add_event(house, new_series("Other", date(2026, 11, 28)))
    seen = see_program(house, FRIDAY, FRIDAY).events
    assert [each.occurrence.id for each in seen] == [day.id, early.id, late.id]
    assert {each.overlaps(other) for each in seen for other in seen} == {True}


def test_seats_free_and_ones_own_place(house: House, clock: SetClock) -> None:
    event = add_event(house, new_series(seats=1))
    ann, bob = add(house, "Ann"), add(house, "Bob")
    assert see_event(house, event.id).free == 1
    register(house, ann.id, event.id)
    register(house, bob.id, event.id)
    program = see_program(house, FRIDAY, FRIDAY, bob.id)
    assert program.events == (see_event(house, event.id, bob.id),)
    assert [(each.free, each.waiting, each.turn, each.has_seat) for each in program.mine] == [(0, 1, 1, False)]
    clock.set("2026-11-27 15:00")
    assert see_program(house, FRIDAY, FRIDAY, bob.id).mine == ()


def test_who_leads_is_shown_as_they_wish(house: House) -> None:
    event = add_event(house)
    shown, hidden = add(house, "Ann"), add(house, "Bob", shown_as=ShownAs.HIDDEN)
    set_leads(house, COMMAND_LINE, event.series_id, [hidden.id, shown.id])
    assert see_event(house, event.id).leaders == ("Ann A.",)


def test_what_is_cancelled_is_not_seen(house: House) -> None:
    event = add_event(house)
    cancel_occurrence(house, COMMAND_LINE, event.id)
    assert see_program(house, FRIDAY, FRIDAY).events == ()
    for number in (event.id, 999):
        with pytest.raises(Overtaken, match="not held"):
            see_event(house, number)


@pytest.mark.parametrize(("day", "last"), [(date(2028, 2, 9), 29), (date(2026, 12, 31), 31), (date(2026, 11, 1), 30)])
def test_a_month_from_its_first_day_to_its_last(day: date, last: int) -> None:
    assert month_of(day) == (day.replace(day=1), day.replace(day=last))
