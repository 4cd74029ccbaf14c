"""Members' own jobs, with the house's support (SE) or without it (IE)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clubhouse.employment import jobs, work_days
from clubhouse.employment.jobs import Job, JobKind, NewJob
from clubhouse.employment.pay import h_mm
from clubhouse.helping import person_on_file
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field, choice_field, person_field
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkForm, WorkList
from screens.desk.work_typed import day_of, hours_as_typed, minutes_of, somebody, stretch_fields, stretch_of
from screens.desk.work_words import job_words
from screens.words import N_, _

_KINDS = {JobKind.SUPPORTED: N_("SE"), JobKind.INDEPENDENT: N_("IE")}


@dataclass(frozen=True)
class OwnJob:
    """A job with its person."""

    job: Job
    person: Person


class WorkJobs(WorkList):
    """The jobs that members have today."""

    name_of_room = N_("Members' own jobs")
    heads = (N_("Who"), "", N_("Job"), N_("A week"), N_("Since"))
    commands = (
        DeskKey("N", N_("New job"), N_("Of a member"), "add"),
        DeskKey("W", N_("Write hours"), N_("Of the marked job; only where the member likes it"), "write"),
        DeskKey("X", N_("End the job"), N_("The marked one"), "end"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """None yet."""
        super().__init__(actor, held)
        self._jobs: dict[int | str, OwnJob] = {}

    def look(self, again: bool) -> list[OwnJob]:
        """Everybody's jobs."""
        house = self.kiosk.house
        found = jobs.see_jobs(house, self.actor.code, again=again)
        return [OwnJob(job, person_on_file(house, job.person_id)) for job in found]

    def rows_of(self, seen: object) -> Sequence[Row]:
        """One line each, by name."""
        assert isinstance(seen, list)
        found = sorted(seen, key=lambda each: (full_name(each.person), each.job.id))
        self._jobs = {each.job.id: each for each in found}
        none = Row("none", (_("No member's own job is on file today."),), dim=True)
        return [_row(each) for each in found] or [none]

    def open_row(self, row: Row) -> None:
        """Change it."""
        each = self._jobs.get(row.id)
        if each:
            self.enter_page(JobForm(self.actor, self.permissions, each))

    def action_add(self) -> None:
        """Another job."""
        self.enter_page(JobForm(self.actor, self.permissions, None))

    def _open_form(self, form: type["OneJobForm"]) -> None:
        each = self._jobs.get(self.rows.marked.id) if self.rows.marked else None
        if each:
            self.enter_page(form(self.actor, self.permissions, each))

    def action_write(self) -> None:
        """Hours of the marked job."""
        self._open_form(WriteOwnHours)

    def action_end(self) -> None:
        """The marked job ends."""
        self._open_form(EndJob)


def _row(each: OwnJob) -> Row:
    job = each.job
    cells = (_(_KINDS[job.kind]), job_words(job.employer, job.job), h_mm(job.weekly_minutes), str(job.first_day))
    return Row(job.id, (full_name(each.person), *cells))


class JobForm(WorkForm):
    """A job, new or changed."""

    name_of_room = N_("Member's own job")
    done_words = N_("The job is saved.")

    def __init__(self, actor: Person, held: frozenset[Permission], each: OwnJob | None) -> None:
        """`each` is changed; None for a new one."""
        super().__init__(actor, held)
        self.each = each

    def fields(self) -> Sequence[Field]:
        """Whose, and what; of a job on file only what."""
        job = self.each.job if self.each else None
        kinds = ((JobKind.SUPPORTED, N_("SE, with the house's support")), (JobKind.INDEPENDENT, N_("IE, without")))
        first = str(job.first_day if job else self.kiosk.house.today())
        whose = person_field("who", N_("Who"), N_("The first letters of a name, then its number."))
        return (
            *(() if job else (whose,)),
            choice_field("kind", N_("Kind"), kinds, job.kind if job else ""),
            Field("employer", N_("Employer"), N_("Who pays."), job.employer if job else ""),
            Field("job", N_("Job"), N_("What the work is called."), job.job if job else ""),
            Field(
                "weekly",
                N_("Hours a week"),
                N_("Such as 20 or 17:30."),
                hours_as_typed(job.weekly_minutes) if job else "",
                minutes_of,
            ),
            Field("first", N_("First day"), N_("Such as 2026-11-23."), first, day_of),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Save it."""
        house, actor = self.kiosk.house, self.actor.code
        person_id = self.each.person.id if self.each else somebody(typed["who"])
        weekly, first = minutes_of(typed["weekly"]), day_of(typed["first"])
        new = NewJob(person_id, JobKind(typed["kind"]), typed["employer"], typed["job"], weekly, first)
        if self.each:
            jobs.change_job(house, actor, self.each.job.id, new)
        else:
            jobs.add_job(house, actor, new)


class OneJobForm(WorkForm):
    """A form about a job that is on file."""

    def __init__(self, actor: Person, held: frozenset[Permission], each: OwnJob) -> None:
        """`each` is the job, with its person."""
        super().__init__(actor, held)
        self.each = each


class WriteOwnHours(OneJobForm):
    """Hours of a member's own job."""

    name_of_room = N_("Write hours")
    done_words = N_("The hours are written down.")

    def fields(self) -> Sequence[Field]:
        """Which day, and when."""
        hint = N_("On which it began. Such as 2026-11-23.")
        return (Field("day", N_("Day"), hint, str(self.kiosk.house.today()), day_of), *stretch_fields())

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Write them down."""
        house, day, job = self.kiosk.house, day_of(typed["day"]), self.each.job
        stretch = stretch_of(house, day, typed["starts"], typed["ends"], typed["length"])
        work_days.log_job_hours(house, self.actor.code, job.person_id, job.id, day, stretch, sure=sure)


class EndJob(OneJobForm):
    """A job ends."""

    name_of_room = N_("End the job")
    done_words = N_("The last day of the job is written down.")

    def fields(self) -> Sequence[Field]:
        """The last day."""
        hint = N_("That day is part of it. Such as 2026-11-23.")
        return (Field("last", N_("Last day"), hint, str(self.kiosk.house.today()), day_of),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """End it."""
        jobs.end_job(self.kiosk.house, self.actor.code, self.each.job.id, day_of(typed["last"]))
