"""Paid work at the desk: every placement of a day on one list, what is not yet covered on top."""

from collections.abc import Sequence
from datetime import date, timedelta

from clubhouse.employment.coverage_days import CoverDay, Stand, coverage_of
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkList
from screens.desk.work_words import STANDS, job_words, usual_words, who_words
from screens.words import N_, _, date_words


def key_of(each: CoverDay) -> str:
    """Tells apart who holds the same placement on the same day."""
    return f"{each.placement.id}:{each.term.id if each.term else 0}"


class Work(WorkList):
    """The placements of a day."""

    name_of_room = N_("Paid work")
    heads = (N_("That day"), N_("Time"), N_("Placement"), N_("Who"))
    commands = (
        DeskKey("B", N_("Day before"), N_("Shows the day before"), "day_before"),
        DeskKey("N", N_("Next day"), N_("Shows the next day"), "next_day"),
        DeskKey("T", N_("Today"), N_("Shows today again"), "today"),
        DeskKey("M", N_("Hours of a month"), N_("Confirm, correct and report hours"), "month"),
        DeskKey("P", N_("Placements"), N_("Employers, placements, and who holds them"), "placements"),
        DeskKey("J", N_("Members' own jobs"), N_("SE and IE: jobs that belong to members"), "jobs"),
        DeskKey("L", N_("Looking ahead"), N_("What to talk about soon, and the employment figures"), "ahead"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Begins with today."""
        super().__init__(actor, held)
        self._day: date | None = None
        self._days: dict[int | str, CoverDay] = {}

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day or self.kiosk.house.today()

    def title_words(self) -> str:
        """*Paid work · Monday 23 November · Ana R.*"""
        room, _dot, who = super().title_words().partition(" · ")
        return f"{room} · {date_words(self.day)} · {who}"

    def look(self, again: bool) -> list[CoverDay]:
        """The day's placements."""
        return coverage_of(self.kiosk.house, self.actor.code, self.day, again=again)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """One line each, or one that says that there is nothing."""
        assert isinstance(seen, list)
        self._days = {key_of(each): each for each in seen}
        none = Row("none", (_("Nobody works in a placement that day."),), dim=True)
        return [_row(key, each, self.is_small) for key, each in self._days.items()] or [none]

    def open_row(self, row: Row) -> None:
        """One placement on that day."""
        each = self._days.get(row.id)
        if each:
            from screens.desk.work_day import WorkDay

            self.enter_page(WorkDay(self.actor, self.permissions, each))

    def _go(self, day: date | None) -> None:
        self._day = day
        self.look_anew()

    def action_day_before(self) -> None:
        """Show the day before."""
        self._go(self.day - timedelta(days=1))

    def action_next_day(self) -> None:
        """Show the next day."""
        self._go(self.day + timedelta(days=1))

    def action_today(self) -> None:
        """Show today."""
        self._go(None)

    def action_month(self) -> None:
        """The hours of a month."""
        from screens.desk.work_month import WorkMonth

        self.enter(WorkMonth)

    def action_placements(self) -> None:
        """The placements."""
        from screens.desk.work_places import WorkPlaces

        self.enter(WorkPlaces)

    def action_jobs(self) -> None:
        """Members' own jobs."""
        from screens.desk.work_jobs import WorkJobs

        self.enter(WorkJobs)

    def action_ahead(self) -> None:
        """What to talk about soon."""
        from screens.desk.work_ahead import WorkAhead

        self.enter(WorkAhead)


def _row(key: int | str, each: CoverDay, small: bool) -> Row:
    usual, job = usual_words(each.usual), each.placement.job
    where = (usual.partition("-")[0], job) if small else (usual, job_words(each.employer, job))
    cells = (_(STANDS[each.stand]), *where, who_words(each))
    return Row(key, cells, dim=each.stand is Stand.CLOSED)
