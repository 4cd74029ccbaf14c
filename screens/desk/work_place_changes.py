"""Forms about one placement: other usual times or another wage from a day on, its end, and hours of any day there."""

from collections.abc import Mapping, Sequence

from clubhouse.employment import placements, work_days
from clubhouse.employment.pay import money
from clubhouse.employment.placement_pages import PlacementPage
from clubhouse.errors import BadInput
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field, choice_field, person_field
from screens.desk.work_room import WorkForm
from screens.desk.work_typed import (
    cents_of,
    day_of,
    person_of,
    somebody,
    stretch_fields,
    stretch_of,
    times_as_typed,
    times_of,
)
from screens.words import N_

TIMES = N_("Such as: weekdays 09:00-13:00; saturday 10:00-12:00. Empty for none.")
_SINCE = N_("They hold from that day on, until others do. Such as 2026-11-23.")
_LETTERS = N_("The first letters of a name, then its number.")


class PlaceForm(WorkForm):
    """A form about one placement."""

    def __init__(self, actor: Person, held: frozenset[Permission], page: PlacementPage) -> None:
        """`page` is what is known of it."""
        super().__init__(actor, held)
        self.page = page

    @property
    def placement_id(self) -> int:
        """Of the placement."""
        return self.page.line.placement.id

    def day_field(self, name: str, words: str, hint: str) -> Field:
        """A day; today at first."""
        return Field(name, words, hint, str(self.kiosk.house.today()), day_of)


class OtherTimes(PlaceForm):
    """Other usual times from a day on."""

    name_of_room = N_("Other times")
    done_words = N_("The times are saved. Those of before hold for the days before.")

    def fields(self) -> Sequence[Field]:
        """The times, and since when."""
        times = Field("times", N_("Times"), TIMES, times_as_typed(self.page.line.times), times_of)
        return (times, self.day_field("since", N_("Holds since"), _SINCE))

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Set them."""
        house, times = self.kiosk.house, times_of(typed["times"])
        placements.set_times(house, self.actor.code, self.placement_id, times, day_of(typed["since"]))


class OtherWage(PlaceForm):
    """Another wage from a day on."""

    name_of_room = N_("Another wage")
    done_words = N_("The wage is saved. That of before holds for the days before.")

    def fields(self) -> Sequence[Field]:
        """The wage, and since when."""
        wage = Field("wage", N_("Wage an hour"), N_("Such as 15.50."), money(self.page.line.cents), cents_of)
        return (
            wage,
            self.day_field("since", N_("Holds since"), N_("It holds from that day on. Such as 2026-11-23.")),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Set it."""
        cents, since = cents_of(typed["wage"]), day_of(typed["since"])
        if cents is None:
            raise BadInput(N_("Say what is paid an hour, such as 15.50."))
        placements.set_wage(self.kiosk.house, self.actor.code, self.placement_id, cents, since, sure=sure)


class ClosePlacement(PlaceForm):
    """The house holds the placement no longer."""

    name_of_room = N_("Close the placement")
    done_words = N_("The placement is closed.")

    def fields(self) -> Sequence[Field]:
        """From when on."""
        hint = N_("From that day on the house holds it no longer. Such as 2026-11-23.")
        return (self.day_field("day", N_("From"), hint),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Close it."""
        placements.close_placement(self.kiosk.house, self.actor.code, self.placement_id, day_of(typed["day"]))


class WriteThere(PlaceForm):
    """Hours of any day, also of one that has no usual times."""

    name_of_room = N_("Write hours")
    done_words = N_("The hours are written down.")

    def fields(self) -> Sequence[Field]:
        """Which day, who, and when."""
        whats = (("worked", N_("whoever holds it worked")), ("covered", N_("somebody covered")))
        whose = N_("Only where somebody covered: who held it that day. Empty where nobody did.")
        return (
            self.day_field("day", N_("Day"), N_("On which it began. Such as 2026-11-23.")),
            choice_field("what", N_("What"), whats),
            person_field("who", N_("Who"), _LETTERS),
            person_field("whose", N_("In whose place"), whose),
            *stretch_fields(),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Write them down, as worked or as covered."""
        house, actor, place = self.kiosk.house, self.actor.code, self.placement_id
        day, who = day_of(typed["day"]), somebody(typed["who"])
        stretch = stretch_of(house, day, typed["starts"], typed["ends"], typed["length"])
        if typed["what"] == "worked":
            work_days.log_hours(house, actor, who, place, day, stretch, sure=sure)
        else:
            work_days.log_coverage(house, actor, who, place, day, person_of(typed["whose"]), stretch, sure=sure)
