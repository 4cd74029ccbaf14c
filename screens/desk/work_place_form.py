"""A placement, new or changed: all that is said of it on one form."""

from collections.abc import Mapping, Sequence

from clubhouse.employment.pay import money
from clubhouse.employment.placement_pages import PlacementPage
from clubhouse.employment.placements import NewPlacement, Placement
from clubhouse.employment.whole_placements import WholePlacement, write_placement
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import YES, Field, person_field, yes_no_field
from screens.desk.work_place_changes import TIMES
from screens.desk.work_room import WorkForm
from screens.desk.work_typed import (
    cents_of,
    day_of,
    hours_as_typed,
    minutes_of,
    person_of,
    times_as_typed,
    times_of,
)
from screens.words import N_


class PlacementForm(WorkForm):
    """One placement."""

    name_of_room = N_("Placement")
    done_words = N_("The placement is saved.")

    def __init__(self, actor: Person, held: frozenset[Permission], page: PlacementPage | None) -> None:
        """`page` is that which is changed; None for a new one."""
        super().__init__(actor, held)
        self.page = page

    def fields(self) -> Sequence[Field]:
        """What is known of it, or nothing."""
        page, today = self.page, self.kiosk.house.today()
        line, placement = (page.line, page.line.placement) if page else (None, None)
        wage = money(line.cents) if line else ""
        times = times_as_typed(line.times) if line else ""
        by = line.looked_after_by if line else self.actor
        weekly = hours_as_typed(placement.weekly_minutes) if placement else ""
        since = N_("Other times and another wage hold from that day. Such as 2026-11-23.")
        return (
            Field(
                "employer", N_("Employer"), N_("By name; a new name is put on file."), line.employer if line else ""
            ),
            Field("job", N_("Job"), N_("Such as: mail-room clerk."), placement.job if placement else ""),
            Field("place", N_("Place"), N_("Where the work is done."), placement.place if placement else ""),
            Field("times", N_("Times"), TIMES, times, times_of),
            Field("weekly", N_("Hours a week"), N_("Such as 20 or 17:30."), weekly, minutes_of),
            Field("wage", N_("Wage an hour"), N_("Such as 15.50."), wage, cents_of),
            Field("since", N_("Holds since"), since, str(today), day_of),
            Field("contact", N_("Contact"), N_("Whom to call there."), placement.contact if placement else ""),
            yes_no_field(
                "group",
                N_("Group TE"),
                value=bool(placement and placement.is_group),
                hint=N_("Several hold it at the same time. Left and right choose."),
            ),
            person_field(
                "by",
                N_("Looked after by"),
                N_("Who of the house: the first letters of the name, then its number."),
                by.id if by else None,
                full_name(by) if by else "",
            ),
            *(self._opening_field(placement) if placement else ()),
        )

    def _opening_field(self, placement: Placement) -> tuple[Field]:
        hint = N_("Since when the house holds it. Such as 2026-11-23.")
        return (Field("opened", N_("Open since"), hint, str(placement.opened_on), day_of),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Save all of it."""
        house, since = self.kiosk.house, day_of(typed["since"])
        was = self.page.line.placement if self.page else None
        said = NewPlacement(
            was.employer_id if was else 0,
            typed["job"],
            typed["place"],
            typed["contact"],
            typed["group"] == YES,
            minutes_of(typed["weekly"]),
            person_of(typed["by"]),
            day_of(typed["opened"]) if was else since,
        )
        whole = WholePlacement(typed["employer"], said, times_of(typed["times"]), cents_of(typed["wage"]), since)
        write_placement(house, self.actor.code, was.id if was else None, whole, sure=sure)
