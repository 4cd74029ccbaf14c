"""Forms about one row of hours: set it right, or take it away, with a reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from clubhouse.employment import corrections
from clubhouse.employment.coverage_days import Work
from clubhouse.employment.stretches import real_minutes, shown_minutes
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field
from screens.desk.work_room import WorkForm
from screens.desk.work_typed import hours_as_typed, stretch_fields, stretch_of
from screens.desk.work_words import clock
from screens.words import N_


class HoursForm(WorkForm):
    """A form about one row of hours."""

    def __init__(self, actor: Person, held: frozenset[Permission], work: Work) -> None:
        """`work` is the row."""
        super().__init__(actor, held)
        self.work = work


class CorrectHours(HoursForm):
    """Set hours right; what they were stays on file."""

    name_of_room = N_("Correct hours")
    done_words = N_("The hours are set right. What they were stays on file.")

    def fields(self) -> Sequence[Field]:
        """When it was, and why it is corrected."""
        house, work = self.kiosk.house, self.work
        starts = house.local(work.starts_at) if work.starts_at else None
        ends = house.local(work.starts_at + timedelta(minutes=work.minutes)) if work.starts_at else None
        if starts and not self._is_said_by(starts):
            ends = None  # an hour that the clock showed twice: typed as it stands, it would be another length
        length = "" if ends else hours_as_typed(work.minutes)
        times = stretch_fields(clock(starts) if starts else "", clock(ends) if ends else "", length)
        return (*times, Field("reason", N_("Reason"), N_("Such as: time sheet of the employer.")))

    def _is_said_by(self, starts: datetime) -> bool:
        """Whether from when to when says how long it was."""
        zone, minutes = self.kiosk.settings.zone, self.work.minutes
        shown = shown_minutes(starts, minutes, zone)
        return real_minutes(self.work.day, starts.time(), shown, zone) == minutes

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Correct them."""
        house, work = self.kiosk.house, self.work
        stretch = stretch_of(house, work.day, typed["starts"], typed["ends"], typed["length"])
        corrections.correct_hours(house, self.actor.code, work.id, stretch, typed["reason"], sure=sure)


class RemoveHours(HoursForm):
    """Take a row away that never was."""

    name_of_room = N_("Take away")
    done_words = N_("It is taken away. What it was stays on file.")

    def fields(self) -> Sequence[Field]:
        """Why."""
        return (Field("reason", N_("Reason"), N_("Such as: written twice.")),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Take it away."""
        corrections.remove_hours(self.kiosk.house, self.actor.code, self.work.id, typed["reason"])
